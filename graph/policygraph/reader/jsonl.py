"""Readings as rows: the form of the annotated corpus, and for every entry where in the text it stands.

An entry has `evidence: [start, end]`, in code points of the text; one that resolved has the `entity`'s IRI
and a sentence, `why`; one that was proposed has its `origin`. Numbers are whole where they can be.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from policygraph.reader.document import Document
from policygraph.reader.reading import LISTS, Reading

__all__ = ["line_of", "row_of"]

_QUOTED = frozenset({"figures", "growths", "actions", "attributions"})
_ONLY_IF_SET = frozenset({"entity", "why", "origin"})
_FIELDS = {
    kind: tuple(field.name for field in fields(kind) if field.name != "span") for kind in LISTS.values()
}


def row_of(document: Document, reading: Reading) -> dict[str, Any]:
    """A reading as one object."""
    row: dict[str, Any] = {"id": document.id}
    for name in LISTS:
        row[name] = [_entry(document.text, name, one) for one in getattr(reading, name)]
    return row


def line_of(row: Mapping[str, Any]) -> str:
    """A row as one line of JSON, its end of line included."""
    return json.dumps(row, ensure_ascii=False) + "\n"


def _entry(text: str, name: str, one: Any) -> dict[str, Any]:
    start, end = one.span
    entry: dict[str, Any] = {"quote": text[start:end]} if name in _QUOTED else {}
    for field in _FIELDS[type(one)]:
        value = getattr(one, field)
        if value or field not in _ONLY_IF_SET:
            entry[field] = _plain(value)
    entry["evidence"] = [start, end]
    return entry


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value
