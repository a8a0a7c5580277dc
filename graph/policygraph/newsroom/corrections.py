"""The fields that a person corrects, as the record has them.

1. A list is written with commas: `by=mirela-strandvik,treasury`.
2. `id` and `at` are not for correcting: the one follows from the fact, the other is where it was read.
3. A field that the record has not is refused with those that it has; `growth.rate` is one within a field.
4. Of a name, the entity that it means can be corrected; it has to be in the registry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from policygraph.curated.pack import LoadedPack
from policygraph.errors import UsageError
from policygraph.model.sources import Source
from policygraph.resolve.resolved import ALIASES, NAMES, Candidate

__all__ = ["checked"]

_FIXED = frozenset({"id", "at"})


def checked(pack: LoadedPack, read: Candidate, fields: Mapping[str, str]) -> dict[str, Any]:
    """The corrections of what was read, lists as lists; raises UsageError by the rules above."""
    if read.kind in {ALIASES, NAMES}:
        return _of_name(pack, read, fields)
    if fixed := sorted(_FIXED & set(fields)):
        raise UsageError(f"{read.key}: {fixed[0]} cannot be corrected; reject the fact if it is wrong")
    known = sorted(_fields(_record(read.kind)))
    if unknown := sorted(set(fields) - set(known)):
        raise UsageError(f"{read.key}: no field {unknown[0]}; the fields are {', '.join(known)}")
    lists = _lists(read.kind)
    return {name: _split(value) if name in lists and value else value for name, value in fields.items()}


def _of_name(pack: LoadedPack, read: Candidate, fields: Mapping[str, str]) -> dict[str, Any]:
    """Rule 4."""
    part = str(read.fact["kind"])
    for name, value in fields.items():
        if name != "entity":
            raise UsageError(f"{read.key}: {name} cannot be corrected; write entity=ID, or reject the name")
        if value not in getattr(pack, part):
            raise UsageError(f"{read.key}: entity: there is no {value!r} among the {part} of the registry")
    return dict(fields)


def _record(kind: str) -> type[BaseModel]:
    found: type[BaseModel] = get_args(Source.model_fields[kind].annotation)[0]
    return found


def _fields(record: type[BaseModel], within: str = "") -> Iterator[str]:
    """The fields of a record that can be corrected, those within a field by both names."""
    for name, field in record.model_fields.items():
        inner = [one for one in get_args(field.annotation) if isinstance(one, type)]
        parts = [one for one in inner if issubclass(one, BaseModel)]
        if parts:
            yield from _fields(parts[0], f"{name}.")
        elif name not in _FIXED:
            yield f"{within}{name}"


def _lists(kind: str) -> frozenset[str]:
    """The fields of this kind of fact that are lists."""
    fields = _record(kind).model_fields.items()
    return frozenset(name for name, field in fields if get_origin(field.annotation) is tuple)


def _split(value: str) -> list[str]:
    return [one.strip() for one in value.split(",") if one.strip()]
