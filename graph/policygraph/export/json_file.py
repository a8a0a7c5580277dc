"""One JSON document, easy to read: a list per kind, an object per row, its evidence inside it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from policygraph.export.about import About, about, licence_iri
from policygraph.export.columns import Cell, Table
from policygraph.export.known import Evidence, Known
from policygraph.export.rows import Row, all_rows, source_id
from policygraph.store.contract import ReadStore

__all__ = ["json_file"]


def json_file(store: ReadStore) -> bytes:
    """The document; numbers are numbers, a column without a value is left out."""
    known = Known(store)
    document: dict[str, Any] = {"dataset": _about(about(known))}
    for table, rows in all_rows(known):
        document[table.name] = [_record(table, row) for row in rows]
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _about(found: About) -> dict[str, str]:
    described = {
        "iri": found.iri.value,
        "title": found.title,
        "description": found.description,
        "version": found.version,
        "license": licence_iri(found.licence),
        "creator": found.creator,
        "issued": found.issued,
    }
    return {name: value for name, value in described.items() if value}


def _record(table: Table, row: Row) -> dict[str, Any]:
    record: dict[str, Any] = {"id": row.id}
    if row.iri:
        record["iri"] = row.iri
    datatypes = {column.name: column.datatype for column in table.columns}
    for name, cell in row.cells.items():
        if cell and name != "id":
            record[name] = _value(cell, datatypes[name])
    if row.evidence:
        record["evidence"] = [_evidence(one) for one in row.evidence]
    return record


def _value(cell: Cell, datatype: str) -> str | list[str] | int | float:
    if isinstance(cell, list):
        return cell
    if datatype in ("integer", "gYear"):
        return int(cell)
    return _number(cell) if datatype == "decimal" else cell


def _number(cell: str) -> int | float | str:
    """The decimal as a number where JSON readers keep it exact, else as the text it is."""
    exact = Decimal(cell)
    if exact == exact.to_integral_value():
        return int(exact) if abs(exact) < 2**53 else cell
    return float(cell) if Decimal(repr(float(cell))) == exact else cell


def _evidence(one: Evidence) -> dict[str, str | int]:
    record: dict[str, str | int] = {"source": source_id(one)}
    if one.start is not None and one.end is not None:
        record |= {"start": one.start, "end": one.end}
    if one.quote:
        record["quote"] = one.quote
    return record
