"""Questions about what came before and after an initiative: an order in time, never a cause."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from policygraph.questions.answers import answer
from policygraph.questions.entities import find_iri, find_optional
from policygraph.store.contract import ReadStore

__all__ = ["NearbyStep", "Outcome", "outcomes", "steps_nearby"]


class Outcome(NamedTuple):
    """A figure of the preferred series; `side` is where its period lies: before, during, after the steps."""

    period_kind: str
    start: date
    end: date
    label: str
    value: Decimal
    unit: str
    status: str
    side: str
    steps: tuple[str, ...]
    indicator_name: str
    area_name: str
    definition_name: str
    claimant_name: str | None
    doubt: str | None
    figure: str
    source: str
    published: date | None


class NearbyStep(NamedTuple):
    """A step of another initiative; `on` is the first day of what the source states."""

    initiative: str
    name: str
    stage: str
    on: date
    date_stated: str | None
    actors: tuple[str, ...]
    sources: tuple[str, ...]


def outcomes(
    store: ReadStore, initiative: str, indicator: str | None = None, months: int = 12
) -> list[Outcome]:
    """The preferred series around an initiative's steps; raises EntityNotFoundError.

    Empty where no step of it is dated, or no figure lies near.
    """
    return answer(
        store,
        "outcomes",
        Outcome,
        initiative=find_iri(store, initiative, ("initiative",)),
        indicator=find_optional(store, indicator, ("indicator",)),
        months=months,
    )


def steps_nearby(store: ReadStore, initiative: str, months: int = 12) -> list[NearbyStep]:
    """What other initiatives did in the same time; raises EntityNotFoundError."""
    iri = find_iri(store, initiative, ("initiative",))
    return answer(store, "steps-nearby", NearbyStep, initiative=iri, months=months)
