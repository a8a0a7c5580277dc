"""Times and amounts that stand in lists: `$3bn and $4bn in FY24 and FY25`, `Rs9bn in FY24, FY25 and FY26`.

1. Times are a list where nothing but commas and `and` stands between them, and so are amounts.
2. As many amounts as times, right before them or after, are each of the time at the same place in its list.
3. One amount before such a list is of all the time from the first of them to the last, where they follow each
   other; a change is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import TypeVar

from policygraph.periods import Period
from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.periods.text_periods import TextPeriod

__all__ = ["of_list"]

_JOINT = re.compile(r",? and (?:(?:in|about|some|of) )?(?:the )?|, ")
_LINK = re.compile(
    r"(?: [a-z-]+){0,3},? (?:in|for|during|of|over) (?:the )?(?:(?:fiscal|financial) years? )?"
)
_TOLD = re.compile(r"(?:,? [a-z]+){1,5} ")
"""Between a list of times and the amounts after it: `FY24 and FY25 were $3bn and $4bn`."""

T = TypeVar("T", Amount, TextPeriod)


def of_list(
    measures: Measures, place: Place, inside: list[TextPeriod], *, growth: bool
) -> tuple[Period, TextPeriod] | None:
    """The period of an amount beside a list of times, and the time that names it, if it is of one."""
    text = measures.text
    times = [one for one in inside if one.period and not one.shift]
    listed = [some for some in _lists(text, times) if len(some) > 1] if len(times) > 1 else []
    if not listed:
        return None
    amounts = [one for one in measures.amounts_in(place.sentence.start, place.sentence.end) if not one.joined]
    own = next((some for some in _lists(text, amounts) if place.amount in some), [])
    for some in listed if own else []:
        before = _LINK.fullmatch(text, own[-1].end, some[0].start)
        after = not before and _TOLD.fullmatch(text, some[-1].end, own[0].start)
        if len(own) == len(some) and (before or after):
            return _at(some, own.index(place.amount))
        if before and len(own) == 1 and not growth:
            return _all(some)
    return None


def _lists(text: str, items: Sequence[T]) -> list[list[T]]:
    """The items, each list of them apart (rule 1)."""
    lists: list[list[T]] = []
    for one in items:
        if lists and _JOINT.fullmatch(text, lists[-1][-1].end, one.start):
            lists[-1].append(one)
        else:
            lists.append([one])
    return lists


def _at(times: list[TextPeriod], place: int) -> tuple[Period, TextPeriod] | None:
    period = times[place].period
    return (period, times[place]) if period else None


def _all(times: list[TextPeriod]) -> tuple[Period, TextPeriod] | None:
    """Rule 3."""
    periods = [one.period for one in times if one.period]
    for one, other in pairwise(periods):
        if other.start - one.end != timedelta(1):
            return None
    return Period(periods[0].start, periods[-1].end), times[-1]
