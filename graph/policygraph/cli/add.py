"""`policygraph add`"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.added_text import plain, print_added, tell
from policygraph.cli.options import DataOption, OwnOption, check_choice, country_of, day_of, with_options
from policygraph.cli.output import note, progress
from policygraph.cli.proposing import LlmOption, ModelOption, SpacyOption, Tally, VerboseOption, proposer_of
from policygraph.cli.stopping import stoppable
from policygraph.errors import UsageError

__all__ = ["add"]

_AGAIN = {None: "tell", True: "replace", False: "beside"}


def add(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Text, Markdown, HTML, .jsonl, a folder, or -.")
    ],
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="Date of publication, where a file has none.")
    ] = None,
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="CODE", help="Of which country; else what the text tells."),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="Who published it, likewise.")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TITLE", help="Its title, likewise; of one article.")
    ] = None,
    url: Annotated[
        str | None, typer.Option("--url", metavar="URL", help="Its address, likewise; of one article.")
    ] = None,
    again: Annotated[
        bool | None,
        typer.Option(
            "--replace/--beside",
            help="Of a new version of an article of yours: put it in its place, or add it as one more.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change; write nothing.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Processes to read with.")] = 1,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="table or json.")] = "table",
    data: DataOption = None,
    own: OwnOption = None,
    spacy: SpacyOption = None,
    llm: LlmOption = None,
    model: ModelOption = None,
    verbose: VerboseOption = False,
) -> None:
    """Add articles to your own folder, and say what they change: new, confirmed, contradicted, waiting."""
    check_choice("format", form, ("table", "json"))
    from policygraph.newsroom.add import add_articles
    from policygraph.reader.document import Given
    from policygraph.reader.files.inputs import documents_in, how_many

    _check_single(files, title, url)
    given = Given(day_of(day), country_of(country, data), publisher or "", title or "", url or "")
    proposer = proposer_of(spacy, llm, model)
    documents = progress(documents_in(files, given, note), "adding", lambda: how_many(files), alone=True)
    with stoppable():
        done = add_articles(
            documents, data=data, own=own, jobs=jobs, dry_run=dry_run, proposer=proposer, again=_AGAIN[again]
        )
    if form == "json":
        sys.stdout.write(json.dumps(plain(done), ensure_ascii=False, indent=2) + "\n")
    else:
        print_added(done)
    tally = Tally(proposer, verbose=verbose)
    for document, found in done.proposals:
        tally.count(document, found.taken, found.known, found.refused)
    tally.tell()
    tell(done, dry_run, with_options(data, own))


def _check_single(files: list[Path], title: str | None, url: str | None) -> None:
    """Two articles of one address would be one; raises UsageError."""
    from policygraph.reader.files.inputs import how_many

    if url and not url.startswith(("http://", "https://")):
        raise UsageError(f"--url {url!r} is no address like https://example.org/article")
    name = "--title" if title else "--url" if url else ""
    count = how_many(files) if name else 1
    if count is not None and count > 1:
        raise UsageError(f"{name} is of one article, and these are {count:,}; let each file say its own")
