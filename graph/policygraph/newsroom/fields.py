"""The fields of a fact that a person may give in a review, and what each takes.

1. They are those of the record, but for `id`, which follows from the fact, and `at`, where it was read;
   `growth.rate` is one within a field.
2. A figure may be given an `initiative` and a `role` too, and a sum an `indicator`: it is then the other of
   the two (see `resolve.recast`).
3. Of a name, the entity that it means may be given; of one that would be a new measure, the kind of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from policygraph.curated.references import CONCEPTS, ENTITIES, kinds_of
from policygraph.model.facts import Growth
from policygraph.model.registry import Initiative
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.periods import Period
from policygraph.resolve.recast import GAINED
from policygraph.resolve.resolved import ALIASES, FACTS, NAMES

__all__ = ["FIXED", "Field", "field_table", "fields_of"]

FIXED = frozenset({"id", "at"})
_NUMBERS = frozenset({"value", "growth.rate"})
_SCHEMES: dict[type[Any], dict[str, str]] = {**CONCEPTS, Growth: {"basis": "basis"}}


@dataclass(frozen=True)
class Field:
    """One field: its name, and whether it takes a code of a scheme, an id of some parts, a list, a period."""

    name: str
    scheme: str = ""
    parts: tuple[str, ...] = ()
    is_list: bool = False
    is_period: bool = False
    is_number: bool = False


def fields_of(kind: str) -> dict[str, Field]:
    """The fields of a kind of fact (`figures`, `steps`, ..., `aliases`, `names`), by name."""
    if kind in {ALIASES, NAMES}:
        entity = Field("entity", parts=("people", "bodies", "initiatives"))
        measure = Field("measure", CONCEPTS[Initiative]["kind"])
        return {one.name: one for one in ((entity,) if kind == ALIASES else (entity, measure))}
    found = {one.name: one for one in _of_record(FACTS[kind])}
    for name, other in GAINED.get(kind, {}).items():
        found.setdefault(name, next(one for one in _of_record(FACTS[other]) if one.name == name))
    return dict(sorted(found.items()))


def field_table(vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    """Kind of fact, field, and what it takes in words."""
    for kind in (*FACTS, ALIASES, NAMES):
        for name, one in fields_of(kind).items():
            yield kind, name, _takes(one, vocabulary)


def _takes(one: Field, vocabulary: Vocabulary) -> str:
    if one.scheme:
        return f"one of {', '.join(vocabulary.concepts(one.scheme))}"
    if one.parts:
        what = f"the id of the {kinds_of(one.parts)}"
        if one.parts == ("posts",):
            return f"{what}, or OFFICE, BODY for a new one, BODY an id: post='Chairman, rivers-board'"
        return f"{what}, or several with commas" if one.is_list else what
    if one.is_period:
        return "a day, month, year, START/END or fiscal year: 2025-10, 2025-07/2025-09, FY2024-25"
    return "a number as printed, without commas" if one.is_number else "words"


def _of_record(record: type[Any], within: str = "") -> Iterator[Field]:
    for name, field in record.model_fields.items():
        if name in FIXED:
            continue
        inner = [one for one in get_args(field.annotation) if isinstance(one, type)]
        parts = [one for one in inner if issubclass(one, BaseModel)]
        if parts:
            yield from _of_record(parts[0], f"{name}.")
            continue
        yield Field(
            f"{within}{name}",
            _SCHEMES.get(record, {}).get(name, ""),
            ENTITIES.get(record, {}).get(name, ()),
            get_origin(field.annotation) is tuple,
            Period in _within(field.annotation),
            f"{within}{name}" in _NUMBERS,
        )


def _within(annotation: Any) -> Iterator[Any]:
    """A type and those that it is made of."""
    yield annotation
    for one in get_args(annotation):
        yield from _within(one)
