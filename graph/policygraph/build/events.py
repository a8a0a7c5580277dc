"""Tenures and steps: what happened when, and the status that follows from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from policygraph.build.context import Context, Stated
from policygraph.build.dataset import Node
from policygraph.build.evidence import quoted_from
from policygraph.model.facts import Step, Tenure
from policygraph.periods import Period
from policygraph.terms import DCT, ORG, PG, PROV, concept_iri, entity_iri

__all__ = ["StepLog", "add_step", "add_tenure", "dated"]


def add_tenure(context: Context, stated: Stated, tenure: Tenure) -> None:
    """A person's membership in the body of a post; partial dates span their whole month or year."""
    post = context.pack.posts[tenure.post]
    node = context.evidence(stated, entity_iri("tenure", tenure.id)).a(PG.Tenure, ORG.Membership)
    node.editors.label(f"{context.name(tenure.person)}, {post.name}{_when(tenure)}")
    node.link(ORG.member, context.entity(tenure.person)).link(PG.post, context.entity(tenure.post))
    node.link(ORG.organization, context.entity(post.body))
    node.link(PG.capacity, concept_iri("capacity", tenure.capacity))
    if tenure.start:
        node.day(PG.start, tenure.start.start).text(PG.startStated, str(tenure.start))
    if tenure.end:
        node.day(PG.end, tenure.end.end).text(PG.endStated, str(tenure.end))
    if tenure.start and tenure.end:
        node.link(ORG.memberDuring, context.period(Period(tenure.start.start, tenure.end.end)))
    if tenure.date:
        node.day(PG.attestedFrom, tenure.date.start).day(PG.attestedUntil, tenure.date.end)
    node.editors.words(PG.note, tenure.note)
    quoted_from(node, stated.graphs)


def _when(tenure: Tenure) -> str:
    if tenure.date:
        return f" (seen {tenure.date})"
    if tenure.start or tenure.end:
        return f" ({tenure.start or '?'} to {tenure.end or '?'})"
    return ""


def add_step(context: Context, stated: Stated, step: Step) -> None:
    """One event in an initiative's life."""
    node = context.evidence(stated, entity_iri("step", step.id)).a(PG.Step, PROV.Activity)
    node.link(PG.initiative, context.entity(step.initiative)).link(PG.stage, concept_iri("stage", step.stage))
    node.link(PG.modality, concept_iri("modality", step.modality))
    node.link(PG.actor, *map(context.entity, step.by)).words(PG.stated, step.stated)
    node.link(DCT.spatial, context.entity(step.place)).editors.words(PG.note, step.note)
    dated(node, step.date)
    quoted_from(node, stated.graphs)


def dated(node: Node, when: Period | None) -> None:
    """First and last day of what a source gives as the date, and the date as it gives it."""
    if when:
        node.day(PG.date, when.start).day(PG.dateEnd, when.end).text(PG.dateStated, str(when))


def _words(context: Context, step: Step) -> str:
    stage = step.stage.replace("-", " ")
    if step.modality != "done":
        stage += f" ({step.modality})"
    return f"{context.name(step.initiative)}: {stage}{f', {step.date}' if step.date else ''}"


class StepLog:
    """Collects the steps of every initiative and derives its status from the last one.

    The last step done gives the status and since when. Of two whose dates may mean the same day (a law
    enacted in January and approved on the 22nd), the one later in the lifecycle is the later. Where all is
    planned, the initiative is announced, since no day that the plans tell. Undated steps come first.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._steps: dict[str, dict[str, Step]] = defaultdict(dict)

    def note(self, step: Step) -> None:
        """Remember a step; where one source dates it and another does not, the dated one counts."""
        known = self._steps[step.initiative].get(step.id)
        if known is None or known.date is None:
            self._steps[step.initiative][step.id] = step

    def add_labels(self) -> None:
        """Name each step once, with its date where any source dates it."""
        for steps in self._steps.values():
            for step in steps.values():
                node = self._context.registered(entity_iri("step", step.id))
                node.label(_words(self._context, step))

    def add_statuses(self) -> None:
        """Add each initiative's status, and the step that it was derived from."""
        for slug, steps in sorted(self._steps.items()):
            done = [step for step in steps.values() if step.modality == "done"]
            last = max(self._not_overtaken(done or list(steps.values())), key=self._place)
            node = self._context.registered(entity_iri("initiative", slug))
            node.link(PG.status, concept_iri("stage", last.stage if done else "announced"))
            node.day(PG.statusSince, last.date.start if done and last.date else None)
            node.link(PROV.wasDerivedFrom, entity_iri("step", last.id))

    def _not_overtaken(self, steps: Sequence[Step]) -> list[Step]:
        """Steps but those after which, within the time that their date may mean, another stage came."""
        return [one for one in steps if not any(self._overtakes(other, one) for other in steps)]

    def _overtakes(self, later: Step, step: Step) -> bool:
        if later.date is None or step.date is None or self._order(later) <= self._order(step):
            return False
        return later.date.start <= step.date.end and step.date.start <= later.date.end

    def _place(self, step: Step) -> tuple[date, int, str]:
        return step.date.end if step.date else date.min, self._order(step), step.id

    def _order(self, step: Step) -> int:
        return self._context.vocabulary.order("stage", step.stage)
