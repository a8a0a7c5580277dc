"""`policygraph review`"""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policygraph.cli.options import DataOption, OwnOption, day_of, with_options
from policygraph.cli.output import note, print_rows, print_table
from policygraph.cli.stopping import stoppable
from policygraph.errors import PolicygraphError, UsageError

if TYPE_CHECKING:
    from policygraph.newsroom.review import Decision
    from policygraph.newsroom.waiting import Question

__all__ = ["review"]

_KEYS = "a accept, c correct, r reject, s skip, q quit"


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
        str, typer.Option("--format", "-f", help="Of a list: table, json, csv or tsv.")
    ] = "table",
    data: DataOption = None,
    own: OwnOption = None,
) -> None:
    """Judge what the reader was unsure of in one of your articles, fact by fact."""
    from policygraph.newsroom.review import judge
    from policygraph.newsroom.waiting import waiting_facts

    if fields:
        _list_fields(form)
        return
    if source is None:
        if accept or reject or correct:
            raise UsageError("--accept, --reject and --correct need the id of a source")
        _list_sources(form, data, own)
        return
    questions = waiting_facts(source, data=data, own=own)
    if show:
        rows = [(q.fact.key, q.words, q.fact.reason, q.quote) for q in questions]
        columns, title = ("key", "read as", "because", "quote"), f"Waiting in {source}"
        if form == "table":
            print_table(columns, rows, f"{title} ({len(rows)})", counted=False)
        else:
            print_rows(columns, rows, form)
        return
    who, when = author or _login(), day_of(day) or datetime.now(UTC).date()
    given = list(_given(accept or (), reject or (), correct or ()))
    if given:
        with stoppable():
            done = judge(source, given, author=who, day=when, data=data, own=own)
        note(f"{source}: {done.taken} facts in the graph, {len(done.waiting)} waiting")
        return
    if not questions:
        note(f"nothing of {source} waits for review")
        return

    def settle(one: Decision) -> set[str]:
        with stoppable():
            done = judge(source, [one], author=who, day=when, data=data, own=own)
        return {fact.key for fact in done.waiting}

    _walk(questions, settle)


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
        yield Decision(key, "correct", _fields(rest))


def _fields(text: str) -> dict[str, str]:
    """`value=303 unit='USD million'`: raises UsageError for what is none of this form."""
    import shlex

    try:
        pairs = [part.partition("=") for part in shlex.split(text)]
    except ValueError as error:
        raise UsageError(f"{text!r}: {error}") from None
    wrong = next((name for name, equals, _ in pairs if not equals or not name), None)
    if wrong is not None or not pairs:
        raise UsageError(f"{text!r}: write FIELD=VALUE, as in period=2025-10 unit='USD million'")
    return {name: value for name, _, value in pairs}


def _walk(questions: tuple[Question, ...], settle: Callable[[Decision], set[str]]) -> None:
    """One after another, each judgement kept before the next is asked for."""
    from policygraph.newsroom.review import Decision

    left = {question.fact.key for question in questions}
    for number, question in enumerate(questions, start=1):
        if question.fact.key not in left:  # settled by an earlier answer
            continue
        _show(question, number, len(questions))
        while True:
            answer = _asked(f"{_KEYS}: ")
            if answer in {"q", ""}:
                note(f"{len(left)} still wait")
                return
            if answer == "s":
                break
            try:
                if answer in {"a", "r"}:
                    left = settle(Decision(question.fact.key, "accept" if answer == "a" else "reject"))
                elif answer == "c":
                    left = settle(
                        Decision(
                            question.fact.key,
                            "correct",
                            _fields(_asked("FIELD=VALUE ..., as in period=2025-10 unit='USD million': ")),
                        )
                    )
                else:
                    continue
            except PolicygraphError as error:
                note(f"error: {error}")
                continue
            break
    note(f"{len(left)} still wait" if left else "all judged")


def _show(question: Question, number: int, count: int) -> None:
    fact = question.fact
    sys.stdout.write(
        f"\n{number} of {count}  {fact.key}\n"
        f"  …{_line(question.before)}[{_line(question.quote)}]{_line(question.after)}…\n"
        f"  read as: {question.words}\n  because: {fact.reason}\n  fields:  {_fields_of(question)}\n"
        f"  missing: {_missing(question)}\n"
        f"  also:    {_further_fields(question)}\n"
    )


def _missing(question: Question) -> str:
    from policygraph.resolve.resolved import lacking

    return " ".join(lacking(question.fact.kind, question.fact.fact)) or "nothing"


def _further_fields(question: Question) -> str:
    """The fields that were not read and can be given."""
    from policygraph.newsroom.fields import fields_of

    return " ".join(
        name for name in fields_of(question.fact.kind) if f" {name}=" not in f" {_fields_of(question)}"
    )


def _asked(prompt: str) -> str:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    return sys.stdin.readline().strip()


def _line(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _fields_of(question: Question) -> str:
    """The fields in the form in which they can be corrected."""
    import shlex

    said: dict[str, object] = {}
    for name, value in question.fact.fact.items():
        inner = {f"{name}.{part}": one for part, one in value.items()} if isinstance(value, dict) else None
        said |= inner or {name: value}
    plain = {
        name: ",".join(map(str, one)) if isinstance(one, list | tuple) else str(one)
        for name, one in said.items()
        if name not in {"id", "note"}
    }
    return " ".join(f"{name}={shlex.quote(one)}" for name, one in plain.items())
