"""Whether a figure is a fact, an aim, a guess or a promise.

1. A word of guessing in the clause before the amount (`could`, `expected`, `likely`) makes it a forecast;
   a word of aiming (`target`, `aims`, `wants`, `will be trained`) a target, as does `by` with a later year.
   Where both stand, the nearer one decides; of `expected to create` the first. A month (`in May`) is no such
   word, nor is one of an aside (`the scheme, which is meant to last, reached 900 villages`). After `now` it
   is a fact; an amount that others are compared with (`against`, `from` before `to`) is one too, unless it is
   itself called a forecast or said to be promised (`the 900 promised`). What was found `to be` something is.
2. Else a rate is a commitment, and so is money of a budget, a loan or a cost, unless a word of something
   done (`raised`, `spent`) stands nearer before it; so are the sum of a limit (`a cap of`) and one of nothing
   known that somebody promised. An investment of a time that is over is a fact. A share that is reserved for
   someone is a commitment. What someone `had set for` a year is a target.
3. Else it is a fact; with `will` alone it is a forecast of money and a target of a count. An estimate of a
   time that is not over is a forecast.
"""

from __future__ import annotations

import re

from policygraph.lexicon import one_of
from policygraph.periods import Period
from policygraph.reader.figures.bounds import is_limit
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.figures.promises import given_status, is_base, rate_status
from policygraph.reader.text.cues import Cue, cues, has_cue, is_listed

__all__ = ["status_of"]

_PROMISED = frozenset({"rate", "budget", "investment"})
_ESTIMATED = frozenset({"it-exports", "other-exports", "revenue", "market-size"})
_PROMISED_AFTER = re.compile(rf"(?: [a-z]+)? {one_of('statuses', 'promised_after')}\b")
_SET_BY = re.compile(
    r" (?:which|that) (?:[\w'-]+ ){1,7}(?:(?:had|has|have) )?(?:set|envisaged|foreseen|laid down|promised)"
    r"(?: (?:for|by)| as)\b"
)
_RESERVED = re.compile(r"(?: [\w'-]+){0,5} (?:reserved|set aside|earmarked) for\b")
_TO_COME = re.compile(rf"(?: [\w'-]+){{1,6}} {one_of('statuses', 'to_come')} [a-z]+ ")
_MADE_TO_BE = frozenset({"people-trained", "facilities", "users"})
_JUST = re.compile(rf" (?:(?:them|it|him|her|us|to give|to pay|{one_of('numbers', 'about')}) )*")
_FOUND = re.compile(
    rf" {one_of('statuses', 'passive')} (?:[a-z]+ly )?{one_of('statuses', 'finding')}(?: [a-z]+)? \Z"
)
_AGAINST_NEXT = re.compile(rf"{one_of('grammar', 'against', opening=True)} (?:(?:the|a) )?\Z")
_NOW = re.compile(rf"\bnow(?: (?:at|stands at|{one_of('numbers', 'about')}))? ?\Z")
_AFTER = re.compile(rf"[ -]*(?:(?!{one_of('figures', 'noun_stops')} )[\w'-]+ ){{0,3}}(?:target|goal)\b")
_WHICH = re.compile(r"\b(?:which|who|whose) [^,;]*, (?!(?:and|or|to|with|including)\b)")
_ASIDE = re.compile(r"(?: - |—)[^;—]{1,80}?(?: - |—)")
"""What dashes set aside: the clause goes on after it."""
_NEAR, _CLAUSE = 40, 140
"""How far before an amount words tell of it."""


def status_of(measures: Measures, place: Place, indicator: str, period: Period | None, *, due: bool) -> str:
    """actual, target, forecast or commitment."""
    text, amount = measures.text, place.amount
    aimed_at = amount.unit == "count" and _PROMISED_AFTER.match(text, amount.end)
    if amount.unit == "percent" and _RESERVED.match(text, amount.end, place.end):
        return "commitment"
    aimed_at = aimed_at or _SET_BY.match(text, amount.end, place.sentence.end)
    if aimed_at or _AFTER.match(text, amount.end, amount.end + _NEAR):
        return "target"
    near = text[max(place.start, amount.start - _NEAR) : amount.start]
    aim, guess = _told(measures, place, "target"), _told(measures, place, "forecast")
    stands = indicator not in {"rate", "budget"} and is_base(measures, place, guess)
    if stands or ("now" in near and _NOW.search(near)):
        return "actual"
    if promise := _promise(measures, place, indicator, period, (aim, guess)):
        return promise
    if indicator in _PROMISED and amount.unit != "percent":
        aim, guess = _meant(text, aim), _meant(text, guess)
    if aim or guess:
        return "target" if aim and (not guess or _outdoes(text, aim, guess)) else "forecast"
    return _foretold(measures, place, indicator, period, due=due)


def _promise(
    measures: Measures,
    place: Place,
    indicator: str,
    period: Period | None,
    told: tuple[Cue | None, Cue | None],
) -> str | None:
    """The status of a rate, a limit or money given out (rule 2); None where words of aim or guess decide."""
    text, amount = measures.text, place.amount
    aim, guess = told
    if indicator == "rate":
        return rate_status(text, place)
    if indicator == "other" and amount.is_money and is_limit(text, place):
        return "target" if aim else "commitment"
    if indicator == "other" and amount.is_money and aim and _is_vow(text, aim, amount.start):
        return "commitment"
    if indicator not in _PROMISED or (amount.unit == "percent" and indicator == "investment"):
        return None
    if amount.unit != "percent":
        aim, guess = _meant(text, aim), _meant(text, guess)
    if guess or (aim and _is_near(text, aim, amount.start)):
        return None
    return given_status(measures, place, indicator, period)


def _is_vow(text: str, aim: Cue, start: int) -> bool:
    """Whether somebody promised just that sum."""
    vowed = is_listed(text[aim.start : aim.end], "statuses", "vowing")
    return vowed and _JUST.fullmatch(text, aim.end, start) is not None


def _is_near(text: str, aim: Cue, start: int) -> bool:
    """Whether a word of aiming is near the amount, with none of promising between (`plans set aside`)."""
    return aim.start > start - _NEAR and not has_cue(text, aim.end, start, "statuses", "commitment")


def _outdoes(text: str, aim: Cue, guess: Cue) -> bool:
    """Whether a word of aiming is nearer than one of guessing, or says more, and is not its infinitive."""
    if aim.start == guess.start:
        return aim.end > guess.end
    return aim.start > guess.start and not (aim.start <= guess.end + 1 and text.startswith("to ", aim.start))


def _foretold(measures: Measures, place: Place, indicator: str, period: Period | None, *, due: bool) -> str:
    """What the words after the amount, the verb and the period say."""
    text, amount = measures.text, place.amount
    start, end = amount.end, min(place.end, amount.end + 60)
    if place.end - start < _NEAR and (aside := _ASIDE.match(text, place.end, place.sentence.end)):
        start, end = aside.end(), min(place.sentence.end, aside.end() + 30)
    if place.after and _AGAINST_NEXT.search(text[start : place.after.start]):
        end = min(end, place.after.start)
    told = _telling(measures, start, end, "meant_after")
    if any(not _is_found(text, start, cue) for cue in told):
        return "forecast" if _telling(measures, start, end, "guessed_after") else "target"
    if indicator in _MADE_TO_BE and amount.unit == "count" and _TO_COME.match(text, start, place.end):
        return "target"
    published = measures.document.date
    later = bool(period and published and period.start > published)
    if due and later:
        return "target"
    going_on = bool(period and published and period.end >= published)
    before = max(place.sentence.start, amount.start - 60), amount.start
    if going_on and indicator in _ESTIMATED and has_cue(text, *before, "statuses", "estimates"):
        return "forecast"
    if later or has_cue(text, max(place.start, amount.start - _CLAUSE), amount.start, "statuses", "future"):
        return "forecast" if amount.is_money else "target"
    return "actual"


def _is_found(text: str, start: int, cue: Cue) -> bool:
    """Whether `to be` tells what somebody was found or said to be, and no aim."""
    return text.startswith("to be", cue.start) and _FOUND.search(text, start, cue.start) is not None


def _meant(text: str, cue: Cue | None) -> Cue | None:
    return None if cue and is_listed(text[cue.start : cue.end], "statuses", "modal") else cue


def _told(measures: Measures, place: Place, key: str) -> Cue | None:
    """The last word of aiming or guessing; a noun (`projections of`) tells of the next amount alone."""
    text, amount = measures.text, place.amount
    told = _telling(measures, max(place.start, amount.start - _CLAUSE), amount.start, key)
    cue = told[-1] if told else None
    if cue is None or not is_listed(text[cue.start : cue.end], "statuses", "nouns"):
        return cue
    between = measures.amounts_in(cue.end, amount.start)
    return None if any(not other.joined for other in between) else cue


def _telling(measures: Measures, start: int, end: int, key: str) -> list[Cue]:
    """The words of a section in the run that are no month of a date, no part of a name and in no aside."""
    told = cues(measures.text, start, end, "statuses", key)
    found = [cue for cue in told if not measures.is_time(cue.start) and not _is_name(measures, cue)]
    asides = [one.span() for one in _WHICH.finditer(measures.text, start, end)] if found else []
    return [cue for cue in found if not any(begin < cue.start < close for begin, close in asides)]


def _is_name(measures: Measures, cue: Cue) -> bool:
    """Whether a word of aiming is part of a name (`the Planning Commission`)."""
    whole = measures.document.text
    return whole[cue.start].isupper() and is_listed(
        measures.text[cue.start : cue.end], "statuses", "in_names"
    )
