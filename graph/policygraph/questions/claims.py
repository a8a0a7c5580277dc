"""Questions about claims: growth, credit, targets, rankings, and where they do not agree."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from policygraph.periods import Period
from policygraph.questions.answers import answer
from policygraph.questions.entities import find_iri, find_measure, find_optional
from policygraph.questions.period_text import find_period
from policygraph.store.contract import ReadStore

__all__ = [
    "Credit",
    "Disagreement",
    "GrowthClaim",
    "Place",
    "Said",
    "TargetSet",
    "credited",
    "disagreements",
    "growth_claims",
    "rankings",
    "targets",
    "who_said",
]

_AGENT = ("person", "body")


class GrowthClaim(NamedTuple):
    """A stated rate in per cent, beside a stated value of the period that it is measured against."""

    growth: str
    indicator_name: str
    label: str | None
    rate: Decimal
    basis: str
    status: str
    """Of the rate: actual, or a forecast."""
    value: Decimal | None
    unit: str | None
    base_start: date | None
    base_end: date | None
    base_value: Decimal | None
    base_status: str | None
    base_bound: str | None
    base_doubt: str | None
    base_sources: tuple[str, ...]
    claimant_name: str | None
    source: str
    publisher: str
    published: date | None


class Disagreement(NamedTuple):
    """One of several values for the same thing; `spread` is in per cent of the lowest of them."""

    indicator_name: str
    definition_name: str
    area_name: str
    label: str
    value: Decimal
    unit: str
    spread: Decimal | None
    claimants: tuple[str, ...]
    sources: tuple[str, ...]
    doubts: tuple[str, ...]


class Credit(NamedTuple):
    """A claim that a cause brought about an effect."""

    attribution: str
    claimant: str | None
    claimant_name: str | None
    cause: str | None
    cause_name: str | None
    effect: str | None
    effect_name: str | None
    on: date | None
    source: str
    publisher: str
    published: date | None


class TargetSet(NamedTuple):
    """A commitment beside a figure; `percent`, that figure in per cent of it, only if they are comparable."""

    target: str
    agent_name: str | None
    indicator_name: str
    definition_name: str | None
    value: Decimal
    unit: str
    due: str | None
    due_end: date
    said: date | None
    actual_value: Decimal | None
    actual_label: str | None
    actual_indicator: str | None
    actual_definition: str | None
    actual_source: str | None
    comparable: bool | None
    percent: Decimal | None
    source: str
    publisher: str


class Place(NamedTuple):
    """A place in a list."""

    subject: str
    subject_name: str
    topic: str
    rank: int
    ranker_name: str | None
    year: int
    sources: tuple[str, ...]


class Said(NamedTuple):
    """Something that a source puts in the mouth of a person or body."""

    statement: str
    kind: str
    label: str
    source: str
    publisher: str
    published: date | None


def growth_claims(
    store: ReadStore,
    indicator: str | None = None,
    period: str | Period | None = None,
    area: str | None = None,
) -> list[GrowthClaim]:
    """Stated growth with its stated base; raises EntityNotFoundError, UsageError for no period."""
    return answer(
        store,
        "growth-claims",
        GrowthClaim,
        period=None if period is None else find_period(store, period),
        **find_measure(store, indicator, area),
    )


def disagreements(
    store: ReadStore, indicator: str | None = None, area: str | None = None
) -> list[Disagreement]:
    """Rival values for the same thing, one row each; raises EntityNotFoundError."""
    return answer(store, "disagreements", Disagreement, **find_measure(store, indicator, area))


def credited(
    store: ReadStore, indicator: str | None = None, claimant: str | None = None, cause: str | None = None
) -> list[Credit]:
    """Who credits what with what; raises EntityNotFoundError."""
    return answer(
        store,
        "credited",
        Credit,
        indicator=find_optional(store, indicator, ("indicator",)),
        claimant=find_optional(store, claimant, (*_AGENT, "source")),
        cause=find_optional(store, cause, ("initiative", *_AGENT)),
    )


def targets(store: ReadStore, indicator: str | None = None, agent: str | None = None) -> list[TargetSet]:
    """Targets beside their latest actual; raises EntityNotFoundError."""
    return answer(
        store,
        "targets",
        TargetSet,
        indicator=find_optional(store, indicator, ("indicator",)),
        agent=find_optional(store, agent, _AGENT),
    )


def rankings(store: ReadStore, subject: str | None = None, ranker: str | None = None) -> list[Place]:
    """Places in lists, newest first; raises EntityNotFoundError."""
    return answer(
        store,
        "rankings",
        Place,
        subject=find_optional(store, subject, ("place", "initiative", *_AGENT)),
        ranker=find_optional(store, ranker, _AGENT),
    )


def who_said(store: ReadStore, claimant: str) -> list[Said]:
    """All claims of a person or body, by date; raises EntityNotFoundError."""
    return answer(store, "who-said", Said, claimant=find_iri(store, claimant, _AGENT))
