"""What every part of the build works with: the pack, the vocabulary, the dataset, and the names of things."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from policygraph.build.dataset import Dataset, Node
from policygraph.curated.pack import LoadedPack
from policygraph.model.facts import Fact
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.periods import Period
from policygraph.quantities import Quantity, plain
from policygraph.rdf import NamedNode
from policygraph.terms import (
    PG,
    REGISTRY_GRAPH,
    SKOS,
    TIME,
    concept_iri,
    entity_iri,
    passage_iri,
    scheme_iri,
    source_iri,
)

__all__ = ["Context", "Stated", "number_words"]

_KIND_OF_PART = {
    "people": "person",
    "bodies": "body",
    "posts": "post",
    "places": "place",
    "initiatives": "initiative",
}


@dataclass(frozen=True)
class Stated:
    """A fact as one source states it, and every graph that bears it out."""

    fact: Fact
    source: str
    graphs: tuple[NamedNode, ...]
    """The passage, or the source where the place is not known; then the passages of briefs."""


@dataclass
class Context:
    """Shared by the parts of one build; `Dataset` is the only thing that changes."""

    pack: LoadedPack
    vocabulary: Vocabulary
    dataset: Dataset = field(default_factory=Dataset)
    brief_passages: dict[tuple[str, str], tuple[NamedNode, ...]] = field(default_factory=dict)
    """(source, fact id) -> the passages of briefs that say it again."""

    def __post_init__(self) -> None:
        self._kind = {slug: kind for part, kind in _KIND_OF_PART.items() for slug in getattr(self.pack, part)}

        self._periods: set[Period] = set()

    def entity(self, slug: str | None) -> NamedNode | None:
        """The IRI of a registered entity; None for None."""
        return None if slug is None else entity_iri(self._kind[slug], slug)

    def kind(self, slug: str) -> str:
        """Kind of a registered entity, as in its IRI."""
        return self._kind[slug]

    def name(self, slug: str) -> str:
        """The name an entity is shown under."""
        part = next(part for part, kind in _KIND_OF_PART.items() if kind == self._kind[slug])
        return str(getattr(self.pack, part)[slug].name)

    def short(self, slug: str) -> str:
        """A body's acronym, else the name."""
        body = self.pack.bodies.get(slug)
        return body.acronym if body and body.acronym else self.name(slug)

    def concept(self, scheme: str, code: str | None) -> NamedNode | None:
        """The IRI of a concept; None for None."""
        return None if code is None else concept_iri(scheme, code)

    def registered(self, iri: NamedNode, sources: tuple[str, ...] = ()) -> Node:
        """A node of the registry: stated by it, and by each source the entry rests on."""
        return self.dataset.node(iri, (REGISTRY_GRAPH, *map(source_iri, sources)))

    def evidence(self, stated: Stated, iri: NamedNode) -> Node:
        """A node that a fact makes, in the graphs that state it."""
        return self.dataset.node(iri, stated.graphs)

    def graphs(self, source: str, fact: Fact) -> tuple[NamedNode, ...]:
        """Who states this fact of this source."""
        place = passage_iri(source, *fact.at) if fact.at else source_iri(source)
        return (place, *self.brief_passages.get((source, fact.id), ()))

    def period(self, period: Period) -> NamedNode:
        """The IRI of a period; its description is the registry's."""
        iri = entity_iri("period", period.slug)
        if period in self._periods:
            return iri
        self._periods.add(period)
        node = self.registered(iri).a(TIME.ProperInterval).label(self.pack.calendar.label(period))
        node.day(PG.start, period.start).day(PG.end, period.end)
        node.link(TIME.hasBeginning, self._instant(period, first=True))
        node.link(TIME.hasEnd, self._instant(period, first=False))
        return iri

    def _instant(self, period: Period, *, first: bool) -> NamedNode:
        day = period.start if first else period.end
        iri = entity_iri("instant", day.isoformat())
        self.registered(iri).a(TIME.Instant).label(day.isoformat()).day(TIME.inXSDDate, day)
        return iri

    def subject(self, indicator: str, area: str, period: Period) -> str:
        """What a figure is about, in words."""
        name = self.pack.indicators[indicator].name
        return f"{name}, {self.name(area)}, {self.pack.calendar.label(period)}"

    def quantity(self, value: str, unit: str) -> Quantity:
        """A printed number with its unit, by the country's scale words."""
        return Quantity.parse(value, unit, self.pack.about.country.scales)

    def unit(self, name: str) -> NamedNode:
        """The concept of a unit; a currency that no scheme lists is described here."""
        iri = concept_iri("unit", name)
        if not self.vocabulary.has("unit", name):
            node = self.registered(iri).a(SKOS.Concept).label(name)
            node.link(SKOS.inScheme, scheme_iri("unit")).text(SKOS.notation, name)
        return iri


def number_words(value: Decimal, unit: str) -> str:
    """A quantity for a label: `USD 303 million`, `2,320,000 persons`, `25 percent`.

    >>> number_words(Decimal(303000000), "USD")
    'USD 303 million'
    >>> number_words(Decimal(20315), "persons")
    '20,315 persons'
    """
    currency = len(unit) == 3 and unit.isupper()
    if not currency:
        return f"{value:,f} {unit}"
    for name, exponent in (("trillion", 12), ("billion", 9), ("million", 6)):
        if abs(value) >= Decimal(1).scaleb(exponent):
            return f"{unit} {plain(value.scaleb(-exponent)):,f} {name}"
    return f"{unit} {value:,f}"
