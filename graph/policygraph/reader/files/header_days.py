"""The day that a head names, in numbers or in words."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from policygraph.reader.document import Document
from policygraph.reader.figures.measures import measures_of
from policygraph.reader.text.sentences import sentences_of

__all__ = ["day_of", "why_no_day"]

_LONGEST = 300
_NUMBERS = re.compile(r"([0-9]{1,4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,4})(?![0-9])")


def day_of(said: str) -> date | None:
    """The one day that is named, in any form in which articles name one.

    >>> day_of("2024-01-17T08:00:00Z") == day_of("Wed Jan 17, 2024") == date(2024, 1, 17)
    True
    """
    if numbers := _NUMBERS.match(said):
        return _numbered(*map(int, numbers.groups()))
    named = Document("", f"{said[:_LONGEST].replace('-', ' ')}.")
    days = {
        one.period.start
        for one in measures_of(named, sentences_of(named.text)).periods
        if one.period and one.period.start == one.period.end
    }
    return days.pop() if len(days) == 1 else None


def why_no_day(said: str) -> str:
    """Whether two days may be meant, or none is.

    >>> why_no_day("31/02/2025"), why_no_day("3/4/2025")
    ('it is no day', 'it is no single day')
    """
    numbers = _NUMBERS.match(said)
    return "it is no day" if numbers and not _days(*map(int, numbers.groups())) else "it is no single day"


def _numbered(first: int, second: int, third: int) -> date | None:
    """The day of three numbers with the year first or last; None where day and month may be either."""
    found = _days(first, second, third)
    return found.pop() if len(found) == 1 else None


def _days(first: int, second: int, third: int) -> set[date]:
    """All days that three numbers may be; none of the first years."""
    year, *rest = (first, second, third) if first > 31 else (third, second, first)
    found: set[date] = set()
    for month, day in [rest] if first > 31 else [rest, rest[::-1]]:
        with suppress(ValueError):
            found.add(date(year, month, day))
    return found if year > 31 else set()
