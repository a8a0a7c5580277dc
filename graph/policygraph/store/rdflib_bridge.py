"""Quads as rdflib sees them, for pySHACL and for users who think in rdflib; the one place that uses it."""

from __future__ import annotations

from collections.abc import Iterable

import rdflib
from rdflib.term import Identifier

from policygraph.rdf import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Term
from policygraph.terms import PREFIXES

__all__ = ["default_graph", "to_dataset"]


def to_dataset(quads: Iterable[Quad]) -> rdflib.Dataset:
    """An rdflib `Dataset` with the same quads and the project's prefixes; one graph per evidence graph."""
    dataset = rdflib.Dataset()
    _bind(dataset)
    translate = _Translator()
    dataset.addN(
        (
            translate(quad.subject),
            translate(quad.predicate),
            translate(quad.object),
            dataset.default_graph
            if isinstance(quad.graph_name, DefaultGraph)
            else dataset.graph(translate(quad.graph_name)),
        )
        for quad in quads
    )
    return dataset


def default_graph(quads: Iterable[Quad]) -> rdflib.Graph:
    """An rdflib `Graph` of the default graph's triples: what is known, each statement once."""
    graph = rdflib.Graph()
    _bind(graph)
    translate = _Translator()
    for quad in quads:
        if isinstance(quad.graph_name, DefaultGraph):
            graph.add((translate(quad.subject), translate(quad.predicate), translate(quad.object)))
    return graph


def _bind(graph: rdflib.Graph) -> None:
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)


class _Translator:
    """Terms recur, so each is translated once."""

    def __init__(self) -> None:
        self._known: dict[Term, Identifier] = {}

    def __call__(self, term: Term) -> Identifier:
        found = self._known.get(term)
        if found is None:
            found = self._known[term] = _translated(term)
        return found


def _translated(term: Term) -> Identifier:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if not isinstance(term, Literal):
        raise TypeError(f"rdflib has no quoted triples: {term}")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype.value == str(rdflib.XSD.string):
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
