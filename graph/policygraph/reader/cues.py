"""Words that tell: finding a lexicon's words in a run of folded text, and which section lists them.

1. A cue is a word or phrase of a section, whole, not after a hyphen; of those that begin at the same place
   the longest counts, and cues do not overlap. A word of the lexicon that ends in `*` stands for all that
   begin so.
2. Pieces of words are looked up, not searched for, so that the size of a lexicon costs nothing. A text is
   taken apart only around the runs that are asked for, from one full stop to another, once.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from policygraph.reader.lexicon import groups, phrases, section

__all__ = ["Cue", "cues", "first_cue", "has_cue", "is_listed", "last_cue"]

_PIECE = re.compile(r"(\w+)")
"""As a group, so that a split gives what stands between pieces too, by turns."""
_FAR = 1000
"""How far around a run a full stop is looked for."""
_STEM = 3
"""Letters by which stems are filed; no stem is shorter."""


class Cue(NamedTuple):
    """A word of the lexicon at `[start, end)`, and the code it is listed under."""

    start: int
    end: int
    code: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    pieces: tuple[str, ...]
    marks: tuple[str, ...]
    """Between the pieces; empty for blanks."""
    code: str


@dataclass(frozen=True, slots=True)
class _Index:
    by_first: dict[str, tuple[_Phrase, ...]]
    by_stem: dict[str, tuple[tuple[str, str], ...]]
    firsts: frozenset[str]
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Words:
    starts: list[int]
    pieces: list[str]
    heads: list[str]
    """The first letters of each piece, as stems are filed."""


def cues(text: str, start: int, end: int, file: str, key: str) -> Iterator[Cue]:
    """All words of a section within the run, in order.

    >>> [cue.code for cue in cues("exports rose", 0, 12, "figures", "money")]
    ['exports']
    """
    words, index = _around(text, start, end), _index(file, key)
    starts, pieces = words.starts, words.pieces
    place = bisect_left(starts, start)
    last = bisect_left(starts, end, place)
    if index.firsts.isdisjoint(pieces[place:last]) and (
        not index.stems or index.stems.isdisjoint(words.heads[place:last])
    ):
        return
    while place < last:
        piece = pieces[place]
        found = None
        if piece in index.by_first or piece[:_STEM] in index.by_stem:
            found = _at(text, words, place, end, index)
        if found:
            yield found[0]
        place += found[1] if found else 1


def has_cue(text: str, start: int, end: int, file: str, key: str) -> bool:
    """Whether any word of the section is in the run."""
    return first_cue(text, start, end, file, key) is not None


def first_cue(text: str, start: int, end: int, file: str, key: str) -> Cue | None:
    """The first, or None."""
    return next(cues(text, start, end, file, key), None)


def last_cue(text: str, start: int, end: int, file: str, key: str) -> Cue | None:
    """The last, or None."""
    return next(iter(deque(cues(text, start, end, file, key), maxlen=1)), None)


def is_listed(word: str, file: str, key: str) -> bool:
    """Whether a whole word or phrase is in a section.

    >>> is_listed("months", "figures", "not_counted")
    True
    """
    whole, stems = _listed(file, key)
    return word in whole or word.startswith(stems)


def _at(text: str, words: _Words, place: int, end: int, index: _Index) -> tuple[Cue, int] | None:
    start, piece = words.starts[place], words.pieces[place]
    if start and text[start - 1] == "-":
        return None
    for phrase in index.by_first.get(piece, ()):
        last = place + len(phrase.pieces) - 1
        if last < len(words.starts) and _same(text, words, place, phrase):
            stop = words.starts[last] + len(words.pieces[last])
            if stop <= end:
                return Cue(start, stop, phrase.code), len(phrase.pieces)
    for stem, code in index.by_stem.get(piece[:_STEM], ()):
        if piece.startswith(stem) and start + len(piece) <= end:
            return Cue(start, start + len(piece), code), 1
    return None


def _same(text: str, words: _Words, place: int, phrase: _Phrase) -> bool:
    for offset, mark in enumerate(phrase.marks):
        here = place + offset
        if words.pieces[here + 1] != phrase.pieces[offset + 1]:
            return False
        stop = words.starts[here] + len(words.pieces[here])
        if text[stop : words.starts[here + 1]].strip() != mark:
            return False
    return True


def _around(text: str, start: int, end: int) -> _Words:
    """The words of the run, and of the rest of what stands between two full stops."""
    earliest, latest = max(0, start - _FAR), min(end + _FAR, len(text))
    first, last = text.rfind(". ", earliest, start), text.find(". ", end - 1, latest)
    return _words(text, first + 1 if first >= 0 else earliest, last if last >= 0 else latest)


@lru_cache(maxsize=64)
def _words(text: str, first: int, last: int) -> _Words:
    parts = _PIECE.split(text[first:last])
    pieces = parts[1::2]
    starts = list(accumulate(map(len, parts), initial=first))[1:-1:2]
    return _Words(starts, pieces, [piece[:_STEM] for piece in pieces])


@cache
def _listed(file: str, key: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = phrases(file, key)
    return frozenset(words), tuple(word[:-1] for word in words if word.endswith("*"))


@cache
def _index(file: str, key: str) -> _Index:
    grouped = isinstance(section(file, key), dict)
    listed = groups(file, key) if grouped else {key: phrases(file, key)}
    first: dict[str, dict[tuple[str, ...], _Phrase]] = {}
    stems: dict[str, list[tuple[str, str]]] = {}
    for code, words in listed.items():
        for word in words:
            pieces = tuple(_PIECE.findall(word.lower()))
            if word.endswith("*"):
                stems.setdefault(pieces[0][:_STEM], []).append((pieces[0], code))
            else:
                marks = tuple(mark.strip() for mark in _PIECE.split(word)[2:-1:2])
                first.setdefault(pieces[0], {}).setdefault((*pieces, *marks), _Phrase(pieces, marks, code))
    by_first = {
        piece: tuple(sorted(same.values(), key=lambda phrase: -len(phrase.pieces)))
        for piece, same in first.items()
    }
    by_stem = {head: tuple(same) for head, same in stems.items()}
    return _Index(by_first, by_stem, frozenset(by_first), frozenset(by_stem))
