"""Numbers as printed, in figures or words, with their scale: where they stand and what they are worth.

1. A number in figures may have commas (`1,200`, `2,50,000`) and one decimal point; one that touches a
   letter before it, or another number, is none (`COVID-19`, `5.2.1`).
2. A number in words is a run of number words (`twenty-five`, `one hundred and ten`), or `a`, `half a`, `a
   quarter of a`, `a dozen` before a scale (`a billion`). It begins a word: there is no `ten` in `often two
   people`.
3. A scale word after it, with a blank or a hyphen, multiplies it: `2.5 lakh`, `ten-billion`, `1,000 crore`.
   Scales of one letter count where the caller knows that money is meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from policygraph.lexicon import any_of, by_letter, flat
from policygraph.quantities import plain
from policygraph.reader.periods.spots import Spots, first_scales, spots_of

__all__ = ["Numeral", "numerals", "scale_at"]

_LONGEST = 24
"""Digits and commas of one number; a longer run is no quantity."""
_KEPT = 4096
"""Numbers of which it is kept in mind what they are worth: most come again."""
_DIGITS = frozenset("0123456789")
_LEADS = frozenset(".:/#@_'")
"""Before a number: it is a part of a time, a version or a code."""
_JOINS = frozenset(".':/_")
"""Between a number and a digit after it: the two are one code, time or version."""


class Numeral(NamedTuple):
    """A number without its scale, `folded[start:end]`."""

    start: int
    end: int
    value: Decimal
    in_words: bool


def numerals(text: str, spots: Spots | None = None) -> list[Numeral]:
    """All numbers of a folded text, in order; the scale is not in them.

    >>> [(n.start, str(n.value)) for n in numerals("twenty-five of 1,200.5 and half a million")]
    [(0, '25'), (15, '1200.5'), (27, '0.5')]
    """
    found: list[Numeral] = []
    for match in _both(text, spots or spots_of(text)):
        (start, end), printed = match.span(), match[0]
        if printed[0] in _DIGITS:
            value = _in_figures(printed) if end - start <= _LONGEST else None
            if value is not None and not _glued(text, start, end):
                found.append(Numeral(start, end, value, False))
        elif not _in_word(text, start):
            found.append(Numeral(start, end, _in_words(printed), True))
    return found


def scale_at(text: str, place: int, *, money: bool) -> tuple[int, int]:
    """Where the scale that starts at the place ends, and its power of ten; `(place, 0)` for none.

    >>> scale_at("2.5 lakh crore", 3, money=True), scale_at("2.5 lakh-crore", 3, money=True)
    ((14, 12), (14, 12))
    """
    found = _scale(money).match(text, place)
    if not found:
        return place, 0
    return found.end(), _powers()[" ".join(found["scale"].replace("-", " ").split())]


def _both(text: str, spots: Spots) -> list[re.Match[str]]:
    """Numbers in figures and words, and those told by an article, in order."""
    found: list[re.Match[str]] = []
    match, end = _pattern().match, 0
    for start in spots.numbers:
        if start < end or (text[start].isalpha() and _in_word(text, start)):
            continue
        if one := match(text, start):
            found.append(one)
            end = one.end()
    if not spots.articles:
        return found
    starts = {one.start() for one in found}
    more = list(_article().finditer(text))
    parts = {one.start() for one in more if " of " in one[0]}
    found = [one for one in found if one.start() not in parts] if parts else found
    found += [one for one in more if one.end() + 1 not in starts or one[0][-1] in "an"]
    return sorted(found, key=lambda one: one.start())


@lru_cache(maxsize=_KEPT)
def _in_figures(digits: str) -> Decimal | None:
    """What digits are worth, or None where commas do not group them as people do."""
    return plain(Decimal(digits.replace(",", ""))) if _is_whole(digits) else None


def _is_whole(digits: str) -> bool:
    """Whether commas group it as people do: `1,200`, `2,50,000`, and not `451,62`."""
    groups = digits.partition(".")[0].split(",")
    return len(groups) == 1 or (len(groups[-1]) == 3 and all(len(group) in {2, 3} for group in groups[1:]))


def _glued(text: str, start: int, end: int) -> bool:
    """Whether the number is a part of something else: a name, a time, a version, a code."""
    before = text[start - 1 : start]
    if (
        before in _LEADS
        or (before == "," and text[start - 2 : start - 1].isdigit())
        or (before == "-" and text[start - 2 : start - 1].isalpha())
    ):
        return True
    return text[end : end + 1] in _JOINS and text[end + 1 : end + 2].isdigit()


def _in_word(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_'")


@lru_cache(maxsize=_KEPT)
def _in_words(words: str) -> Decimal:
    """What number words are worth."""
    if words.startswith("half"):
        return Decimal("0.5")
    part, of, _ = words.partition(" of ")
    if of:
        return Decimal(flat("numbers", "fractions")[part]) / 100
    known = _worths()
    whole, half, _ = words.partition(" and a half")
    total = Decimal("0.5") if half else Decimal(0)
    words = whole if half else words
    for word in words.replace("-", " ").split():
        if word == "hundred":
            total = (total or Decimal(1)) * 100
        elif word == "dozen":
            total = (total or Decimal(1)) * 12
        elif word in known:
            total += known[word]
    return total


@cache
def _worths() -> Mapping[str, Decimal]:
    both = {**flat("numbers", "words"), **flat("numbers", "articles")}
    return MappingProxyType({word: Decimal(worth) for word, worth in both.items()})


@cache
def _pattern() -> re.Pattern[str]:
    words = by_letter(flat("numbers", "words"))
    return re.compile(
        rf"[0-9][0-9,]*(?<!,)(?:\.[0-9]+)?"
        rf"|{words}(?:(?:[ -]|[ ]and[ ]){words}){{0,5}}\b(?:[ -]dozen\b| and a half\b)?"
    )


@cache
def _article() -> re.Pattern[str]:
    scales = "|".join(first_scales())
    parts = any_of(flat("numbers", "fractions"), whole=False)
    return re.compile(rf"(?:half[ -]|{parts} of )?an?(?:[ ]dozen\b|(?=[ -](?:{scales})\b))")


@cache
def _powers() -> dict[str, int]:
    both = {**flat("numbers", "scales"), **flat("numbers", "letters")}
    return {word: int(power) for word, power in both.items()}


@cache
def _scale(money: bool) -> re.Pattern[str]:
    words = sorted(flat("numbers", "scales"), key=len, reverse=True)
    if money:
        words += list(flat("numbers", "letters"))
    either = "|".join(word.replace(" ", "[ -]") for word in words)
    return re.compile(rf"[ -]?(?P<scale>{either})(?![a-z0-9])")
