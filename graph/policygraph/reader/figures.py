"""Figures: the stated levels of a text, each with what it is about, when, and whether it is a fact.

1. Every sum of money is a figure; so is a percentage that is no relative change (see `changes`), a number
   that counts something known (see `counted`), and a rank (`2nd largest`).
2. A bare number of a thousand or more where money is spoken of, with no noun after it, is in the money of
   the last sum of the text, or the country's (`paid 165 million to executives`).
3. One fact stated twice is one figure: of two with the same value, unit and indicator (or none) the one
   with a period stays; with two different periods both stay.
4. The same told again in another measure (`61 million, or 24 per cent`) is about the same, at the same time.
5. In a list (`the park, Rs4bn; the fibre, Rs3bn`) a sum is of the same, for the same time, as the last one.
6. The quote runs from the start of the clause, or from the period before it that the figure is about, to
   the end of the amount, of what is counted or of the period after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from policygraph.periods import Period
from policygraph.reader.attachment import Attached, attached, is_compared
from policygraph.reader.changes import change_sign
from policygraph.reader.counted import Counted, counted, elliptic
from policygraph.reader.cues import has_cue
from policygraph.reader.document import Document
from policygraph.reader.indicators import money_indicator, share_indicator
from policygraph.reader.lexicon import one_of
from policygraph.reader.measures import Measures, Place, measures_of
from policygraph.reader.present import present_day
from policygraph.reader.quotes import quote_span
from policygraph.reader.reading import ReadFigure
from policygraph.reader.sentences import Sentence
from policygraph.reader.shares import Spoken, is_of_told, share_of
from policygraph.reader.statuses import status_of
from policygraph.reader.text_periods import printed

__all__ = ["is_one_fact", "read_figures", "stated_figures"]

_RANKED = re.compile(rf"[ -](?:{one_of('numbers', 'superlatives')}|{one_of('figures', 'place_nouns')})\b")
_NOTE = re.compile(rf"(?: and [$£€][0-9]+)?[ -](?:new )?{one_of('figures', 'banknotes')}\b")
_RHETORIC = re.compile(r"\b(?:nearly|almost|about|around|over) \Z")
_RESTATING = re.compile(rf"{one_of('grammar', 'restating')} ?(?:{one_of('numbers', 'about')} )?")
_CLOSED = re.compile(r";|[.,)]?(?:\s|\Z)(?! *[a-z]{2,} )|, (?:led|backed|for|from)\b")
_LIST, _ITEM = 500, 110
_SERIES = frozenset({"it-exports", "other-exports", "revenue"})
_UNDATED_KINDS = frozenset({"rate", "rank", "budget", "investment"})


@dataclass
class _Talk(Spoken):
    """What the text spoke of last."""

    indicator: str = ""
    sentence: int = -1
    period: Period | None = None
    unit: str | None = None
    sum: ReadFigure | None = None
    sum_at: int = -1
    made: ReadFigure | None = None
    made_at: int = -1
    made_for: Period | None = None


def read_figures(document: Document, sentences: tuple[Sentence, ...]) -> tuple[ReadFigure, ...]:
    """All figures of a document in order."""
    return tuple(_once(stated_figures(document, sentences)))


def stated_figures(document: Document, sentences: tuple[Sentence, ...]) -> list[ReadFigure]:
    """The figures at every place where they are stated, the headline and the body."""
    measures = measures_of(document, sentences)
    talk, found = _Talk(), []
    for place in measures.places:
        sign = change_sign(measures, place)
        if sign:
            told = attached(measures, place, talk.period, growth=True)
            talk.period = told.period or talk.period
        elif figure := _figure(measures, place, talk):
            found.append(figure)
    return found


def is_one_fact(one: ReadFigure, other: ReadFigure) -> bool:
    """Whether two statements may be of one fact (rule 3)."""
    named = one.indicator == other.indicator or "other" in {one.indicator, other.indicator}
    timed = one.period is None or other.period is None or one.period == other.period
    return (one.value, one.unit) == (other.value, other.unit) and named and timed


def _figure(measures: Measures, place: Place, talk: _Talk) -> ReadFigure | None:
    amount = place.amount
    if again := _restated(measures, place, talk):
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


def _restated(measures: Measures, place: Place, talk: _Talk) -> ReadFigure | None:
    """The amount before it told again (rule 4)."""
    made, before, amount = talk.made, place.before, place.amount
    if made is None or before is None or talk.made_at != before.start or amount.unit in {made.unit, "count"}:
        return None
    if amount.unit == "ordinal" or not _RESTATING.fullmatch(measures.text, before.end, amount.start):
        return None
    span = quote_span(measures, place, amount.end, None)
    return replace(made, span=span, value=amount.value, unit=amount.unit)


def _share(measures: Measures, place: Place, talk: _Talk) -> ReadFigure | None:
    """A percentage; `nearly half`, and `half of` what has no indicator, are rhetoric."""
    text, amount, indicator = measures.text, place.amount, share_of(measures, place, talk)
    before = text[max(0, amount.start - 8) : amount.start]
    vague = text.startswith("half", amount.start) and share_indicator(measures, place) == "other"
    if vague or (text.startswith("half", amount.start) and _RHETORIC.search(before)):
        return None
    talk.share, talk.share_at = indicator, amount.start
    current = talk.made_for if is_of_told(text, amount.end) else None
    return _made(measures, place, indicator, talk, amount.end, current)


def _count(measures: Measures, place: Place, talk: _Talk) -> ReadFigure | None:
    if thing := counted(measures, place, talk.counted):
        return _thing(measures, place, talk, thing)
    if unit := _meant_money(measures, place, talk):
        return _money(measures, _as(place, unit), talk)
    if thing := elliptic(measures, place, talk.counted, talk.counted_at):
        return _thing(measures, place, talk, thing)
    return None


def _thing(measures: Measures, place: Place, talk: _Talk, thing: Counted) -> ReadFigure:
    talk.counted, talk.counted_at = thing.indicator, place.amount.start
    return _made(measures, place, thing.indicator, talk, thing.end)


def _as(place: Place, unit: str) -> Place:
    return place._replace(amount=place.amount._replace(unit=unit))


def _money(measures: Measures, place: Place, talk: _Talk) -> ReadFigure:
    if talk.sum and place.amount.start - talk.sum_at < _LIST and _is_item(measures, place):
        talk.sum_at = place.amount.start
        span = quote_span(measures, place, place.amount.end, None)
        return replace(talk.sum, span=span, value=place.amount.value, unit=place.amount.unit)
    indicator = money_indicator(measures, place, talk.indicator)
    talk.indicator = indicator
    talk.sum, talk.sum_at = _made(measures, place, indicator, talk, place.amount.end), place.amount.start
    return talk.sum


def _is_item(measures: Measures, place: Place) -> bool:
    """Whether a sum is the last word of an item of a list, after a comma (rule 5)."""
    text, amount = measures.text, place.amount
    if text[amount.start - 2 : amount.start] != ", " or amount.start - place.start > _ITEM:
        return False
    if not _CLOSED.match(text, amount.end):
        return False
    return not measures.periods_in(place.start, place.end)


def _made(
    measures: Measures, place: Place, indicator: str, talk: _Talk, end: int, current: Period | None = None
) -> ReadFigure:
    """The figure; `current` is the period of what it is said to be a share of."""
    told = _told(measures, place, indicator, talk, current)
    status = status_of(measures, place, indicator, told.period, due=told.due)
    stock = place.amount.unit in {"count", "percent"} and indicator not in _UNDATED_KINDS
    if status == "actual" and stock and (day := present_day(measures, place)):
        told = Attached(day)
    if status != "actual" and told.source is None:
        told = Attached(None)
    if status == "actual" and indicator in _SERIES and told.period and not is_compared(measures, place, told):
        talk.period, talk.sentence = told.period, place.sentence.start
    amount = place.amount
    span = quote_span(measures, place, end, told.source)
    made = ReadFigure(span, indicator, amount.value, amount.unit, printed(told.period), status)
    talk.made, talk.made_at, talk.made_for, talk.told = made, amount.start, told.period, indicator
    return made


def _told(
    measures: Measures, place: Place, indicator: str, talk: _Talk, current: Period | None
) -> Attached:
    """The period of a figure, as far as its indicator lets one be taken from further off."""
    amount, text = place.amount, measures.text
    series = amount.is_money and (indicator in _SERIES or talk.sentence == place.sentence.start)
    told = attached(measures, place, talk.period if series else current, growth=False)
    source = told.source
    if current and (source is None or source.end < amount.start):
        return Attached(current)
    if source is None:
        start = max(place.sentence.start, amount.start - 90)
        return Attached(None) if has_cue(text, start, place.end, "grammar", "undated") else told
    if source.start > amount.start or source.end == place.start - 2:
        return told
    if indicator in _UNDATED_KINDS or text.startswith("from ", amount.start - 5):
        return Attached(None)
    if source.end < place.start and (
        not series or has_cue(text, place.start, amount.start, "grammar", "undated")
    ):
        initial = source.start - place.sentence.start < 12
        return told if initial or "and" in text[place.start - 4 : place.start + 4] else Attached(None)
    return told


def _meant_money(measures: Measures, place: Place, talk: _Talk) -> str | None:
    amount = place.amount
    if amount.value < 1000 or amount.joined:
        return None
    if not has_cue(measures.text, place.start, place.end, "figures", "money_talk"):
        return None
    return talk.unit or (measures.document.land.money if amount.exponent else None)


def _once(found: list[ReadFigure]) -> list[ReadFigure]:
    """Each fact once (rule 3), in the order of the text."""
    kept: dict[tuple[object, ...], list[ReadFigure]] = {}
    for figure in found:
        same = kept.setdefault((figure.value, figure.unit), [])
        for place, other in enumerate(same):
            if is_one_fact(figure, other):
                fuller = figure.period is not None and other.period is None
                same[place] = figure if fuller or (other.indicator == "other" != figure.indicator) else other
                break
        else:
            same.append(figure)
    return sorted((figure for same in kept.values() for figure in same), key=lambda figure: figure.span)
