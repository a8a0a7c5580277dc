"""The day as of which a count or a share is told: that of publication, or a day of the week before it.

1. With `now`, `currently`, `as of this morning` before the amount in its clause, or after it where no other
   amount follows, a count or a share that is a fact is one of the day of publication; not with a perfect
   (`had now`, `has now been`).
2. `by Sunday night` and `as of Friday` in its sentence are the last such day before publication.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from policygraph.lexicon import by_letter, flat
from policygraph.periods import Period
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.text.cues import last_cue

__all__ = ["present_day"]

_PERFECT = ("had ", "has ", "have ")
_REACH = 60
"""Characters before an amount, or after its noun, among which such a word stands."""


def present_day(measures: Measures, place: Place) -> Period | None:
    """The day, or None where nothing tells it or the text has no date."""
    published = measures.document.date
    if published is None:
        return None
    text, amount = measures.text, place.amount
    begin = max(place.start, amount.start - _REACH, place.before.end if place.before else 0)
    end = min(place.end, amount.end + _REACH, place.after.start if place.after else place.end)
    if _is_now(text, begin, amount.start) or (end == place.end and _is_now(text, amount.end, end)):
        return Period(published, published)
    if text.find("day", place.sentence.start, amount.start) < 0:
        return None
    found = _weekday().search(text, place.sentence.start, amount.start)
    return _last(published, int(flat("periods", "weekdays")[found["day"]])) if found else None


def _is_now(text: str, start: int, end: int) -> bool:
    cue = last_cue(text, start, end, "periods", "nowadays")
    if cue is None or text.startswith(" been", cue.end):
        return False
    return not text.endswith(_PERFECT, max(0, cue.start - len("have ")), cue.start)


def _last(published: date, weekday: int) -> Period:
    """The last such day of the week before a day."""
    day = published - timedelta(days=(published.weekday() - weekday - 1) % 7 + 1)
    return Period(day, day)


@cache
def _weekday() -> re.Pattern[str]:
    days = by_letter(flat("periods", "weekdays"))
    return re.compile(rf"\b(?:by|as of|as on|as at|until|till) (?:late |early |last )?(?P<day>{days})\b")
