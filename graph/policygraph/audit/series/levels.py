"""Stated levels, gathered: one value of one series at one time, with every figure that states it.

1. A stock (kind `point`) belongs to the last day of its period, however long that is.
2. A forecast is nobody's rival and part of no sum: it says what may come.
3. A definition whose code is `as-labelled` says that the source gives none, as None does.
4. Noughts at the end of a number may be rounding, whatever place it was recorded to: 1,700 million may have
   been "1.7 billion". `loose` reads them so, down to two figures; `interval` goes by the recorded place.
5. What is no finite number is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import inf

from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.records.counted import Observation, Series
from policygraph.audit.records.facts import Facts
from policygraph.periods import Period

__all__ = [
    "Level",
    "by_series",
    "counts",
    "levels",
    "loosened",
    "series_of",
    "time_of",
    "width",
    "worth_of_last",
]

_NO_DEFINITION = ".as-labelled"
_SURE = 1e-9
"""Ends closer than this share are compared as fractions; binary numbers settle all others."""


@dataclass(frozen=True)
class Level:
    """A value stated for a series and a time, by one source or more."""

    series: Series
    period: Period
    point: bool
    value: Decimal
    step: Decimal
    bound: str | None
    doubt: str
    figures: tuple[Observation, ...]
    """The figures that state it, the earliest published first."""

    ends: tuple[float, float]
    """The ends of `loose` as binary numbers, quick to add up; an open end is infinite."""

    @cached_property
    def interval(self) -> Interval:
        """What it may stand for, by its last recorded place."""
        return Interval.of(self.value, self.step, self.bound)

    @cached_property
    def loose(self) -> Interval:
        """The same where noughts at the end may be rounding."""
        return loosened(self.value, self.step, self.bound)

    def meets(self, other: Level) -> bool:
        """Whether one number can be meant by both, by their last recorded places."""
        (low, high), (least, most) = (_ends(one.value, one.step, one.bound) for one in (self, other))
        edge = _SURE * float(max(abs(self.value), abs(other.value)))
        if low + edge < most and least + edge < high:
            return True
        return self.interval.meets(other.interval)

    @property
    def iris(self) -> tuple[str, ...]:
        """The figures that state it."""
        return tuple(figure.iri for figure in self.figures)

    @property
    def published(self) -> date | None:
        """When it was first published, as far as known."""
        return self.figures[0].published

    @property
    def provisional(self) -> bool:
        """Whether a source calls it provisional."""
        return any(figure.status == "provisional" for figure in self.figures)

    @property
    def place(self) -> tuple[float, str, Decimal, str]:
        """Where it stands in a list: by first publication, then by value."""
        day = self.published or date.max
        return day.toordinal(), str(self.bound), self.value, self.iris[0]


def levels(facts: Facts) -> list[Level]:
    """The stated levels without forecasts, in order.

    >>> levels(Facts())
    []
    """
    found: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for one in filter(counts, facts.observations):
        found[series_of(one.series), *time_of(one), one.value, one.step, one.bound, one.doubt].append(one)
    return sorted((_level(same) for same in found.values()), key=_order)


def counts(one: Observation) -> bool:
    """Whether a figure is one of a level (2., 5.)."""
    return one.status != "forecast" and one.value.is_finite() and one.step.is_finite()


def time_of(one: Observation) -> tuple[date, date, bool]:
    """The first and last day that a figure belongs to, and whether it is a stock (1.)."""
    point = one.kind == "point"
    return one.period.end if point else one.period.start, one.period.end, point


def by_series(found: Iterable[Level]) -> dict[Series, list[Level]]:
    """The same, by series."""
    series: dict[Series, list[Level]] = defaultdict(list)
    for level in found:
        series[level.series].append(level)
    return series


def series_of(series: Series) -> Series:
    """The series; without a definition where that only says that the source gives none."""
    undefined = series.definition is not None and series.definition.endswith(_NO_DEFINITION)
    return replace(series, definition=None) if undefined else series


def loosened(value: Decimal, step: Decimal, bound: str | None = None) -> Interval:
    """What a printed value may stand for where noughts at its end may be rounding (4.).

    >>> loosened(Decimal(1700), Decimal(1)).high, loosened(Decimal(1701), Decimal(1)).high
    (Fraction(1750, 1), Fraction(3403, 2))
    """
    return Interval.of(value, max(step, worth_of_last(value)), bound)


def worth_of_last(value: Decimal) -> Decimal:
    """The worth of the last digit that is not nought, at most of the second; nought for nought."""
    if not value:
        return Decimal(0)
    last = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(int(last), value.adjusted() - 1))


def _level(same: list[Observation]) -> Level:
    if len(same) > 1:
        same.sort(key=lambda one: (one.published or date.max, one.iri))
    first = same[0]
    value, step, bound = first.value, abs(first.step), first.bound
    point = first.kind == "point"
    return Level(
        series=series_of(first.series),
        period=Period(first.period.end, first.period.end) if point else first.period,
        point=point,
        value=value,
        step=step,
        bound=bound,
        doubt=first.doubt,
        figures=tuple(same),
        ends=_ends(value, max(step, worth_of_last(value)), bound),
    )


def _order(level: Level) -> tuple[str, ...] | tuple[object, ...]:
    series = level.series
    what = (series.indicator, series.area, series.definition or "", series.unit)
    time = (level.period.start, level.period.end, level.point)  # days, which compare sooner than periods
    return (*what, *time, level.value, level.step, level.bound or "", level.doubt)


def width(interval: Interval) -> Fraction | None:
    """How wide it is against its middle; None where it has an open end or nought in it."""
    if interval.low_ratio is None or interval.high_ratio is None:
        return None
    (top, parts), (most, pieces) = interval.low_ratio, interval.high_ratio
    if top <= 0 <= most:
        return None
    low, high = top * pieces, most * parts
    return Fraction(2 * (high - low), abs(high + low))


def _ends(value: Decimal, step: Decimal, bound: str | None) -> tuple[float, float]:
    """The ends of the interval that `Interval.of` makes of it, as binary numbers."""
    if bound == "about":
        last = value.normalize().as_tuple().exponent if value else 0
        step = max(step, Decimal(1).scaleb(int(last)))
    middle, half = float(value), float(step) / 2
    return -inf if bound == "at-most" else middle - half, inf if bound == "at-least" else middle + half
