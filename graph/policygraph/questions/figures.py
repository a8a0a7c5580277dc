"""Questions about figures: what was stated for a period, and which of it makes the preferred series."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from policygraph.periods import Period
from policygraph.questions.answers import answer
from policygraph.questions.entities import find_measure, find_optional
from policygraph.questions.period_text import find_period
from policygraph.store.contract import ReadStore

__all__ = [
    "DefinitionInUse",
    "FigureStated",
    "Known",
    "LatestFigure",
    "SeriesPoint",
    "definitions",
    "figures",
    "known_on",
    "latest_figure",
    "series_by_fiscal_year",
    "series_by_month",
]


class FigureStated(NamedTuple):
    """A figure as its source states it; `value` is in whole units."""

    figure: str
    value: Decimal
    unit: str
    bound: str | None
    status: str
    definition: str | None
    definition_name: str | None
    area_name: str
    claimant_name: str | None
    doubt: str | None
    source: str
    publisher: str
    published: date | None


class SeriesPoint(NamedTuple):
    """The preferred figure of one period; `rivals` counts the other values stated for it."""

    start: date
    end: date
    label: str
    value: Decimal
    unit: str
    status: str
    rivals: int
    area_name: str
    definition_name: str
    claimant_name: str | None
    doubt: str | None
    figure: str
    source: str
    publisher: str
    published: date | None


class LatestFigure(NamedTuple):
    """The preferred figure of the newest period of a kind."""

    period_kind: str
    label: str
    value: Decimal
    unit: str
    status: str
    definition_name: str | None
    area_name: str
    claimant_name: str | None
    figure: str
    source: str
    published: date | None


class Known(NamedTuple):
    """A figure that had been published by the day asked about."""

    figure: str
    value: Decimal
    unit: str
    status: str
    definition_name: str | None
    area_name: str
    claimant_name: str | None
    doubt: str | None
    source: str
    publisher: str
    published: date


class DefinitionInUse(NamedTuple):
    """What an indicator counts in one series, and how much is stated under it."""

    indicator: str
    indicator_name: str
    definition: str
    name: str
    note: str | None
    preference: int | None
    figures: int
    sources: int
    first: date
    last: date


def figures(
    store: ReadStore, indicator: str, period: str | Period, area: str | None = None
) -> list[FigureStated]:
    """Every figure of an indicator for one period; raises EntityNotFoundError, UsageError for no period."""
    return answer(
        store,
        "figures",
        FigureStated,
        period=find_period(store, period),
        **find_measure(store, indicator, area),
    )


def series_by_month(store: ReadStore, indicator: str, area: str | None = None) -> list[SeriesPoint]:
    """The preferred figure of each month; raises EntityNotFoundError."""
    return _series(store, "series-by-month", indicator, area)


def series_by_fiscal_year(store: ReadStore, indicator: str, area: str | None = None) -> list[SeriesPoint]:
    """The preferred figure of each fiscal year; raises EntityNotFoundError."""
    return _series(store, "series-by-fiscal-year", indicator, area)


def _series(store: ReadStore, name: str, indicator: str, area: str | None) -> list[SeriesPoint]:
    return answer(store, name, SeriesPoint, **find_measure(store, indicator, area))


def latest_figure(store: ReadStore, indicator: str, area: str | None = None) -> list[LatestFigure]:
    """The preferred figure of the newest period of each kind; raises EntityNotFoundError."""
    return answer(store, "latest-figure", LatestFigure, **find_measure(store, indicator, area))


def known_on(
    store: ReadStore, indicator: str, period: str | Period, on: date, area: str | None = None
) -> list[Known]:
    """What had been published by a day about a period, preferred first; raises EntityNotFoundError."""
    return answer(
        store,
        "known-on",
        Known,
        period=find_period(store, period),
        on=on,
        **find_measure(store, indicator, area),
    )


def definitions(store: ReadStore, indicator: str | None = None) -> list[DefinitionInUse]:
    """The definitions in use, the best for the preferred series first; raises EntityNotFoundError."""
    concept = find_optional(store, indicator, ("indicator",))
    return answer(store, "definitions", DefinitionInUse, indicator=concept)
