"""Where a figure is of: the article's country, unless the sentence names another place.

1. The country is that of the article, else that of the pack.
2. A sentence that names another country or people, and not this one, is doubted; so is one that names a
   place within the country, and not the country.
3. Names within the names of bodies, people and measures, within amounts, and in a dateline do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policygraph.lexicon import any_of, phrases
from policygraph.model.base import Span
from policygraph.resolve.article import Article
from policygraph.resolve.known import Known

__all__ = ["Where", "area_of"]

_DATELINE = re.compile(r"[A-Z][\w ,./()]{1,60}?(?::| ?[-–—] )")


class Where(NamedTuple):
    """A place of the registry, and why it is doubted; no slug where the registry has no such country."""

    slug: str | None
    doubt: str = ""


def area_of(known: Known, article: Article, sentence: Span) -> Where:
    """The area of what a sentence states."""
    key = "places", sentence
    if key not in article.notes:
        article.notes[key] = _found(known, article, sentence)
    found: Where = article.notes[key]
    return found


def _found(known: Known, article: Article, sentence: Span) -> Where:
    code = (article.document.country or known.country_code).upper()
    country = known.place(code)
    if country is None:
        return Where(None, f"no place of the registry has the code {code}")
    own = (known.pack.places[country].name, *known.pack.places[country].names)
    words = _unmasked(article, sentence)
    if _pattern(own).search(words):
        return Where(country)
    parts = tuple(
        name
        for slug, place in known.pack.places.items()
        if slug != country
        for name in (place.name, *place.names)
    )
    if parts and (found := _pattern(parts).search(words)):
        return Where(country, f"the sentence names {found[0]}: is it of there, or of the whole country?")
    for found in _abroad().finditer(words):
        if not any(found[0][:5] == name[:5] for name in own):
            return Where(country, f"the sentence names {found[0]}: is it of the country?")
    return Where(country)


def _unmasked(article: Article, sentence: Span) -> str:
    """The sentence with blanks where names, amounts and a dateline stand."""
    start, end = sentence
    kept = list(article.text[start:end])
    first, last = (
        article.text[:start].rpartition("\n\n")[2].strip(),
        _DATELINE.match(article.text, start, end),
    )
    hidden = list(_names(article, sentence))
    if last and not first:
        hidden.append(last.span())
    for one, other in hidden:
        for at in range(max(one, start), min(other, end)):
            kept[at - start] = " "
    return "".join(kept)


def _names(article: Article, sentence: Span) -> Iterator[Span]:
    start, end = sentence
    reading = article.plain
    named = [one.mentions for one in reading.people] + [one.mentions for one in reading.bodies]
    named += [one.mentions for one in reading.initiatives]
    for mention in sorted({mention for some in named for mention in some if len(mention) < end - start}):
        at = article.text.find(mention, start, end)
        while at >= 0:
            yield at, at + len(mention)
            at = article.text.find(mention, at + len(mention), end)
    for amount in article.measures.amounts_in(start, end):
        yield amount.start, amount.end


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(name.partition("@")[0] for name in names))


@cache
def _abroad() -> re.Pattern[str]:
    return re.compile(any_of([*phrases("places", "countries"), *phrases("places", "demonyms")]))
