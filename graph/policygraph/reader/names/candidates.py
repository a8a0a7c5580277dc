"""Which words of a run may be a person's name.

1. Offices, honorifics, days, fields, peoples and the usual first words of sentences are cut off in front,
   days, suffixes and offices behind, and a rank with what a bracket says of it (`Col (R) Noor`). Fields go
   as far as they run on (`Foreign Affairs Jo Noor`). A run that ends in an office, and does not begin with a
   given name, is the office.
2. What is a place, ends in a word for a measure or a thing, or holds digits, signs or capitals is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from policygraph.reader.names.names import Run, Word
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.word_class import is_place

__all__ = ["Candidate", "candidates", "name_part", "vetoed"]

_ODD = re.compile(r"[0-9&@+]|[a-z][a-z][A-Z]|\b[A-Z]{3}")
_TITLE = wc.HONORIFIC | wc.OFFICE
_NEVER_ALONE = _TITLE | wc.OPENER | wc.CALENDAR | wc.SUFFIX
_CUT = _NEVER_ALONE | wc.DEMONYM | wc.FIELD | wc.CAPITALS
"""What a word may be that is cut off a run; a run of other words alone is a name as it stands."""
_NO_SINGLE = wc.PLACE | wc.THING | wc.FIELD | wc.OPENER | wc.OFFICE | wc.HONORIFIC
_MOST_WORDS = 5

Candidate = tuple[Run, list[Word], bool]
"""A run, its words that may be a name, and whether an office or honorific led them."""


def candidates(runs: Iterable[Run]) -> list[Candidate]:
    """The runs that are not taken and may name a person."""
    found: list[Candidate] = []
    for run in runs:
        if run.taken:
            continue
        if len(run.words) == 1:
            if not _no_name_alone(run.last):
                found.append((run, run.words, False))
            continue
        name, titled = name_part(run)
        if 0 < len(name) <= _MOST_WORDS:
            found.append((run, name, titled))
    return found


def name_part(run: Run) -> tuple[list[Word], bool]:
    """The words of the run that may be a name, and whether an office or honorific stood before them."""
    words = run.words
    first, last, titled = 0, len(words), False
    if last == 1:
        return ([] if _no_name_alone(words[0].bits) else words), False
    if not _bits(words) & _CUT:
        return words, False
    if words[-1].bits & wc.OFFICE and not words[0].bits & wc.GIVEN and not _ends_in_code(words):
        return [], False  # `Rivers Foreign Minister`: an office alone
    for at in range(last - 1):
        bits = words[at].bits
        if bits & _TITLE and not (at and bits & wc.WEAK_HONORIFIC):
            first, titled = at + 1, True
    for at in range(first + 1, last):
        if ")" in words[at].gap:
            first, titled = at, True
    while first < last and _no_name_start(words, first, last):
        first += 1
    while last > first and _no_name_end(words[last - 1], last - first):
        last -= 1
    return words[first:last], titled


def _bits(words: list[Word]) -> int:
    bits = 0
    for word in words:
        bits |= word.bits
    return bits


def _ends_in_code(words: list[Word]) -> bool:
    """Whether a given name stands before the letters of an office (`Barrister Jo Noor MP`)."""
    return words[-1].text.isupper() and any(word.bits & wc.GIVEN for word in words[1:-1])


def _no_name_alone(bits: int) -> bool:
    return bool(bits & _NEVER_ALONE) or bits & (wc.CAPITALS | wc.DEMONYM) == wc.CAPITALS


def _no_name_end(word: Word, left: int) -> bool:
    if word.bits & wc.CALENDAR:
        return left > 2 or word.text.endswith("day")
    return bool(word.bits & wc.SUFFIX) or (left > 2 and bool(word.bits & wc.OFFICE))


def _no_name_start(words: list[Word], at: int, last: int) -> bool:
    word, left = words[at], last - at
    if len(word.text) == 1 and left > 1 and (at or words[1].gap[:1] == "."):
        return False  # `Dr A Noor`, `A. Noor`
    if word.bits & (wc.OPENER | wc.CALENDAR):
        return not (word.bits & wc.GIVEN and left > 1)
    if word.bits & wc.DEMONYM:
        return left > 2 or (left == 2 and not word.bits & wc.GIVEN)
    if word.bits & wc.CAPITALS:
        return True
    return bool(word.bits & wc.FIELD) and left > 1


def vetoed(text: str, name: list[Word]) -> bool:
    """Whether the words cannot name a person: a place, a thing, capitals, digits, an office alone."""
    first, last = name[0], name[-1]
    if len(name) == 1:
        if last.bits & _NO_SINGLE:
            return True
    elif last.bits & wc.THING or (last.bits & wc.PLACE_HEAD and not first.bits & wc.GIVEN):
        return True
    called = text[first.start : last.end]
    return is_place(called) or (len(called) > 2 and called.isupper()) or _ODD.search(called, 1) is not None
