"""The period of a figure, rate or target, and why it is doubted.

1. One that had not ended when the article appeared is doubted where the fact is told as having come about.
2. In an article without a date a period counts only where the sentence prints its year: nothing tells
   whether it goes on from the sentence before.
3. An article on a country whose fiscal year is not that of the pack, or on one that nothing tells, gets no
   periods but months and days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policygraph.lexicon import any_of, one_of, phrases
from policygraph.periods import Period
from policygraph.reader.figures.measures import Place
from policygraph.resolve.article import Article
from policygraph.resolve.known import Known

__all__ = ["has_passed", "is_due", "period_doubts", "plain_period"]

_NO_COUNTRY = "nothing tells which country the article is on, and so its fiscal year"
_YEAR = 12
"""Months."""


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
    code, label = article.document.country, known.pack.calendar.label(found)
    if found.months > 1 and article.document.land.start_month != known.pack.calendar.start_month:
        why = f"the fiscal year of {code} is not that of the data's country" if code else _NO_COUNTRY
        yield f"{why}: is {label} right?"
    if done and article.document.date and found.end > article.document.date and found.months > 0:
        yield f"{label} had not ended when the article appeared"


def is_due(article: Article, place: Place, period: str | None) -> bool:
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


def has_passed(article: Article, period: str | None) -> bool:
    """Whether a period had ended when the article appeared."""
    day = article.document.date
    return bool(period and day and Period.parse(period).end <= day)


def _prints_year(article: Article, place: Place, period: Period) -> bool:
    """Rule 2."""
    said = article.measures.periods_in(place.sentence.start, place.sentence.end)
    named = [one.period for one in said if one.named and one.period]
    return any(one.start <= period.end and period.start <= one.end for one in named)


@cache
def _due() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(phrases('resolve', 'due_before'))}(?: {one_of('resolve', 'articles')})?[ -]?\Z"
    )
