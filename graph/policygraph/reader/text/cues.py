"""Words that tell: finding a lexicon's words in a run of folded text, and which section lists them.

1. A cue is a word or phrase of a section, whole, not after a hyphen; of those that begin at the same place
   the longest counts, and cues do not overlap. A word of the lexicon that ends in `*` stands for all that
   begin so.
2. One pass over the run finds the places where a section's first words or stems may stand, for all of them
   at once, so that the size of a lexicon costs nothing and a run with none of them is done; only at those
   places is the text read word by word. A first word of one or two letters, which stands in many others, is
   looked for with the second.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from policygraph.lexicon import groups, phrases, section

__all__ = ["Cue", "cues", "first_cue", "has_cue", "is_listed", "last_cue"]

_PIECE = re.compile(r"(\w+)")
"""As a group, so that a split gives what stands between pieces too, by turns."""
_STEM = 3
"""Letters by which stems are filed; no stem is shorter."""


class Cue(NamedTuple):
    """A word of the lexicon at `[start, end)`, and the code it is listed under."""

    start: int
    end: int
    code: str


class _Index(NamedTuple):
    begins: AhoCorasick
    """Words, first words of phrases, and stems."""
    words: dict[str, str]
    """Single words and their codes."""
    phrases: dict[str, tuple[tuple[re.Pattern[str], str], ...]]
    """By the first word, those of most words first: words and what stands between them, and the code."""
    stems: dict[str, tuple[tuple[str, str], ...]]
    """Stems and their codes, by the first letters."""


def cues(text: str, start: int, end: int, file: str, key: str) -> Iterator[Cue]:
    """All words of a section within the run, in order.

    >>> [cue.code for cue in cues("exports rose", 0, 12, "figures", "money")]
    ['exports']
    """
    index = _index(file, key)
    hits = index.begins.find_matches_as_indexes(text[start:end], overlapping=True)
    return _at_places(text, sorted({start + hit[1] for hit in hits}), end, index) if hits else iter(())


def has_cue(text: str, start: int, end: int, file: str, key: str) -> bool:
    """Whether any word of the section is in the run."""
    return next(cues(text, start, end, file, key), None) is not None


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


def _at_places(text: str, places: list[int], end: int, index: _Index) -> Iterator[Cue]:
    """The cues that begin at some of the places, one after another."""
    free = 0
    for start in places:
        before = text[start - 1] if start else " "
        if start < free or before in "-_" or before.isalnum():
            continue
        cue = _at(text, start, end, index)
        if cue is not None:
            yield cue
            free = cue.end


def _at(text: str, start: int, end: int, index: _Index) -> Cue | None:
    word = _PIECE.match(text, start, end + 1)  # one further, so that a word which goes on is not cut to size
    if word is None:
        return None
    piece, stop = word[0], word.end()
    for pattern, code in index.phrases.get(piece, ()):
        whole = pattern.match(text, start, end + 1)
        if whole is not None and whole.end() <= end:
            return Cue(start, whole.end(), code)
    if stop > end:
        return None
    if piece in index.words:
        return Cue(start, stop, index.words[piece])
    stems = index.stems.get(piece[:_STEM], ())
    return next((Cue(start, stop, code) for stem, code in stems if piece.startswith(stem)), None)


@cache
def _listed(file: str, key: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = phrases(file, key)
    return frozenset(words), tuple(word[:-1] for word in words if word.endswith("*"))


@cache
def _index(file: str, key: str) -> _Index:
    grouped = isinstance(section(file, key), dict)
    listed = groups(file, key) if grouped else {key: phrases(file, key)}
    words: dict[str, str] = {}
    several: dict[str, dict[str, tuple[int, str]]] = {}
    stems: dict[str, list[tuple[str, str]]] = {}
    openings: set[str] = set()
    for code, word in ((code, word) for code, of_code in listed.items() for word in of_code):
        parts = _PIECE.split(word.lower())[1:-1]
        if word.endswith("*"):
            stems.setdefault(parts[0][:_STEM], []).append((parts[0], code))
        elif len(parts) == 1:
            words.setdefault(parts[0], code)
        else:
            several.setdefault(parts[0], {}).setdefault(_source(parts), (len(parts), code))
            openings.add(parts[0] if len(parts[0]) >= _STEM or parts[1] != " " else f"{parts[0]} {parts[2]}")
    begins = {*words, *openings, *(stem for same in stems.values() for stem, _ in same)}
    return _Index(
        AhoCorasick(sorted(begins), matchkind=MatchKind.Standard, implementation=Implementation.DFA),
        words,
        {first: _longest_first(same) for first, same in several.items()},
        {head: tuple(same) for head, same in stems.items()},
    )


def _source(parts: list[str]) -> str:
    """The pattern of a phrase, given as its words and what stands between them, by turns."""
    marks = [rf"\s*{re.escape(mark)}\s*" if (mark := gap.strip()) else r"\s+" for gap in parts[1::2]]
    rest = "".join(f"{mark}{re.escape(word)}" for mark, word in zip(marks, parts[2::2], strict=True))
    return rf"{re.escape(parts[0])}{rest}(?!\w)"


def _longest_first(same: dict[str, tuple[int, str]]) -> tuple[tuple[re.Pattern[str], str], ...]:
    ordered = sorted(same.items(), key=lambda one: -one[1][0])
    return tuple((re.compile(source), code) for source, (_, code) in ordered)
