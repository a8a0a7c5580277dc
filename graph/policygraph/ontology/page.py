"""The ontology as one HTML page that needs nothing but itself; the anchors are the terms' local names."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from policygraph.ontology.records import Concept, Match, Scheme, VocabularyTerm
from policygraph.ontology.shapes import Shape, read_shapes
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.terms import BASE, PG, PREFIXES, compact

__all__ = ["render_page"]

_HERE = Path(__file__).parent
_EXTRA_PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "currency": "http://publications.europa.eu/resource/authority/currency/",
    "cv": "http://data.europa.eu/m8g/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "oeo": "https://openenergyplatform.org/ontology/oeo/",
    "qudt": "http://qudt.org/vocab/unit/",
    "sdmx-code": "http://purl.org/linked-data/sdmx/2009/code#",
}


def render_page(vocabulary: Vocabulary, shapes: Sequence[Shape] | None = None) -> str:
    """The page as HTML; `shapes` are the shipped ones where None. Same input, same bytes.

    >>> '<article id="Figure"' in render_page(Vocabulary.load())
    True
    """
    style = (_HERE / "page.css").read_text(encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    links = _Links(vocabulary)
    environment.filters |= {"short": links.short, "address": links.address, "tree": _tree}
    return environment.get_template("page.html.j2").render(
        vocabulary=vocabulary,
        shapes=read_shapes() if shapes is None else shapes,
        links=links,
        namespace=str(PG),
        base=BASE,
        prefixes=PREFIXES,
        style=style,
        style_hash=_hash(style),
    )


class _Links:
    """Where a term is explained: on the page if it is one of ours, else at its own address."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        terms = (*vocabulary.classes, *vocabulary.properties, *vocabulary.reused)
        self._anchors = {term.iri: term.name for term in terms}
        self._terms = terms

    def short(self, iri: str) -> str:
        """A compact IRI, with the prefixes of the alignments too."""
        fits = [name for name, base in _EXTRA_PREFIXES.items() if iri.startswith(base)]
        return f"{fits[0]}:{iri.removeprefix(_EXTRA_PREFIXES[fits[0]])}" if fits else compact(iri)

    def address(self, iri: str) -> str:
        """An anchor of the page, or the IRI itself."""
        return f"#{self._anchors[iri]}" if iri in self._anchors else iri

    def below(self, term: VocabularyTerm) -> list[VocabularyTerm]:
        """The terms right below one."""
        return [one for one in self._terms if term.iri in one.parents]

    def having(self, term: VocabularyTerm) -> list[VocabularyTerm]:
        """The properties whose domain names a class."""
        return [one for one in self._vocabulary.properties if term.iri in one.domain]

    def values(self, scheme: Scheme) -> list[VocabularyTerm]:
        """The properties whose values come from a scheme."""
        return [one for one in self._vocabulary.properties if scheme.code in one.schemes]

    def checked(self, term: VocabularyTerm, shapes: Sequence[Shape]) -> list[Shape]:
        """The shapes that check the instances of a class."""
        return [shape for shape in shapes if shape.target == term.iri]

    def aligned(self, term: VocabularyTerm) -> list[tuple[str, list[str]]]:
        """What a term is a kind or case of, here and elsewhere, and what it is close to."""
        above = "rdfs:subClassOf" if term.is_class else "rdfs:subPropertyOf"
        return self.grouped([*(Match(above, parent) for parent in term.parents), *term.matches])

    def grouped(self, matches: Sequence[Match]) -> list[tuple[str, list[str]]]:
        """Alignments by the property that makes them, in words, each with its IRIs."""
        words: dict[str, list[str]] = {}
        for match in matches:
            words.setdefault(_RELATION_WORDS[match.relation], []).append(match.iri)
        return list(words.items())


_RELATION_WORDS = {
    "rdfs:subClassOf": "a kind of",
    "rdfs:subPropertyOf": "a case of",
    "skos:exactMatch": "the same as",
    "skos:closeMatch": "close to",
    "skos:broadMatch": "narrower than",
    "skos:narrowMatch": "broader than",
    "skos:relatedMatch": "related to",
}


def _tree(concepts: Sequence[Concept]) -> list[tuple[int, Concept]]:
    """Concepts with their depth, each below its broader one."""
    found: list[tuple[int, Concept]] = []

    def add(broader: str | None, depth: int) -> None:
        for concept in concepts:
            if concept.broader == broader:
                found.append((depth, concept))
                add(concept.code, depth + 1)

    add(None, 0)
    return found


def _hash(text: str) -> str:
    """The hash by which a Content Security Policy allows an inline style (CSP 3, 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
