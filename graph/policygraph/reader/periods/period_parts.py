"""Arithmetic of the periods that text names: parts of a year, runs of months, years written short."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from policygraph.lexicon import flat
from policygraph.periods import Period, PeriodError

__all__ = [
    "attempt",
    "count_of",
    "ending",
    "first_months",
    "full_year",
    "month_of",
    "ordered_part",
    "run",
    "slice_of",
    "within",
    "years",
]

_SHORT_FROM = 60
"""Two digits from here on are of the last century."""


def attempt(make: Callable[[], Period]) -> Period | None:
    """What is made, or None where there is no such period."""
    try:
        return make()
    except (PeriodError, ValueError):
        return None


def month_of(word: str) -> int:
    """The number of a month's name, with or without its full stop."""
    return int(flat("periods", "months")[word.rstrip(".")])


def count_of(word: str) -> int:
    """A small number, in figures or words."""
    return int(word) if word.isdigit() else int(flat("periods", "counts")[word])


def full_year(digits: str) -> int:
    """`21` is 2021 and `98` is 1998; four digits stay.

    >>> full_year("21"), full_year("98"), full_year("2021")
    (2021, 1998, 2021)
    """
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (1900 if year >= _SHORT_FROM else 2000)


@lru_cache(maxsize=4096)
def run(first: tuple[int, int], last: tuple[int, int]) -> Period:
    """From the first day of a (year, month) to the last day of another."""
    end = date(*last, calendar.monthrange(*last)[1])
    return Period(date(*first, 1), end)


def years(first: int, last: int) -> Period:
    """Whole calendar years.

    >>> str(years(2021, 2021))
    '2021'
    """
    return run((first, 1), (last, 12))


def ending(year: int, month: int, months: int = 12) -> Period:
    """So many months, the last of them given."""
    first = year * 12 + month - months
    return run((first // 12, first % 12 + 1), (year, month))


def first_months(year: Period, count: int) -> Period:
    """The first months of a year."""
    return _offset(year, 0, count)


def slice_of(year: Period, length: int, which: int) -> Period:
    """The n-th run of so many months in a year; -1 is the last.

    >>> str(slice_of(years(2021, 2021), 3, 2))
    '2021-04/2021-06'
    """
    place = 12 // length if which < 0 else which
    return _offset(year, (place - 1) * length, length)


def ordered_part(which: int, count: int | None, unit: str, year: Period) -> Period:
    """`first half`, `last three months`, `second month` of a year."""
    if unit == "half":
        return slice_of(year, 6, which)
    if unit == "quarter":
        return slice_of(year, 3, which)
    if count is None:
        return slice_of(year, 1, which)
    count = min(max(count, 1), 12)
    return _offset(year, 12 - count, count) if which < 0 else first_months(year, count)


def within(year: Period, first: int, last: int) -> Period:
    """The months of that year, fiscal or calendar, that bear those numbers.

    >>> str(within(Period.parse("2020-07/2021-06"), 9, 2))
    '2020-09/2021-02'
    """
    offset = (first - year.start.month) % 12
    return _offset(year, offset, (last - first) % 12 + 1)


def _offset(year: Period, months: int, length: int) -> Period:
    total = year.start.year * 12 + year.start.month - 1 + months
    end = total + min(max(length, 1), 12) - 1
    return run((total // 12, total % 12 + 1), (end // 12, end % 12 + 1))
