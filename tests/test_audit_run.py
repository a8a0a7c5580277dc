"""The whole audit: the same in any order of the facts, each finding once, each code one of its scheme."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from audit_made import consistent_facts
from policygraph.audit.graph.extract import facts_of
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Audit
from policygraph.audit.run import audit
from policygraph.graph import Graph
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.severities import SEVERITIES


@pytest.fixture(scope="module")
def facts(shipped: Graph) -> Facts:
    return facts_of(shipped.store.quads())


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


def test_order_changes_nothing(facts: Facts, whole: Audit) -> None:
    assert audit(shuffled(facts, Random(4))) == whole  # noqa: S311 - not for secrets


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
