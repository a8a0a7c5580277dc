"""Figures and targets: the levels that an article states, as facts about indicators.

1. Indicator and area are found as `indicators` and `places` say, whose figure it is as `origins` says. An
   aim is that of who states it.
2. A level with no period waits. One that is counted on a day (`stocks`) is proposed for the day of the
   article.
3. An aim is a target, due in its period; a guess is a figure with the status of a forecast; what is promised
   is neither, and waits where no measure takes it (see `amounts`).
4. Periods are doubted as period_doubts.py says. A guess at a time that had ended when the article appeared is
   doubted too, and so is one at what a month or a day is to have brought (`by June`), which may be of a
   longer time. An end of a range is no figure by itself.
5. A figure in a sentence that names a company, a university or an international body, which does not state
   it, may be that body's own, and waits.
6. An article that gives no definition is taken to mean the one that the registry says articles mean
   (`assumed`), which a note says; else the figure has none.
"""

from __future__ import annotations

from typing import Any

from policygraph.lexicon import phrases
from policygraph.periods import Period
from policygraph.reader.figures.measures import Place
from policygraph.reader.reading import ReadFigure
from policygraph.resolve.article import Article
from policygraph.resolve.indicators import choose
from policygraph.resolve.known import Known
from policygraph.resolve.named import Named
from policygraph.resolve.names import Names
from policygraph.resolve.origins import speaker_of, whose
from policygraph.resolve.period_doubts import has_passed, is_due, period_doubts, plain_period
from policygraph.resolve.places import area_of
from policygraph.resolve.printed import bound_before, printed_amount
from policygraph.resolve.resolved import Candidate

__all__ = ["figure_of", "measured"]

_ASSUMED = "The source gives no definition; the usual one is assumed."
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
    if fact["status"] == "forecast" and not stock and is_due(article, place, read.period):
        label = known.pack.calendar.label(Period.parse(fact["period"]))
        doubts.append(f"it is expected by {label}: over which time?")
    if fact["status"] == "forecast" and has_passed(article, read.period):
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
            fact |= {"definition": usual[0], "note": _ASSUMED}
    return fact, doubts


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
