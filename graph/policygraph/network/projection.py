"""The dataset projected to a network: entities as nodes, what is said of two of them as an edge.

Each edge family is one SPARQL query under `queries/`, with the columns `subject relation object label`
and, where they apply, `start end statement graph`; a row is one evidence graph of one edge. `instead`
names the node that stands for an object that is not asked for.

Nodes carry `id`, `kind` and `label`. Edges carry `relation` (a code), `label` (words), `start` and
`end` (ISO dates or ""), `statement` (the IRI of the node that holds the statement, or ""), `sources`
(ids, sorted), `evidence` (IRIs of the sources or passages that say so, sorted) and `weight`: how many
sources say so, at least 1; a brief repeats others and does not count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

import networkx as nx

from policygraph.errors import UsageError
from policygraph.rdf import Literal, Term
from policygraph.store.contract import ReadStore
from policygraph.terms import slug_of

__all__ = ["ALL_KINDS", "ENTITY_KINDS", "Network", "load_query", "project"]

Network: TypeAlias = "nx.MultiDiGraph[str]"

ENTITY_KINDS: Final = (
    "person",
    "body",
    "post",
    "place",
    "initiative",
    "target-group",
    "indicator",
    "target",
    "ranking",
)
ALL_KINDS: Final = (*ENTITY_KINDS, "figure", "source")

_QUERIES = Path(__file__).parent / "queries"
_FAMILIES: Final = (
    "tenure",
    "structure",
    "location",
    "relation",
    "step",
    "credit",
    "effect",
    "target",
    "ranking",
)
_BRIEF = "/concept/source-kind/brief"

Row = dict[str, str]
EdgeKey = tuple[str, str, str, str]


@dataclass
class _Edge:
    label: str
    start: str
    end: str
    graphs: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Speakers:
    """Which source speaks in an evidence graph, and which sources only repeat others."""

    source_of: dict[str, str]
    briefs: frozenset[str]


def project(store: ReadStore, *, kinds: Collection[str] | None = None) -> Network:
    """The network of the nodes of these kinds (ENTITY_KINDS unless told), sorted, the same each time.

    The key of an edge is its relation; where two statements join the same two nodes in the same
    relation (two tenures in one post), the later ones have `relation@statement` as key.
    Raises UsageError for an unknown kind.

    >>> from policygraph.store.embedded import EmbeddedStore
    >>> project(EmbeddedStore.of([])).number_of_nodes()
    0
    """
    wanted = _checked(ENTITY_KINDS if kinds is None else kinds)
    network: Network = nx.MultiDiGraph()
    for iri, (kind, label) in sorted(_nodes(store, wanted).items()):
        network.add_node(iri, id=slug_of(iri), kind=kind, label=label)
    edges: dict[EdgeKey, _Edge] = {}
    for family in _families(wanted):
        _collect(edges, _rows(store, f"edges-{family}"), network)
    _add_edges(network, edges, _speakers(store))
    return network


@cache
def load_query(name: str) -> str:
    """The text of a query of this package."""
    return (_QUERIES / f"{name}.rq").read_text(encoding="utf-8")


def _checked(kinds: Collection[str]) -> set[str]:
    unknown = sorted(set(kinds) - set(ALL_KINDS))
    if unknown:
        raise UsageError(f"unknown kind of node {unknown[0]!r}; known: {', '.join(ALL_KINDS)}")
    return set(kinds)


def _families(wanted: Collection[str]) -> list[str]:
    """Figures that are no nodes are stood for by one edge from who states them to their indicator."""
    figures = "figure" if "figure" in wanted else "stated" if "indicator" in wanted else ""
    return [*_FAMILIES, *filter(None, (figures, "source" if "source" in wanted else ""))]


def _nodes(store: ReadStore, wanted: Collection[str]) -> dict[str, tuple[str, str]]:
    """Kind and label by IRI; an English label before others, then the first."""
    found: dict[str, tuple[str, str]] = {}
    rank: dict[str, tuple[bool, str]] = {}
    apart = [f"nodes-{kind}" for kind in ("figure", "source") if kind in wanted]
    rows = (row for query in ("nodes", *apart) for row in store.select(load_query(query)))
    for kind, node, label in rows:
        iri, code = _text(node), _text(kind)
        if code not in wanted:
            continue
        words = _text(label) or slug_of(iri)
        order = (not (isinstance(label, Literal) and label.language == "en"), words)
        if iri not in found or order < rank[iri]:
            found[iri], rank[iri] = (code, words), order
    return found


def _rows(store: ReadStore, query: str) -> Iterator[Row]:
    solutions = store.select(load_query(query))
    for row in solutions:
        yield {name: _text(term) for name, term in zip(solutions.variables, row, strict=True)}


def _text(term: Term | None) -> str:
    return "" if term is None else str(getattr(term, "value", term))


def _collect(edges: dict[EdgeKey, _Edge], rows: Iterable[Row], network: Network) -> None:
    for row in rows:
        target = row["object"] if row["object"] in network else row.get("instead", "")
        if row["subject"] not in network or target not in network or row["subject"] == target:
            continue
        key = (row["subject"], target, row["relation"], row.get("statement", ""))
        start, end = row.get("start", ""), row.get("end", "")
        edge = edges.setdefault(key, _Edge(row["label"], start, end))
        edge.start, edge.end = _earliest(edge.start, start), max(edge.end, end)
        edge.graphs.add(row["graph"])


def _earliest(one: str, other: str) -> str:
    return min(one, other) if one and other else one or other


def _speakers(store: ReadStore) -> _Speakers:
    source_of: dict[str, str] = {}
    briefs: set[str] = set()
    for row in _rows(store, "evidence"):
        source_of[row["graph"]] = slug_of(row["source"])
        if row["kind"].endswith(_BRIEF):
            briefs.add(slug_of(row["source"]))
    return _Speakers(source_of, frozenset(briefs))


def _add_edges(network: Network, edges: dict[EdgeKey, _Edge], speakers: _Speakers) -> None:
    in_order = sorted(edges.items(), key=lambda item: (*item[0][:3], item[1].start, item[0][3]))
    for (subject, target, relation, statement), edge in in_order:
        evidence = sorted(edge.graphs & speakers.source_of.keys())
        sources = sorted({speakers.source_of[graph] for graph in evidence})
        taken = network.has_edge(subject, target, key=relation)
        network.add_edge(
            subject,
            target,
            key=f"{relation}@{slug_of(statement)}" if taken else relation,
            relation=relation,
            label=edge.label,
            start=edge.start,
            end=edge.end,
            statement=statement,
            sources=sources,
            evidence=evidence,
            weight=max(1, len(set(sources) - speakers.briefs)),
        )
