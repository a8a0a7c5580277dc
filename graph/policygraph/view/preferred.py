"""Which of several figures stands for its period: in the preferred series, and in each chart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Final

from policygraph.questions.answers import answer
from policygraph.questions.figures import SeriesPoint
from policygraph.rdf import NamedNode
from policygraph.store.contract import ReadStore
from policygraph.terms import PG, SCHEMA, SDMX_ATTRIBUTE, slug_of
from policygraph.view.snapshot import Snapshot

__all__ = ["preferred_figures", "standing_for"]

_SERIES: Final = {"month": "series-by-month", "fiscal-year": "series-by-fiscal-year"}
"""The question that makes the preferred series of a kind of period."""


def preferred_figures(store: ReadStore, see: Snapshot) -> set[str]:
    """The figures of the preferred series, as the questions give them.

    >>> from policygraph.store.embedded import EmbeddedStore
    >>> empty = EmbeddedStore.of([])
    >>> preferred_figures(empty, Snapshot(empty))
    set()
    """
    kinds: dict[str, set[str]] = defaultdict(set)
    for iri in see.of_class(PG.Figure):
        # A figure that lacks a definition or a standing cannot be preferred, and need not be asked about.
        if see.value(iri, PG.definition) and see.value(iri, PG.preferenceRank):
            kinds[slug_of(see.value(iri, PG.periodKind))].add(see.value(iri, PG.indicator))
    return {
        point.figure
        for kind, question in _SERIES.items()
        for indicator in sorted(kinds[kind])
        for point in answer(store, question, SeriesPoint, indicator=NamedNode(indicator))
    }


def standing_for(see: Snapshot, figures: Iterable[str], preferred: Collection[str]) -> str:
    """The one of several figures for the same thing and period that a chart goes through; empty for none.

    The preferred series decides. Where it takes none of them (it takes one of another definition, or
    has none for this kind of period), the same rule does: no forecasts, those in doubt last, then the
    better definition, the better placed claimant and the later source.
    """
    known = [iri for iri in figures if slug_of(see.value(iri, SDMX_ATTRIBUTE.obsStatus)) != "forecast"]
    return min(known, key=lambda iri: (iri not in preferred, _order(see, iri)), default="")


def _order(see: Snapshot, iri: str) -> tuple[bool, int, int, int, str]:
    published = see.value(see.value(iri, PG.source), SCHEMA.datePublished)
    preference = see.value(see.value(iri, PG.definition), PG.preference)
    return (
        bool(see.value(iri, PG.doubt)),
        int(preference or 9),
        int(see.value(iri, PG.preferenceRank) or 999),
        -int(published.replace("-", "") or 0),
        iri,
    )
