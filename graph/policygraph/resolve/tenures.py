"""Tenures: a person whom an article shows in a post, on the day that it appeared.

1. Which post an office is, or which new one it would be, is found as `offices` says.
2. A person whom the registry has from no article but the user's own, and not in that post, waits where a
   general name alone tells the post (`Finance Minister`): a province may have such a post too.
3. A former office says nothing of the day, and is left out; an article without a date shows nobody in a
   post, and a name of one word is nobody of whom the registry could have an entry.
4. Where the registry has that person in that post outside the day alone, or another person in it on the day
   (or since before it, with no end known), the two cannot both be right: it is reported and waits, and is
   not stored.
5. The passage is from the name to the office, in whichever order they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from policygraph.lexicon import flat
from policygraph.model.base import Span
from policygraph.reader.names.entries import Entry, Tenure
from policygraph.reader.reading import ReadPerson
from policygraph.reader.text.word_class import lexicon_set
from policygraph.resolve.article import Article
from policygraph.resolve.known import Known, slug_of
from policygraph.resolve.named import Named
from policygraph.resolve.names import Names
from policygraph.resolve.offices import is_general, is_it, new_post_of, post_of, words_of
from policygraph.resolve.resolved import Candidate
from policygraph.terms import entity_iri

__all__ = ["tenures_of"]


def tenures_of(known: Known, article: Article, names: Names) -> Iterator[Candidate]:
    """The tenures that an article shows."""
    for read in article.reading.people:
        named = names.find(read.mentions[0], "people")
        day = article.document.date
        if read.post is None:
            continue
        if named is None or day is None or _is_former(read.post):
            yield _left_out(article, read, named)
            continue
        post = post_of(known, article, names, read)
        span = _passage(article, read)
        if post is None:
            new, doubt = new_post_of(known, article, names, read)
            fact = {"person": named.slug, "post": new, "date": str(day), "capacity": _capacity(read.post)}
            told = (named.doubt, doubt) if named.doubt else (doubt,)
            yield Candidate("tenures", span, fact, told, origin=read.origin)
            continue
        doubts = [named.doubt] if named.doubt else list(dict.fromkeys(_impossible(known, named, post, day)))
        if not named.doubt and _is_new(known, named, post) and is_general(names, post, read):
            doubts.append(f"the registry has no {read.mentions[0]}: {is_it(post, read)}")
        if not known.is_home(article.document.country):
            doubts.append(f"the article is on {article.document.country}: is it the post of this country?")
        capacity = _capacity(read.post)
        fact = {"person": named.slug, "post": slug_of(post.iri), "date": str(day), "capacity": capacity}
        yield Candidate("tenures", span, fact, tuple(doubts), origin=read.origin)


def _left_out(article: Article, read: ReadPerson, named: Named | None) -> Candidate:
    """Rule 3."""
    office, day = read.post or "", article.document.date
    why = (
        f"“{read.mentions[0]}” is no name that the registry could have"
        if named is None
        else f"“{office}” is no office held on the day"
        if _is_former(office)
        else "the article has no date"
    )
    fact = {
        "person": named.slug if named else None,
        "date": str(day) if day and not _is_former(office) else None,
    }
    return Candidate("tenures", _passage(article, read), fact, origin=read.origin, left=why)


def _is_former(office: str) -> bool:
    return not lexicon_set("people", "past").isdisjoint(words_of(office))


def _capacity(office: str) -> str | None:
    codes = flat("resolve", "capacities")
    return next((codes[word] for word in words_of(office) if word in codes), None)


def _is_new(known: Known, named: Named, post: Entry) -> bool:
    """Whether the base data has nothing of the person, and nobody has them in the post (rule 2)."""
    based = named.slug in known.pack.people and ("people", named.slug) not in known.pack.own
    return not based and not known.gazetteer.tenures_of(
        entity_iri("person", named.slug).value, post.iri or ""
    )


def _impossible(known: Known, named: Named, post: Entry, day: date) -> Iterator[str]:
    """Rule 4."""
    person, iri = entity_iri("person", named.slug).value, post.iri or ""
    spells = [one for one in known.gazetteer.tenures if one.post == iri]
    own = [one for one in spells if one.person == person]
    if any(one.covers(day) for one in own):
        return
    ended = max((one.end for one in own if one.end), default=None)
    begun = [one.start for one in own if one.start]
    since = max((start for start in begun if start <= day), default=None)
    if (ended and ended < day and not (since and since > ended)) or (begun and min(begun) > day):
        yield f"the registry has that person as {post.names[0]} only outside {day}"
    for other, words in _others([one for one in spells if one.person != person], day, since):
        entry = known.gazetteer.entry(other)
        yield f"the registry has {entry.names[0] if entry else other} as {post.names[0]} {words}"


def _others(spells: list[Tenure], day: date, since: date | None) -> Iterator[tuple[str, str]]:
    """Who else is in the post: on the day, or from a day before it and with no end known."""
    for one in spells:
        later = [two for two in spells if two.start and one.start and one.start < two.start <= day]
        if one.covers(day):
            yield one.person, f"on {day}"
        elif (
            one.start
            and not one.end
            and one.start <= day
            and not later
            and not (since and since >= one.start)
        ):
            yield one.person, f"since {one.start}, with no end known"


def _passage(article: Article, read: ReadPerson) -> Span:
    """Rule 5; the name alone where the office is not found within its sentence."""
    start, end = article.sentence(read.span[0])
    at = article.text.find(read.post or "", start, end)
    if at < 0:
        return read.span
    return min(at, read.span[0]), max(at + len(read.post or ""), read.span[1])
