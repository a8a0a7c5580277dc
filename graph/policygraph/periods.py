"""Periods of time as closed intervals of days, and the fiscal calendar that names them.

A period is written as ISO 8601 writes it: a day `2014-04-23`, a month `2023-12`, a year `2030`, or a
run of either `2021-07/2021-08`. A fiscal year of a country, `FY2020-21`, needs that country's calendar,
which is data.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

__all__ = ["FiscalCalendar", "Period", "PeriodError"]

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_FISCAL = re.compile(r"FY ?([0-9]{4})(?:[-/]([0-9]{2}|[0-9]{4}))?")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Not from `strftime`, which follows the locale of the process."""
_LABEL = re.compile("(?:({0})(?: ([0-9]{{4}}))?-)?({0}) ([0-9]{{4}})".format("|".join(_MONTHS)))


class PeriodError(ValueError):
    """A text is not a period, or its end is before its start."""


@dataclass(frozen=True, order=True)
class Period:
    """All days from `start` to `end`, both included.

    >>> Period.parse("2021-07/2021-08").end
    datetime.date(2021, 8, 31)
    >>> str(Period.parse("2020-01/2020-12"))
    '2020'
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise PeriodError(f"ends on {self.end} before it starts on {self.start}")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a day, month, year or `start/end`; raises PeriodError for anything else."""
        first, slash, last = text.strip().partition("/")
        start, end = _span(first)
        return cls(start, _span(last)[1] if slash else end)

    def shifted(self, months: int) -> Period:
        """The period as long and as placed, so many months later (earlier if negative).

        Raises PeriodError where that is outside the years 1 to 9999.

        >>> str(Period.parse("2021-08").shifted(-12))
        '2020-08'
        """
        if self.start == self.end:
            moved = _moved(self.start, months)
            return Period(moved, moved)
        start, end = _moved(self.start, months), _moved(self.end, months)
        return Period(start, _month_end(end) if self.whole_months else end)

    @property
    def whole_months(self) -> bool:
        """Whether it begins on the first day of a month and ends on the last of one."""
        return self.start.day == 1 and self.end == _month_end(self.end)

    @property
    def months(self) -> int:
        """How many calendar months it touches."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    def __str__(self) -> str:
        if self.start == self.end:
            return self.start.isoformat()
        if not self.whole_months:
            return f"{self.start}/{self.end}"
        if self.months == 1:
            return _month_text(self.start)
        if self.months == 12 and self.start.month == 1:
            return f"{self.start.year:04d}"
        return f"{_month_text(self.start)}/{_month_text(self.end)}"

    @property
    def slug(self) -> str:
        """The period as part of an IRI (ISO 8601 allows `--` for `/`)."""
        return str(self).replace("/", "--")


@dataclass(frozen=True)
class FiscalCalendar:
    """A country's fiscal year: the month it starts in.

    >>> july = FiscalCalendar(start_month=7)
    >>> str(july.parse("FY2020-21"))
    '2020-07/2021-06'
    >>> july.kind(Period.parse("2021-07/2021-08"))
    'months'
    """

    start_month: int

    def parse(self, text: str) -> Period:
        """Read what `Period.parse` reads, and fiscal years: `FY2021` ends in 2021, as `FY2020-21` does."""
        found = _FISCAL.fullmatch(text.strip())
        if not found:
            return Period.parse(text)
        first, last = int(found[1]), found[2]
        end_year = first if last is None else first + 1
        if last is not None and int(last) != (end_year if len(last) == 4 else end_year % 100):
            raise PeriodError(f"{text!r} does not name two years in a row")
        if last is not None and self.start_month == 1:
            raise PeriodError(f"{text!r} names two years, but the fiscal year here is the calendar year")
        year = end_year if self.start_month == 1 else end_year - 1
        start = _span(f"{year:04d}-{self.start_month:02d}")[0]
        return Period(start, _month_end(_moved(start, 11)))

    def of_label(self, text: str) -> Period:
        """Read what `label` writes, and all that `parse` reads; raises PeriodError.

        >>> str(FiscalCalendar(start_month=7).of_label("Jul-Sep 2025"))
        '2025-07/2025-09'
        """
        found = _LABEL.fullmatch(text.strip())
        if not found:
            return self.parse(text)
        first, first_year, last, year = found.groups()
        start = f"{first_year or year}-{_MONTHS.index(first or last) + 1:02d}"
        return Period.parse(f"{start}/{year}-{_MONTHS.index(last) + 1:02d}")

    def kind(self, period: Period) -> str:
        """Name the kind: day, month, quarter, half, fiscal-year, calendar-year or months."""
        if not period.whole_months:
            return "day" if period.start == period.end else "days"
        offset = (period.start.month - self.start_month) % 12
        named = {
            1: "month",
            3: "months" if offset % 3 else "quarter",
            6: "months" if offset % 6 else "half",
            12: "months" if period.start.month > 1 else "calendar-year",
        }
        if period.months == 12 and offset == 0:
            return "fiscal-year"
        return named.get(period.months, "months")

    def label(self, period: Period) -> str:
        """Write it as people do: `Dec 2023`, `Jul-Aug 2021`, `FY2020-21`, `2030`."""
        kind = self.kind(period)
        if kind == "fiscal-year":
            return _fiscal_label(period)
        if kind == "calendar-year":
            return str(period.start.year)
        if kind in ("day", "days"):
            return str(period)
        if period.months == 1:
            return _month_label(period.start)
        same = period.start.year == period.end.year
        start = _MONTHS[period.start.month - 1] if same else _month_label(period.start)
        return f"{start}-{_month_label(period.end)}"


def _month_text(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def _month_label(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _fiscal_label(period: Period) -> str:
    if period.start.year == period.end.year:
        return f"FY{period.end.year}"
    return f"FY{period.start.year}-{period.end.year % 100:02d}"


def _span(text: str) -> tuple[date, date]:
    """First and last day that a day, month or year names."""
    found = _POINT.fullmatch(text.strip())
    if not found:
        raise PeriodError(f"{text!r} is no day (2014-04-23), month (2023-12) or year (2030)")
    year, month, day = int(found[1]), found[2], found[3]
    try:
        if day:
            exact = date(year, int(month), int(day))
            return exact, exact
        first = date(year, int(month or 1), 1)
    except ValueError as error:
        raise PeriodError(f"{text!r}: {error}") from None
    return first, _month_end(first) if month else date(year, 12, 31)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _moved(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        raise PeriodError(f"{months} months from {day} is outside the calendar")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
