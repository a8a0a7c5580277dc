"""Records as YAML, in the form in which they are read: no empty fields, periods as texts, one fixed order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from policygraph.model.base import Record
from policygraph.periods import Period

__all__ = ["plain", "yaml_text"]

_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def yaml_text(value: Record | Mapping[str, Any]) -> bytes:
    """The YAML of a record, or of a mapping to records.

    >>> from policygraph.model.registry import Person
    >>> yaml_text({"x": Person(name="X Y", sources=("s1",))}).decode()
    'x:\\n  name: X Y\\n  sources: [s1]\\n'
    """
    text = yaml.dump(
        plain(value),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=None,
        width=110,
    )
    return str(text).encode()


def plain(value: Any) -> Any:
    """Records as mappings of the fields that say something; texts, numbers, lists.

    Raises ValueError for None: an empty field is left out, never written as a word.
    """
    if value is None:
        raise ValueError("None has no place in a file: leave the field out")
    if isinstance(value, Record):
        fields = type(value).model_fields
        return {
            name: plain(found)
            for name in fields
            if (found := getattr(value, name)) != fields[name].get_default(call_default_factory=True)
        }
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Period):
        return str(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value if isinstance(value, int) else str(value)
