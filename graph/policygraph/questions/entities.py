"""Which entity a person means: by IRI, id, name, other spelling or acronym.

1. An IRI is taken as it is; `kind/id` and an id (the last part of the IRI) next.
2. Then names, other spellings and acronyms, whole, in any case, with or without accents and punctuation.
3. Then a part of a name, whole words in a row, where that is in the names of one entity alone (`5% rebate`).
4. Nothing else: a near miss is an error that names the nearest, and two that fit are an error too. Of a
   scheme of few codes, such as stages or severities, the error names them all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from policygraph.errors import CodeNotFoundError, EntityNotFoundError, UsageError
from policygraph.questions.naming import folded, in_part, kind_of, named, nearest
from policygraph.rdf import DefaultGraph, Literal, NamedNode
from policygraph.store.contract import ReadStore
from policygraph.terms import PG, SKOS, concept_iri, entity_iri, scheme_iri, slug_of, source_iri

__all__ = ["Entity", "find_iri", "find_measure", "find_optional", "must_be_text", "resolve"]

_DEFAULT = DefaultGraph()
_REGISTERED = ("person", "body", "post", "place", "initiative")
_CONCEPTS = ("indicator", "target-group")
_ANY = (*_REGISTERED, *_CONCEPTS, "source")
_FEW = 30
"""So many codes can be told in one line or two."""
_CODE = re.compile(r"[A-Za-z0-9._-]+")


class Entity(NamedTuple):
    """A node and how it is called."""

    iri: str
    kind: str
    id: str
    name: str


def resolve(store: ReadStore, text: str, kinds: Collection[str] = ()) -> Entity:
    """The entity that a text means, of any of these kinds (a concept's kind is its scheme).

    Raises EntityNotFoundError with the nearest names, CodeNotFoundError with all codes of a small scheme,
    UsageError where several fit.
    """
    iri = find_iri(store, text, kinds)
    label = next(store.quads(iri, SKOS.prefLabel, None, _DEFAULT), None)
    name = label.object.value if label and isinstance(label.object, Literal) else ""
    return Entity(iri.value, kind_of(iri.value), slug_of(iri.value), name)


def find_iri(store: ReadStore, text: str, kinds: Collection[str] = ()) -> NamedNode:
    """As `resolve`, for the IRI alone; an IRI or id costs a lookup or two, a name a pass over all names."""
    must_be_text(text)
    wanted = tuple(kind for kind in kinds if kind != "any")
    spelt = (iri for iri in _candidates(text, wanted or _ANY) if not wanted or kind_of(iri.value) in wanted)
    found = [iri.value for iri in spelt if _known(store, iri)]
    if not found:
        names = named(store, wanted or _ANY)
        found = sorted({iri for name, iri, _ in names if name == folded(text)}) or in_part(text, names)
        if not found:
            if codes := _codes(store, wanted):
                raise CodeNotFoundError(wanted[0], text, codes)
            raise EntityNotFoundError(" or ".join(wanted) or "entity", text, nearest(text, names))
    if len(found) > 1:
        options = ", ".join(map(_short, found))
        raise UsageError(f"{text!r} may mean several entities: {options}; use one of these")
    return NamedNode(found[0])


def find_optional(store: ReadStore, text: str | None, kinds: Collection[str]) -> NamedNode | None:
    """As `find_iri`, and None for None."""
    return None if text is None else find_iri(store, text, kinds)


def find_measure(store: ReadStore, indicator: str | None, area: str | None) -> dict[str, NamedNode | None]:
    """The parameters of a question about an indicator in an area, where either is given."""
    return {
        "indicator": find_optional(store, indicator, ("indicator",)),
        "area": find_optional(store, area, ("place",)),
    }


def must_be_text(given: object) -> None:
    """Raises UsageError for anything but a text."""
    if not isinstance(given, str):
        raise UsageError(f"{given!r} is no text")


def _candidates(text: str, kinds: Collection[str]) -> Iterator[NamedNode]:
    """The IRIs that a text may spell out, the likeliest first."""
    if "://" in text:
        yield from _parsed(text)
        return
    head, slash, rest = text.partition("/")
    if slash and _CODE.fullmatch(head) and _CODE.fullmatch(rest):
        yield from _of_kind(head, rest)
    elif _CODE.fullmatch(text):
        for kind in kinds:
            yield from _of_kind(kind, text)


def _parsed(text: str) -> Iterator[NamedNode]:
    try:
        yield NamedNode(text)
    except ValueError:
        return


def _of_kind(kind: str, code: str) -> Iterator[NamedNode]:
    if kind == "source":
        yield source_iri(code)
        return
    if kind not in _CONCEPTS:
        yield entity_iri(kind, code)
    if kind not in _REGISTERED:
        yield concept_iri(kind, code)


def _known(store: ReadStore, iri: NamedNode) -> bool:
    return next(store.quads(iri, None, None, _DEFAULT), None) is not None


def _codes(store: ReadStore, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """All codes of a closed scheme of few, in its order, else by name; empty for other kinds."""
    if len(wanted) != 1 or wanted[0] in _ANY:
        return ()
    found = []
    for quad in store.quads(None, SKOS.inScheme, scheme_iri(wanted[0]), _DEFAULT):
        if isinstance(quad.subject, NamedNode):
            order = next(store.quads(quad.subject, PG.order, None, _DEFAULT), None)
            place = int(order.object.value) if order and isinstance(order.object, Literal) else 0
            found.append((place, slug_of(quad.subject.value)))
    return tuple(code for _, code in sorted(found)) if len(found) <= _FEW else ()


def _short(iri: str) -> str:
    return f"{kind_of(iri)}/{slug_of(iri)}"
