"""Code, queries, data, examples and the JSON-LD context use the ontology's terms, and only those."""

from __future__ import annotations

import json
import re

import pytest
import rdflib

from policygraph.graph import Graph
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.paths import ontology_dir, package_dir
from policygraph.rdf import Literal, RdfFormat, parse_text
from policygraph.terms import BASE, PG, PREFIXES, RDF, compact

VOCABULARY = Vocabulary.load()
DEFINED = [*VOCABULARY.classes, *VOCABULARY.properties]
XSD = PREFIXES["xsd"]
ANNOTATION = "annotation property"


def test_code_uses_only_defined_terms() -> None:
    known = {term.name for term in DEFINED} | {"figuresStructure", "growthsStructure"}
    for file in sorted(package_dir().rglob("*.py")):
        used = set(re.findall(r"\bPG\.([A-Za-z]+)", file.read_text(encoding="utf-8")))
        assert used <= known, file.name


def test_queries_use_only_defined_terms() -> None:
    known = {term.name for term in DEFINED} | {"none"}  # pg:none stands for "no such thing" in filters
    for file in sorted([*ontology_dir().rglob("*.rq"), *package_dir().rglob("*.rq")]):
        used = set(re.findall(r"\bpg:([A-Za-z]+)", file.read_text(encoding="utf-8")))
        assert used <= known, file.name


def test_shipped_data_uses_terms_as_they_are_defined(shipped: Graph) -> None:
    classes: dict[str, set[str]] = {}
    for quad in shipped.store.quads(predicate=RDF.type):
        classes.setdefault(str(quad.subject), set()).add(str(quad.object).strip("<>"))
    for quad in shipped.store.quads():
        if not quad.predicate.value.startswith(str(PG)):
            continue
        term = VOCABULARY.term(quad.predicate.value.removeprefix(str(PG)))
        if term.kind == ANNOTATION:
            continue
        assert classes[str(quad.subject)] & set(term.domain), quad
        if isinstance(quad.object, Literal):
            assert quad.object.datatype.value in term.range, quad
        else:
            assert classes[str(quad.object)] & set(term.range), quad


def test_context_covers_every_term_with_its_type() -> None:
    context = json.loads((ontology_dir() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    covered = {
        value if isinstance(value, str) else value.get("@id"): value
        for value in context.values()
        if value != 1.1
    }
    for term in (*DEFINED, *VOCABULARY.reused):
        entry = covered[compact(term.iri)]
        if term.kind == "object property":
            assert entry["@type"] == "@id", term.name
        elif term.range == (f"{PREFIXES['rdf']}langString",):
            assert entry["@language"] == "en", term.name
        elif term.iri.startswith(str(PG)) and term.range[:1] and term.range[0].startswith(XSD):
            typed = entry if isinstance(entry, str) else compact(entry["@id"])
            assert typed == compact(term.iri)
            wanted = None if term.range[0] == f"{XSD}string" else compact(term.range[0])
            assert (None if isinstance(entry, str) else entry["@type"]) == wanted, term.name
    for name, iri in PREFIXES.items():
        assert context[name] == iri


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # by rdflib's own JSON-LD parser
def test_context_is_read_alike_by_two_parsers() -> None:
    context = json.loads((ontology_dir() / "context.jsonld").read_text(encoding="utf-8"))
    figure = {
        "id": "entity:figure/f",
        "type": ["Figure", "Observation"],
        "label": {"en": "A figure"},
        "indicator": "concept:indicator/export-earnings",
        "period": "entity:period/2020",
        "value": "303000000",
        "preferenceRank": 1,
        "definitionNote": "all of it",
        "wasQuotedFrom": ["document:s#char=1,2", "document:s"],
    }
    text = json.dumps({**context, "graph": [figure]})
    ours = {str(quad.triple) for quad in parse_text(text, RdfFormat.JSON_LD)}
    theirs = rdflib.Graph().parse(data=text, format="json-ld")
    assert len(ours) == len(theirs) == 10
    value = theirs.value(
        rdflib.URIRef(f"{BASE}id/figure/f"), rdflib.URIRef(f"{PREFIXES['sdmx-measure']}obsValue")
    )
    assert value == rdflib.Literal("303000000", datatype=rdflib.XSD.decimal)


def test_examples_are_turtle_of_defined_terms() -> None:
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    names = {term.name for term in DEFINED}
    examples = [term for term in DEFINED if term.example]
    assert len(examples) >= 12
    for term in examples:
        quads = list(parse_text(f"@base <{BASE}> .\n{head}{term.example}", RdfFormat.TURTLE, term.name))
        assert len(quads) >= 2
        assert set(re.findall(r"\bpg:([A-Za-z]+)", term.example)) <= names
