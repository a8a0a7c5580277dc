"""Whose statistics a figure comes from, which is whose figure it is, whoever tells it.

1. A body is named with its statistics (`State Bank data`, `SBP's latest figures`), or as who gave them out
   (`data released on Monday by the board`, `figures of PSEB`). The words are those of `resolve.yaml`.
   A name is a whole word, and no part of a longer name that was read (`Bank data` in `World Bank data`).
2. The figure is of them where they stand in its sentence, but for a clause that begins after it (`, while
   PSEB data showed`); of several the nearest.
3. Where somebody is said to tell the figure, it is theirs, unless they are said to cite (`citing SBP data`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policygraph.lexicon import any_of, one_of, phrases
from policygraph.model.base import Span
from policygraph.reader.figures.measures import Place
from policygraph.reader.reading import ReadBody, ReadInitiative, ReadPerson
from policygraph.resolve.article import Article
from policygraph.resolve.named import Named
from policygraph.resolve.names import Names

__all__ = ["speaker_of", "whose"]

_BEFORE = 90
_CITED = 40


def speaker_of(article: Article, names: Names, place: Place) -> Named | None:
    """Who states an amount."""
    return names.find(article.speaker(place.amount.start), "people", "bodies")


def whose(article: Article, names: Names, place: Place) -> Named | None:
    """Whose figure an amount is: that of the body it comes from, else of who states it.

    None where neither has a name.
    """
    speaker = speaker_of(article, names, place)
    sentence = place.sentence.start, place.sentence.end
    key = "origins", sentence
    if key not in article.notes:
        article.notes[key] = list(_origins(article, names, sentence))
    found: list[tuple[Span, Named]] = article.notes[key]
    for span, origin in sorted(found, key=lambda one: _distance(one[0], place)):
        if _break().search(article.low, place.amount.end, span[0]):
            continue
        if speaker is None or _is_cited(article.low, span[0], place.sentence.start):
            return origin
    return speaker


def _origins(article: Article, names: Names, sentence: Span) -> Iterator[tuple[Span, Named]]:
    """Each run of a sentence that names a body with its statistics (rule 1)."""
    low, (start, end) = article.low, sentence
    if not _statistics().search(low, start, end):
        return
    taken = 0
    for at, to, named in sorted(_mentions(article, names, sentence), key=_longest_first):
        if to <= taken:
            continue
        taken = to
        span = _with_statistics(low, start, (at, to))
        if span and named and named.part == "bodies":
            yield span, named


def _mentions(article: Article, names: Names, sentence: Span) -> Iterator[tuple[int, int, Named | None]]:
    """Where the sentence has a name that was read, and what it means, if anything (rule 1)."""
    plain = article.plain
    read: list[ReadPerson | ReadBody | ReadInitiative] = [*plain.bodies, *plain.people, *plain.initiatives]
    known: dict[str, Named | None] = {mention: None for one in read for mention in one.mentions}
    known |= {mention: named for mention, named in names if not named.origin}
    for mention, meant in known.items():
        at = article.text.find(mention, *sentence)
        while at >= 0:
            if not article.text[max(0, at - 1) : at].isalnum():
                yield at, at + len(mention), meant
            at = article.text.find(mention, at + 1, sentence[1])


def _longest_first(found: tuple[int, int, Named | None]) -> Span:
    return found[0], -found[1]


def _with_statistics(low: str, start: int, body: Span) -> Span | None:
    """The run of a body and its statistics, or None."""
    if after := _owned().match(low, body[1]):
        return body[0], after.end()
    since = max(start, body[0] - _BEFORE)
    before = _given_out().search(low[since : body[0]])
    return (since + before.start(), body[1]) if before else None


def _is_cited(low: str, place: int, start: int) -> bool:
    return bool(_citing().search(low[max(start, place - _CITED) : place]))


def _distance(span: Span, place: Place) -> tuple[int, int]:
    return max(span[0] - place.amount.end, place.amount.start - span[1]), span[0]


@cache
def _statistics() -> re.Pattern[str]:
    return re.compile(any_of(phrases("resolve", "statistics")))


@cache
def _owned() -> re.Pattern[str]:
    kinds, what = any_of(phrases("resolve", "statistics_kinds")), any_of(phrases("resolve", "statistics"))
    return re.compile(rf"(?: \([\w&. -]{{1,20}}\)|\))?(?:'s?)?(?: {kinds}){{0,3}} {what}")


@cache
def _given_out() -> re.Pattern[str]:
    what, given = any_of(phrases("resolve", "statistics")), any_of(phrases("resolve", "given_out"))
    by, articles = any_of(phrases("resolve", "given_out_by")), one_of("resolve", "articles")
    return re.compile(rf"{what}(?:,? {given}(?: [\w,]{{1,15}}){{0,3}}?)? {by} (?:{articles} )?\Z")


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(rf"{any_of(phrases('resolve', 'citing'))} (?:{one_of('resolve', 'articles')} )?\Z")


@cache
def _break() -> re.Pattern[str]:
    return re.compile(rf"; |, {one_of('grammar', 'clause_heads')}(?!\w)")
