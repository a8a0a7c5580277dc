"""Questions about initiatives: whom they are for, what became of them, what they cost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from policygraph.questions.answers import answer
from policygraph.questions.entities import find_iri, find_optional
from policygraph.store.contract import ReadStore

__all__ = [
    "Announced",
    "InitiativeFor",
    "InitiativeStatus",
    "Instrumented",
    "Money",
    "Silent",
    "TimelineStep",
    "announced_and_silent",
    "initiative_status",
    "initiative_timeline",
    "initiatives_announced_under",
    "initiatives_by_instrument",
    "initiatives_for",
    "money_committed",
]


class InitiativeFor(NamedTuple):
    """An initiative for a target group, with its first announcement and its first day at work."""

    initiative: str
    name: str
    kind: str
    lead: str | None
    lead_name: str | None
    status: str | None
    status_since: date | None
    announced: date | None
    started: date | None
    instruments: tuple[str, ...]


class Instrumented(NamedTuple):
    """An initiative and an instrument that it uses."""

    initiative: str
    name: str
    instrument: str
    instrument_name: str
    kind: str
    lead: str | None
    lead_name: str | None
    status: str | None
    status_since: date | None


class TimelineStep(NamedTuple):
    """A step in the life of an initiative; `on` is the first day of what the source states."""

    step: str
    stage: str
    on: date | None
    date_stated: str | None
    modality: str
    place_name: str | None
    stated: str | None
    actors: tuple[str, ...]
    sources: tuple[str, ...]


class Announced(NamedTuple):
    """An initiative first announced, from `announced` to `until`, in a tenure from `start` to `end`.

    `certainty` is dated, imprecise or end-not-known.
    """

    initiative: str
    name: str
    announced: date
    until: date
    certainty: str
    post: str
    title: str
    start: date
    end: date | None
    lead_name: str | None
    status: str | None
    announced_by: tuple[str, ...]


class Silent(NamedTuple):
    """An initiative that got no further; nothing newer than `last_evidence` is known of it."""

    initiative: str
    name: str
    lead_name: str | None
    announced: date | None
    last_evidence: date
    days_silent: int
    plans: tuple[str, ...]
    announced_by: tuple[str, ...]


class InitiativeStatus(NamedTuple):
    """Where an initiative stands; `lifecycle` is planned, active, paused or ended."""

    initiative: str
    name: str
    kind: str
    lead_name: str | None
    status: str
    lifecycle: str
    since: date | None
    steps: int
    last_evidence: date | None


class Money(NamedTuple):
    """A sum that belongs to an initiative, in whole units of its currency, and all sources that state it."""

    initiative: str
    name: str
    role: str
    value: Decimal
    unit: str
    printed: str | None
    lead_name: str | None
    status: str | None
    sources: tuple[str, ...]


def initiatives_for(store: ReadStore, group: str) -> list[InitiativeFor]:
    """The initiatives for a target group; raises EntityNotFoundError for an unknown group."""
    return answer(store, "initiatives-for", InitiativeFor, group=find_iri(store, group, ("target-group",)))


def initiatives_by_instrument(store: ReadStore, instrument: str) -> list[Instrumented]:
    """The initiatives that use an instrument or a narrower one; raises EntityNotFoundError."""
    concept = find_iri(store, instrument, ("instrument",))
    return answer(store, "initiatives-by-instrument", Instrumented, instrument=concept)


def initiative_timeline(store: ReadStore, initiative: str) -> list[TimelineStep]:
    """The steps of an initiative in order of time; raises EntityNotFoundError."""
    iri = find_iri(store, initiative, ("initiative",))
    return answer(store, "initiative-timeline", TimelineStep, initiative=iri)


def initiatives_announced_under(store: ReadStore, person: str, post: str | None = None) -> list[Announced]:
    """What was announced while a person was in office; raises EntityNotFoundError."""
    return answer(
        store,
        "initiatives-announced-under",
        Announced,
        person=find_iri(store, person, ("person",)),
        post=find_optional(store, post, ("post",)),
    )


def announced_and_silent(
    store: ReadStore, stage: str = "announced", as_of: date | None = None, min_days: int = 180
) -> list[Silent]:
    """What was announced and not heard of for `min_days`, longest silence first.

    Raises CodeNotFoundError for an unknown stage.
    """
    concept = find_iri(store, stage, ("stage",))
    return answer(store, "announced-and-silent", Silent, stage=concept, as_of=as_of, min_days=min_days)


def initiative_status(
    store: ReadStore, lifecycle: str | None = None, kind: str | None = None
) -> list[InitiativeStatus]:
    """Where the initiatives stand; raises CodeNotFoundError for an unknown kind or lifecycle."""
    concept = find_optional(store, kind, ("initiative-kind",))
    return answer(store, "initiative-status", InitiativeStatus, lifecycle=lifecycle, kind=concept)


def money_committed(store: ReadStore, initiative: str | None = None, unit: str | None = None) -> list[Money]:
    """The sums that belong to initiatives, largest first within a currency; raises EntityNotFoundError."""
    return answer(
        store,
        "money-committed",
        Money,
        initiative=find_optional(store, initiative, ("initiative",)),
        unit=find_optional(store, unit, ("unit",)),
    )
