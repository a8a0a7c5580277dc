"""Which indicator a figure is of, by its class and by the words around it.

1. A figure's class (`it-exports`, `people-trained`) and unit leave the indicators of the registry that read
   it.
2. Of the names of these that stand in the sentence, one within a longer one does not count. The one that a
   word such as `in` or `of` (`counted_after`) ties to the amount is meant; else the one between the amount
   and the amount before it, else the one before both, else the one after. Where two stand there, it is
   doubted. The words of a cue may stand up to four words apart.
3. Where the sentence names none, the one that is no part of another is meant, if there is one alone: without
   doubt where the article named it last, and no part of it since.
4. A figure of which the reader does not see what it counts (`other`) is of what its sentence names, or of
   nothing.
5. A sentence that tells of a part or of another measure of the thing (`of which`, `net`, `including`: see
   `other_measures`) is doubted; `a month` of a time or of a basis (`a month earlier`, `on a month-on-month
   basis`) tells of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from policygraph.lexicon import any_of, one_of, phrases
from policygraph.model.base import Span
from policygraph.model.registry import Indicator
from policygraph.reader.figures.measures import Place
from policygraph.reader.text.folding import folded
from policygraph.resolve.article import Article
from policygraph.resolve.known import Known

__all__ = ["Choice", "choose"]

_ANYTHING = "other"
_MEMORY = 6_000
"""Characters before a sentence in which what it counts may have been named."""


class Choice(NamedTuple):
    """An indicator, and why it is doubted; no code where no indicator reads the figure."""

    code: str | None
    doubt: str = ""


class _Named(NamedTuple):
    start: int
    end: int
    code: str


def choose(known: Known, article: Article, read: str, unit: str, place: Place) -> Choice:
    """The indicator of an amount of this class and unit."""
    able = {
        code: one for code, one in known.indicators.get(read, {}).items() if _fits(one.unit.split()[0], unit)
    }
    if not able:
        return Choice(None, f"no indicator of the registry reads {read} in {unit}")
    sentence = (place.sentence.start, place.sentence.end)
    doubt = _other_measure(article.low, sentence)
    here = _noted(article, sentence, able, read)
    if here:
        meant = _meant(article.low, here, place)
        names = sorted({able[one.code].name for one in meant})
        return Choice(
            meant[-1].code, f"the sentence names {' and '.join(names)}" if len(names) > 1 else doubt
        )
    if read == _ANYTHING:
        return Choice(None, "the sentence does not name what is counted")
    tops = [code for code, one in able.items() if one.broader not in able]
    if len(tops) != 1:
        return Choice(None, f"the sentence does not name which it is of: {', '.join(sorted(able))}")
    before = _noted(article, (max(0, sentence[0] - _MEMORY), sentence[0]), able, read)
    if not before or before[-1].code != tops[0]:
        doubt = f"the sentence does not name what is counted; {able[tops[0]].name} is proposed"
    return Choice(tops[0], doubt)


def _other_measure(low: str, sentence: Span) -> str:
    """Rule 5."""
    found = _others().search(low, *sentence)
    return f"“{found[0]}”: is it a part, or another measure, of what is counted?" if found else ""


def _fits(usual: str, unit: str) -> bool:
    """Money with money, shares with shares, counts with counts."""
    return _sort(usual) == _sort(unit)


def _sort(unit: str) -> str:
    money = len(unit) == 3 and unit.isupper()
    return "money" if money else unit if unit == "percent" else "count"


def _meant(low: str, named: list[_Named], place: Place) -> list[_Named]:
    """Rule 2; all that may be meant."""
    amount, since = place.amount, place.before.end if place.before else 0
    tied = [one for one in named if _tied().fullmatch(low, amount.end, one.start)]
    preceding = [one for one in named if one.start < amount.start]
    near = [one for one in preceding if one.start >= since]
    return tied or near or preceding or named[:1]


def _noted(article: Article, span: Span, able: Mapping[str, Indicator], read: str) -> list[_Named]:
    key = "indicators", span, read, tuple(able)
    if key not in article.notes:
        article.notes[key] = _named(article.low, span, able)
    found: list[_Named] = article.notes[key]
    return found


def _named(low: str, span: Span, able: Mapping[str, Indicator]) -> list[_Named]:
    found = sorted(set(_occurrences(low, span, able)), key=lambda one: (one.start, -one.end, one.code))
    return [
        one
        for one in found
        if not any(
            (other.start <= one.start and one.end <= other.end) and _longer(other, one) for other in found
        )
    ]


def _longer(one: _Named, other: _Named) -> bool:
    return one.end - one.start > other.end - other.start


def _occurrences(low: str, span: Span, able: Mapping[str, Indicator]) -> Iterator[_Named]:
    for code, one in able.items():
        for words, gap in [(word, 0) for word in (one.name, *one.names)] + [(cue, 4) for cue in one.cues]:
            for match in _pattern(folded(words), gap).finditer(low, *span):
                yield _Named(match.start(), match.end(), code)


@cache
def _pattern(words: str, gap: int) -> re.Pattern[str]:
    between = rf"(?:[^\w.;]{{1,3}}\w{{1,30}}){{0,{gap}}}?[^\w.;]{{1,3}}" if gap else r"[\s-]{1,3}"
    return re.compile(rf"(?<!\w){between.join(map(re.escape, words.split()))}(?!\w)")


@cache
def _tied() -> re.Pattern[str]:
    worth, articles = one_of("resolve", "worth"), one_of("resolve", "articles")
    return re.compile(rf" (?:{worth} )?{any_of(phrases('resolve', 'counted_after'))} (?:{articles} )?")


@cache
def _others() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(phrases('resolve', 'other_measures'))}(?![ -]{one_of('resolve', 'time_ends')}\b)"
    )
