"""Questions about promises: the life of what was announced, and how far what was to be reached got."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from policygraph.questions.answers import answer
from policygraph.questions.entities import find_optional
from policygraph.store.contract import ReadStore

__all__ = ["Promise", "PromisedTarget", "promised_targets", "promises"]

_AGENT = ("person", "body")


class Promise(NamedTuple):
    """The life of an initiative up to `as_of`.

    `life` holds an entry for each step and actor, as `2021-08-10 announced by NAME`, in order of time;
    `since` is the first day of what the source states, `since_stated`.
    Nothing newer than `last_evidence` says anything of it, which does not mean that nothing happened.
    """

    initiative: str
    name: str
    lead_name: str | None
    status: str
    lifecycle: str
    since: date | None
    since_stated: str | None
    life: tuple[str, ...]
    superseded_by: tuple[str, ...]
    credits: tuple[str, ...]
    last_evidence: date | None
    days_silent: int | None
    as_of: date


class PromisedTarget(NamedTuple):
    """A target, the latest figure beside it, and a comparable figure of the time at which it was due.

    `said` is the date of the first source that tells of it; `bound` and `due_kind` are codes.
    """

    target: str
    agent_name: str | None
    indicator_name: str
    definition_name: str | None
    note: str | None
    value: Decimal
    unit: str
    bound: str | None
    due: str | None
    due_start: date
    due_end: date
    due_kind: str | None
    said: date | None
    sources: tuple[str, ...]
    initiative_name: str | None
    reported: tuple[str, ...]
    moved_to: tuple[str, ...]
    actual_value: Decimal | None
    actual_label: str | None
    actual_end: date | None
    actual_indicator: str | None
    actual_definition: str | None
    actual_source: str | None
    comparable: bool | None
    due_value: Decimal | None
    due_label: str | None
    due_source: str | None
    as_of: date


def promises(
    store: ReadStore, by: str | None = None, status: str | None = None, on: date | None = None
) -> list[Promise]:
    """What was promised, by name; raises EntityNotFoundError for an unknown person or body.

    An unknown stage raises CodeNotFoundError, with all stages.
    """
    return answer(
        store,
        "promises",
        Promise,
        by=find_optional(store, by, _AGENT),
        status=find_optional(store, status, ("stage",)),
        on=on,
    )


def promised_targets(store: ReadStore, by: str | None = None, on: date | None = None) -> list[PromisedTarget]:
    """What was to be reached, and the figures beside it; raises EntityNotFoundError.

    Of what no dated source tells of, nobody knows that it had been said by a day: `on` leaves it out.
    """
    return answer(store, "promised-targets", PromisedTarget, by=find_optional(store, by, _AGENT), on=on)
