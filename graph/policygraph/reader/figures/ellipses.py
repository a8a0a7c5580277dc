"""What a number counts that no noun follows.

1. Before `of them` and its kind it counts what was counted shortly before; two or more of what is known to be
   something, twenty of anything else. Those who have found work are jobs.
2. Twenty or more of another kind (`another 600`, `500 more`) count what was counted last in the sentence.
3. A number of a thousand or more that nothing follows but a time counts what was counted last in its
   sentence, or what a noun before it there names, or what was counted shortly before; a smaller one does
   where a verb follows it (`nine were open`, `nine more will open`) and what was counted last is known; one
   alone does not.
"""

from __future__ import annotations

import re
from decimal import Decimal

from policygraph.lexicon import one_of
from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.figures.shares import is_of_counted
from policygraph.reader.figures.talk import RECENT
from policygraph.reader.figures.unnamed import Counted
from policygraph.reader.text.cues import first_cue, last_cue
from policygraph.reader.text.word_class import lexicon_set

__all__ = ["elliptic"]

_WORD = re.compile(r"[ -]?\(?\"?([a-z0-9&@][\w'&@./-]*)")
_SMALL, _LARGE = Decimal(20), Decimal(1000)
_WORKING = re.compile(
    rf" of {one_of('grammar', 'of_counted')} (?:(?:has|have|had|are|were|now) ){{0,2}}"
    rf"{one_of('figures', 'at_work')}\b"
)
_PREDICATE = re.compile(rf"(?: more)? {one_of('figures', 'predicates')}\b")


def elliptic(measures: Measures, place: Place, last: str, since: int) -> Counted | None:
    """What a number that no noun follows counts after it; `last` was counted at the place `since`."""
    amount, text = place.amount, measures.text
    recent = last if amount.start - since < RECENT else ""
    enough = recent != "other" or amount.value >= _SMALL
    if recent and amount.value > 1 and enough and is_of_counted(text, amount.end):
        return Counted("jobs" if _WORKING.match(text, amount.end) else recent, amount.end)
    if recent and since >= place.sentence.start and amount.value >= _SMALL and _is_further(measures, place):
        return Counted(recent, amount.end)
    if amount.value < _LARGE:
        told = (
            amount.value > 1
            and not amount.joined
            and recent not in {"", "other"}
            and _PREDICATE.match(text, amount.end)
        )
        return Counted(recent, amount.end) if told else None
    if not _is_grouped(text, amount) or not _stands_last(measures, place, amount.end):
        return None
    if recent and since >= place.sentence.start:
        return Counted(recent, amount.end)
    noun = last_cue(text, place.sentence.start, amount.start, "figures", "nouns")
    code = noun.code if noun and noun.code != "other" else recent or _asked(text, amount.start)
    return Counted(code, amount.end) if code else None


def _is_further(measures: Measures, place: Place) -> bool:
    """Whether a number is of more of the same (`another 600`, `500 more`)."""
    text, end = measures.text, place.amount.end
    if text.endswith("another ", 0, place.amount.start):
        return _stands_last(measures, place, end)
    if text.startswith(" more than", end):
        return False
    return text.startswith(" more", end) and _stands_last(measures, place, end + len(" more"))


def _asked(text: str, end: int) -> str:
    """What a question shortly before asks the number of (`How many firms have you? - Some 5,400`)."""
    cue = last_cue(text, max(0, end - RECENT // 2), end, "figures", "number_of")
    noun = first_cue(text, cue.end, end, "figures", "nouns") if cue else None
    return noun.code if noun else ""


def _is_grouped(text: str, amount: Amount) -> bool:
    """Whether a number is printed as a quantity is: with commas, or with a scale after a number."""
    if amount.exponent:
        return not text.startswith(("a ", "an "), amount.start)
    return "," in text[amount.start : amount.end] and amount.value == amount.value.to_integral_value()


def _stands_last(measures: Measures, place: Place, end: int) -> bool:
    """Whether nothing that may be counted follows: a mark, a time, or a word beyond which is no noun."""
    found = _WORD.match(measures.text, end, place.sentence.end)
    if not found or found[1] in lexicon_set("figures", "noun_stops"):
        return True
    return measures.is_time(found.start(1))
