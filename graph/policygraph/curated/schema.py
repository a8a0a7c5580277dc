"""The JSON Schemas of the data files, from the records that read them."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from policygraph.curated.load import REGISTRY
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
        **TypeAdapter(kind).json_schema(),
    }
    return json.dumps(_widened(schema), ensure_ascii=False, indent=2) + "\n"


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
