"""Where the answer of a command goes, and in which form: `--output` and `--format`, the same everywhere.

1. An answer goes to standard output; with `--output FILE` to that file, whole or not at all; `-` is standard
   output.
2. The form is what `--format` says; else what the ending of the file says; else a table.
3. `md` is short for `markdown`.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Annotated, Any

import typer

from policygraph.atomic import replace_file
from policygraph.cli.options import check_choice
from policygraph.cli.output import note, shown_path
from policygraph.errors import UsageError

__all__ = ["FormatOption", "OutputOption", "form_of", "form_option", "sent_to"]


def form_option(forms: str, otherwise: str = ", else table") -> Any:
    """The option `--format`: its forms in words, and what is taken where no ending says one either."""
    told = f"{forms}; by default what the ending of -o says{otherwise}."
    return typer.Option("--format", "-f", metavar="FORMAT", help=told)


FormatOption = Annotated[str | None, form_option("table, markdown, json, csv or tsv")]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to this file; - is standard output, the default."
    ),
]
_NAMES = {"md": "markdown"}
_WORDS = ("", "txt", "text")
"""Endings of files for any form."""


def form_of(given: str | None, output: str | None, forms: Collection[str]) -> str:
    """The form of an answer (rules 2 and 3); raises UsageError for what is none of `forms`.

    >>> form_of(None, "rows.md", ("table", "markdown")), form_of(None, None, ("table", "markdown"))
    ('markdown', 'table')
    """
    if given is not None:
        form = _NAMES.get(given, given)
        check_choice("format", form, forms)
        return form
    ending = Path(output or "").suffix[1:].lower()
    form = _NAMES.get(ending, ending)
    if form in forms:
        return form
    if form not in _WORDS:
        raise UsageError(f"{output}: which form? .{ending} names none; add --format {' or '.join(forms)}")
    return "table"


@contextmanager
def sent_to(output: str | None) -> Iterator[None]:
    """What is printed goes to the file, once all of it was made (rule 1).

    Raises OSError where the file cannot be written; the old one then stays as it was.
    """
    if output in (None, "-"):
        yield
        return
    file, content = Path(str(output)), io.BytesIO()
    printed = io.TextIOWrapper(content, encoding="utf-8", write_through=True)
    with redirect_stdout(printed):
        yield
    replace_file(file, content.getvalue())
    note(f"wrote {shown_path(file)}")
