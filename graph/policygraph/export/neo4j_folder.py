"""Neo4j: one CSV of nodes per kind, one of relationships, and the Cypher that loads them.

The headers are those of `neo4j-admin database import`; `import.cypher` loads the same files into a
running database. The cells are exactly as they are: these files are not for spreadsheets.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, Final

from policygraph.errors import UsageError
from policygraph.export.columns import Cell, Column, Table
from policygraph.export.csv_folder import csv_text
from policygraph.export.known import Known
from policygraph.export.neo4j_audit import add_audit
from policygraph.export.neo4j_cypher import NODE_FILE, RELATIONSHIPS, SEPARATOR, cypher
from policygraph.export.rows import Row, all_rows
from policygraph.network.projection import ALL_KINDS, Network, project
from policygraph.store.contract import ReadStore

__all__ = ["neo4j_folder", "node_label", "relationship_type"]

_TYPES: Final = {"decimal": "double", "integer": "long", "gYear": "long", "date": "date"}
_EDGE_HEADER: Final = (
    ":START_ID",
    ":END_ID",
    ":TYPE",
    "label",
    "start:date",
    "end:date",
    "statement",
    "sources:string[]",
    "weight:long",
)


def neo4j_folder(store: ReadStore) -> dict[str, bytes]:
    """File name -> content; raises UsageError for a value in a list that holds the separator."""
    network, known = project(store, kinds=ALL_KINDS), Known(store)
    rows = _rows_by_iri(known)
    add_audit(network, known)
    files: dict[str, bytes] = {}
    headers: dict[str, tuple[str, ...]] = {}
    for kind, nodes in _by_kind(network).items():
        table = next((rows[node][0] for node in nodes if node in rows), None)
        columns = _columns(table) if table else ()
        header = ("iri:ID", "kind", "id", "label", *map(_typed, columns), ":LABEL")
        lines = [_node_line(network, kind, node, columns, rows) for node in nodes]
        label = node_label(kind)
        headers[label] = header
        files[NODE_FILE.format(label=label)] = csv_text(header, lines, guard=False)
    files[RELATIONSHIPS] = csv_text(_EDGE_HEADER, _edge_lines(network), guard=False)
    types = sorted({relationship_type(data["relation"]) for _, _, data in network.edges(data=True)})
    files["import.cypher"] = cypher(headers, _EDGE_HEADER, types).encode()
    return files


def node_label(kind: str) -> str:
    """The label of a kind of node.

    >>> node_label("target-group")
    'TargetGroup'
    """
    return "".join(part.capitalize() for part in kind.split("-"))


def relationship_type(relation: str) -> str:
    """The type of a relation.

    >>> relationship_type("ledBy"), relationship_type("in-force")
    ('LED_BY', 'IN_FORCE')
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", relation).replace("-", "_").upper()


def _rows_by_iri(known: Known) -> dict[str, tuple[Table, Row]]:
    return {row.iri: (table, row) for table, rows in all_rows(known) for row in rows if row.iri}


def _by_kind(network: Network) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for node, data in network.nodes(data=True):
        found[data["kind"]].append(node)
    return {kind: found[kind] for kind in sorted(found)}


def _columns(table: Table) -> tuple[Column, ...]:
    return tuple(column for column in table.columns if column.name not in ("label", "kind"))


def _typed(column: Column) -> str:
    if column.many:
        return f"{column.name}:string[]"
    found = _TYPES.get(column.datatype)
    return f"{column.name}:{found}" if found else column.name


def _node_line(
    network: Network, kind: str, node: str, columns: tuple[Column, ...], rows: dict[str, tuple[Table, Row]]
) -> list[str]:
    data = network.nodes[node]
    cells: dict[str, Cell] = rows[node][1].cells if node in rows else {}
    others = [_joined(cells.get(column.name, "")) for column in columns]
    return [node, kind, data["id"], data["label"], *others, f"Entity{SEPARATOR}{node_label(kind)}"]


def _edge_lines(network: Network) -> list[list[str]]:
    return [_edge_line(one, other, data) for one, other, data in network.edges(data=True)]


def _edge_line(one: str, other: str, data: dict[str, Any]) -> list[str]:
    sources = SEPARATOR.join(data["sources"])
    kind = relationship_type(data["relation"])
    dated = (data["label"], data["start"], data["end"], data["statement"])
    return [one, other, kind, *dated, sources, str(data["weight"])]


def _joined(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    for item in cell:
        if SEPARATOR in item:
            raise UsageError(f"{item!r} has the character U+001F, which stands between the items of an array")
    return SEPARATOR.join(cell)
