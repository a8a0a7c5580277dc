"""Printing: data on standard output, everything else on standard error; the one place that uses rich."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from policygraph.cells import guarded, listed
from policygraph.cli.options import check_choice
from policygraph.terms import BASE

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["FORMATS", "note", "print_rows", "print_table", "progress", "shown_path", "write_out"]

FORMATS = ("table", "json", "csv", "tsv")
"""Forms in which rows can be printed."""

_T = TypeVar("_T")
_WIDE = 200
_IDS = f"{BASE}id/"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""All but tab and line feed; also what turns the direction of writing."""


def note(message: str) -> None:
    """Say something to the person at the terminal."""
    sys.stderr.write(f"{_plain(message)}\n")


def progress(
    items: Iterable[_T], what: str, count: Callable[[], int | None], *, alone: bool = False
) -> Iterator[_T]:
    """The items as they are, with a bar on standard error for as long as there are more.

    `count` says how many there are, or None where that is not known: the bar then only moves. No bar for a
    single item, where standard error is no terminal, or where standard output is one too: they would mix,
    unless the bar is `alone` because nothing is printed meanwhile.
    """
    shown = sys.stderr.isatty() and (alone or not sys.stdout.isatty())
    total = count() if shown else None
    if not shown or total == 1:
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what, markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        yield from bar.track(items, total=total)


def write_out(content: bytes) -> None:
    """Put bytes on standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def print_rows(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    form: str,
    title: str = "",
    *,
    raw: bool = False,
) -> None:
    """Print rows as a table for people, or as JSON, CSV or TSV; raises UsageError for another form.

    No cell of CSV and TSV is one that a spreadsheet takes for a formula, unless `raw`.
    """
    check_choice("format", form, FORMATS)
    if form == "table":
        print_table(columns, rows, title)
    elif form == "json":
        records = [dict(zip(columns, map(_jsonable, row), strict=True)) for row in rows]
        sys.stdout.write(json.dumps(records, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(_separated(columns, rows, "," if form == "csv" else "\t", raw=raw))


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], title: str = "", *, counted: bool = True
) -> None:
    """Print a table that fits the terminal; labels are never read as markup, the project's IRIs shortened.

    How many rows there are is told apart; not `counted`, the title says so, and rows of long texts are kept
    apart by lines.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(soft_wrap=False, width=None if told else _WIDE)
    table = Table(title=Text(_plain(title)) if title else None, title_justify="left", header_style="bold")
    table.show_lines = not counted
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    count = 0
    for row in rows:
        table.add_row(*map(_cell, row))
        count += 1
    console.print(table)
    if counted:
        note(f"{count} row{'s' if count != 1 else ''}")


def _cell(cell: object) -> Text:
    from rich.text import Text

    if isinstance(cell, Decimal):
        return Text(f"{cell:,f}", justify="right")
    return Text(_plain(_shown(cell)).replace(_IDS, "").replace(BASE, ""))


def _plain(text: str) -> str:
    """Without what a terminal would obey: an article, or an id, may hold such characters."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


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


def _separated(columns: Sequence[str], rows: Iterable[Sequence[object]], separator: str, *, raw: bool) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = [
            listed(map(_shown, cell)) if isinstance(cell, tuple | list) else _shown(cell) for cell in row
        ]
        writer.writerow(cells if raw else map(guarded, cells))
    return buffer.getvalue()


def shown_path(path: Path) -> str:
    """A path as short as it can be said from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
