"""Fiscal years and quarters told by two numbers, by one, or from the date of publication.

Where nobody knows the fiscal calendar (None), a fiscal year has no dates, and quarters are those of the
calendar year.
"""

from __future__ import annotations

from datetime import date

from policygraph.lexicon import flat, phrases, section
from policygraph.periods import FiscalCalendar, Period
from policygraph.reader.periods.period_parts import attempt, first_months, run, years

__all__ = ["fiscal_ending", "latest_run", "near_period", "relative_fiscal", "spans_two", "two_years"]


def fiscal_ending(fiscal: FiscalCalendar | None, year: int) -> Period | None:
    """The fiscal year that ends in a year.

    >>> str(fiscal_ending(FiscalCalendar(7), 2021))
    '2020-07/2021-06'
    """
    return attempt(lambda: fiscal.parse(f"FY{year}")) if fiscal else None


def two_years(fiscal: FiscalCalendar | None, first: int, last: int) -> Period | None:
    """The fiscal year of two numbers in a row, where it may span two; else the years from first to last."""
    if last == first + 1 and spans_two(fiscal):
        return fiscal_ending(fiscal, last)
    return attempt(lambda: years(first, last))


def spans_two(fiscal: FiscalCalendar | None) -> bool:
    """Whether a fiscal year spans two calendar years, or may."""
    return fiscal is None or fiscal.start_month > 1


def relative_fiscal(fiscal: FiscalCalendar | None, published: date | None, word: str) -> Period | None:
    """`the current`, `the last`, `the outgoing` fiscal year of a day."""
    if published is None or fiscal is None:
        return None
    start = fiscal.start_month
    year = published.year + (1 if start > 1 and published.month >= start else 0)
    passed = (published.month - start) % 12
    if word in phrases("periods", "just_ended") and passed < int(section("periods", "just_ended_months")):
        year -= 1
    return fiscal_ending(fiscal, year + int(flat("periods", "relative")[word]))


def latest_run(fiscal: FiscalCalendar | None, published: date, months: int) -> Period | None:
    """The first so many months of a fiscal or calendar year, whichever run was over last before a day.

    >>> str(latest_run(FiscalCalendar(7), date(2023, 5, 18), 10))
    '2022-07/2023-04'
    """
    if fiscal is None:
        return None
    found = [
        first_months(year, months)
        for word in ("this", "last")
        for year in (relative_fiscal(fiscal, published, word), _calendar_year(published, word))
        if year and 1 < months < 12
    ]
    return max((run for run in found if run.end < published), key=lambda run: run.end, default=None)


def _calendar_year(published: date, word: str) -> Period | None:
    return relative_fiscal(FiscalCalendar(1), published, word)


def near_period(fiscal: FiscalCalendar | None, published: date, word: str, what: str) -> Period | None:
    """`last month`, `this quarter`: quarters are the fiscal ones."""
    step = int(flat("periods", "relative")[word])
    place = published.year * 12 + published.month - 1
    if what == "month":
        return attempt(lambda: _months_from(place + step, 1))
    begun = place - (published.month - (fiscal.start_month if fiscal else 1)) % 3
    return attempt(lambda: _months_from(begun + 3 * step, 3))


def _months_from(place: int, length: int) -> Period:
    end = place + length - 1
    return run((place // 12, place % 12 + 1), (end // 12, end % 12 + 1))
