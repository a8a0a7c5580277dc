"""All levels and rates of some facts, found by indicator, area and period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.records.counted import Observation, Rate, Series
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Derived
from policygraph.audit.series.scheme import Scheme
from policygraph.periods import Period

__all__ = ["Amount", "Ledger", "sound"]

POINT = "point"


@dataclass(frozen=True, slots=True)
class Amount:
    """A level, stated or derived, and what its number may stand for."""

    iri: str
    series: Series
    period: Period
    value: Decimal
    step: Decimal
    range: Interval
    source: str
    """Empty where no source states it."""
    published: date | None = None
    status: str = "actual"
    doubted: bool = False

    @property
    def open(self) -> bool:
        """Whether it has no upper or no lower end."""
        return self.range.low_ratio is None or self.range.high_ratio is None


class Ledger:
    """All levels and rates, found by what they are about; building it is linear in their number."""

    def __init__(self, facts: Facts, derived: Iterable[Derived] = ()) -> None:
        self.facts = facts
        self._by_iri: dict[str, Amount] = {}
        self._scheme = Scheme(facts.broader)
        self._levels: dict[tuple[str, str, Period, bool], list[Amount]] = defaultdict(list)
        self._rates: dict[tuple[Series, Period, str], list[Rate]] = defaultdict(list)
        self._said: dict[tuple[str, Period], list[Rate]] = defaultdict(list)
        self._ending: dict[tuple[str, str, date], set[Period]] = defaultdict(set)
        for stated in sorted(facts.observations, key=lambda one: one.iri):
            if sound(stated.value) and sound(stated.step):
                self._add(_stated(stated), stated.period, stated.kind)
        rated = {rate.iri for rate in facts.rates}
        for made in sorted(derived, key=_order):
            if sound(made.low) and sound(made.high) and not rated.intersection(made.sources):
                self._add(_derived(made), made.period, made.kind)
        for rate in sorted(facts.rates, key=lambda one: one.iri):
            self._rates[_named(rate.series), rate.period, rate.basis].append(rate)
            self._said[rate.source, rate.period].append(rate)

    def stated(self, rate: Rate, iri: str | None) -> Amount | None:
        """The level that a rate points to; None where there is none, or one of another indicator or area."""
        found = self._by_iri.get(iri or "")
        same = found is not None and found.series.key == rate.series.key
        return found if same else None

    def levels(self, rate: Rate, period: Period) -> list[Amount]:
        """All levels of a rate's indicator and area in a period, whatever they count; sorted by IRI."""
        return self._levels.get((rate.series.indicator, rate.series.area, period, rate.kind == POINT), [])

    def rates(self, rate: Rate, period: Period) -> list[Rate]:
        """All rates of the same series and basis in a period."""
        return self._rates.get((_named(rate.series), period, rate.basis), [])

    def said_with(self, rate: Rate) -> list[Rate]:
        """The rates that the same source states for the same period and area of related indicators."""
        said = self._said.get((rate.source, rate.period), [])
        related = {(name, rate.series.area) for name in self._scheme.related(rate.series.indicator)}
        return [one for one in said if one.series.key in related]

    def runs_to(self, rate: Rate) -> list[Period]:
        """Other periods with levels that end when the rate's does: the month of a run, runs to a month."""
        key = rate.series.indicator, rate.series.area, rate.period.end
        return sorted(self._ending.get(key, set()) - {rate.period})

    def _add(self, level: Amount, period: Period, kind: str) -> None:
        indicator, area = level.series.indicator, level.series.area
        if level.source:
            self._by_iri[level.iri] = level
        self._levels[indicator, area, period, kind == POINT].append(level)
        if kind != POINT:
            self._ending[indicator, area, period.end].add(period)


def sound(number: Decimal) -> bool:
    """Whether a number can be reckoned with: finite and of fewer than thirty digits either way."""
    return number.is_finite() and (not number or abs(number.adjusted()) < 30)


def _stated(one: Observation) -> Amount:
    step = abs(one.step)
    reach = Interval.of(one.value, step, one.bound)
    return Amount(
        one.iri,
        one.series,
        one.period,
        one.value,
        step,
        reach,
        one.source,
        one.published,
        one.status,
        bool(one.doubt),
    )


def _derived(one: Derived) -> Amount:
    reach = Interval(Fraction(one.low), Fraction(one.high))
    return Amount("", one.series, one.period, (one.low + one.high) / 2, one.high - one.low, reach, "")


def _order(one: Derived) -> tuple[object, ...]:
    series = one.series
    what = (series.indicator, series.area, series.definition or "", series.unit)
    return (*what, one.period, one.kind, str(one.low), str(one.high), one.equation)


def _named(series: Series) -> Series:
    """The series without its unit, which a rate stated alone does not give."""
    return Series(series.indicator, series.area, series.definition, "")
