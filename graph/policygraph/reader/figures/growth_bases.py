"""What a change is measured against: the same time a year before, the month or the quarter before.

1. What the text says next after the change, or right before it, decides (`year-on-year`, `a monthly rise
   of`); then a base that is named, by its distance; then, for a year or a run of months with no base, the
   year before. Of two days a quarter apart the basis is the quarter before.
2. A change with no base of a quarter is a yearly one where the text has called an earlier one so.
3. What comes about in a stretch (`in six months`) has none of these, but in one of a year (`over the twelve
   months`) the year before; nor has what is compared with another stretch (`on the preceding half`). What
   does between two times (`between FY24 and FY25`) has the earlier one as its base, and none of these where
   others lie between them.
"""

from __future__ import annotations

import re
from functools import cache

from policygraph.lexicon import any_of, one_of, phrases
from policygraph.periods import Period
from policygraph.reader.figures.attachment import Attached
from policygraph.reader.figures.compared import is_against
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.figures.told_by_others import is_told_before, is_year_before
from policygraph.reader.periods.text_periods import TextPeriod
from policygraph.reader.text.cues import first_cue, has_cue

__all__ = ["basis_between", "basis_of", "is_over_stretch", "is_said_yearly"]

_BASES = ("yoy", "mom", "qoq")
_BEFORE, _AFTER, _BEYOND = 40, 180, 110
"""Characters before a change, after it, and after the next amount, in which its base is told."""
_STRETCH = re.compile(
    rf" (?:in|over|within) (?:{one_of('grammar', 'stretch_links')} )?"
    r"(?:(?P<year>(?:twelve|12) months)|(?:[a-z]+|[0-9]+) (?:months|weeks|years))\b"
    rf"(?! {one_of('grammar', 'stretch_ends')}\b)"
)
_ON_STRETCH = re.compile(
    rf" {one_of('grammar', 'base')} (?:(?:in|during) )?(?:the|its) {one_of('periods', 'before_told')}"
    rf" {one_of('grammar', 'unnamed_stretches')}\b"
)


def basis_of(measures: Measures, place: Place, told: Attached, *, yearly: bool) -> str | None:
    """`yoy`, `mom`, `qoq` or None; `yearly` tells whether the text has called an earlier change so."""
    period = told.period
    if told.source and told.source.ends:
        return basis_between(*told.source.ends)
    basis = _told(measures, place, period)
    return "yoy" if basis is None and period and yearly and _is_bare(measures, place) else basis


def is_over_stretch(measures: Measures, place: Place) -> bool:
    """Whether a change comes about over a stretch of time that no date tells (rule 3)."""
    return _stretch(measures, place) is not None


def _stretch(measures: Measures, place: Place) -> re.Match[str] | None:
    """Where it is told, right after the change or after the level that this led to."""
    text, amount, after = measures.text, place.amount, place.after
    led = after is not None and measures.leads_to(amount, after)
    return _STRETCH.match(text, amount.end) or (_STRETCH.match(text, after.end) if after and led else None)


def is_said_yearly(measures: Measures, place: Place) -> bool:
    """Whether the sentence of a change says that it is one on the year."""
    return has_cue(measures.text, place.sentence.start, place.sentence.end, "changes", "yoy")


def _is_bare(measures: Measures, place: Place) -> bool:
    """Whether a percentage of change has no base in its sentence."""
    if place.amount.unit != "percent" or is_over_stretch(measures, place):
        return False
    said = measures.periods_in(place.sentence.start, place.sentence.end)
    return not any(one.shift or is_against(measures, place, one) for one in said)


def _told(measures: Measures, place: Place, period: Period | None) -> str | None:
    text = measures.text
    start, end = place.amount.end, min(place.sentence.end, place.amount.end + _AFTER)
    if place.after:
        end = min(end, max(place.after.end + _BEYOND, start))
    if named := _named(measures, place, end):
        return named
    if _ON_STRETCH.match(text, start):
        return None
    said = measures.periods_in(place.sentence.start, end)
    bases = [p for p in said if p.shift or is_against(measures, place, p)]
    for base in sorted(bases, key=lambda base: base.start < place.amount.start):
        if found := _against(text, base, period):
            return found
        if base.period and period:
            return None
    if stretch := _stretch(measures, place):
        return "yoy" if stretch["year"] else None
    plain = place.amount.unit == "percent" and not bases
    return "yoy" if plain and period and 1 < period.months <= 12 and period.months != 3 else None


def _named(measures: Measures, place: Place, end: int) -> str | None:
    """The basis that the text names: next after the change, right before it, or as its sentence opens."""
    text, start = measures.text, place.amount.end
    near = min(end, start + (60 if place.amount.unit != "multiple" else 24))
    following = [(cue.start, key) for key in _BASES if (cue := first_cue(text, start, near, "changes", key))]
    if following:
        return min(following)[1]
    before = text[max(place.start, place.amount.start - _BEFORE) : place.amount.start]
    opening = text[place.sentence.start : min(place.sentence.start + _BEFORE, place.amount.start)]
    told = (key for key in _BASES if _said_of(key).search(before) or _opening(key).match(opening))
    return next(told, None)


def _against(text: str, base: TextPeriod, period: Period | None) -> str | None:
    """The basis of a change over a named base."""
    if base.shift == -12 or (is_year_before(text, base) and (period is None or period.months == 12)):
        return "yoy"
    if period and -period.months in (base.shift, -is_told_before(text, base)):
        return {1: "mom", 3: "qoq"}.get(period.months)
    return basis_between(base.period, period) if base.period and period else None


@cache
def _opening(key: str) -> re.Pattern[str]:
    """A basis with which a sentence begins (`on a monthly basis`)."""
    words = any_of(phrases("changes", key))
    return re.compile(rf"(?:on an? )?{words}(?: basis)?,? |on an? {words} basis")


@cache
def _said_of(key: str) -> re.Pattern[str]:
    """A basis right before the noun of change that a rate belongs to (`a year-on-year gain of`)."""
    nouns = any_of((*phrases("changes", "nouns_up"), *phrases("changes", "nouns_down")))
    return re.compile(rf"{any_of(phrases('changes', key))} {nouns} of (?:{one_of('numbers', 'about')} )?\Z")


def basis_between(base: Period, period: Period) -> str | None:
    """The basis of a change from one time to another that is as long."""
    apart = (period.start.year - base.start.year) * 12 + period.start.month - base.start.month
    if apart == 12:
        return "yoy"
    if apart == 1 and period.months == 1:
        return "mom"
    if apart == 3 and (period.months == 3 or period.start == period.end):
        return "qoq"
    return None
