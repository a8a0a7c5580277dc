"""The fields that a person corrects, as the record has them.

1. A list is written with commas: `by=mirela-strandvik,treasury`.
2. `id` and `at` are not for correcting: the one follows from the fact, the other is where it was read.
3. Of a name, the entity that it means can be corrected; it has to be in the registry.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_origin

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
    lists = _lists(read.kind)
    return {name: _split(value) if name in lists and value else value for name, value in fields.items()}


def _of_name(pack: LoadedPack, read: Candidate, fields: Mapping[str, str]) -> dict[str, Any]:
    """Rule 3."""
    part = str(read.fact["kind"])
    for name, value in fields.items():
        if name != "entity":
            raise UsageError(f"{read.key}: {name} cannot be corrected; write entity=ID, or reject the name")
        if value not in getattr(pack, part):
            raise UsageError(f"{read.key}: entity: there is no {value!r} among the {part} of the registry")
    return dict(fields)


def _lists(kind: str) -> frozenset[str]:
    """The fields of this kind of fact that are lists."""
    record = get_args(Source.model_fields[kind].annotation)[0]
    return frozenset(
        name for name, field in record.model_fields.items() if get_origin(field.annotation) is tuple
    )


def _split(value: str) -> list[str]:
    return [one.strip() for one in value.split(",") if one.strip()]
