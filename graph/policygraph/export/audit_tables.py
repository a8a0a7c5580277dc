"""What the audit says, as tables and as columns of other tables."""

from __future__ import annotations

from typing import Final

from policygraph.export.columns import code, date, number, path, ref, table, text, whole
from policygraph.terms import PG, PROV, SDMX_ATTRIBUTE, SDMX_DIMENSION

__all__ = ["DERIVED", "FINDINGS", "SUPPORT", "VERDICT"]

SUPPORT: Final = (
    whole("source_count", PG.sourceCount),
    whole("origin_count", PG.originCount),
)
"""How many sources state the same, and to how many origins they go back."""

_ARITHMETIC: Final = text("arithmetic", PG.arithmetic)

VERDICT: Final = (
    code("verdict", PG.verdict),
    code("reading", PG.reading),
    text("sentence", PG.sentence),
    _ARITHMETIC,
    ref("checked_against", "figures", PG.checkedAgainst, many=True),
    ref("fits_with", "figures", PG.fitsWith, many=True),
)
"""What came out when a rate was computed again."""

FINDINGS: Final = table("findings", "id/finding", PG.Finding, "What the audit found").having(
    code("kind", PG.findingKind),
    code("severity", PG.severity),
    path("about", PG.about, many=True),
    text("sentence", PG.sentence),
    _ARITHMETIC,
    code("reading", PG.reading),
)

DERIVED: Final = table(
    "derived", "id/derived", PG.DerivedFigure, "Levels that nobody states and that follow from stated ones"
).having(
    code("indicator", PG.indicator),
    code("definition", PG.definition),
    ref("area", "places", SDMX_DIMENSION.refArea),
    date("period_start", SDMX_DIMENSION.refPeriod, PG.start),
    date("period_end", SDMX_DIMENSION.refPeriod, PG.end),
    code("period_kind", PG.periodKind),
    text("period_label", PG.periodLabel),
    number("low", PG.low),
    number("high", PG.high),
    code("unit", SDMX_ATTRIBUTE.unitMeasure),
    _ARITHMETIC,
    path("derived_from", PROV.wasDerivedFrom, many=True),
)
