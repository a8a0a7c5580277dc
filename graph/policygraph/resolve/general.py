"""The measure that a general word stands for: `Rs2 billion for the scheme`, once a measure was named.

1. The word stands right after `the`, `this`, `that` or `its`, or is all that a deed names as its object.
2. The measure is the one that the article named last before it. It is a guess, and waits for a person.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from policygraph.lexicon import one_of
from policygraph.model.base import Span
from policygraph.resolve.article import Article
from policygraph.resolve.named import Named
from policygraph.resolve.names import Names

__all__ = ["Guess", "is_general", "meant_in", "named_before"]

_MEMORY = 6_000
"""Characters before a general word in which its measure may have been named."""


class Guess(NamedTuple):
    """A measure, and the doubts about it."""

    named: Named
    doubts: list[str]


def meant_in(article: Article, names: Names, span: Span) -> Guess | None:
    """What a general word in a run of the text stands for; None where there is no such word or measure."""
    word = _words().search(article.low, *span)
    return named_before(article, names, word.start(), article.text[slice(*word.span())]) if word else None


def is_general(words: str) -> bool:
    """Whether this is all general words.

    >>> is_general("the scheme"), is_general("skills scheme")
    (True, False)
    """
    return bool(_alone().fullmatch(words.lower()))


def named_before(article: Article, names: Names, place: int, word: str) -> Guess | None:
    """The measure named last before a place (rule 2), for this word."""
    since = max(0, place - _MEMORY)
    found = [
        (at, len(mention), mention, named)
        for mention, named in names
        if named.part == "initiatives" and not named.origin and not is_general(mention)
        for at in [article.text.rfind(mention, since, place)]
        if at >= 0
    ]
    if not found:
        return None
    _, _, mention, named = max(found, key=lambda one: one[:2])
    doubt = f"is “{word}” the {mention}, which is named before it?"
    return Guess(named, [named.doubt, doubt] if named.doubt else [doubt])


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){one_of('resolve', 'pointing')} {one_of('resolve', 'general_measures')}(?![\w-])"
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of('resolve', 'pointing')} )?{one_of('resolve', 'general_measures')}")
