"""The vocabulary: every class, property and code that data may use, read from `ontology/`.

The code lists none of them: what a kind, a stage or a basis means is said in the Turtle files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import NoReturn

from policygraph.errors import NotFoundError
from policygraph.ontology.reading import read_schemes, read_terms
from policygraph.ontology.records import Concept, Scheme, VocabularyTerm
from policygraph.ontology.statements import Statements, named
from policygraph.paths import ontology_dir
from policygraph.rdf import Quad, parse_file
from policygraph.terms import DCT, OWL, PG

__all__ = ["FILES", "Vocabulary"]

FILES = ("policygraph.ttl", "concepts.ttl")
"""The files of `ontology/` that a vocabulary is read from."""

_RELATED = "relatedTo"


@dataclass(frozen=True)
class Vocabulary:
    """Terms and codes, by name.

    >>> vocabulary = Vocabulary.load()
    >>> vocabulary.has("stage", "launched"), vocabulary.shift_months("yoy")
    (True, -12)
    >>> vocabulary.label("https://w3id.org/policygraph/ns#funds")
    'funds'
    """

    classes: tuple[VocabularyTerm, ...]
    """Those that the ontology defines, in the order of its file."""
    properties: tuple[VocabularyTerm, ...]
    """Those that the ontology defines, in the order of its file."""
    reused: tuple[VocabularyTerm, ...]
    """Classes and properties of other vocabularies that the dataset uses."""
    schemes: tuple[Scheme, ...]
    title: str
    description: str
    version: str
    license: str
    """IRI of the licence of the ontology."""
    _quads: tuple[Quad, ...] = field(repr=False)

    @classmethod
    def load(cls, folder: Path | None = None) -> Vocabulary:
        """Read the files of `folder`, the shipped ontology where None; raises RdfSyntaxError."""
        where = folder or ontology_dir()
        header = str(PG)
        quads = [
            quad for name in FILES for quad in named(parse_file(where / name), f"{name.partition('.')[0]}-")
        ]
        statements = Statements(quads)
        terms = read_terms(statements)
        own = [term for term in terms if term.iri.startswith(str(PG))]
        return cls(
            classes=tuple(term for term in own if term.is_class),
            properties=tuple(term for term in own if not term.is_class),
            reused=tuple(term for term in terms if not term.iri.startswith(str(PG))),
            schemes=tuple(read_schemes(statements)),
            title=statements.text(header, DCT.title.value),
            description=statements.text(header, DCT.description.value),
            version=statements.text(header, OWL.versionInfo.value),
            license=statements.text(header, DCT.license.value),
            _quads=tuple(quads),
        )

    def quads(self) -> Iterator[Quad]:
        """Every statement of the files once, in the default graph, in the order of the files."""
        yield from self._quads

    def term(self, name: str) -> VocabularyTerm:
        """A term by local name (`Figure`), a reused one by compact IRI (`org:Post`); raises NotFoundError."""
        return self._by_name[name] if name in self._by_name else _missing("term", name, self._by_name)

    def scheme(self, code: str) -> Scheme:
        """A scheme by its code; raises NotFoundError."""
        return self._by_scheme[code] if code in self._by_scheme else _missing("scheme", code, self._by_scheme)

    def concept(self, scheme: str, code: str) -> Concept:
        """A concept by scheme and code; raises NotFoundError."""
        if (scheme, code) in self._by_code:
            return self._by_code[scheme, code]
        return _missing(f"{scheme} concept", code, self.concepts(scheme))

    def concepts(self, scheme: str) -> tuple[str, ...]:
        """The codes of a scheme in the order of its file; raises NotFoundError."""
        return tuple(concept.code for concept in self.scheme(scheme).concepts)

    def has(self, scheme: str, code: str) -> bool:
        """Whether there is such a scheme and it has this code."""
        return (scheme, code) in self._by_code

    def instance_class(self, scheme: str, code: str) -> str:
        """The IRI of the class that things of this kind are of; raises NotFoundError."""
        return self.concept(scheme, code).instance_class or _missing(
            "instance class of", f"{scheme}/{code}", ()
        )

    def order(self, scheme: str, code: str) -> int:
        """The usual place of a stage, lowest first; 0 where the concept has none. Raises NotFoundError."""
        return self.concept(scheme, code).order or 0

    def lifecycle(self, stage: str) -> str:
        """`planned`, `active`, `paused` or `ended`; raises NotFoundError."""
        return self.concept("stage", stage).lifecycle or _missing("lifecycle of stage", stage, ())

    def shift_months(self, basis: str) -> int:
        """Months from a period to the one that this growth basis compares it with; raises NotFoundError."""
        months = self.concept("basis", basis).shift_months
        return _missing("shift of basis", basis, ()) if months is None else months

    def relations(self) -> tuple[str, ...]:
        """Local names of the properties right below `pg:relatedTo`, in the order of the file."""
        return tuple(term.name for term in self.properties if PG[_RELATED].value in term.parents)

    def label(self, iri: str) -> str:
        """The English label of a term, concept or scheme; raises NotFoundError."""
        return self._labels[iri] if iri in self._labels else _missing("label of", iri, ())

    def inverse_label(self, iri: str) -> str:
        """The words for a property read backwards; empty where it has none."""
        return self._inverses.get(iri, "")

    @cached_property
    def _by_name(self) -> dict[str, VocabularyTerm]:
        return {term.name: term for term in (*self.classes, *self.properties, *self.reused)}

    @cached_property
    def _by_scheme(self) -> dict[str, Scheme]:
        return {scheme.code: scheme for scheme in self.schemes}

    @cached_property
    def _by_code(self) -> dict[tuple[str, str], Concept]:
        return {(scheme.code, one.code): one for scheme in self.schemes for one in scheme.concepts}

    @cached_property
    def _labels(self) -> dict[str, str]:
        labels = {term.iri: term.label for term in self._by_name.values()}
        labels |= {scheme.iri: scheme.title for scheme in self.schemes}
        return labels | {concept.iri: concept.label for concept in self._by_code.values()}

    @cached_property
    def _inverses(self) -> dict[str, str]:
        return {term.iri: term.inverse_label for term in self._by_name.values() if term.inverse_label}


def _missing(kind: str, name: str, known: object) -> NoReturn:
    names = [str(one) for one in known] if isinstance(known, dict | tuple) else []
    raise NotFoundError(kind, name, tuple(get_close_matches(name, names, n=3)))
