"""What stands out in a network: who is central, what belongs together, what is near.

All measures read the network without direction and give the same answer each time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

import networkx as nx

from policygraph.errors import EntityNotFoundError, UsageError
from policygraph.network.projection import Network

__all__ = ["MEASURES", "centrality", "communities", "neighbourhood", "undirected"]

_Plain: TypeAlias = "nx.Graph[str]"
_SEED: Final = 0


def centrality(network: Network, measure: str = "degree") -> dict[str, float]:
    """A score by node IRI, the highest first (equals by IRI).

    `degree` is the share of the other nodes joined to this one, `betweenness` the share of shortest
    ways that lead through it, `pagerank` sums to 1 and counts edges by their weight. Raises UsageError
    for another measure.
    """
    if measure not in MEASURES:
        raise UsageError(f"unknown measure {measure!r}; known: {', '.join(MEASURES)}")
    if not network:
        return {}
    scores = MEASURES[measure](undirected(network))
    return dict(sorted(scores.items(), key=lambda item: (-round(item[1], 12), item[0])))


def communities(network: Network) -> list[list[str]]:
    """Groups of nodes joined more to each other than to the rest (Louvain), the largest first.

    Every node is in one group; a node without edges is a group of its own.
    """
    if not network:
        return []
    found = nx.community.louvain_communities(undirected(network), weight="weight", seed=_SEED)
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))


def neighbourhood(network: Network, centre: str, depth: int = 1) -> Network:
    """The part of the network within `depth` edges of a node, whichever way they point.

    Raises EntityNotFoundError when the node is not in the network, UsageError for a negative depth.
    """
    if centre not in network:
        raise EntityNotFoundError("entity", centre)
    if depth < 0:
        raise UsageError(f"depth must be at least 0, not {depth}")
    near = nx.single_source_shortest_path_length(undirected(network), centre, cutoff=depth)
    part: Network = nx.MultiDiGraph()
    part.add_nodes_from((node, data) for node, data in network.nodes(data=True) if node in near)
    for one, other, key, data in network.edges(keys=True, data=True):
        if one in near and other in near:
            part.add_edge(one, other, key=key, **data)
    return part


def undirected(network: Network) -> _Plain:
    """One edge between two nodes, as heavy as all between them together."""
    plain: _Plain = nx.Graph()
    plain.add_nodes_from(network.nodes)
    for one, other, weight in network.edges(data="weight", default=1):
        known = plain.edges[one, other]["weight"] if plain.has_edge(one, other) else 0
        plain.add_edge(one, other, weight=known + weight)
    return plain


def _pagerank(plain: _Plain, damping: float = 0.85, rounds: int = 200) -> dict[str, float]:
    """Power iteration in plain Python: networkx's own needs scipy."""
    count = plain.number_of_nodes()
    strength = dict(plain.degree(weight="weight"))
    scores = dict.fromkeys(plain, 1 / count)
    for _ in range(rounds):
        idle = sum(score for node, score in scores.items() if not strength[node])
        base = (1 - damping + damping * idle) / count
        fresh = {node: base + damping * _received(plain, node, scores, strength) for node in plain}
        moved = sum(abs(fresh[node] - scores[node]) for node in plain)
        scores = fresh
        if moved < 1e-12:
            break
    return scores


def _received(plain: _Plain, node: str, scores: dict[str, float], strength: Mapping[str, float]) -> float:
    shares = (scores[near] * float(data["weight"]) / strength[near] for near, data in plain.adj[node].items())
    return sum(shares)


MEASURES: Final[dict[str, Callable[[_Plain], dict[str, float]]]] = {
    "degree": lambda plain: dict(nx.degree_centrality(plain)),
    "betweenness": lambda plain: dict(nx.betweenness_centrality(plain)),
    "pagerank": _pagerank,
}
"""The measures by name."""
