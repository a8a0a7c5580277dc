"""What each pattern of `period_words` means, in a text of a date and a country.

1. A fiscal year (`FY21`, `FY2020-21`, `fiscal year 2020-21`, `the outgoing fiscal year`) is the country's;
   one number names the year it ends in. `ending June 30, 2007` names twelve months whatever the country.
   Of a country whose fiscal calendar nobody knows it has no dates; two numbers are never two calendar years.
2. A part (`first half of`, `Q1`, `8MFY22`, `first ten months of`, `July-August of`, `nine months of`) is
   counted within the year that follows it; with no year it belongs to the fiscal year of the date, and with
   `the fiscal year` alone to the last one of which it has begun. `The week ended 15 May` has no period.
3. A month with no year is the last such month up to the month of publication; after `by`, `until`, `next`
   after `would` or near a verb of the future it is the next one. A run of months is placed by its last month.
4. `2020-21` is a fiscal year where the fiscal year there spans two; `2010-2035` is a run of years.
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
from policygraph.reader.periods.fiscal_years import (
    fiscal_ending,
    relative_fiscal,
    spans_two,
    two_years,
)
from policygraph.reader.periods.joined import are_ends, is_between
from policygraph.reader.periods.period_parts import (
    attempt,
    count_of,
    ending,
    first_months,
    full_year,
    month_of,
    run,
    years,
)
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
from policygraph.reader.periods.relative_reader import RelativeReader
from policygraph.reader.periods.text_period import TextPeriod

__all__ = ["PeriodReader"]

_Rule = tuple[str, str, Callable[["re.Match[str]"], Iterator[TextPeriod]]]

_CALENDAR_YEAR = re.compile(r"calendar (?:year )?((?:19|20)[0-9]{2})(?![0-9])")
_TWO_DIGITS = re.compile(r"[-/][0-9]{2}(?![0-9])")
_FAR = 1000
"""Characters back to which a year that was called a calendar year is in mind."""


def _is_fiscal(first: str, last: str | None) -> bool:
    """Whether `2024-25`: a year and the two digits of the next."""
    return last is not None and len(last) == 2 and (int(first) + 1) % 100 == int(last)


@dataclass(frozen=True)
class PeriodReader(RelativeReader):
    """Reads the matches of one text."""

    def rules(self) -> tuple[_Rule, ...]:
        """Patterns, those whose triggers must be near for them to match, and what to make of a match."""
        return (
            (FISCAL, FISCAL, self._fiscal),
            (SPAN, SPAN, self._span),
            (DAY_LAST, MONTHS, self._day),
            (DAY_FIRST, MONTHS, self._day),
            (RELATIVE, RELATIVE, self.relative),
            (MONTHS, MONTHS, self._months),
            (YEARS, YEARS, self._years),
            (BARE, BARE, self._bare),
        )

    def _fiscal(self, match: re.Match[str]) -> Iterator[TextPeriod]:
        if match.start() and self.fold[match.start() - 1].isalnum():
            return
        if match["same"]:
            yield self.said(match, None, shift=-12)
            return
        year = self._fiscal_year(match)
        if match["count"]:
            rest = self.fold[max(0, match.start() - 12) : match.start()].split()[-1:]
            months = count_of(match["count"])
            year = year and first_months(year, months) if rest != ["remaining"] and 0 < months < 12 else None
        yield self.said(
            match,
            year and self.part(match, year),
            named=not (match["rel"] or match["running"] or match["closing"]),
            fiscal=True,
        )

    def _fiscal_year(self, match: re.Match[str]) -> Period | None:
        if match["ey"]:
            return ending(int(match["ey"]), month_of(match["em"] or match["em2"]))
        if match["rel"]:
            return relative_fiscal(self.fiscal, self.published, match["rel"])
        if match["running"]:
            return self._running(match)
        if match["closing"]:
            return relative_fiscal(self.fiscal, self.published, "this")
        first = match["fy"] or match["y"] or match["a"]
        last = match["fy2"] or match["y2"] or match["a2"]
        if last:
            two = full_year(first), full_year(last[-2:])
            return two_years(self.fiscal, *two) if self.fiscal and spans_two(self.fiscal) else None
        return fiscal_ending(self.fiscal, full_year(first))

    def _running(self, match: re.Match[str]) -> Period | None:
        """The fiscal year a part of which is told with no year: the last of which that part has begun."""
        year = relative_fiscal(self.fiscal, self.published, "this")
        part = year and self.part(match, year)
        if part and self.published and part.start > self.published and not self.lies_ahead(match):
            return year and year.shifted(-12)
        return year

    def _years(self, match: re.Match[str]) -> Iterator[TextPeriod]:
        first = int(match["y"])
        if self.in_name(match.start("y")) and not _is_fiscal(match["y"], match["y2"]):
            yield TextPeriod(match.start("y"), match.end(), None)
            return
        if match["y2"] is None:
            period = self.part(match, years(first, first))
        else:
            last = match["y2"]
            period = two_years(
                self.fiscal, first, int(last) if len(last) == 4 else first // 100 * 100 + int(last)
            )
            if len(last) == 4 and int(last) == first + 1 and match.string[match.start("y2") - 1] not in "-/":
                period = years(first, int(last))
            elif _is_fiscal(match["y"], match["y2"]):
                period = period and self.part(match, period)
        said = self.said(match, period, named=True, fiscal=match["y2"] is not None)
        yield self._between(
            match, said, years(first, first), period and years(period.end.year, period.end.year)
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
