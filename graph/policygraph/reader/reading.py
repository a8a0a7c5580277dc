"""What a reader takes from a document: facts, each with the run of characters that says so.

The fields are those of the annotated corpus, so that a reading can be scored as it is. A span is the
start and end of a run of code points of the document's text, the end not included; the quote is that run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

__all__ = [
    "LISTS",
    "ReadAction",
    "ReadAttribution",
    "ReadBody",
    "ReadFigure",
    "ReadGrowth",
    "ReadInitiative",
    "ReadPerson",
    "Reading",
    "Span",
]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A stated level: value in base units (303000000), unit an ISO 4217 code, `count` or `percent`."""

    span: Span
    indicator: str
    value: Decimal
    unit: str
    period: str | None
    """First and last month, `2023-12/2023-12`, or a day; None where text and date do not settle it."""
    status: str
    """actual, target, forecast or commitment."""
    origin: str = ""
    """Who proposed it, where the reader did not read it itself: `llm MODEL`, `spacy MODEL`."""


@dataclass(frozen=True, slots=True)
class ReadGrowth:
    """A stated change in per cent, or in percentage points; a fall is negative."""

    span: Span
    indicator: str
    pct: Decimal
    basis: str | None
    """yoy, mom, qoq, or None."""
    period: str | None
    unit: str = ""
    """`points` for percentage points; nothing for per cent."""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """A named person; the distinct surface strings, the longest first, without honorifics."""

    span: Span
    mentions: tuple[str, ...]
    post: str | None
    body: str | None
    entity: str | None = None
    """IRI of the registered entity, where it resolved."""
    why: str = ""
    """A sentence that says why it resolved, or did not."""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ReadBody:
    """A named organisation."""

    span: Span
    mentions: tuple[str, ...]
    acronym: str | None
    kind: str
    entity: str | None = None
    why: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ReadInitiative:
    """A named or clearly described policy measure."""

    span: Span
    mentions: tuple[str, ...]
    kind: str
    target_groups: tuple[str, ...]
    entity: str | None = None
    why: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ReadAction:
    """Someone does something to a measure or a body."""

    span: Span
    actor: str
    action: str
    object: str
    status: str
    """done or planned."""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ReadAttribution:
    """Someone says that one thing led to another; `claimant` is `article` for the writer's own voice."""

    span: Span
    claimant: str
    cause: str
    effect: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was taken from one document, in the order of the text."""

    document: str
    figures: tuple[ReadFigure, ...] = ()
    growths: tuple[ReadGrowth, ...] = ()
    people: tuple[ReadPerson, ...] = ()
    bodies: tuple[ReadBody, ...] = ()
    initiatives: tuple[ReadInitiative, ...] = ()
    actions: tuple[ReadAction, ...] = ()
    attributions: tuple[ReadAttribution, ...] = ()


LISTS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "figures": ReadFigure,
        "growths": ReadGrowth,
        "people": ReadPerson,
        "bodies": ReadBody,
        "initiatives": ReadInitiative,
        "actions": ReadAction,
        "attributions": ReadAttribution,
    }
)
"""What a reading holds, in this order, and the entry of each list."""
