"""Which period a person means: as periods are written, fiscal years by the calendar of the country."""

from __future__ import annotations

from policygraph.errors import UsageError
from policygraph.periods import FiscalCalendar, Period, PeriodError
from policygraph.questions.entities import must_be_text
from policygraph.rdf import DefaultGraph, Literal
from policygraph.store.contract import ReadStore
from policygraph.terms import PG

__all__ = ["find_period"]


def find_period(store: ReadStore, text: str | Period) -> Period:
    """A period as written; a fiscal year by the calendar of the graph's country.

    Raises UsageError when it is none.
    """
    if isinstance(text, Period):
        return text
    must_be_text(text)
    try:
        if text.strip().upper().startswith("FY"):
            return _calendar(store).parse(text.strip().upper())
        return Period.parse(text)
    except PeriodError as error:
        raise UsageError(f"no period: {error}") from None


def _calendar(store: ReadStore) -> FiscalCalendar:
    stated = next(store.quads(None, PG.fiscalYearStart, None, DefaultGraph()), None)
    if stated is None or not isinstance(stated.object, Literal):
        raise PeriodError("the graph says nothing of its country's fiscal year")
    return FiscalCalendar(int(stated.object.value))
