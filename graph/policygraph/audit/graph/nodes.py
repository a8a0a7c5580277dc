"""Statements of the default graph, gathered by subject in one pass: what the records are read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from policygraph.periods import Period, PeriodError
from policygraph.rdf import DefaultGraph, Literal, Quad, Triple
from policygraph.terms import RDF, SKOS

__all__ = ["Node", "Nodes", "code"]

Node = dict[str, list[str]]
"""What is said of one subject: values as text, by the IRI of the property."""

_TYPE: Final = RDF.type.value
_LABEL: Final = SKOS.prefLabel.value
_NOTHING: Final[Node] = {}


class Nodes:
    """Subjects with what is said of them; only the properties that were asked for are kept.

    >>> Nodes([], ()).of_class("https://w3id.org/policygraph/ns#Figure")
    []
    """

    def __init__(self, statements: Iterable[Quad | Triple], wanted: Iterable[str]) -> None:
        self._named: dict[str, tuple[bool, str]] = {}
        self._nodes: dict[str, Node] = defaultdict(dict)
        self._classes: dict[str, list[str]] = defaultdict(list)
        kept = frozenset(wanted)
        for one in statements:
            if isinstance(one, Quad) and not isinstance(one.graph_name, DefaultGraph):
                continue
            predicate = one.predicate.value
            if predicate == _TYPE:
                self._classes[_text(one.object)].append(_text(one.subject))
            elif predicate == _LABEL:
                self._name(_text(one.subject), one.object)
            elif predicate in kept:
                self._nodes[_text(one.subject)].setdefault(predicate, []).append(_text(one.object))
        self.names = {subject: name for subject, (_, name) in self._named.items()}
        """What each subject is called, in English where it can be."""

    def of_class(self, iri: str) -> list[str]:
        """The subjects of a class, sorted."""
        return sorted(self._classes.get(iri, ()))

    def __getitem__(self, subject: str) -> Node:
        return self._nodes.get(subject, _NOTHING)

    def all(self, subject: str, predicate: str) -> tuple[str, ...]:
        """All values of a property, sorted."""
        return tuple(sorted(self[subject].get(predicate, ())))

    def one(self, subject: str, predicate: str) -> str | None:
        """The value of a property: the first in order where there are several, None where there is none."""
        return min(self[subject].get(predicate, ()), default=None)

    def text(self, subject: str, predicate: str) -> str:
        """The words of a property, several joined; empty where there are none."""
        return "; ".join(self.all(subject, predicate))

    def number(self, subject: str, predicate: str) -> Decimal | None:
        """A finite decimal; None for anything else."""
        try:
            found = Decimal(self.one(subject, predicate) or "")
        except InvalidOperation:
            return None
        return found if found.is_finite() else None

    def step(self, subject: str, predicate: str, value: Decimal) -> Decimal:
        """The worth of the last printed place; where the graph does not say, of the last place written."""
        return self.number(subject, predicate) or Decimal(1).scaleb(int(value.as_tuple().exponent))

    def whole(self, subject: str, predicate: str) -> int | None:
        """An integer; None for anything else."""
        found = self.number(subject, predicate)
        return int(found) if found is not None and found == found.to_integral_value() else None

    def day(self, subject: str, predicate: str) -> date | None:
        """A day; None for anything else."""
        return _day(self.one(subject, predicate))

    def period(self, subject: str | None, start: str, end: str) -> Period | None:
        """What a node of a period spans; None where it does not say, or says nothing sensible."""
        first, last = (self.day(subject, start), self.day(subject, end)) if subject else (None, None)
        return Period(first, last) if first and last and first <= last else None

    def stated_period(self, subject: str, predicate: str) -> Period | None:
        """A period as text; the shortest where sources give one more and one less exactly."""
        found = list(_periods(self.all(subject, predicate)))
        return min(found, key=lambda one: (one.end - one.start, one), default=None)

    def _name(self, subject: str, label: object) -> None:
        if isinstance(label, Literal):
            name = (label.language != "en", label.value)
            self._named[subject] = min(name, self._named.get(subject, name))


def code(iri: str | None) -> str | None:
    """The code of a concept: what follows the last slash of its IRI.

    >>> code("https://w3id.org/policygraph/concept/basis/yoy")
    'yoy'
    """
    return None if iri is None else iri.rpartition("/")[2]


def _text(term: object) -> str:
    """The IRI or the words; a blank node by its name."""
    value = getattr(term, "value", None)
    return value if isinstance(value, str) else str(term)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _periods(texts: Iterable[str]) -> Iterator[Period]:
    for text in texts:
        try:
            yield Period.parse(text)
        except PeriodError:
            continue
