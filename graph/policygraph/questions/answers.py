"""Putting a question to a store: parameters into the query, terms into rows."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from policygraph.periods import Period
from policygraph.questions.catalog import question
from policygraph.questions.rows import Row, converted
from policygraph.rdf import Literal, NamedNode, Term
from policygraph.store.contract import ReadStore
from policygraph.terms import XSD

__all__ = ["Given", "answer", "bound"]

Given = NamedNode | date | Period | int | str | None
"""A value for a parameter; None leaves it open."""

_PARAMETER = re.compile(r"\?_([a-z_]+)")


def answer(store: ReadStore, name: str, row: type[Row], **parameters: Given) -> list[Row]:
    """The rows of a question, for parameters that are already values."""
    return converted(store.select(bound(name, **parameters)), row)


def bound(name: str, **parameters: Given) -> str:
    """The query of a question with its parameters written in; those that are None stay open variables.

    A term is written as N-Triples writes it, so no value can reach beyond its place. The engine plans
    with the values known, and sub-queries see them, which variable substitution gives neither of.

    >>> bound("find", text="saif").count('"saif"')
    1
    """
    values: dict[str, str] = {}
    for key, given in parameters.items():
        values.update(_written(key, given))
    parts = _parts(name)
    filled = (values.get(key, f"?_{key}") for key in parts[1::2])
    return "".join(text for pair in zip(parts[::2], (*filled, ""), strict=True) for text in pair)


@cache
def _parts(name: str) -> list[str]:
    """The query cut at its parameters: text, name, text, name, ..., text."""
    return _PARAMETER.split(question(name).sparql)


def _written(key: str, given: Given) -> dict[str, str]:
    if given is None:
        return {}
    if isinstance(given, Period):
        return {**_written(f"{key}_start", given.start), **_written(f"{key}_end", given.end)}
    return {key: str(_term(given))}


def _term(given: NamedNode | date | int | str) -> Term:
    if isinstance(given, NamedNode):
        return given
    if isinstance(given, date):
        return Literal(given.isoformat(), datatype=XSD.date)
    return Literal(given)
