"""Figures and targets as points of charts: one series an indicator, definition, area and unit.

Points of one series stand in one panel only where their periods are of one kind, and a panel joins by a
line only months that follow each other; the page draws, this module says what is comparable. `drawn`
marks the one figure of a period that lines and bars go through, `preferred` those of the preferred series.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from decimal import Decimal

from policygraph.rdf import NamedNode
from policygraph.terms import PG, SDMX_ATTRIBUTE, SDMX_DIMENSION, SDMX_MEASURE, slug_of
from policygraph.view.evidence import Json
from policygraph.view.fact import amount_of, currency_of, period_of
from policygraph.view.preferred import standing_for
from policygraph.view.snapshot import Snapshot

__all__ = ["Point", "points_of"]

Point = dict[str, Json]
_EXACT = {"", "about"}
_SAME = ("indicator", "definition", "area", "unit", "kind", "start", "end")
"""What figures share that stand at one place of one chart."""


def points_of(see: Snapshot, preferred: Collection[str] = ()) -> dict[str, Point]:
    """The point of each figure and target by its IRI; `clash` marks values that cannot both be right.

    `preferred` are the figures of the preferred series.
    """
    points = {
        iri: _point(see, iri, SDMX_MEASURE.obsValue, SDMX_DIMENSION.refPeriod, PG.periodLabel)
        for iri in see.of_class(PG.Figure)
    }
    _mark_clashes(see, points)
    _mark_drawn(see, points, preferred)
    for iri in see.of_class(PG.Target):
        points[iri] = {**_point(see, iri, PG.targetValue, PG.due, PG.dueLabel), "target": True}
    return {iri: point for iri, point in points.items() if point["start"] and point["value"] is not None}


def _point(see: Snapshot, iri: str, value: NamedNode, period: NamedNode, label: NamedNode) -> Point:
    start, end, when = period_of(see, iri, period, label)
    unit = see.value(iri, SDMX_ATTRIBUTE.unitMeasure)
    definition, number = see.value(iri, PG.definition), see.value(iri, value)
    return {
        "indicator": see.value(iri, PG.indicator),
        "definition": see.label(definition) if definition else see.value(iri, PG.definitionNote),
        "preference": int(see.value(definition, PG.preference) or 9) if definition else 9,
        "area": see.words(iri, SDMX_DIMENSION.refArea),
        "unit": currency_of(see, unit) or (see.label(unit) if unit else ""),
        "kind": slug_of(see.value(iri, PG.periodKind)),
        "start": start,
        "end": end,
        "when": when,
        "value": float(number) if number else None,
        "words": amount_of(see, iri, value),
        "status": see.words(iri, SDMX_ATTRIBUTE.obsStatus),
        "actual": slug_of(see.value(iri, SDMX_ATTRIBUTE.obsStatus)) in {"actual", "provisional", ""},
        "bound": see.words(iri, PG.bound),
    }


def _mark_drawn(see: Snapshot, points: dict[str, Point], preferred: Collection[str]) -> None:
    places: dict[tuple[Json, ...], list[str]] = defaultdict(list)
    for iri, point in points.items():
        places[tuple(point[name] for name in _SAME)].append(iri)
    for iris in places.values():
        if iri := standing_for(see, iris, preferred):
            points[iri]["drawn"] = True
    for iri in points.keys() & set(preferred):
        points[iri]["preferred"] = True


def _mark_clashes(see: Snapshot, points: dict[str, Point]) -> None:
    """Two exact values for the same thing and period clash if no number rounds to both."""
    rivals: dict[tuple[Json, ...], list[str]] = defaultdict(list)
    for iri, point in points.items():
        if slug_of(see.value(iri, PG.bound)) in _EXACT:
            rivals[tuple(point[name] for name in (*_SAME, "actual"))].append(iri)
    for iris in rivals.values():
        spans = [span for iri in iris if (span := _interval(see, iri))]
        if spans and max(low for low, _ in spans) > min(high for _, high in spans):
            for iri in iris:
                points[iri]["clash"] = True


def _interval(see: Snapshot, iri: str) -> tuple[Decimal, Decimal] | None:
    """What a printed value may stand for: half a rounding step to either side."""
    value = see.value(iri, SDMX_MEASURE.obsValue)
    if not value:
        return None
    half = Decimal(see.value(iri, PG.roundingStep) or 0) / 2
    return Decimal(value) - half, Decimal(value) + half
