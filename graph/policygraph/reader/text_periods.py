"""The periods that a text names, resolved against its date and its country's fiscal calendar.

The rules are those of `period_reader`. Patterns are tried near their triggers only, the most telling first,
and what one has taken no other takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from policygraph.reader.period_reader import PeriodReader
from policygraph.reader.period_words import MONTH_TRIGGER, pattern
from policygraph.reader.text_period import TextPeriod, fiscal_calendar, printed

__all__ = ["TextPeriod", "fiscal_calendar", "periods_of", "printed"]

_AROUND = 72
"""How far from its trigger a pattern may reach."""
_PLAIN = re.compile(r"[A-Za-z|]+")


def periods_of(text: str, fold: str, published: date | None, country: str | None) -> tuple[TextPeriod, ...]:
    """All runs that name a time, in order and apart from each other; `fold` is the folded text."""
    reader = PeriodReader(text, fold, published, fiscal_calendar(country))
    found: list[TextPeriod] = []
    taken = bytearray(len(fold))
    months = tuple(_windows(MONTH_TRIGGER, text))
    for source, trigger, read in reader.rules():
        for start, end in months if trigger == MONTH_TRIGGER else _windows(trigger, fold):
            for match in pattern(source).finditer(fold, start, end):
                if not any(taken[match.start() : match.end()]):
                    for period in read(match):
                        found.append(period)
                        taken[period.start : period.end] = b"\1" * (period.end - period.start)
    return tuple(sorted(found, key=lambda period: period.start))


def _windows(trigger: str, text: str) -> Iterator[tuple[int, int]]:
    """The surroundings of all triggers, apart from each other: patterns are tried nowhere else."""
    start = end = -1
    for first, last in _places(trigger, text):
        if first - _AROUND > end:
            if end >= 0:
                yield start, end
            start = max(0, first - _AROUND)
        end = last + _AROUND
    if end >= 0:
        yield start, min(end, len(text))


def _places(trigger: str, text: str) -> list[tuple[int, int]]:
    """Where a trigger stands: plain words, none within another, are looked for one by one: it is faster."""
    if not _PLAIN.fullmatch(trigger):
        return [found.span() for found in pattern(trigger).finditer(text)]
    places = []
    for word in trigger.split("|"):
        at = text.find(word)
        while at >= 0:
            places.append((at, at + len(word)))
            at = text.find(word, at + len(word))
    return sorted(places)
