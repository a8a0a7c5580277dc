"""What each pattern of `period_words` means, in a text of a date and a country.

1. Fiscal years, and parts of them, are read by `fiscal_reader`.
2. A part (`first half of`, `Q1`, `8MFY22`, `first ten months of`, `July-August of`) is counted within the
   year that follows it; with no year it belongs to the fiscal year of the date. `The week ended 15 May` has
   no period.
3. A month with no year is the last such month up to the month of publication; after `by`, `until`, `next`
   after `would` or near a verb of the future it is the next one. A run of months is placed by its last month.
4. `2020-21` and `2020-2021` are a fiscal year where that spans two; `2010-2035` is a run of years, and so are
   `2020 and 2021`. Of a country whose calendar nobody knows the former have no dates.
5. A year after a capitalised word that is no preposition is part of a name (`Vision 2030`): no period, but
   the digits are no quantity either. Two years that follow each other (`Development Programme 2024-25`) are
   the fiscal year of what bears the name.
6. A part of a year with no year is one of the calendar year in a text that speaks of calendar years.
7. What counts from the date or from another time is read by `relative_reader`.
8. Without a date, only what names its year is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from policygraph.periods import Period
from policygraph.reader.periods.fiscal_reader import FiscalReader
from policygraph.reader.periods.fiscal_years import relative_fiscal, two_years
from policygraph.reader.periods.joined import are_ends, is_between
from policygraph.reader.periods.period_parts import attempt, count_of, ending, month_of, run, years
from policygraph.reader.periods.period_words import (
    BARE,
    DAY_FIRST,
    DAY_LAST,
    FISCAL,
    MONTHS,
    RELATIVE,
    SPAN,
    YEARS,
)
from policygraph.reader.periods.text_period import TextPeriod

__all__ = ["PeriodReader"]

_Rule = tuple[str, str, Callable[["re.Match[str]"], Iterator[TextPeriod]]]

_CALENDAR_YEAR = re.compile(r"calendar (?:year )?((?:19|20)[0-9]{2})(?![0-9])")
_TWO_DIGITS = re.compile(r"[-/][0-9]{2}(?![0-9])")
_FAR = 1000
"""Characters back to which a year that was called a calendar year is in mind."""


def _last_of(first: int, digits: str) -> int:
    """The last year of a run, written with two digits or four."""
    return int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)


@dataclass(frozen=True)
class PeriodReader(FiscalReader):
    """Reads the matches of one text."""

    def rules(self) -> tuple[_Rule, ...]:
        """Patterns, those whose triggers must be near for them to match, and what to make of a match."""
        return (
            (FISCAL, FISCAL, self.fiscal_year),
            (SPAN, SPAN, self._span),
            (DAY_LAST, MONTHS, self._day),
            (DAY_FIRST, MONTHS, self._day),
            (RELATIVE, RELATIVE, self.relative),
            (MONTHS, MONTHS, self._months),
            (YEARS, YEARS, self._years),
            (BARE, BARE, self._bare),
        )

    def _years(self, match: re.Match[str]) -> Iterator[TextPeriod]:
        first = int(match["y"])
        last = _last_of(first, match["y2"]) if match["y2"] else first
        fiscal = last == first + 1 and (len(match["y2"]) == 2 or self.fold[match.start("y2") - 1] in "-/")
        if self.in_name(match.start("y")) and not (fiscal and len(match["y2"]) == 2):
            yield TextPeriod(match.start("y"), match.end(), None)
            return
        period = two_years(self.fiscal, first, last) if fiscal else attempt(lambda: years(first, last))
        if period and period.months == 12:
            period = self.part(match, period)
        said = self.said(match, period, named=True, fiscal=fiscal)
        yield self._between(
            match, said, years(first, first), None if fiscal else attempt(lambda: years(last, last))
        )

    def _day(self, match: re.Match[str]) -> Iterator[TextPeriod]:
        if not self.is_month_name(match, "m", sure=True):
            return
        month, day = month_of(match["m"]), int(match["d"])
        year = int(match["y"]) if match["y"] else self.year_of(month, match)
        period = attempt(lambda: Period(date(year, month, day), date(year, month, day))) if year else None
        if match["y"] or 1 <= day <= 31:
            yield self.said(match, period, named=match["y"] is not None)

    def _months(self, match: re.Match[str]) -> Iterator[TextPeriod]:
        if not self.is_month_name(match, "m1", sure=bool(match["y1"] or match["m2"])):
            return
        if (match["y1"] or match["y2"]) and _TWO_DIGITS.match(self.fold, match.end()):
            return  # `July-March 2024-25`: a part of a year of two numbers
        first, last = month_of(match["m1"]), month_of(match["m2"] or match["m1"])
        named = match["y2"] or match["y1"]
        year = int(named) if named else self.year_of(last, match)
        if not year:
            yield self.said(match, None)
            return
        if match["y1"] and not match["y2"] and last < first:
            year += 1
        began = int(match["y1"]) if match["y1"] and match["y2"] else year - (last < first)
        months = (began, first), (year, last)
        said = self.said(match, attempt(lambda: run(*months)), named=bool(named))
        yield self._between(match, said, run(months[0], months[0]), run(months[1], months[1]))

    def _between(
        self, match: re.Match[str], said: TextPeriod, first: Period, last: Period | None
    ) -> TextPeriod:
        """The run with its ends, where it is told as one between two times."""
        if last is None or said.period is None or " and " not in match[0]:
            return said
        if not is_between(self.fold, match.start()) or not are_ends(first, last):
            return said
        return replace(said, ends=(first, last))

    def _span(self, match: re.Match[str]) -> Iterator[TextPeriod]:
        if not self.is_month_name(match, "m", sure=True):
            return
        month = month_of(match["m"])
        if match["what"] == "week":
            yield self.said(match, None)
            return
        year = int(match["y"]) if match["y"] else self.year_of(month, match)
        length = count_of(match["n"]) if match["n"] else {"year": 12, "quarter": 3}.get(match["what"], 6)
        period = attempt(lambda: ending(year, month, length)) if year else None
        yield self.said(match, period, named=bool(match["y"]))

    def _bare(self, match: re.Match[str]) -> Iterator[TextPeriod]:
        if match["m1"] or match["nm"] or not self.published:
            return
        if match["ord"] and (match["ord"] in {"last", "final", "latter"} or match["unit"] == "month"):
            return
        year = relative_fiscal(self.fiscal, self.published, "this")
        if "calendar " in self.fold or self.fiscal is None:
            year = self._calendar_year(match.start(), self.published.year)
        yield self.said(match, year and self.part(match, year))

    def _calendar_year(self, before: int, published: int) -> Period:
        """The calendar year that the text named last, or that of publication."""
        named = _CALENDAR_YEAR.findall(self.fold, max(0, before - _FAR), before)
        year = int(named[-1]) if named else published
        return years(year, year)
