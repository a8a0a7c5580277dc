"""Where in a text the patterns of time are tried: at few places, so that most of it is never looked at.

1. A pattern that begins with its trigger is tried there alone (`May 5`), and one that begins right before
   it at the words there that it may begin with (`5 May`, `last year`). So each has a trigger among its first
   words (`same ` of `same period of 2023`), whatever else in it is one.
2. A year, or a time told from the date, may have a part of a year before it (`first half of`): where a word
   of such a part stands near, it is tried at every word from there on that it may begin with.
3. The other patterns are rare, and tried all around their triggers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policygraph.reader.periods.period_words import BARE, MONTHS, OPENINGS, REACH, RELATIVE, YEARS, pattern
from policygraph.reader.reading import Span

__all__ = ["PeriodPlaces"]

_PARTED = frozenset({YEARS, RELATIVE})
_FAR = 96
"""How many characters before its trigger a pattern with a part of a year may begin."""
_LONGEST = 24
"""Characters of the first words by which a pattern is known."""
_PART = re.compile(r"[0-9][mq]")
"""A word of such a part that is no trigger of a bare one."""


class PeriodPlaces:
    """A folded text, and where it has the triggers of each pattern."""

    def __init__(self, fold: str, triggers: Mapping[str, Sequence[Span]]) -> None:
        self._fold = fold
        self._triggers = {source: [start for start, _ in spans] for source, spans in triggers.items()}
        self._parts = sorted([*self._triggers.get(BARE, ()), *self._triggers.get(MONTHS, ())])

    def matches(self, source: str, trigger: str, window: Span) -> Iterable[re.Match[str]]:
        """All matches of a pattern around its triggers, in order and apart from each other."""
        if source in REACH:
            return self._tried(source, trigger, window)
        return self._all(source, window)

    def _tried(self, source: str, trigger: str, window: Span) -> Iterator[re.Match[str]]:
        match, triggers = pattern(source).match, self._triggers[trigger]
        free, end = window
        for at in triggers[bisect_left(triggers, free) : bisect_left(triggers, end)]:
            for place in (*self._openings(source, free, at), at):
                if place >= free and (found := match(self._fold, place, end)):
                    yield found
                    free = found.end()

    def _all(self, source: str, window: Span) -> Iterator[re.Match[str]]:
        if source not in OPENINGS:
            yield from pattern(source).finditer(self._fold, *window)
            return
        match, (free, end) = pattern(source).match, window
        for opening in OPENINGS[source].finditer(self._fold, free, end):
            if opening.start() >= free and (found := match(self._fold, opening.start(), end)):
                yield found
                free = found.end()

    def _openings(self, source: str, free: int, at: int) -> list[int]:
        """Where a word stands before the trigger from which the pattern may reach to it."""
        reach = _FAR if source in _PARTED and self._has_part(at) else REACH[source]
        if not reach:
            return []
        opening = OPENINGS[source].finditer(self._fold, max(free, at - reach), at + _LONGEST)
        return [place for one in opening if (place := one.start()) < at]

    def _has_part(self, at: int) -> bool:
        """Whether a word of a part of a year stands before the trigger."""
        near = bisect_left(self._parts, at - _FAR)
        if near < len(self._parts) and self._parts[near] < at:
            return True
        return _PART.search(self._fold, max(0, at - _FAR), at) is not None
