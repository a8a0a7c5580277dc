"""RDF in the W3C's line, Turtle and XML syntaxes: prefixes, a stable order, each statement once.

`ttl`, `nt` and `rdfxml` hold the default graph, what is known; `trig` and `nq` hold all graphs, the
evidence among them. Blank nodes get canonical names, whatever the store calls them, and the prefixes,
which the serialiser writes in a random order, are sorted.
"""

from __future__ import annotations

from collections.abc import Iterable

from policygraph.rdf import DefaultGraph, Quad, RdfFormat, Triple, canonical, serialized, sort_key
from policygraph.store.contract import ReadStore
from policygraph.terms import PREFIXES, RDF

__all__ = ["nquads", "ntriples", "rdfxml", "trig", "turtle", "turtle_of"]


def turtle(store: ReadStore) -> bytes:
    """RDF 1.1 Turtle; a subject's classes come first."""
    return turtle_of(quad.triple for quad in canonical(store.quads(graph=DefaultGraph())))


def turtle_of(triples: Iterable[Triple]) -> bytes:
    """Turtle of any triples, ordered."""
    ordered = sorted(triples, key=_triple_order)
    return serialized(ordered, RdfFormat.TURTLE, PREFIXES)


def ntriples(store: ReadStore) -> bytes:
    """RDF 1.1 N-Triples, sorted."""
    return serialized(_triples(store), RdfFormat.N_TRIPLES, {})


def rdfxml(store: ReadStore) -> bytes:
    """RDF 1.1 XML."""
    return serialized(_triples(store), RdfFormat.RDF_XML, PREFIXES)


def trig(store: ReadStore) -> bytes:
    """RDF 1.1 TriG: the default graph, then the named graphs by name."""
    quads = sorted(canonical(store.quads()), key=_quad_order)
    return serialized(quads, RdfFormat.TRIG, PREFIXES)


def nquads(store: ReadStore) -> bytes:
    """RDF 1.1 N-Quads, in the order in which the build writes them."""
    return serialized(sorted(canonical(store.quads()), key=sort_key), RdfFormat.N_QUADS, {})


def _triples(store: ReadStore) -> list[Triple]:
    return sorted((quad.triple for quad in canonical(store.quads(graph=DefaultGraph()))), key=_triple_order)


def _triple_order(triple: Triple) -> tuple[str, bool, str, str]:
    """By subject, its classes first."""
    return str(triple.subject), triple.predicate != RDF.type, str(triple.predicate), str(triple.object)


def _quad_order(quad: Quad) -> tuple[str, str, bool, str, str]:
    name = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
    return name, *_triple_order(quad.triple)
