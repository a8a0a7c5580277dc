"""Rows as JSON, CSV, TSV and Markdown, and what a cell says to people."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from policygraph.cells import guarded, listed
from policygraph.terms import BASE

__all__ = ["as_json", "as_markdown", "cell_words", "escaped", "plain", "separated"]

_IDS = f"{BASE}id/"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""All but tab and line feed; also what turns the direction of writing."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_MANY = 5
"""Items of a list that a table shows, or one more, rather than say that there is one more."""


def plain(text: str) -> str:
    """Without what a terminal would obey: an article, or an id, may hold such characters."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def cell_words(cell: object) -> str:
    """What a cell of a table says: the project's IRIs shortened, and of a long list the first items.

    >>> cell_words(Decimal("1234.5")), cell_words(tuple("abcdefg"))
    ('1,234.5', 'a; b; c; d; e; 2 more')
    """
    if isinstance(cell, Decimal):
        return f"{cell:,f}"
    if isinstance(cell, tuple | list) and len(cell) > _MANY + 1:
        cell = (*cell[:_MANY], f"{len(cell) - _MANY} more")
    return plain(_shown(cell)).replace(_IDS, "").replace(BASE, "")


def as_json(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A list of objects, with texts for numbers that are not whole and for days."""
    records = [dict(zip(columns, map(_jsonable, row), strict=True)) for row in rows]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def separated(columns: Sequence[str], rows: Iterable[Sequence[object]], separator: str, *, raw: bool) -> str:
    """CSV or TSV; no cell is one that a spreadsheet takes for a formula, unless `raw`."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = [
            listed(map(_shown, cell)) if isinstance(cell, tuple | list) else _shown(cell) for cell in row
        ]
        writer.writerow(cells if raw else map(guarded, cells))
    return buffer.getvalue()


def as_markdown(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> str:
    """A table of Markdown under its title; numbers to the right.

    >>> print(as_markdown(["of_year", "exports"], [["2023", Decimal(303)]]), end="")
    | of year | exports |
    | --- | ---: |
    | 2023 | 303 |
    """
    kept = [list(row) for row in rows]
    numeric = [
        bool(kept) and all(isinstance(row[at], Decimal | int) for row in kept) for at in range(len(columns))
    ]
    lines = [f"**{escaped(title)}**", ""] if title else []
    lines.append(_line(column.replace("_", " ") for column in columns))
    lines.append(_line("---:" if right else "---" for right in numeric))
    lines += [_line(escaped(cell_words(cell)) for cell in row) for row in kept]
    return "\n".join([*lines, ""])


def escaped(text: str) -> str:
    """Words that Markdown takes for words, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, tuple | list):
        return "; ".join(_shown(item) for item in cell)
    return str(cell)


def _jsonable(cell: object) -> object:
    if isinstance(cell, tuple | list):
        return [_jsonable(item) for item in cell]
    return cell if cell is None or isinstance(cell, bool | int | str) else str(cell)
