"""Asking a question by its name, with parameters as texts: what the command line does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, get_type_hints

from policygraph.errors import ParameterError, UsageError
from policygraph.questions import (
    audits,
    claims,
    evidence,
    figures,
    initiatives,
    outcomes,
    people,
    promises,
)
from policygraph.questions.answers import fitting
from policygraph.questions.catalog import Parameter, Question, question
from policygraph.store.contract import ReadStore

__all__ = ["FUNCTIONS", "Rows", "ask", "checked", "row_type"]

Answerer = Callable[..., Sequence[tuple[Any, ...]]]

FUNCTIONS: Final[Mapping[str, Answerer]] = {
    "announced-and-silent": initiatives.announced_and_silent,
    "audit": audits.audit,
    "body-oversees": people.body_oversees,
    "body-people": people.body_people,
    "credited": claims.credited,
    "definitions": figures.definitions,
    "describe": evidence.describe,
    "disagreements": claims.disagreements,
    "evidence": evidence.evidence,
    "figures": figures.figures,
    "find": evidence.find,
    "growth-claims": claims.growth_claims,
    "initiative-status": initiatives.initiative_status,
    "initiative-timeline": initiatives.initiative_timeline,
    "initiatives-announced-under": initiatives.initiatives_announced_under,
    "initiatives-by-instrument": initiatives.initiatives_by_instrument,
    "initiatives-for": initiatives.initiatives_for,
    "known-on": figures.known_on,
    "latest-figure": figures.latest_figure,
    "money-committed": initiatives.money_committed,
    "neighbours": evidence.neighbours,
    "outcomes": outcomes.outcomes,
    "post-holders": people.post_holders,
    "posts-held": people.posts_held,
    "promised-targets": promises.promised_targets,
    "promises": promises.promises,
    "rankings": claims.rankings,
    "series-by-fiscal-year": figures.series_by_fiscal_year,
    "series-by-month": figures.series_by_month,
    "single-source": evidence.single_source,
    "source-says": evidence.source_says,
    "sources": evidence.sources,
    "steps-nearby": outcomes.steps_nearby,
    "targets": claims.targets,
    "verdicts": audits.verdicts,
    "who-said": claims.who_said,
}
"""The typed function of each question that the store alone can answer."""

_NO_FUNCTION: Final = "has a query but no function yet: write one, enter it in FUNCTIONS (CONTRIBUTING.md)"


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a question: NamedTuples, whose fields are the columns."""

    question: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def ask(store: ReadStore, name: str, **parameters: Any) -> Rows:
    """Answer a question; a parameter may be a text or what its typed function takes.

    Raises QuestionNotFoundError, ParameterError for a parameter that is missing, empty, unknown or not of its
    type, EntityNotFoundError with the nearest names for an entity that is not known, CodeNotFoundError with
    all of them for a word that is none of a few, UsageError for a question that a layer above answers.
    """
    asked = question(name)
    if name not in FUNCTIONS:
        why = f"is answered by the {asked.via}, not by the store alone" if asked.via else _NO_FUNCTION
        raise UsageError(f"question {name!r} {why}")
    rows = FUNCTIONS[name](store, **checked(asked, parameters))
    return Rows(name, row_type(name)._fields, rows)


def row_type(name: str) -> Any:
    """The NamedTuple class of a question's rows."""
    (row,) = get_type_hints(FUNCTIONS[name])["return"].__args__
    return row


def checked(asked: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters as values, with defaults; those that are None or not given and not needed are left out."""
    for key in given:
        if asked.parameter(key) is None:
            known = ", ".join(one.name for one in asked.parameters)
            raise ParameterError(asked.name, key, f"is none of its parameters ({known})")
    values = {one.name: _value(asked, one, given.get(one.name)) for one in asked.parameters}
    return {key: value for key, value in values.items() if value is not None}


def _value(asked: Question, parameter: Parameter, given: Any) -> Any:
    if given is None:
        given = parameter.default
    if given is None:
        if parameter.required:
            raise ParameterError(asked.name, parameter.name, f"is needed: {parameter.description}")
        return None
    if not isinstance(given, str):
        return fitting(asked.name, parameter, given) if parameter.type in _WORDS else given
    if not given.strip():  # which every name would hold, and every filter let pass
        instead = parameter.description if parameter.required else "leave it out, or give a value"
        raise ParameterError(asked.name, parameter.name, f"is empty: {instead}")
    try:
        return _parse(parameter.type, given.strip())
    except ValueError:
        raise ParameterError(
            asked.name, parameter.name, f"{given!r} is no {_WORDS[parameter.type]}"
        ) from None


def _parse(kind: str, text: str) -> Any:
    if kind == "date":
        return date.fromisoformat(text)
    return int(text) if kind == "integer" else text


_WORDS: Final[Mapping[str, str]] = {"date": "date (2023-12-15)", "integer": "whole number"}
