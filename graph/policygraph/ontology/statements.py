"""Parsed statements by subject and predicate: what reading a small RDF file needs, without a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policygraph.rdf import BlankNode, NamedNode, Quad, Term, Triple
from policygraph.terms import OWL, RDF

__all__ = ["Statements", "named"]

_FIRST, _REST, _NIL = RDF.first.value, RDF.rest.value, RDF.nil.value
_TYPE, _UNION = RDF.type.value, OWL.unionOf.value


class Statements:
    """An index of triples; subjects and objects come in the order of the file."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._values: dict[str, dict[str, list[Term]]] = {}
        for quad in quads:
            if isinstance(quad.subject, NamedNode | BlankNode):
                about = self._values.setdefault(quad.subject.value, {})
                about.setdefault(quad.predicate.value, []).append(quad.object)

    def subjects(self, *classes: str) -> Iterator[str]:
        """The IRIs of all instances of any of these classes."""
        wanted = set(classes)
        for subject, about in self._values.items():
            if any(getattr(kind, "value", None) in wanted for kind in about.get(_TYPE, ())):
                yield subject

    def types(self, subject: str) -> tuple[str, ...]:
        """The IRIs of a subject's classes."""
        return self.values(subject, _TYPE)

    def predicates(self, subject: str) -> Iterable[str]:
        """The IRIs of all properties that a subject has."""
        return self._values.get(subject, {})

    def terms(self, subject: str, predicate: str) -> tuple[Term, ...]:
        """All objects."""
        return tuple(self._values.get(subject, {}).get(predicate, ()))

    def values(self, subject: str, predicate: str) -> tuple[str, ...]:
        """All objects as text: IRIs, or the words of literals."""
        return tuple([term.value for term in self.terms(subject, predicate) if not isinstance(term, Triple)])

    def value(self, subject: str, predicate: str) -> str | None:
        """The first object as text, or None where there is none."""
        return next(iter(self.values(subject, predicate)), None)

    def text(self, subject: str, predicate: str) -> str:
        """The first object as text, or nothing."""
        return self.value(subject, predicate) or ""

    def integer(self, subject: str, predicate: str) -> int | None:
        """The first object as a whole number, or None where there is none."""
        value = self.value(subject, predicate)
        return None if value is None else int(value)

    def members(self, head: str) -> tuple[str, ...]:
        """The members of an RDF list, as text."""
        found: list[str] = []
        while head != _NIL:
            found += self.values(head, _FIRST)
            head = self.text(head, _REST) or _NIL
        return tuple(found)

    def alternatives(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The IRIs of a domain or range; a class that is a union gives its members (OWL 2, 8.1.2)."""
        found: list[str] = []
        for value in self.values(subject, predicate):
            unions = self.values(value, _UNION)
            found += [member for head in unions for member in self.members(head)] if unions else [value]
        return tuple(found)


def named(quads: Iterable[Quad], prefix: str) -> Iterator[Quad]:
    """Give blank nodes labels by order of appearance, so that the same file always gives the same quads."""
    labels: dict[str, BlankNode] = {}

    def renamed(node: BlankNode) -> BlankNode:
        return labels.setdefault(node.value, BlankNode(f"{prefix}{len(labels):04d}"))

    for quad in quads:
        subject, value = quad.subject, quad.object
        if isinstance(subject, BlankNode) or isinstance(value, BlankNode):
            subject = renamed(subject) if isinstance(subject, BlankNode) else subject
            value = renamed(value) if isinstance(value, BlankNode) else value
            yield Quad(subject, quad.predicate, value, quad.graph_name)
        else:
            yield quad
