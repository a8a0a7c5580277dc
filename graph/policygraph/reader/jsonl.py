"""Readings as rows: the form of the annotated corpus, and for every entry where in the text it stands.

An entry has `evidence: [start, end]`, in code points of the text; one that resolved has the `entity`'s IRI
and a sentence, `why`; one that was proposed has its `origin`; a change in percentage points has that `unit`.
Numbers are whole where they can be.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from decimal import Decimal
from typing import Any, NamedTuple

from policygraph.reader.document import Document
from policygraph.reader.reading import LISTS, Reading

__all__ = ["line_of", "row_of"]

_QUOTED = frozenset({"figures", "growths", "actions", "attributions"})


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


_PLAIN: Mapping[str, Callable[[Any], object]] = {
    "value": _number, "pct": _number, "mentions": list, "target_groups": list,
}  # fmt: skip
"""What JSON has no word for, by the field that holds it."""


class _Form(NamedTuple):
    """How the entries of a list are written."""

    quoted: bool
    always: tuple[tuple[str, Callable[[Any], object] | None], ...]
    """Fields, and what makes of their values what JSON has a word for."""
    if_set: tuple[str, ...]
    """Fields that most entries say nothing in: those with a default."""


def _form(name: str, kind: type[Any]) -> _Form:
    told = [field for field in fields(kind) if field.name != "span"]
    always = tuple((one.name, _PLAIN.get(one.name)) for one in told if one.default is MISSING)
    return _Form(name in _QUOTED, always, tuple(one.name for one in told if one.default is not MISSING))


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
    for field, make in form.always:
        value = getattr(one, field)
        entry[field] = make(value) if make else value
    for field in form.if_set:
        if value := getattr(one, field):
            entry[field] = value
    entry["evidence"] = [start, end]
    return entry
