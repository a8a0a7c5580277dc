"""Families of figures: what is found in each alone is what is found in all together."""

from __future__ import annotations

import tracemalloc
from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_made import consistent_facts, series_of
from audit_planted_rivals import PARTS, WHOLE
from audit_worlds import ALONE, tangled, world
from policygraph.audit.families import BODIES, FIGURES, Family, families
from policygraph.audit.graph.extract import facts_of
from policygraph.audit.records.counted import Observation, Rate
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Found
from policygraph.audit.run import audit, check_figures, found_in
from policygraph.graph import Graph

_F = TypeVar("_F", Observation, Rate)
KINDS = {
    "growth-inconsistent",
    "growth-one-vintage",
    "part-exceeds-whole",
    "parts-differ",
    "rival-conflict",
    "rival-scope",
    "total-mismatch",
}
"""What has to come up among so many made-up facts, or they would show nothing."""
READINGS = {"other-rate"}
"""Likewise, of the readings that take a look at other families."""


def of_figures(facts: Facts) -> list[Family]:
    return [family for family in families(facts) if family.checks == FIGURES]


def content(found: Iterable[Found]) -> tuple[set[object], set[object], set[object]]:
    """Findings, verdicts and derived levels, whatever family they are of."""
    each = list(found)
    return (
        {one for found in each for one in found.findings},
        {one for found in each for one in found.verdicts},
        {one for found in each for one in found.derived},
    )


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_each_alone_is_all_together(seed: int) -> None:
    """No check reads what its family does not hold, or it would find something else where that is at hand."""
    facts = tangled(seed)
    assert content(check_figures(one.facts) for one in of_figures(facts)) == content([check_figures(facts)])


def test_the_shipped_ones_too(shipped: Graph) -> None:
    facts = facts_of(shipped.store.quads())
    assert content(check_figures(one.facts) for one in of_figures(facts)) == content([check_figures(facts)])


def test_the_made_facts_hold_what_they_are_made_for() -> None:
    found = [audit(tangled(seed)) for seed in range(30)]
    assert {one.kind for each in found for one in each.findings} >= KINDS
    assert {one.fits for each in found for one in each.findings} >= READINGS
    assert any("is the value of named" in one.sentence for each in found for one in each.findings)
    assert all(each.derived for each in found)
    assert {"consistent", "inconsistent"} <= {one.code for each in found for one in each.verdicts}


def test_whole_and_parts_are_one_family() -> None:
    """Whether or not the scheme of indicators says so too."""
    for facts in (world(1), replace(world(1), broader={})):
        groups = [{indicator for indicator, _ in one.facts.asked} for one in of_figures(facts)]
        joined = {series_of(number).indicator for number in (WHOLE, *PARTS)}
        assert sorted(groups, key=len) == [{series_of(ALONE).indicator}, joined]


def test_every_figure_is_asked_about_once(shipped: Graph) -> None:
    facts = facts_of(shipped.store.quads())
    for sort in ("observations", "rates", "targets"):
        own = [
            one.iri for family in of_figures(facts) for one in family.facts.own(getattr(family.facts, sort))
        ]
        assert sorted(own) == sorted(one.iri for one in getattr(facts, sort))


def test_most_shipped_families_are_small(shipped: Graph) -> None:
    """The scheme joins nearly all indicators of exports to one another: that makes no family of them."""
    found = of_figures(facts_of(shipped.store.quads()))
    sizes = sorted(len(one.facts.own(one.facts.observations)) for one in found)
    assert len(sizes) > 35
    assert sizes[len(sizes) // 2] <= 5


def test_a_name_or_a_source_of_others_is_no_part_of_a_family() -> None:
    facts = tangled(3)
    extra = replace(facts, names={**facts.names, "urn:other": "Other"}, fiscal_start=facts.fiscal_start)
    assert [one.digest for one in families(extra)] == [one.digest for one in families(facts)]
    renamed = replace(facts, names={**facts.names, series_of(ALONE).indicator: "Renamed"})
    same = [one == other for one, other in zip(families(facts), families(renamed), strict=True)]
    assert True in same
    assert False in same


def test_order_is_no_part_of_a_family() -> None:
    facts, random = tangled(4), Random(4)  # noqa: S311 - not for secrets
    mixed = replace(
        facts,
        observations=tuple(random.sample(facts.observations, len(facts.observations))),
        rates=tuple(random.sample(facts.rates, len(facts.rates))),
        names=dict(random.sample(sorted(facts.names.items()), len(facts.names))),
    )
    assert [one.digest for one in families(mixed)] == [one.digest for one in families(facts)]


@pytest.mark.parametrize("change", ["value", "note", "published", "source"])
def test_whatever_changes_in_a_figure_changes_its_family(change: str) -> None:
    facts = tangled(5)
    one = facts.observations[0]
    to = {"value": one.value + 1, "note": "as printed", "published": None, "source": "urn:elsewhere"}[change]
    other = replace(one, **{change: to})  # type: ignore[arg-type]
    after = replace(facts, observations=(other, *facts.observations[1:]))
    different = {two.digest for two in families(after)} - {two.digest for two in families(facts)}
    assert different


def test_sorts_that_are_few_are_a_family_each() -> None:
    sorts = [one.checks for one in families(world(1))]
    assert sorts.count(BODIES) == 1
    assert len(sorts) == len(set(sorts)) + 1


def of_series(count: int) -> Facts:
    """So many series that have nothing to do with one another, with the same reports each."""
    made = consistent_facts(1, reports=40, series=1)
    return replace(
        made,
        observations=tuple(_of(number, one) for number in range(count) for one in made.observations),
        rates=tuple(_of(number, one) for number in range(count) for one in made.rates),
    )


def _of(number: int, one: _F) -> _F:
    return replace(one, iri=f"{one.iri}-{number}", series=series_of(number))


def most_memory(facts: Facts) -> int:
    """The most bytes at a time, beyond the facts, of an audit whose findings are let go as they come."""
    tracemalloc.start()
    deque(found_in(facts), maxlen=0)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_many_families_take_the_memory_of_few() -> None:
    """But for a reference to each figure, and what Python keeps for itself."""
    few, many = of_series(2), of_series(20)
    deque(found_in(many), maxlen=0)  # what is kept once for all
    assert most_memory(many) < 3 * most_memory(few)


def test_together_they_would_take_more() -> None:
    """So the measure can tell."""
    together = of_series(20)
    tracemalloc.start()
    check_figures(together)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most > 9 * most_memory(of_series(2))
