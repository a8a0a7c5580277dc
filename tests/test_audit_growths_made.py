"""Made-up series: sound ones are left alone; planted errors are found, and named for what they are."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_made import Made, Truth, add_report, consistent_facts, series_of
from audit_planted import MISFITS, PLANTS, off_by_chance, planted
from policygraph.audit.growths.growths import growth_findings, verdicts
from policygraph.audit.records.facts import Facts

PLANTED = 2000
seeds = st.integers(0, 10**9)


def test_reads_the_misfits_it_knows() -> None:
    wrong: Counter[str] = Counter()
    missed, total = 0, 0
    for kind in MISFITS:
        for seed in range(PLANTED // len(MISFITS)):
            known, error = planted(seed, kind)
            verdict = next(one for one in verdicts(known) if one.rate == error.rate)
            total += 1
            missed += verdict.code != error.verdict
            wrong[kind] += verdict.fits != error.reading
    print(f"{total} planted: {missed} missed, not named for what they are: {dict(wrong)}")  # noqa: T201
    assert missed == 0
    assert wrong.total() <= total * 0.05
    assert max(wrong.values()) <= total / len(MISFITS) * 0.15


@pytest.mark.parametrize("kind", [kind for kind in PLANTS if kind not in MISFITS])
def test_finds_vintages_and_what_cannot_be_computed(kind: str) -> None:
    for seed in range(40):
        known, error = planted(seed, kind)
        found = verdicts(known)
        assert [one.code for one in found if one.rate == error.rate] == [error.verdict]
        kinds = [one.kind for one in growth_findings(known, found) if error.rate in one.about]
        assert kinds == [f"growth-{error.verdict}"]


@pytest.mark.parametrize(("coarse", "share"), [(False, 0.04), (True, 0.1)])
def test_seldom_reads_something_into_chance(coarse: bool, share: float) -> None:
    read = 0
    for seed in range(300):
        known, wrong = off_by_chance(seed, coarse=coarse)
        verdict = next(one for one in verdicts(known) if one.rate == wrong)
        read += bool(verdict.fits)
    assert read <= 300 * share


@settings(max_examples=150, deadline=None)
@given(seed=seeds)
def test_series_that_add_up_give_no_finding(seed: int) -> None:
    known = consistent_facts(seed)
    found = verdicts(known)
    assert {one.code for one in found} <= {"consistent", "no-base"}
    assert growth_findings(known, found) == []


@settings(max_examples=60, deadline=None)
@given(seed=seeds, kind=st.sampled_from(sorted(PLANTS)))
def test_the_order_of_loading_changes_nothing(seed: int, kind: str) -> None:
    known, _ = planted(seed, kind)
    mixed = Random(seed)  # noqa: S311 - not for secrets
    observations, rates = list(known.observations), list(known.rates)
    mixed.shuffle(observations)
    mixed.shuffle(rates)
    other = replace(known, observations=tuple(observations), rates=tuple(rates))
    assert verdicts(other) == verdicts(known)
    assert growth_findings(other, verdicts(other)) == growth_findings(known, verdicts(known))


@settings(max_examples=100, deadline=None)
@given(seed=seeds, kind=st.sampled_from([*MISFITS, "one-vintage"]))
def test_a_further_source_takes_no_contradiction_away(seed: int, kind: str) -> None:
    known, _ = planted(seed, kind)
    made = Made(Random(seed), [*known.observations], [*known.rates], dict(known.names))  # noqa: S311
    truth = Truth.drawn(made.random, series_of(0))
    for _ in range(6):
        add_report(made, truth)
    source, shown = made.source(), known.rates[0]
    for period in (shown.period, shown.base_period):
        value = Decimal(made.random.randrange(10**6, 10**8))
        made.level(series_of(0), period or shown.period, value, Decimal(1000), source)
    after = replace(made.facts(), broader=known.broader)
    assert _contradicted(known) <= _contradicted(after)


@settings(max_examples=100, deadline=None)
@given(seed=seeds, kind=st.sampled_from(sorted(PLANTS)), papers=st.integers(0, 4))
def test_a_rate_that_many_print_stays_one_finding(seed: int, kind: str, papers: int) -> None:
    """A further source may add to the finding on others or turn it into another; it takes none away."""
    known, error = planted(seed, kind)
    made = Made(Random(seed), [*known.observations], [*known.rates], dict(known.names))  # noqa: S311
    shown = next(one for one in known.rates if one.iri == error.rate)
    level = next(one for one in known.observations if one.iri == shown.figure)
    for paper in range(papers):
        source, again = made.source(), f"{level.iri}-{paper}"
        made.observations.append(replace(level, iri=again, source=source))
        made.rates.append(replace(shown, iri=f"{shown.iri}-{paper}", figure=again, source=source))
    before = replace(made.facts(), broader=known.broader)
    old = _rates_told(before)
    if kind != "other-rate":  # which only its own source states
        assert [error.rate in one for one in old].count(True) == 1
        assert max(map(len, old)) == papers + 1
    truth, source = Truth.drawn(made.random, series_of(0)), made.source()
    for _ in range(6):
        add_report(made, truth)
    for period in (shown.period, shown.base_period):
        value = Decimal(made.random.randrange(10**6, 10**8))
        made.level(series_of(0), period or shown.period, value, Decimal(1000), source)
    new = _rates_told(replace(made.facts(), broader=known.broader))
    assert all(any(one <= other for other in new) for one in old)


def _rates_told(known: Facts) -> list[set[str]]:
    """The rates that each finding is about."""
    rates = {rate.iri for rate in known.rates}
    return [rates.intersection(one.about) for one in growth_findings(known, verdicts(known))]


def _contradicted(known: Facts) -> set[str]:
    """The rates that findings contradict, wholly or in part."""
    found = verdicts(known)
    return {one.rate for one in found if one.code in {"inconsistent", "one-vintage"}}
