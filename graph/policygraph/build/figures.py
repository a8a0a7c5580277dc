"""Figures and growths: what was counted, as printed and as a number."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count

from policygraph.build.context import Context, Stated, number_words
from policygraph.build.dataset import Node
from policygraph.build.evidence import quoted_from
from policygraph.model.facts import Figure, Growth
from policygraph.periods import Period
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

__all__ = ["FigureNames", "add_figure", "link_bases"]


@dataclass(frozen=True)
class Base:
    """A rate, and where its base may be found."""

    source: str
    figure: Figure
    growth: NamedNode
    period: Period


class FigureNames:
    """Ids of observations: indicator, area, period and source, and a count where these repeat."""

    def __init__(self) -> None:
        self._levels: dict[str, str] = {}
        self._taken: set[NamedNode] = set()
        self.stated: dict[tuple[object, ...], NamedNode] = {}
        """(source, series, period) -> the first level that the source states for it and nobody doubts."""
        self.bases: list[Base] = []
        """What each rate is counted from, to be looked up once all levels are known."""

    def level(self, figure: Figure, source: str) -> NamedNode:
        """The id of a level: one that the source states twice, with a rate each, is one observation."""
        same = repr((source, figure.model_dump(exclude={"id", "at", "note", "growth"})))
        if same not in self._levels:
            self._levels[same] = self._free("figure", figure, source).value
        level = NamedNode(self._levels[same])
        if not figure.doubt:
            self.stated.setdefault((source, *_series(figure), figure.period), level)
        return level

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
    names.bases.append(Base(stated.source, figure, change, base_period(context, figure, figure.growth)))
    return level or change


def link_bases(context: Context, names: FigureNames) -> None:
    """Point each rate to the figure of its own source that it is counted from, where the source gives one."""
    for base in names.bases:
        level = names.stated.get((base.source, *_series(base.figure), base.period))
        if level is not None:
            context.registered(base.growth).link(PG.baseFigure, level)


def base_period(context: Context, figure: Figure, growth: Growth) -> Period:
    """The period that a rate compares with: a year, quarter or month before, by its basis."""
    return figure.period.shifted(context.vocabulary.shift_months(growth.basis))


def _series(figure: Figure) -> tuple[str, str, str | None, str]:
    """What two figures must share to be compared: indicator, area, definition and unit."""
    return figure.indicator, figure.area, figure.definition, figure.unit.partition(" ")[0]


def _add_level(context: Context, stated: Stated, figure: Figure, value: str, iri: NamedNode) -> NamedNode:
    quantity = context.quantity(value, figure.unit)
    node = context.evidence(stated, iri).a(PG.Figure, QB.Observation)
    node.editors.link(QB.dataSet, entity_iri("dataset", "figures"))
    _dimensions(context, stated, figure, node)
    words = number_words(quantity.value, quantity.unit)
    subject = context.subject(figure.indicator, figure.area, figure.period)
    node.editors.label(f"{subject}: {words} ({stated.source})")
    node.number(SDMX_MEASURE.obsValue, quantity.value).editors.number(PG.roundingStep, quantity.step)
    node.link(SDMX_ATTRIBUTE.unitMeasure, context.unit(quantity.unit))
    node.text(PG.printed, figure.printed).editors.text(PG.recorded, f"{figure.value} {figure.unit}")
    node.link(PG.bound, context.concept("bound", figure.bound))
    quoted_from(node, stated.graphs)
    return iri


def _add_growth(
    context: Context, stated: Stated, figure: Figure, growth: Growth, iri: NamedNode, level: NamedNode | None
) -> NamedNode:
    place = (passage_iri(stated.source, *growth.at),) if growth.at else ()
    graphs = (*place, *stated.graphs[1:]) if place else stated.graphs
    node = context.dataset.node(iri, graphs).a(PG.Growth, QB.Observation)
    node.editors.link(QB.dataSet, entity_iri("dataset", "growths"))
    _dimensions(context, stated, figure, node)
    rate = context.quantity(growth.rate, "percent")
    subject = context.subject(figure.indicator, figure.area, figure.period)
    node.editors.label(f"{subject}: {rate.value:+f}% {growth.basis} ({stated.source})")
    node.number(PG.rate, rate.value).editors.number(PG.roundingStep, rate.step)
    node.link(SDMX_ATTRIBUTE.unitMeasure, concept_iri("unit", "percent"))
    node.link(PG.basis, concept_iri("basis", growth.basis)).link(PG.growthOf, level)
    node.text(PG.printed, growth.printed).editors.text(PG.recorded, f"{growth.rate}%")
    node.editors.link(PG.basePeriod, context.period(base_period(context, figure, growth)))
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
    node.link(SDMX_ATTRIBUTE.obsStatus, concept_iri("figure-status", figure.status))
    node.link(PG.claimant, context.entity(figure.by)).words(PG.claimantNote, figure.by_note)
    node.words(PG.condition, figure.condition).link(PG.source, source_iri(stated.source))
    ours = node.editors.link(PG.periodKind, concept_iri("period-kind", kind))
    ours.text(PG.periodLabel, context.pack.calendar.label(figure.period))
    ours.whole(PG.preferenceRank, _rank(context, figure.by)).text(PG.ledgerId, figure.id)
    ours.words(PG.doubt, figure.doubt).words(PG.note, figure.note)


def _rank(context: Context, claimant: str | None) -> int:
    """Standing of a claimant in the preferred series; the tiers are the pack's."""
    rule = context.pack.about.preference
    if claimant is None:
        return rule.unnamed
    return next((tier.rank for tier in rule.tiers if claimant in tier.claimants), rule.unlisted)
