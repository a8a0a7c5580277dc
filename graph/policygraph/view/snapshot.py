"""The dataset read once into memory, the way a page asks for it: by subject, with who states it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from policygraph.rdf import DefaultGraph, Literal, NamedNode
from policygraph.store.contract import ReadStore
from policygraph.terms import BASE, RDF, REGISTRY_GRAPH, SKOS

__all__ = ["Snapshot", "key_of"]

_GRAPHS = f"{BASE}graph/"


def key_of(iri: str) -> str:
    """An IRI of the project without its constant head: what the page calls a thing.

    >>> key_of("https://w3id.org/policygraph/id/person/umar-saif")
    'person/umar-saif'
    """
    return iri.removeprefix(BASE).removeprefix("id/")


class Snapshot:
    """What is known (`properties`) and who states it (`stated`), of one store.

    >>> from policygraph.store.embedded import EmbeddedStore
    >>> Snapshot(EmbeddedStore.of([])).of_class(RDF.Property)
    []
    """

    def __init__(self, store: ReadStore) -> None:
        self._properties: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(dict)
        self._stated: dict[str, set[str]] = defaultdict(set)
        self._classes: dict[str, list[str]] = defaultdict(list)
        self._registered: set[str] = set()
        for quad in store.quads():
            if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
                continue
            subject = quad.subject.value
            if isinstance(quad.graph_name, DefaultGraph):
                self._properties[subject].setdefault(quad.predicate.value, []).append(quad.object)
                if quad.predicate == RDF.type and isinstance(quad.object, NamedNode):
                    self._classes[quad.object.value].append(subject)
            elif quad.graph_name == REGISTRY_GRAPH:
                self._note_entry(subject, quad.predicate)
            elif isinstance(quad.graph_name, NamedNode) and not quad.graph_name.value.startswith(_GRAPHS):
                self._stated[subject].add(quad.graph_name.value)

    def _note_entry(self, subject: str, predicate: NamedNode) -> None:
        """An entry says what a thing is; remarks on what a source states stand in the same graph."""
        if predicate == RDF.type:
            self._registered.add(subject)

    def of_class(self, term: NamedNode) -> list[str]:
        """The IRIs of the instances of a class, sorted."""
        return sorted(self._classes.get(term.value, ()))

    def values(self, subject: str, predicate: NamedNode) -> list[str]:
        """The values of a property, sorted; IRIs and literals alike as texts."""
        return sorted({term.value for term in self._properties.get(subject, {}).get(predicate.value, ())})

    def value(self, subject: str, predicate: NamedNode) -> str:
        """The first value of a property, or the empty text."""
        return next(iter(self.values(subject, predicate)), "")

    def label(self, iri: str) -> str:
        """The name a thing is shown under: English before others, else the end of its IRI."""
        return self._best(iri, SKOS.prefLabel) or iri.rpartition("/")[2].rpartition("#")[2]

    def words(self, subject: str, predicate: NamedNode) -> str:
        """The label of the value of a property, or the empty text."""
        value = self.value(subject, predicate)
        return self.label(value) if value else ""

    def evidence(self, subject: str) -> Iterable[str]:
        """The graphs of sources and passages that say something of a subject."""
        return self._stated.get(subject, ())

    def registered(self, subject: str) -> bool:
        """Whether the registry has an entry for it."""
        return subject in self._registered

    def _best(self, iri: str, predicate: NamedNode) -> str:
        found = self._properties.get(iri, {}).get(predicate.value, ())
        ranked = sorted(
            (term.language != "en", term.value) if isinstance(term, Literal) else (True, term.value)
            for term in found
        )
        return ranked[0][1] if ranked else ""
