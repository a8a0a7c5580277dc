"""Times and amounts that others are compared with.

1. A time is a base of comparison after a word of comparing, with an amount of that time between at most
   (`over September`, `than in FY20`, `from the $9m of 2021`), and for a change where what follows it compares
   (`43% below what came in between`). `From May to July` is a run of months.
2. An amount is one after such a word, and where its time is told by another (`a year earlier`).
"""

from __future__ import annotations

import re

from policygraph.lexicon import one_of
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.periods.text_periods import TextPeriod
from policygraph.reader.text.money_signs import one_mark

__all__ = ["is_against", "is_base", "is_compared", "is_set_against"]

_ABOUT = one_of("numbers", "about")
_PRINTED = (
    rf"(?:[a-z]{{1,3}}\.? ?)?{one_mark()}? ?[0-9][\w.,]*(?: {one_of('grammar', 'amount_links')}){{0,4}}"
)
_BASE = re.compile(
    rf"{one_of('grammar', 'base', opening=True)}"
    rf"(?: {one_of('grammar', 'base_links')}){{0,3}}(?: {_PRINTED})? ?\Z"
)
_RUN = re.compile(r" (?:to|through|till|until) ")
_AGAINST = re.compile(rf"{one_of('grammar', 'against', opening=True)}(?: (?:the|a|{_ABOUT})){{0,2}} ?\Z")
_COMPARING = re.compile(
    rf"(?: points?)? ?(?:[a-z]+ )?{one_of('grammar', 'comparing', opening=True)}\b[^,;]*\Z"
)


def is_base(text: str, start: int, period: TextPeriod) -> bool:
    """Whether the period is what something is compared with."""
    found = _BASE.search(text[max(start, period.start - 60) : period.start])
    if found and found[0].strip() == "from" and _RUN.search(text, period.start, period.end):
        return False
    return bool(found)


def is_against(measures: Measures, place: Place, period: TextPeriod) -> bool:
    """The same, or the change itself is told against it (`43% below the sum of the second quarter`)."""
    start, text = place.amount.end, measures.text
    if start < period.start <= place.sentence.end and _COMPARING.match(text[start : period.start]):
        return True
    return is_base(text, place.sentence.start, period)


def is_compared(measures: Measures, place: Place, source: TextPeriod | None) -> bool:
    """Whether the amount is one that another is compared with (`against $5m`, `from $5m`)."""
    start = max(place.sentence.start, place.amount.start - 40)
    shifted = source is not None and source.shift != 0
    return shifted or is_set_against(measures.text, start, place.amount.start)


def is_set_against(text: str, start: int, end: int) -> bool:
    """Whether a run ends in a word that sets what follows against something."""
    return _AGAINST.search(text[start:end]) is not None
