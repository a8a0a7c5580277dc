"""Between the graph and the audit: what is read out of the statements, and what is written into them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from policygraph.audit.graph.extract import facts_of
from policygraph.audit.graph.statements import finding_iri, statements
from policygraph.audit.records.counted import Series
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Audit, Base, Derived, Finding, Verdict
from policygraph.audit.run import audit
from policygraph.audit.sources.support import support
from policygraph.build.auditing import add_audit
from policygraph.build.pipeline import build, stated
from policygraph.curated.load import load_pack
from policygraph.graph import Graph
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.periods import Period
from policygraph.rdf import DefaultGraph, Literal, NamedNode, Quad, Triple
from policygraph.terms import (
    AUDIT_GRAPH,
    BASE,
    PG,
    PROV,
    QB,
    RDF,
    SCHEMA,
    SDMX_DIMENSION,
    SDMX_MEASURE,
    XSD,
    concept_iri,
    entity_iri,
    source_iri,
)

PACK = Path(__file__).parent / "packs" / "ruritania"
COURIER = f"{BASE}source/zenda-courier-2024-06-11"
BULLETIN = f"{BASE}source/royal-bank-bulletin-2024-04"
EXPORTS = f"{BASE}concept/indicator/software-exports"


@pytest.fixture(scope="module")
def facts(second_pack: Graph) -> Facts:
    return facts_of(second_pack.store.quads())


def test_levels_and_rates_are_read_whole(facts: Facts) -> None:
    level = next(one for one in facts.observations if one.value == 1_000_000_000)
    assert (level.bound, level.step, level.kind, level.status) == (
        "at-least",
        Decimal(1_000_000_000),
        "fiscal-year",
        "actual",
    )
    assert level.series == Series(
        EXPORTS,
        f"{BASE}id/place/ruritania",
        f"{BASE}concept/definition/software-exports.guild-estimate",
        "RUR",
    )
    assert (level.source, level.published) == (COURIER, date(2024, 6, 11))
    assert level.claimant == f"{BASE}id/body/software-guild"
    rate = next(one for one in facts.rates if one.basis == "mom")
    assert (rate.rate, rate.step, rate.base_period) == (Decimal(10), Decimal(1), Period.parse("2024-02"))
    assert rate.figure == entity_iri("figure", rate.iri.rpartition("/")[2]).value
    assert rate.base_figure == rate.figure.replace("2024-03", "2024-02")
    assert rate.series.unit == "RUR"


def test_the_rest_is_read_whole(facts: Facts) -> None:
    [target] = facts.targets
    assert (int(target.value), int(target.step), str(target.due)) == (
        900_000_000,
        1_000_000,
        "2025-04/2026-03",
    )
    assert (target.agent, target.initiative) == (
        f"{BASE}id/body/digital-ministry",
        f"{BASE}id/initiative/export-goal-2026",
    )
    [rank] = facts.ranks
    assert (rank.rank, rank.year, rank.ranker) == (2, 2024, "Zenda Courier")
    seen = next(one for one in facts.tenures if one.seen_from)
    assert (seen.start, seen.end, seen.seen_until) == (None, None, date(2024, 6, 11))
    planned = next(one for one in facts.steps if one.modality == "planned")
    assert (planned.stage, planned.order, planned.lifecycle, str(planned.date)) == (
        "launched",
        80,
        "active",
        "2025",
    )
    [money] = facts.money
    assert (money.role, int(money.value), int(money.step), money.unit) == (
        "fund-size",
        25_000_000,
        1_000_000,
        "RUR",
    )
    fund = next(one for one in facts.initiatives if one.kind == "fund")
    assert fund.names == ("Castle Code Fund", "CCF")
    assert {body.name for body in facts.bodies if body.parents} == {"Ministry of Digital Crafts"}
    [claim] = facts.claims
    assert claim.causes == (f"{BASE}id/initiative/software-tithe-relief",)
    assert facts.fiscal_start == 4
    assert facts.broader[EXPORTS] == (f"{BASE}concept/indicator/export-earnings",)
    assert facts.names[EXPORTS] == "Software exports"
    assert {source.kind for source in facts.sources} == {"news", "report"}


def test_briefs_are_no_sources(shipped: Graph) -> None:
    facts = facts_of(shipped.store.quads())
    assert not [source for source in facts.sources if source.kind == "brief"]
    assert not [iri for sources in facts.stated_in.values() for iri in sources if "/brief-" in iri]
    assert all(facts.stated_in.values())


def test_statements_and_quads_and_a_store_give_the_same(second_pack: Graph, facts: Facts) -> None:
    quads = list(second_pack.store.quads())
    assert facts_of(quads) == facts
    assert facts_of([quad.triple for quad in quads if isinstance(quad.graph_name, DefaultGraph)]) == facts
    assert facts_of(reversed(quads)) == facts


def test_who_says_so_alone_is_not_known(second_pack: Graph) -> None:
    """A statement that stands in an evidence graph and not in the default one is not audited."""
    named = [quad for quad in second_pack.store.quads() if not isinstance(quad.graph_name, DefaultGraph)]
    assert facts_of(named) == Facts()


@pytest.mark.parametrize(
    "missing", [PG.indicator, SDMX_DIMENSION.refPeriod, SDMX_MEASURE.obsValue, SDMX_DIMENSION.refArea]
)
def test_an_incomplete_figure_is_left_out(second_pack: Graph, facts: Facts, missing: NamedNode) -> None:
    left = [quad for quad in second_pack.store.quads() if quad.predicate != missing]
    found = facts_of(left)
    assert found.observations == ()
    assert len(found.steps) == len(facts.steps)


def test_what_is_no_number_or_day_does_no_harm(second_pack: Graph, facts: Facts) -> None:
    def spoiled(quad: Quad) -> Quad:
        wrong = {SDMX_MEASURE.obsValue: "NaN", PG.start: "someday", PG.roundingStep: "INF", PG.year: "MMXX"}
        value = wrong.get(quad.predicate)
        return quad if value is None else Quad(quad.subject, quad.predicate, Literal(value), quad.graph_name)

    found = facts_of(map(spoiled, second_pack.store.quads()))
    assert (found.observations, found.rates, found.targets, found.ranks) == ((), (), (), ())
    assert len(found.money) == len(facts.money)
    assert found.money[0].step == 1


def test_a_step_that_is_not_given_is_the_last_place(second_pack: Graph) -> None:
    quads = [quad for quad in second_pack.store.quads() if quad.predicate != PG.roundingStep]
    assert {str(rate.rate): str(rate.step) for rate in facts_of(quads).rates} == {
        "22.5": "0.1",
        "24": "1",
        "10": "1",
    }


def made() -> tuple[Audit, Facts]:
    series = Series(EXPORTS, f"{BASE}id/place/ruritania", None, "RUR")
    about = (f"{BASE}id/figure/a", f"{BASE}id/growth/g")
    facts = Facts(
        rates=(),
        names={EXPORTS: "Software exports", f"{BASE}id/growth/g": "A rate", f"{BASE}id/figure/a": "A level"},
        fiscal_start=4,
    )
    return (
        Audit(
            findings=(
                Finding("growth-inconsistent", "major", about, "It does not follow.", "1 / 2", "unit-slip"),
                Finding("body-cycle", "major", (f"{BASE}id/body/b",), "It is within itself."),
            ),
            verdicts=(
                Verdict(
                    about[1],
                    "inconsistent",
                    "1 / 2",
                    "It does not follow.",
                    (
                        Base(about[0], "1", Decimal(1), Decimal(2), False),
                        Base(f"{BASE}id/figure/b", "2", Decimal(1), Decimal(2), True),
                        Base("", "3", Decimal(1), Decimal(2), True),
                    ),
                    "unit-slip",
                ),
            ),
            derived=(
                Derived(
                    series,
                    Period.parse("2024-05"),
                    "month",
                    Decimal("1E+6"),
                    Decimal("1500000.50"),
                    about,
                    "a",
                ),
            ),
            origins=(("urn:copy", "urn:first"), ("urn:first", "urn:first")),
            support=((about[0], 3, 1),),
        ),
        facts,
    )


def said(triples: set[Triple], subject: NamedNode) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in triples:
        if one.subject == subject:
            found.setdefault(one.predicate.value.rpartition("#")[2].rpartition("/")[2], set()).add(
                str(getattr(one.object, "value", one.object)).removeprefix(BASE)
            )
    return found


def test_a_finding_says_what_it_found() -> None:
    result, facts = made()
    triples = set(statements(result, facts))
    node = finding_iri(result.findings[0])
    assert node.value.startswith(f"{BASE}id/finding/growth-inconsistent_g_")
    found = said(triples, node)
    assert found["prefLabel"] == {"Growth inconsistent: A rate"}
    assert found["findingKind"] == {"concept/finding-kind/growth-inconsistent"}
    assert (found["severity"], found["reading"]) == (
        {"concept/severity/major"},
        {"concept/reading/unit-slip"},
    )
    assert found["about"] == found["wasDerivedFrom"] == {"id/figure/a", "id/growth/g"}
    assert (found["sentence"], found["arithmetic"]) == ({"It does not follow."}, {"1 / 2"})
    other = finding_iri(result.findings[1])
    assert other == entity_iri("finding", "body-cycle_b")
    assert "arithmetic" not in said(triples, other)


def test_a_review_is_of_a_rate_and_has_no_date() -> None:
    result, facts = made()
    reviewed = Facts(
        rates=facts_of(build(PACK)).rates[:1],
        names=facts.names,
        fiscal_start=facts.fiscal_start,
    )
    rate = reviewed.rates[0]
    finding = replace(result.findings[0], about=(rate.iri,))
    triples = set(statements(replace(result, findings=(finding, result.findings[1])), reviewed))
    reviews = {one.subject for one in triples if one.object == SCHEMA.ClaimReview}
    assert reviews == {finding_iri(finding)}
    found = said(triples, finding_iri(finding))
    assert found["claimReviewed"] == {rate.label}
    assert found["itemReviewed"] == {rate.iri.removeprefix(BASE)}
    assert found["reviewRating"] == {"concept/verdict/inconsistent"}
    assert {str(one) for one in found["author"]} == {""}
    assert not [one for one in triples if "date" in one.predicate.value.lower() and one.subject in reviews]


def test_a_verdict_is_said_of_the_rate() -> None:
    result, facts = made()
    found = said(set(statements(result, facts)), NamedNode(f"{BASE}id/growth/g"))
    assert found["verdict"] == {"concept/verdict/inconsistent"}
    assert found["checkedAgainst"] == {"id/figure/a", "id/figure/b"}
    assert found["fitsWith"] == {"id/figure/b"}


def test_a_derived_figure_is_no_observation() -> None:
    result, facts = made()
    triples = set(statements(result, facts))
    [node] = [one.subject for one in triples if one.object == PG.DerivedFigure]
    found = said(triples, NamedNode(str(node).strip("<>")))
    assert found["type"] == {"ns#DerivedFigure"}
    assert not {one.object for one in triples} & {QB.Observation, PG.Figure}
    assert (found["low"], found["high"]) == ({"1000000"}, {"1500000.5"})
    assert found["periodLabel"] == {"May 2024"}
    period = said(triples, entity_iri("period", "2024-05"))
    assert (period["start"], period["end"]) == ({"2024-05-01"}, {"2024-05-31"})


def test_origins_and_support_are_said() -> None:
    result, facts = made()
    triples = set(statements(result, facts))
    assert {one for one in triples if one.predicate == PG.origin} == {
        Triple(NamedNode("urn:copy"), PG.origin, NamedNode("urn:first"))
    }
    level = said(triples, NamedNode(f"{BASE}id/figure/a"))
    assert (level["sourceCount"], level["originCount"]) == ({"3"}, {"1"})


def test_the_build_says_what_the_audit_found(second_pack: Graph, facts: Facts) -> None:
    """And only in the audit graph and the default graph: no source and no editor says so."""
    found = set(statements(audit(facts), facts))
    quads = set(second_pack.store.quads())
    assert {quad.triple for quad in quads if quad.graph_name == AUDIT_GRAPH} == found
    assert {Quad(one.subject, one.predicate, one.object, DefaultGraph()) for one in found} <= quads
    kinds = {quad.object for quad in quads if quad.predicate == PG.findingKind}
    assert concept_iri("finding-kind", "rival-revision") in kinds


def test_what_the_audit_says_is_not_audited(second_pack: Graph, facts: Facts) -> None:
    """Built with its findings or without: the same facts, so the same findings again."""
    bare = stated(load_pack(PACK), Vocabulary.load())
    alone = facts_of(bare.known())
    assert alone.observations == facts.observations
    again = add_audit(bare, {})
    assert again == audit(facts)
    assert facts_of(bare.known()).observations == facts.observations


def test_a_text_at_hand_makes_a_copy_known() -> None:
    """Two papers with one text: two sources, one origin, for what neither says to be another's."""
    dataset = stated(load_pack(PACK), Vocabulary.load())
    words = " ".join(f"word{number}" for number in range(80))
    texts = {"zenda-courier-2024-06-11": words, "strelsau-gazette-2023-05-02": f"{words} and more"}
    add_audit(dataset, texts)
    origins = {one for one in dataset.known() if one.predicate == PG.origin}
    assert origins == {
        Triple(source_iri("zenda-courier-2024-06-11"), PG.origin, source_iri("strelsau-gazette-2023-05-02"))
    }


def test_counts_are_whole_numbers_from_one(shipped: Graph) -> None:
    for predicate in (PG.sourceCount, PG.originCount):
        counts = [quad.object for quad in shipped.store.quads(None, predicate, None, DefaultGraph())]
        assert counts
        assert all(
            isinstance(one, Literal) and one.datatype == XSD.integer and int(one.value) > 0 for one in counts
        )
    facts = facts_of(shipped.store.quads())
    assert support(facts, {}).keys() == facts.stated_in.keys()


def test_derived_figures_rest_on_stated_ones(shipped: Graph) -> None:
    store = shipped.store
    derived = {quad.subject for quad in store.quads(None, RDF.type, PG.DerivedFigure, DefaultGraph())}
    assert derived
    facts = facts_of(store.quads())
    stated_nodes = {
        *(one.iri for one in facts.observations),
        *(one.iri for one in facts.rates),
        *(one.iri for one in facts.targets),
    }
    for node in derived:
        assert isinstance(node, NamedNode)
        rests_on = {quad.object for quad in store.quads(node, PROV.wasDerivedFrom, None, DefaultGraph())}
        assert rests_on
        assert {str(getattr(one, "value", "")) for one in rests_on} <= stated_nodes
