"""The words of a text, each with what it does in its sentence, as far as a list of words can tell.

1. A word is what `pieces` takes for one; what it does is told by `word_codes`, from the word itself and the
   one before it.
2. A sentence of more words than any has is read in pieces, so that time stays in line with length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, count
from typing import NamedTuple

from policygraph.reader.text.pieces import pieces_between, pieces_of
from policygraph.reader.text.sentences import Sentence
from policygraph.reader.text.word_codes import ARTICLE, BEFORE_ARTICLE, SETTLED, START, TAG_OF, UNSETTLED

__all__ = ["Clause", "Words", "places_in", "words_of"]

_UNSETTLED = re.compile(f"[{re.escape(''.join(sorted(UNSETTLED)))}]")
_LONGEST = 300
"""Words of a sentence."""


class Clause(NamedTuple):
    """A sentence as a run of words: from `start`, up to `end` and not with it."""

    start: int
    end: int
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a text in parallel lists."""

    text: str
    shown: list[str]
    low: list[str]
    start: list[int]
    tag: list[str]
    tags: str
    """The tags as one string, a letter a word: for regular expressions."""
    clauses: list[Clause]

    def end(self, word: int) -> int:
        """Where in the text the word ends."""
        return self.start[word] + len(self.shown[word])

    def at(self, place: int) -> int | None:
        """The word that starts at a place of the text."""
        word = bisect_left(self.start, place)
        return word if word < len(self.start) and self.start[word] == place else None

    def quote(self, first: int, last: int) -> str:
        """The text from the first word to the last one, both included."""
        return self.text[self.start[first] : self.end(last)]

    @staticmethod
    def within(clause: Clause, places: list[int]) -> list[int]:
        """Those of some words, in order, that are in the sentence."""
        first = bisect_left(places, clause.start)
        return places[first : bisect_left(places, clause.end, first)] if first < len(places) else []

    def among(self, vocabulary: Container[str]) -> list[int]:
        """The words that are in a vocabulary, in small letters: looked for once in a text."""
        return places_in(self.low, vocabulary)


def places_in(column: Sequence[str], vocabulary: Container[str]) -> list[int]:
    """Where a column of words has one that is in a vocabulary.

    >>> places_in(["the", "board", "met"], {"board", "council"})
    [1]
    """
    return list(compress(count(), map(vocabulary.__contains__, column)))


def words_of(text: str, sentences: Sequence[Sentence]) -> Words:
    """The words of a text, sentence by sentence.

    >>> words = words_of("The board's new fund opened.", [Sentence(0, 28, 0)])
    >>> list(zip(words.low, words.tag))[1:5]
    [('board', 'w'), ("'s", 'S'), ('new', 'w'), ('fund', 'w')]
    """
    ends = {sentence.end for sentence in sentences}
    within = [sentence.start for sentence in sentences if sentence.start in ends]
    shown, low, codes, start, _ = pieces_between(text, within) if within else pieces_of(text)
    clauses: list[Clause] = []
    begun = 0
    for _, end, paragraph in sentences:
        first, begun = begun, bisect_left(start, end, begun)
        while begun - first > _LONGEST:
            clauses.append(Clause(first, first + _LONGEST, paragraph))
            first += _LONGEST
        clauses.append(Clause(first, begun, paragraph))
    tags = _tags(codes, clauses)
    return Words(text, shown, low, start, list(tags), tags, clauses)


def _tags(codes: str, clauses: Iterable[Clause]) -> str:
    """The tag of each word: those that depend on the words beside it are settled from left to right."""
    settled, firsts = [*codes, START], {clause[0] for clause in clauses}
    for unsettled in _UNSETTLED.finditer(codes):
        i = unsettled.start()
        before = START if i in firsts else settled[i - 1]
        tags = BEFORE_ARTICLE if settled[i + 1] == ARTICLE and i not in firsts else SETTLED
        settled[i] = tags[before][settled[i]]
    return "".join(settled[:-1]).translate(TAG_OF)
