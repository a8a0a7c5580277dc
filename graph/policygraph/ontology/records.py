"""The parts of a vocabulary as frozen records: terms, concepts, schemes."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Concept", "Match", "Scheme", "VocabularyTerm"]


@dataclass(frozen=True)
class Match:
    """A term of another vocabulary that one of ours is aligned with."""

    relation: str
    """Compact IRI of the property that aligns them: `rdfs:subClassOf`, `skos:closeMatch`, ..."""
    iri: str


@dataclass(frozen=True)
class VocabularyTerm:
    """A class or property: one that the ontology defines, or one that it reuses."""

    iri: str
    name: str
    """The local name of a defined term, the compact IRI (`org:member`) of a reused one."""
    kind: str
    """`class`, `object property`, `datatype property`, `annotation property` or `property`."""
    label: str
    comment: str
    """What it means; for a reused term, how it is used here."""
    inverse_label: str = ""
    domain: tuple[str, ...] = ()
    """IRIs of the classes that have the property; several mean any of them."""
    range: tuple[str, ...] = ()
    """IRIs of the classes or datatypes that its values are of; several mean any of them."""
    parents: tuple[str, ...] = ()
    """IRIs of the terms of this ontology right above it."""
    matches: tuple[Match, ...] = ()
    schemes: tuple[str, ...] = ()
    """Codes of the concept schemes that its values come from."""
    example: str = ""
    """A few triples in Turtle, with the project's prefixes and `BASE` as the base."""

    @property
    def is_class(self) -> bool:
        """Whether it is a class, not a property."""
        return self.kind == "class"


@dataclass(frozen=True)
class Concept:
    """A code of a scheme, and what the build needs to know about it."""

    iri: str
    scheme: str
    code: str
    label: str
    definition: str
    alternatives: tuple[str, ...] = ()
    broader: str | None = None
    """Code of the next wider concept of the same scheme."""
    matches: tuple[Match, ...] = ()
    instance_class: str | None = None
    """IRI of the class that things of this kind are instances of."""
    order: int | None = None
    """Usual place of a stage in the life of an initiative."""
    lifecycle: str | None = None
    """What a stage means: `planned`, `active`, `paused` or `ended`."""
    shift_months: int | None = None
    """Months from a period to the one that a growth basis compares it with; negative is earlier."""


@dataclass(frozen=True)
class Scheme:
    """A list of codes for one question; concepts are in the order of `concepts.ttl`."""

    iri: str
    code: str
    title: str
    definition: str
    concepts: tuple[Concept, ...] = ()
