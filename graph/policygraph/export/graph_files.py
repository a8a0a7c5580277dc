"""The network of all entities, figures among them, as files for network tools."""

from __future__ import annotations

from typing import Final

from policygraph.network.interchange import gexf, graphml
from policygraph.network.projection import ENTITY_KINDS, project
from policygraph.store.contract import ReadStore

__all__ = ["NETWORK_KINDS", "gexf_file", "graphml_file"]

NETWORK_KINDS: Final = (*ENTITY_KINDS, "figure")
"""What is a node in these files: the sources are in each edge's `sources`."""


def graphml_file(store: ReadStore) -> bytes:
    """GraphML 1.0."""
    return graphml(project(store, kinds=NETWORK_KINDS))


def gexf_file(store: ReadStore) -> bytes:
    """GEXF 1.2."""
    return gexf(project(store, kinds=NETWORK_KINDS))
