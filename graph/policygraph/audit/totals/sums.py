"""Which periods add up to which: running totals and months, halves and quarters, whole months only.

1. A period is the sum of two that follow each other: the total to October and November, two halves.
2. It is the sum of a total from the same start, or of none, and of the single months after it.
3. It is the sum of its quarters.
No period of more than two years is taken apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from policygraph.periods import Period

__all__ = ["Known", "Sum", "placeable"]

_MOST_MONTHS = 24
_DAY = timedelta(days=1)
_FIRST_YEAR, _LAST_YEAR = 2, 9998
"""A period at the very ends of the calendar has nothing before or after it."""

_KEPT = 4096
"""So many periods are kept as months: series are about the same ones."""

_Run = tuple[int, int]
"""The first month of a period and the one after its last, counted from the year nought."""


@dataclass(frozen=True, slots=True, order=True)
class Sum:
    """A period and the periods that make it up."""

    whole: Period
    parts: tuple[Period, ...]


@lru_cache(maxsize=_KEPT)
def placeable(period: Period) -> bool:
    """Whether a period can be laid beside others: whole months, and not too long."""
    within = period.start.year >= _FIRST_YEAR and period.end.year <= _LAST_YEAR
    return within and period.whole_months and period.months <= _MOST_MONTHS


class Known:
    """Periods for which something is known, and how they add up.

    >>> half = [Period.parse(text) for text in ("2023-01/2023-06", "2023-01/2023-03", "2023-04/2023-06")]
    >>> [len(way.parts) for way in Known(half).ways(half[0])]
    [2]
    """

    def __init__(self, periods: Iterable[Period]) -> None:
        self.periods = sorted({period for period in periods if placeable(period)})
        self._runs = {_run(period): period for period in self.periods}
        self._ends_of: dict[int, list[int]] = defaultdict(list)
        self._starts_of: dict[int, list[int]] = defaultdict(list)
        for start, end in self._runs:
            self._ends_of[start].append(end)
            self._starts_of[end].append(start)

    def __contains__(self, period: Period) -> bool:
        return placeable(period) and _run(period) in self._runs

    def ways(self, whole: Period) -> list[Sum]:
        """How known periods make up this one, which may itself be known or not."""
        start, end = _run(whole)
        months = self._months_before(end, start)
        first = end - len(months)
        found = {tuple(self._quarters(start, end)), tuple(months if first == start else ())}
        for middle in self._ends_of.get(start, ()):
            if first <= middle < end:
                found.add(((start, middle), *months[middle - first :]))
            if middle < end and (middle, end) in self._runs:
                found.add(((start, middle), (middle, end)))
        return [Sum(whole, tuple(self._runs[run] for run in way)) for way in sorted(found) if len(way) > 1]

    def nested(self) -> Iterator[tuple[Period, Period]]:
        """Each known period with each shorter one that starts or ends with it."""
        for (start, end), whole in self._runs.items():
            for middle in self._ends_of[start]:
                if middle < end:
                    yield whole, self._runs[start, middle]
            for middle in self._starts_of[end]:
                if middle > start:
                    yield whole, self._runs[middle, end]

    def rests(self) -> Iterator[Sum]:
        """Each known period less another that starts or ends with it, where what is left is not known.

        What is left is the first part.
        """
        runs = self._runs
        for (start, end), whole in runs.items():
            for middle in self._ends_of[start]:
                if middle < end and (middle, end) not in runs:
                    yield Sum(whole, (_period(middle, end), runs[start, middle]))
            for middle in self._starts_of[end]:
                if middle > start and (start, middle) not in runs:
                    yield Sum(whole, (_period(start, middle), runs[middle, end]))

    def spans(self) -> Iterator[Period]:
        """The quarters, halves and years that begin when a known period does, in order; known ones too."""
        for start in sorted(self._ends_of):
            for months in (3, 6, 12):
                yield _period(start, start + months)

    def _quarters(self, start: int, end: int) -> list[_Run]:
        """The run cut into known pieces of three months; none where it cannot be."""
        pieces = [(at, at + 3) for at in range(start, end, 3)]
        return pieces if (end - start) % 3 == 0 and all(piece in self._runs for piece in pieces) else []

    def _months_before(self, end: int, start: int) -> list[_Run]:
        """The single months before the end of a run that are known without a gap, back to its start."""
        first = end
        while first > start and (first - 1, first) in self._runs:
            first -= 1
        return [(at, at + 1) for at in range(first, end)]


@lru_cache(maxsize=_KEPT)
def _run(period: Period) -> _Run:
    start = period.start.year * 12 + period.start.month - 1
    return start, start + period.months


@lru_cache(maxsize=_KEPT)
def _period(start: int, end: int) -> Period:
    return Period(_first(start), _first(end) - _DAY)


def _first(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
