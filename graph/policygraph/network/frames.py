"""Networks as tables and back, for pandas (extra `notebook`)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import networkx as nx

from policygraph.errors import MissingExtraError, UsageError
from policygraph.network.projection import Network

if TYPE_CHECKING:
    from types import ModuleType

    from pandas import DataFrame

__all__ = ["EDGE_COLUMNS", "NODE_COLUMNS", "from_frames", "to_frames"]

NODE_COLUMNS: Final = ("iri", "id", "kind", "label")
EDGE_COLUMNS: Final = (
    "subject",
    "object",
    "key",
    "relation",
    "label",
    "start",
    "end",
    "statement",
    "sources",
    "evidence",
    "weight",
)


def to_frames(network: Network) -> tuple[DataFrame, DataFrame]:
    """The nodes and the edges, one a row; `sources` and `evidence` hold lists.

    Raises MissingExtraError where pandas is not installed.
    """
    pandas = _pandas()
    nodes = [{"iri": iri, **data} for iri, data in network.nodes(data=True)]
    edges = [
        {"subject": one, "object": other, "key": key, **data}
        for one, other, key, data in network.edges(keys=True, data=True)
    ]
    return (
        pandas.DataFrame(nodes, columns=list(NODE_COLUMNS)),
        pandas.DataFrame(edges, columns=list(EDGE_COLUMNS)),
    )


def from_frames(nodes: DataFrame, edges: DataFrame) -> Network:
    """The network that two tables describe; the inverse of `to_frames`.

    Raises UsageError when a column is missing or an edge ends at no node.
    """
    _need(nodes, NODE_COLUMNS, "nodes")
    _need(edges, EDGE_COLUMNS, "edges")
    network: Network = nx.MultiDiGraph()
    for row in _records(nodes):
        network.add_node(row.pop("iri"), **row)
    for row in _records(edges):
        one, other, key = row.pop("subject"), row.pop("object"), row.pop("key")
        for end in (one, other):
            if end not in network:
                raise UsageError(f"table edges: {end} is no row of the table nodes")
        network.add_edge(one, other, key=key, **{**row, "weight": int(row["weight"])})
    return network


def _need(frame: DataFrame, columns: tuple[str, ...], name: str) -> None:
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        raise UsageError(f"table {name} has no column {missing[0]!r}")


def _records(frame: DataFrame) -> list[dict[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def _pandas() -> ModuleType:
    try:
        return import_module("pandas")
    except ImportError:
        raise MissingExtraError("pandas", "notebook") from None
