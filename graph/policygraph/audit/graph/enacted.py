"""Records of people in posts, of initiatives with their steps and money, and of bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from policygraph.audit.graph.evidence import Evidence
from policygraph.audit.graph.nodes import Nodes, code
from policygraph.audit.records.life_records import (
    BodyRecord,
    InitiativeRecord,
    Money,
    StepRecord,
    TenureRecord,
)
from policygraph.periods import Period
from policygraph.terms import DCT, ORG, PG, SDMX_ATTRIBUTE, SKOS

__all__ = ["WANTED", "bodies", "initiatives", "money", "steps", "tenures"]

_MEMBER: Final = ORG.member.value
_POST: Final = PG.post.value
_CAPACITY: Final = PG.capacity.value
_START: Final = PG.start.value
_END: Final = PG.end.value
_START_STATED: Final = PG.startStated.value
_END_STATED: Final = PG.endStated.value
_SEEN_FROM: Final = PG.attestedFrom.value
_SEEN_UNTIL: Final = PG.attestedUntil.value
_ACTS_FOR: Final = PG.actsFor.value
_INITIATIVE: Final = PG.initiative.value
_STAGE: Final = PG.stage.value
_ORDER: Final = PG.order.value
_LIFECYCLE: Final = PG.lifecycle.value
_DATE: Final = PG.date.value
_DATE_END: Final = PG.dateEnd.value
_DATE_STATED: Final = PG.dateStated.value
_ACTOR: Final = PG.actor.value
_MODALITY: Final = PG.modality.value
_ROLE: Final = PG.role.value
_AMOUNT: Final = PG.amountValue.value
_UNIT: Final = SDMX_ATTRIBUTE.unitMeasure.value
_STEP: Final = PG.roundingStep.value
_LEAD: Final = PG.leadBody.value
_PLACE: Final = DCT.spatial.value
_KIND: Final = PG.initiativeKind.value
_ALSO: Final = SKOS.altLabel.value
_PARENT: Final = ORG.subOrganizationOf.value

WANTED: Final = (
    *(_MEMBER, _POST, _CAPACITY, _START, _END, _START_STATED, _END_STATED, _SEEN_FROM, _SEEN_UNTIL),
    *(_ACTS_FOR, _INITIATIVE, _STAGE, _ORDER, _LIFECYCLE, _DATE, _DATE_END, _DATE_STATED, _ACTOR),
    *(_MODALITY, _ROLE, _AMOUNT, _UNIT, _STEP, _LEAD, _PLACE, _KIND, _ALSO, _PARENT),
)
"""The properties that are read here."""


def tenures(nodes: Nodes, evidence: Evidence) -> Iterator[TenureRecord]:
    """People in posts."""
    for iri in nodes.of_class(PG.Tenure.value):
        person, post = nodes.one(iri, _MEMBER), nodes.one(iri, _POST)
        if person and post:
            yield TenureRecord(
                iri=iri,
                person=person,
                post=post,
                sources=evidence.sources(iri),
                start=_when(nodes, iri, _START_STATED, _START, _START),
                end=_when(nodes, iri, _END_STATED, _END, _END),
                seen_from=nodes.day(iri, _SEEN_FROM),
                seen_until=nodes.day(iri, _SEEN_UNTIL),
                capacity=code(nodes.one(iri, _CAPACITY)) or "substantive",
                label=nodes.names.get(iri, ""),
                acts_for=nodes.one(post, _ACTS_FOR),
            )


def steps(nodes: Nodes, evidence: Evidence) -> Iterator[StepRecord]:
    """Events in the lives of initiatives."""
    for iri in nodes.of_class(PG.Step.value):
        initiative, stage = nodes.one(iri, _INITIATIVE), nodes.one(iri, _STAGE)
        if initiative and stage:
            yield StepRecord(
                iri=iri,
                initiative=initiative,
                stage=code(stage) or "",
                order=nodes.whole(stage, _ORDER) or 0,
                lifecycle=nodes.one(stage, _LIFECYCLE) or "",
                sources=evidence.sources(iri),
                date=_when(nodes, iri, _DATE_STATED, _DATE, _DATE_END),
                actors=nodes.all(iri, _ACTOR),
                modality=code(nodes.one(iri, _MODALITY)) or "done",
                place=nodes.one(iri, _PLACE),
                label=nodes.names.get(iri, ""),
            )


def money(nodes: Nodes, evidence: Evidence) -> Iterator[Money]:
    """Sums that belong to initiatives; one that several sources give is that of the first."""
    for iri in nodes.of_class(PG.Amount.value):
        initiative, value = nodes.one(iri, _INITIATIVE), nodes.number(iri, _AMOUNT)
        role, unit, source = nodes.one(iri, _ROLE), nodes.one(iri, _UNIT), evidence.first(iri)
        if initiative and role and unit and value is not None:
            yield Money(
                iri=iri,
                initiative=initiative,
                role=code(role) or "",
                value=value,
                step=nodes.step(iri, _STEP, value),
                unit=code(unit) or "",
                source=source,
                label=nodes.names.get(iri, ""),
                published=evidence.published(source),
            )


def initiatives(nodes: Nodes) -> Iterator[InitiativeRecord]:
    """Policy measures and their names, the usual one first."""
    for iri in nodes.of_class(PG.Initiative.value):
        names = dict.fromkeys((nodes.names.get(iri, ""), *nodes.all(iri, _ALSO)))
        yield InitiativeRecord(
            iri=iri,
            names=tuple(name for name in names if name),
            lead=nodes.one(iri, _LEAD),
            places=nodes.all(iri, _PLACE),
            kind=code(nodes.one(iri, _KIND)) or "",
        )


def bodies(nodes: Nodes) -> Iterator[BodyRecord]:
    """Organisations and what they are part of."""
    for iri in nodes.of_class(ORG.FormalOrganization.value):
        yield BodyRecord(iri, nodes.names.get(iri, ""), nodes.all(iri, _PARENT))


def _when(nodes: Nodes, iri: str, stated: str, first: str, last: str) -> Period | None:
    """The day, month or year that is stated, else the days that it was made into."""
    return nodes.stated_period(iri, stated) or nodes.period(iri, first, last)
