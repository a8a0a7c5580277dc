"""Offices: which post of the registry one is that is printed beside a name, or which new one it would be.

1. It is the one post of the registry that it is a name of, or the one post with that office in the body
   named with it. A word such as `Federal` before it counts only where a post is named so; one such as
   `appointed` is no part of it.
2. One that the registry lacks is proposed as a new post in the body that is named with it, and waits, with
   the posts that the body has. Without a body it can be no post.
3. A name is general where it means the post within its own country alone (`local_names`) or was turned to
   fit, and neither its body nor a word such as `Federal` stands with it.
4. A person who corrects a post may give a new one, as `OFFICE, BODY`, the body by its id: it is the post of
   that name in that body, where there is one by then.
"""

from __future__ import annotations

from dataclasses import replace

from policygraph.lexicon import flat, phrases
from policygraph.reader.names.entries import Entry
from policygraph.reader.names.name_key import body_key
from policygraph.reader.reading import ReadPerson
from policygraph.resolve.article import Article
from policygraph.resolve.known import Known, slug_of
from policygraph.resolve.named import Named
from policygraph.resolve.names import Names
from policygraph.resolve.resolved import Candidate
from policygraph.terms import entity_iri

__all__ = ["is_general", "is_it", "new_post_of", "office_and_body", "post_of", "with_new_post", "words_of"]

_SHOWN = 4
"""Posts of a body that are named."""


def office_and_body(said: str) -> tuple[str, str]:
    """The two parts of a new post as a person gives it (rule 4); an empty office where it is none.

    >>> office_and_body("Chairman, rivers-board"), office_and_body("it-minister")
    (('Chairman', 'rivers-board'), ('', 'it-minister'))
    """
    office, _, body = said.rpartition(",")
    return office.strip(), body.strip()


def with_new_post(names: Names, one: Candidate) -> Candidate:
    """A tenure with the id of the new post that it was given; rule 4."""
    office, body = office_and_body(str(one.fact.get("post") or ""))
    return replace(one, fact={**one.fact, "post": names.post_in(office, body)}) if office else one


def words_of(office: str) -> list[str]:
    """The words of an office, in small letters.

    >>> words_of("Vice-Chairman of the Board")
    ['vice', 'chairman', 'of', 'the', 'board']
    """
    return office.lower().replace("-", " ").split()


def new_post_of(known: Known, article: Article, names: Names, read: ReadPerson) -> tuple[str | None, str]:
    """The id of the post that an office would be (rule 2), and why it waits."""
    office = _office(read)
    body, lacks = _body(names, read), f"the registry has no post {office!r}"
    if body is None:
        return None, f"{lacks}, and no body is named with it: which post is it?"
    if body.doubt:
        return None, f"{lacks}; {body.doubt}"
    head = _head(article, _plain(office))
    there = [f"{slug_of(one.iri)}: {one.names[0]}" for one in _posts_in(known, body)]
    known_there = f", or one of those there ({'; '.join(there[:_SHOWN])})" if there else ""
    within = read.body or names.title(body.slug)
    return names.post(head, office, body), f"{lacks}: is it a new one, in {within}{known_there}?"


def is_general(names: Names, post: Entry, read: ReadPerson) -> bool:
    """Whether the office is but a name that posts of other places may have, too (rule 3)."""
    plain, body = _plain(_office(read)), _body(names, read)
    if (body and entity_iri("body", body.slug).value == post.body) or _without(
        plain, "national_offices"
    ) != plain:
        return False
    full = {body_key(name) for name in post.names if name == post.names[0] or name not in post.local}
    return body_key(plain) not in full


def is_it(post: Entry, read: ReadPerson) -> str:
    """What to ask of an office of a general name."""
    return f"is “{_office(read)}” the {post.names[0]}, or another post (post='OFFICE, BODY')?"


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


def post_of(known: Known, article: Article, names: Names, read: ReadPerson) -> Entry | None:
    """The post of the registry that the office beside a name is (rule 1), if any."""
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
    head = _head(article, office)
    fits = [one for one in _posts_in(known, body) if any(head in name.lower() for name in one.names)]
    return fits[0] if head and len(fits) == 1 else None


def _posts_in(known: Known, body: Named) -> list[Entry]:
    iri = entity_iri("body", body.slug).value
    return [one for one in known.gazetteer.entries if one.kind == "post" and one.body == iri]


def _head(article: Article, office: str) -> str:
    """The office without the body's name: `chairman` of `Rivers Board chairman`."""
    for body in article.plain.bodies:
        for mention in body.mentions:
            office = office.replace(mention, " ")
    words = office.lower().replace(",", " ").split()
    return " ".join(word for word in words if word not in phrases("resolve", "office_links"))
