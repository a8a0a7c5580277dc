"""The form of an answer: the JSON Schema that a model is bound to, and the check of what it sends.

Lists, fields and codes are those of `ontology/lexicon/proposals.yaml`.

1. A field is `text`, `texts`, `number`, or one of a list of codes; `?` allows null, `*` any number of them.
2. An entry with a field too many is read without it; with one too few, of the wrong kind, too long or with
   an unknown code, it is refused, and the others count.
3. No list is read further than `MOST` entries.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from policygraph.lexicon import groups, section
from policygraph.proposers.contract import Proposal, Refused

__all__ = ["MOST", "entries_of", "schema"]

MOST = 400
"""Entries of a list, and more than an article has."""
_LONGEST = 1000
"""Characters of a text; no sentence is longer."""
_MENTIONS = 20


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of an answer, as strict as servers ask for.

    >>> schema()["properties"]["people"]["items"]["properties"]["post"]
    {'type': ['string', 'null']}
    """
    return _object({name: {"type": "array", "items": _object(_fields(name))} for name in section(*_FORM)})


_FORM = ("proposals", "form")


def _fields(name: str) -> dict[str, Any]:
    return {field: _type(kind) for field, kind in section(*_FORM)[name].items()}


def _object(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def _type(kind: str) -> dict[str, Any]:
    bare = kind.rstrip("?*")
    if bare == "texts":
        return {"type": "array", "items": {"type": "string"}}
    if bare in {"text", "number"}:
        plain = "string" if bare == "text" else "number"
        return {"type": [plain, "null"] if kind.endswith("?") else plain}
    codes: list[str | None] = [*_codes(bare)]
    if kind.endswith("?"):
        return {"type": ["string", "null"], "enum": [*codes, None]}
    one: dict[str, Any] = {"type": "string", "enum": codes}
    return {"type": "array", "items": one} if kind.endswith("*") else one


def _codes(name: str) -> tuple[str, ...]:
    return groups("proposals", "codes")[name]


def entries_of(answer: Mapping[str, Any], origin: str) -> list[Proposal | Refused]:
    """Every entry of an answer, as a proposal or as refused for its form."""
    found: list[Proposal | Refused] = []
    for name, fields in section(*_FORM).items():
        entries = answer.get(name) or []
        if not isinstance(entries, list):
            found.append(Refused(name, "…", "is no list"))
            continue
        found += [_entry(name, fields, entry, origin) for entry in entries[:MOST]]
        if len(entries) > MOST:
            found.append(Refused(name, "…", f"{len(entries) - MOST:,} entries after the first {MOST}"))
    return found


def _entry(name: str, fields: Mapping[str, str], entry: object, origin: str) -> Proposal | Refused:
    if not isinstance(entry, dict):
        return Refused(name, "…", "is no object")
    proposal = Proposal(name, {field: entry.get(field) for field in fields}, origin)
    for field, kind in fields.items():
        if not _fits(kind, proposal.said[field]):
            return Refused.of(proposal, f"its {field} is not of the form asked for")
    return proposal


def _fits(kind: str, value: object) -> bool:
    bare = kind.rstrip("?*")
    if value is None:
        return kind.endswith("?")
    if bare == "number":
        return isinstance(value, int | Decimal) and not isinstance(value, bool)
    if bare == "texts" or kind.endswith("*"):
        one = "text" if bare == "texts" else bare
        return (
            isinstance(value, list)
            and len(value) <= _MENTIONS
            and (bool(value) or bare != "texts")
            and all(_fits(one, item) for item in value)
        )
    if not isinstance(value, str) or len(value) > _LONGEST:
        return False
    return bool(value.strip()) if bare == "text" else value in _codes(bare)
