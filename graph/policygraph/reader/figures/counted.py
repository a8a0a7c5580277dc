"""What a bare number counts.

1. The noun is the first known one among the words after the number, up to a mark, a preposition or a verb
   (`120 offices`, `50,000 AI-based civic projects`); it gives the indicator.
2. Time, age, procedure and measures of things are not counted (`90 days`, `342 seats`, `606 MHz`), nor what
   `uncounted` tells; members and officials are, from a thousand on.
3. With no noun after it, a number after `number of subscribers` or the like counts those; so does one after
   `workforce of`.
   One after `the number to` counts what was counted last (`to take the number to 900`).
4. A small number (in words, or below 20) counts only some nouns, firms and places from three on; a number of
   a thousand or more with an unknown noun after it counts something else; `more` before it says nothing.
5. The first end of a range, the 11 of `11 of 64 firms` and the 300 of `300 direct and 900 indirect jobs`
   count what the number after them does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.figures.uncounted import is_label, is_no_thing, is_placed
from policygraph.reader.text.cues import Cue, cues, first_cue, has_cue, is_listed, last_cue
from policygraph.reader.text.lexicon import by_letter, one_of
from policygraph.reader.text.word_class import lexicon_set

__all__ = ["Counted", "counted"]

_WORD = re.compile(r"[ -]?\(?\"?([a-z0-9&@][\w'&@./-]*)\)?\"?")
_REACH = 7
_PARTNER = 24
"""Characters between a number and the whole that it is of."""
_BEFORE = 50
_SMALL = Decimal(20)
_SOME = Decimal(3)
_SMALL_KINDS = frozenset({"companies", "facilities"})
"""Three or more of these are a figure; of most others fewer than `_SMALL` are none."""
_LARGE = Decimal(1000)
_ABOUT = one_of("numbers", "about")
_AT_WORK = re.compile(rf"[ -](?:\w+ ){{0,2}}{one_of('figures', 'at_work')}\b")
_PEOPLE_AT_WORK = re.compile(rf" [a-z-]+ (?:(?:who|now|are|were) )?{one_of('figures', 'at_work')}\b")
_AT_USE = re.compile(rf"[ -](?:(?:now|already|have|who) ){{0,2}}{one_of('figures', 'at_use')}\b")
_EMPLOY = re.compile(rf"{one_of('figures', 'employing', opening=True)}(?: {_ABOUT})? ?\Z")
_GROWN = re.compile(
    rf"(?:{one_of('figures', 'growing_to', opening=True)}\b[^.;]{{0,30}} to(?: [a-z]+){{0,2}} \Z"
    rf"|{one_of('figures', 'having', opening=True)} (?:{_ABOUT} )?\Z)"
)
_THE_NUMBER = re.compile(
    rf"{by_letter(['the', 'that', 'this'], opening=True)} (?:number|count|tally|headcount|strength)"
    rf" (?:to|at|as|is|was|stood at|stands at)(?: {_ABOUT})? \Z"
)
_OF_THEM = re.compile(r" of (?:its|their|the|these|those|our|his|her)\b")
_DEFINITE = re.compile(rf"{one_of('figures', 'definite', opening=True)} \Z")
_TRAINED = re.compile(rf"(?:(?!\bappl)[^.;]){{0,60}}\b{one_of('figures', 'trained')}\b")
_TRAINING = re.compile(rf"{one_of('figures', 'training', opening=True)}\b[^.;,]{{0,20}}\Z")
_YEARLIKE = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_PAIRED = re.compile(rf" {one_of('figures', 'paired')} (?:and|or) (?:{_ABOUT} )?")
_OUT_OF = re.compile(r" (?:out )?of (?:(?:the|its|their|his|her|our) (?:[a-z]+(?:'s|s') )?)?\Z")
_PASSED = frozenset({"member", "more"})
"""They stand before a noun, and are counted in no case themselves."""
_WHOSE_WORK = frozenset({"jobs", "other", "people-trained", "users"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The indicator of what is counted, and where its noun ends."""

    indicator: str
    end: int


def counted(measures: Measures, place: Place, last: str) -> Counted | None:
    """What the number counts, or None for no count with a meaning; `last` is what was counted last."""
    amount, text = place.amount, measures.text
    first, begun = _partnered(text, place)
    small = first.value < _SMALL and not first.exponent
    end, stopped = _run(measures, begun, place.sentence.end)
    noun = _noun(text, begun.end, end) if end > begun.end else None
    if stopped or (small and not noun):
        return None
    before = text[max(place.sentence.start, amount.start - _BEFORE) : amount.start]
    if is_label(measures, place) or (small and amount.in_words and _DEFINITE.search(before)):
        return None
    if is_placed(text, amount, noun, small=small):
        return None
    if noun is None:
        return _nameless(measures, place, last, end)
    if (small and not _is_worth(text, first, noun)) or is_no_thing(text, amount, noun):
        return None
    return Counted(_sort(text, amount.start, noun), noun.end)


def _is_worth(text: str, amount: Amount, noun: Cue) -> bool:
    """Whether a small number of these is worth a figure."""
    word = text[noun.start : noun.end]
    if amount.value >= _SOME and noun.code in _SMALL_KINDS and not is_listed(word, "figures", "plain_nouns"):
        return True
    return is_listed(word, "figures", "small_nouns")


def _noun(text: str, start: int, end: int) -> Cue | None:
    """The first known noun of a run that is no owner of what follows (`226 girls' schools`)."""
    known = cues(text, start, end, "figures", "nouns")
    return next((cue for cue in known if not text.startswith("'", cue.end)), None)


def _partnered(text: str, place: Place) -> tuple[Amount, Amount]:
    """The larger partner by which a number is judged, and the one after which its noun stands (rule 5)."""
    amount, after = place.amount, place.after
    if after is None or after.unit != "count":
        return amount, amount
    if amount.joined and after.joined and after.start - amount.end < _REACH:
        return amount, after
    if after.start - amount.end < _PARTNER and _PAIRED.fullmatch(text, amount.end, after.start):
        return amount, after
    if after.start - amount.end < _PARTNER and _OUT_OF.fullmatch(text, amount.end, after.start):
        return after, after
    return amount, amount


def _nameless(measures: Measures, place: Place, last: str, end: int) -> Counted | None:
    """What a number with no known noun after it counts (rules 3 and 4)."""
    amount, text = place.amount, measures.text
    before = text[max(place.start, amount.start - _BEFORE) : amount.start]
    if _EMPLOY.search(before):
        return Counted("jobs", amount.end)
    if last and end == amount.end and (_THE_NUMBER.search(before) or _GROWN.search(before)):
        return Counted(last, amount.end)
    if named := _named_before(measures, place):
        return named
    year = _YEARLIKE.fullmatch(text, amount.start, amount.end)
    if end == amount.end or amount.value < _LARGE or year:
        return None
    made = last_cue(text, max(place.start, amount.start - _BEFORE), amount.start, "figures", "making")
    if not made and _PEOPLE_AT_WORK.match(text, amount.end):
        return Counted("jobs", end)
    return Counted("other" if made else _sort(text, amount.start, Cue(end, end, "other")), end)


def _sort(text: str, start: int, noun: Cue) -> str:
    """Those who are, will be or were trained are `people-trained`, whatever they are called."""
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


def _run(measures: Measures, amount: Amount, limit: int) -> tuple[int, bool]:
    """Where the words end that may hold the noun, and whether what follows is never counted."""
    text, stops = measures.text, lexicon_set("figures", "noun_stops")
    of_them = _OF_THEM.match(text, amount.end)
    at = of_them.end() if of_them and amount.value >= _LARGE else amount.end
    begun = -1
    for count in range(_REACH):
        found = _WORD.match(text, at, limit)
        if not found or found[1] in stops or (not count and found[1] in {"and", "or"}):
            break
        if found.start(1) - found.start() > 1 and measures.is_time(found.start(1)):
            break
        if not count and found[1] in _PASSED:
            begun = found.end()
        elif count < 2 and _is_uncounted(found[1].split("-")[0].rstrip("."), amount):
            return at, True
        at = found.end()
    return at, at == begun


def _is_uncounted(word: str, amount: Amount) -> bool:
    """Whether so many of these are no figure (rule 2)."""
    if not is_listed(word, "figures", "not_counted"):
        return False
    return amount.value < _LARGE or not is_listed(word, "figures", "counted_where_many")


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
