"""RDF in the W3C's line, Turtle and XML syntaxes: prefixes, a stable order, each statement once.

`ttl`, `nt` and `rdfxml` hold the default graph, what is known; `trig` and `nq` hold all graphs, the
evidence among them. Blank nodes get canonical names, whatever the store calls them, and the prefixes,
which the serialiser writes in a random order, are sorted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from policygraph.errors import UsageError
from policygraph.rdf import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    canonical,
    serialized,
    sort_key,
)
from policygraph.store.contract import ReadStore
from policygraph.terms import PREFIXES, RDF

__all__ = ["nquads", "ntriples", "rdfxml", "trig", "turtle", "turtle_of"]

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document may hold (section 2.2)."""

_ENDS_IN_A_NAME: Final = re.compile(r"[^\W\d][\w.\-\u00b7]*\Z")
"""What follows the namespace must be a name (Namespaces in XML 1.0, section 3)."""


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
    """RDF 1.1 XML; raises UsageError for a statement that this syntax cannot hold."""
    triples = _triples(store)
    for triple in triples:
        _check_xml(triple)
    try:
        written = serialized(triples, RdfFormat.RDF_XML, PREFIXES)
    except OSError as error:  # a property with a name that the syntax keeps for itself, such as rdf:li
        raise UsageError(f"RDF/XML cannot hold this graph: {error}; use ttl or nt") from None
    # a carriage return that is no reference is read as a line feed (XML 1.0, section 2.11)
    return written.replace(b"\r", b"&#xD;")


def _check_xml(triple: Triple) -> None:
    element = triple.object if triple.predicate == RDF.type else triple.predicate
    if isinstance(element, NamedNode) and not _ENDS_IN_A_NAME.search(element.value):
        reason = f"{element} does not end in a name"
    elif isinstance(triple.object, Literal) and (found := _NOT_XML.search(triple.object.value)):
        reason = f"a {triple.predicate} of {triple.subject} has the character U+{ord(found[0]):04X}"
    else:
        return
    raise UsageError(f"RDF/XML cannot hold this graph: {reason}; use ttl or nt")


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
