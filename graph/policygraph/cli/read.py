"""`policygraph read`"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policygraph.cli.country_notes import CountryNotes
from policygraph.cli.options import DataOption, OwnOption, country_of, day_of
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
from policygraph.cli.resuming import appended, done_in, fresh
from policygraph.cli.row_forms import plain
from policygraph.cli.sending import form_of, form_option, sent_to
from policygraph.cli.stopping import stoppable
from policygraph.errors import DataInvalidError, Problem

if TYPE_CHECKING:
    from policygraph.cli.finishing import Finished
    from policygraph.reader.document import Given

__all__ = ["read"]

_TABLES = ("table", "markdown")
_FORMATS = (*_TABLES, "jsonl", "yaml")
_SHOWN = 20
"""Problems told one by one; a thousand bad files need no thousand lines."""


def read(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Text, Markdown, HTML, .jsonl, a folder, or -.")
    ],
    day: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="DATE", help="Date of publication, (2024-01-17), where a file has none."
        ),
    ] = None,
    country: Annotated[
        str | None,
        typer.Option(
            "--country",
            metavar="CODE",
            help="Whose fiscal year and currency: PK; else that of --data, or what the text tells.",
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TITLE", help="Its title, where a file has none.")
    ] = None,
    form: Annotated[str | None, form_option(", ".join(_FORMATS))] = None,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Processes to use.")] = 1,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            "--out",
            metavar="FILE",
            help="Write to this file; as jsonl, a run that was cut short goes on where it was.",
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
    form = form_of(form, output, _FORMATS)
    out = Path(output) if output not in (None, "-") and form == "jsonl" else None
    published, told = day_of(day), country_of(country, data)
    proposer = proposer_of(spacy, llm, model)
    if jobs > 1:
        from policygraph.reader.files.workers import start_workers

        start_workers()
    from policygraph.cli.finishing import Finisher
    from policygraph.cli.names_known import gazetteer_of
    from policygraph.reader.files.collecting import collecting_seldom
    from policygraph.reader.files.inputs import parts_in
    from policygraph.reader.files.many import made_of
    from policygraph.shipped import cached_store, own_folder

    done = done_in(out) if out else {}
    asked = proposer.name if proposer else ""
    finisher = Finisher(maker_of(proposer), "out" if out else "table" if form in _TABLES else form, asked)
    gazetteer = gazetteer_of(cached_store(data, own_folder(own, data)))
    given = _given(published, told, title or "", data)
    parts = fresh(parts_in(files, given, note), done, asked)
    made = progress(made_of(parts, finisher, gazetteer, jobs), "reading", lambda: _left(files, done))
    problems: list[Problem] = []
    tally, lands = Tally(proposer, verbose=verbose), CountryNotes()
    ending = stoppable() if output else nullcontext()
    with collecting_seldom(), ending, appended(out) if out else sent_to(output):
        count = _write(lands.counted(_good(made, problems, tally)), form)
        if not count and problems and not done:
            raise DataInvalidError(problems)
    tally.tell()
    lands.tell()
    if out or count > 1:
        there = f"; {len(done):,} were there already" if done else ""
        note(f"read {count:,} article{'s' if count != 1 else ''}{there}")
    _report(problems)


def _given(day: date | None, country: str | None, title: str, data: Path | None) -> Given:
    """What is known of articles that do not say it; `data` that are given say the country."""
    from policygraph.curated.load import load_country
    from policygraph.paths import data_dir
    from policygraph.reader.document import Given
    from policygraph.resolve.known import home_of, lands_of

    about = load_country(data or data_dir())
    home = home_of(about)
    code = country or (home.code if data else None)
    return Given(day, code, title=title, home=home, lands=lands_of(about))


def _left(files: list[Path], done: dict[str, str]) -> int | None:
    from policygraph.reader.files.inputs import how_many

    count = how_many(files)
    return None if count is None else max(count - len(done), 0)


def _good(made: Iterator[Finished | Problem], problems: list[Problem], tally: Tally) -> Iterator[Finished]:
    """What was read; problems are put aside for the end."""
    for one in made:
        if isinstance(one, Problem):
            problems.append(one)
        else:
            if told := one.proposals:
                tally.count(one.id, told["taken"], told["known"], told["refused"])
            yield one


def _write(articles: Iterator[Finished], form: str) -> int:
    """Write each article as soon as it was read; gives how many."""
    count = 0
    for article in articles:
        count += 1
        if form not in _TABLES:
            sys.stdout.write(article.text)
        elif article.cells:
            print_rows(("what", "taken", "quote", "at"), article.cells, form, article.text)
        else:
            sys.stdout.write(f"{plain(article.text)}: nothing was found in it\n")
        sys.stdout.flush()
    return count


def _report(problems: list[Problem]) -> None:
    """Tell what could not be read, after all that could."""
    if not problems:
        return
    for problem in problems[:_SHOWN]:
        note(f"not read: {problem}")
    if len(problems) > _SHOWN:
        note(f"not read: {len(problems) - _SHOWN:,} more")
    raise typer.Exit(DataInvalidError.exit_code)
