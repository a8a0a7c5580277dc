"""The periods that a text names, resolved against its date and its country's fiscal calendar.

The rules are those of `period_reader`. Patterns are tried near their triggers only, the most telling first,
and what one has taken no other takes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from policygraph.periods import FiscalCalendar
from policygraph.reader.periods.joined import with_joined
from policygraph.reader.periods.period_places import PeriodPlaces
from policygraph.reader.periods.period_reader import PeriodReader
from policygraph.reader.periods.period_words import MONTHS, YEARS
from policygraph.reader.periods.spots import Spots, spots_of
from policygraph.reader.periods.text_period import TextPeriod, printed
from policygraph.reader.reading import Span

__all__ = ["TextPeriod", "periods_of", "printed"]

_AROUND = 72
"""How far from its trigger a pattern may reach."""


def periods_of(
    text: str,
    fold: str,
    published: date | None,
    fiscal: FiscalCalendar | None,
    runs: Sequence[Span] | None = None,
    spots: Spots | None = None,
) -> tuple[TextPeriod, ...]:
    """All runs that name a time, in order and apart from each other; `fold` is the folded text.

    `runs`, in order, are the parts of the text to look in, all of it by default; `spots` are those of the
    folded text, where the caller has them.
    """
    near = _joined([(0, len(text))] if runs is None else runs, len(text))
    triggers = (spots or spots_of(fold)).times
    windows = _windows(text, triggers, near)
    if not windows:
        return ()
    places = PeriodPlaces(fold, triggers)
    reader = PeriodReader(text, fold, published, fiscal)
    found: list[TextPeriod] = []
    taken = bytearray(len(fold))
    for source, trigger, read in reader.rules():
        for window in windows.get(trigger, ()):
            for match in places.matches(source, trigger, window):
                if taken.find(1, match.start(), match.end()) < 0:
                    for period in read(match):
                        found.append(period)
                        taken[period.start : period.end] = b"\1" * (period.end - period.start)
    return with_joined(fold, found)


def _windows(text: str, triggers: Mapping[str, Sequence[Span]], near: list[Span]) -> dict[str, list[Span]]:
    """The surroundings of the triggers of each pattern: patterns are tried nowhere else."""
    starts = [start for start, _ in near]
    found: dict[str, list[Span]] = {}
    for source, spans in triggers.items():
        inside = [
            (start, end)
            for start, end in spans
            if (at := bisect_right(starts, start)) and end <= near[at - 1][1] and _is_so(source, text, start)
        ]
        if inside:
            found[source] = _joined(inside, len(text))
    return found


def _is_so(source: str, text: str, start: int) -> bool:
    """Whether a trigger counts: a month needs its capital, a year its four digits."""
    if source == MONTHS:
        return text[start : start + 3].istitle()
    return source != YEARS or (
        text[start + 3 : start + 4].isdigit() and not text[start + 4 : start + 5].isdigit()
    )


def _joined(runs: Iterable[Span], length: int) -> list[Span]:
    """Each run with what is around it; those that touch are one."""
    found: list[Span] = []
    for first, last in runs:
        if found and first - _AROUND <= found[-1][1]:
            found[-1] = found[-1][0], last + _AROUND
        else:
            found.append((first - _AROUND, last + _AROUND))
    if found:
        found[0] = max(0, found[0][0]), found[0][1]
        found[-1] = found[-1][0], min(length, found[-1][1])
    return found
