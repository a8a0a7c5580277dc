"""Data for the page's tests: series with gaps and rivals, and names that try to run as code."""

from __future__ import annotations

import json
import re
from typing import Any

from policygraph.rdf import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse_text
from policygraph.store.embedded import EmbeddedStore
from policygraph.terms import (
    AUDIT_GRAPH,
    DCT,
    FOAF,
    PG,
    PROV,
    RDF,
    REGISTRY_GRAPH,
    SCHEMA,
    SDMX_ATTRIBUTE,
    SDMX_DIMENSION,
    SDMX_MEASURE,
    SKOS,
    concept_iri,
    entity_iri,
    source_iri,
)
from small_graph import small_store

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<img src=x onerror=alert(3)>",
    "javascript:alert(4)",
    "line\u2028separator \u2029 and \u0000-free",
    "وزارتِ انفارمیشن ٹیکنالوجی",
    "{{ 7*7 }} {% raw %}",
    "Ministry of Names That Never End " * 30,
    "__proto__",
)

_DATASET = """
<https://w3id.org/policygraph/id/dataset/small> a <http://www.w3.org/ns/dcat#Dataset> ;
  <http://purl.org/dc/terms/title> "Policy of <b>Nowhere</b>" ; <http://purl.org/dc/terms/license> "CC0" .
"""

MONTHS = {
    "2021-01-01/2021-01-31": ("100", "120"),
    "2021-02-01/2021-02-28": ("110",),
    "2021-03-01/2021-03-31": ("115", "115"),
    "2021-05-01/2021-05-31": ("130",),
    "2021-06-01/2021-06-30": ("135",),
}


def charted_store() -> EmbeddedStore:
    """The small graph with a monthly series (April is missing, January has rivals), a run and a target."""
    dataset = [_in_registry(quad) for quad in parse_text(_DATASET, RdfFormat.TURTLE)]
    figures = [quad for period, values in MONTHS.items() for quad in _figures(period, "month", values)]
    running = _figures("2021-01-01/2021-03-31", "months", ("345",))
    year = _figures("2020-01-01/2020-12-31", "calendar-year", ("1440",))
    return small_store(*dataset, *figures, *running, *year)


def hostile_store() -> EmbeddedStore:
    """The small graph with people, a source and a figure whose texts are attacks."""
    quads = []
    for number, name in enumerate(HOSTILE):
        person, source = entity_iri("person", f"hostile-{number}"), source_iri(f"hostile-{number}")
        quads += [
            Quad(person, RDF.type, FOAF.Person, REGISTRY_GRAPH),
            Quad(person, SKOS.prefLabel, Literal(name, language="en"), REGISTRY_GRAPH),
            Quad(person, SKOS.altLabel, Literal(f'" onload="alert({number})'), REGISTRY_GRAPH),
            Quad(person, FOAF.name, Literal(name), source),
            Quad(source, RDF.type, PG.Source, REGISTRY_GRAPH),
            Quad(source, DCT["title"], Literal(name), REGISTRY_GRAPH),
            Quad(source, SCHEMA.publisher, Literal(name), REGISTRY_GRAPH),
            Quad(source, SCHEMA.url, Literal("javascript:alert(document.domain)"), REGISTRY_GRAPH),
        ]
    return small_store(*quads)


CELLS = ("=1+1", "+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "-4.5", '1,5 "quoted"')
"""Names for the table's download: what a spreadsheet would take for formulas, then two it would not."""


def spreadsheet_store() -> EmbeddedStore:
    """A graph of people with such names."""
    people = [(entity_iri("person", f"cell-{number}"), name) for number, name in enumerate(CELLS)]
    quads = [Quad(person, RDF.type, FOAF.Person, REGISTRY_GRAPH) for person, _ in people]
    quads += [
        Quad(person, SKOS.prefLabel, Literal(name, language="en"), REGISTRY_GRAPH) for person, name in people
    ]
    return EmbeddedStore.of(
        [*quads, *(Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in quads)]
    )


def rivals_store(*more: Quad) -> EmbeddedStore:
    """Two figures of one definition for one month: the first of a dated source, the second of an undated."""
    definition = concept_iri("definition", "exports.all")
    figures = _figures("2021-01-01/2021-01-31", "month", ("100", "120"))
    nodes = sorted({quad.subject for quad in figures if "/figure/" in str(quad.subject)}, key=str)
    facts: dict[NamedNode, NamedNode | Literal] = {
        PG.definition: definition,
        SDMX_ATTRIBUTE.obsStatus: concept_iri("figure-status", "actual"),
        PG.periodLabel: Literal("Jan 2021"),
        PG.preferenceRank: Literal(20),
    }
    told = [
        Quad(node, predicate, thing, REGISTRY_GRAPH) for node in nodes for predicate, thing in facts.items()
    ]
    actual = concept_iri("figure-status", "actual")
    told += [
        Quad(definition, PG.preference, Literal(1), REGISTRY_GRAPH),
        Quad(definition, SKOS.prefLabel, Literal("All exports", language="en"), REGISTRY_GRAPH),
        Quad(actual, SKOS.prefLabel, Literal("actual", language="en"), REGISTRY_GRAPH),
    ]
    return small_store(*figures, *told, *more)


def audited_store(sentence: str = "North prints 100 and South 120 for one month.") -> EmbeddedStore:
    """Two rival figures, and what the audit says of them."""
    finding, origin = entity_iri("finding", "rival-1"), Literal(1)
    figures = [entity_iri("figure", f"exports-month-2021-01-01-{number}") for number in (0, 1)]
    kind, severity = concept_iri("finding-kind", "rival-conflict"), concept_iri("severity", "major")
    said: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        (finding, RDF.type, PG.Finding),
        (finding, PG.findingKind, kind),
        (finding, PG.severity, severity),
        (finding, PG.sentence, Literal(sentence, language="en")),
        (finding, PG.arithmetic, Literal("99.5 to 100.5 does not meet 119.5 to 120.5")),
        (kind, SKOS.prefLabel, Literal("true conflict", language="en")),
        (severity, SKOS.prefLabel, Literal("major", language="en")),
        *((finding, PG.about, figure) for figure in figures),
        *((figure, PG.sourceCount, Literal(3)) for figure in figures),
        *((figure, PG.originCount, origin) for figure in figures),
    ]
    return rivals_store(*(Quad(*one, AUDIT_GRAPH) for one in said))


def _figures(period: str, kind: str, values: tuple[str, ...]) -> list[Quad]:
    start, end = period.split("/")
    node = entity_iri("period", period.replace("/", "_"))
    quads = [
        Quad(node, PG.start, Literal(start), REGISTRY_GRAPH),
        Quad(node, PG.end, Literal(end), REGISTRY_GRAPH),
    ]
    for number, value in enumerate(values):
        source = source_iri(("one", "two")[number % 2])
        figure = entity_iri("figure", f"exports-{kind}-{start}-{number}")
        facts: dict[NamedNode, NamedNode | Literal] = {
            RDF.type: PG.Figure,
            SKOS.prefLabel: Literal(f"Exports {start}: {value}"),
            PG.indicator: concept_iri("indicator", "exports"),
            PG.periodKind: concept_iri("period-kind", kind),
            PG.printed: Literal(f"${value} million"),
            PG.roundingStep: Literal("1000000"),
            SDMX_DIMENSION.refPeriod: node,
            SDMX_DIMENSION.refArea: entity_iri("place", "north"),
            SDMX_MEASURE.obsValue: Literal(f"{value}000000"),
            SDMX_ATTRIBUTE.unitMeasure: concept_iri("unit", "USD"),
            PG.source: source,
            PROV.wasQuotedFrom: source,
        }
        quads += [Quad(figure, predicate, thing, source) for predicate, thing in facts.items()]
    return quads


def _in_registry(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, REGISTRY_GRAPH)


def data_of(html: str, name: str) -> Any:
    """One of the page's data blocks: `nodes`, `edges` or `rest`."""
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])
