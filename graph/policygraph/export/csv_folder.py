"""A folder of CSV files, one per kind of thing, with CSV on the Web metadata.

Spreadsheets run a cell that starts with `=`, `+`, `-` or `@` (or a tab or line break before one) as a
formula. Such a cell gets an apostrophe in front, unless it is a plain number. The format `csv-raw`
leaves every cell as it is, for programs; do not open it in a spreadsheet.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from typing import Final

from policygraph.export.about import about
from policygraph.export.columns import Cell, Table
from policygraph.export.csvw import EVIDENCE_HEADER, SEPARATOR, metadata
from policygraph.export.known import Known
from policygraph.export.rows import Row, all_rows, source_id
from policygraph.store.contract import ReadStore

__all__ = ["csv_folder", "csv_text", "guarded", "raw_csv_folder"]

_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_folder(store: ReadStore) -> dict[str, bytes]:
    """File name -> content: a table each, `evidence.csv`, and `csv-metadata.json`."""
    return _folder(store, guard=True)


def raw_csv_folder(store: ReadStore) -> dict[str, bytes]:
    """The same with every cell as it is."""
    return _folder(store, guard=False)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("-4.5"), guarded("-x")
    ("'=1+1", '-4.5', "'-x")
    """
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell


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
        cells = ([_joined(row.cells[name]) for name in table.header] for row in rows)
        files[f"{table.name}.csv"] = csv_text(table.header, cells, guard=guard)
        evidence += (line for row in rows for line in _evidence(table, row))
    files["evidence.csv"] = csv_text(EVIDENCE_HEADER, evidence, guard=guard)
    described = metadata(about(known), tables, guard=guard)
    files["csv-metadata.json"] = (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()
    return files


def _joined(cell: Cell) -> str:
    return cell if isinstance(cell, str) else SEPARATOR.join(cell)


def _evidence(table: Table, row: Row) -> Iterable[list[str]]:
    for one in row.evidence:
        start, end = ("" if bound is None else str(bound) for bound in (one.start, one.end))
        yield [table.name, row.id, source_id(one), start, end, one.quote]
