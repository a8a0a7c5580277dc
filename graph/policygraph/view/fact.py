"""One fact of the page, and the words for its values and periods."""

from __future__ import annotations

from dataclasses import dataclass, field

from policygraph.rdf import NamedNode
from policygraph.terms import PG, SDMX_ATTRIBUTE, SDMX_DIMENSION, SDMX_MEASURE, SKOS
from policygraph.view.snapshot import Snapshot
from policygraph.view.wording import amount_words, period_words, rate_words

__all__ = ["Fact", "Node", "Part", "amount_of", "caption", "currency_of", "period_of", "tag_unusual"]


@dataclass(frozen=True)
class Node:
    """A place in a sentence where a thing is named: the page makes a link of it."""

    iri: str


Part = str | Node


@dataclass
class Fact:
    """One fact; `iri` is the node that holds it, `day` an ISO date to sort by, `about` more it concerns."""

    kind: str
    iri: str
    sentence: list[Part]
    day: str = ""
    when: str = ""
    tags: list[str] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    graphs: set[str] = field(default_factory=set)

    def row(self, name: str, value: str) -> None:
        """Add a particular, unless it is empty."""
        if value:
            self.rows.append((name, value))


def tag_unusual(fact: Fact, see: Snapshot, iri: str, predicate: NamedNode, usual: str) -> None:
    """A tag for what is out of the ordinary: a caretaker, a plan, a forecast."""
    value = see.value(iri, predicate)
    if value and not value.endswith(f"/{usual}"):
        fact.tags.append(see.label(value))


def amount_of(see: Snapshot, iri: str, predicate: NamedNode) -> str:
    """The value of a node with its unit, in words."""
    unit = see.value(iri, SDMX_ATTRIBUTE.unitMeasure)
    value = see.value(iri, predicate)
    if not value:
        return ""
    return amount_words(value, see.label(unit) if unit else "", currency_of(see, unit))


def currency_of(see: Snapshot, unit: str) -> str:
    """The ISO 4217 code of a unit that is money, else the empty text."""
    code = see.value(unit, SKOS.notation)
    return code if len(code) == 3 and code.isalpha() and code.isupper() else ""


def period_of(see: Snapshot, iri: str, predicate: NamedNode, label: NamedNode) -> tuple[str, str, str]:
    """First day, last day and words of the period that a node points to."""
    period = see.value(iri, predicate)
    start, end = see.value(period, PG.start), see.value(period, PG.end)
    return start, end, period_words(start, end, see.value(iri, label))


def caption(see: Snapshot, iri: str) -> str:
    """A figure, rate or target in few words: what it says and when."""
    if aim := amount_of(see, iri, PG.targetValue):
        return f"{aim} by {period_of(see, iri, PG.due, PG.dueLabel)[2]}"
    when = period_of(see, iri, SDMX_DIMENSION.refPeriod, PG.periodLabel)[2]
    value = amount_of(see, iri, SDMX_MEASURE.obsValue) or rate_words(see.value(iri, PG.rate))
    return f"{value} {when}"
