"""`policygraph read`"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from policygraph.cli.options import DataOption
from policygraph.cli.output import note, print_rows
from policygraph.errors import DataInvalidError, Problem, UsageError

if TYPE_CHECKING:
    from policygraph.reader.document import Document
    from policygraph.reader.many import Row

__all__ = ["read"]

_FORMATS = ("jsonl", "yaml", "table")
_SHOWN = 20
"""Problems told one by one; a thousand bad files need no thousand lines."""


def read(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Text, Markdown, HTML, .jsonl, a folder, or -.")
    ],
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="Date of publication, where a file has none.")
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", help="Whose fiscal year and currency: PK.")
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="jsonl, yaml or table.")] = "table",
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Processes to use.")] = 1,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FILE", help="Write JSON lines here; a run that was cut short goes on."
        ),
    ] = None,
    data: DataOption = None,
) -> None:
    """Take figures, names, measures and causes out of articles, each with its place."""
    if form not in _FORMATS:
        raise UsageError(f"no format {form!r}; use one of {', '.join(_FORMATS)}")
    from policygraph.cli.names_known import gazetteer_of
    from policygraph.reader.inputs import Defaults, documents_in
    from policygraph.reader.many import rows_of
    from policygraph.shipped import cached_store

    done = _done(out) if out else {}
    documents = _fresh(
        documents_in(files, Defaults(_day(day), country.upper() if country else None, note)), done
    )
    rows = rows_of(documents, gazetteer_of(cached_store(data)), jobs)
    problems: list[Problem] = []
    with out.open("a", encoding="utf-8") if out else nullcontext(sys.stdout) as sink:
        count = _write(_good(rows, problems), "jsonl" if out else form, sink)
    if out or count > 1:
        note(
            f"read {count:,} article{'s' if count != 1 else ''}"
            + (f"; {len(done):,} were there already" if done else "")
        )
    _report(problems, count + len(done))


def _good(
    rows: Iterator[tuple[Document, Row] | Problem], problems: list[Problem]
) -> Iterator[tuple[Document, Row]]:
    """The rows; problems are put aside for the end. On a terminal it says how far it is."""
    for number, one in enumerate(rows, start=1):
        if isinstance(one, Problem):
            problems.append(one)
        else:
            yield one
        if number % 50 == 0 and sys.stderr.isatty():
            sys.stderr.write(f"\r{number:,} articles")
            sys.stderr.flush()
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")


def _write(rows: Iterator[tuple[Document, Row]], form: str, sink: IO[str]) -> int:
    from policygraph.reader.jsonl import line_of

    count = 0
    for document, row in rows:
        count += 1
        if form == "jsonl":
            sink.write(line_of(row | {"sha256": _hash(document)} if sink is not sys.stdout else row))
            sink.flush()
        elif form == "yaml":
            import yaml

            sink.write(yaml.safe_dump([row], allow_unicode=True, sort_keys=False, width=110))
        else:
            print_rows(
                ("what", "taken", "quote", "at"),
                list(_table(document, row)),
                "table",
                document.title or document.id,
            )
    return count


def _table(document: Document, row: Row) -> Iterator[tuple[str, str, str, str]]:
    from policygraph.reader.jsonl import LISTS

    for name in LISTS:
        for entry in row[name]:
            start, end = entry["evidence"]
            taken = ", ".join(
                _said(key, entry[key])
                for key in entry
                if key not in {"quote", "evidence", "why", "entity"} and entry[key]
            )
            yield name, taken, document.text[start:end], f"{start}-{end}"


def _said(key: str, value: Any) -> str:
    shown = " / ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"{key} {shown}"


def _done(out: Path) -> dict[str, str]:
    """Articles that an earlier run wrote, by id; a last line that was cut short is taken off."""
    if not out.is_file():
        return {}
    done: dict[str, str] = {}
    whole = 0
    with out.open("rb") as lines:
        for line in lines:
            try:
                row = json.loads(line) if line.endswith(b"\n") else None
            except ValueError:
                row = None
            if not isinstance(row, dict) or "id" not in row:
                break
            done[str(row["id"])] = str(row.get("sha256"))
            whole += len(line)
    if whole < out.stat().st_size:
        with out.open("r+b") as file:
            if file.seek(whole) == 0 and done == {}:
                raise UsageError(f"{out} is there and was not written by `policygraph read`")
            file.truncate(whole)
    return done


def _fresh(documents: Iterator[Document | Problem], done: dict[str, str]) -> Iterator[Document | Problem]:
    for document in documents:
        if isinstance(document, Problem) or done.get(document.id) != _hash(document):
            yield document


def _hash(document: Document) -> str:
    known = f"{document.date}\0{document.country}\0{document.text}"
    return hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"--date {text!r} is no date like 2026-01-31") from None


def _report(problems: list[Problem], good: int) -> None:
    """Tell what could not be read, after all that could; raises DataInvalidError where nothing could."""
    if not problems:
        return
    if not good:
        raise DataInvalidError(problems)
    for problem in problems[:_SHOWN]:
        note(f"not read: {problem}")
    if len(problems) > _SHOWN:
        note(f"not read: {len(problems) - _SHOWN:,} more")
    raise typer.Exit(DataInvalidError.exit_code)
