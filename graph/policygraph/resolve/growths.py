"""Growths: the rates that an article states, with the levels they belong to or alone.

1. A rate joins the level of its sentence that is of the same indicator, area and period, and is counted as
   one fact with it; else it stands alone, as does one that someone else than the reader read.
2. A rate waits where it is not said what it is compared with, where it is in percentage points, and where it
   is aimed at or guessed; such a one has the status of a forecast, whoever accepts it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from policygraph.periods import Period
from policygraph.reader.figures.amounts import Amount
from policygraph.reader.figures.measures import Place
from policygraph.reader.figures.multiples import multiple_at
from policygraph.reader.figures.statuses import status_of
from policygraph.reader.reading import ReadGrowth
from policygraph.reader.text.sentences import sentence_at
from policygraph.resolve.article import Article
from policygraph.resolve.figures import measured
from policygraph.resolve.known import Known
from policygraph.resolve.names import Names
from policygraph.resolve.period_doubts import period_doubts, plain_period
from policygraph.resolve.printed import printed_amount
from policygraph.resolve.resolved import Candidate

__all__ = ["with_growths"]


def with_growths(known: Known, article: Article, names: Names, figures: list[Candidate]) -> list[Candidate]:
    """The figures with the rates that belong to them, and the other rates after them."""
    found = list(figures)
    for read in article.reading.growths:
        rate, doubts, fact = _rate(known, article, names, read)
        at = None if doubts or read.origin else _level(article, found, fact, read)
        if at is None:
            alone = {**fact, "growth": rate}
            found.append(Candidate("figures", read.span, alone, tuple(doubts), origin=read.origin))
        else:
            found[at] = replace(found[at], fact={**found[at].fact, "growth": rate})
    return found


def _rate(
    known: Known, article: Article, names: Names, read: ReadGrowth
) -> tuple[dict[str, Any], list[str], dict[str, Any]]:
    place = article.amount(read.span, read.pct, "percent") or _in_words(article, read)
    unit = _usual_unit(known, read.indicator)
    fact, doubts = measured(known, article, names, place, read.indicator, unit)
    period = Period.parse(read.period) if read.period else None
    status = status_of(article.measures, place, read.indicator, period, due=False)
    if place.amount.unit == "points":
        doubts.append("it is in percentage points, which are no rate")
    if read.basis is None:
        doubts.append("it is not said what it is compared with")
    expected = status in {"target", "forecast"}
    if expected:
        doubts.append("it is aimed at or expected rather than counted")
    doubts += period_doubts(known, article, place, read.period, status == "actual")
    printed = printed_amount(article.text, place.amount, "percent", {})
    rate = {
        "rate": f"{'-' if read.pct < 0 else ''}{printed.value.lstrip('-')}",
        "basis": read.basis,
        "printed": printed.words,
        "at": list(read.span),
    }
    told = {"period": plain_period(read.period), "unit": unit, "status": "forecast" if expected else "actual"}
    return rate, doubts, fact | told


def _in_words(article: Article, read: ReadGrowth) -> Place:
    """The word alone, for a rate that is one (`doubled`); no words at all where none in the quote says it."""
    start, end = read.span
    sentence = sentence_at(article.sentences, start) or article.sentences[0]
    spots = (spot for spot in article.measures.spots.multiples if spot >= start)
    said = (multiple_at(article.low, spot, end) for spot in spots)
    word = next((one for one in said if one and one.value == read.pct), None)
    amount = (
        word._replace(unit="percent") if word else Amount(start, start, read.pct, "percent", in_words=True)
    )
    return Place(amount, sentence, sentence.start, sentence.end, None, None)


def _usual_unit(known: Known, read: str) -> str:
    """A rate has no unit of its own: that of the indicators of its class."""
    units = [one.unit.split()[0] for one in known.indicators.get(read, {}).values()]
    return units[0] if units else "percent"


def _level(article: Article, found: list[Candidate], fact: dict[str, Any], read: ReadGrowth) -> int | None:
    sentence = article.sentence(read.span[0])
    for at, one in enumerate(found):
        same = all(one.fact.get(key) == fact.get(key) for key in ("indicator", "area", "period"))
        whole = one.fact.get("value") and not one.fact.get("growth")
        free = one.kind == "figures" and whole and not one.origin
        if same and free and sentence[0] <= one.at[0] < sentence[1] and one.fact.get("status") == "actual":
            return at
    return None
