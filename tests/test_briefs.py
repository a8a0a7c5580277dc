"""The project's own articles: what they restate, where, and that they add evidence but no figures."""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal

import pytest

from policygraph.curated.load import load_pack
from policygraph.graph import Graph
from policygraph.model.facts import Amount, Fact, Figure, Ranking, Relation, Step, Target, Tenure
from policygraph.model.sources import Restatement
from policygraph.paths import data_dir
from policygraph.quantities import Quantity
from policygraph.rdf import Literal, NamedNode, Resource, Term
from policygraph.terms import (
    OA,
    PG,
    PROV,
    SCHEMA,
    SDMX_MEASURE,
    concept_iri,
    entity_iri,
    passage_iri,
    source_iri,
)

Statement = tuple[Term, NamedNode, Term]

PACK = load_pack(data_dir())
BRIEFS = sorted(PACK.briefs)
RESTATEMENTS = [
    pytest.param(name, restated, id=f"{name}-{number}")
    for name in BRIEFS
    for number, restated in enumerate(PACK.briefs[name].head.facts)
]
NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?")
IN_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
SHORT = {"m": 6, "bn": 9}
PER_CENT = r"\s?(?:%|pc\b|per cent\b|percent\b)"


def fact_of(restated: Restatement) -> Fact:
    fact = PACK.fact(restated.source, restated.fact)
    assert fact is not None
    return fact


def passage_of(name: str, restated: Restatement) -> NamedNode:
    start = PACK.briefs[name].text.index(restated.quote)
    return passage_iri(name, start, start + len(restated.quote))


def own_places(source: str, fact: Fact) -> list[NamedNode]:
    """Where the source itself states the fact."""
    spans = [fact.at, fact.growth.at if isinstance(fact, Figure) and fact.growth else None]
    return [passage_iri(source, *span) for span in spans if span] or [source_iri(source)]


def subjects(graph: Graph, predicate: NamedNode, value: NamedNode | Literal) -> set[NamedNode]:
    found = {quad.subject for quad in graph.store.quads(predicate=predicate, object=value)}
    return {subject for subject in found if isinstance(subject, NamedNode)}


def objects(graph: Graph, subject: NamedNode, predicate: NamedNode) -> set[str]:
    """IRIs and literals as text."""
    return {
        quad.object.value
        for quad in graph.store.quads(subject=subject, predicate=predicate)
        if isinstance(quad.object, NamedNode | Literal)
    }


def nodes_of(graph: Graph, source: str, fact: Fact) -> list[NamedNode]:
    """The nodes that a fact makes: the observations of a figure, the one node of any other fact."""
    if isinstance(fact, Figure):
        same_id = subjects(graph, PG.ledgerId, Literal(fact.id))
        return sorted(same_id & subjects(graph, PG.source, source_iri(source)), key=str)
    if isinstance(fact, Relation) and fact.date is None:
        return []  # stated by its direct triple alone
    slugs = (fact.id, f"{fact.id}_{source}")  # a claim about a figure belongs to its source
    named = [entity_iri(type(fact).__name__.lower(), slug) for slug in slugs]
    found = [node for node in named if statements(graph, own_places(source, fact), node)]
    assert found, fact.id
    return found


def statements(graph: Graph, places: list[NamedNode], node: Resource | None = None) -> set[Statement]:
    return {
        (quad.subject, quad.predicate, quad.object)
        for place in places
        for quad in graph.store.quads(subject=node, graph=place)
    }


def numbers_in(quote: str, scales: dict[str, int]) -> set[Decimal]:
    """Every number of a quote in whole units: `Rs3.1 crore`, `$510m`, `one million`, `$2,123 million`."""
    digits = re.sub(r"(?i)(?<=\d)(?=m\b|bn\b)", " ", re.sub(r"(?:US)?\$|Rs", " ", quote))
    for word, value in IN_WORDS.items():
        digits = re.sub(rf"(?i)\b{word}\b", str(value), digits)
    found: set[Decimal] = set()
    for match in NUMBER.finditer(digits):
        following = re.match(r"\s(\w+)", digits[match.end() :])
        exponent = {**scales, **SHORT}.get(following[1].lower(), 0) if following else 0
        found.add(Decimal(match[0].replace(",", "")).scaleb(exponent))
    return found


def rates_in(quote: str) -> set[Decimal]:
    return {Decimal(rate) for rate in re.findall(rf"(\d+(?:\.\d+)?){PER_CENT}", quote)}


def test_there_are_enough_and_they_are_short() -> None:
    assert len(BRIEFS) >= 12
    for name in BRIEFS:
        assert 120 <= len(PACK.briefs[name].text.split()) <= 300, name


@pytest.mark.parametrize("name", BRIEFS)
def test_head_names_one_or_two_sources_none_of_them_later(name: str) -> None:
    head = PACK.briefs[name].head
    assert 1 <= len(head.sources) <= 2
    assert {restated.source for restated in head.facts} == set(head.sources)
    for source in head.sources:
        published = PACK.sources[source].date
        assert published is None or published.start <= head.date.end


@pytest.mark.parametrize("name", BRIEFS)
def test_each_quote_stands_once_within_a_paragraph(name: str) -> None:
    brief = PACK.briefs[name]
    for restated in brief.head.facts:
        assert brief.text.count(restated.quote) == 1, restated.quote
        assert "\n" not in restated.quote


def test_a_fact_is_restated_once_for_each_source() -> None:
    for name in BRIEFS:
        keys = [(restated.source, restated.fact) for restated in PACK.briefs[name].head.facts]
        assert len(keys) == len(set(keys)), name


def test_every_kind_of_fact_is_restated() -> None:
    kinds = {type(fact_of(restated)) for brief in PACK.briefs.values() for restated in brief.head.facts}
    assert kinds >= {Figure, Target, Amount, Step, Tenure, Relation, Ranking}


@pytest.mark.parametrize(("name", "restated"), RESTATEMENTS)
def test_numbers_printed_agree_with_the_fact(name: str, restated: Restatement) -> None:
    fact, scales = fact_of(restated), PACK.about.country.scales
    if isinstance(fact, Figure | Target | Amount) and fact.value is not None:
        value = Quantity.parse(fact.value, fact.unit, scales).value
        assert value in numbers_in(restated.quote, scales)
    if isinstance(fact, Figure) and fact.growth:
        assert abs(Decimal(fact.growth.rate)) in rates_in(restated.quote)


@pytest.mark.parametrize(("name", "restated"), RESTATEMENTS)
def test_passage_carries_offsets_and_quote(name: str, restated: Restatement, shipped: Graph) -> None:
    passage = passage_of(name, restated)
    assert objects(shipped, passage, OA.hasSource) == {source_iri(name).value}
    selectors = [NamedNode(iri) for iri in objects(shipped, passage, OA.hasSelector)]
    (start,) = {int(value) for selector in selectors for value in objects(shipped, selector, OA.start)}
    (end,) = {int(value) for selector in selectors for value in objects(shipped, selector, OA.end)}
    (exact,) = {value for selector in selectors for value in objects(shipped, selector, OA.exact)}
    assert exact == restated.quote == PACK.briefs[name].text[start:end]


@pytest.mark.parametrize(("name", "restated"), RESTATEMENTS)
def test_passage_states_what_the_source_states(name: str, restated: Restatement, shipped: Graph) -> None:
    fact, passage = fact_of(restated), passage_of(name, restated)
    own = own_places(restated.source, fact)
    if isinstance(fact, Relation):
        direct = statements(shipped, [passage]) & statements(shipped, own)
        assert any(p == PG[fact.relation] and str(s).endswith(f"/{fact.subject}>") for s, p, _ in direct)
    for node in nodes_of(shipped, restated.source, fact):
        stated = statements(shipped, own, node)
        assert stated
        # A level that the source prints twice, with a rate each, is one node with an id for each.
        told = {one for one in stated if one[1] not in (PG.ledgerId, PROV.wasQuotedFrom)}
        assert told <= statements(shipped, [passage], node)
        assert (node, PROV.wasQuotedFrom, passage) in stated


@pytest.mark.parametrize("name", BRIEFS)
def test_passages_state_nothing_of_their_own(name: str, shipped: Graph) -> None:
    brief = PACK.briefs[name]
    known = statements(
        shipped, [place for one in brief.head.facts for place in own_places(one.source, fact_of(one))]
    )
    for restated in brief.head.facts:
        assert statements(shipped, [passage_of(name, restated)]) <= known


@pytest.mark.parametrize("name", BRIEFS)
def test_brief_is_described_by_its_own_text(name: str, shipped: Graph) -> None:
    node, brief = source_iri(name), PACK.briefs[name]
    found = {(quad.predicate, quad.object) for quad in shipped.store.quads(subject=node)}
    assert (PG.sourceKind, concept_iri("source-kind", "brief")) in found
    assert (SCHEMA.sha256, Literal(hashlib.sha256(brief.text.encode()).hexdigest())) in found
    assert {(SCHEMA.isBasedOn, source_iri(source)) for source in brief.head.sources} <= found


def test_no_fact_has_a_brief_as_its_source(shipped: Graph) -> None:
    briefs = {source_iri(name) for name in BRIEFS}
    assert not briefs & {quad.object for quad in shipped.store.quads(predicate=PG.source)}
    levels = {quad.subject for quad in shipped.store.quads(predicate=SDMX_MEASURE.obsValue)}
    assert levels
    assert not levels & {subject for brief in briefs for subject in subjects(shipped, PG.source, brief)}


def test_offsets_count_code_points() -> None:
    """Some quote stands behind characters that take more than one byte, or the offsets prove nothing."""
    late = 0
    for name in BRIEFS:
        text = PACK.briefs[name].text
        before = [text[: text.index(restated.quote)] for restated in PACK.briefs[name].head.facts]
        late += sum(len(part.encode()) > len(part) for part in before)
    assert late > 50
    assert any(re.search(r"[\u0600-\u06ff]", brief.text) for brief in PACK.briefs.values())


def test_quote_selectors_are_only_for_briefs(shipped: Graph) -> None:
    """Words of other people's articles are not in the graph."""
    quoting = {quad.subject for quad in shipped.store.quads(predicate=OA.exact)}
    passages = {
        quad.subject for quad in shipped.store.quads(predicate=OA.hasSelector) if quad.object in quoting
    }
    sources = {
        quad.object for quad in shipped.store.quads(predicate=OA.hasSource) if quad.subject in passages
    }
    assert sources == {source_iri(name) for name in BRIEFS}
