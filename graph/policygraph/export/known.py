"""The default graph by subject: what the exporters that write entity by entity read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from policygraph.rdf import DefaultGraph, Literal, NamedNode, Resource, Term, canonical
from policygraph.store.contract import ReadStore
from policygraph.terms import OA, PG, RDF

__all__ = ["Evidence", "Known", "Properties", "literal_text"]

Properties = dict[str, list[Term]]


@dataclass(frozen=True, order=True)
class Evidence:
    """Who says so; `start` and `end` count code points of the source's text."""

    source: NamedNode
    start: int | None
    end: int | None
    quote: str
    graph: NamedNode


class Known:
    """What is known of each subject, everything sorted, and who says so."""

    def __init__(self, store: ReadStore) -> None:
        self._store = store
        self._subjects: dict[Term, Properties] = {}
        quads = canonical(store.quads(graph=DefaultGraph()))
        for quad in sorted(
            quads, key=lambda quad: (str(quad.subject), str(quad.predicate), str(quad.object))
        ):
            found = self._subjects.setdefault(quad.subject, defaultdict(list))
            found[quad.predicate.value].append(quad.object)
        self._by_class = self._classes()
        self._passages: dict[Term, Evidence | None] = {}

    @property
    def subjects(self) -> dict[Term, Properties]:
        """Predicate IRI -> values, by subject; sorted."""
        return self._subjects

    @property
    def classes(self) -> list[NamedNode]:
        """The classes that have instances, sorted."""
        found = [cls for cls in self._by_class if isinstance(cls, NamedNode)]
        return sorted(found, key=lambda cls: cls.value)

    def of_class(self, cls: NamedNode) -> list[Term]:
        """The instances that are stated to be such, sorted."""
        return self._by_class.get(cls, [])

    def values(self, subject: Term, path: Sequence[NamedNode]) -> list[Term]:
        """Where a chain of properties leads."""
        reached: list[Term] = [subject]
        for predicate in path:
            reached = [
                value for node in reached for value in self._subjects.get(node, {}).get(predicate.value, ())
            ]
        return reached

    def text(self, subject: Term, *path: NamedNode) -> str:
        """The words at the end of a chain of properties: English before others; empty for none."""
        words = [value for value in self.values(subject, path) if isinstance(value, Literal)]
        return min(((word.language != "en", word.value) for word in words), default=(True, ""))[1]

    def evidence(self, subject: Resource, predicate: NamedNode, value: Resource | Literal) -> list[Evidence]:
        """Who states this statement."""
        graphs = {quad.graph_name for quad in self._store.quads(subject, predicate, value)}
        found = (self._passage(graph) for graph in graphs if isinstance(graph, NamedNode))
        return sorted(one for one in found if one is not None)

    def _passage(self, graph: NamedNode) -> Evidence | None:
        """None for a graph that is no source's, such as the registry's."""
        if graph not in self._passages:
            self._passages[graph] = self._read_passage(graph)
        return self._passages[graph]

    def _read_passage(self, graph: NamedNode) -> Evidence | None:
        if PG.Source in self.values(graph, [RDF.type]):
            return Evidence(graph, None, None, "", graph)
        sources = [node for node in self.values(graph, [OA.hasSource]) if isinstance(node, NamedNode)]
        if not sources:
            return None
        start, end = (self.text(graph, OA.hasSelector, bound) for bound in (OA.start, OA.end))
        quote = self.text(graph, OA.hasSelector, OA.exact)
        return Evidence(sources[0], _whole(start), _whole(end), quote, graph)

    def _classes(self) -> dict[Term, list[Term]]:
        found: dict[Term, list[Term]] = defaultdict(list)
        for subject, properties in self._subjects.items():
            for cls in properties.get(RDF.type.value, ()):
                found[cls].append(subject)
        return dict(found)


def literal_text(term: Term) -> str:
    """The lexical form of a literal, the text of an IRI, the label of a blank node."""
    return str(getattr(term, "value", term))


def _whole(digits: str) -> int | None:
    return int(digits) if digits else None
