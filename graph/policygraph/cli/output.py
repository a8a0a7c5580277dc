"""Printing: data on standard output, everything else on standard error; the one place that uses rich."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from policygraph.cli.options import check_choice
from policygraph.cli.row_forms import as_json, as_markdown, cell_words, plain, separated
from policygraph.cli.widths import how_many_fit, shared

__all__ = ["FORMATS", "fitting", "note", "print_rows", "print_table", "progress", "shown_path", "write_out"]

FORMATS = ("table", "markdown", "json", "csv", "tsv")
"""Forms in which rows can be printed."""

_T = TypeVar("_T")
_WIDE = 200


def note(message: str) -> None:
    """Say something to the person at the terminal."""
    sys.stderr.write(f"{plain(message)}\n")


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
    if form in ("table", "markdown"):
        print_table(columns, rows, title, form=form)
    elif form == "json":
        sys.stdout.write(as_json(columns, rows))
    else:
        sys.stdout.write(separated(columns, rows, "," if form == "csv" else "\t", raw=raw))


def print_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    title: str = "",
    *,
    counted: bool = True,
    form: str = "table",
) -> None:
    """Print a table that fits the terminal, or one of Markdown; labels are never read as markup.

    How many rows there are is told apart; not `counted`, the title says so, and rows of long texts are kept
    apart by lines.
    """
    kept = list(rows)
    if form == "markdown":
        sys.stdout.write(f"{as_markdown(columns, kept, plain(title))}\n")
    else:
        _print_boxed(columns, kept, title, lined=not counted)
    if counted:
        note(f"{len(kept)} row{'s' if len(kept) != 1 else ''}")


def fitting(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> int:
    """How many columns, from the first on, a table on this terminal has room for; one at least."""
    return how_many_fit(_heads(columns), [[cell_words(cell) for cell in row] for row in rows], _width())


def _print_boxed(
    columns: Sequence[str], rows: Sequence[Sequence[object]], title: str, *, lined: bool
) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = _width()
    table = Table(title=Text(plain(title)) if title else None, title_justify="left", header_style="bold")
    table.show_lines = lined
    cells = [[cell_words(cell) for cell in row] for row in rows]
    heads = _heads(columns)
    for head, share in zip(heads, shared(heads, cells, width), strict=True):
        table.add_column(head, overflow="fold", width=share)
    for row, words in zip(rows, cells, strict=True):
        table.add_row(
            *(
                Text(word, justify="right" if isinstance(cell, Decimal) else None)
                for cell, word in zip(row, words, strict=True)
            )
        )
    Console(soft_wrap=False, width=width).print(table)


def _heads(columns: Sequence[str]) -> list[str]:
    return [column.replace("_", " ") for column in columns]


def _width() -> int:
    """Of the terminal; of what is none, wide."""
    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    return shutil.get_terminal_size().columns if told else _WIDE


def shown_path(path: Path) -> str:
    """A path as short as it can be said from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
