"""The audit after a change, against the whole audit done anew: made-up facts with growths, totals, wholes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from audit_made import add_report, run, series_of
from audit_planted_rivals import PARTS, WHOLE, book, drawn
from policygraph.audit.families import Families
from policygraph.audit.records import Facts, Observation, Rate
from policygraph.audit.run import audit, updated

ALONE = 7
"""A series that the scheme joins to no other."""
KINDS = {
    "growth-inconsistent",
    "growth-one-vintage",
    "part-exceeds-whole",
    "parts-differ",
    "rival-conflict",
    "total-mismatch",
}
"""What has to come up among so many made-up facts, or they would show nothing."""


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


def _off(random: Random, one: Observation) -> Observation:
    share = Decimal(random.choice((*[100] * 12, 98, 103, 130, 200))) / 100
    return replace(one, value=(one.value * share / one.step).quantize(Decimal(1)) * one.step)


def fewer(facts: Facts, random: Random) -> Facts:
    """Without some of the figures: a few of any, or all levels of a part or of a year."""
    gone: set[str] = set()
    which = random.choice(("few", "one", "part", "year", "rates", "alone"))
    if which in ("few", "one"):
        figures: list[Observation | Rate] = [*facts.observations, *facts.rates]
        gone = {one.iri for one in random.sample(figures, 1 if which == "one" else 8)}
    elif which == "year":
        gone = {one.iri for one in facts.observations if one.period.months == run(0, 11).months}
    elif which == "rates":
        gone = {one.iri for one in facts.rates[::2]}
    else:
        series = series_of(ALONE if which == "alone" else random.choice(PARTS))
        gone = {one.iri for one in facts.observations if one.series == series}
    return replace(
        facts,
        observations=tuple(one for one in facts.observations if one.iri not in gone),
        rates=tuple(one for one in facts.rates if one.iri not in gone),
    )


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_what_comes_or_goes_gives_what_a_full_audit_gives(seed: int) -> None:
    after = world(seed)
    before = fewer(after, Random(seed))  # noqa: S311 - not for secrets
    less, more = audit(before), audit(after)
    assert updated(less, before, after) == more
    assert updated(more, after, before) == less


def test_whole_and_parts_are_one_family() -> None:
    facts = world(1)
    families = Families(facts, facts)
    joined = {families.of_series(series_of(number)) for number in (WHOLE, *PARTS)}
    assert len(joined) == 1
    assert families.of_series(series_of(ALONE)) not in joined
    assert facts.wholes


def test_wholes_that_no_scheme_joins_are_one_family_too() -> None:
    """The definitions say that one adds up to the other, and the scheme of indicators is silent."""
    facts = replace(world(2), broader={})
    families = Families(facts, facts)
    assert len({families.of_series(series_of(number)) for number in (WHOLE, *PARTS)}) == 1
    before = fewer(facts, Random("part"))  # noqa: S311 - not for secrets
    assert updated(audit(before), before, facts) == audit(facts)


def test_the_made_facts_hold_what_they_are_made_for() -> None:
    found = [audit(world(seed)) for seed in range(12)]
    assert {one.kind for each in found for one in each.findings} >= KINDS
    assert all(each.derived for each in found)
    assert {"consistent", "inconsistent"} <= {one.code for each in found for one in each.verdicts}
