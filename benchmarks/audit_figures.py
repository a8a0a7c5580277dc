"""Made-up figures for the benchmark of the audit: those of a statistical office and the papers that quote it.

Monthly values of many series, running totals of the fiscal year, growth rates with most of them, two sources
that now and then round otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from policygraph.audit.records.counted import Observation, Rate, Series
from policygraph.audit.records.facts import Facts, SourceRecord
from policygraph.periods import FiscalCalendar, Period

__all__ = ["made", "wide"]

MONTHS = 48
FIRST = Period.parse("2020-07")
CALENDAR = FiscalCalendar(7)


def made(figures: int) -> Facts:
    """So many levels and rates, or a few more; always the same."""
    random = Random(figures)  # noqa: S311 - not for secrets
    levels: list[Observation] = []
    rates: list[Rate] = []
    series = 0
    while len(levels) + len(rates) < figures:
        series += 1
        for level, rate in one_series(random, series):
            levels.append(level)
            rates += [rate] if rate else []
    everything: tuple[Observation | Rate, ...] = (*levels, *rates)
    sources = tuple(SourceRecord(f"urn:s{number}", publisher=f"Paper {number}") for number in range(40))
    return Facts(
        observations=tuple(levels),
        rates=tuple(rates),
        sources=sources,
        names={f"urn:i{number}": f"indicator {number}" for number in range(series + 1)},
        stated_in={one.iri: (one.source,) for one in everything},
        fiscal_start=CALENDAR.start_month,
    )


def wide(indicators: int) -> Facts:
    """So many indicators, all of them part of one, with three figures and their rates each."""
    random, every = Random(indicators), range(indicators)  # noqa: S311 - not for secrets
    both = [pair for number in every for pair in list(one_series(random, number))[-3:]]
    facts = made(0)
    return replace(
        facts,
        observations=tuple(level for level, _ in both),
        rates=tuple(rate for _, rate in both if rate),
        broader={f"urn:i{number}": ("urn:whole",) for number in every},
    )


def one_series(random: Random, number: int) -> Iterator[tuple[Observation, Rate | None]]:
    """A month and a running total after the other, each stated once or twice."""
    series = Series(f"urn:i{number}", "urn:place", f"urn:i{number}.d", "USD")
    value, values = Decimal(random.randrange(10**7, 10**9)), []
    for month in range(MONTHS):
        value = (value * Decimal(random.randint(95, 107)) / 100).quantize(Decimal(1))
        values.append(value)
        start = month - month % 12
        for first in {month, start}:
            total = sum(values[first : month + 1], Decimal(0))
            period = Period(FIRST.shifted(first).start, FIRST.shifted(month).end)
            for times in range(random.choice((1, 1, 2))):
                name = f"{number}-{first}-{month}-{times}"
                yield from stated(random, name, series, period, total, values, first, month)


def stated(
    random: Random,
    name: str,
    series: Series,
    period: Period,
    total: Decimal,
    values: list[Decimal],
    first: int,
    month: int,
) -> Iterator[tuple[Observation, Rate | None]]:
    """One source's level, with its growth over the year before where there is one."""
    step = Decimal(10) ** random.choice((4, 5, 6))
    source, kind, day = f"urn:s{random.randrange(40)}", CALENDAR.kind(period), date(2025, 1, 1)
    printed = (total / step).quantize(Decimal(1)) * step
    level = Observation(
        f"urn:f{name}", series, period, kind, printed, step, source, label=name, published=day
    )
    if first < 12:
        yield level, None
        return
    before = sum(values[first - 12 : month - 11], Decimal(0))
    change = ((total / before - 1) * 100).quantize(Decimal("0.1"))
    yield (
        level,
        Rate(
            f"urn:g{name}",
            series,
            period,
            kind,
            change,
            Decimal("0.1"),
            "yoy",
            period.shifted(-12),
            source,
            label=name,
            figure=level.iri,
            published=day,
        ),
    )
