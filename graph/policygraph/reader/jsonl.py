"""Readings as rows: the form of the annotated corpus, and for every entry where in the text it stands.

An entry has `evidence: [start, end]`, in code points of the text; one that resolved has the `entity`'s IRI
and a sentence, `why`; one that was proposed has its `origin`. Numbers are whole where they can be.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple

from policygraph.reader.document import Document
from policygraph.reader.reading import LISTS, Reading

__all__ = ["line_of", "row_of"]

_QUOTED = frozenset({"figures", "growths", "actions", "attributions"})
_ONLY_IF_SET = frozenset({"entity", "why", "origin"})


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


_PLAIN: Mapping[str, Callable[[Any], object]] = {
    "value": _number, "pct": _number, "mentions": list, "target_groups": list,
}  # fmt: skip
"""What JSON has no word for, by the field that holds it."""


class _Form(NamedTuple):
    """How the entries of a list are written."""

    names: tuple[str, ...]
    values: Callable[[Any], tuple[Any, ...]]
    """Of those names."""
    plain: tuple[tuple[str, Callable[[Any], object]], ...]
    if_set: tuple[str, ...]
    quoted: bool


def _form(name: str, kind: type[Any]) -> _Form:
    names = tuple(field.name for field in fields(kind) if field.name != "span")
    plain = tuple((one, make) for one, make in _PLAIN.items() if one in names)
    if_set = tuple(one for one in names if one in _ONLY_IF_SET)
    return _Form(names, attrgetter(*names), plain, if_set, name in _QUOTED)


_FORMS = {name: _form(name, kind) for name, kind in LISTS.items()}


def row_of(document: Document, reading: Reading) -> dict[str, Any]:
    """A reading as one object."""
    row: dict[str, Any] = {"id": document.id}
    for name, form in _FORMS.items():
        row[name] = [_entry(document.text, form, one) for one in getattr(reading, name)]
    return row


def line_of(row: Mapping[str, Any]) -> str:
    """A row as one line of JSON, its end of line included."""
    return json.dumps(row, ensure_ascii=False) + "\n"


def _entry(text: str, form: _Form, one: Any) -> dict[str, Any]:
    start, end = one.span
    entry: dict[str, Any] = {"quote": text[start:end]} if form.quoted else {}
    entry.update(zip(form.names, form.values(one), strict=True))
    for field, make in form.plain:
        entry[field] = make(entry[field])
    for field in form.if_set:
        if not entry[field]:
            del entry[field]
    entry["evidence"] = [start, end]
    return entry
