"""The walk of `policygraph review`: one fact after another, shown in its words, and what is answered."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from policygraph.cli.output import note
from policygraph.errors import PolicygraphError, UsageError

if TYPE_CHECKING:
    from policygraph.newsroom.review import Decision
    from policygraph.newsroom.waiting import Question

__all__ = ["given_fields", "walk"]

_FIELDS = "FIELD=VALUE ..., as in period=2025-10 unit='USD million': "
_KEYS = "a accept, c correct, r reject, s skip, q quit"


def given_fields(text: str) -> dict[str, str]:
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


def walk(questions: tuple[Question, ...], settle: Callable[[Decision], set[str]]) -> None:
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
                    fields = given_fields(_asked(_FIELDS))
                    left = settle(Decision(question.fact.key, "correct", fields))
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
