"""A folder of CSV files, one per kind of thing, with CSV on the Web metadata.

A cell that a spreadsheet would run as a formula gets an apostrophe in front (see `policygraph.cells`).
The format `csv-raw` leaves every cell as it is, for programs; do not open it in a spreadsheet.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from policygraph.cells import guarded
from policygraph.errors import UsageError
from policygraph.export.about import about
from policygraph.export.columns import Table
from policygraph.export.csvw import EVIDENCE_HEADER, SEPARATOR, metadata
from policygraph.export.known import Known
from policygraph.export.rows import Row, all_rows, source_id
from policygraph.store.contract import ReadStore

__all__ = ["csv_folder", "csv_text", "raw_csv_folder"]


def csv_folder(store: ReadStore) -> dict[str, bytes]:
    """File name -> content: a table each, `evidence.csv`, and `csv-metadata.json`.

    Raises UsageError for a value in a list that holds the separator: CSV on the Web cannot escape it.
    """
    return _folder(store, guard=True)


def raw_csv_folder(store: ReadStore) -> dict[str, bytes]:
    """The same with every cell as it is."""
    return _folder(store, guard=False)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]], *, guard: bool) -> bytes:
    """RFC 4180: commas, CRLF, quotes where needed; UTF-8."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(header)
    writer.writerows([guarded(cell) for cell in row] if guard else row for row in rows)
    return target.getvalue().encode()


def _folder(store: ReadStore, *, guard: bool) -> dict[str, bytes]:
    known = Known(store)
    tables: list[Table] = []
    files: dict[str, bytes] = {}
    evidence: list[list[str]] = []
    for table, rows in all_rows(known):
        tables.append(table)
        cells = ([_joined(table, row, name) for name in table.header] for row in rows)
        files[f"{table.name}.csv"] = csv_text(table.header, cells, guard=guard)
        evidence += (line for row in rows for line in _evidence(table, row))
    files["evidence.csv"] = csv_text(EVIDENCE_HEADER, evidence, guard=guard)
    described = metadata(about(known), tables, guard=guard)
    files["csv-metadata.json"] = (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()
    return files


def _joined(table: Table, row: Row, name: str) -> str:
    cell = row.cells[name]
    if isinstance(cell, str):
        return cell
    for item in cell:
        if SEPARATOR in item:
            raise UsageError(
                f"{table.name}.csv cannot hold {name} of {row.id!r}: {item!r} has the character "
                f"{SEPARATOR!r}, which stands between values; use the format json"
            )
    return SEPARATOR.join(cell)


def _evidence(table: Table, row: Row) -> Iterable[list[str]]:
    for one in row.evidence:
        start, end = ("" if bound is None else str(bound) for bound in (one.start, one.end))
        yield [table.name, row.id, source_id(one), start, end, one.quote]
