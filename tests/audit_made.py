"""Made-up facts for the audit: reports on invented series that add up, each at a rounding of its own.

The truth is exact; every report prints it rounded. So whatever the audit says about these facts beyond
"consistent" and "no base known" is a false alarm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from random import Random

from policygraph.audit.records.counted import Observation, Rate, Series
from policygraph.audit.records.facts import Facts
from policygraph.periods import FiscalCalendar, Period

__all__ = [
    "FISCAL_START",
    "SHIFTS",
    "Made",
    "Truth",
    "consistent_facts",
    "month",
    "rounded",
    "run",
    "series_of",
]

FISCAL_START = 7
SHIFTS: Mapping[str, int] = {"yoy": 12, "mom": 1, "qoq": 3}
"""Basis -> how many months before a rate's period its base lies."""
CALENDAR = FiscalCalendar(FISCAL_START)
AREA = "https://example.org/id/place/ruritania"
FIRST = Period.parse("2020-07")


def month(index: int) -> Period:
    """The month so many after the first; the first begins a fiscal year."""
    return FIRST.shifted(index)


def run(first: int, last: int) -> Period:
    """From one month to another, both included."""
    return Period(month(first).start, month(last).end)


def series_of(number: int, unit: str = "USD") -> Series:
    """One of the invented series."""
    indicator = f"https://example.org/concept/indicator/i{number}"
    return Series(indicator, AREA, f"https://example.org/concept/definition/i{number}.d", unit)


def rounded(value: Decimal, step: Decimal, rounding: str = ROUND_HALF_UP) -> Decimal:
    """The nearest multiple of a step."""
    return (value / step).quantize(Decimal(1), rounding) * step


@dataclass(frozen=True)
class Truth:
    """What a series really was, month by month."""

    series: Series
    months: tuple[Decimal, ...]

    @classmethod
    def drawn(cls, random: Random, series: Series, months: int = 36) -> Truth:
        """A level that wanders: 3 to 9 digits, up or down by up to a fifth a month."""
        level, drawn = Decimal(random.randrange(10**4, 10**10)), []
        for _ in range(months):
            level = max(Decimal(1000), (level * Decimal(random.randint(85, 120)) / 100).quantize(Decimal(1)))
            drawn.append(level)
        return cls(series, tuple(drawn))

    def total(self, first: int, last: int) -> Decimal:
        """The sum of the months from one to another, both included."""
        return sum(self.months[first : last + 1], Decimal(0))

    def change(self, first: int, last: int, shift: int) -> Decimal:
        """How much a run of months grew over the run so many months before, in per cent."""
        return (self.total(first, last) / self.total(first - shift, last - shift) - 1) * 100


@dataclass
class Made:
    """Facts in the making; IRIs count up, so that one seed always gives the same facts."""

    random: Random
    observations: list[Observation] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    broader: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def source(self) -> str:
        """A further source."""
        iri = f"https://example.org/source/s{len(self.names) + 1}"
        self.names[iri] = f"Report {len(self.names) + 1}"
        return iri

    def level(
        self,
        series: Series,
        period: Period,
        value: Decimal,
        step: Decimal,
        source: str,
        bound: str | None = None,
    ) -> Observation:
        """A source prints a level, rounded to a step; down where it says `at-least`."""
        half = self.random.choice((ROUND_HALF_UP, ROUND_HALF_EVEN))
        made = Observation(
            iri=f"https://example.org/id/figure/f{len(self.observations) + 1}",
            series=series,
            period=period,
            kind=CALENDAR.kind(period),
            value=rounded(value, step, ROUND_DOWN if bound == "at-least" else half),
            step=step,
            source=source,
            bound=bound,
            label=f"{series.indicator[-2:]}, {CALENDAR.label(period)}",
            published=date(2025, 1, 1),
        )
        self.observations.append(made)
        return made

    def rate(
        self,
        basis: str,
        change: Decimal,
        step: Decimal,
        level: Observation,
        base: Observation | None = None,
        *,
        alone: bool = False,
    ) -> Rate:
        """A source prints a rate, rounded to a step; `alone` without the level that it leads to."""
        made = Rate(
            iri=f"https://example.org/id/growth/g{len(self.rates) + 1}",
            series=series_with(level.series, "percent") if alone else level.series,
            period=level.period,
            kind=level.kind,
            rate=rounded(change, step, self.random.choice((ROUND_HALF_UP, ROUND_HALF_EVEN))),
            step=step,
            basis=basis,
            base_period=level.period.shifted(-SHIFTS[basis]),
            source=level.source,
            label=f"{level.label}: {basis}",
            figure=None if alone else level.iri,
            base_figure=base.iri if base else None,
            published=date(2025, 1, 1),
        )
        self.rates.append(made)
        return made

    def facts(self) -> Facts:
        """All that was made."""
        return Facts(
            observations=tuple(self.observations),
            rates=tuple(self.rates),
            names=dict(self.names),
            broader=dict(self.broader),
            fiscal_start=FISCAL_START,
        )


def series_with(series: Series, unit: str) -> Series:
    """The same series in another unit."""
    return Series(series.indicator, series.area, series.definition, unit)


def consistent_facts(seed: int, reports: int = 12, series: int = 2) -> Facts:
    """Reports that agree with each other and with themselves; the same for the same seed."""
    random = Random(seed)  # noqa: S311 - not for secrets
    made = Made(random)
    truths = [Truth.drawn(random, series_of(number)) for number in range(series)]
    for _ in range(reports):
        add_report(made, random.choice(truths))
    return made.facts()


def add_report(made: Made, truth: Truth) -> None:
    """A report on one run of months: its level, its base perhaps, a rate of some basis."""
    random, source = made.random, made.source()
    basis = random.choice(("yoy", "yoy", "mom", "qoq"))
    first, last = _stretch(random, basis)
    shift = SHIFTS[basis]
    step = level_step(random, truth.total(first, last))
    bound = random.choice((None,) * 8 + ("at-least", "about"))
    level = made.level(truth.series, run(first, last), truth.total(first, last), step, source, bound)
    base = None
    if random.random() < 0.6:
        before = run(first - shift, last - shift)
        base = made.level(truth.series, before, truth.total(first - shift, last - shift), step, source)
    change = truth.change(first, last, shift)
    places = random.choice(("1", "0.1", "0.01", "0.001"))
    made.rate(basis, change, Decimal(places), level, base)
    if random.random() < 0.3:
        made.rate(basis, change, Decimal("0.1"), level, base, alone=True)


def level_step(random: Random, value: Decimal) -> Decimal:
    """A power of ten that leaves two to six digits of a value."""
    return Decimal(10) ** max(0, value.adjusted() + 1 - random.randint(2, 6))


def _stretch(random: Random, basis: str) -> tuple[int, int]:
    """First and last month of what a rate of this basis is about; its base lies within the truth."""
    if basis == "mom":
        return (at := random.randrange(1, 36)), at
    if basis == "qoq":
        return (at := random.randrange(3, 34, 3)), at + 2
    start = random.choice((12, 24))
    last = start + random.randrange(12)
    return random.choice(((start, last), (last, last)))
