"""The Cypher script that loads the Neo4j folder into a running database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

__all__ = ["NODE_FILE", "RELATIONSHIPS", "SEPARATOR", "cypher"]

NODE_FILE: Final = "nodes-{label}.csv"
RELATIONSHIPS: Final = "relationships.csv"

SEPARATOR: Final = "\N{INFORMATION SEPARATOR ONE}"
"""Stands between the items of an array. Names and quotations hold every character that can be typed."""

_HEAD: Final = """\
// Loads these files into a running Neo4j 5: put the folder's CSV files into the database's import folder,
// then run
//   cypher-shell --file import.cypher
// For a new database the bulk importer is faster and reads the same files:
//   neo4j-admin database import full --array-delimiter=U+001F {arguments} neo4j
CREATE CONSTRAINT policygraph_iri IF NOT EXISTS FOR (n:Entity) REQUIRE n.iri IS UNIQUE;
"""

_CONVERSIONS: Final = {
    "double": "toFloat({value})",
    "long": "toInteger({value})",
    "date": "date({value})",
    "string[]": "split({value}, '\\u001F')",
}


def cypher(headers: Mapping[str, Sequence[str]], edge_header: Sequence[str], types: Iterable[str]) -> str:
    """The script for node files with these headers (by label) and relationships of these types."""
    files = [f"--nodes={NODE_FILE.format(label=label)}" for label in headers]
    parts = [_HEAD.format(arguments=" ".join([*files, f"--relationships={RELATIONSHIPS}"]))]
    parts += [_load_nodes(label, header) for label, header in headers.items()]
    parts += [_load_relationships(kind, edge_header) for kind in types]
    return "\n".join(parts)


def _load_nodes(label: str, header: Sequence[str]) -> str:
    properties = [column for column in header if column not in ("iri:ID", ":LABEL")]
    return (
        f"LOAD CSV WITH HEADERS FROM 'file:///{NODE_FILE.format(label=label)}' AS row\n"
        "MERGE (n:Entity {iri: row.`iri:ID`})\n"
        f"SET n:{label}, n += {{{_assigned(properties)}}};\n"
    )


def _load_relationships(kind: str, header: Sequence[str]) -> str:
    properties = [column for column in header if not column.startswith(":")]
    return (
        f"LOAD CSV WITH HEADERS FROM 'file:///{RELATIONSHIPS}' AS row\n"
        f"WITH row WHERE row.`:TYPE` = '{kind}'\n"
        "MATCH (a:Entity {iri: row.`:START_ID`}), (b:Entity {iri: row.`:END_ID`})\n"
        f"CREATE (a)-[:{kind} {{{_assigned(properties)}}}]->(b);\n"
    )


def _assigned(columns: Sequence[str]) -> str:
    """`name: value` for each column; LOAD CSV reads an empty cell as null, and a null is no property."""
    pairs = []
    for column in columns:
        name, _, datatype = column.partition(":")
        value = f"row.`{column}`"
        pairs.append(f"{name}: {_CONVERSIONS.get(datatype, '{value}').format(value=value)}")
    return ", ".join(pairs)
