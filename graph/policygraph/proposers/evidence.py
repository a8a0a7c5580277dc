"""A document as proposals are held against it: sentences, amounts, periods, and where a quote stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from policygraph.proposers.quotes import Quotes
from policygraph.reader.document import Document
from policygraph.reader.figures.measures import Measures, Place, measures_of
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.reading import Span
from policygraph.reader.text.sentences import Sentence, sentence_at, sentences_of

__all__ = ["Evidence", "NotBorneOutError"]

_PLACES = 50
"""Places of one quote that are looked at."""


class NotBorneOutError(Exception):
    """The text does not bear a proposal out; the message is the reason. It never leaves this package."""


@dataclass(frozen=True)
class Evidence:
    """All that a proposal is held against."""

    document: Document
    sentences: tuple[Sentence, ...]
    measures: Measures
    quotes: Quotes
    gazetteer: Gazetteer

    @classmethod
    def of(cls, document: Document, gazetteer: Gazetteer | None = None) -> Evidence:
        """The document, taken apart once for all its proposals."""
        sentences = sentences_of(document.text)
        measures = measures_of(document, sentences)
        names = (gazetteer or Gazetteer.empty()).within(document.country)
        return cls(document, sentences, measures, Quotes(document.text), names)

    def text(self, span: Span) -> str:
        """The run as the text has it."""
        return self.document.text[span[0] : span[1]]

    def stated(self, quote: str) -> list[tuple[Span, Sentence]]:
        """The places of a quote, each with the sentence that holds all of it.

        Raises NotBorneOutError where it is not in the text, or nowhere within one sentence.
        """
        places = list(islice(self.quotes.places(quote), _PLACES))
        if not places:
            raise NotBorneOutError("the quote is not in the text")
        within = [
            (place, sentence)
            for place in places
            if (sentence := sentence_at(self.sentences, place[0])) and place[1] <= sentence.end
        ]
        if not within:
            raise NotBorneOutError("the quote runs over more than one sentence")
        return within

    def printed(self, name: str | None) -> str | None:
        """A name as the text first has it; None where it has none such."""
        place = self.quotes.find(name) if name else None
        return self.text(place) if place else None

    def amounts(self, span: Span) -> Iterator[Place]:
        """The amounts that the reader's grammar reads wholly within a run."""
        places = self.measures.places
        first = bisect_left(places, span[0], key=lambda place: place.amount.start)
        for place in places[first:]:
            if place.amount.start >= span[1]:
                return
            if place.amount.end <= span[1]:
                yield place
