"""The dataset in the making: every triple once in the default graph, and in each graph that states it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Self

from policygraph.rdf import DefaultGraph, Literal, NamedNode, Quad, sort_key
from policygraph.terms import RDF, SKOS, XSD

__all__ = ["Dataset", "Node"]

_DEFAULT = DefaultGraph()


class Dataset:
    """A set of quads; adding the same statement twice changes nothing."""

    def __init__(self) -> None:
        self._quads: set[Quad] = set()

    def node(self, iri: NamedNode, graphs: Iterable[NamedNode]) -> Node:
        """Something to say statements about, all of them stated by these graphs."""
        return Node(self, iri, tuple(graphs))

    def state(
        self,
        subject: NamedNode,
        predicate: NamedNode,
        value: NamedNode | Literal,
        graphs: Iterable[NamedNode],
    ) -> None:
        """Add one statement and who states it."""
        self._quads.add(Quad(subject, predicate, value, _DEFAULT))
        for graph in graphs:
            self._quads.add(Quad(subject, predicate, value, graph))

    def include(self, quads: Iterable[Quad], graph: NamedNode) -> None:
        """Add statements made elsewhere, as stated by one graph."""
        for quad in quads:
            self._quads.add(Quad(quad.subject, quad.predicate, quad.object, _DEFAULT))
            self._quads.add(Quad(quad.subject, quad.predicate, quad.object, graph))

    def quads(self) -> list[Quad]:
        """All quads in the one order of everything written out."""
        return sorted(self._quads, key=sort_key)


class Node:
    """Adds statements about one subject; a value that is None or empty adds none."""

    def __init__(self, dataset: Dataset, iri: NamedNode, graphs: tuple[NamedNode, ...]) -> None:
        self._dataset, self.iri, self._graphs = dataset, iri, graphs

    def a(self, *classes: NamedNode) -> Self:
        """It is of these classes."""
        return self.link(RDF.type, *classes)

    def link(self, predicate: NamedNode, *values: NamedNode | None) -> Self:
        """It points to these nodes."""
        for value in values:
            if value is not None:
                self._dataset.state(self.iri, predicate, value, self._graphs)
        return self

    def text(self, predicate: NamedNode, *values: str) -> Self:
        """It has these plain texts."""
        return self._literals(predicate, (Literal(value) for value in values if value))

    def words(self, predicate: NamedNode, *values: str, language: str = "en") -> Self:
        """It has these words in a language; `name@ur` names its own."""
        return self._literals(predicate, (_worded(value, language) for value in values if value))

    def label(self, value: str, *others: str) -> Self:
        """It is called this, and also these."""
        return self.words(SKOS.prefLabel, value).words(SKOS.altLabel, *others)

    def iri_text(self, predicate: NamedNode, value: str) -> Self:
        """It has this address, as a literal."""
        return self._typed(predicate, value or None, "anyURI")

    def number(self, predicate: NamedNode, value: Decimal | None) -> Self:
        """It has this decimal."""
        return self._typed(predicate, None if value is None else f"{value:f}", "decimal")

    def whole(self, predicate: NamedNode, value: int | None) -> Self:
        """It has this integer."""
        return self._typed(predicate, None if value is None else str(value), "integer")

    def day(self, predicate: NamedNode, value: date | None) -> Self:
        """It has this date."""
        return self._typed(predicate, None if value is None else value.isoformat(), "date")

    def year(self, predicate: NamedNode, value: int | None) -> Self:
        """It has this year."""
        return self._typed(predicate, None if value is None else f"{value:04d}", "gYear")

    def _typed(self, predicate: NamedNode, value: str | None, datatype: str) -> Self:
        return self if value is None else self._literals(predicate, [Literal(value, datatype=XSD[datatype])])

    def _literals(self, predicate: NamedNode, values: Iterable[Literal]) -> Self:
        for value in values:
            self._dataset.state(self.iri, predicate, value, self._graphs)
        return self


def _worded(value: str, language: str) -> Literal:
    name, at, own = value.rpartition("@")
    if at and own.isalpha() and 2 <= len(own) <= 3 and own.islower():
        return Literal(name, language=own)
    return Literal(value, language=language)
