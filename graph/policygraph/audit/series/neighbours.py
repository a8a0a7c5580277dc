"""Where else a value is known: at another time of its series, or for an indicator beside it in the scheme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain

from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.records.counted import Series
from policygraph.audit.series.levels import Level, width
from policygraph.audit.series.scheme import Scheme
from policygraph.periods import Period, PeriodError

__all__ = ["Neighbours"]

_NARROW = Fraction(1, 50)
"""Values known less exactly than this agree too often by chance."""
_MOST = 100
"""At most so many candidates are looked at for one value, nearest in order first."""

_Time = tuple[str, Period, bool]


class Neighbours:
    """An index of levels by time and by indicator.

    >>> Neighbours([], {}, {}).elsewhen
    <bound method Neighbours.elsewhen of ...>
    """

    def __init__(
        self, found: Iterable[Level], broader: Mapping[str, tuple[str, ...]], wholes: Mapping[str, str]
    ) -> None:
        self._by_year: dict[tuple[Series, int], dict[Period, list[Level]]] = defaultdict(dict)
        self._by_time: dict[tuple[str, _Time], list[Level]] = defaultdict(list)
        self._scheme, self._wholes = Scheme(broader), wholes
        for level in found:
            if not level.point and not level.doubt:
                of_year = self._by_year[level.series, level.period.end.year]
                of_year.setdefault(level.period, []).append(level)
            self._by_time[level.series.indicator, _time(level)].append(level)

    def elsewhen(self, level: Level) -> Level | None:
        """The same value of its series for a period that overlaps its own, or for a year before or after."""
        if level.point or not _sharp(level.interval):
            return None
        near = chain.from_iterable(self._near(level))
        return next((other for other in near if other.meets(level)), None)

    def same_value(self, level: Level) -> Level | None:
        """The same value of a related indicator for the same area and time."""
        if not _sharp(level.interval):
            return None
        related = self._related(level)
        return next((one for one in related if one.meets(level)), None)

    def same_difference(self, one: Level, other: Level) -> Level | None:
        """A related indicator whose value is what one of the two has more than the other."""
        high, low = (one, other) if one.value > other.value else (other, one)
        apart = high.interval - low.interval
        if not _sharp(apart):
            return None
        return next((found for found in self._related(one) if found.interval.meets(apart)), None)

    def part_of(self, one: str | None, other: str | None) -> bool:
        """Whether the data says that one of the two definitions adds up to the other."""
        pair = (one or "", other or "")
        return pair in self._wholes.items() or pair[::-1] in self._wholes.items()

    def _near(self, level: Level) -> Iterator[list[Level]]:
        """The levels of each such period, the most recent years last."""
        period = level.period
        shifted = {_shifted(period, by) for by in (-12, 12)}
        for year in range(period.end.year - 1, period.end.year + 2):
            for other, found in list(self._by_year.get((level.series, year), {}).items())[:_MOST]:
                aside = other != period and other.months >= period.months / 4
                if aside and (other in shifted or _overlap(other, period)):
                    yield found[:_MOST]

    def _related(self, level: Level) -> Iterator[Level]:
        for name in self._scheme.related(level.series.indicator):
            for other in self._by_time.get((name, _time(level)), ())[:_MOST]:
                if other.series.unit == level.series.unit and not other.doubt and _sharp(other.interval):
                    yield other


def _time(level: Level) -> _Time:
    return level.series.area, level.period, level.point


def _overlap(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


def _shifted(period: Period, months: int) -> Period | None:
    try:
        return period.shifted(months)
    except PeriodError:
        return None


def _sharp(interval: Interval) -> bool:
    share = width(interval)
    return share is not None and share <= _NARROW
