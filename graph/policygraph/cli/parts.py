"""Commands whose answer has several tables: which of them to print, and all of them as one JSON object."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from policygraph.cli.options import check_choice
from policygraph.cli.output import FORMATS
from policygraph.errors import UsageError

__all__ = ["Part", "check_parts", "filled", "print_object"]

Part = tuple[Sequence[str], Iterable[Sequence[object]]]
"""The columns of a table, and its rows."""


def check_parts(form: str, only: str | None, parts: Sequence[str]) -> None:
    """Refuse a form that is none, a part that is none, and several tables in one CSV or TSV.

    Raises UsageError.
    """
    check_choice("format", form, FORMATS)
    if only is not None:
        check_choice("part", only, parts)
    if form in ("csv", "tsv") and only is None:
        raise UsageError(f"{form} holds one table: add --only {' or --only '.join(parts)}")


def filled(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> tuple[list[str], list[list[object]]]:
    """A table without the columns that say nothing in any row: room for those that do.

    >>> filled(("name", "moved to"), [("fund", ""), ("park", "")])
    (['name'], [['fund'], ['park']])
    """
    kept = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    return [columns[at] for at in kept], [[row[at] for at in kept] for row in rows]


def print_object(head: Mapping[str, str], parts: Mapping[str, Part]) -> None:
    """Print the tables as one JSON object: the head's texts, then each table as a list of records."""
    found: dict[str, object] = dict(head)
    for name, (columns, rows) in parts.items():
        found[name] = [dict(zip(columns, map(_plain, row), strict=True)) for row in rows]
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def _plain(cell: object) -> object:
    return str(cell) if isinstance(cell, date | Decimal) else cell
