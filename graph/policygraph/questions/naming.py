"""What things of the graph are called, and which names are near to a text."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import NamedTuple

from policygraph.rdf import DefaultGraph, Literal, NamedNode
from policygraph.store.contract import ReadStore
from policygraph.terms import BASE, PG, SKOS, slug_of, slugged

__all__ = ["Name", "folded", "in_part", "kind_of", "named", "nearest"]

_NAMING = (SKOS.prefLabel, SKOS.altLabel, PG.localName, PG.acronym, PG.code)
_NEAREST = 5
_CUTOFF = 0.6
_NOT_WORD = re.compile(r"[\W_]+")


class Name(NamedTuple):
    """One name of one thing."""

    folded: str
    iri: str
    name: str


def named(store: ReadStore, kinds: Collection[str]) -> list[Name]:
    """All names of everything of these kinds, in their order."""
    found = []
    for naming in _NAMING:
        for quad in store.quads(None, naming, None, DefaultGraph()):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                iri, name = quad.subject.value, quad.object.value
                if kind_of(iri) in kinds and "#" not in iri:
                    found.append(Name(folded(name), iri, name))
    return sorted(found)


def in_part(text: str, names: Sequence[Name]) -> list[str]:
    """The one entity in whose names the words of a text stand in a row; empty for none or several."""
    asked = folded(text)
    found = sorted({iri for name, iri, _ in names if asked and f" {asked} " in f" {name} "})
    return found if len(found) == 1 else []


def nearest(text: str, names: Sequence[Name]) -> tuple[str, ...]:
    """Names with the words of the text in them, then those spelt like it; ids where an id was given."""
    as_id = text == slugged(text)
    offered = [Name(folded(slug_of(one.iri)), one.iri, slug_of(one.iri)) if as_id else one for one in names]
    asked = folded(text)
    alike = difflib.get_close_matches(asked, {name for name, _, _ in offered}, _NEAREST, _CUTOFF)
    within = [name for name, _, _ in offered if f" {asked} " in f" {name} "]
    shown = {name: (iri, full) for name, iri, full in reversed(offered)}
    best = {shown[name][0]: shown[name][1] for name in reversed([*within, *alike])}
    return tuple(reversed(best.values()))[:_NEAREST]


def folded(text: str) -> str:
    """Without case, accents and punctuation: what two spellings of one name share.

    >>> folded("Áine-ul-Haq  NOOR.")
    'aine ul haq noor'
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", plain.casefold()).strip()


def kind_of(iri: str) -> str:
    """The kind of a node by its IRI: `person`, `figure`, `source`, or a concept's scheme; "" for others.

    >>> kind_of("https://w3id.org/policygraph/id/person/amna-noor")
    'person'
    """
    head, _, rest = iri.removeprefix(BASE).partition("/")
    if head in ("id", "concept"):
        return rest.partition("/")[0]
    return head if head == "source" else ""
