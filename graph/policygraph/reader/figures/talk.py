"""What a text spoke of last, and figures that say no more than they did: told again, or listed.

1. The same told again in another measure (`61 million, or 24 per cent`) is about the same, at the same time.
2. In a list (`the park, Rs4bn; the fibre, Rs3bn`) a sum is of the same, for the same time, as the last one.
3. An aim or a forecast of a series with no time of its own is for that of the one just before (`It wants
   $5bn by 2025. Brokers expect $3bn`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from policygraph.lexicon import one_of
from policygraph.periods import Period
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.figures.quotes import quote_span
from policygraph.reader.periods.text_periods import TextPeriod
from policygraph.reader.reading import ReadFigure

__all__ = ["RECENT", "Talk", "is_other_end", "listed", "told_again"]

RECENT = 320
"""Characters within which what was counted is still in mind."""
_RESTATING = re.compile(rf"{one_of('grammar', 'restating')} ?(?:{one_of('numbers', 'about')} )?")
_CLOSED = re.compile(rf";|[.,)]?(?:\s|\Z)(?! *[a-z]{{2,}} )|, {one_of('grammar', 'item_ends')}\b")
_NEAR = 120
"""Characters from one aim to the next."""
_LIST, _ITEM = 500, 110
"""Characters from one sum of a list to the next, and of an item."""


@dataclass
class Talk:
    """What the text told, counted and shared last, and where."""

    indicator: str = ""
    """Of the last sum."""
    counted: str = ""
    counted_at: int = -RECENT
    share: str = ""
    share_at: int = -1
    sentence: int = -1
    """Where the sentence began that told the last fact of a series."""
    period: Period | None = None
    """Of that fact."""
    unit: str | None = None
    """The last money."""
    sum: ReadFigure | None = None
    sum_at: int = -1
    budget: Period | None = None
    """Of the last sum of a budget that has one, and where that was told."""
    budget_at: int = -1000
    aimed: tuple[str, Period | None] = ("", None)
    """What the last aim or forecast of a series is of and for, and where that was told."""
    aimed_at: int = -1000
    made: ReadFigure | None = None
    """The last figure of any kind."""
    made_at: int = -1
    made_for: Period | None = None

    def foretold(self, indicator: str, start: int) -> Period | None:
        """The time of the aim or forecast of the same that was told just before (rule 3)."""
        same = indicator == self.aimed[0] and start - self.aimed_at < _NEAR
        return self.aimed[1] if same else None

    def allotted(self, source: TextPeriod | None, period: Period | None, start: int) -> None:
        """Note the year that a sum of a budget is told to be for; `the outgoing year's` is an aside."""
        if period and period.months == 12 and source and (source.named or source.start > start):
            self.budget, self.budget_at = period, start


def told_again(measures: Measures, place: Place, talk: Talk) -> ReadFigure | None:
    """The figure of the amount before it in another measure (rule 1)."""
    made, before, amount = talk.made, place.before, place.amount
    if made is None or before is None or talk.made_at != before.start:
        return None
    if amount.unit in {made.unit, "count", "ordinal"}:
        return None
    if not _RESTATING.fullmatch(measures.text, before.end, amount.start):
        return None
    return _alike(made, measures, place)


def listed(measures: Measures, place: Place, talk: Talk) -> ReadFigure | None:
    """The figure of a sum that ends an item of a list after a comma (rule 2)."""
    text, amount = measures.text, place.amount
    if talk.sum is None or not 0 < amount.start - talk.sum_at < _LIST:
        return None
    if text[amount.start - 2 : amount.start] != ", " or amount.start - place.start > _ITEM:
        return None
    if not _CLOSED.match(text, amount.end) or measures.periods_in(place.start, place.end):
        return None
    return _alike(talk.sum, measures, place)


def is_other_end(measures: Measures, place: Place, talk: Talk) -> bool:
    """Whether an amount is the second of `from 5 to 9`, the first of which was told last."""
    made, before = talk.made, place.before
    if made is None or before is None or talk.made_at != before.start or made.unit != place.amount.unit:
        return False
    return measures.text.endswith("from ", 0, before.start) and measures.leads_to(before, place.amount)


def _alike(figure: ReadFigure, measures: Measures, place: Place) -> ReadFigure:
    amount = place.amount
    span = quote_span(measures, place, amount.end, None)
    return replace(figure, span=span, value=amount.value, unit=amount.unit)
