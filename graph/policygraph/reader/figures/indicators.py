"""What a sum of money or a percentage is about: one of the corpus's indicators.

1. Of the key words in the clause of the amount, and then in its sentence, the nearest decides; one after
   the amount counts as nearer than one as far before it, and one beyond another amount as further. What the
   amount is said to be of stands nearest (`Rs9bn in private investment`).
2. Exports are those of information technology where a word of it stands in the sentence or, if none of
   other goods does, in an earlier sentence of the text; else they are other exports. Whoever owns something
   (`exporters' accounts`) is not what a share is of; the sum of a limit on something is no sum of that (see
   `bounds`), nor is what something cost the economy. What freelancers send home or bring in is theirs; what a
   tax fetches or brings the exchequer is revenue, and so is what is taken in in the country's own money where
   nothing speaks of exports.
3. An amount with no key word in its sentence is about what the last one of the text was about, if that was
   exports, earnings or revenue.
4. Imports, the trade gap, the current account, reserves and inflation are things of their own, whatever the
   text is on. So are remittances, but for those of exports: by an `export` or a word of information
   technology next to them, by freelancers, as what those are booked (`as remittances`), right after receipts
   or proceeds, or because the text spoke of such before. Those of workers, of migrants and from overseas
   never are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.lexicon import one_of
from policygraph.reader.figures.bounds import is_bound
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.text.cues import Cue, cues, has_cue, is_listed
from policygraph.reader.text.sentences import Sentence

__all__ = ["SERIES", "is_it", "money_indicator", "nearest", "share_indicator"]

SERIES = frozenset({"it-exports", "other-exports", "revenue"})
"""Of these a text tells one sum after another."""
_CARRIED = SERIES | {"freelancer-earnings"}
_OWNERS = frozenset({"companies", "freelancers", "jobs", "people-trained", "users"})
_FREELANCERS = re.compile(
    rf"(?<!\band ){one_of('figures', 'own_work', opening=True)}'?(?: (?!and\b|or\b)[a-z]+){{0,3}} \Z"
)
_BY_FREELANCERS = re.compile(rf" (?:by|from|through) {one_of('figures', 'own_work')}\b")
_ABOUT = rf"(?:(?:{one_of('numbers', 'about')}|{one_of('figures', 'bounds')}) )?(?:[^;:]{{1,24}} and )?"
_COST = re.compile(
    rf"{one_of('figures', 'costing', opening=True)} the (?:[a-z]+ )?{one_of('figures', 'bearers')} {_ABOUT}\Z"
)
_BROUGHT = re.compile(
    rf"{one_of('figures', 'bringing', opening=True)} the (?:[a-z]+ )?{one_of('figures', 'purses')} {_ABOUT}\Z"
)
_OF_EXPORTS = re.compile(r"\b(?:exports? (?:[a-z]+ )?|as )\Z")
_OF_SENDERS = re.compile(rf"{one_of('figures', 'senders', opening=True)}'?s? (?:[a-z]+ )?\Z")
_BESIDE = 25
"""Characters from a word of information technology to the remittances that are of it."""
_WITHIN = re.compile(r", which [^,.;]{0,60}\Z")
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
        return last if last in _CARRIED else "other"
    word = measures.text[cue.start : cue.end]
    if word == "sales" and has_cue(measures.text, place.start, place.end, "grammar", "abroad"):
        return _exports(measures, place, cue, last)
    return _exports(measures, place, cue, last) if cue.code == "exports" else cue.code


def share_indicator(measures: Measures, place: Place) -> str:
    """The indicator of a percentage that is a level."""
    cue = nearest(measures, place, "share")
    return cue.code if cue else "other"


def nearest(measures: Measures, place: Place, key: str) -> Cue | None:
    """The key word of a section that is nearest to the amount (rule 1)."""
    best: tuple[int, Cue] | None = None
    amount = place.amount
    for cue in _key_words(measures.text, place.sentence, key):
        if _is_aside(measures, cue, key):
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


def _exports(measures: Measures, place: Place, cue: Cue, last: str) -> str:
    before = _FREELANCERS.search(measures.text, place.sentence.start, cue.start)
    if before or _BY_FREELANCERS.match(measures.text, cue.end):
        return "freelancer-earnings"
    if is_listed(measures.text[cue.start : cue.end], "figures", "earned"):
        return _earned(measures, place, last)
    if is_listed(measures.text[cue.start : cue.end], "figures", "sent") and not _is_sent(measures, cue):
        return "other"
    if has_cue(measures.text, place.start, place.end, "figures", "other_goods"):
        return "other-exports"
    return "it-exports" if _it_before(measures, place.sentence.end) else "other-exports"


def _is_sent(measures: Measures, cue: Cue) -> bool:
    """Whether remittances are of exports (rule 4)."""
    if _OF_SENDERS.search(measures.text, max(0, cue.start - _BESIDE), cue.start):
        return False
    return any(_is_of_exports(measures, one) for one in cues(measures.text, 0, cue.end, "figures", "sent"))


def _is_of_exports(measures: Measures, cue: Cue) -> bool:
    text, start = measures.text, max(0, cue.start - _BESIDE)
    if _OF_EXPORTS.search(text, start, cue.start) or _FREELANCERS.search(text, start, cue.start):
        return True
    if has_cue(text, start, cue.start, "figures", "received"):
        return True
    before = text[start : cue.start]
    start += max(before.rfind(stop) + 1 for stop in (" and ", ". ", ", "))
    return is_it(measures, start, cue.start) or _is_it_after(measures, cue.end)


def _is_it_after(measures: Measures, end: int) -> bool:
    joined = measures.text.startswith((" of ", " from ", " by ", " in ", " through "), end)
    return joined and is_it(measures, end, end + _BESIDE)


def _earned(measures: Measures, place: Place, last: str) -> str:
    """What is earned, taken in or fetched: exports only where the text speaks of them."""
    text, start = measures.text, place.sentence.start
    if has_cue(text, place.start, place.amount.start, "figures", "taxes"):
        return "revenue"
    if is_it(measures, start, place.sentence.end):
        return "it-exports"
    if last in _CARRIED:
        return last
    home = place.amount.unit == measures.document.land.money
    return "it-exports" if not home and _it_before(measures, start) else "revenue"


def _it_before(measures: Measures, end: int) -> bool:
    if "it" not in measures.noted:
        measures.noted["it"] = next(_it_places(measures, 0, len(measures.text)), len(measures.text))
    return measures.noted["it"] < end


def is_it(measures: Measures, start: int, end: int) -> bool:
    """Whether a run speaks of information technology; `IT` counts in capitals alone."""
    return next(_it_places(measures, start, end), None) is not None


def _it_places(measures: Measures, start: int, end: int) -> Iterator[int]:
    for cue in cues(measures.text, start, end, "figures", "it_words"):
        if cue.end - cue.start > 2 or measures.document.text[cue.start : cue.end] == "IT":
            yield cue.start
