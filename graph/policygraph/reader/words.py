"""The words of a text, each with what it does in its sentence, as far as a list of words can tell.

1. A word is a number, a run of letters with the marks that hold it together (`P@SHA`, `co-working`), or one
   mark. A possessive ending is a word of its own.
2. A word on one of the lists of `words.yaml` has that list's tag; a known verb in any of its forms is a verb.
   A form that may be a noun is one after a determiner, a preposition, a possessive, a number or an adjective,
   and a verb after an auxiliary, `to` or a pronoun.
3. A word in `-ed` that no list knows is a verb unless a determiner stands before it.
4. A sentence of more words than any has is read in pieces, so that time stays in line with length.
5. Any other word is a name where it has a capital or a digit, and else a plain word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from policygraph.reader.lexicon import phrases
from policygraph.reader.sentences import Sentence
from policygraph.reader.word_tags import (
    ALONE,
    DETERMINER,
    MARK,
    NAME,
    PLAIN,
    POSSESSIVE,
    PREPOSITION,
    SMALL,
    UNSETTLED,
    VERB,
)

__all__ = ["Clause", "Words", "split_words", "words_of"]

_WORD = re.compile(
    r"([A-Za-z]+(?=[ ,])|\d+(?:[.,]\d+)*(?:%|[A-Za-z][\w-]*)?|['’]s(?!\w)"
    r"|[^\W_]+(?:(?:[-&@./+]|['’](?!s\b))[^\W_]+)*|[^\w\s]|_)"
)
"""As a group, so that a split gives what stands between words too, by turns; plain words are tried first."""
_LONGEST = 300
"""Words of a sentence."""
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "our", "my", "your"})
_VERB_AFTER = frozenset("XRA")


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
        return [i for i, word in enumerate(self.low) if word in vocabulary]


def words_of(text: str, sentences: Sequence[Sentence]) -> Words:
    """The words of a text, sentence by sentence.

    >>> words = words_of("The board's new fund opened.", [Sentence(0, 28, 0)])
    >>> list(zip(words.low, words.tag))[1:5]
    [('board', 'w'), ("'s", 'S'), ('new', 'w'), ('fund', 'w')]
    """
    shown: list[str] = []
    start: list[int] = []
    clauses: list[Clause] = []
    for first, last, paragraph in sentences:
        parts = _WORD.split(text[first:last])
        start += list(accumulate(map(len, parts), initial=first))[1:-1:2]
        begun = len(shown)
        shown += parts[1::2]
        pieces = range(begun, len(shown), _LONGEST)
        clauses += [Clause(i, min(i + _LONGEST, len(shown)), paragraph) for i in pieces]
    low = list(map(SMALL.__getitem__, shown))
    tag = list(map(ALONE.__getitem__, shown))
    _in_context(shown, low, tag, clauses)
    return Words(text, shown, low, start, tag, clauses)


def split_words(text: str) -> list[str]:
    """The words of a run of text, as they are shown.

    >>> split_words("R&D’s 5%")
    ['R&D', '’s', '5%']
    """
    return _WORD.findall(text)


def _in_context(shown: Sequence[str], low: Sequence[str], tag: list[str], clauses: Iterable[Clause]) -> None:
    """Settle the tags that depend on the word before."""
    nouns = _also_nouns()
    first = {clause.start for clause in clauses}
    for i in [i for i, alone in enumerate(tag) if alone in UNSETTLED]:
        before, previous = (MARK, "") if i in first else (tag[i - 1], low[i - 1])
        if tag[i] == VERB:
            tag[i] = _verb_or_noun(low[i], shown[i], previous, before, nouns)
        else:
            tag[i] = PLAIN if before in "DS" else VERB


def _verb_or_noun(word: str, shown: str, previous: str, before: str, nouns: frozenset[str]) -> str:
    if shown[0].isupper() and before in {NAME, PREPOSITION, DETERMINER} and previous != "to":
        return NAME
    if before == POSSESSIVE or (before == DETERMINER and previous in _ARTICLES):
        return PLAIN
    if word not in nouns:
        participle = before == DETERMINER and word.endswith(("ed", "ing", "given", "known"))
        return PLAIN if participle else VERB
    if previous == "to" or before in _VERB_AFTER:
        return VERB
    return VERB if before == NAME or (before == PLAIN and word.endswith("ed")) else PLAIN


@cache
def _also_nouns() -> frozenset[str]:
    return frozenset(phrases("words", "also_nouns"))
