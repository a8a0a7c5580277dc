"""Times that are told by another: `a year earlier`, `the previous year`, `last year` beside a fiscal year.

1. `The corresponding period last year` is twelve months before the time that the sentence, or the last fact,
   is about, and so is `last year` after a fact about a part of a year; `a month earlier` is the month before.
2. `The previous year`, `the previous quarter` in a sentence that has named one before is the one before that.
3. `The previous year` and `last year` beside a fiscal year that the sentence names are the fiscal year before
   that: `last year` where its amount is set against another, or where that and the year before the article's
   share months.
4. A time told by a fiscal year of which nobody knows the dates has none.
"""

from __future__ import annotations

from policygraph.lexicon import phrases
from policygraph.periods import Period
from policygraph.reader.figures.compared import is_set_against
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.periods.period_parts import attempt
from policygraph.reader.periods.text_periods import TextPeriod

__all__ = ["is_told_before", "period_of"]

_YEAR = 12
_BACK = 40
"""Characters before an amount among which it is set against another."""
_LENGTHS = {"year": _YEAR, "quarter": 3, "month": 1}
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
    if not text.startswith(phrases("periods", "before_told"), one.start):
        return 0
    return _LENGTHS.get(text[one.start : one.end].rpartition(" ")[2].removesuffix("'s"), 0)


def _before_told(text: str, chosen: TextPeriod, inside: list[TextPeriod]) -> Period | None:
    """Rule 2."""
    length = is_told_before(text, chosen)
    before = [one.period for one in inside if one.period and one.start < chosen.start]
    if not length or not before or before[-1].months != length:
        return None
    return attempt(lambda: before[-1].shifted(-length))


def _fiscal_before(
    measures: Measures, place: Place, chosen: TextPeriod, inside: list[TextPeriod]
) -> Period | None:
    """Rule 3."""
    text, last = measures.text, chosen.period
    told = is_told_before(text, chosen) == _YEAR
    if not told and not (last and text.startswith("last year", chosen.start)):
        return None
    years = [one for one in inside if one.period and one.named and _is_fiscal(one.period)]
    if not years:
        return None
    near = min(years, key=lambda one: abs(one.start - chosen.start)).period
    before = near and attempt(lambda: near.shifted(-_YEAR))
    if not before or told or is_set_against(text, max(0, place.amount.start - _BACK), place.amount.start):
        return before
    return before if last and before.start <= last.end and last.start <= before.end else None


def _is_fiscal(period: Period) -> bool:
    return period.months == _YEAR and period.start.month > 1
