"""The dataset in the making: every triple once in the default graph, and in each graph that states it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Self

from policygraph.rdf import DefaultGraph, GraphName, Literal, NamedNode, Quad, Triple
from policygraph.terms import RDF, REGISTRY_GRAPH, SKOS, XSD

__all__ = ["Dataset", "Node"]

_DEFAULT = DefaultGraph()
_OWN_LANGUAGE = re.compile(r"(.+)@([a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)")
"""A name and the tag of its language (BCP 47)."""


class Dataset:
    """A set of quads; adding the same statement twice changes nothing."""

    def __init__(self) -> None:
        self._numbers: dict[Triple, int] = {}
        self._stated: dict[GraphName, set[int]] = {_DEFAULT: set()}
        """Which statements a graph states, by number; the default graph has them all."""

    def node(self, iri: NamedNode, graphs: Iterable[NamedNode]) -> Node:
        """Something to say statements about, all of them stated by these graphs."""
        return Node(self, iri, tuple(graphs))

    def state(self, statement: Triple, graphs: Iterable[NamedNode]) -> None:
        """Add one statement and who states it."""
        number = self._numbers.setdefault(statement, len(self._numbers))
        for graph in graphs:
            self._stated.setdefault(graph, set()).add(number)

    def known(self) -> Iterator[Triple]:
        """What is known so far: the default graph, in no particular order."""
        return iter(self._numbers)

    def quads(self) -> list[Quad]:
        """All quads in the one order of everything written out (see `rdf.sort_key`).

        Whatever a graph states is known, so one order of the default graph gives that of all others. A quad
        without a graph is of the default graph, and is made in half the time of one that names it.
        """
        known = sorted(self._numbers, key=str)
        place = {self._numbers[one]: at for at, one in enumerate(known)}
        parts = [(one.subject, one.predicate, one.object) for one in known]
        quads: list[Quad] = []
        for graph in sorted(self._stated, key=str):
            if graph == _DEFAULT:
                quads += [Quad(*part) for part in parts]
            else:
                stated = sorted(map(place.__getitem__, self._stated[graph]))
                quads += [Quad(*parts[at], graph) for at in stated]
        return quads


class Node:
    """Adds statements about one subject; a value that is None or empty adds none."""

    def __init__(self, dataset: Dataset, iri: NamedNode, graphs: tuple[NamedNode, ...]) -> None:
        self._dataset, self.iri, self._graphs = dataset, iri, graphs

    @property
    def editors(self) -> Node:
        """The same subject as the project speaks of it: what it classed, computed or remarked, no source."""
        return Node(self._dataset, self.iri, (REGISTRY_GRAPH,))

    def a(self, *classes: NamedNode) -> Self:
        """It is of these classes."""
        return self.link(RDF.type, *classes)

    def link(self, predicate: NamedNode, *values: NamedNode | None) -> Self:
        """It points to these nodes."""
        for value in values:
            if value is not None:
                self._dataset.state(Triple(self.iri, predicate, value), self._graphs)
        return self

    def text(self, predicate: NamedNode, *values: str) -> Self:
        """It has these plain texts."""
        return self._literals(predicate, (Literal(value) for value in values if value))

    def words(self, predicate: NamedNode, *values: str) -> Self:
        """It has these English words."""
        return self._literals(predicate, (Literal(value, language="en") for value in values if value))

    def label(self, value: str, *others: str) -> Self:
        """It is called this, and also these, of which `name@ur` names its own language."""
        self._literals(SKOS.altLabel, map(_name, others))
        return self.words(SKOS.prefLabel, value)

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
            self._dataset.state(Triple(self.iri, predicate, value), self._graphs)
        return self


def _name(text: str) -> Literal:
    own = _OWN_LANGUAGE.fullmatch(text)
    return Literal(own[1], language=own[2]) if own else Literal(text, language="en")
