"""CSV on the Web: the metadata that tells a program what the columns of the tables are.

See https://www.w3.org/TR/tabular-metadata/, sections 5.3 to 5.6.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from policygraph.export.about import About, licence_iri
from policygraph.export.columns import Column, Table

__all__ = ["EVIDENCE_HEADER", "SEPARATOR", "metadata"]

SEPARATOR: Final = "|"
"""Stands between the values of a cell that holds several."""

EVIDENCE_HEADER: Final = ("table", "row", "source", "start", "end", "quote")

_GUARD_NOTE: Final = (
    "Cells that a spreadsheet would run as a formula have an apostrophe in front. "
    "The export format csv-raw leaves them as they are."
)


def metadata(about: About, tables: Iterable[Table], *, guard: bool) -> dict[str, Any]:
    """The `csv-metadata.json` of a folder that holds these tables and `evidence.csv`."""
    described: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "@id": about.iri.value,
        "dc:title": about.title,
    }
    optional = {
        "dc:description": about.description,
        "dc:license": {"@id": licence_iri(about.licence)} if about.licence else "",
        "dc:creator": about.creator,
        "rdfs:comment": _GUARD_NOTE if guard else "",
    }
    described |= {name: value for name, value in optional.items() if value}
    described["dialect"] = {"header": True, "encoding": "utf-8", "delimiter": ",", "quoteChar": '"'}
    described["tables"] = [*map(_table, tables), _evidence_table()]
    return described


def _table(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column("id", required=True), *map(_described, table.columns)],
        "primaryKey": "id",
    }
    keys = [
        _foreign_key(column.name, column.refers)
        for column in table.columns
        if column.refers and not column.many
    ]
    if keys:
        schema["foreignKeys"] = keys
    if table.about_url:
        schema["aboutUrl"] = table.about_url
    return {"url": f"{table.name}.csv", "dc:title": table.title, "tableSchema": schema}


def _described(column: Column) -> dict[str, Any]:
    return _column(column.name, column.datatype, many=column.many)


def _column(
    name: str, datatype: str = "string", *, many: bool = False, required: bool = False
) -> dict[str, Any]:
    described: dict[str, Any] = {"name": name, "titles": name, "datatype": datatype}
    if many:
        described["separator"] = SEPARATOR
    if required:
        described["required"] = True
    return described


def _foreign_key(column: str, table: str) -> dict[str, Any]:
    return {"columnReference": column, "reference": {"resource": f"{table}.csv", "columnReference": "id"}}


def _evidence_table() -> dict[str, Any]:
    datatypes = {"start": "integer", "end": "integer"}
    columns = [_column(name, datatypes.get(name, "string")) for name in EVIDENCE_HEADER]
    schema = {"columns": columns, "foreignKeys": [_foreign_key("source", "sources")]}
    title = "Which source states which row, and in which characters of its text"
    return {"url": "evidence.csv", "dc:title": title, "tableSchema": schema}
