"""Which exports a sum is of: those of information technology or others, freelancers' earnings, revenue.

1. Exports are those of information technology where a word of it stands in the sentence or, if none of
   other goods does, in an earlier sentence of the text; else they are other exports.
2. What freelancers send home or bring in (`freelancers' remittances`, `remittances of freelancers`) is
   theirs, but where it is told as a part of more (`exports, including the earnings of freelancers`); what a
   tax fetches is revenue, and so is what is taken in in the country's own money where nothing speaks of
   exports.
3. Remittances are of things of their own, but for those of exports: by an `export` or a word of information
   technology next to them, by freelancers, as what those are booked (`as remittances`), right after receipts
   or proceeds, or because the text spoke of such before. Those of workers, of migrants and from overseas
   never are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policygraph.lexicon import one_of
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.text.cues import Cue, cues, has_cue, is_listed

__all__ = ["CARRIED", "SERIES", "exports", "is_it"]

SERIES = frozenset({"it-exports", "other-exports", "revenue"})
"""Of these a text tells one sum after another."""
CARRIED = SERIES | {"freelancer-earnings"}
"""Of these a text goes on telling where it says nothing else."""
_FREELANCERS = re.compile(
    rf"(?<!\band ){one_of('figures', 'own_work', opening=True)}'?(?: (?!and\b|or\b)[a-z]+){{0,3}} \Z"
)
_BY_FREELANCERS = re.compile(
    r" (?:(?:sent|made|[a-z]+ed)(?: home| in)? )?(?:by|from|through|of) (?:the )?"
    rf"{one_of('figures', 'own_work')}\b(?! and\b| or\b)"
)
_IN_PART = re.compile(rf"{one_of('figures', 'in_part', opening=True)} (?:(?:the|its|their|all) )?\Z")
_OF_EXPORTS = re.compile(r"\b(?:exports? (?:[a-z]+ )?|as )\Z")
_OF_SENDERS = re.compile(rf"{one_of('figures', 'senders', opening=True)}'?s? (?:[a-z]+ )?\Z")
_BESIDE = 25
"""Characters from a word of information technology to the remittances that are of it."""


def exports(measures: Measures, place: Place, cue: Cue, last: str) -> str:
    """The indicator of a sum by its nearest word of exports or earnings; `last` is that of the sum before."""
    if _is_of_freelancers(measures.text, place, cue):
        return "freelancer-earnings"
    if is_listed(measures.text[cue.start : cue.end], "figures", "earned"):
        return _earned(measures, place, last)
    if is_listed(measures.text[cue.start : cue.end], "figures", "sent") and not _is_sent(measures, cue):
        return "other"
    if has_cue(measures.text, place.start, place.end, "figures", "other_goods"):
        return "other-exports"
    return "it-exports" if _it_before(measures, place.sentence.end) else "other-exports"


def _is_of_freelancers(text: str, place: Place, cue: Cue) -> bool:
    """Whether freelancers stand before the word or after it, and the sum is not one of theirs and more."""
    before = _FREELANCERS.search(text, place.sentence.start, cue.start)
    if before is None and not _BY_FREELANCERS.match(text, cue.end):
        return False
    start = before.start() if before else cue.start
    return not _IN_PART.search(text, max(place.sentence.start, start - _BESIDE), start)


def _is_sent(measures: Measures, cue: Cue) -> bool:
    """Whether remittances are of exports (rule 3)."""
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
    if last in CARRIED:
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
