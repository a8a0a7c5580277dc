"""Targets and amounts: what is to be reached, and the money that belongs to an initiative."""

from __future__ import annotations

from policygraph.build.context import Context, Stated, number_words
from policygraph.build.evidence import quoted_from
from policygraph.model.facts import Amount, Target
from policygraph.terms import PG, SDMX_ATTRIBUTE, SDMX_DIMENSION, concept_iri, entity_iri, source_iri

__all__ = ["add_amount", "add_target"]


def add_target(context: Context, stated: Stated, target: Target) -> None:
    """A commitment to a value by a time: no observation, so that no series can chart it as an outcome."""
    quantity = context.quantity(target.value, target.unit)
    node = context.evidence(stated, entity_iri("target", target.id)).a(PG.Target)
    subject = context.subject(target.indicator, target.area, target.due)
    node.editors.label(f"Target: {subject}: {number_words(quantity.value, quantity.unit)}")
    node.link(PG.agent, context.entity(target.agent)).words(PG.agentNote, target.agent_note)
    node.link(PG.indicator, concept_iri("indicator", target.indicator))
    if target.definition:
        node.link(PG.definition, concept_iri("definition", f"{target.indicator}.{target.definition}"))
    node.words(PG.definitionNote, target.definition_note)
    node.link(SDMX_DIMENSION.refArea, context.entity(target.area)).link(PG.due, context.period(target.due))
    node.number(PG.targetValue, quantity.value)
    node.link(SDMX_ATTRIBUTE.unitMeasure, context.unit(quantity.unit))
    node.text(PG.printed, target.printed).editors.text(PG.recorded, f"{target.value} {target.unit}")
    node.link(PG.bound, context.concept("bound", target.bound))
    node.link(PG.initiative, context.entity(target.initiative)).link(PG.source, source_iri(stated.source))
    kind = target.kind or context.pack.calendar.kind(target.due)
    ours = node.editors.link(PG.periodKind, concept_iri("period-kind", kind))
    ours.text(PG.dueLabel, context.pack.calendar.label(target.due)).number(PG.roundingStep, quantity.step)
    ours.text(PG.ledgerId, target.id).words(PG.note, target.note)
    quoted_from(node, stated.graphs)


def add_amount(context: Context, stated: Stated, amount: Amount) -> None:
    """A sum that belongs to an initiative."""
    quantity = context.quantity(amount.value, amount.unit)
    node = context.evidence(stated, entity_iri("amount", amount.id)).a(PG.Amount)
    words = number_words(quantity.value, quantity.unit)
    node.editors.label(f"{context.name(amount.initiative)}: {words} ({amount.role.replace('-', ' ')})")
    node.link(PG.initiative, context.entity(amount.initiative)).link(
        PG.role, concept_iri("amount-role", amount.role)
    )
    node.number(PG.amountValue, quantity.value).link(SDMX_ATTRIBUTE.unitMeasure, context.unit(quantity.unit))
    ours = node.text(PG.printed, amount.printed).editors.words(PG.note, amount.note)
    ours.text(PG.recorded, f"{amount.value} {amount.unit}").number(PG.roundingStep, quantity.step)
    node.link(PG.source, source_iri(stated.source))
    quoted_from(node, stated.graphs)
