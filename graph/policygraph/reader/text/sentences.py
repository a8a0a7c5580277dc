"""Where sentences begin and end, as code-point offsets into the text.

1. A blank line ends a sentence. A single line break ends one too, unless the line before it is long and
   ends in no stop and the next is no list item: such a break is a wrapped line.
2. A run of `.`, `!`, `?` or `…`, with the quotes and brackets that close after it, ends a sentence where
   white space follows and the next visible character is no lower-case letter.
3. A full stop after a known abbreviation (`Dr.`, `Rs.`, `Maj.`), after a single capital (`H.E.`, `J. Doe`)
   or between digits ends nothing. Abbreviations that may end a sentence (`a.m.`, `Ltd.`) end it where a
   capital follows that is not within a name: that is, where one of the usual first words follows.
4. A run of more than 1,000 characters with no end is cut at a blank, so that no rule ever meets an endless
   one.
5. White space at both ends is left out; a sentence is never empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, pairwise
from operator import sub
from typing import NamedTuple

from policygraph.lexicon import phrases
from policygraph.reader.text.remembered import Remembered
from policygraph.reader.text.word_class import lexicon_set

__all__ = ["Sentence", "sentence_at", "sentences_of"]

_STOPS = {
    mark: re.compile(rf"{re.escape(mark)}(?<![.!?…]{{2}})[.!?…]*[\"”’')\]»]{{0,4}}(?=\s)") for mark in ".!?…"
}
"""A stop by its first mark: a search for one given letter is the fastest."""
_BREAK = re.compile(r"\n\s*")
_BULLET = re.compile(r"(?:[-*•–—▪◦·]|\(?[0-9a-zA-Z]{1,3}[.)])(?=\s)")
_VISIBLE = re.compile(r"\S")
_LAST_WORD = re.compile(r"(?:[^\W_]|\.)*\Z")
_LONGEST = 1000
_WRAPPED = 55
"""A line at least this long may be a wrapped one."""


class Sentence(NamedTuple):
    """A run of text, `text[start:end]`, that is read as one; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """All sentences in order.

    >>> [(s.start, s.end) for s in sentences_of("Dr. Noor spoke. She left.")]
    [(0, 15), (16, 25)]
    """
    found: list[Sentence] = []
    start = paragraph = 0
    for end, new_paragraph in [*_ends(text), (len(text), False)]:
        if visible := _VISIBLE.search(text, start, end):
            first = visible.start()
            last = first + len(text[first:end].rstrip()) if text[end - 1].isspace() else end
            found.append(Sentence(first, last, paragraph))
        start, paragraph = end, paragraph + new_paragraph
    return tuple(found)


def sentence_at(sentences: tuple[Sentence, ...], place: int) -> Sentence | None:
    """The sentence that holds the place, or None between two."""
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].end <= place:
            low = middle + 1
        else:
            high = middle
    return sentences[low] if low < len(sentences) and sentences[low].start <= place else None


def _ends(text: str) -> list[tuple[int, bool]]:
    stops = [stop.finditer(text) for mark, stop in _STOPS.items() if mark in text]
    marks = [(m.end(), False) for m in chain.from_iterable(stops) if _is_end(text, m.start(), m.end())]
    ends = sorted([*marks, *_breaks(text)])
    places = [0, *(end for end, _ in ends), len(text)]
    if max(map(sub, places[1:], places)) > _LONGEST:
        ends = sorted([*ends, *_cuts(text, places)])
    return ends


def _cuts(text: str, ends: list[int]) -> Iterator[tuple[int, bool]]:
    for start, end in pairwise(ends):
        place = start
        while end - place > _LONGEST:
            cut = text.rfind(" ", place + 1, place + _LONGEST)
            place = cut if cut > 0 else place + _LONGEST
            yield place, False


def _breaks(text: str) -> Iterator[tuple[int, bool]]:
    """Runs of line breaks that end a sentence, and whether a blank line is among them."""
    line_start = 0
    for found in _BREAK.finditer(text):
        start, line_start, before = found.start(), found.end(), line_start
        if text.count("\n", start, line_start) > 1:
            yield start, True
        elif start - before < _WRAPPED or text[start - 1] in '.!?…:;”"' or _BULLET.match(text, line_start):
            yield start, False


def _is_end(text: str, start: int, end: int) -> bool:
    after = text[end + 1 : end + 2]
    if after.isspace():
        after = text[end : end + 12].lstrip()[:1]
    if after.islower():
        return False
    if text[start] != ".":
        return True
    before = text[start - 16 : start] if start > 16 else text[:start]
    told = _TOLD[before.rpartition(" ")[2]]
    return _sentence_begins(text, end) if told is None else told


def _told(before: str) -> bool | None:
    """Whether a full stop after this ends a sentence; None where what follows must tell."""
    word = before if before.isalnum() else _LAST_WORD.findall(before)[0]
    if len(word) == 1 and word.isupper():
        return False
    known = _abbreviations()
    if word in known:
        return None if known[word] else False
    return not (word[-2:-1] == "." and word[-1:].isupper())


_TOLD = Remembered(_told)


def _sentence_begins(text: str, end: int) -> bool:
    words = text[end : end + 24].lstrip(" \n\t\u00a0\"“‘'(").split(maxsplit=1)
    return bool(words) and words[0].rstrip(",'’") in lexicon_set("sentences", "first_words")


@cache
def _abbreviations() -> Mapping[str, bool]:
    """Each abbreviation, and whether it may end a sentence."""
    never = dict.fromkeys(phrases("sentences", "abbreviations"), False)
    return never | dict.fromkeys(phrases("sentences", "may_end"), True)
