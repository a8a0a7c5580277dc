"""What a sum of money or a percentage is about: one of the corpus's indicators.

1. Of the key words in the clause of the amount, and then in its sentence, the nearest decides; one after
   the amount counts as nearer than one as far before it, and one beyond another amount as further. What the
   amount is said to be of stands nearest (`Rs9bn in private investment`). What something is only compared
   with is none (`exports outstripped imports and rose 7%`), but of its own amount (`than imports of $5bn`).
2. Which exports they are, and whose earnings, is told by `exports`. Whoever owns something (`exporters'
   accounts`) is not what a share is of; the sum of a limit on something is no sum of that (see `bounds`), nor
   is what something cost the economy. What a tax brings the exchequer is revenue.
3. An amount with no key word in its sentence is about what the last one of the text was about, if that was
   exports, earnings or revenue; not so one that is paid out or won (`the board spent Rs5m`).
4. Imports, the trade gap, the current account, reserves and inflation are things of their own, whatever the
   text is on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.lexicon import one_of
from policygraph.reader.figures.bounds import is_bound
from policygraph.reader.figures.exports import CARRIED, exports
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.text.cues import Cue, cues, has_cue, is_listed
from policygraph.reader.text.sentences import Sentence

__all__ = ["money_indicator", "nearest", "share_indicator"]

_OWNERS = frozenset({"companies", "freelancers", "jobs", "people-trained", "users"})
_ABOUT = rf"(?:(?:{one_of('numbers', 'about')}|{one_of('figures', 'bounds')}) )?(?:[^;:]{{1,24}} and )?"
_COST = re.compile(
    rf"{one_of('figures', 'costing', opening=True)} the (?:[a-z]+ )?{one_of('figures', 'bearers')} {_ABOUT}\Z"
)
_BROUGHT = re.compile(
    rf"{one_of('figures', 'bringing', opening=True)} the (?:[a-z]+ )?{one_of('figures', 'purses')} {_ABOUT}\Z"
)
_BESIDE = 25
"""Characters before a key word among which words that set it against something stand."""
_WITHIN = re.compile(r", which [^,.;]{0,60}\Z")
_RIVAL = re.compile(rf"{one_of('grammar', 'outdoing', opening=True)} (?:(?:[a-z]+|those of) )?\Z")
_ITS_OWN = re.compile(
    rf" (?:(?:of|at|worth|were|was|are|is|which|that|by|in|for|[a-z]+ed|{one_of('numbers', 'about')}) )*\Z"
)
_THAN = re.compile(r" (?:more|less) than ")
_SAID_OF = re.compile(r" (?:of|in) (?:[a-z-]+ ){0,2}")
_RAISED = len(" from about ")
_OUTSIDE = 70
"""Added to the distance of a word outside the clause."""
_BEYOND = 40
"""Added to that of a word beyond another amount, or after it beyond an `and`."""
_FAINT = 60
"""And to that of a word that often says no more than on what (`the tax on exports`), or that what is told."""
_SAID = 50
"""Taken from that of a word that the amount is said to be of."""
_FURTHEST = 170


def money_indicator(measures: Measures, place: Place, last: str) -> str:
    """The indicator of a sum; `last` is that of the sum before it."""
    if is_bound(measures.text, place) or _COST.search(measures.text, place.start, place.amount.start):
        return "other"
    if _BROUGHT.search(measures.text, place.start, place.amount.start):
        return "revenue"
    cue = nearest(measures, place, "money")
    faint = cue is not None and is_listed(measures.text[cue.start : cue.end], "figures", "faint")
    outside = cue is None or faint or not place.start <= cue.start < place.end
    before = place.sentence.start, place.amount.start
    if outside and last and has_cue(measures.text, *before, "grammar", "anaphora"):
        return last
    if cue is None:
        paid = has_cue(measures.text, place.start, place.amount.start, "figures", "paid_out")
        return last if last in CARRIED and not paid else "other"
    word = measures.text[cue.start : cue.end]
    if word == "sales" and has_cue(measures.text, place.start, place.end, "grammar", "abroad"):
        return exports(measures, place, cue, last)
    return exports(measures, place, cue, last) if cue.code == "exports" else cue.code


def share_indicator(measures: Measures, place: Place) -> str:
    """The indicator of a percentage that is a level."""
    cue = nearest(measures, place, "share")
    return cue.code if cue else "other"


def nearest(measures: Measures, place: Place, key: str) -> Cue | None:
    """The key word of a section that is nearest to the amount (rule 1)."""
    best: tuple[int, Cue] | None = None
    amount = place.amount
    for cue in _key_words(measures.text, place.sentence, key):
        if _is_aside(measures, cue, key) or _is_rival(measures.text, cue, amount.start):
            continue
        if cue.start >= amount.end:
            distance = cue.start - amount.end + 3
            distance += _BEYOND * (" and " in measures.text[amount.end : cue.start])
            distance -= _SAID * (
                key == "money" and _SAID_OF.fullmatch(measures.text, amount.end, cue.start) is not None
            )
            beyond = place.after is not None and cue.start >= place.after.end
        else:
            distance = amount.start - cue.end
            beyond = place.before is not None and cue.end <= place.before.start and not place.before.joined
        distance += _OUTSIDE * (not place.start <= cue.start < place.end) + _BEYOND * beyond
        word = measures.text[cue.start : cue.end]
        distance += _FAINT // 2 * (key == "share" and cue.code in _OWNERS and cue.end <= amount.start)
        distance += _FAINT * (cue.code == "it-exports" or is_listed(word, "figures", "faint"))
        if best is None or distance < best[0]:
            best = distance, cue
    return best[1] if best and best[0] <= _FURTHEST else None


def _key_words(text: str, sentence: Sentence, key: str) -> Iterator[Cue]:
    """Those of the lexicon; a country's plan of public works is a budget."""
    yield from cues(text, sentence.start, sentence.end, "figures", key)
    if key == "money":
        for cue in cues(text, sentence.start, sentence.end, "countries", "yearly_plans"):
            yield cue._replace(code="budget")


def _is_aside(measures: Measures, cue: Cue, key: str) -> bool:
    """Whether a key word says nothing here: `earn more than clerks`, `raised from 5`, `, which bar tea,`."""
    text, end = measures.text, cue.end
    if cue.code == "other" and text.startswith(", ", end) and _WITHIN.search(text, 0, cue.start):
        return True
    if key == "share":
        return cue.code in _OWNERS and text.startswith("'", end)
    if is_listed(text[cue.start : end], "figures", "earned") and (told := _THAN.match(text, end)):
        return not measures.amounts_in(end, told.end() + _RAISED)
    changed = text.startswith("raised", cue.start) and text.startswith((" from ", " to ", " by "), end)
    return changed and bool(measures.amounts_in(end, end + _RAISED))


def _is_rival(text: str, cue: Cue, start: int) -> bool:
    """Whether a key word tells what something else is compared with, and no amount of its own follows."""
    if not _RIVAL.search(text, max(0, cue.start - _BESIDE), cue.start):
        return False
    return _ITS_OWN.match(text, cue.end, start) is None and not text.startswith(", which ", cue.end)
