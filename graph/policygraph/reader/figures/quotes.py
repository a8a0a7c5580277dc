"""The run of text that states a figure or a growth: its clause, no more than it needs."""

from __future__ import annotations

from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.periods.text_periods import TextPeriod
from policygraph.reader.reading import Span

__all__ = ["quote_span"]

_LONGEST = 160


def quote_span(measures: Measures, place: Place, end: int, period: TextPeriod | None) -> Span:
    """From the start of the clause to the end of amount, noun or period; within one sentence."""
    start, last = place.start, max(end, place.amount.end)
    if period and period.start >= place.sentence.start and period.end <= place.sentence.end:
        last = max(last, period.end) if period.start >= place.amount.start else last
        if period.start < start and place.amount.end - period.start <= _LONGEST:
            start = period.start
    start = min(start, place.amount.start)
    if place.amount.start - start > _LONGEST:
        start = _word_start(measures.text, place.amount.start - _LONGEST, place.amount.start)
    text = measures.text
    while start < place.amount.start and not (text[start].isalnum() or text[start] in "$€£₹("):
        start += 1
    return start, min(last, place.sentence.end)


def _word_start(text: str, place: int, limit: int) -> int:
    found = text.find(" ", place, limit)
    return found + 1 if found >= 0 else limit
