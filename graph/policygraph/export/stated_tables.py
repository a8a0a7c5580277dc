"""The tables of figures, growth rates, targets, sums of money, claims and rankings."""

from __future__ import annotations

from typing import Final

from policygraph.export.audit_tables import SUPPORT, VERDICT
from policygraph.export.columns import code, date, number, path, ref, table, text, texts, whole, year
from policygraph.export.shared_columns import DATE, NOTE, SOURCE, SOURCES
from policygraph.terms import PG, SDMX_ATTRIBUTE, SDMX_DIMENSION, SDMX_MEASURE

__all__ = ["STATED"]

_OBSERVED: Final = (
    code("indicator", PG.indicator),
    code("definition", PG.definition),
    text("definition_note", PG.definitionNote),
    ref("area", "places", SDMX_DIMENSION.refArea),
    date("period_start", SDMX_DIMENSION.refPeriod, PG.start),
    date("period_end", SDMX_DIMENSION.refPeriod, PG.end),
    code("period_kind", PG.periodKind),
    text("period_label", PG.periodLabel),
    text("printed", PG.printed),
    text("recorded", PG.recorded),
    number("rounding_step", PG.roundingStep),
    code("unit", SDMX_ATTRIBUTE.unitMeasure),
    code("status", SDMX_ATTRIBUTE.obsStatus),
    path("claimant", PG.claimant),
    text("claimant_note", PG.claimantNote),
    text("condition", PG.condition),
    text("doubt", PG.doubt),
    SOURCE,
    texts("ledger_ids", PG.ledgerId),
    whole("preference_rank", PG.preferenceRank),
    NOTE,
    *SUPPORT,
)
"""What figures and growths have in common."""


STATED: Final = (
    table("figures", "id/figure", PG.Figure, "Levels of indicators, as sources print them").having(
        number("value", SDMX_MEASURE.obsValue),
        code("bound", PG.bound),
        *_OBSERVED,
    ),
    table("growths", "id/growth", PG.Growth, "Rates of change, as sources print them").having(
        number("rate", PG.rate),
        code("basis", PG.basis),
        date("base_start", PG.basePeriod, PG.start),
        date("base_end", PG.basePeriod, PG.end),
        ref("growth_of", "figures", PG.growthOf),
        ref("base_figure", "figures", PG.baseFigure),
        *_OBSERVED,
        *VERDICT,
    ),
    table("targets", "id/target", PG.Target, "Commitments to a value by a time").having(
        path("agent", PG.agent),
        text("agent_note", PG.agentNote),
        code("indicator", PG.indicator),
        code("definition", PG.definition),
        text("definition_note", PG.definitionNote),
        ref("area", "places", SDMX_DIMENSION.refArea),
        date("due_start", PG.due, PG.start),
        date("due_end", PG.due, PG.end),
        code("period_kind", PG.periodKind),
        text("due_label", PG.dueLabel),
        number("value", PG.targetValue),
        code("unit", SDMX_ATTRIBUTE.unitMeasure),
        number("rounding_step", PG.roundingStep),
        texts("printed", PG.printed),
        texts("recorded", PG.recorded),
        code("bound", PG.bound),
        ref("initiative", "initiatives", PG.initiative),
        SOURCES,
        text("ledger_id", PG.ledgerId),
        NOTE,
        *SUPPORT,
    ),
    table("amounts", "id/amount", PG.Amount, "Sums of money that belong to initiatives").having(
        ref("initiative", "initiatives", PG.initiative),
        code("role", PG.role),
        number("value", PG.amountValue),
        code("unit", SDMX_ATTRIBUTE.unitMeasure),
        texts("printed", PG.printed),
        texts("recorded", PG.recorded),
        number("rounding_step", PG.roundingStep),
        SOURCES,
        NOTE,
        *SUPPORT,
    ),
    table(
        "attributions",
        "id/attribution",
        PG.Attribution,
        "Claims that something is to be credited for something",
    ).having(
        path("claimant", PG.claimant),
        text("claimant_note", PG.claimantNote),
        path("cause", PG.cause),
        text("cause_note", PG.causeNote),
        path("effect", PG.effect),
        text("effect_note", PG.effectNote),
        *DATE,
        SOURCES,
        NOTE,
        *SUPPORT,
    ),
    table("rankings", "id/ranking", PG.Ranking, "Places in lists").having(
        path("subject", PG.subject),
        text("list", PG.list),
        whole("rank", PG["rank"]),
        path("ranker", PG.ranker),
        text("ranker_note", PG.rankerNote),
        year("year", PG.year),
        SOURCES,
        NOTE,
        *SUPPORT,
    ),
)
"""What sources state; a row has its source or sources."""
