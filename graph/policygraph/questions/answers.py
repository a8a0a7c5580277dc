"""Putting a question to a store: parameters into the query, terms into rows."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from policygraph.errors import CodeNotFoundError, ParameterError
from policygraph.periods import Period
from policygraph.questions.catalog import Parameter, question
from policygraph.questions.rows import Row, converted
from policygraph.rdf import Literal, NamedNode, Term
from policygraph.store.contract import ReadStore
from policygraph.terms import XSD

__all__ = ["Given", "answer", "bound", "fitting"]

Given = NamedNode | date | Period | int | str | None
"""A value for a parameter; None leaves it open."""

_TYPES: Final[dict[str, tuple[type, str]]] = {
    "concept": (NamedNode, "IRI"),
    "date": (date, "date"),
    "entity": (NamedNode, "IRI"),
    "integer": (int, "whole number"),
    "period": (Period, "period"),
    "text": (str, "text"),
}
_PARAMETER = re.compile(r"\?_([a-z_]+)")


def answer(store: ReadStore, name: str, row: type[Row], **parameters: Given) -> list[Row]:
    """The rows of a question, for parameters that are already values; raises as `fitting` does."""
    return converted(store.select(bound(name, **parameters)), row)


def fitting(asked: str, parameter: Parameter, given: Any) -> Any:
    """A value as the query takes it; a day for a moment of it.

    Raises ParameterError for a value of another type, which a query would take for one that nothing fits
    or not see at all; CodeNotFoundError, with all of them, for a word that is none of the parameter's few.

    >>> fitting("find", question("find").parameters[1], "Person")
    'person'
    """
    wanted, words = _TYPES[parameter.type]
    if isinstance(given, bool) or not isinstance(given, wanted):
        raise ParameterError(asked, parameter.name, f"{given!r} is no {words}")
    if isinstance(given, datetime):
        return given.date()
    return _among(parameter, str(given)) if parameter.values else given


def _among(parameter: Parameter, given: str) -> str:
    word = given.strip().casefold()
    if word not in parameter.values:
        raise CodeNotFoundError(parameter.name, given, parameter.values)
    return word


def bound(name: str, **parameters: Given) -> str:
    """The query of a question with its parameters written in; those that are None stay open variables.

    A term is written as N-Triples writes it, so no value can reach beyond its place. The engine plans
    with the values known, and sub-queries see them, which variable substitution gives neither of.
    Raises as `fitting` does.

    >>> bound("find", text="saif").count('"saif"')
    1
    """
    values: dict[str, str] = {}
    for key, given in parameters.items():
        parameter = _parameter(name, key)
        if given is not None:
            values.update(_written(key, fitting(name, parameter, given)))
        elif parameter.required:
            raise ParameterError(name, key, f"is needed: {parameter.description}")
    parts = _parts(name)
    filled = (values.get(key, f"?_{key}") for key in parts[1::2])
    return "".join(text for pair in zip(parts[::2], (*filled, ""), strict=True) for text in pair)


@cache
def _parts(name: str) -> list[str]:
    """The query cut at its parameters: text, name, text, name, ..., text."""
    return _PARAMETER.split(question(name).sparql)


@cache
def _parameter(name: str, key: str) -> Parameter:
    found = question(name).parameter(key)
    if found is None:
        raise ParameterError(name, key, "is none of its parameters")
    return found


def _written(key: str, given: NamedNode | date | Period | int | str) -> dict[str, str]:
    if isinstance(given, Period):
        return {**_written(f"{key}_start", given.start), **_written(f"{key}_end", given.end)}
    return {key: str(_term(given))}


def _term(given: NamedNode | date | int | str) -> Term:
    if isinstance(given, NamedNode):
        return given
    if isinstance(given, date):
        return Literal(given.isoformat(), datatype=XSD.date)
    return Literal(given)
