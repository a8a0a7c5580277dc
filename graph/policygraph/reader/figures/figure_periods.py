"""When a figure is of: the period that the text gives it, as far as what it is about lets one be taken.

1. A sum of a series (exports, revenue) may have the period of the last such fact; a share of what was told
   last has the period of that.
2. A period before the amount is that of a sum of a series, or of a count in the same clause; a rate, a
   budget or a cost has none that is not said after it, but a budget or an investment that of a year with
   which its sentence begins. The time from or until which a rate holds, or in which it lapses, is not its
   own, nor is one before a sum that tells who is meant, nor is that by which work is done (`to be completed
   by June`) the one of its cost.
3. A sum of a budget whose paper has a year further on in its sentence (`in the development programme for
   2022-23`) is of that year, and so are the sums given out after it (`of this, Rs2bn has been set aside`).
4. `From $1bn to $3bn between 2019 and 2024` is the one of the first year and the other of the last, and so
   is what a thing `rose 5% to` between them.
5. What is said of now, of so far or of every year has none, but a count or a share of the day (see
   `present`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from policygraph.lexicon import one_of
from policygraph.periods import Period
from policygraph.reader.figures.attachment import Attached, attached
from policygraph.reader.figures.bounds import tells_whom
from policygraph.reader.figures.exports import SERIES
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.figures.present import present_day
from policygraph.reader.figures.talk import Talk
from policygraph.reader.periods.text_periods import TextPeriod
from policygraph.reader.text.cues import has_cue

__all__ = ["of_the_day", "when_of"]

_UNDATED_KINDS = frozenset({"rate", "rank", "budget", "investment"})
_FINISHED = re.compile(
    rf"{one_of('grammar', 'finished', opening=True)}(?: {one_of('grammar', 'told_links')}){{0,3}} \Z"
)
_BUDGET_FOR = re.compile(rf"{one_of('figures', 'budgets')} (?:for|of) (?:the )?\Z")
_TERM = re.compile(rf"{one_of('grammar', 'terms', opening=True)}(?: (?:the|end|of))* \Z")
_CHANGED_TO = re.compile(
    rf"\b(?:{one_of('changes', 'up')}|{one_of('changes', 'down')})\b[^;]{{0,40}}"
    rf" to (?:{one_of('numbers', 'about')} )?\Z"
)
_BEFORE = 90
_LED, _SPREAD = 40, 700
"""Characters from a word of budget to its year, and from a sum of it to what it is spread over."""
_OPENING = 20
"""A period that begins within so many characters of its sentence is that of all of it."""


def when_of(
    measures: Measures, place: Place, indicator: str, talk: Talk, current: Period | None = None
) -> Attached:
    """The period of a figure; `current` is that of what it is said to be a share of."""
    amount, text = place.amount, measures.text
    series = amount.is_money and (indicator in SERIES or talk.sentence == place.sentence.start)
    told = attached(measures, place, talk.period if series else current, growth=False)
    source = told.source
    if current and (source is None or source.end < amount.start):
        return Attached(current)
    if source is None:
        return _untold(measures, place, indicator, talk, told)
    if source.ends and (end := _end_of(measures, place, source.ends)):
        return replace(told, period=end)
    if source.start > amount.start:
        return Attached(None) if _is_term(text, place, indicator, source) else told
    return told if _holds(measures, place, indicator, source, series=series) else Attached(None)


def _end_of(measures: Measures, place: Place, ends: tuple[Period, Period]) -> Period | None:
    """The end of which an amount of `from $1bn to $3bn` is, where it came to be between two times."""
    text, amount = measures.text, place.amount
    if place.after and text.endswith("from ", 0, amount.start):
        return ends[0] if measures.leads_to(amount, place.after) else None
    if place.before and text.endswith("from ", 0, place.before.start):
        return ends[1] if measures.leads_to(place.before, amount) else None
    return ends[1] if _CHANGED_TO.search(text, place.start, amount.start) else None


def _is_term(text: str, place: Place, indicator: str, source: TextPeriod) -> bool:
    """Whether a period after the amount says from when a rate holds, or by when work is done."""
    if indicator == "rate":
        return _TERM.search(text, place.amount.end, source.start) is not None
    due = source.due and place.amount.is_money
    return due and _FINISHED.search(text, place.amount.end, source.start) is not None


def _holds(measures: Measures, place: Place, indicator: str, source: TextPeriod, *, series: bool) -> bool:
    """Whether a period that stands before the amount may be taken (rule 2)."""
    text, amount = measures.text, place.amount
    if amount.is_money and tells_whom(text, place):
        return False
    if source.end == place.start - 2 and not text.startswith("of ", place.start):
        return True
    initial = source.start - place.sentence.start < _OPENING
    whose = (
        source.named
        or _BUDGET_FOR.search(text, place.sentence.start, source.start)
        or indicator == "investment"
        or text.startswith("'s", source.end - 2)
    )
    spent = indicator in {"budget", "investment"} and initial and whose
    if (indicator in _UNDATED_KINDS and not spent) or text.startswith("from ", amount.start - 5):
        return False
    if source.end < place.start and (
        not series or has_cue(text, place.start, amount.start, "grammar", "undated")
    ):
        return initial or "and" in text[place.start - 4 : place.start + 4]
    return True


def _untold(measures: Measures, place: Place, indicator: str, talk: Talk, told: Attached) -> Attached:
    """The period of a figure that its sentence names none for; `told` is that of the last fact."""
    if indicator == "budget" and place.amount.is_money:
        return _of_budget(measures, place, talk)
    start = max(place.sentence.start, place.amount.start - _BEFORE)
    return Attached(None) if has_cue(measures.text, start, place.end, "grammar", "undated") else told


def _of_budget(measures: Measures, place: Place, talk: Talk) -> Attached:
    """The year of the budget that a sum with no time beside it is from (rule 3)."""
    text, end = measures.text, place.amount.end
    for period in measures.periods_in(end, place.sentence.end):
        led = max(end, period.start - _LED), period.start
        papers = ("figures", "budgets"), ("countries", "yearly_plans")
        if period.named and any(has_cue(text, *led, *paper) for paper in papers):
            return Attached(period.period, False, period)
    near = place.amount.start - talk.budget_at < _SPREAD
    if not near or not has_cue(text, place.start, min(place.end, end + _BEFORE), "figures", "allotting"):
        return Attached(None)
    return Attached(talk.budget)


def of_the_day(measures: Measures, place: Place, indicator: str) -> Attached | None:
    """The day as of which a count or a share is told, where one is."""
    if place.amount.unit not in {"count", "percent"} or indicator in _UNDATED_KINDS:
        return None
    day = present_day(measures, place)
    return Attached(day) if day else None
