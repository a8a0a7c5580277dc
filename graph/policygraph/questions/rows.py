"""Turning the terms of a SELECT into rows of Python values.

A row is a NamedTuple whose fields are the variables of the query, in their order. The annotation says
what a field holds: `str` (a label, a text, or an IRI in full), `Decimal`, `int`, `bool`, `date`, or
`tuple[str, ...]` for values that the query joined with JOINT, sorted; each but the last may be `| None`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar, get_type_hints

from policygraph.store.contract import Solutions

__all__ = ["JOINT", "Row", "columns", "converted"]

JOINT: Final = "\u001f"
"""Stands between values that a query joins: the unit separator, which no text of a source holds."""

Row = TypeVar("Row", bound=NamedTuple)
Column = Callable[[Iterable[Any]], list[Any]]

_value = attrgetter("value")


def converted(solutions: Solutions, row: type[Row]) -> list[Row]:
    """The rows of a SELECT as NamedTuples; column by column, which is the cheaper way round."""
    if not solutions.rows:
        return []
    values = [
        read(terms) for read, terms in zip(columns(row), zip(*solutions.rows, strict=True), strict=True)
    ]
    return list(map(row._make, zip(*values, strict=True)))


@cache
def columns(row: type[NamedTuple]) -> tuple[Column, ...]:
    """How each column of a row type is read."""
    return tuple(_READERS[annotation] for annotation in get_type_hints(row).values())


def _plain(terms: Iterable[Any]) -> list[Any]:
    return list(map(_value, terms))


def _optional(terms: Iterable[Any]) -> list[Any]:
    return [None if term is None else _value(term) for term in terms]


def _parsed(parse: Callable[[str], Any]) -> Column:
    return lambda terms: [None if term is None else parse(_value(term)) for term in terms]


def _split(text: str) -> tuple[str, ...]:
    return tuple(sorted(filter(None, text.split(JOINT))))


def _tuples(terms: Iterable[Any]) -> list[Any]:
    return [() if term is None else _split(_value(term)) for term in terms]


_READERS: dict[object, Column] = {
    str: _plain,
    str | None: _optional,
    Decimal: _parsed(Decimal),
    Decimal | None: _parsed(Decimal),
    int: _parsed(int),
    int | None: _parsed(int),
    bool: _parsed("true".__eq__),
    bool | None: _parsed("true".__eq__),
    date: _parsed(date.fromisoformat),
    date | None: _parsed(date.fromisoformat),
    tuple[str, ...]: _tuples,
}
