"""The whole audit: the same in any order of the facts, and after a change without doing all of it anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

import pytest

from audit_made import consistent_facts
from policygraph.audit.extract import facts_in
from policygraph.audit.families import Families
from policygraph.audit.findings import SEVERITIES, Audit, Finding
from policygraph.audit.records import Facts
from policygraph.audit.run import LIFE_KINDS, audit, updated
from policygraph.graph import Graph
from policygraph.ontology.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def facts(shipped: Graph) -> Facts:
    return facts_in(shipped.store)


@pytest.fixture(scope="module")
def whole(facts: Facts) -> Audit:
    return audit(facts)


def shuffled(facts: Facts, random: Random) -> Facts:
    """The same facts in another order, tuples and dictionaries alike."""
    changed: dict[str, object] = {}
    for name, value in vars(facts).items():
        if isinstance(value, tuple):
            changed[name] = tuple(random.sample(value, len(value)))
        elif isinstance(value, dict):
            changed[name] = dict(random.sample(sorted(value.items()), len(value)))
    return replace(facts, **changed)  # type: ignore[arg-type]


def without(facts: Facts, gone: Iterable[str]) -> Facts:
    """As if these sources were not there."""
    left_out = set(gone)
    stated = {
        iri: tuple(one for one in sources if one not in left_out) for iri, sources in facts.stated_in.items()
    }
    stated = {iri: sources for iri, sources in stated.items() if sources}
    alone = ("observations", "rates", "targets", "ranks", "money", "tenures", "steps", "claims")
    kept = {name: tuple(one for one in getattr(facts, name) if one.iri in stated) for name in alone}
    sources = tuple(one for one in facts.sources if one.iri not in left_out)
    nodes = facts.stated_in.keys() - stated.keys() | left_out
    names = {iri: name for iri, name in facts.names.items() if iri not in nodes}
    left: Facts = replace(facts, sources=sources, stated_in=stated, names=names)
    return replace(left, **kept)  # type: ignore[arg-type]


def test_order_changes_nothing(facts: Facts, whole: Audit) -> None:
    assert audit(shuffled(facts, Random(4))) == whole  # noqa: S311 - not for secrets


@pytest.mark.parametrize("seed", range(4))
def test_after_a_change_it_is_as_if_all_were_done_anew(facts: Facts, whole: Audit, seed: int) -> None:
    """A source or a few come or go: what is kept and what is checked again make up the full audit."""
    random = Random(seed)  # noqa: S311 - not for secrets
    names = sorted(source.iri for source in facts.sources)
    fewer = without(facts, random.sample(names, random.choice([1, 1, 2, 5])))
    less = audit(fewer)
    assert updated(whole, facts, fewer) == less
    assert updated(less, fewer, facts) == whole


CHANGES: dict[str, Callable[[Facts], Facts]] = {
    "nothing": lambda facts: facts,
    "a fiscal year of its own": lambda facts: replace(facts, fiscal_start=1),
    "another scheme": lambda facts: replace(facts, broader={}),
    "a name": lambda facts: replace(
        facts, names={**facts.names, facts.observations[0].series.indicator: "Renamed"}
    ),
    "a publisher": lambda facts: replace(
        facts, sources=tuple(replace(source, publisher="Other") for source in facts.sources)
    ),
    "no tenures": lambda facts: replace(facts, tenures=()),
    "no figures": lambda facts: replace(facts, observations=()),
    "nothing left": lambda _: Facts(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_any_other_change_too(facts: Facts, whole: Audit, change: str) -> None:
    after = CHANGES[change](facts)
    assert updated(whole, facts, after) == audit(after)


def test_only_the_touched_family_is_touched(facts: Facts) -> None:
    """One more figure leaves all indicators alone that the scheme does not join to its own."""
    first = facts.observations[0]
    more = replace(facts, observations=(*facts.observations, replace(first, iri="urn:new")))
    families = Families(facts, more)
    assert families.touched() == {families.of_series(first.series)}
    inside = families.only(more, families.touched())
    assert 0 < len(inside.observations) < len(more.observations)
    assert len(inside.observations) + len(families.without(more, families.touched()).observations) == len(
        more.observations
    )


def test_no_check_of_figures_looks_beyond_its_family(facts: Facts, whole: Audit) -> None:
    families = Families(facts, facts)
    series = {one.series for one in facts.observations} | {one.series for one in facts.rates}
    everyone = {families.of_series(one) for one in series}
    found: set[Finding] = set()
    for family in sorted(everyone):
        alone = replace(
            families.only(facts, {family}), tenures=(), steps=(), initiatives=(), bodies=(), money=()
        )
        found |= {one for one in audit(alone).findings if one.kind not in LIFE_KINDS}
    targets_only = {one.iri for one in facts.targets if families.of_series(one.series) not in everyone}
    expected = {one for one in whole.findings if one.kind not in LIFE_KINDS}
    assert found == {one for one in expected if not targets_only & set(one.about)}


def test_every_code_is_one_of_the_scheme(whole: Audit) -> None:
    vocabulary = Vocabulary.load()
    for one in whole.findings:
        assert vocabulary.has("finding-kind", one.kind), one
        assert not one.fits or vocabulary.has("reading", one.fits), one
        assert one.about == tuple(sorted(set(one.about)))
        assert one.sentence
    for verdict in whole.verdicts:
        assert vocabulary.has("verdict", verdict.code), verdict
    assert [vocabulary.order("severity", code) for code in SEVERITIES] == [1, 2, 3]
    assert set(vocabulary.concepts("finding-kind")) > LIFE_KINDS


def test_findings_are_one_a_kind_and_subject(whole: Audit) -> None:
    keys = [one.key for one in whole.findings]
    assert keys == sorted(set(keys))


def test_what_adds_up_gives_no_finding() -> None:
    made = consistent_facts(3, reports=60, series=4)
    assert len(made.rates) > 60
    assert audit(made).findings == ()


def test_everything_named_is_there(facts: Facts, whole: Audit) -> None:
    known = facts.names.keys() | facts.stated_in.keys()
    assert {iri for one in whole.findings for iri in one.about} <= known
    assert {one.rate for one in whole.verdicts} == {one.iri for one in facts.rates}
    assert {iri for iri, _, _ in whole.support} == facts.stated_in.keys()


def test_parts_of_one_whole_are_one_family(facts: Facts) -> None:
    """Though the scheme does not join their indicators, a sum of them is checked."""
    first = facts.observations[0]
    one, other, third = (
        replace(
            first,
            iri=f"urn:{name}",
            series=replace(first.series, indicator=f"urn:i{name}", definition=f"urn:d{name}"),
        )
        for name in "abc"
    )
    parts = Facts(observations=(one, other, third), wholes={"urn:da": "urn:whole", "urn:db": "urn:whole"})
    families = Families(parts, parts)
    assert families.of(("urn:a",)) == families.of(("urn:b",)) != families.of(("urn:c",))
