"""Tenures and steps: what happened when, and the status that follows from it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from policygraph.build.context import Context, Stated
from policygraph.build.evidence import quoted_from
from policygraph.model.facts import Step, Tenure
from policygraph.periods import Period
from policygraph.rdf import NamedNode
from policygraph.terms import DCT, ORG, PG, PROV, concept_iri, entity_iri

__all__ = ["StepLog", "add_step", "add_tenure"]


def add_tenure(context: Context, stated: Stated, tenure: Tenure) -> None:
    """A person's membership in the body of a post; partial dates span their whole month or year."""
    post = context.pack.posts[tenure.post]
    node = context.evidence(stated, entity_iri("tenure", tenure.id)).a(PG.Tenure, ORG.Membership)
    node.label(f"{context.name(tenure.person)}, {post.name}{_when(tenure)}")
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
    node.words(PG.note, tenure.note)
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
    when = f", {step.date}" if step.date else ""
    node.label(f"{context.name(step.initiative)}: {_stage_words(step)}{when}")
    node.link(PG.initiative, context.entity(step.initiative)).link(PG.stage, concept_iri("stage", step.stage))
    node.link(PG.modality, concept_iri("modality", step.modality))
    node.link(PG.actor, *map(context.entity, step.by)).words(PG.stated, step.stated)
    node.link(DCT.spatial, context.entity(step.place)).words(PG.note, step.note)
    if step.date:
        node.day(PG.date, step.date.start).text(PG.dateStated, str(step.date))
    quoted_from(node, stated.graphs)


def _stage_words(step: Step) -> str:
    words = step.stage.replace("-", " ")
    return words if step.modality == "done" else f"{words} ({step.modality})"


class StepLog:
    """Collects the steps of every initiative and derives its status from the last one.

    The last step done, by date and then by place in the lifecycle, gives the status and since when. Where
    all is planned, the initiative is announced, since no day that the plans tell. Undated steps come first.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._steps: dict[str, dict[str, tuple[Step, list[NamedNode]]]] = defaultdict(dict)

    def note(self, stated: Stated, step: Step) -> None:
        """Remember a step and who states it."""
        _, graphs = self._steps[step.initiative].setdefault(step.id, (step, []))
        graphs += [graph for graph in stated.graphs if graph not in graphs]

    def add_statuses(self) -> None:
        """Add each initiative's status, stated by the graphs of the step that it follows from."""
        for slug, steps in sorted(self._steps.items()):
            done = [entry for entry in steps.values() if entry[0].modality == "done"]
            last, graphs = max(done or steps.values(), key=lambda entry: self._place(entry[0]))
            stage = last.stage if done else "announced"
            node = self._context.dataset.node(entity_iri("initiative", slug), graphs)
            node.link(PG.status, concept_iri("stage", stage))
            node.day(PG.statusSince, last.date.start if done and last.date else None)

    def _place(self, step: Step) -> tuple[date, int, str]:
        order = self._context.vocabulary.order("stage", step.stage)
        return step.date.start if step.date else date.min, order, step.id
