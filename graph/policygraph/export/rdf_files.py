"""RDF in the W3C's line, Turtle and XML syntaxes: prefixes, a stable order, each statement once.

`ttl`, `nt` and `rdfxml` hold the default graph, what is known; `trig` and `nq` hold all graphs, the
evidence among them. Blank nodes get canonical names, whatever the store calls them, and the prefixes,
which the serialiser writes in a random order, are sorted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from policygraph.rdf import DefaultGraph, Quad, RdfFormat, Triple, canonical, serialized, sort_key
from policygraph.store.contract import ReadStore
from policygraph.terms import PREFIXES, RDF

__all__ = ["nquads", "ntriples", "rdfxml", "trig", "turtle", "turtle_of"]

_XML_HEAD: Final = re.compile(rb'<rdf:RDF((?: xmlns:[^=]+="[^"]*")+)')
_XML_NAMESPACE: Final = re.compile(rb' xmlns:[^=]+="[^"]*"')


def turtle(store: ReadStore) -> bytes:
    """RDF 1.1 Turtle; a subject's classes come first."""
    return turtle_of(quad.triple for quad in canonical(store.quads(graph=DefaultGraph())))


def turtle_of(triples: Iterable[Triple]) -> bytes:
    """Turtle of any triples, ordered."""
    ordered = sorted(triples, key=_triple_order)
    return _ordered_prefixes(serialized(ordered, RdfFormat.TURTLE, PREFIXES))


def ntriples(store: ReadStore) -> bytes:
    """RDF 1.1 N-Triples, sorted."""
    return serialized(_triples(store), RdfFormat.N_TRIPLES, {})


def rdfxml(store: ReadStore) -> bytes:
    """RDF 1.1 XML."""
    written = serialized(_triples(store), RdfFormat.RDF_XML, PREFIXES)
    return _XML_HEAD.sub(_ordered_namespaces, written, count=1)


def trig(store: ReadStore) -> bytes:
    """RDF 1.1 TriG: the default graph, then the named graphs by name."""
    quads = sorted(canonical(store.quads()), key=_quad_order)
    return _ordered_prefixes(serialized(quads, RdfFormat.TRIG, PREFIXES))


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


def _ordered_prefixes(written: bytes) -> bytes:
    """The lines `@prefix ...` at the top, sorted; everything after them as it is."""
    lines = written.splitlines(keepends=True)
    count = next((place for place, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines))
    return b"".join([*sorted(lines[:count]), *lines[count:]])


def _ordered_namespaces(head: re.Match[bytes]) -> bytes:
    return b"<rdf:RDF" + b"".join(sorted(_XML_NAMESPACE.findall(head[1])))
