"""What has changed: the indicator of a growth.

1. The level that a change is told of says it: the one that it led to (`rose 58% to 28.8m users`), or the one
   before it that it is measured from (`$313m in May, 18 per cent more than`, `28.8m users, up 4%`).
2. Else the key words of `indicators` decide, a rate being one where the nearest word of its clause is one and
   no series is told of; then a noun of things that are counted before it in its clause (`subscribers rose
   4%`); exports of the sentence only where no key word is near.
3. A change of whose sentence no key word tells anything is one of what was told last, a level of the sentence
   before a change before it, where that was not long ago.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from policygraph.lexicon import one_of
from policygraph.reader.figures.exports import CARRIED, SERIES, is_it
from policygraph.reader.figures.figures import Level
from policygraph.reader.figures.indicators import money_indicator, nearest
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.figures.talk import RECENT
from policygraph.reader.text.cues import has_cue, last_cue

__all__ = ["Changed"]

_ABOUT = one_of("numbers", "about")
_LED_TO = re.compile(rf"(?: (?:in|during|over|on) [^.,;]{{1,40}})?,? to (?:{_ABOUT} )?")
_OF_LEVEL = re.compile(
    rf"[^,;.(]{{0,60}}(?:,|\(| -) ?(?:(?:which|that|is|was|were|or|up|down|by|an?|and|but) )*"
    rf"(?:(?:[a-z]+ ){{0,2}}(?:{one_of('changes', 'nouns_up')}|{one_of('changes', 'nouns_down')}) of )?"
    rf"(?:{_ABOUT} )?"
)
_COUNTED = frozenset({"companies", "facilities", "freelancers", "jobs", "people-trained", "users"})
_SUMS = CARRIED | {"investment"}
"""What a text may go on telling of without naming it."""
_LEVELS = _SUMS | _COUNTED | {"market-size"}


class Changed:
    """Tells of one change after another what has changed, in the order of the text."""

    def __init__(self, measures: Measures, levels: tuple[Level, ...]) -> None:
        self._measures, self._levels = measures, levels
        self._starts = [level.start for level in levels]
        self._last, self._last_at = "", -RECENT

    def indicator(self, place: Place) -> str:
        """The indicator of the change at a place."""
        found = self._beside(place) or self._said(place)
        if found in _SUMS:
            self._last, self._last_at = found, place.amount.start
        return found

    def _beside(self, place: Place) -> str:
        """That of the level it is told of (rule 1), or nothing."""
        text, amount = self._measures.text, place.amount
        if place.after and _LED_TO.fullmatch(text, amount.end, place.after.start):
            return self._at(place.after.start)
        if place.before and _OF_LEVEL.fullmatch(text, place.before.end, amount.start):
            return self._at(place.before.start)
        return ""

    def _at(self, start: int) -> str:
        """The indicator of the level whose amount begins there, where it says something."""
        at = bisect_left(self._starts, start)
        if at == len(self._starts) or self._starts[at] != start:
            return ""
        found = self._levels[at].figure.indicator
        return found if found in _LEVELS else ""

    def _said(self, place: Place) -> str:
        """Rules 2 and 3."""
        found = money_indicator(self._measures, place, "")
        if found in SERIES:
            return found
        share = nearest(self._measures, place, "share")
        before = share.code if share and place.start <= share.start < place.amount.start else ""
        if before == "rate":
            return "rate"
        if found != "other" or nearest(self._measures, place, "money"):
            return found
        thing = self._noun(place) or (before if before in _COUNTED else "")
        return thing or self._unsaid(place, is_told=share is None)

    def _noun(self, place: Place) -> str:
        """Things counted that stand before the change; `the company` counts none."""
        text = self._measures.text
        noun = last_cue(text, place.start, place.amount.start, "figures", "nouns")
        if noun is None or noun.code not in _COUNTED:
            return ""
        return noun.code if text[noun.end - 1] == "s" or noun.code == "jobs" else ""

    def _unsaid(self, place: Place, *, is_told: bool) -> str:
        """That of exports of the sentence, or of what was told last (rule 3) where no word says otherwise."""
        sentence, start, text = place.sentence, place.amount.start, self._measures.text
        if is_it(self._measures, sentence.start, sentence.end):
            return "it-exports" if "export" in text[sentence.start : sentence.end] else "other"
        if not is_told or has_cue(text, sentence.start, start, "grammar", "market"):
            return "other"
        at = bisect_left(self._starts, start) - 1
        last, told_at = self._last, self._last_at
        if at >= 0 and self._starts[at] > told_at:
            last, told_at = self._levels[at].figure.indicator, self._starts[at]
        return last if last in _SUMS and start - told_at < RECENT else "other"
