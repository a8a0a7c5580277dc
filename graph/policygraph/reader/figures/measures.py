"""What figures and growths are both read from: the amounts and periods of a text, by sentence and clause.

1. A clause ends at a semicolon, a colon, a dash, or a comma before `while`, `but`, `and` and their kind.
2. What a line says of itself or of other articles (`Also read`, `Share this`) and the arrows of a ticker
   hold no figures.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from policygraph.lexicon import one_of
from policygraph.periods import Period
from policygraph.reader.document import Document
from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.amounts import amounts_of
from policygraph.reader.figures.number_words import Numbers, numbers_of
from policygraph.reader.periods.spots import Spots, spots_of
from policygraph.reader.periods.text_periods import TextPeriod, periods_of
from policygraph.reader.reading import Span
from policygraph.reader.text.folding import folded
from policygraph.reader.text.sentences import Sentence

__all__ = ["Measures", "Place", "measures_of"]

_BREAK = re.compile(
    rf"; |: |—|, {one_of('grammar', 'clause_heads')}\b| (?:-|while|whereas|but|although) |\) "
)
_ASIDE = re.compile(rf"(?:[•*-] )?{one_of('grammar', 'asides')}(?!\w)")
_TICKER = re.compile(r"[▲▼△▽↑↓]")
_TO = re.compile(rf" to (?:{one_of('numbers', 'about')} )?")
_BEYOND = sys.maxsize
"""A place after all of a text."""


class Place(NamedTuple):
    """An amount in its sentence and its clause, between the amounts before and after it."""

    amount: Amount
    sentence: Sentence
    start: int
    """Of the clause."""
    end: int
    before: Amount | None
    after: Amount | None


@dataclass(frozen=True)
class Measures:
    """All that is measured in a document; periods are those of sentences with a number."""

    document: Document
    text: str
    """Folded."""
    periods: tuple[TextPeriod, ...]
    places: tuple[Place, ...]
    spots: Spots
    signs: dict[int, int] = field(default_factory=dict)
    """What `changes` has found of the amount that starts there."""
    noted: dict[str, int] = field(default_factory=dict)
    """Places that `indicators` has looked for in the whole text."""

    def periods_in(self, start: int, end: int) -> tuple[TextPeriod, ...]:
        """The periods that lie within a run."""
        first = bisect_left(self.periods, start, key=lambda period: period.start)
        found = []
        for period in self.periods[first:]:
            if period.start >= end:
                break
            if period.end <= end:
                found.append(period)
        return tuple(found)

    def is_time(self, place: int) -> bool:
        """Whether the place is within the name of a time."""
        at = bisect_right(self.periods, place, key=lambda period: period.start) - 1
        return at >= 0 and place < self.periods[at].end

    def leads_to(self, one: Amount, other: Amount) -> bool:
        """Whether nothing but `to` and a word like `about` parts two amounts (`rose 5% to $7bn`)."""
        return _TO.fullmatch(self.text, one.end, other.start) is not None

    def is_to_come(self, period: Period | None) -> bool:
        """Whether a period begins after the day of the text."""
        day = self.document.date
        return day is not None and period is not None and period.start > day

    def amounts_in(self, start: int, end: int) -> tuple[Amount, ...]:
        """The amounts that begin within a run."""
        first = bisect_left(self.places, start, key=lambda place: place.amount.start)
        found = []
        for place in self.places[first:]:
            if place.amount.start >= end:
                break
            found.append(place.amount)
        return tuple(found)


@lru_cache(maxsize=2)
def measures_of(document: Document, sentences: tuple[Sentence, ...]) -> Measures:
    """The amounts and periods of a document."""
    text = folded(document.text)
    spots = spots_of(text)
    numbers = numbers_of(text, spots)
    telling = tuple(_telling(sentences, numbers, spots))
    periods = periods_of(document.text, text, document.date, document.land.calendar, telling, spots)
    masked = [(period.start, period.end) for period in periods]
    amounts = amounts_of(text, document.land, masked, numbers)
    return Measures(document, text, periods, tuple(_placed(text, sentences, amounts)), spots)


def _telling(sentences: tuple[Sentence, ...], numbers: Numbers, spots: Spots) -> Iterator[Span]:
    """The sentences that hold a number or a multiple: periods elsewhere are those of nothing."""
    named, numerals = numbers
    found = sorted([*[one.start for one in named], *[one.start for one in numerals], *spots.multiples])
    at, places = 0, [*found, _BEYOND]
    for start, end, _ in sentences:
        if places[at] < end:
            at = bisect_left(places, start, at)
            if places[at] < end:
                yield start, end


def _placed(text: str, sentences: tuple[Sentence, ...], amounts: list[Amount]) -> list[Place]:
    found: list[Place] = []
    at = 0
    for sentence in sentences:
        inside = []
        while at < len(amounts) and amounts[at].start < sentence.end:
            if amounts[at].start >= sentence.start:
                inside.append(amounts[at])
            at += 1
        if inside and not _is_aside(text, sentence):
            found += _in_sentence(text, sentence, inside)
    return found


def _is_aside(text: str, sentence: Sentence) -> bool:
    start, end = sentence.start, sentence.end
    return bool(_ASIDE.match(text, start) or (not text.isascii() and _TICKER.search(text, start, end)))


def _in_sentence(text: str, sentence: Sentence, inside: list[Amount]) -> list[Place]:
    ends = [match.span() for match in _BREAK.finditer(text, sentence.start, sentence.end)]
    found, at, start = [], 0, sentence.start
    for place, amount in enumerate(inside):
        while at < len(ends) and ends[at][0] < amount.start:
            start = ends[at][1] if text[ends[at][0]] != "," else ends[at][0] + 2
            at += 1
        ahead = at
        while ahead < len(ends) and ends[ahead][0] < amount.end:
            ahead += 1
        end = ends[ahead][0] if ahead < len(ends) else sentence.end
        before = inside[place - 1] if place else None
        after = inside[place + 1] if place + 1 < len(inside) else None
        found.append(Place(amount, sentence, min(start, amount.start), end, before, after))
    return found
