"""Shortest ways from one entity to another, with the evidence of every hop.

A way may follow an edge against its direction, but not lead through a hub that half of the graph hangs
on: two initiatives for the same target group have nothing to do with each other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, Final

import networkx as nx

from policygraph.errors import EntityNotFoundError, UsageError
from policygraph.network.evidence import Evidence, evidence_by_graph, evidence_of
from policygraph.network.projection import ENTITY_KINDS, Network, project
from policygraph.store.contract import ReadStore

__all__ = ["HUB_KINDS", "Evidence", "Hop", "Path", "evidence_of", "shortest_paths"]

HUB_KINDS: Final = ("indicator", "place", "target-group")
"""Kinds that a way does not lead through; it may start or end there."""

_CANDIDATES: Final = 200
"""How many ways of one length are weighed against each other at most."""


@dataclass(frozen=True)
class Hop:
    """One edge of a way, from the node reached so far to the next."""

    start: str
    end: str
    start_label: str
    end_label: str
    relation: str
    label: str
    forward: bool
    """Whether the edge points along the way; if not, read it from `end` to `start`."""
    since: str
    until: str
    statement: str
    evidence: tuple[Evidence, ...]

    def __str__(self) -> str:
        first, second = self.start_label, self.end_label
        return (
            f"{first} - {self.label} -> {second}" if self.forward else f"{first} <- {self.label} - {second}"
        )


@dataclass(frozen=True)
class Path:
    """A way from one entity to another."""

    hops: tuple[Hop, ...]

    @property
    def nodes(self) -> tuple[str, ...]:
        """The IRIs along the way, both ends included."""
        return (*(hop.start for hop in self.hops), self.hops[-1].end)

    def __len__(self) -> int:
        return len(self.hops)


def shortest_paths(
    store: ReadStore,
    start: str,
    end: str,
    limit: int = 3,
    *,
    avoid: Collection[str] = HUB_KINDS,
    network: Network | None = None,
) -> list[Path]:
    """Up to `limit` ways between two entities (IRIs), the shortest first, then the best attested.

    No way leads through a node of the kinds in `avoid`. Empty where the two are not joined. A network
    made before saves the making. Raises EntityNotFoundError when an end is not in the network,
    UsageError when both ends are one or `limit` is below 1.
    """
    if start == end:
        raise UsageError("a path needs two different entities")
    if limit < 1:
        raise UsageError(f"limit must be at least 1, not {limit}")
    whole = project(store, kinds=_kinds(avoid, start, end)) if network is None else network
    for iri in (start, end):
        if iri not in whole:
            raise EntityNotFoundError("entity", iri)
    simple = _simple(whole, avoid, {start, end})
    return _paths(store, whole, _best(simple, start, end, limit))


def _kinds(avoid: Collection[str], *ends: str) -> set[str]:
    """What a way may lead through, and the kinds of its ends, which their IRIs name."""
    of_ends = {iri.rpartition("/")[0].rpartition("/")[2] for iri in ends}
    return (set(ENTITY_KINDS) - set(avoid)) | (of_ends & set(ENTITY_KINDS))


def _simple(network: Network, avoid: Collection[str], ends: set[str]) -> nx.Graph[str]:
    """One undirected edge for all between two nodes, as heavy as the best attested."""
    usable = {node for node, data in network.nodes(data=True) if data["kind"] not in avoid or node in ends}
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(node for node in network if node in usable)
    for one, other, data in network.edges(data=True):
        if one in usable and other in usable:
            known = simple.edges[one, other]["weight"] if simple.has_edge(one, other) else 0
            simple.add_edge(one, other, weight=max(known, data["weight"]))
    return simple


def _best(simple: nx.Graph[str], start: str, end: str, limit: int) -> list[list[str]]:
    chosen: list[list[str]] = []
    for same_length in _by_length(simple, start, end):
        same_length.sort(key=lambda nodes: (-_weakest(simple, nodes), nodes))
        chosen.extend(same_length[: limit - len(chosen)])
        if len(chosen) >= limit:
            break
    return chosen


def _by_length(simple: nx.Graph[str], start: str, end: str) -> Iterator[list[list[str]]]:
    group: list[list[str]] = []
    try:
        for nodes in islice(nx.shortest_simple_paths(simple, start, end), _CANDIDATES):
            if group and len(nodes) > len(group[0]):
                yield group
                group = []
            group.append(nodes)
    except nx.NetworkXNoPath:
        return
    yield group


def _weakest(simple: nx.Graph[str], nodes: list[str]) -> int:
    return min(int(simple.edges[pair]["weight"]) for pair in pairwise(nodes))


@dataclass(frozen=True)
class _Step:
    """The edge chosen between two nodes of a way."""

    start: str
    end: str
    forward: bool
    edge: dict[str, Any]


def _paths(store: ReadStore, network: Network, ways: list[list[str]]) -> list[Path]:
    steps = [[_step(network, *pair) for pair in pairwise(nodes)] for nodes in ways]
    evidence = evidence_by_graph(
        store, {graph for way in steps for step in way for graph in step.edge["evidence"]}
    )
    return [Path(tuple(_hop(network, step, evidence) for step in way)) for way in steps]


def _step(network: Network, start: str, end: str) -> _Step:
    """The best attested edge between two nodes; one along the way before one against it."""
    along = [(True, data) for _, data in sorted(_edges(network, start, end))]
    against = [(False, data) for _, data in sorted(_edges(network, end, start))]
    forward, edge = max(along + against, key=lambda item: item[1]["weight"])
    return _Step(start, end, forward, edge)


def _hop(network: Network, step: _Step, evidence: dict[str, Evidence]) -> Hop:
    edge = step.edge
    return Hop(
        start=step.start,
        end=step.end,
        start_label=network.nodes[step.start]["label"],
        end_label=network.nodes[step.end]["label"],
        relation=edge["relation"],
        label=edge["label"],
        forward=step.forward,
        since=edge["start"],
        until=edge["end"],
        statement=edge["statement"],
        evidence=tuple(sorted(evidence[graph] for graph in edge["evidence"] if graph in evidence)),
    )


def _edges(network: Network, start: str, end: str) -> list[tuple[str, dict[str, Any]]]:
    found = network.get_edge_data(start, end) or {}
    return [(str(key), data) for key, data in found.items()]
