"""Every shape takes in its conforming example and refuses its violating one, by each of its rules."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.namespace import RDF, RDFS, SH
from rdflib.term import Node

from policygraph.build.validate import aimed, united
from policygraph.ontology.shapes import read_shapes
from policygraph.paths import ontology_dir

EXAMPLES = Path(__file__).parent / "shapes"
SHAPES = read_shapes()
CODES = [shape.code for shape in SHAPES]


@pytest.fixture(scope="module")
def rules() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / "shapes.ttl")


@pytest.fixture(scope="module")
def vocabulary() -> rdflib.Graph:
    graph = rdflib.Graph().parse(ontology_dir() / "policygraph.ttl")
    return graph.parse(ontology_dir() / "concepts.ttl")


def example(name: str, vocabulary: rdflib.Graph) -> rdflib.Graph:
    """An example in its small world, with what the vocabulary says about the terms that both use."""
    graph = rdflib.Graph().parse(EXAMPLES / "world.ttl").parse(EXAMPLES / name)
    waiting = [*graph.predicates(), *graph.objects()]
    seen: set[Node] = set(graph.subjects())
    while waiting:
        node = waiting.pop()
        if node in seen or not isinstance(node, rdflib.URIRef):
            continue
        seen.add(node)
        for triple in vocabulary.triples((node, None, None)):
            if triple[1] not in (RDFS.domain, RDFS.range):
                graph.add(triple)
                waiting.append(triple[2])
    return graph


def results(data: rdflib.Graph, rules: rdflib.Graph) -> tuple[rdflib.Graph, list[Node]]:
    _, report, _ = pyshacl.validate(data, shacl_graph=rules, inference="none")
    assert isinstance(report, rdflib.Graph)
    return report, list(report.subjects(RDF.type, SH.ValidationResult))


def test_examples_and_shapes_are_the_same_set() -> None:
    wanted = {f"{code}.{kind}.ttl" for code in CODES for kind in ("conforms", "violates")}
    assert {file.name for file in EXAMPLES.glob("*.ttl")} == wanted | {"world.ttl"}


@pytest.mark.parametrize("code", CODES)
def test_conforming_example_is_taken_in(code: str, rules: rdflib.Graph, vocabulary: rdflib.Graph) -> None:
    data = example(f"{code}.conforms.ttl", vocabulary)
    target = next(shape.target for shape in SHAPES if shape.code == code)
    added = rdflib.Graph().parse(EXAMPLES / f"{code}.conforms.ttl")
    assert list(added.subjects(RDF.type, rdflib.URIRef(target))), (
        "the example has no node of the shape's class"
    )
    report, found = results(data, rules)
    assert [str(report.value(result, SH.resultMessage)) for result in found] == []


@pytest.mark.parametrize("code", CODES)
def test_violating_example_breaks_every_rule_of_its_shape_and_no_other(
    code: str, rules: rdflib.Graph, vocabulary: rdflib.Graph
) -> None:
    shape = next(shape for shape in SHAPES if shape.code == code)
    iri = rdflib.URIRef(shape.iri)
    own = {iri, *rules.objects(iri, SH.property)}
    report, found = results(example(f"{code}.violates.ttl", vocabulary), rules)
    told = {str(report.value(result, SH.resultMessage)) for result in found}
    assert told == {rule.message for rule in shape.rules}
    sources = {report.value(result, SH.sourceShape) for result in found}
    named = {one for one in own if isinstance(one, rdflib.URIRef)}
    assert {source for source in sources if isinstance(source, rdflib.URIRef)} <= named
    paths = {report.value(result, SH.resultPath) for result in found}
    declared = {rules.value(rule, SH.path) for rule in own}
    assert {path for path in paths if isinstance(path, rdflib.URIRef)} <= declared


def test_every_rule_has_a_name_and_a_message() -> None:
    for shape in SHAPES:
        assert shape.label, shape.code
        assert shape.target, shape.code
        assert shape.rules, shape.code
        for rule in shape.rules:
            assert rule.name, shape.code
            assert rule.message.endswith("."), (shape.code, rule)


def test_messages_of_one_shape_differ() -> None:
    for shape in SHAPES:
        messages = [rule.message for rule in shape.rules]
        assert len(set(messages)) == len(messages), shape.code


def test_violations_are_of_severity_violation(rules: rdflib.Graph) -> None:
    assert {rules.value(rdflib.URIRef(shape.iri), SH.severity) for shape in SHAPES} == {SH.Violation}


def test_the_shapes_are_well_formed(rules: rdflib.Graph) -> None:
    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=rules, meta_shacl=True)
    assert conforms, text


def test_aimed_rules_find_the_same(rules: rdflib.Graph, vocabulary: rdflib.Graph) -> None:
    bulk = aimed(rdflib.Graph().parse(ontology_dir() / "shapes.ttl"))
    assert not list(bulk.subject_objects(SH.property))
    data = rdflib.Graph()
    for code in CODES:
        data += example(f"{code}.violates.ttl", vocabulary)
    told = []
    for way in (rules, bulk):
        report, found = results(data, way)
        facts = (SH.focusNode, SH.resultMessage, SH.sourceConstraintComponent, SH.value)
        told.append(sorted(tuple(str(report.value(result, fact)) for fact in facts) for result in found))
    assert told[0] == told[1]
    assert len(told[0]) > 150


def test_united_classes_find_the_same(rules: rdflib.Graph, vocabulary: rdflib.Graph) -> None:
    bulk = rdflib.Graph().parse(ontology_dir() / "shapes.ttl")
    taken_in = united(bulk)
    data = rdflib.Graph()
    for code in CODES:
        data += example(f"{code}.violates.ttl", vocabulary)
    told, choices = [], []
    for way, known in ((rules, data), (bulk, data + taken_in)):
        report, found = results(known, way)
        facts = (SH.focusNode, SH.resultMessage, SH.value)
        told.append(sorted(tuple(str(report.value(result, fact)) for fact in facts) for result in found))
        components = [report.value(result, SH.sourceConstraintComponent) for result in found]
        choices.append(components.count(SH.OrConstraintComponent))
    assert told[0] == told[1]
    assert choices[0] > 0 == choices[1]
