"""Figures, growths, targets and amounts: what was counted, as printed and as a number."""

from __future__ import annotations

from itertools import chain, count

from policygraph.build.context import Context, Stated, number_words
from policygraph.build.dataset import Node
from policygraph.build.evidence import quoted_from
from policygraph.model.facts import Amount, Figure, Growth, Target
from policygraph.quantities import Quantity
from policygraph.rdf import NamedNode
from policygraph.terms import (
    PG,
    QB,
    SDMX_ATTRIBUTE,
    SDMX_DIMENSION,
    SDMX_MEASURE,
    concept_iri,
    entity_iri,
    passage_iri,
    slugged,
    source_iri,
)

__all__ = ["FigureNames", "add_amount", "add_figure", "add_target"]


class FigureNames:
    """Ids of observations: indicator, area, period and source, and a count where these repeat."""

    def __init__(self) -> None:
        self._levels: dict[str, str] = {}
        self._taken: set[NamedNode] = set()

    def level(self, figure: Figure, source: str) -> NamedNode:
        """The id of a level: one that the source states twice, with a rate each, is one observation."""
        same = repr((source, figure.model_dump(exclude={"id", "at", "note", "growth"})))
        if same not in self._levels:
            self._levels[same] = self._free("figure", figure, source).value
        return NamedNode(self._levels[same])

    def growth(self, figure: Figure, source: str) -> NamedNode:
        """The next free id for such a rate."""
        return self._free("growth", figure, source)

    def _free(self, kind: str, figure: Figure, source: str) -> NamedNode:
        name = slugged(f"{figure.indicator}_{figure.area}_{figure.period.slug}_{source}")
        slugs = chain([name], (f"{name}_{times}" for times in count(2)))
        chosen = next(iri for slug in slugs if (iri := entity_iri(kind, slug)) not in self._taken)
        self._taken.add(chosen)
        return chosen


def add_figure(context: Context, stated: Stated, figure: Figure, names: FigureNames) -> NamedNode:
    """The observations that a stated figure makes; gives the node to cite it by.

    A level is a `pg:Figure`, a rate a `pg:Growth`; a source may state either or both.
    """
    level = None
    if figure.value is not None:
        level = _add_level(context, stated, figure, figure.value, names.level(figure, stated.source))
    if figure.growth is None:
        assert level is not None  # noqa: S101 - the record refuses a figure that says nothing
        return level
    change = _add_growth(context, stated, figure, figure.growth, names.growth(figure, stated.source), level)
    return level or change


def _add_level(context: Context, stated: Stated, figure: Figure, value: str, iri: NamedNode) -> NamedNode:
    quantity = context.quantity(value, figure.unit)
    node = context.evidence(stated, iri).a(PG.Figure, QB.Observation)
    node.link(QB.dataSet, entity_iri("dataset", "figures"))
    _dimensions(context, stated, figure, node)
    node.label(
        f"{_subject(context, figure)}: {number_words(quantity.value, quantity.unit)} ({stated.source})"
    )
    _measure(context, node, quantity)
    node.text(PG.printed, figure.printed or f"{figure.value} {figure.unit}")
    node.link(PG.bound, context.concept("bound", figure.bound))
    quoted_from(node, stated.graphs)
    return iri


def _add_growth(
    context: Context, stated: Stated, figure: Figure, growth: Growth, iri: NamedNode, level: NamedNode | None
) -> NamedNode:
    place = (passage_iri(stated.source, *growth.at),) if growth.at else ()
    graphs = (*place, *stated.graphs[1:]) if place else stated.graphs
    node = context.dataset.node(iri, graphs).a(PG.Growth, QB.Observation)
    node.link(QB.dataSet, entity_iri("dataset", "growths"))
    _dimensions(context, stated, figure, node)
    rate = context.quantity(growth.rate, "percent")
    node.label(f"{_subject(context, figure)}: {rate.value:+f}% {growth.basis} ({stated.source})")
    node.number(PG.rate, rate.value).number(PG.roundingStep, rate.step)
    node.link(SDMX_ATTRIBUTE.unitMeasure, concept_iri("unit", "percent"))
    node.link(PG.basis, concept_iri("basis", growth.basis)).link(PG.growthOf, level)
    base = figure.period.shifted(context.vocabulary.shift_months(growth.basis))
    node.link(PG.basePeriod, context.period(base)).text(PG.printed, growth.printed or f"{growth.rate}%")
    quoted_from(node, graphs)
    return iri


def _dimensions(context: Context, stated: Stated, figure: Figure, node: Node) -> None:
    """What figures and growths share: what, where, when, whose, from where."""
    kind = figure.kind or context.pack.calendar.kind(figure.period)
    node.link(PG.indicator, concept_iri("indicator", figure.indicator))
    if figure.definition:
        node.link(PG.definition, concept_iri("definition", f"{figure.indicator}.{figure.definition}"))
    node.words(PG.definitionNote, figure.definition_note)
    node.link(SDMX_DIMENSION.refArea, context.entity(figure.area))
    node.link(SDMX_DIMENSION.refPeriod, context.period(figure.period))
    node.link(PG.periodKind, concept_iri("period-kind", kind))
    node.text(PG.periodLabel, context.pack.calendar.label(figure.period))
    node.link(SDMX_ATTRIBUTE.obsStatus, concept_iri("figure-status", figure.status))
    node.link(PG.claimant, context.entity(figure.by)).words(PG.claimantNote, figure.by_note)
    node.words(PG.condition, figure.condition).words(PG.doubt, figure.doubt)
    node.whole(PG.preferenceRank, _rank(context, figure.by))
    node.link(PG.source, source_iri(stated.source)).text(PG.ledgerId, figure.id).words(PG.note, figure.note)


def _measure(context: Context, node: Node, quantity: Quantity) -> None:
    node.number(SDMX_MEASURE.obsValue, quantity.value).number(PG.roundingStep, quantity.step)
    node.link(SDMX_ATTRIBUTE.unitMeasure, context.unit(quantity.unit))


def _rank(context: Context, claimant: str | None) -> int:
    """Standing of a claimant in the preferred series; the tiers are the pack's."""
    rule = context.pack.about.preference
    if claimant is None:
        return rule.unnamed
    return next((tier.rank for tier in rule.tiers if claimant in tier.claimants), rule.unlisted)


def _subject(context: Context, figure: Figure | Target) -> str:
    period = figure.period if isinstance(figure, Figure) else figure.due
    name = context.pack.indicators[figure.indicator].name
    return f"{name}, {context.name(figure.area)}, {context.pack.calendar.label(period)}"


def add_target(context: Context, stated: Stated, target: Target) -> None:
    """A commitment to a value by a time: no observation, so that no series can chart it as an outcome."""
    quantity = context.quantity(target.value, target.unit)
    node = context.evidence(stated, entity_iri("target", target.id)).a(PG.Target)
    node.label(f"Target: {_subject(context, target)}: {number_words(quantity.value, quantity.unit)}")
    node.link(PG.agent, context.entity(target.agent)).words(PG.agentNote, target.agent_note)
    node.link(PG.indicator, concept_iri("indicator", target.indicator))
    if target.definition:
        node.link(PG.definition, concept_iri("definition", f"{target.indicator}.{target.definition}"))
    node.words(PG.definitionNote, target.definition_note)
    node.link(SDMX_DIMENSION.refArea, context.entity(target.area)).link(PG.due, context.period(target.due))
    node.text(PG.dueLabel, context.pack.calendar.label(target.due))
    node.link(
        PG.periodKind, concept_iri("period-kind", target.kind or context.pack.calendar.kind(target.due))
    )
    node.number(PG.targetValue, quantity.value).number(PG.roundingStep, quantity.step)
    node.link(SDMX_ATTRIBUTE.unitMeasure, context.unit(quantity.unit))
    node.text(PG.printed, target.printed or f"{target.value} {target.unit}")
    node.link(PG.bound, context.concept("bound", target.bound))
    node.link(PG.initiative, context.entity(target.initiative)).words(PG.note, target.note)
    node.link(PG.source, source_iri(stated.source)).text(PG.ledgerId, target.id)
    quoted_from(node, stated.graphs)


def add_amount(context: Context, stated: Stated, amount: Amount) -> None:
    """A sum that belongs to an initiative."""
    quantity = context.quantity(amount.value, amount.unit)
    node = context.evidence(stated, entity_iri("amount", amount.id)).a(PG.Amount)
    words = number_words(quantity.value, quantity.unit)
    node.label(f"{context.name(amount.initiative)}: {words} ({amount.role.replace('-', ' ')})")
    node.link(PG.initiative, context.entity(amount.initiative)).link(
        PG.role, concept_iri("amount-role", amount.role)
    )
    node.number(PG.amountValue, quantity.value).link(SDMX_ATTRIBUTE.unitMeasure, context.unit(quantity.unit))
    node.text(PG.printed, amount.printed or f"{amount.value} {amount.unit}").words(PG.note, amount.note)
    node.link(PG.source, source_iri(stated.source))
    quoted_from(node, stated.graphs)
