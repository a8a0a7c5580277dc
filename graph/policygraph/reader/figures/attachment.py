"""Which of the periods a text names a figure or a growth is about.

1. The period that is its label (see `labels`), else the one that follows the amount in its clause, with no
   other amount between.
2. Else the nearest period before it in the sentence that is not the base of a comparison nor the own period
   of another amount; else one that follows further on.
3. Else, for what is a fact about exports or revenue, the period of the last such fact (`October alone`, `of
   this amount`).
4. A period told by another (`the corresponding period last year`) is what `told_by_others` says.
5. A base of comparison (see `compared`) is never the period of a growth. A time at which something else was
   done (`a note circulated in June`) is that of none.
6. A time stays in its part of a sentence, and one after an aside is of what stands before that (see
   `clause_times`).
7. What is of a fiscal year whose dates nobody knows has no period, and lends none; nor does an aim, or what
   lies after the day of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policygraph.lexicon import by_letter, one_of
from policygraph.periods import Period
from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.clause_times import in_own_part, is_aside
from policygraph.reader.figures.compared import is_against, is_base, is_set_against
from policygraph.reader.figures.labels import labels_in
from policygraph.reader.figures.lists_of_times import of_list
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.figures.told_by_others import period_of
from policygraph.reader.periods.text_periods import TextPeriod
from policygraph.reader.text.word_class import lexicon_set

__all__ = ["Attached", "attached", "carried"]

_ABOUT = one_of("numbers", "about")
_TOLD = re.compile(
    rf"{one_of('grammar', 'told', opening=True)}(?: {one_of('grammar', 'told_links')}){{0,3}} ?\Z"
)
_ITSELF = re.compile(rf"{by_letter(['itself'], opening=True)} (?:(?:up|down|{_ABOUT}) )*\Z")
_OWNED = re.compile(rf"(?: {one_of('grammar', 'owned_links')})+ ?")
_TO = re.compile(rf"(?: in [a-z]+)? ?(?:to|-|or|of|out of)(?: {one_of('grammar', 'reach')})* ?")
_WITH = re.compile(rf",? {one_of('grammar', 'comparing')}(?: the)? ")
_LATER = re.compile(r"\b(?:has|have|had) since [a-z]")
_WHEN = re.compile(r",? when ")
_GAP = 70
_BACK = 40
"""Characters before a time among which a verb that it belongs to stands."""


@dataclass(frozen=True, slots=True)
class Attached:
    """The period, and how it is told."""

    period: Period | None
    due: bool = False
    source: TextPeriod | None = None

    @property
    def is_dateless(self) -> bool:
        """Whether it is of a fiscal year whose dates nobody knows."""
        return self.source is not None and self.source.dateless


def attached(measures: Measures, place: Place, current: Period | None, *, growth: bool) -> Attached:
    """The period of an amount; `current` is that of the last fact of the same kind, or None."""
    said = measures.periods_in(place.sentence.start, place.sentence.end)
    inside = [p for p in said if p.period or p.shift or p.dateless]
    inside = [p for p in inside if not (p.ahead and (growth or not place.amount.is_money))]
    if any(one.end < place.amount.start and _gone(measures.text, one, place) for one in said) or _is_later(
        measures, place, said
    ):
        return Attached(None)
    label, inside = labels_in(measures, place, inside)
    if not label and (listed := of_list(measures, place, inside, growth=growth)):
        return Attached(listed[0], listed[1].due, listed[1])
    if place.before and is_aside(measures.text, place.before, place.amount):
        return Attached(None)
    inside = in_own_part(measures, place, inside)
    own = label or _when(measures, place, inside) or _following(measures, place, inside, growth)
    chosen = own or _preceding(measures, place, inside, growth) or _later(measures, place, inside, growth)
    if chosen is None:
        return Attached(current)
    return Attached(period_of(measures, place, chosen, inside, current), chosen.due, chosen)


def carried(measures: Measures, told: Attached, current: Period | None) -> Period | None:
    """The period that is carried on, once one more is told: none that is of no date, or yet to come."""
    if told.is_dateless or measures.is_to_come(told.period):
        return None
    return told.period or current


def _when(measures: Measures, place: Place, inside: list[TextPeriod]) -> TextPeriod | None:
    """`2009, when they were worth`: the period just before the clause."""
    text, amount = measures.text, place.amount
    if not text.startswith("when ", place.start) or text.find(", ", place.start, amount.start) >= 0:
        return None
    return next((p for p in inside if 0 <= place.start - p.end <= 2), None)


def _is_later(measures: Measures, place: Place, said: tuple[TextPeriod, ...]) -> bool:
    """`$2bn in FY21, and have since risen to $4bn`: it came about later, no one says when."""
    start = max(place.start, place.amount.start - _GAP)
    if measures.text.find(" since ", start, place.amount.start) < 0:
        return False  # the usual case
    found = _LATER.search(measures.text, start, place.amount.start)
    return found is not None and not any(one.end > found.start() for one in said)


def _gone(text: str, one: TextPeriod, place: Place) -> bool:
    """`Since June 2021, when they were`: a time that is that of nothing, but of the clause after it."""
    if one.period or one.shift or not _WHEN.match(text, one.end):
        return False
    return text.find(", ", one.end + 2, place.amount.start) < 0


def _following(measures: Measures, place: Place, inside: list[TextPeriod], growth: bool) -> TextPeriod | None:
    text, end = measures.text, place.amount.end
    for period in inside:
        if period.start < end:
            continue
        if period.start - end > _GAP or period.start > place.end + 12:
            return None
        between = measures.amounts_in(end, period.start)
        if between and not _led_on(text, place, between[0]):
            return None
        base = is_against(measures, place, period) if growth else _WITH.fullmatch(text, end, period.start)
        if base or _TOLD.search(text[end : period.start]):
            continue
        return period
    return None


def _led_on(text: str, place: Place, other: Amount) -> bool:
    """`15 per cent to $3 billion in 2023`, `11 of 64 firms in 2023`, a range: the period is of the whole."""
    joined = place.amount.joined and other.joined
    return (
        joined
        or is_aside(text, place.amount, other)
        or _TO.fullmatch(text, place.amount.end, other.start) is not None
    )


def _preceding(measures: Measures, place: Place, inside: list[TextPeriod], growth: bool) -> TextPeriod | None:
    text = measures.text
    for period in reversed(inside):
        if period.end > place.amount.start:
            continue
        after = text[period.end : place.amount.start]
        if _ITSELF.search(after):
            return period
        owner = after.startswith("'s") or text.endswith("'s", period.start, period.end)
        if is_base(text, place.sentence.start, period) and not owner:
            continue
        if not growth and _owned(measures, place, period):
            continue
        if _is_told(text, max(place.sentence.start, period.start - _BACK), period.start):
            continue
        return period
    return None


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether a verb of telling or doing stands right before a time: it is the time of that."""
    words = text[start:end].split()
    while words and words[-1] in lexicon_set("grammar", "told_links"):
        words.pop()
    return bool(words) and words[-1] in lexicon_set("grammar", "told_before")


def _owned(measures: Measures, place: Place, period: TextPeriod) -> bool:
    """Whether the period directly follows another amount that is no end of the same range."""
    earlier = measures.amounts_in(max(place.sentence.start, period.start - 30), period.start)
    if not earlier:
        return False
    gap = measures.text[earlier[-1].end : period.start]
    return bool(_OWNED.fullmatch(gap)) and is_set_against(measures.text, period.end, place.amount.start)


def _later(measures: Measures, place: Place, inside: list[TextPeriod], growth: bool) -> TextPeriod | None:
    for period in inside:
        if period.start < place.amount.end or not (period.period or period.dateless):
            continue
        if is_base(measures.text, place.sentence.start, period) or (
            growth and is_against(measures, place, period)
        ):
            continue
        between = measures.amounts_in(place.amount.end, period.start)
        if growth or not between or _led_on(measures.text, place, between[0]):
            return period
    return None
