"""Times and amounts that stand in lists: `$3bn and $4bn in FY24 and FY25`, `Rs9bn in FY24, FY25 and FY26`.

1. Times are a list where nothing but commas and `and` stands between them, and so are amounts.
2. As many amounts as times, right before them or after, are each of the time at the same place in its list.
3. One amount before such a list is of all the time from the first of them to the last, where they follow each
   other; a change is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import TypeVar

from policygraph.periods import Period
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.periods.text_periods import TextPeriod
from policygraph.reader.reading import Span

__all__ = ["of_list"]

_JOINT = re.compile(r",? and (?:(?:in|about|some|of) )?(?:the )?|, ")
_LINK = re.compile(
    r"(?: [a-z-]+){0,3},? (?:in|for|during|of|over) (?:the )?(?:(?:fiscal|financial) years? )?"
)
_TOLD = re.compile(r"(?:,? [a-z]+){1,5} ")
"""Between a list of times and the amounts after it: `FY24 and FY25 were $3bn and $4bn`."""

T = TypeVar("T")


def of_list(
    measures: Measures, place: Place, inside: list[TextPeriod], *, growth: bool
) -> tuple[Period, TextPeriod] | None:
    """The period of an amount beside a list of times, and the time that names it, if it is of one."""
    text = measures.text
    times = [one for one in inside if one.period and not one.shift]
    amounts = [one for one in measures.amounts_in(place.sentence.start, place.sentence.end) if not one.joined]
    own = _run(text, amounts, place.amount.start, lambda one: (one.start, one.end))
    if len(times) < 2 or not own:
        return None
    for first in times:
        some = _run(text, times, first.start, lambda one: (one.start, one.end))
        if len(some) < 2 or some[0] is not first:
            continue
        before = _LINK.fullmatch(text, own[-1].end, first.start)
        after = not before and _TOLD.fullmatch(text, some[-1].end, own[0].start)
        if len(own) == len(some) and (before or after):
            return _at(some, own.index(place.amount))
        if before and len(own) == 1 and not growth:
            return _all(some)
    return None


def _run(text: str, items: Sequence[T], start: int, span: Callable[[T], Span]) -> list[T]:
    """The items of the list that the one at a place is in."""
    lists: list[list[T]] = []
    for one in items:
        if lists and _JOINT.fullmatch(text, span(lists[-1][-1])[1], span(one)[0]):
            lists[-1].append(one)
        else:
            lists.append([one])
    return next((some for some in lists if any(span(one)[0] == start for one in some)), [])


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
