"""Figures: the stated levels of a text, each with what it is about, when, and whether it is a fact.

1. Every sum of money is a figure; so is a percentage that is no relative change (see `changes`), a number
   that counts something known (see `counted`), and a rank (`2nd largest`).
2. A bare number of a thousand or more where money is spoken of, with no noun after it, is in the money of
   the last sum of the text, or the country's (`paid 165 million to executives`).
3. One fact stated twice is one figure (see `one_fact`).
4. The quote runs from the start of the clause, or from the period before it that the figure is about, to
   the end of the amount, of what is counted or of the period after it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from policygraph.lexicon import one_of
from policygraph.periods import Period
from policygraph.reader.document import Document
from policygraph.reader.figures.attachment import Attached, attached, carried
from policygraph.reader.figures.changes import change_sign
from policygraph.reader.figures.compared import is_compared
from policygraph.reader.figures.counted import COUNTED, counted
from policygraph.reader.figures.ellipses import elliptic
from policygraph.reader.figures.exports import SERIES
from policygraph.reader.figures.figure_periods import of_the_day, when_of
from policygraph.reader.figures.indicators import money_indicator, share_indicator
from policygraph.reader.figures.measures import Measures, Place, measures_of
from policygraph.reader.figures.one_fact import once
from policygraph.reader.figures.quotes import quote_span
from policygraph.reader.figures.shares import bare_share, is_of_counted, is_of_told, share_of
from policygraph.reader.figures.statuses import status_of
from policygraph.reader.figures.talk import Talk, listed, told_again
from policygraph.reader.figures.unnamed import Counted
from policygraph.reader.periods.text_periods import printed
from policygraph.reader.reading import ReadFigure
from policygraph.reader.text.cues import has_cue
from policygraph.reader.text.money_signs import one_mark
from policygraph.reader.text.sentences import Sentence

__all__ = ["Level", "levels_of", "read_figures", "stated_figures"]

_RANKED = re.compile(rf"[ -](?:{one_of('numbers', 'superlatives')}|{one_of('figures', 'place_nouns')})\b")
_NOTE = re.compile(rf"(?: and {one_mark()}[0-9]+)?[ -](?:new )?{one_of('figures', 'banknotes')}\b")
_RHETORIC = re.compile(r"\b(?:nearly|almost|about|around|over) \Z")


class Level(NamedTuple):
    """A figure, and where its amount begins."""

    start: int
    figure: ReadFigure


def read_figures(document: Document, sentences: tuple[Sentence, ...]) -> tuple[ReadFigure, ...]:
    """All figures of a document in order."""
    return tuple(once(stated_figures(document, sentences)))


def stated_figures(document: Document, sentences: tuple[Sentence, ...]) -> list[ReadFigure]:
    """The figures at every place where they are stated, the headline and the body."""
    return [level.figure for level in levels_of(document, sentences)]


@lru_cache(maxsize=2)
def levels_of(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Level, ...]:
    """The same with their places, in the order of the text; growths ask for them after figures have."""
    measures = measures_of(document, sentences)
    talk, found = Talk(), []
    for place in measures.places:
        if change_sign(measures, place):
            told = attached(measures, place, talk.period, growth=True)
            talk.period = carried(measures, told, talk.period)
        elif figure := _figure(measures, place, talk):
            found.append(Level(place.amount.start, figure))
    return tuple(found)


def _figure(measures: Measures, place: Place, talk: Talk) -> ReadFigure | None:
    amount = place.amount
    if again := told_again(measures, place, talk):
        return again
    match amount.unit:
        case "percent":
            return _share(measures, place, talk)
        case "ordinal" if _RANKED.match(measures.text, amount.end):
            return _made(measures, _as(place, "count"), "rank", talk, amount.end)
        case "count":
            return _count(measures, place, talk)
    if not amount.is_money or (not amount.exponent and _NOTE.match(measures.text, amount.end)):
        return None
    talk.unit = amount.unit
    return _money(measures, place, talk)


def _share(measures: Measures, place: Place, talk: Talk) -> ReadFigure | None:
    """A percentage; `nearly half`, and `half of` what no key word tells, are rhetoric."""
    text, amount = measures.text, place.amount
    if text.startswith("half", amount.start) and (
        share_indicator(measures, place) == "other"
        or _RHETORIC.search(text, max(0, amount.start - 8), amount.start)
    ):
        return None
    indicator = share_of(measures, place, talk)
    talk.share, talk.share_at = indicator, amount.start
    if indicator in COUNTED and text.startswith(" of ", amount.end):
        talk.counted, talk.counted_at = indicator, amount.start
    current = talk.made_for if is_of_told(text, amount.end) else None
    return _made(measures, place, indicator, talk, amount.end, current)


def _count(measures: Measures, place: Place, talk: Talk) -> ReadFigure | None:
    if thing := counted(measures, place, talk.counted):
        return _thing(measures, place, talk, thing)
    if unit := _meant_money(measures, place, talk):
        return _money(measures, _as(place, unit), talk)
    if thing := elliptic(measures, place, talk.counted, talk.counted_at):
        return _thing(measures, place, talk, thing)
    if bare_share(measures, place, talk):
        return _made(measures, _as(place, "percent"), talk.share, talk, place.amount.end)
    return None


def _thing(measures: Measures, place: Place, talk: Talk, thing: Counted) -> ReadFigure:
    talk.counted, talk.counted_at = thing.indicator, place.amount.start
    return _made(measures, place, thing.indicator, talk, thing.end)


def _as(place: Place, unit: str) -> Place:
    return place._replace(amount=place.amount._replace(unit=unit))


def _money(measures: Measures, place: Place, talk: Talk) -> ReadFigure:
    figure = listed(measures, place, talk)
    if figure is None:
        talk.indicator = money_indicator(measures, place, talk.indicator)
        figure = _made(measures, place, talk.indicator, talk, place.amount.end)
    talk.sum, talk.sum_at = figure, place.amount.start
    return figure


def _made(
    measures: Measures, place: Place, indicator: str, talk: Talk, end: int, current: Period | None = None
) -> ReadFigure:
    """The figure; `current` is the period of what it is said to be a share of."""
    told = when_of(measures, place, indicator, talk, current)
    amount = place.amount
    status = status_of(measures, place, indicator, told.period, due=told.due)
    if status == "actual":
        told = of_the_day(measures, place, indicator) or told
    if status != "actual" and told.source is None and indicator != "budget":
        told = Attached(talk.foretold(indicator, amount.start))
    if status != "actual" and indicator in SERIES:
        talk.aimed, talk.aimed_at = (indicator, told.period), amount.start
    if (
        status == "actual"
        and indicator in SERIES
        and told.period
        and not is_compared(measures, place, told.source)
    ):
        talk.period, talk.sentence = told.period, place.sentence.start
    elif told.is_dateless:
        talk.period = None
    if indicator == "budget" and amount.is_money:
        talk.allotted(told.source, told.period, amount.start)
    span = quote_span(measures, place, end, told.source)
    made = ReadFigure(span, indicator, amount.value, amount.unit, printed(told.period), status)
    talk.made, talk.made_at, talk.made_for = made, amount.start, told.period
    return made


def _meant_money(measures: Measures, place: Place, talk: Talk) -> str | None:
    amount = place.amount
    if amount.value < 1000 or amount.joined or is_of_counted(measures.text, amount.end):
        return None
    if not has_cue(measures.text, place.start, place.end, "figures", "money_talk"):
        return None
    return talk.unit or (measures.document.land.money if amount.exponent else None)
