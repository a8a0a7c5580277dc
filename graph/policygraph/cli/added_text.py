"""What `policygraph add` says: the newsroom diff as tables or JSON, and what became of the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from policygraph.cli.country_notes import tell_assumed
from policygraph.cli.output import note, print_table
from policygraph.errors import DataInvalidError

if TYPE_CHECKING:
    from policygraph.newsroom.add import Added
    from policygraph.newsroom.diff import Diff, Line
    from policygraph.newsroom.matches import Match

__all__ = ["plain", "print_added", "tell"]

Rows = Sequence[tuple[str, ...]]

_SHOWN = 20
"""Problems told one by one."""
_RELATIONS = {
    "independent": "an independent source",
    "copy": "the same wire copy",
    "paper": "the same paper again",
    "claimant": "the same claimant, quoted again",
}


def plain(done: Added) -> dict[str, object]:
    return {
        "added": list(done.added),
        "there": dict(done.there),
        "changed": [asdict(one) for one in done.changed],
        "replaced": [asdict(one) for one in done.replaced],
        "copies": dict(done.copies),
        "stored": done.stored,
        "assumed": dict(done.assumed),
        **asdict(done.diff),
        "problems": [str(one) for one in done.problems],
    }


def print_added(done: Added) -> None:
    """The diff as tables; of several articles, each row with its source."""
    several = len(done.added) > 1
    for title, columns, rows in _tables(done.diff):
        first = 1 if columns[0] == "source" and not several else 0
        if rows:
            print_table(
                columns[first:], [row[first:] for row in rows], f"{title} ({len(rows)})", counted=False
            )


def _tables(diff: Diff) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    """Each part of the diff: its title, its columns and its rows."""
    fact = ("source", "key", "fact", "quote")
    yield "New facts", fact, _lines(diff.new)
    yield "As in the version before", fact, _lines(diff.unchanged)
    yield "Gone with the version before", ("source", "fact"), diff.gone
    by = [(*_told(one.line), _by(one.by)) for one in diff.confirmed]
    yield "Confirmed", ("source", "key", "fact", "stated before by"), by
    for title, found in (
        ("Contradicted", diff.contradicted),
        ("Already in dispute", diff.disputed),
        ("Targets moved", diff.moved),
    ):
        rows = [(one.severity, one.sentence) for one in found]
        yield title, ("severity", "what the audit finds"), rows
    waiting = [(*_told(one.line), one.reason) for one in diff.waiting]
    yield "Waiting for review", ("source", "key", "read as", "because"), waiting
    left = [(*_told(one.line), one.reason) for one in diff.left]
    yield "Left out", ("source", "key", "read", "because"), left
    yield "New names", ("part", "id", "name"), diff.names


def _told(line: Line) -> tuple[str, str, str]:
    return line.source, line.key, line.words


def _lines(lines: Iterable[Line]) -> Rows:
    return [(*_told(one), one.quote) for one in lines]


def _by(matches: tuple[Match, ...]) -> str:
    """Who stated it, with the number where that is printed otherwise."""
    return "; ".join(
        f"{one.source} ({_RELATIONS[one.relation]}{f'; it says {one.words}' if one.words else ''})"
        for one in matches
    )


def _bare(done: Added) -> list[str]:
    """The first of the sources in which nothing was read."""
    confirmed, waiting = ([one.line for one in done.diff.confirmed], [one.line for one in done.diff.waiting])
    told = {one.source for one in (*done.diff.new, *done.diff.unchanged, *confirmed, *waiting)}
    return [source for source in done.added if source not in told][:_SHOWN]


def tell(done: Added, dry_run: bool, options: str) -> None:
    """What became of the files; `options` are those that the next command needs.

    Raises DataInvalidError where nothing could be read, and leaves with its code where not all was added.
    """
    for line in _known(done):
        note(line)
    if done.problems and not (done.added or done.there or done.changed):
        raise DataInvalidError(list(done.problems))
    for problem in done.problems[:_SHOWN]:
        note(f"not added: {problem}")
    if len(done.problems) > _SHOWN:
        note(f"not added: {len(done.problems) - _SHOWN:,} more")
    tell_assumed(country for _, country in done.assumed)
    for line in _added(done, dry_run, options):
        note(line)
    if done.problems or done.changed:
        raise typer.Exit(DataInvalidError.exit_code)


def _known(done: Added) -> Iterator[str]:
    """What was there before, in one form or another."""
    yield from (f"{document}: already there as {source}" for document, source in done.there)
    for one in done.changed:
        beside = (
            f"no --beside, since {one.alone}" if one.alone else "--beside adds it as an article of its own"
        )
        yield f"not added: {one.document}: {one.why}; --replace puts it in its place; {beside}"
    for new in done.replaced:
        lost = f"; {len(new.lost)} no longer apply: {', '.join(new.lost)}" if new.lost else ""
        kept = f"{new.kept} judgement{'s' if new.kept != 1 else ''} kept"
        yield f"{new.source}: the new version is in place of the old one; {kept}{lost}"
    for source, other in done.copies:
        yield f"{source}: the very same text as {other}: a copy, which confirms nothing by itself"


def _added(done: Added, dry_run: bool, options: str) -> Iterator[str]:
    if not done.added:
        return
    more = f" and {len(done.added) - 5:,} more" if len(done.added) > 5 else ""
    yield f"{'would add' if dry_run else 'added'} {', '.join(done.added[:5])}{more}"
    yield from (f"{source}: nothing read that the graph could hold" for source in _bare(done))
    waiting = list(dict.fromkeys(one.line.source for one in done.diff.waiting))
    if waiting and not dry_run:
        rest = f" ({len(waiting) - 1} more: policygraph review{options})" if len(waiting) > 1 else ""
        yield f"review: policygraph review {waiting[0]}{options}{rest}"
