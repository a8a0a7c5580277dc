"""Quotes of texts that are the user's: in the graph at home, left out of what is handed on."""

from __future__ import annotations

from policygraph.rdf import DefaultGraph
from policygraph.store.contract import ReadStore
from policygraph.store.embedded import EmbeddedStore
from policygraph.terms import QUOTES_GRAPH

__all__ = ["without_quotes"]


def without_quotes(store: ReadStore) -> ReadStore:
    """The store without the graph of quotes and what only that graph states; itself where it has none.

    >>> from policygraph.rdf import Literal, NamedNode, Quad
    >>> said = NamedNode("urn:a"), NamedNode("urn:says"), Literal("word for word")
    >>> len(without_quotes(EmbeddedStore.of([Quad(*said), Quad(*said, QUOTES_GRAPH)])))
    0
    """
    quoted = {quad.triple for quad in store.quads(graph=QUOTES_GRAPH)}
    if not quoted:
        return store
    named = {QUOTES_GRAPH, DefaultGraph()}
    stated = {quad.triple for quad in store.quads() if quad.graph_name not in named and quad.triple in quoted}
    gone = quoted - stated
    return EmbeddedStore.of(
        quad
        for quad in store.quads()
        if quad.graph_name != QUOTES_GRAPH and not (quad.graph_name == DefaultGraph() and quad.triple in gone)
    )
