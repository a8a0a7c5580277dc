"""What a number counts that no known noun follows, and those who are trained, work or use something.

1. One after `number of subscribers` or the like counts those, and one after `workforce of` or `employs` jobs.
   After `the number to`, or a verb of growing to, it counts what was counted last (`to take the number to
   900`); before a verb of use (`600 log in`) users.
2. A number of a thousand or more with an unknown noun after it counts something else.
3. Those who are, will be or were trained, or are of a cohort, are `people-trained`, whatever they are called;
   who only applied is not. Others who work are jobs, and who use something users.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from policygraph.lexicon import by_letter, one_of
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.text.cues import Cue, first_cue, has_cue, is_listed, last_cue

__all__ = ["Counted", "sort_of", "unnamed"]

_BEFORE = 50
_SMALL, _LARGE = Decimal(20), Decimal(1000)
_ABOUT = one_of("numbers", "about")
_AT_WORK = re.compile(rf"[ -](?:\w+ ){{0,2}}{one_of('figures', 'at_work')}\b")
_PEOPLE_AT_WORK = re.compile(rf" [a-z-]+ (?:(?:who|now|are|were) )?{one_of('figures', 'at_work')}\b")
_AT_USE = re.compile(rf"[ -](?:(?:now|already|who|has|have|had) ){{0,3}}{one_of('figures', 'at_use')}\b")
_EMPLOY = re.compile(rf"{one_of('figures', 'employing', opening=True)}(?: {_ABOUT})? ?\Z")
_GROWN = re.compile(
    rf"(?:{one_of('figures', 'growing_to', opening=True)}\b[^.;]{{0,30}} to(?: [a-z]+){{0,2}} \Z"
    rf"|{one_of('figures', 'having', opening=True)} (?:{_ABOUT} )?\Z)"
)
_THE_NUMBER = re.compile(
    rf"{by_letter(['the', 'that', 'this'], opening=True)} (?:number|count|tally|headcount|strength)"
    rf" (?:to|at|as|is|was|stood at|stands at)(?: {_ABOUT})? \Z"
)
_TRAINED = re.compile(
    rf"[^.;]{{0,60}}\b(?:{one_of('figures', 'trained')}"
    rf"|{one_of('figures', 'learning')} (?:[a-z'-]+ ){{0,3}}{one_of('figures', 'lessons')})\b"
)
_TRAINING = re.compile(rf"{one_of('figures', 'training', opening=True)}\b[^.;,]{{0,20}}\Z")
_YEARLIKE = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_WHOSE_WORK = frozenset({"jobs", "other", "people-trained", "users"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The indicator of what is counted, and where its noun ends."""

    indicator: str
    end: int


def unnamed(measures: Measures, place: Place, last: str, end: int) -> Counted | None:
    """What it counts; `last` is what was counted last, and unknown words after it end at `end`."""
    amount, text = place.amount, measures.text
    before = text[max(place.start, amount.start - _BEFORE) : amount.start]
    if _EMPLOY.search(before):
        return Counted("jobs", amount.end)
    if named := _told(measures, place, last, end):
        return named
    year = _YEARLIKE.fullmatch(text, amount.start, amount.end)
    if end == amount.end or amount.value < _LARGE or year:
        return None
    made = last_cue(text, max(place.start, amount.start - _BEFORE), amount.start, "figures", "making")
    if not made and _PEOPLE_AT_WORK.match(text, amount.end):
        return Counted("jobs", end)
    return Counted("other" if made else sort_of(text, amount.start, Cue(end, end, "other")), end)


def sort_of(text: str, start: int, noun: Cue) -> str:
    """What is counted with a noun, by what is said of it (rule 3)."""
    end, code = noun.end, noun.code
    if code not in _WHOSE_WORK or is_listed(text[noun.start : end], "figures", "things"):
        return code
    if " appl" in text[start:end]:
        return code
    if _TRAINED.match(text[end : end + 80]) or _TRAINING.search(text[max(0, start - 60) : start]):
        return "people-trained"
    if code != "other":
        return code
    if _AT_WORK.match(text, end) or _EMPLOY.search(text[max(0, start - _BEFORE) : start]):
        return "jobs"
    return "users" if _AT_USE.match(text, end) else code


def _told(measures: Measures, place: Place, last: str, end: int) -> Counted | None:
    """What the words around a number with no noun say that it counts (rule 1)."""
    amount, text = place.amount, measures.text
    before = text[max(place.start, amount.start - _BEFORE) : amount.start]
    if last and end == amount.end and (_THE_NUMBER.search(before) or _GROWN.search(before)):
        return Counted(last, amount.end)
    if amount.value >= _SMALL and _AT_USE.match(text, amount.end):
        return Counted("users", amount.end)
    return _named_before(measures, place)


def _named_before(measures: Measures, place: Place) -> Counted | None:
    text, amount = measures.text, place.amount
    cue = last_cue(text, place.start, amount.start, "figures", "number_of")
    if not cue:
        return None
    if is_listed(text[cue.start : cue.end], "figures", "employed"):
        return Counted("jobs", amount.end)
    if noun := first_cue(text, cue.start, amount.start, "figures", "nouns"):
        return Counted(noun.code, amount.end)
    if has_cue(text, cue.start, amount.start, "figures", "employed"):
        return Counted("jobs", amount.end)
    return Counted("other", amount.end) if amount.value >= _LARGE else None
