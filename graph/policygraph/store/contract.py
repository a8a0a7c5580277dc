"""What every store can do: reading and writing are two things, and most code only needs the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from policygraph.rdf import GraphName, Literal, NamedNode, Quad, Resource, Term, Triple

__all__ = ["Answer", "Bindings", "ReadStore", "Solutions", "WriteStore"]

Bindings = Mapping[str, Term]
"""Values for variables of a query, by name without the question mark."""


@dataclass(frozen=True, slots=True)
class Solutions:
    """The rows of a SELECT: one term, or None where unbound, per variable."""

    variables: tuple[str, ...]
    rows: list[tuple[Term | None, ...]]

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


Answer = Solutions | bool | list[Triple]
"""What a SELECT, an ASK, and a CONSTRUCT or DESCRIBE give."""


@runtime_checkable
class ReadStore(Protocol):
    """A dataset that can be asked.

    The default graph holds what is known, each statement once; named graphs hold who says so.
    """

    def query(self, sparql: str, bindings: Bindings | None = None) -> Answer:
        """Answer any SPARQL 1.1 query; the project's prefixes need not be declared.

        Raises QuerySyntaxError when the text does not parse, UsageError when it reaches outside the
        store (SERVICE) or nests too deep.
        """
        ...

    def select(self, sparql: str, bindings: Bindings | None = None) -> Solutions:
        """The rows of a SELECT; raises UsageError for another form of query."""
        ...

    def results(self, sparql: str, form: str) -> bytes:
        """The answer as SPARQL results (`json`, `csv`, `tsv`, `xml`) or as RDF (`ttl`, `nt`, ...).

        Raises UsageError where the query's form has no such serialisation.
        """
        ...

    def quads(
        self,
        subject: Resource | None = None,
        predicate: NamedNode | None = None,
        object: Resource | Literal | None = None,
        graph: GraphName | None = None,
    ) -> Iterator[Quad]:
        """The quads that fit, of all graphs where `graph` is None."""
        ...

    def graph_names(self) -> Iterator[Resource]:
        """The names of the named graphs."""
        ...

    def __len__(self) -> int:
        """The number of quads."""
        ...


@runtime_checkable
class WriteStore(Protocol):
    """A dataset that can be replaced, whole or not at all."""

    def replace(self, quads: Iterable[Quad]) -> None:
        """Put these quads in place of everything; on any failure the old content stays."""
        ...
