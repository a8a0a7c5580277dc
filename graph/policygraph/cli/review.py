"""`policygraph review`"""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policygraph.cli.options import DataOption, OwnOption, day_of, with_options
from policygraph.cli.output import note, print_rows, print_table
from policygraph.cli.stopping import stoppable
from policygraph.cli.walking import given_fields, walk
from policygraph.errors import UsageError

if TYPE_CHECKING:
    from policygraph.newsroom.review import Decision
    from policygraph.newsroom.waiting import Question

__all__ = ["review"]


def review(
    source: Annotated[
        str | None,
        typer.Argument(metavar="[SOURCE]", help="The id that `add` gave it; without it, all are listed."),
    ] = None,
    accept: Annotated[
        list[str] | None, typer.Option("--accept", metavar="KEY", help="Take this fact as it was read.")
    ] = None,
    reject: Annotated[
        list[str] | None, typer.Option("--reject", metavar="KEY", help="Leave this fact out.")
    ] = None,
    correct: Annotated[
        list[str] | None,
        typer.Option(
            "--correct",
            metavar="'KEY FIELD=VALUE...'",
            help="Take it with these fields given or changed. A figure has indicator, area, period, value, "
            "unit, by, growth.rate, growth.basis and more, and initiative with role where it is money for a "
            "measure; a step initiative, stage, date, by; a tenure person, post, date; a name entity and, "
            "where it is a new measure, measure (its kind). All of them: --fields.",
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--list", help="Print what waits, and stop.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Print all that was read, and what became of it; then stop.")
    ] = False,
    fields: Annotated[
        bool,
        typer.Option("--fields", help="Print every field that --correct takes, and its values; then stop."),
    ] = False,
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", help="Who judges; your login name by default.")
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day; today by default.")
    ] = None,
    form: Annotated[
        str,
        typer.Option("--format", "-f", help="Of a list: table, json, csv or tsv; not table means --list."),
    ] = "table",
    data: DataOption = None,
    own: OwnOption = None,
) -> None:
    """Judge what the reader was unsure of in one of your articles, fact by fact."""
    from policygraph.newsroom.review import judge
    from policygraph.newsroom.waiting import facts_read, waiting_facts

    told = bool(accept or reject or correct)
    _check_told(told, source, listed=show or everything or fields or form != "table")
    if fields:
        _list_fields(form)
        return
    if source is None:
        _list_sources(form, data, own)
        return
    if everything:
        read = facts_read(source, data=data, own=own)
        print_rows(("key", "read as", "what became of it"), read, form, f"Read in {source}")
        return
    questions = waiting_facts(source, data=data, own=own)
    if show or (form != "table" and not told):
        _list_waiting(source, questions, form)
        return
    who, when = author or _login(), day_of(day) or datetime.now(UTC).date()
    given = list(_given(accept or (), reject or (), correct or ()))
    if given:
        with stoppable():
            done = judge(source, given, author=who, day=when, data=data, own=own)
        facts = f"{done.taken} fact{'s' if done.taken != 1 else ''}"
        note(f"{source}: {facts} in the graph, {len(done.waiting)} waiting")
        return
    if not questions:
        note(f"nothing of {source} waits for review")
        return

    def settle(one: Decision) -> set[str]:
        with stoppable():
            done = judge(source, [one], author=who, day=when, data=data, own=own)
        return {fact.key for fact in done.waiting}

    walk(questions, settle)


def _list_waiting(source: str, questions: Sequence[Question], form: str) -> None:
    rows = [(one.fact.key, one.words, one.fact.reason, one.quote) for one in questions]
    columns = ("key", "read as", "because", "quote")
    if form == "table":
        print_table(columns, rows, f"Waiting in {source} ({len(rows)})", counted=False)
    else:
        print_rows(columns, rows, form)


def _check_told(told: bool, source: str | None, *, listed: bool) -> None:
    """Judging and listing are two commands; raises UsageError."""
    if told and listed:
        raise UsageError("--list, --all, --fields and --format are of a list: judge in a command of its own")
    if told and source is None:
        raise UsageError("--accept, --reject and --correct need the id of a source")


def _list_sources(form: str, data: Path | None, own: str | None) -> None:
    from policygraph.newsroom.waiting import waiting_counts

    rows = waiting_counts(data=data, own=own)
    print_rows(("source", "title", "facts", "waiting"), rows, form, "Your articles")
    first = next((name for name, _, _, waiting in rows if waiting), None)
    if first:
        note(f"review: policygraph review {first}{with_options(data, own)}")


def _list_fields(form: str) -> None:
    from policygraph.newsroom.fields import field_table
    from policygraph.ontology.vocabulary import Vocabulary

    print_rows(("of", "field", "takes"), field_table(Vocabulary.load()), form, "What --correct takes")


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise UsageError("who judges? name yourself with --author") from None


def _given(accept: Sequence[str], reject: Sequence[str], correct: Sequence[str]) -> Iterator[Decision]:
    from policygraph.newsroom.review import Decision

    yield from (Decision(key, "accept") for key in accept)
    yield from (Decision(key, "reject") for key in reject)
    for text in correct:
        key, _, rest = text.strip().partition(" ")
        yield Decision(key, "correct", given_fields(rest))
