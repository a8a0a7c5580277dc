"""Two times that a text joins: `between 2019-20 and 2024-25`, `from 1 July to 31 December 2025`.

1. They are joined by `and` after `between`, and by `to` after `from`: one time, from the first day of the one
   to the last of the other. Where one has no dates the whole has none.
2. A first one without a year is the last such time before a second one that says its year.
3. Two years, or the same month, quarter or half of two, are the ends between which a thing may change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from policygraph.periods import Period
from policygraph.reader.periods.period_parts import attempt
from policygraph.reader.periods.text_period import TextPeriod

__all__ = ["are_ends", "is_between", "with_joined"]

_BETWEEN = re.compile(r"\bbetween (?:the )?\Z")
_JOINED = ((_BETWEEN, " and "), (re.compile(r"\bfrom (?:the )?\Z"), " to "))
_BEFORE = 12
"""Characters before the first time among which `between the` stands."""
_YEAR = 12
"""Months."""


def is_between(fold: str, place: int) -> bool:
    """Whether `between` stands before a place."""
    return _BETWEEN.search(fold, max(0, place - _BEFORE), place) is not None


def are_ends(first: Period, last: Period) -> bool:
    """Whether a thing may change from the one to the other (rule 3).

    >>> are_ends(Period.parse("2023-03"), Period.parse("2024-03"))
    True
    """
    alike = first.months == last.months and first.start.month == last.start.month
    return alike and first.end < last.start and first.whole_months and last.whole_months


def with_joined(fold: str, periods: Iterable[TextPeriod]) -> tuple[TextPeriod, ...]:
    """The times of a folded text, in order; those that it joins are one."""
    found = sorted(periods, key=lambda one: one.start)
    gone: set[int] = set()
    for at, (one, other) in enumerate(pairwise(found)):
        if at not in gone and other.start - one.end <= len(" and the ") and _is_joined(fold, one, other):
            found[at + 1] = _whole(one, other)
            gone.add(at)
    return tuple(one for at, one in enumerate(found) if at not in gone)


def _is_joined(fold: str, one: TextPeriod, other: TextPeriod) -> bool:
    if one.shift or other.shift:
        return False
    gap = fold[one.end : other.start].removesuffix("the ")
    before = max(0, one.start - _BEFORE), one.start
    return any(gap == joint and begun.search(fold, *before) for begun, joint in _JOINED)


def _whole(one: TextPeriod, other: TextPeriod) -> TextPeriod:
    whole = replace(other, start=one.start, due=False, dateless=one.dateless or other.dateless)
    first, last = one.period, other.period
    if first is None or last is None:
        return replace(whole, period=None)
    if other.named and not one.named:
        years = last.start.year - first.start.year
        first = first.shifted(
            _YEAR * (years if first.shifted(_YEAR * years).start <= last.start else years - 1)
        )
    if last.end < first.start:
        return replace(whole, period=None)
    ends = (first, last) if are_ends(first, last) else None
    return replace(whole, period=attempt(lambda: Period(first.start, last.end)), ends=ends)
