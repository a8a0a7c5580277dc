"""A text whose periods are read: what stands around a match, and which year it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from policygraph.lexicon import by_letter, flat, inverted, one_of, phrases
from policygraph.periods import FiscalCalendar, Period
from policygraph.reader.periods.period_parts import (
    count_of,
    first_months,
    month_of,
    ordered_part,
    slice_of,
    within,
)
from policygraph.reader.periods.text_period import TextPeriod

__all__ = ["PeriodSource"]

_DUE = re.compile(
    rf"{one_of('grammar', 'due', opening=True)}(?: the)?(?: end[ -]of)?(?: end[ -])?(?: of)? ?\Z"
)
_SINCE = re.compile(rf"{by_letter(['since'], opening=True)}(?: [a-z]+){{0,4}} ?-?\Z")
_OF_A_PAPER = re.compile(rf" {one_of('grammar', 'papers')}\b")
_FUTURE = re.compile(rf"{one_of('grammar', 'future', opening=True)}\b")
_WOULD = re.compile(rf"{by_letter(['would'], opening=True)} [^.,;:]{{0,40}}\Z")
_PARTS = ("ord", "q", "nq", "h", "h2", "nm", "m1")
"""Groups of a pattern that tell a part of a year."""


@dataclass(frozen=True)
class PeriodSource:
    """A text, as it is and folded, its date, and its country's fiscal calendar."""

    text: str
    fold: str
    published: date | None
    fiscal: FiscalCalendar | None
    """None where nobody knows it."""

    def said(
        self,
        match: re.Match[str],
        period: Period | None,
        *,
        shift: int = 0,
        named: bool = False,
        fiscal: bool = False,
    ) -> TextPeriod:
        """The run as a period; none after `since`, or before a paper that a month is told of.

        A `fiscal` one has no dates where nobody knows the calendar.
        """
        before = self.fold[max(0, match.start() - 36) : match.start()]
        if _SINCE.search(before) or (not named and _OF_A_PAPER.match(self.fold, match.end())):
            return TextPeriod(match.start(), match.end(), None)
        due = bool(_DUE.search(before))
        dateless = fiscal and period is None and self.fiscal is None
        return TextPeriod(match.start(), match.end(), period, shift, due, named, dateless=dateless)

    def in_name(self, place: int) -> bool:
        """Whether the year at the place is part of a name."""
        before = self.text[max(0, place - 30) : place].rstrip(" \t\u00a0").split()
        if not before or "\n" in self.text[max(0, place - 2) : place]:
            return False
        word = before[-1]
        return word[:1].isupper() and word[-1].isalpha() and word.lower() not in _before_year()

    def part(self, match: re.Match[str], year: Period) -> Period | None:
        """The part of a year that the match names, or the year."""
        return _part_of(match.groupdict(), year) if any(match.group(*_PARTS)) else year

    def year_of(self, month: int, match: re.Match[str]) -> int | None:
        """The year of a month that names none (rule 3 of `period_reader`)."""
        day = self.published
        if day is None:
            return None
        if self.lies_ahead(match):
            return day.year + (month < day.month)
        return day.year - (month > day.month)

    def lies_ahead(self, match: re.Match[str]) -> bool:
        """Whether what is told of a time is told as lying ahead."""
        ahead = self.fold[max(0, match.start() - 48) : match.start()]
        following = self.fold[match.end() : match.end() + 20]
        future = f"{ahead.rpartition('. ')[2]} | {following.partition('. ')[0]}"
        return bool(_DUE.search(ahead) or _FUTURE.search(future) or _WOULD.search(ahead))

    def is_month_name(self, match: re.Match[str], group: str, *, sure: bool) -> bool:
        """Whether what looks like a month is one: in capitals, and no other word."""
        start = match.start(group)
        if not self.text[start].isupper():
            return False
        if sure or match[group].rstrip(".") not in phrases("periods", "doubtful_months"):
            return True
        before = self.fold[max(0, start - 12) : start].split()
        return bool(before) and before[-1] in phrases("periods", "before_month")


def _part_of(part: Mapping[str, str | None], year: Period) -> Period | None:
    if (ordinal := part["ord"]) and (unit := part["unit"]):
        count = count_of(part["n"]) if part["n"] else None
        unit = "months" if count or unit.startswith("month") else unit
        return ordered_part(int(flat("periods", "ordinals")[ordinal]), count, unit, year)
    if quarter := part["q"] or part["nq"]:
        return slice_of(year, 3, int(quarter))
    if half := part["h"] or part["h2"]:
        return slice_of(year, 6, int(half))
    if months := part["nm"]:
        return first_months(year, int(months))
    if first := part["m1"]:
        return within(year, month_of(first), month_of(part["m2"] or first))
    return year


@cache
def _before_year() -> frozenset[str]:
    plans = inverted("countries", "yearly_plans")
    return frozenset((*phrases("periods", "before_year"), *flat("periods", "months"), *plans))
