"""Times told from the date of publication, or from another time of the text.

1. `The corresponding period last year`, `a year earlier` are known by what they are compared with: twelve
   months before it. `last month`, `last year`, `two years ago`, `in five years` count from the date.
2. `Nine-month exports` and `the nine months` are the first nine of the fiscal or the calendar year,
   whichever run ended last. `The year ending this month` is twelve months.
3. A part of `this year` that is not over (`the first six months of this year`, in May) is that of the fiscal
   year, where that is over and nothing is told as lying ahead; so is the same part of `last year` after it.
4. `For the year` is the fiscal one, and so is `full-year sales`: the running one where they are foretold,
   else the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from policygraph.lexicon import flat, one_of, phrases
from policygraph.periods import Period
from policygraph.reader.periods.fiscal_years import latest_run, near_period, relative_fiscal
from policygraph.reader.periods.period_parts import attempt, count_of, ending, years
from policygraph.reader.periods.period_source import PeriodSource
from policygraph.reader.periods.text_period import TextPeriod

__all__ = ["RelativeReader"]

_FORETOLD = re.compile(rf"\b{one_of('periods', 'foretelling')}\b")
_THIS = ("this", "current")
_YEAR = 12
_FAR_BACK = 120
"""Characters before a part of last year in which the same part of this year stands."""
_NEAR = 24
"""Characters around `full-year` within which a word of foretelling stands."""


@dataclass(frozen=True)
class RelativeReader(PeriodSource):
    """Reads the matches of `RELATIVE` in one text."""

    def relative(self, match: re.Match[str]) -> Iterator[TextPeriod]:
        """The period of a match, or by how many months it lies before another."""
        if match["like"] or match["ago"]:
            yield self.said(match, None, shift=-12)
        elif match["step"]:
            yield self.said(match, None, shift=-3 if match["step"] == "quarter" else -1)
        elif match["back"]:
            yield self.said(match, None, shift=-12 * count_of(match["back"]))
        elif self.published is None:
            yield self.said(match, None)
        elif match["full"]:
            yield self._full_year(self.published, match)
        elif match["far"] or match["ahead"]:
            yield replace(self.said(match, _far(self.published, match)), ahead=bool(match["ahead"]))
        else:
            period = self._stretch(self.published, match) or self._year(self.published, match)
            yield self.said(match, period, fiscal=bool(match["whole"] or match["run"] or match["months"]))

    def _stretch(self, published: date, match: re.Match[str]) -> Period | None:
        """A month, a quarter, or a run of months; None where the match tells a year."""
        if match["month_rel"]:
            return near_period(self.fiscal, published, match["month_rel"], match["what"])
        if match["to_rel"]:
            last = near_period(self.fiscal, published, match["to_rel"], "month")
            return last and ending(last.end.year, last.end.month)
        if match["run"] or match["months"]:
            return latest_run(self.fiscal, published, count_of(match["run"] or match["months"]))
        return None

    def _year(self, published: date, match: re.Match[str]) -> Period | None:
        if match["whole"]:
            return relative_fiscal(self.fiscal, published, "this")
        if not (word := match["rel"]):
            return None
        if word in phrases("periods", "fiscal_alone") and self.fiscal and self.fiscal.start_month > 1:
            return relative_fiscal(self.fiscal, published, word)
        year = published.year + int(flat("periods", "relative")[word])
        period = attempt(lambda: years(year, year))
        part = period and self.part(match, period)
        return part if part == period else self._ended_part(published, match, part)

    def _ended_part(self, published: date, match: re.Match[str], part: Period | None) -> Period | None:
        """Rule 3: a part of this year, or of last year after one."""
        word = match["rel"]
        passed = part and (part if word in _THIS else attempt(lambda: part.shifted(_YEAR)))
        like = word in _THIS or any(f"{this} year" in self._told_before(match) for this in _THIS)
        if passed is None or passed.end < published or not like or self.lies_ahead(match):
            return part
        year = relative_fiscal(self.fiscal, published, word)
        fiscal = year and self.part(match, year)
        return fiscal if fiscal and fiscal.end < published else part

    def _told_before(self, match: re.Match[str]) -> str:
        return self.fold[max(0, match.start() - _FAR_BACK) : match.start()]

    def _full_year(self, published: date, match: re.Match[str]) -> TextPeriod:
        near = self.fold[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        period = relative_fiscal(self.fiscal, published, "this" if _FORETOLD.search(near) else "last")
        return TextPeriod(match.start(), match.end(), period, dateless=self.fiscal is None)


def _far(published: date, match: re.Match[str]) -> Period | None:
    if match["ahead"]:
        year = published.year + count_of(match["ahead_n"])
    elif match["far_unit"] == "months":
        return None
    else:
        year = published.year - count_of(match["far"]) * (10 if match["far_unit"] == "decades" else 1)
    return attempt(lambda: years(year, year))
