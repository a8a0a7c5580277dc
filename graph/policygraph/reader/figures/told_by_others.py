"""Times that are told by another: `a year earlier`, `the previous year`, `last year` beside a fiscal year.

1. `The corresponding period last year` is twelve months before the time that the sentence, or the last fact,
   is about, and so is `last year` after a fact about a part of a year; `a month earlier` is the month before.
2. `The previous year`, `the previous quarter` in a sentence that has named one before is the one before that;
   `the following year` is the one after it.
3. `The previous year`, `last year` and `last fiscal` beside a fiscal year of the sentence are the fiscal year
   before that: `last` where its amount is set against another, or, for `last year`, where that and the year
   before the article's share months. `The current year` set against one is the fiscal year of the article.
4. A time told by a fiscal year of which nobody knows the dates has none.
"""

from __future__ import annotations

from datetime import date

from policygraph.lexicon import phrases
from policygraph.periods import Period
from policygraph.reader.figures.compared import is_set_against
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.periods.period_parts import attempt
from policygraph.reader.periods.text_periods import TextPeriod

__all__ = ["is_told_before", "is_year_before", "period_of"]

_YEAR = 12
_BACK = 40
"""Characters before an amount among which it is set against another."""
_LENGTHS = {"year": _YEAR, "fiscal": _YEAR, "quarter": 3, "month": 1}
"""Of what `previous` stands before, in months."""


def period_of(
    measures: Measures, place: Place, chosen: TextPeriod, inside: list[TextPeriod], current: Period | None
) -> Period | None:
    """The period that a time stands for, among all of its sentence; `current` is that of the last fact."""
    text = measures.text
    vague = text[chosen.start : chosen.end] in {"last year", "previous year"}
    if vague and current and current.months < _YEAR and current.start != current.end:
        return attempt(lambda: current.shifted(-_YEAR))
    if not chosen.shift:
        before = _fiscal_before(measures, place, chosen, inside) or _before_told(text, chosen, inside)
        return before or chosen.period
    if any(one.dateless and one.start < chosen.start for one in inside):
        return None
    before_it = [one.period for one in inside if one.period and one.start < chosen.start]
    others = [period for period in before_it if period.start != period.end]
    base = others[-1] if others else current or next(iter(before_it), None)
    if base is None or (chosen.shift > -_YEAR and base.months != -chosen.shift):
        return None
    return attempt(lambda: base.shifted(chosen.shift))


def is_told_before(text: str, one: TextPeriod) -> int:
    """The length in months of the time that `previous` or its kind stands before; 0 of any other time."""
    return _length(text, one) if text.startswith(phrases("periods", "before_told"), one.start) else 0


def is_year_before(text: str, one: TextPeriod) -> bool:
    """Whether a time is `last year` or `the previous fiscal year`."""
    last = text.startswith("last ", one.start) and _length(text, one) == _YEAR
    return last or is_told_before(text, one) == _YEAR


def _length(text: str, one: TextPeriod) -> int:
    return _LENGTHS.get(text[one.start : one.end].rpartition(" ")[2].removesuffix("'s"), 0)


def _before_told(text: str, chosen: TextPeriod, inside: list[TextPeriod]) -> Period | None:
    """Rule 2."""
    after = text.startswith(phrases("periods", "after_told"), chosen.start)
    length = _length(text, chosen) if after else is_told_before(text, chosen)
    before = [one.period for one in inside if one.period and one.start < chosen.start]
    if not length or not before or before[-1].months != length:
        return None
    return attempt(lambda: before[-1].shifted(length if after else -length))


def _fiscal_before(
    measures: Measures, place: Place, chosen: TextPeriod, inside: list[TextPeriod]
) -> Period | None:
    """Rule 3."""
    text, last = measures.text, chosen.period
    this = text[chosen.start : chosen.end] in phrases("periods", "present_years")
    if not this and not is_year_before(text, chosen):
        return None
    years = [one for one in inside if one is not chosen and one.period and _is_fiscal(one.period)]
    if not years:
        return None
    near = min(years, key=lambda one: abs(one.start - chosen.start)).period
    against = is_set_against(text, max(0, place.amount.start - _BACK), place.amount.start)
    if this:
        return _holding(measures.document.date, near) if against else None
    before = near and attempt(lambda: near.shifted(-_YEAR))
    if not before or against or is_told_before(text, chosen):
        return before
    calendar = last and not _is_fiscal(last)
    return before if calendar and last and before.start <= last.end and last.start <= before.end else None


def _holding(day: date | None, year: Period | None) -> Period | None:
    """The fiscal year of a day, where another one is known."""
    if day is None or year is None:
        return None
    years = day.year - year.start.year - ((day.month, day.day) < (year.start.month, year.start.day))
    return attempt(lambda: year.shifted(_YEAR * years))


def _is_fiscal(period: Period) -> bool:
    return period.months == _YEAR and period.start.month > 1
