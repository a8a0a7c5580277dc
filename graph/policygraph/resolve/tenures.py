"""Tenures: a person whom an article shows in a post, on the day that it appeared.

1. The office printed beside the name means the one post of the registry that it is a name of, or the one
   post with that office in the body named with it. A word such as `Federal` before it counts only where a
   post is named so; one such as `appointed` is no part of it.
2. An office that the registry lacks is proposed as a new post in the body that is named with it, and waits.
   Without a body it can be no post.
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

from policygraph.lexicon import flat, phrases
from policygraph.model.base import Span
from policygraph.reader.names.entries import Entry, Tenure
from policygraph.reader.reading import ReadPerson
from policygraph.reader.text.word_class import lexicon_set
from policygraph.resolve.article import Article
from policygraph.resolve.known import Known, slug_of
from policygraph.resolve.named import Named
from policygraph.resolve.names import Names
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
        post = _post(known, article, names, read)
        span = _passage(article, read)
        if post is None:
            new, doubt = _new_post(article, names, read)
            fact = {"person": named.slug, "post": new, "date": str(day), "capacity": _capacity(read.post)}
            told = (named.doubt, doubt) if named.doubt else (doubt,)
            yield Candidate("tenures", span, fact, told, origin=read.origin)
            continue
        doubts = [named.doubt] if named.doubt else list(dict.fromkeys(_impossible(known, named, post, day)))
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


def _words(office: str) -> list[str]:
    return office.lower().replace("-", " ").split()


def _is_former(office: str) -> bool:
    return not lexicon_set("people", "past").isdisjoint(_words(office))


def _capacity(office: str) -> str | None:
    codes = flat("resolve", "capacities")
    return next((codes[word] for word in _words(office) if word in codes), None)


def _new_post(article: Article, names: Names, read: ReadPerson) -> tuple[str | None, str]:
    """The id of the post that an office would be (rule 2), and why it waits."""
    office = _office(read)
    body, lacks = _body(names, read), f"the registry has no post {office!r}"
    if body is None:
        return None, f"{lacks}, and no body is named with it: which post is it?"
    if body.doubt:
        return None, f"{lacks}; {body.doubt}"
    head = _head(article, _plain(office))
    return names.post(head, office, body), f"{lacks}: is it a new one, in {read.body or body.slug}?"


def _body(names: Names, read: ReadPerson) -> Named | None:
    return names.find(read.body, "bodies") or names.within(read.post or "", "bodies")


def _office(read: ReadPerson) -> str:
    """The office without what only says how somebody came to it."""
    return _without(read.post or "", "made_to")


def _without(office: str, listed: str) -> str:
    """An office without the words of a list that it begins with."""
    words = office.split()
    while len(words) > 1 and words[0].lower() in phrases("resolve", listed):
        del words[0]
    return " ".join(words)


def _turned(office: str) -> str:
    """`IT Minister` for `Minister for IT`; the empty text for an office of no such form."""
    head, _, field = office.partition(" for ")
    return f"{field} {head}" if field and " " not in head else ""


def _plain(office: str) -> str:
    """The office without its capacity."""
    return " ".join(word for word in office.split() if word.lower() not in flat("resolve", "capacities"))


def _post(known: Known, article: Article, names: Names, read: ReadPerson) -> Entry | None:
    """Rule 1."""
    office = _office(read)
    plain = _plain(office)
    bare = _without(plain, "national_offices")
    names_there = known.within(article.document.country)
    for said in (office, plain, f"{plain}, {read.body}" if read.body else "", bare, _turned(bare)):
        alike = names_there.alike("post", said) if said else ()
        if len(alike) == 1:
            return alike[0]
    body = _body(names, read)
    if body is None or body.doubt:
        return None
    iri = entity_iri("body", body.slug).value
    own = [one for one in known.gazetteer.entries if one.kind == "post" and one.body == iri]
    head = _head(article, office)
    fits = [one for one in own if any(head in name.lower() for name in one.names)]
    return fits[0] if head and len(fits) == 1 else None


def _head(article: Article, office: str) -> str:
    """The office without the body's name: `chairman` of `Rivers Board chairman`."""
    for body in article.plain.bodies:
        for mention in body.mentions:
            office = office.replace(mention, " ")
    words = office.lower().replace(",", " ").split()
    return " ".join(word for word in words if word not in phrases("resolve", "office_links"))


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
