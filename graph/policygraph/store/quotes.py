"""Words of texts that are the user's: in the graph at home, left out of what is handed on.

1. What the graph of quotes states, and no other graph does, is not handed on.
2. A node that stays, and of which words go, keeps a stand-in for them, so that it has the shape that it had:
   `[…]` for a note, and a label with `[…]` for each such note in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from policygraph.rdf import DefaultGraph, Literal, Quad, Triple
from policygraph.store.contract import ReadStore
from policygraph.store.embedded import EmbeddedStore
from policygraph.terms import QUOTES_GRAPH, RDF, SKOS

__all__ = ["STAND_IN", "without_quotes"]

STAND_IN = "[…]"
"""Stands for words that are not handed on."""

_DEFAULT = DefaultGraph()


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
    named = {QUOTES_GRAPH, _DEFAULT}
    stated = {quad.triple for quad in store.quads() if quad.graph_name not in named and quad.triple in quoted}
    gone = quoted - stated
    kept = [
        quad
        for quad in store.quads()
        if quad.graph_name != QUOTES_GRAPH and not (quad.graph_name == _DEFAULT and quad.triple in gone)
    ]
    return EmbeddedStore.of([*kept, *_stand_ins(kept, gone)])


def _stand_ins(kept: Iterable[Quad], gone: Iterable[Triple]) -> Iterator[Quad]:
    """Of nodes that are still something, for words of which no others are left."""
    of_node: dict[object, list[tuple[Triple, str]]] = defaultdict(list)
    for one in sorted(gone, key=str):
        if isinstance(one.object, Literal):
            of_node[one.subject].append((one, one.object.value))
    left = {(quad.subject, quad.predicate) for quad in kept if quad.subject in of_node}
    for node, words in of_node.items():
        notes = [value for one, value in words if one.predicate != SKOS.prefLabel]
        for one, value in words:
            if (node, RDF.type) in left and (node, one.predicate) not in left:
                label = value if one.predicate == SKOS.prefLabel else ""
                yield Quad(one.subject, one.predicate, _stand_in(label, notes), _DEFAULT)


def _stand_in(label: str, notes: list[str]) -> Literal:
    """Longer notes first: a shorter one may be a part of them."""
    for note in sorted(notes, key=lambda one: (-len(one), one)):
        label = label.replace(note, STAND_IN)
    return Literal(label or STAND_IN, language="en")
