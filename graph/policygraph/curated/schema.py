"""The JSON Schemas of the data files, from the records that read them.

What a field is stands under it in the code, and is read from there: only here, since to read the code takes
longer than many a command.
"""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter

from policygraph.curated.load import REGISTRY
from policygraph.model.base import Record
from policygraph.model.registry import Pack
from policygraph.model.sources import Brief, Source

__all__ = ["schemas"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """File name -> JSON Schema, one for each kind of data file.

    >>> sorted(schemas())[:2]
    ['bodies.schema.json', 'brief.schema.json']
    """
    kinds: dict[str, Any] = {"pack": Pack, "source": Source, "brief": Brief}
    kinds |= {name: dict[str, record] for name, record in REGISTRY.items()}  # type: ignore[valid-type]
    return {f"{name}.schema.json": _text(name, kind) for name, kind in sorted(kinds.items())}


def _text(name: str, kind: Any) -> str:
    schema = {
        "$schema": _DIALECT,
        "$id": f"https://w3id.org/policygraph/schema/{name}.schema.json",
        **_described(TypeAdapter(kind).json_schema()),
    }
    return json.dumps(_widened(schema), ensure_ascii=False, indent=2) + "\n"


def _described(schema: dict[str, Any]) -> dict[str, Any]:
    """With what is said of each field."""
    records = {record.__name__: record for record in _records(Record)}
    for part in (schema, *schema.get("$defs", {}).values()):
        said = _said(records[part["title"]]) if part.get("title") in records else {}
        for name, field in part.get("properties", {}).items():
            if name in said:
                part["properties"][name] = dict(sorted({**field, "description": said[name]}.items()))
    return schema


def _records(base: type[Record]) -> Iterator[type[Record]]:
    for record in base.__subclasses__():
        yield record
        yield from _records(record)


def _said(record: type[Record]) -> dict[str, str]:
    """Field -> the text under it, in the record or in what it is made of."""
    found: dict[str, str] = {}
    for one in reversed(record.__mro__):
        if issubclass(one, Record):
            written = ast.parse(inspect.getsource(one)).body[0]
            found.update(_pairs(ast.iter_child_nodes(written)))
    return found


def _pairs(lines: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    for field, under in pairwise(lines):
        match field, under:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                yield name, inspect.cleandoc(text)


def _widened(part: Any) -> Any:
    """YAML reads `303` and `2023` as numbers where the records take texts; the schema allows both."""
    if isinstance(part, list):
        return [_widened(item) for item in part]
    if not isinstance(part, dict):
        return part
    wide = {key: _widened(value) for key, value in part.items()}
    if wide.get("type") == "string":
        wide["type"] = ["string", "number"]
    return wide
