"""What people, initiatives and bodies were and did, as the audit looks at it; named as in `counted`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from policygraph.periods import Period

__all__ = ["BodyRecord", "InitiativeRecord", "Money", "StepRecord", "TenureRecord"]


@dataclass(frozen=True, slots=True)
class TenureRecord:
    """A person in a post: from `start` to `end`, or seen between `seen_from` and `seen_until`."""

    iri: str
    person: str
    post: str
    sources: tuple[str, ...]
    start: Period | None = None
    """As stated: a day, month or year."""
    end: Period | None = None
    seen_from: date | None = None
    seen_until: date | None = None
    capacity: str = "substantive"
    label: str = ""
    acts_for: str | None = None
    """The post whose duties this one has, as an acting governor the governor's."""


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One event in the life of an initiative."""

    iri: str
    initiative: str
    stage: str
    order: int
    """Place of the stage in a life."""
    lifecycle: str
    """planned, active, paused or ended."""
    sources: tuple[str, ...]
    date: Period | None = None
    """As stated: a day, month or year."""
    actors: tuple[str, ...] = ()
    modality: str = "done"
    label: str = ""
    place: str | None = None
    """Where it happened, where the source says so: a programme is launched in one city after another."""


@dataclass(frozen=True, slots=True)
class Money:
    """A sum that belongs to an initiative."""

    iri: str
    initiative: str
    role: str
    value: Decimal
    step: Decimal
    unit: str
    source: str
    label: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class InitiativeRecord:
    """A policy measure and the names it goes by."""

    iri: str
    names: tuple[str, ...]
    lead: str | None = None
    places: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """An organisation and the bodies it is said to be part of."""

    iri: str
    name: str
    parents: tuple[str, ...] = ()
