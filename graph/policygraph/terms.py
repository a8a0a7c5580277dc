"""Namespaces and the making of IRIs: the one place that knows how things are named.

Terms live under `ns#`, entities under `id/<kind>/<slug>`, sources under `source/<id>`, passages under
the source with an RFC 5147 fragment, concepts under `concept/<scheme>/<code>`.
"""

from __future__ import annotations

import re
from typing import Final

from policygraph.rdf import NamedNode

__all__ = [
    "AUDIT_GRAPH",
    "DCT",
    "FOAF",
    "OA",
    "ONTOLOGY_GRAPH",
    "ORG",
    "PG",
    "PREFIXES",
    "PROV",
    "QB",
    "QUOTES_GRAPH",
    "RDF",
    "RDFS",
    "REGISTRY_GRAPH",
    "SCHEMA",
    "SDMX_ATTRIBUTE",
    "SDMX_DIMENSION",
    "SDMX_MEASURE",
    "SKOS",
    "TIME",
    "XSD",
    "Namespace",
    "compact",
    "concept_iri",
    "entity_iri",
    "passage_iri",
    "scheme_iri",
    "slug_of",
    "slugged",
    "source_iri",
]

BASE: Final = "https://w3id.org/policygraph/"


class Namespace:
    """An IRI prefix; attributes and items are its terms.

    >>> Namespace("http://example.org/#").title
    <NamedNode value=http://example.org/#title>
    """

    def __init__(self, base: str) -> None:
        self._base = base

    def __getattr__(self, name: str) -> NamedNode:
        if name.startswith("__"):
            raise AttributeError(name)
        term = self[name]
        setattr(self, name, term)  # the next time it is an ordinary attribute
        return term

    def __getitem__(self, name: str) -> NamedNode:
        return NamedNode(self._base + name)

    def __str__(self) -> str:
        return self._base


PG: Final = Namespace(f"{BASE}ns#")
RDF: Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: Final = Namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL: Final = Namespace("http://www.w3.org/2002/07/owl#")
XSD: Final = Namespace("http://www.w3.org/2001/XMLSchema#")
SKOS: Final = Namespace("http://www.w3.org/2004/02/skos/core#")
DCT: Final = Namespace("http://purl.org/dc/terms/")
FOAF: Final = Namespace("http://xmlns.com/foaf/0.1/")
ORG: Final = Namespace("http://www.w3.org/ns/org#")
PROV: Final = Namespace("http://www.w3.org/ns/prov#")
SCHEMA: Final = Namespace("https://schema.org/")
QB: Final = Namespace("http://purl.org/linked-data/cube#")
SDMX_ATTRIBUTE: Final = Namespace("http://purl.org/linked-data/sdmx/2009/attribute#")
SDMX_DIMENSION: Final = Namespace("http://purl.org/linked-data/sdmx/2009/dimension#")
SDMX_MEASURE: Final = Namespace("http://purl.org/linked-data/sdmx/2009/measure#")
TIME: Final = Namespace("http://www.w3.org/2006/time#")
OA: Final = Namespace("http://www.w3.org/ns/oa#")
DCAT: Final = Namespace("http://www.w3.org/ns/dcat#")
VOID: Final = Namespace("http://rdfs.org/ns/void#")

PREFIXES: Final[dict[str, str]] = {
    "dcat": str(DCAT),
    "dct": str(DCT),
    "foaf": str(FOAF),
    "oa": str(OA),
    "org": str(ORG),
    "owl": str(OWL),
    "pg": str(PG),
    "prov": str(PROV),
    "qb": str(QB),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "sdmx-attribute": str(SDMX_ATTRIBUTE),
    "sdmx-dimension": str(SDMX_DIMENSION),
    "sdmx-measure": str(SDMX_MEASURE),
    "skos": str(SKOS),
    "time": str(TIME),
    "void": str(VOID),
    "xsd": str(XSD),
}

REGISTRY_GRAPH: Final = NamedNode(f"{BASE}graph/registry")
ONTOLOGY_GRAPH: Final = NamedNode(f"{BASE}graph/ontology")
AUDIT_GRAPH: Final = NamedNode(f"{BASE}graph/audit")
QUOTES_GRAPH: Final = NamedNode(f"{BASE}graph/quotes")
"""The words of passages whose text is the user's: shown at home, handed on only when asked."""

_UNSAFE = re.compile(r"[^a-z0-9._-]+")


def entity_iri(kind: str, slug: str) -> NamedNode:
    """The IRI of an entity.

    >>> entity_iri("person", "umar-saif").value
    'https://w3id.org/policygraph/id/person/umar-saif'
    """
    return NamedNode(f"{BASE}id/{kind}/{slugged(slug)}")


def concept_iri(scheme: str, code: str) -> NamedNode:
    """The IRI of a concept in a scheme."""
    return NamedNode(f"{BASE}concept/{scheme}/{code}")


def scheme_iri(scheme: str) -> NamedNode:
    """The IRI of a concept scheme."""
    return NamedNode(f"{BASE}concept/{scheme}")


def source_iri(source: str) -> NamedNode:
    """The IRI of a source."""
    return NamedNode(f"{BASE}source/{slugged(source)}")


def passage_iri(source: str, start: int, end: int) -> NamedNode:
    """The IRI of a run of characters of a source: RFC 5147, positions count code points from 0.

    >>> passage_iri("s1", 118, 234).value
    'https://w3id.org/policygraph/source/s1#char=118,234'
    """
    return NamedNode(f"{source_iri(source).value}#char={start},{end}")


def slugged(text: str) -> str:
    """A text as it may stand in an IRI: lower case, and everything but `a-z 0-9 . _ -` a hyphen."""
    return _UNSAFE.sub("-", text.lower()).strip("-")


def slug_of(iri: str) -> str:
    """The last part of an IRI: the id of an entity, the code of a concept.

    >>> slug_of("https://w3id.org/policygraph/id/person/amna-noor")
    'amna-noor'
    """
    return iri.rpartition("/")[2]


def compact(iri: str) -> str:
    """Shorten an IRI by the longest prefix that fits, or give it back.

    >>> compact("https://w3id.org/policygraph/ns#Figure")
    'pg:Figure'
    """
    fits = [(len(base), name) for name, base in PREFIXES.items() if iri.startswith(base)]
    if not fits:
        return iri
    length, name = max(fits)
    return f"{name}:{iri[length:]}"
