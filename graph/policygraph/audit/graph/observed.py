"""Records of what was counted and promised: levels, rates, targets, places in lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from policygraph.audit.graph.evidence import Evidence
from policygraph.audit.graph.nodes import Nodes, code
from policygraph.audit.records.counted import Observation, RankRecord, Rate, Series, TargetRecord
from policygraph.periods import Period
from policygraph.terms import PG, SDMX_ATTRIBUTE, SDMX_DIMENSION, SDMX_MEASURE

__all__ = ["WANTED", "observations", "ranks", "rates", "targets"]

_INDICATOR: Final = PG.indicator.value
_DEFINITION: Final = PG.definition.value
_DEFINITION_NOTE: Final = PG.definitionNote.value
_AREA: Final = SDMX_DIMENSION.refArea.value
_PERIOD: Final = SDMX_DIMENSION.refPeriod.value
_KIND: Final = PG.periodKind.value
_VALUE: Final = SDMX_MEASURE.obsValue.value
_UNIT: Final = SDMX_ATTRIBUTE.unitMeasure.value
_STATUS: Final = SDMX_ATTRIBUTE.obsStatus.value
_STEP: Final = PG.roundingStep.value
_BOUND: Final = PG.bound.value
_CLAIMANT: Final = PG.claimant.value
_CLAIMANT_NOTE: Final = PG.claimantNote.value
_DOUBT: Final = PG.doubt.value
_NOTE: Final = PG.note.value
_START: Final = PG.start.value
_END: Final = PG.end.value
_RATE: Final = PG.rate.value
_BASIS: Final = PG.basis.value
_BASE_PERIOD: Final = PG.basePeriod.value
_GROWTH_OF: Final = PG.growthOf.value
_BASE_FIGURE: Final = PG.baseFigure.value
_AGENT: Final = PG.agent.value
_AGENT_NOTE: Final = PG.agentNote.value
_DUE: Final = PG.due.value
_TARGET: Final = PG.targetValue.value
_INITIATIVE: Final = PG.initiative.value
_SUBJECT: Final = PG.subject.value
_LIST: Final = PG.list.value
_RANK: Final = PG["rank"].value
_RANKER: Final = PG.ranker.value
_RANKER_NOTE: Final = PG.rankerNote.value
_YEAR: Final = PG.year.value

WANTED: Final = (
    *(_INDICATOR, _DEFINITION, _DEFINITION_NOTE, _AREA, _PERIOD, _KIND, _VALUE, _UNIT, _STATUS, _STEP),
    *(_BOUND, _CLAIMANT, _CLAIMANT_NOTE, _DOUBT, _NOTE, _START, _END, _RATE, _BASIS, _BASE_PERIOD),
    *(_GROWTH_OF, _BASE_FIGURE, _AGENT, _AGENT_NOTE, _DUE, _TARGET, _INITIATIVE, _SUBJECT, _LIST, _RANK),
    *(_RANKER, _RANKER_NOTE, _YEAR),
)
"""The properties that are read here."""


def observations(nodes: Nodes, evidence: Evidence) -> Iterator[Observation]:
    """The stated levels."""
    for iri in nodes.of_class(PG.Figure.value):
        series, value = _series(nodes, iri), nodes.number(iri, _VALUE)
        period = _period(nodes, iri, _PERIOD)
        if series and period and value is not None:
            yield Observation(
                iri=iri,
                series=series,
                period=period,
                value=value,
                step=nodes.step(iri, _STEP, value),
                bound=code(nodes.one(iri, _BOUND)),
                definition_note=nodes.text(iri, _DEFINITION_NOTE),
                **_shared(nodes, evidence, iri),
            )


def rates(nodes: Nodes, evidence: Evidence) -> Iterator[Rate]:
    """The stated relative changes."""
    for iri in nodes.of_class(PG.Growth.value):
        figure = nodes.one(iri, _GROWTH_OF)
        series = _series(nodes, iri, unit_of=figure)
        rate, basis = nodes.number(iri, _RATE), code(nodes.one(iri, _BASIS))
        period = _period(nodes, iri, _PERIOD)
        if series and period and basis and rate is not None:
            yield Rate(
                iri=iri,
                series=series,
                period=period,
                rate=rate,
                step=nodes.step(iri, _STEP, rate),
                basis=basis,
                base_period=_period(nodes, iri, _BASE_PERIOD),
                figure=figure,
                base_figure=nodes.one(iri, _BASE_FIGURE),
                **_shared(nodes, evidence, iri),
            )


def targets(nodes: Nodes, evidence: Evidence) -> Iterator[TargetRecord]:
    """The commitments; one that several sources report is that of the first."""
    for iri in nodes.of_class(PG.Target.value):
        series, value = _series(nodes, iri), nodes.number(iri, _TARGET)
        due, source = _period(nodes, iri, _DUE), evidence.first(iri)
        if series and due and value is not None:
            yield TargetRecord(
                iri=iri,
                series=series,
                value=value,
                step=nodes.step(iri, _STEP, value),
                due=due,
                source=source,
                label=nodes.names.get(iri, ""),
                agent=nodes.one(iri, _AGENT) or nodes.one(iri, _AGENT_NOTE),
                bound=code(nodes.one(iri, _BOUND)),
                published=evidence.published(source),
                initiative=nodes.one(iri, _INITIATIVE),
            )


def ranks(nodes: Nodes, evidence: Evidence) -> Iterator[RankRecord]:
    """The places in lists."""
    for iri in nodes.of_class(PG.Ranking.value):
        subject, rank, year = nodes.one(iri, _SUBJECT), nodes.whole(iri, _RANK), nodes.whole(iri, _YEAR)
        if subject and rank is not None and year is not None:
            yield RankRecord(
                iri=iri,
                subject=subject,
                list=nodes.text(iri, _LIST),
                rank=rank,
                year=year,
                source=evidence.first(iri),
                ranker=nodes.one(iri, _RANKER) or nodes.one(iri, _RANKER_NOTE),
                label=nodes.names.get(iri, ""),
            )


def _shared(nodes: Nodes, evidence: Evidence, iri: str) -> dict[str, Any]:
    """What levels and rates have in common."""
    source = evidence.first(iri)
    return {
        "kind": code(nodes.one(iri, _KIND)) or "",
        "source": source,
        "label": nodes.names.get(iri, ""),
        "status": code(nodes.one(iri, _STATUS)) or "actual",
        "claimant": nodes.one(iri, _CLAIMANT) or nodes.one(iri, _CLAIMANT_NOTE),
        "published": evidence.published(source),
        "note": nodes.text(iri, _NOTE),
        "doubt": nodes.text(iri, _DOUBT),
    }


def _series(nodes: Nodes, iri: str, *, unit_of: str | None = None) -> Series | None:
    indicator, area = nodes.one(iri, _INDICATOR), nodes.one(iri, _AREA)
    unit = code(nodes.one(unit_of or iri, _UNIT) or nodes.one(iri, _UNIT))
    if indicator is None or area is None or unit is None:
        return None
    return Series(indicator, area, nodes.one(iri, _DEFINITION), unit)


def _period(nodes: Nodes, iri: str, predicate: str) -> Period | None:
    return nodes.period(nodes.one(iri, predicate), _START, _END)
