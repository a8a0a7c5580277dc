"""`policygraph add`"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policygraph.cli.country_notes import tell_assumed
from policygraph.cli.options import DataOption, OwnOption, check_choice, country_of, day_of, with_options
from policygraph.cli.output import note, print_table, progress
from policygraph.cli.proposing import LlmOption, ModelOption, SpacyOption, Tally, VerboseOption, proposer_of
from policygraph.cli.stopping import stoppable
from policygraph.errors import DataInvalidError, UsageError

if TYPE_CHECKING:
    from policygraph.newsroom.add import Added
    from policygraph.newsroom.matches import Match

__all__ = ["add"]

_SHOWN = 20
"""Problems told one by one."""
_RELATIONS = {
    "independent": "an independent source",
    "copy": "the same wire copy",
    "paper": "the same paper again",
    "claimant": "the same claimant, quoted again",
}


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
        done = add_articles(documents, data=data, own=own, jobs=jobs, dry_run=dry_run, proposer=proposer)
    if form == "json":
        sys.stdout.write(json.dumps(_plain(done), ensure_ascii=False, indent=2) + "\n")
    else:
        _print(done)
    tally = Tally(proposer, verbose=verbose)
    for document, found in done.proposals:
        tally.count(document, found.taken, found.known, found.refused)
    tally.tell()
    _tell(done, dry_run, with_options(data, own))


def _check_single(files: list[Path], title: str | None, url: str | None) -> None:
    """Two articles of one address would be one; raises UsageError."""
    from policygraph.reader.files.inputs import how_many

    if url and not url.startswith(("http://", "https://")):
        raise UsageError(f"--url {url!r} is no address like https://example.org/article")
    name = "--title" if title else "--url" if url else ""
    count = how_many(files) if name else 1
    if count is not None and count > 1:
        raise UsageError(f"{name} is of one article, and these are {count:,}; let each file say its own")


def _plain(done: Added) -> dict[str, object]:
    return {
        "added": list(done.added),
        "there": dict(done.there),
        "changed": dict(done.changed),
        "stored": done.stored,
        "assumed": dict(done.assumed),
        **asdict(done.diff),
        "problems": [str(one) for one in done.problems],
    }


def _print(done: Added) -> None:
    diff = done.diff
    several = len(done.added) > 1
    head = ("source",) if several else ()

    def shown(source: str, *cells: str) -> tuple[str, ...]:
        return (source, *cells) if several else cells

    tables: list[tuple[str, tuple[str, ...], list[tuple[str, ...]]]] = [
        (
            "New facts",
            (*head, "key", "fact", "quote"),
            [shown(one.source, one.key, one.words, one.quote) for one in diff.new],
        ),
        (
            "Confirmed",
            (*head, "key", "fact", "stated before by"),
            [shown(one.line.source, one.line.key, one.line.words, _by(one.by)) for one in diff.confirmed],
        ),
        (
            "Contradicted",
            ("severity", "what the audit finds"),
            [(one.severity, one.sentence) for one in diff.contradicted],
        ),
        (
            "Already in dispute",
            ("severity", "what the audit finds"),
            [(one.severity, one.sentence) for one in diff.disputed],
        ),
        (
            "Targets moved",
            ("severity", "what the audit finds"),
            [(one.severity, one.sentence) for one in diff.moved],
        ),
        (
            "Waiting for review",
            (*head, "key", "read as", "because"),
            [shown(one.line.source, one.line.key, one.line.words, one.reason) for one in diff.waiting],
        ),
        (
            "Left out",
            (*head, "key", "read", "because"),
            [shown(one.line.source, one.line.key, one.line.words, one.reason) for one in diff.left],
        ),
        ("New names", ("part", "id", "name"), list(diff.names)),
    ]
    for title, columns, rows in tables:
        if rows:
            print_table(columns, rows, f"{title} ({len(rows)})", counted=False)


def _by(matches: tuple[Match, ...]) -> str:
    """Who stated it, with the number where that is printed otherwise."""
    return "; ".join(
        f"{one.source} ({_RELATIONS[one.relation]}{f'; it says {one.words}' if one.words else ''})"
        for one in matches
    )


def _bare(done: Added) -> list[str]:
    """The first of the sources in which nothing was read."""
    confirmed, waiting = ([one.line for one in done.diff.confirmed], [one.line for one in done.diff.waiting])
    told = {one.source for one in (*done.diff.new, *confirmed, *waiting)}
    return [source for source in done.added if source not in told][:_SHOWN]


def _tell(done: Added, dry_run: bool, options: str) -> None:
    """What became of the files; `options` are those that the next command needs."""
    for document, source in done.there:
        note(f"{document}: already there as {source}")
    for document, source in done.changed:
        note(
            f"not added: {document}: same address as {source}, another text than the one added before; to "
            f"replace it: policygraph remove {source}{options}, then add it again"
        )
    if done.problems and not (done.added or done.there or done.changed):
        raise DataInvalidError(list(done.problems))
    for problem in done.problems[:_SHOWN]:
        note(f"not added: {problem}")
    if len(done.problems) > _SHOWN:
        note(f"not added: {len(done.problems) - _SHOWN:,} more")
    tell_assumed(country for _, country in done.assumed)
    if done.added:
        names = ", ".join(done.added[:5]) + (
            f" and {len(done.added) - 5:,} more" if len(done.added) > 5 else ""
        )
        note(f"{'would add' if dry_run else 'added'} {names}")
        for source in _bare(done):
            note(f"{source}: nothing read that the graph could hold")
        if done.diff.waiting and not dry_run:
            note(f"review: policygraph review {done.diff.waiting[0].line.source}{options}")
    if done.problems or done.changed:
        raise typer.Exit(DataInvalidError.exit_code)
