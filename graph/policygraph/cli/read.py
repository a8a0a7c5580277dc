"""`policygraph read`"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from policygraph.cli.options import DataOption, OwnOption, country_of
from policygraph.cli.output import note, print_rows, progress
from policygraph.cli.proposing import (
    LlmOption,
    ModelOption,
    SpacyOption,
    Tally,
    VerboseOption,
    maker_of,
    proposer_of,
)
from policygraph.cli.resuming import done_in, hash_of, left_of
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
    own: OwnOption = None,
    spacy: SpacyOption = None,
    llm: LlmOption = None,
    model: ModelOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Take figures, names, measures and causes out of articles, each with its place."""
    if form not in _FORMATS:
        raise UsageError(f"no format {form!r}; use one of {', '.join(_FORMATS)}")
    from policygraph.cli.names_known import gazetteer_of
    from policygraph.reader.inputs import Defaults, documents_in
    from policygraph.reader.many import rows_of
    from policygraph.shipped import cached_store, own_folder

    known = Defaults(_day(day), country_of(country), note)
    proposer = proposer_of(spacy, llm, model)
    name = proposer.name if proposer else ""
    done = done_in(out) if out else {}
    gazetteer = gazetteer_of(cached_store(data, own_folder(own, data)))
    left = left_of(documents_in(files, known), done, name)
    rows = progress(rows_of(left, gazetteer, jobs, maker_of(proposer)), "reading", lambda: _left(files, done))
    problems: list[Problem] = []
    tally = Tally(proposer, verbose=verbose)
    with out.open("a", encoding="utf-8") if out else nullcontext(sys.stdout) as sink:
        count = _write(_good(rows, problems, tally), "jsonl" if out else form, sink, name)
    tally.tell()
    if out or count > 1:
        note(
            f"read {count:,} article{'s' if count != 1 else ''}"
            + (f"; {len(done):,} were there already" if done else "")
        )
    _report(problems, count + len(done))


def _left(files: list[Path], done: dict[str, str]) -> int | None:
    from policygraph.reader.inputs import how_many

    count = how_many(files)
    return None if count is None else max(count - len(done), 0)


def _good(
    rows: Iterator[tuple[Document, Row] | Problem], problems: list[Problem], tally: Tally
) -> Iterator[tuple[Document, Row]]:
    """The rows; problems are put aside for the end."""
    for one in rows:
        if isinstance(one, Problem):
            problems.append(one)
        else:
            yield one[0], tally.without(one[1])


def _write(rows: Iterator[tuple[Document, Row]], form: str, sink: IO[str], proposer: str) -> int:
    from policygraph.reader.jsonl import line_of

    count = 0
    for document, row in rows:
        count += 1
        if form == "jsonl":
            read_from = {} if sink is sys.stdout else {"sha256": hash_of(document, proposer)}
            sink.write(line_of(row | read_from))
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
