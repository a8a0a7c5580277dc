"""Made-up facts in which indicators have to do with each other: growths, totals, wholes, a scheme, slips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import TypeVar

from audit_made import Truth, add_report, run, series_of
from audit_planted_rivals import PARTS, WHOLE, book, drawn
from policygraph.audit.records.counted import Observation, Rate
from policygraph.audit.records.facts import Facts, SourceRecord

__all__ = ["ALONE", "changed", "tangled", "world"]

ALONE = 7
"""A series that the scheme of `world` joins to no other."""
BESIDE = (11, 12, 13)
"""Series that only the scheme of `tangled` joins, to each other and to the rest."""
_T = TypeVar("_T", Observation, Rate)


def world(seed: int) -> Facts:
    """A whole, its parts and one more series, with levels and rates; some of them off."""
    made = book(drawn(seed, "updated"))
    random, reports = made.random, made.made
    for truth in (*made.truths.values(), replace(made.truths[WHOLE], series=series_of(ALONE))):
        for _ in range(4):
            add_report(reports, truth)
    reports.observations[:] = [_off(random, one) for one in reports.observations]
    for number, one in enumerate(random.sample(reports.rates, 3)):
        wrong = replace(one, rate=one.rate + random.choice((Decimal(-9), Decimal(3), Decimal(25))))
        reports.rates[reports.rates.index(one)] = wrong
        reports.rates.append(replace(wrong, iri=f"{one.iri}-{number}", source=reports.source()))
    return made.facts()


def tangled(seed: int) -> Facts:
    """The same with series beside them, in two areas: shared sources, mixed-up values, odd links."""
    random, plain = drawn(seed, "tangled"), world(seed)
    made = book(drawn(seed, "beside"))
    made.made.names.update(plain.names)
    for number in BESIDE:
        truth = Truth.drawn(random, series_of(number))
        for _ in range(5):
            add_report(made.made, truth)
    more = (_elsewhere(random, one) for one in made.made.observations)
    levels = [*plain.observations, *(_as_another(random, one, plain.observations) for one in more)]
    others = (_elsewhere(random, one) for one in made.made.rates)
    rates = [*plain.rates, *(_said_with(random, one, plain.rates) for one in others)]
    far = random.choice(rates)
    rates[rates.index(far)] = replace(far, figure=random.choice(levels).iri)
    stated_in: dict[str, tuple[str, ...]] = {one.iri: (one.source,) for one in levels}
    stated_in |= {one.iri: (one.source,) for one in rates}
    sources = sorted({one for stated in stated_in.values() for one in stated})
    indicators = sorted({one.series.indicator for one in levels})
    scheme = {one: (random.choice(indicators),) for one in random.sample(indicators, 4)}
    return replace(
        plain,
        observations=tuple(levels),
        rates=tuple(rates),
        broader={**plain.broader, **scheme},
        sources=tuple(SourceRecord(iri, publisher=f"Paper {iri[-2:]}") for iri in sources),
        names={**{one: f"named {one[-3:]}" for one in indicators}, **made.made.names},
        stated_in=stated_in,
    )


def changed(facts: Facts, random: Random) -> Facts:
    """The same with a few figures gone, come or changed, or something else of them."""
    which = random.choice(("gone", "come", "other value", "year", "rates", "series", "name", "scheme"))
    levels, rates = list(facts.observations), list(facts.rates)
    if which == "gone":
        levels = _without(levels, random.sample(levels, random.choice((1, 8))))
    elif which == "come":
        levels += [replace(one, iri=f"{one.iri}-new") for one in random.sample(levels, random.choice((1, 3)))]
    elif which == "other value":
        one = random.choice(levels)
        levels[levels.index(one)] = replace(one, value=one.value * 2, note="printed so")
    elif which == "year":
        levels = [one for one in levels if one.period.months != run(0, 11).months]
    elif which == "rates":
        rates = rates[::2]
    elif which == "series":
        gone = series_of(random.choice((ALONE, *PARTS)))
        levels = [one for one in levels if one.series != gone]
    elif which == "name":
        named = random.choice(levels).series.indicator
        return replace(facts, names={**facts.names, named: "another name"})
    else:
        return replace(facts, broader={}, fiscal_start=random.choice((1, 7)))
    return replace(facts, observations=tuple(levels), rates=tuple(rates))


def _off(random: Random, one: Observation) -> Observation:
    share = Decimal(random.choice((*[100] * 12, 98, 103, 130, 200))) / 100
    return replace(one, value=(one.value * share / one.step).quantize(Decimal(1)) * one.step)


def _elsewhere(random: Random, one: _T) -> _T:
    """Under another IRI, now and then of another area."""
    area = random.choice((one.series.area, one.series.area, "https://example.org/id/place/elphberg"))
    return replace(one, iri=f"{one.iri}b", series=replace(one.series, area=area))


def _as_another(random: Random, one: Observation, others: Sequence[Observation]) -> Observation:
    """Now and then at the time of another figure, with its value: as mix-ups of two look."""
    other = random.choice(others)
    same = replace(one, period=other.period, kind=other.kind, value=other.value, step=other.step)
    return same if random.random() < 0.3 else one


def _said_with(random: Random, one: Rate, others: Sequence[Rate]) -> Rate:
    """Now and then of the source and period of another rate, and as high."""
    other = random.choice(others)
    same = replace(one, source=other.source, period=other.period, rate=other.rate, step=other.step)
    return same if random.random() < 0.4 else one


def _without(levels: list[Observation], gone: list[Observation]) -> list[Observation]:
    return [one for one in levels if one not in gone]
