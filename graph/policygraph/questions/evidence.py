"""Questions about the graph itself: who says so, what hangs together, what there is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from policygraph.questions.answers import answer
from policygraph.questions.entities import find_iri, find_optional
from policygraph.store.contract import ReadStore

__all__ = [
    "Evidence",
    "Found",
    "Neighbour",
    "Property",
    "SingleSource",
    "SourceListed",
    "Statement",
    "describe",
    "evidence",
    "find",
    "neighbours",
    "single_source",
    "source_says",
    "sources",
]


class Statement(NamedTuple):
    """Something a source says; `start` and `end` count characters of its text from 0."""

    statement: str
    kind: str
    label: str
    start: int | None
    end: int | None
    quote: str | None


class Evidence(NamedTuple):
    """A passage (or a whole source) that states something of a node."""

    passage: str
    source: str
    title: str
    source_kind: str
    publisher: str
    published: date | None
    start: int | None
    end: int | None
    quote: str | None
    url: str | None
    triples: int
    properties: tuple[str, ...]


class SingleSource(NamedTuple):
    """A statement that only one source makes; `statement` is the subject of a relation or link."""

    statement: str
    kind: str
    label: str
    source: str
    publisher: str
    published: date | None


class Neighbour(NamedTuple):
    """An entity next to another; `evidence` counts sources, 0 where only the registry says so."""

    relation: str
    direction: str
    other: str
    name: str
    kind: str
    statement: str | None
    evidence: int


class Property(NamedTuple):
    """Something stated of a node itself; `evidence` counts sources, 0 where only the registry says so."""

    property: str
    value: str
    value_name: str | None
    predicate: str
    evidence: int


class SourceListed(NamedTuple):
    """A source and how many statements rest on it."""

    source: str
    title: str
    publisher: str
    published: date | None
    kind: str
    url: str | None
    statements: int


class Found(NamedTuple):
    """An entity or concept, and which of its names hold the text."""

    what: str
    name: str
    kind: str
    matched: tuple[str, ...]


def source_says(store: ReadStore, source: str) -> list[Statement]:
    """Everything that one source says; raises EntityNotFoundError."""
    return answer(store, "source-says", Statement, source=find_iri(store, source, ("source",)))


def evidence(store: ReadStore, node: str) -> list[Evidence]:
    """Every passage that states something of a node; raises EntityNotFoundError."""
    return answer(store, "evidence", Evidence, node=find_iri(store, node))


def single_source(store: ReadStore, kind: str | None = None) -> list[SingleSource]:
    """The statements that rest on one source; raises CodeNotFoundError for an unknown kind."""
    return answer(store, "single-source", SingleSource, kind=kind)


def neighbours(store: ReadStore, entity: str) -> list[Neighbour]:
    """What an entity is directly connected to; raises EntityNotFoundError."""
    return answer(store, "neighbours", Neighbour, entity=find_iri(store, entity))


def describe(store: ReadStore, entity: str) -> list[Property]:
    """What is stated of a node itself; raises EntityNotFoundError."""
    return answer(store, "describe", Property, entity=find_iri(store, entity))


def sources(
    store: ReadStore,
    publisher: str | None = None,
    kind: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> list[SourceListed]:
    """The sources, by date; raises CodeNotFoundError for an unknown kind."""
    concept = find_optional(store, kind, ("source-kind",))
    return answer(store, "sources", SourceListed, publisher=publisher, kind=concept, since=since, until=until)


def find(store: ReadStore, text: str, kind: str | None = None) -> list[Found]:
    """Entities and concepts with a name that holds the text; raises CodeNotFoundError for an unknown kind."""
    return answer(store, "find", Found, text=text, kind=kind)
