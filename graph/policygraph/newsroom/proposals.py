"""What a language model or a name finder proposed, as it is kept beside what waits.

A review reads the text anew; the proposals it takes from here, so that nobody need be asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from policygraph.errors import DataInvalidError, Problem
from policygraph.model.own import ProposedEntry
from policygraph.reader.reading import LISTS, Reading

__all__ = ["proposed_in", "with_kept"]

_NUMBERS = frozenset({"value", "pct"})
_ELSEWHERE = frozenset({"span", "origin"})


def proposed_in(reading: Reading) -> tuple[ProposedEntry, ...]:
    """The entries of a reading that were proposed, in its order, to be kept."""
    return tuple(
        ProposedEntry(list=name, at=one.span, origin=one.origin, said=_said(one))
        for name in LISTS
        for one in getattr(reading, name)
        if one.origin
    )


def with_kept(reading: Reading, kept: Iterable[ProposedEntry], file: Path) -> Reading:
    """A reading with what was proposed before, but for names that the reader has by now.

    Raises DataInvalidError for an entry of the file that is of no use as it is.
    """
    lists: dict[str, list[Any]] = {name: list(getattr(reading, name)) for name in LISTS}
    for entry in kept:
        try:
            one = _entry(entry)
        except (KeyError, TypeError, ArithmeticError):
            wrong = f"not of the form in which `add` writes it: {entry.list} {entry.at}"
            raise DataInvalidError([Problem(file, 1, "proposed", wrong)]) from None
        if not set(_mentions(one)) & {name for other in lists[entry.list] for name in _mentions(other)}:
            lists[entry.list].append(one)
    ordered = {name: tuple(sorted(found, key=lambda one: one.span)) for name, found in lists.items()}
    return Reading(reading.document, **ordered)


def _said(one: Any) -> dict[str, Any]:
    said = {field.name: getattr(one, field.name) for field in fields(one) if field.name not in _ELSEWHERE}
    return {name: _plain(value) for name, value in said.items() if value not in (None, "")}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else str(value)


def _entry(kept: ProposedEntry) -> Any:
    kind = LISTS[kept.list]
    values = {name: _value(name, value) for name, value in kept.said.items()}
    blank = {field.name: None for field in fields(kind) if field.name not in {*_ELSEWHERE, *values, "why"}}
    return kind(**blank, **values, span=kept.at, origin=kept.origin)


def _value(name: str, value: Any) -> Any:
    if name in _NUMBERS:
        return Decimal(str(value))
    return tuple(value) if isinstance(value, list) else value


def _mentions(one: Any) -> Iterator[str]:
    yield from getattr(one, "mentions", ())
