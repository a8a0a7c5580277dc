"""`render`: the graph of a store as one HTML file that opens with the network off."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import networkx as nx

from policygraph.network.measures import neighbourhood
from policygraph.network.projection import ALL_KINDS, Network, project
from policygraph.questions.entities import resolve
from policygraph.store.contract import ReadStore
from policygraph.view.network_html import page_html
from policygraph.view.payload import payload_of
from policygraph.view.preferred import preferred_figures
from policygraph.view.snapshot import Snapshot

__all__ = ["render"]

_LEAVES: Final = ("figure", "source", "ranking", "target")
"""Kinds that are added to a neighbourhood, and that no way leads through."""


def render(store: ReadStore, *, focus: str | None = None, depth: int = 2, title: str | None = None) -> str:
    """The page of a store, or of what lies within `depth` edges of the entity `focus`.

    `focus` is an IRI, an id or a name, whatever its case. Raises EntityNotFoundError (with the nearest
    names) when there is no such entity, UsageError when a name fits several or `depth` is negative.

    >>> from policygraph.store.embedded import EmbeddedStore
    >>> render(EmbeddedStore.of([]), title="Nothing yet")[:15]
    '<!DOCTYPE html>'
    """
    network = project(store, kinds=ALL_KINDS)
    centre = ""
    if focus is not None:
        centre = resolve(store, focus).iri
        network = _around(network, centre, depth)
    see = Snapshot(store)
    chosen = preferred_figures(store, see)
    return page_html(payload_of(see, network, focus=centre, title=title, preferred=chosen))


def _around(network: Network, centre: str, depth: int) -> Network:
    """Entities within `depth`, then the figures, sources, targets and rankings that touch them."""
    kinds = {node: str(kind) for node, kind in network.nodes(data="kind")}
    entities = {node for node, kind in kinds.items() if kind not in _LEAVES or node == centre}
    near = set(neighbourhood(_part(network, entities), centre, depth))
    touching = {
        leaf
        for one, other in network.edges()
        for entity, leaf in ((one, other), (other, one))
        if entity in near and kinds[leaf] in _LEAVES
    }
    return _part(network, near | touching)


def _part(network: Network, kept: Collection[str]) -> Network:
    """The network of these nodes in the order of the whole one; networkx's subgraphs follow a set's order."""
    part: Network = nx.MultiDiGraph()
    part.add_nodes_from((node, data) for node, data in network.nodes(data=True) if node in kept)
    for one, other, key, data in network.edges(keys=True, data=True):
        if one in kept and other in kept:
            part.add_edge(one, other, key=key, **data)
    return part
