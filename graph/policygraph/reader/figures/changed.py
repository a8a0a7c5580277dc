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
from policygraph.reader.figures.compared import is_set_against
from policygraph.reader.figures.counted import COUNTED
from policygraph.reader.figures.exports import CARRIED, SERIES, is_it
from policygraph.reader.figures.figures import Level
from policygraph.reader.figures.indicators import money_indicator, nearest
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.figures.talk import RECENT
from policygraph.reader.reading import ReadFigure
from policygraph.reader.text.cues import has_cue, last_cue

__all__ = ["Changed"]

_ABOUT = one_of("numbers", "about")
_LED_TO = re.compile(rf"(?: (?:in|during|over|on) [^.,;]{{1,40}})?,? to (?:{_ABOUT} )?")
_OF_LEVEL = re.compile(
    rf"[^;.(]{{0,60}}?(?:,|\(| -) ?(?:(?:which|that|is|was|were|or|up|down|by|an?|and|but) )*"
    rf"(?:(?:[a-z]+ ){{0,2}}(?:{one_of('changes', 'nouns_up')}|{one_of('changes', 'nouns_down')}) of )?"
    rf"(?:{_ABOUT} )?"
)
_AGAINST = 40
"""Characters before an amount among which words stand that set it against another."""
_SUMS = CARRIED | {"investment"}
"""What a text may go on telling of without naming it."""
_LEVELS = _SUMS | COUNTED | {"market-size"}


class Changed:
    """Tells of one change after another what has changed, in the order of the text."""

    def __init__(self, measures: Measures, levels: tuple[Level, ...]) -> None:
        self._measures, self._levels = measures, levels
        self._starts = [level.start for level in levels]
        self._last, self._last_at = "", -RECENT

    def indicator(self, place: Place) -> str:
        """The indicator of the change at a place."""
        level = self._led_to(place) or self._measured_from(place)
        beside = level.indicator if level and level.indicator in _LEVELS else ""
        found = beside or self._said(place)
        if found in _SUMS:
            self._last, self._last_at = found, place.amount.start
        return found

    def _led_to(self, place: Place) -> ReadFigure | None:
        """The level after a change that it led to (rule 1)."""
        after = place.after
        if after and _LED_TO.fullmatch(self._measures.text, place.amount.end, after.start):
            return self._level_at(after.start)
        return None

    def _measured_from(self, place: Place) -> ReadFigure | None:
        """The level before a change that it is told of, past one that this is compared with (rule 1)."""
        text, before, sentence = self._measures.text, place.before, place.sentence
        if before is None or not _OF_LEVEL.fullmatch(text, before.end, place.amount.start):
            return None
        for one in reversed(self._measures.amounts_in(sentence.start, place.amount.start)):
            if not is_set_against(text, max(sentence.start, one.start - _AGAINST), one.start):
                return self._level_at(one.start)
        return None

    def _level_at(self, start: int) -> ReadFigure | None:
        """The level whose amount begins there."""
        at = bisect_left(self._starts, start)
        found = at < len(self._starts) and self._starts[at] == start
        return self._levels[at].figure if found else None

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
        thing = self._noun(place) or (before if before in COUNTED else "")
        return thing or self._unsaid(place, is_told=share is None)

    def _noun(self, place: Place) -> str:
        """Things counted that stand before the change; `the company` counts none."""
        text = self._measures.text
        noun = last_cue(text, place.start, place.amount.start, "figures", "nouns")
        if noun is None or noun.code not in COUNTED:
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
