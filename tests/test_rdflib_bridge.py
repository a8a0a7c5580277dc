"""rdflib sees the same quads."""

from __future__ import annotations

import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from policygraph.graph import Graph
from policygraph.rdf import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse_text
from policygraph.store.rdflib_bridge import default_graph, to_dataset
from policygraph.terms import PREFIXES, XSD

S, P, G = NamedNode("urn:s"), NamedNode("urn:p"), NamedNode("urn:g")


@pytest.mark.parametrize(
    "value",
    [
        NamedNode("urn:o"),
        BlankNode("b"),
        Literal("plain"),
        Literal("", language="en"),
        Literal("\u06a9\u0631\u0627\u0686\u06cc", language="ur"),
        Literal('two\nlines "quoted" \\ and \u00e9'),
        Literal("2.60", datatype=XSD.decimal),
        Literal(7),
        Literal(True),
        Literal("2023-12-01", datatype=XSD.date),
        Literal("2023", datatype=XSD.gYear),
        Literal("http://example.org/", datatype=XSD.anyURI),
        Literal("own", datatype=NamedNode("urn:type")),
    ],
    ids=str,
)
def test_terms(value: NamedNode | BlankNode | Literal) -> None:
    """The same term as rdflib reads in N-Triples."""
    parsed = rdflib.Graph().parse(data=f"{S} {P} {value} .", format="nt")
    assert isomorphic(default_graph([Quad(S, P, value)]), parsed)


def test_a_triple_is_no_term_of_rdflib() -> None:
    with pytest.raises(TypeError, match="quoted triples"):
        default_graph([Quad(S, P, Triple(S, P, S))])


def test_graphs_stay_apart() -> None:
    dataset = to_dataset([Quad(S, P, Literal("a")), Quad(S, P, Literal("b"), G)])
    assert [str(value) for value in dataset.default_graph.objects()] == ["a"]
    assert [str(value) for value in dataset.graph(rdflib.URIRef("urn:g")).objects()] == ["b"]
    assert len(default_graph([Quad(S, P, Literal("b"), G)])) == 0


def test_prefixes_are_bound() -> None:
    bound = {prefix: str(iri) for prefix, iri in to_dataset([]).namespaces()}
    assert bound.items() >= PREFIXES.items()


def test_the_second_pack_is_the_same_in_rdflib(second_pack: Graph) -> None:
    quads = list(second_pack.store.quads())
    found = list(second_pack.to_rdflib().quads())
    assert len(found) == len(quads)
    assert {(s.n3(), p.n3(), str(g or DATASET_DEFAULT_GRAPH_ID)) for s, p, _, g in found} == {
        (str(quad.subject), str(quad.predicate), _graph_name(quad)) for quad in quads
    }
    values = {str(o) for _, _, o, _ in found if not isinstance(o, rdflib.BNode)}
    assert values == {quad.object.value for quad in quads if isinstance(quad.object, NamedNode | Literal)}


def _graph_name(quad: Quad) -> str:
    name = quad.graph_name
    return str(DATASET_DEFAULT_GRAPH_ID) if isinstance(name, DefaultGraph) else name.value


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
def test_rdflib_writes_the_default_graph_without_a_name() -> None:
    quads = [Quad(S, P, Literal("a")), Quad(S, P, Literal("b"), G)]
    written = to_dataset(quads).serialize(format="nquads", encoding="utf-8")
    assert set(parse_text(written, RdfFormat.N_QUADS)) == set(quads)
