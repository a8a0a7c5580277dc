"""An article under resolution: its reading, and what a single entry does not say by itself.

1. An entry belongs to the sentence in which it begins.
2. Who says a thing is who the reader finds to speak there (see `reader.deeds.claimants`), where the same
   sentence names that person or body, or has a word that is sure to stand for the person; the writer, the
   government and what has no name are nobody.
3. The amount of a figure is the first one of its value and unit within the quote.
4. Names that someone else than the reader saw are left out of all this: what a language model proposes must
   not change what the text says without it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from policygraph.model.base import Span
from policygraph.reader.deeds.claimants import ARTICLE, Speakers
from policygraph.reader.deeds.denied import denied_in, is_unreal
from policygraph.reader.deeds.occurrences import scene_of
from policygraph.reader.deeds.scene import GOVERNMENT
from policygraph.reader.document import Document
from policygraph.reader.figures.measures import Measures, Place, measures_of
from policygraph.reader.periods.text_periods import TextPeriod, periods_of
from policygraph.reader.reading import ReadBody, Reading, ReadPerson
from policygraph.reader.text.folding import folded
from policygraph.reader.text.sentences import Sentence, sentence_at, sentences_of
from policygraph.reader.text.words import Words, words_of

__all__ = ["Article"]


@dataclass(frozen=True)
class Article:
    """A document with its reading and the id that it gets as a source."""

    id: str
    document: Document
    reading: Reading
    notes: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was found of its sentences, for who asks again: an article may have thousands of amounts."""

    @cached_property
    def plain(self) -> Reading:
        """The names that the reader itself read (rule 4), and the rest of the reading."""
        read = self.reading
        return replace(
            read,
            people=tuple(one for one in read.people if not one.origin),
            bodies=tuple(one for one in read.bodies if not one.origin),
            initiatives=tuple(one for one in read.initiatives if not one.origin),
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the text."""
        return sentences_of(self.document.text)

    @cached_property
    def measures(self) -> Measures:
        """All amounts and periods of the text."""
        return measures_of(self.document, self.sentences)

    def times(self, place: int) -> tuple[TextPeriod, ...]:
        """The periods that the sentence at a place names, whether there is a number in it or not."""
        start, end = span = self.sentence(place)
        if (key := ("times", span)) not in self.notes:
            day, calendar, spots = self.document.date, self.document.land.calendar, self.measures.spots
            found = periods_of(self.document.text, self.low, day, calendar, [span], spots)
            self.notes[key] = tuple(one for one in found if start <= one.start and one.end <= end)
        times: tuple[TextPeriod, ...] = self.notes[key]
        return times

    @property
    def text(self) -> str:
        """What offsets count in."""
        return self.document.text

    @cached_property
    def low(self) -> str:
        """The text in one spelling, every character at its place."""
        return folded(self.document.text)

    def sentence(self, place: int) -> Span:
        """The sentence at a place; the place alone where there is none."""
        found = sentence_at(self.sentences, place)
        return (found.start, found.end) if found else (place, place)

    def amount(self, span: Span, value: Decimal, unit: str) -> Place | None:
        """The amount of a figure within its quote."""
        wanted = {unit, "ordinal"} if unit == "count" else {unit}
        places = self.measures.places
        first = bisect_left(places, span[0], key=_start)
        inside = places[first : bisect_left(places, span[1], lo=first, key=_start)]
        same = [place for place in inside if abs(place.amount.value) == abs(value)]
        return next((place for place in same if place.amount.unit in wanted), same[0] if same else None)

    def speaker(self, place: int) -> str | None:
        """The name of who says what stands at a place, as a mention of a person or body."""
        _, speakers = self._talk
        at, number = self._found(place)
        if at < 0 or number < 0:
            return None
        speakers.enter(number)
        said = speakers.of(at)
        name = None if said in {ARTICLE, GOVERNMENT} else said
        return name if self.is_named(name, place) else None

    def denies(self, place: int) -> bool:
        """Whether what stands at a place is denied, or would have been (see `reader.deeds.denied`)."""
        at, number = self._found(place)
        if at < 0 or number < 0:
            return False
        words, clause = self._words, self._words.clauses[number]
        return at in denied_in(words, clause) or is_unreal(words, clause, at)

    def _found(self, place: int) -> tuple[int, int]:
        """The numbers of the word and of the run of words at a place; -1 before the first."""
        at = bisect_right(self._words.start, place) - 1
        return at, bisect_right(self._clause_starts, at) - 1

    def is_named(self, name: str | None, place: int) -> bool:
        """Whether the sentence at a place names this person or body, or can mean nobody else (rule 2)."""
        sentence = self.text[slice(*self.sentence(place))]
        everyone: list[ReadPerson | ReadBody] = [*self.plain.people, *self.plain.bodies]
        if any(mention in sentence for one in everyone if name in one.mentions for mention in one.mentions):
            return True
        words, speakers = self._talk
        return name is not None and speakers.is_sure(bisect_right(words.start, place) - 1, name)

    @cached_property
    def _words(self) -> Words:
        return words_of(self.text, self.sentences)

    @cached_property
    def _talk(self) -> tuple[Words, Speakers]:
        words = self._words
        return words, Speakers(scene_of(words, self.plain.people, self.plain.bodies))

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [clause.start for clause in self._words.clauses]


def _start(place: Place) -> int:
    return max(0, place.amount.start)
