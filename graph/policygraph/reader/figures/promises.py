"""Rates in force, money given out, and the amounts that others are compared with.

1. A rate is a commitment, or a target where a word of proposing stands shortly before it; one after `to` is a
   target where its sentence proposes the change, one after `from` is in force, and so is one told in passing
   (`the levy, at 3 per cent, is to go`).
2. Money of a budget, a loan or a cost is a commitment, unless a word of something done stands nearer before
   it or follows it (`Rs2bn was spent`, `was built at a cost of`, `has trained 900 people at an expense of`);
   an investment of a time that is over is done.
3. An amount after `against`, `than` and their kind is the base of another; so is one after `from`, but a
   count only where a word of change stands before or `to` an amount after it (`guests from 30 countries`),
   and none that is itself called a forecast. `More than` and `above` compare where an amount stands before
   them.
"""

from __future__ import annotations

import re

from policygraph.lexicon import one_of
from policygraph.periods import Period
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.text.cues import Cue, has_cue, is_listed, last_cue
from policygraph.reader.text.money_signs import one_mark

__all__ = ["given_status", "is_base", "rate_status"]

_COMPARED = re.compile(
    rf"(?P<word>{one_of('grammar', 'against', opening=True)})"
    rf"(?: (?:the|a|{one_of('numbers', 'about')})){{0,2}} ?\Z"
)
_TO_OTHER = re.compile(rf"[^.;]{{0,40}}? to (?:[a-z]+ ){{0,2}}{one_mark()}?[0-9]")
_DONE_AFTER = re.compile(
    rf"(?:-plus)?(?:,? \(?[\w&%-]+(?:\.[0-9]\w*)?%?\)?){{0,8}}?(?: — [^—]{{1,60}} —)?,?"
    rf" (?:{one_of('statuses', 'passive')}|has|have|had) (?:being |ever |since |already |[a-z]+ly )?"
    rf"{one_of('statuses', 'done_after')}\b"
)
_STILL = re.compile(rf" (?:{one_of('statuses', 'to_come')}|to) be ")
"""After an amount: it is yet to be done."""
_BUILT = re.compile(
    rf"(?:\A|\. |\n|\b(?:has|have|had) (?:[a-z]+ly )?|{one_of('statuses', 'passive')} (?:newly )?)"
    r"[a-z]+(?:ed|ilt) (?:(?:[^.;,]|,(?=[0-9])){0,40} )?"
    r"at an? (?:total )?(?:cost|expense) of (?:[a-z]+ )?\Z"
)
_NEAR, _RATE, _FAR = 40, 60, 240
"""How far before an amount words tell of it."""
_MORE = frozenset({"above", "than"})
_MEASURE = len(" per cent points more ")


def rate_status(text: str, place: Place) -> str:
    """target where it is no more than proposed, else commitment."""
    start = place.amount.start
    if text.endswith(("from ", ", at "), 0, start):
        return "commitment"
    changed = text.endswith(" to ", 0, start)
    begin = max(place.sentence.start, start - _FAR) if changed else max(place.start, start - _RATE)
    return "target" if has_cue(text, begin, start, "statuses", "proposed") else "commitment"


def given_status(measures: Measures, place: Place, indicator: str, period: Period | None) -> str:
    """actual or commitment, of money of a budget, a loan or a cost."""
    text, start, end = measures.text, place.amount.start, place.amount.end
    if _DONE_AFTER.match(text, end) or _BUILT.search(text, max(0, start - 2 * _NEAR), start):
        return "actual"
    published = measures.document.date
    over = (
        indicator == "investment" and period is not None and published is not None and period.end < published
    )
    told = last_cue(text, max(place.start, start - 60), start, "statuses", "actual")
    if not (over or told) or _STILL.match(text, end):
        return "commitment"
    last = min(place.end, end + 50, place.after.start if place.after else place.end)
    begin = told.end if told else max(place.start, start - 90)
    return "commitment" if has_cue(text, begin, last, "statuses", "commitment") else "actual"


def is_base(measures: Measures, place: Place, guess: Cue | None) -> bool:
    """Whether the amount is what another is compared with, and no forecast itself."""
    text, amount = measures.text, place.amount
    found = _COMPARED.search(text, max(place.start, amount.start - _NEAR), amount.start)
    if not found:
        return False
    if found["word"] in _MORE and not _is_measured(place, found.start()):
        return False
    if found["word"] != "from":
        return True
    if (
        not amount.is_money
        and not _TO_OTHER.match(text, amount.end)
        and not _rises(text, place, found.start())
    ):
        return False
    return guess is None or not is_listed(text[guess.start : guess.end], "statuses", "nouns")


def _is_measured(place: Place, end: int) -> bool:
    """Whether an amount says by how much (`12% more than`), not only that it is no less (`more than`)."""
    return bool(place.before and end - place.before.end < _MEASURE)


def _rises(text: str, place: Place, end: int) -> bool:
    """Whether a word of change, or `to` an amount, stands before `from`."""
    start = max(place.start, end - 2 * _NEAR)
    if place.before and " to " in text[start : place.before.start]:
        return True
    return has_cue(text, start, end, "changes", "up") or has_cue(text, start, end, "changes", "down")
