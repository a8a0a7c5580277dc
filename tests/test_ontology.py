"""The ontology says what it must about each of its terms and codes, and the code and data use no others."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, QB, RDF, RDFS, SKOS

from policygraph.errors import NotFoundError
from policygraph.ontology.records import Concept, VocabularyTerm
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.paths import ontology_dir
from policygraph.rdf import parse_file
from policygraph.terms import BASE, PG, PREFIXES, compact

VOCABULARY = Vocabulary.load()
DEFINED = [*VOCABULARY.classes, *VOCABULARY.properties]
CONCEPTS = [concept for scheme in VOCABULARY.schemes for concept in scheme.concepts]
XSD = PREFIXES["xsd"]
ANNOTATION = "annotation property"


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    both = rdflib.Graph()
    for name in ("policygraph.ttl", "concepts.ttl"):
        both.parse(ontology_dir() / name)
    return both


@pytest.mark.parametrize("file", sorted(ontology_dir().glob("*.ttl")), ids=lambda file: file.name)
def test_two_parsers_read_the_same_number_of_triples(file: Path) -> None:
    ours = {(quad.subject, quad.predicate, quad.object) for quad in parse_file(file)}
    assert len(ours) == len(rdflib.Graph().parse(file))


def test_header_names_version_licence_and_no_date(graph: rdflib.Graph) -> None:
    assert (VOCABULARY.title, VOCABULARY.version) == ("The policygraph ontology", "0.1.0")
    assert VOCABULARY.license == "https://creativecommons.org/licenses/by/4.0/"
    header = {str(predicate) for predicate in graph.predicates(rdflib.URIRef(str(PG)))}
    assert not {one for one in header if re.search(r"created|issued|modified|date", one)}


@pytest.mark.parametrize("term", DEFINED, ids=lambda term: term.name)
def test_term_is_labelled_commented_and_placed(term: VocabularyTerm, graph: rdflib.Graph) -> None:
    node = rdflib.URIRef(term.iri)
    assert re.fullmatch("[A-Z][A-Za-z]+" if term.is_class else "[a-z][A-Za-z]+", term.name)
    assert [
        words.language for words in graph.objects(node, RDFS.label) if isinstance(words, rdflib.Literal)
    ] == ["en"]
    assert term.comment[0].isupper()
    assert term.comment.endswith(".")
    assert list(graph.objects(node, RDFS.isDefinedBy)) == [rdflib.URIRef(str(PG))]
    if term.is_class:
        assert term.parents or term.matches
        return
    assert term.domain
    assert term.range
    assert term.parents or term.matches or term.kind == ANNOTATION
    if term.kind == "object property":
        assert term.inverse_label
        assert not any(one.startswith(XSD) for one in term.range)
    if term.kind == "datatype property":
        assert all(one.startswith(XSD) or one == f"{PREFIXES['rdf']}langString" for one in term.range)


@pytest.mark.parametrize("term", VOCABULARY.reused, ids=lambda term: term.name)
def test_reused_term_says_how_it_is_used_and_nothing_else(term: VocabularyTerm, graph: rdflib.Graph) -> None:
    assert term.comment.endswith(".")
    said = {compact(str(predicate)) for predicate in graph.predicates(rdflib.URIRef(term.iri))}
    assert said <= {"rdf:type", "rdfs:label", "pg:usageNote", "pg:inverseLabel"}


def test_domains_and_ranges_are_known_terms() -> None:
    known = {term.iri for term in (*DEFINED, *VOCABULARY.reused)}
    meta = {str(RDFS.Resource), str(RDFS.Class), str(RDF.Property)}
    for term in VOCABULARY.properties:
        for iri in (*term.domain, *term.range):
            assert iri in known | meta or iri.startswith((XSD, PREFIXES["rdf"])), (term.name, iri)


def test_no_property_is_of_two_kinds(graph: rdflib.Graph) -> None:
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Class)
    counted = Counter(subject for kind in kinds for subject in graph.subjects(RDF.type, kind))
    assert [
        subject for subject, times in counted.items() if times > 1 and isinstance(subject, rdflib.URIRef)
    ] == []


def test_hierarchies_have_no_cycle() -> None:
    parents = {term.iri: set(term.parents) for term in DEFINED}
    for start, above in parents.items():
        seen: set[str] = set()
        waiting = list(above)
        while waiting:
            here = waiting.pop()
            assert here != start, start
            waiting += parents.get(here, set()) - seen
            seen.add(here)


def test_relations_are_below_related_to() -> None:
    assert VOCABULARY.relations() == (
        "oversees",
        "supports",
        "implements",
        "funds",
        "regulates",
        "supersedes",
        "basedOn",
        "partOf",
    )
    assert VOCABULARY.inverse_label(PG.oversees.value) == "overseen by"


def test_cubes_have_typed_components(graph: rdflib.Graph) -> None:
    """Data Cube, 11.1: IC-4, a dimension has a range; IC-5, one with concepts for values has a code list."""
    for structure in graph.subjects(RDF.type, QB.DataStructureDefinition):
        for component in graph.objects(structure, QB.component):
            for dimension in graph.objects(component, QB.dimension):
                assert (dimension, RDF.type, QB.DimensionProperty) in graph
                if str(dimension).startswith(str(PG)):
                    ranges = VOCABULARY.term(str(dimension).removeprefix(str(PG))).range
                    assert ranges
                    assert str(SKOS.Concept) not in ranges or graph.value(dimension, QB.codeList)
            for attribute in graph.objects(component, QB.attribute):
                assert (attribute, RDF.type, QB.AttributeProperty) in graph
            for measure in graph.objects(component, QB.measure):
                assert (measure, RDF.type, QB.MeasureProperty) in graph


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda concept: f"{concept.scheme}/{concept.code}")
def test_concept_is_labelled_defined_and_placed(concept: Concept, graph: rdflib.Graph) -> None:
    assert concept.iri == f"{BASE}concept/{concept.scheme}/{concept.code}"
    assert concept.label
    assert concept.definition.endswith(".")
    node = rdflib.URIRef(concept.iri)
    assert len(list(graph.objects(node, SKOS.notation))) == 1
    tops = list(graph.objects(node, SKOS.topConceptOf))
    assert len(tops) == (0 if concept.broader else 1)
    if concept.broader:
        assert VOCABULARY.has(concept.scheme, concept.broader)


def test_codes_that_the_build_reads_are_complete() -> None:
    kinds = [
        VOCABULARY.instance_class("initiative-kind", code) for code in VOCABULARY.concepts("initiative-kind")
    ]
    assert {f"{PG}{name}" for name in ("Policy", "Law", "Fund", "Goal")} <= set(kinds)
    assert all(PG.Initiative.value in VOCABULARY.term(kind.removeprefix(str(PG))).parents for kind in kinds)
    assert all(VOCABULARY.instance_class("source-kind", code) for code in VOCABULARY.concepts("source-kind"))
    stages = VOCABULARY.concepts("stage")
    orders = [VOCABULARY.order("stage", code) for code in stages]
    assert orders == sorted(set(orders))
    assert {VOCABULARY.lifecycle(code) for code in stages} == {"planned", "active", "paused", "ended"}
    assert [VOCABULARY.shift_months(code) for code in ("yoy", "mom", "qoq")] == [-12, -1, -3]


def test_what_is_missing_is_named_with_what_is_near() -> None:
    assert not VOCABULARY.has("stage", "anounced")
    assert not VOCABULARY.has("no-scheme", "announced")
    with pytest.raises(NotFoundError, match="did you mean announced") as caught:
        VOCABULARY.concept("stage", "anounced")
    assert caught.value.nearest[0] == "announced"
    with pytest.raises(NotFoundError):
        VOCABULARY.concepts("no-scheme")
    with pytest.raises(NotFoundError):
        VOCABULARY.instance_class("stage", "announced")
    with pytest.raises(NotFoundError):
        VOCABULARY.label("https://example.org/unknown")


def test_statements_are_the_files_and_always_the_same() -> None:
    quads = list(VOCABULARY.quads())
    assert quads == list(Vocabulary.load().quads())
    files = [
        quad for name in ("policygraph.ttl", "concepts.ttl") for quad in parse_file(ontology_dir() / name)
    ]
    assert len(quads) == len(set(quads)) == len(files)
