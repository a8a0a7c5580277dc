"""From a mention to a registered entity, with a sentence that says why.

1. A body resolves by a registered name or acronym, else by the key of its name; a name that may be two is
   none, and so is a local one that another country's stands beside (homes.py).
2. A person resolves by a registered name. Where an office is printed beside it that the registry knows, the
   reason says whether the registry has that person in it on the day; an office outside its dates is
   reported so.
3. A name whose key alone is that of a registered person is a proposal: the same office on the day, or a
   body in the article in which that person has had a post, must speak for it, and for one person alone.
4. A surname with a known office resolves to the one holder of that office on the day who has that surname.
5. A former office says nothing about the day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from policygraph.reader.document import Document
from policygraph.reader.names.entries import Entry
from policygraph.reader.names.found import FoundBody
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.names.name_key import skeleton
from policygraph.reader.names.persons import FoundPerson
from policygraph.reader.reading import ReadBody, ReadPerson
from policygraph.reader.text.word_class import lexicon_set

__all__ = ["read_body", "read_person", "together"]

_UNLIKE = "no registered name is like it."


def _ordered(names: list[str]) -> tuple[str, ...]:
    if len(names) == 1:
        return (names[0],)
    return tuple(sorted(dict.fromkeys(names), key=lambda name: (-len(name), name)))


def read_body(found: FoundBody, text: str, gazetteer: Gazetteer) -> ReadBody:
    """The organisation of a text as read, resolved by name, acronym or key."""
    iri = found.iri
    if iri is not None:
        why = f"“{found.names[0]}” is a registered name."
    else:
        why = _UNLIKE
        for name in found.names:
            alike = gazetteer.alike("body", name)
            if len(alike) == 1 and alike[0].local and not _is_ours(found, text, gazetteer):
                why = f"another country's name stands beside “{name}”."
            elif len(alike) == 1:
                iri, why = alike[0].iri, f"“{name}” has the words of the registered “{alike[0].names[0]}”."
                break
            elif alike:
                why = f"“{name}” may be any of {len(alike)} registered bodies."
    return ReadBody(found.spans[0], _ordered(found.names), found.acronym, found.kind, iri, why)


def together(read: list[ReadBody]) -> list[ReadBody]:
    """One entry for all that resolved to one body, where some did only by their key."""
    found: dict[str, ReadBody] = {}
    for at, one in enumerate(read):
        key = one.entity or f"{at}"
        found[key] = _joined(found[key], one) if key in found else one
    return list(found.values())


def _joined(first: ReadBody, other: ReadBody) -> ReadBody:
    names = _ordered([*first.mentions, *other.mentions])
    return replace(first, mentions=names, acronym=first.acronym or other.acronym)


def _is_ours(found: FoundBody, text: str, gazetteer: Gazetteer) -> bool:
    return any(gazetteer.home.may_own(text, *span) for span in found.spans)


def read_person(found: FoundPerson, document: Document, gazetteer: Gazetteer, bodies: set[str]) -> ReadPerson:
    """The person as read, resolved by name, or by key with the office or a body of the article."""
    office = found.office
    iri, why = _resolved(found, document.date, gazetteer, bodies)
    post, body = (office.text, office.body) if office else (None, None)
    return ReadPerson(min(found.spans), _ordered(found.names), post, body, iri, why)


def _resolved(
    found: FoundPerson, day: date | None, gazetteer: Gazetteer, bodies: set[str]
) -> tuple[str | None, str]:
    post = _post(found, gazetteer)
    if found.iri:
        return (
            found.iri,
            f"“{found.names[0]}” is a registered name{_agreement(found.iri, post, day, gazetteer)}.",
        )
    held = gazetteer.holders(post.iri, day) if post and post.iri and day else ()
    proposals = {one.iri: one for name in found.names for one in gazetteer.alike("person", name) if one.iri}
    if not proposals:
        return _by_surname(found, held, post, day, gazetteer) if held else (None, _UNLIKE)
    for_it = [iri for iri in proposals if iri in held]
    if len(for_it) == 1 and post:
        return for_it[0], f"spelt like “{proposals[for_it[0]].names[0]}”, who was {post.names[0]} on {day}."
    for_it = [iri for iri in proposals if _body_speaks(iri, gazetteer, bodies)]
    if len(for_it) == 1:
        known = proposals[for_it[0]].names[0]
        return for_it[0], f"spelt like “{known}”, and a body in which that person had a post is named too."
    names = ", ".join(sorted(f"“{entry.names[0]}”" for entry in proposals.values()))
    return None, f"spelt like {names}; nothing else in the article speaks for it, so it is not merged."


def _by_surname(
    found: FoundPerson, held: tuple[str, ...], post: Entry | None, day: date | None, gazetteer: Gazetteer
) -> tuple[str | None, str]:
    last = {skeleton(name.split()[-1]) for name in found.names}
    fits = [
        iri for iri in held if (one := gazetteer.entry(iri)) and skeleton(one.names[0].split()[-1]) in last
    ]
    if len(fits) == 1 and post:
        return fits[0], f"the registry has one of that surname as {post.names[0]} on {day}."
    return None, _UNLIKE


def _post(found: FoundPerson, gazetteer: Gazetteer) -> Entry | None:
    """The registered post of the office, unless it is a former one."""
    if found.office is None:
        return None
    words = found.office.text.split()
    low = [word.lower() for word in words]
    if not lexicon_set("people", "past").isdisjoint(low):
        return None
    alike = gazetteer.alike("post", found.office.text)
    capacities = lexicon_set("people", "capacities")
    if not alike and not capacities.isdisjoint(low):
        plain = [word for word, small in zip(words, low, strict=True) if small not in capacities]
        alike = gazetteer.alike("post", " ".join(plain))
    return alike[0] if len(alike) == 1 else None


def _agreement(iri: str, post: Entry | None, day: date | None, gazetteer: Gazetteer) -> str:
    if post is None or post.iri is None or day is None:
        return ""
    tenures = gazetteer.tenures_of(iri, post.iri)
    if any(t.covers(day) for t in tenures):
        return f", and the registry has that person as {post.names[0]} on {day}"
    if tenures and all(t.excludes(day) for t in tenures):
        return f"; but the registry has that person as {post.names[0]} only outside {day}"
    return ""


def _body_speaks(iri: str, gazetteer: Gazetteer, bodies: set[str]) -> bool:
    posts = (gazetteer.entry(t.post) for t in gazetteer.tenures if t.person == iri)
    return any(post is not None and post.body in bodies for post in posts)
