"""Fiscal years and their parts, as texts name them.

1. A fiscal year (`FY21`, `FY2020-21`, `fiscal year 2020-21`, `the outgoing fiscal year`) is the country's;
   one number names the year it ends in. `ending June 30, 2007` names twelve months whatever the country.
   Of a country whose fiscal calendar nobody knows it has no dates; two numbers are never two calendar years.
2. `Nine months of FY25` are its first nine, but for `the remaining nine months`.
3. A part of `the fiscal year` is of the last one of which it has begun, or of the one that runs where what is
   told lies ahead; `the end of the fiscal year` is that of the one that runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policygraph.periods import Period
from policygraph.reader.periods.fiscal_years import fiscal_ending, relative_fiscal, spans_two, two_years
from policygraph.reader.periods.period_parts import count_of, ending, first_months, full_year, month_of
from policygraph.reader.periods.relative_reader import RelativeReader
from policygraph.reader.periods.text_period import TextPeriod

__all__ = ["FiscalReader"]


@dataclass(frozen=True)
class FiscalReader(RelativeReader):
    """Reads the matches of `FISCAL` in one text."""

    def fiscal_year(self, match: re.Match[str]) -> Iterator[TextPeriod]:
        """The period of a match, or by how many months it lies before another."""
        if match.start() and self.fold[match.start() - 1].isalnum():
            return
        if match["same"]:
            yield self.said(match, None, shift=-12)
            return
        year = self._year_of(match)
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

    def _year_of(self, match: re.Match[str]) -> Period | None:
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
