"""What a bare number counts.

1. The noun is the first known one among the words after the number, up to a mark, a preposition or a verb
   (`120 offices`, `50,000 AI-based civic projects`); it gives the indicator.
2. Time, age, procedure and measures of things are not counted (`90 days`, `342 seats`, `606 MHz`), nor what
   `uncounted` tells; members and officials are, from a thousand on.
3. What one counts with no known noun after it is told by `unnamed`.
4. A small number (in words, or below 20) counts only some nouns, firms and places from three on; `more`
   before it says nothing.
5. The first end of a range, the 11 of `11 of 64 firms` and the 300 of `300 direct and 900 indirect jobs`
   count what the number after them does.
"""

from __future__ import annotations

import re
from decimal import Decimal

from policygraph.lexicon import one_of
from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.figures.uncounted import is_label, is_no_thing, is_placed
from policygraph.reader.figures.unnamed import Counted, sort_of, unnamed
from policygraph.reader.text.cues import Cue, cues, is_listed
from policygraph.reader.text.word_class import lexicon_set

__all__ = ["COUNTED", "counted"]

COUNTED = frozenset({"companies", "facilities", "freelancers", "jobs", "people-trained", "users"})
"""The indicators that count firms, places and people."""

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
_OF_THEM = re.compile(r" of (?:its|their|the|these|those|our|his|her)\b")
_DEFINITE = re.compile(rf"{one_of('figures', 'definite', opening=True)} \Z")
_PAIRED = re.compile(rf" {one_of('figures', 'paired')} (?:and|or) (?:{_ABOUT} )?")
_OUT_OF = re.compile(r" (?:out )?of (?:(?:the|its|their|his|her|our) (?:[a-z]+(?:'s|s') )?)?\Z")


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
        return unnamed(measures, place, last, end)
    if (small and not _is_worth(text, first, noun)) or is_no_thing(text, amount, noun):
        return None
    return Counted(sort_of(text, amount.start, noun), noun.end)


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
        if not count and is_listed(found[1], "figures", "passed"):
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
