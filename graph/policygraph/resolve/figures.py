"""Figures and targets: the levels that an article states, as facts about indicators.

1. Indicator and area are found as `indicators` and `places` say, whose figure it is as `origins` says. An
   aim is that of who states it.
2. A level with no period waits. One that is counted on a day (`stocks`) is proposed for the day of the
   article.
3. An aim is a target, due in its period; a guess is a figure with the status of a forecast; what is promised
   is neither, and waits where no measure takes it (see `amounts`).
4. A fact of a period that has not ended when the article appears is doubted, and so is a guess at one that
   has; so is a guess at what a month or a day is to have brought (`by June`), which may be of a longer time.
   An end of a range is no figure by itself.
5. A figure in a sentence that names a company, a university or an international body, which does not state
   it, may be that body's own, and waits.
6. An article that gives no definition is taken to mean the one that the registry says articles mean
   (`assumed`), which a note says; else the figure has none.
7. In an article without a date a period counts only where the sentence prints its year: nothing tells
   whether it goes on from the sentence before.
8. An article on a country whose fiscal year is not that of the pack gets no periods but months and days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from policygraph.periods import Period
from policygraph.reader.figures.measures import Place
from policygraph.reader.reading import ReadFigure
from policygraph.reader.text.lexicon import any_of, one_of, phrases
from policygraph.resolve.article import Article
from policygraph.resolve.indicators import choose
from policygraph.resolve.known import Known
from policygraph.resolve.names import Named, Names
from policygraph.resolve.origins import speaker_of, whose
from policygraph.resolve.places import area_of
from policygraph.resolve.printed import bound_before, printed_amount
from policygraph.resolve.resolved import Candidate

__all__ = ["ASSUMED", "figure_of", "measured", "period_doubts", "plain_period"]

ASSUMED = "The source gives no definition; the usual one is assumed."
_YEAR = 12
"""Months."""
_STATUSES = {"actual": "actual", "forecast": "forecast"}


def figure_of(known: Known, article: Article, names: Names, read: ReadFigure) -> Candidate | None:
    """The figure or target of a level; None where its amount is not in the text."""
    place = article.amount(read.span, read.value, read.unit)
    if place is None:
        return None
    fact, doubts = measured(known, article, names, place, read.indicator, read.unit)
    doubts += _own_figures(article, names, place, whose(article, names, place))
    if place.amount.joined:
        doubts.append("it is one end of a range")
    fact |= _level(known, article, place, fact, read.unit)
    if read.status == "target":
        return _target(known, article, names, place, read, fact, doubts)
    if read.status not in _STATUSES:
        doubts.append("it is promised or in force rather than counted, and no measure is named with it")
    fact["status"] = _STATUSES.get(read.status, "actual")
    stock = read.indicator in phrases("resolve", "stocks")
    if stock:
        fact["kind"] = "point"
    if stock and not read.period and article.document.date:
        fact["period"] = str(article.document.date)
        doubts.append("no day is stated; that of the article is proposed")
    else:
        fact["period"] = plain_period(read.period)
        done = fact["status"] == "actual" and not stock
        doubts += period_doubts(known, article, place, read.period, done)
    if fact["status"] == "forecast" and not stock and _is_due(article, place, read.period):
        doubts.append(f"it is expected by {fact['period']}: over which time?")
    if fact["status"] == "forecast" and _has_passed(article, read.period):
        doubts.append("it is told as expected, of a time that had passed when the article appeared")
    return Candidate("figures", read.span, fact, tuple(doubts), origin=read.origin)


def measured(
    known: Known, article: Article, names: Names, place: Place, read: str, unit: str
) -> tuple[dict[str, Any], list[str]]:
    """What levels and rates share: indicator, definition, area and whose it is, with the doubts."""
    choice = choose(known, article, read, unit, place)
    where = area_of(known, article, (place.sentence.start, place.sentence.end))
    speaker = whose(article, names, place)
    fact: dict[str, Any] = {"indicator": choice.code, "area": where.slug}
    doubts = [doubt for doubt in (choice.doubt, where.doubt, speaker.doubt if speaker else "") if doubt]
    if speaker:
        fact["by"] = speaker.slug
    if choice.code:
        definitions = known.pack.indicators[choice.code].definitions
        usual = [code for code, one in definitions.items() if one.assumed]
        if usual:
            fact |= {"definition": usual[0], "note": ASSUMED}
    return fact, doubts


def plain_period(text: str | None) -> str | None:
    """A period in the shortest form.

    >>> plain_period("2023-12/2023-12")
    '2023-12'
    """
    return str(Period.parse(text)) if text else None


def period_doubts(
    known: Known, article: Article, place: Place, period: str | None, done: bool
) -> Iterator[str]:
    """Why the period is doubted; `done` where the fact is told as having come about."""
    if period is None:
        yield "no period is stated, or none follows from the article's date"
        return
    found = Period.parse(period)
    if article.document.date is None and not _prints_year(article, place, found):
        yield "the article has no date, and the sentence does not print the year"
    code = article.document.country or known.country_code
    if found.months > 1 and article.document.land.start_month != known.pack.calendar.start_month:
        yield f"the fiscal year of {code} is not that of the data's country: is {period} right?"
    if done and article.document.date and found.end > article.document.date and found.months > 0:
        yield f"{period} had not ended when the article appeared"


def _prints_year(article: Article, place: Place, period: Period) -> bool:
    """Rule 7."""
    said = article.measures.periods_in(place.sentence.start, place.sentence.end)
    named = [one.period for one in said if one.named and one.period]
    return any(one.start <= period.end and period.start <= one.end for one in named)


def _is_due(article: Article, place: Place, period: str | None) -> bool:
    """Whether a period shorter than a year is told as the end of one (`by June 2026`)."""
    found = Period.parse(period) if period else None
    if found is None or found.months >= _YEAR:
        return False
    said = article.measures.periods_in(place.sentence.start, place.sentence.end)
    return any(
        _due().search(article.low, place.sentence.start, one.start)
        or _due().search(article.low, one.start, one.end)
        for one in said
        if one.period == found
    )


@cache
def _due() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(phrases('resolve', 'due_before'))}(?: {one_of('resolve', 'articles')})?[ -]?\Z"
    )


def _has_passed(article: Article, period: str | None) -> bool:
    day = article.document.date
    return bool(period and day and Period.parse(period).end <= day)


def _level(known: Known, article: Article, place: Place, fact: dict[str, Any], unit: str) -> dict[str, Any]:
    usual = known.pack.indicators[fact["indicator"]].unit.split()[0] if fact["indicator"] else unit
    printed = printed_amount(
        article.text,
        place.amount,
        unit if place.amount.is_money or unit == "percent" else usual,
        known.pack.about.country.scales,
    )
    return {
        "value": printed.value,
        "unit": printed.unit,
        "printed": printed.words,
        "bound": bound_before(article.low, place.amount.start),
    }


def _target(
    known: Known,
    article: Article,
    names: Names,
    place: Place,
    read: ReadFigure,
    fact: dict[str, Any],
    doubts: list[str],
) -> Candidate:
    fact.pop("by", None)
    agent = speaker_of(article, names, place)
    fact |= {"due": plain_period(read.period), "agent": agent.slug if agent else None}
    doubts += period_doubts(known, article, place, read.period, False)
    if read.period and article.document.date and Period.parse(read.period).end < article.document.date:
        doubts.append("it is due before the article appeared")
    return Candidate("targets", read.span, fact, tuple(doubts), origin=read.origin)


def _own_figures(article: Article, names: Names, place: Place, speaker: Named | None) -> list[str]:
    """Rule 5."""
    start, end = place.sentence.start, place.sentence.end
    sentence = article.text[start:end]
    for body in article.reading.bodies:
        mention = next((one for one in body.mentions if one in sentence), None)
        stated = mention and names.find(mention)
        if mention and body.kind in phrases("resolve", "own_figures") and (not stated or stated != speaker):
            return [f"the sentence names {mention}: is it that body's own figure?"]
    return []
