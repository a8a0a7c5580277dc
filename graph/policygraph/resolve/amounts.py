"""Sums of money that belong to a measure: its budget, loan, cost.

1. Money of a budget or an investment belongs to the measure named in its quote; where only the sentence
   names one, it waits.
2. What it is to the measure (`amount_roles`) is said by the nearest word before it, within a clause; else it
   is proposed as a commitment, and waits.
3. Money that is aimed at or guessed waits.
4. Money for `the scheme` is proposed as the measure's that was named before (see `general`), where it is no
   figure of an indicator; which measure it is has to be confirmed.
"""

from __future__ import annotations

import re
from functools import cache

from policygraph.lexicon import groups
from policygraph.reader.figures.measures import Place
from policygraph.reader.reading import ReadFigure
from policygraph.resolve.article import Article
from policygraph.resolve.general import meant_in
from policygraph.resolve.known import Known
from policygraph.resolve.named import Named
from policygraph.resolve.names import Names
from policygraph.resolve.printed import printed_amount
from policygraph.resolve.resolved import Candidate

__all__ = ["amount_meant", "amount_of"]

_CLASSES = frozenset({"budget", "investment", "other"})
_NEAR = 70


def amount_of(known: Known, article: Article, names: Names, read: ReadFigure) -> Candidate | None:
    """The sum as a measure's; None where it is no such money, or no measure is named."""
    place = article.amount(read.span, read.value, read.unit)
    if place is None or read.indicator not in _CLASSES or not place.amount.is_money:
        return None
    named, doubts = _measure(article, names, read, place)
    return _amount(known, article, read, place, named, doubts) if named else None


def amount_meant(known: Known, article: Article, names: Names, read: ReadFigure) -> Candidate | None:
    """The sum as that of the measure which a general word means (rule 4), or None."""
    place = article.amount(read.span, read.value, read.unit)
    if place is None or read.indicator not in _CLASSES or not place.amount.is_money:
        return None
    guess = meant_in(article, names, (place.sentence.start, place.sentence.end))
    return _amount(known, article, read, place, guess.named, guess.doubts) if guess else None


def _amount(
    known: Known, article: Article, read: ReadFigure, place: Place, named: Named, doubts: list[str]
) -> Candidate:
    if read.status in {"target", "forecast"}:
        doubts.append("it is aimed at or expected rather than promised")
    role = _role(article, place)
    if role is None:
        doubts.append("what the sum is to the measure is not said")
    printed = printed_amount(article.text, place.amount, read.unit, known.pack.about.country.scales)
    fact = {
        "initiative": named.slug,
        "role": role or "commitment",
        "value": printed.value,
        "unit": printed.unit,
        "printed": printed.words,
    }
    return Candidate("amounts", read.span, fact, tuple(doubts), origin=read.origin)


def _measure(
    article: Article, names: Names, read: ReadFigure, place: Place
) -> tuple[Named | None, list[str]]:
    quote = article.text[slice(*read.span)]
    sentence = article.text[place.sentence.start : place.sentence.end]
    measures = [
        (mention, named)
        for mention, named in names
        if named.part == "initiatives" and (read.origin or not named.origin)
    ]
    there = {named.slug: named for mention, named in measures if mention in quote}
    near = {named.slug: named for mention, named in measures if mention in sentence}
    if len(there) == 1:
        [named] = there.values()
        return named, [named.doubt] if named.doubt else []
    if len(near) == 1:
        [named] = near.values()
        return named, [
            f"the sentence names {article.text[slice(*named.span)]} apart from the sum: is it its own?"
        ]
    return None, []


def _role(article: Article, place: Place) -> str | None:
    start = max(place.sentence.start, place.amount.start - _NEAR)
    before = [found.lastgroup for found in _roles().finditer(article.low, start, place.amount.start)]
    return before[-1].replace("_", "-") if before and before[-1] else None


@cache
def _roles() -> re.Pattern[str]:
    parts = []
    for code, words in groups("resolve", "amount_roles").items():
        inner = "|".join(
            re.escape(word).replace(r"\*", r"\w{0,8}") for word in sorted(words, key=lambda w: -len(w))
        )
        parts.append(f"(?P<{code.replace('-', '_')}>{inner})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
