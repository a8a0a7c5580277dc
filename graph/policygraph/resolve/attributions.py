"""Attributions: who credits what with which effect; claims, kept as theirs.

1. The claimant is a person or body of the registry, or a new entry, that the sentence names; one that it does
   not name waits. A claimant without a name is kept in the article's words, and waits, as does what the
   article says in its own voice.
2. A cause is the measure, body or person whose name its words are, but for an article; else it stays in
   words. The effect stays in words.
3. A claim in whose words something is denied or only possible (`could`, `not`, `but`) waits; so does one of
   which a side is no thing but a pronoun, a preposition's rest or a sentence of more than ten words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from policygraph.lexicon import any_of, one_of, phrases
from policygraph.reader.deeds.claimants import ARTICLE
from policygraph.resolve.article import Article
from policygraph.resolve.names import Names
from policygraph.resolve.resolved import Candidate

__all__ = ["attributions_of"]

_LONGEST = 300
_MOST = 10
"""Words of a thing."""


def attributions_of(article: Article, names: Names) -> Iterator[Candidate]:
    """The claims of cause and effect that an article reports."""
    for read in article.reading.attributions:
        fact: dict[str, Any] = {"effect_note": _words(read.effect), "cause_note": _words(read.cause)}
        doubts = []
        claimant = names.find(read.claimant, "people", "bodies")
        if claimant:
            fact["claimant"] = claimant.slug
            doubts += [claimant.doubt] if claimant.doubt else []
            if not article.is_named(read.claimant, read.span[0]):
                doubts.append("who says so is named in another sentence")
        elif read.claimant == ARTICLE:
            doubts.append("the article says so in its own voice")
        else:
            fact["claimant_note"] = _words(read.claimant)
            doubts.append("who says so has no name in the registry")
        if hedged := _hedge(article.low[slice(*read.span)]):
            doubts.append(f"“{hedged}”: is it claimed to be so?")
        doubts += [f"“{side}” is no thing by itself" for side in (read.cause, read.effect) if _is_loose(side)]
        bare = _article().sub("", read.cause)
        cause = names.find(bare, "initiatives", "bodies", "people")
        if cause and not cause.doubt:
            fact["cause"] = cause.slug
        if article.document.date:
            fact["date"] = str(article.document.date)
        yield Candidate("attributions", read.span, fact, tuple(doubts), origin=read.origin)


def _is_loose(side: str) -> bool:
    words = side.lower().split()
    return len(words) > _MOST or not words or words[0] in phrases("resolve", "loose")


def _hedge(low: str) -> str:
    found = _hedges().search(low)
    return found[0] if found else ""


@cache
def _hedges() -> re.Pattern[str]:
    words = (*phrases("actions", "unsure"), *phrases("actions", "negated"), *phrases("resolve", "hedges"))
    return re.compile(any_of(words))


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"\A{one_of('resolve', 'articles')} ", re.IGNORECASE)


def _words(text: str) -> str | None:
    """Words on one line, without what no record may hold."""
    clean = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    return clean[:_LONGEST] or None
