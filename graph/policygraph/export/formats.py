"""What formats there are. Only names and media types: listing them costs no import of an exporter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from policygraph.errors import UsageError

__all__ = ["FORMATS", "Format", "format_named"]


@dataclass(frozen=True)
class Format:
    """One way to write the graph."""

    name: str
    title: str
    media_type: str
    suffix: str
    """Ending of the file's name; empty where the export is a folder."""

    @property
    def folder(self) -> bool:
        """Whether it is written as a folder of files."""
        return not self.suffix

    @property
    def file_name(self) -> str:
        """The name it gets in a folder of exports."""
        return f"policygraph{self.suffix}" if self.suffix else f"policygraph-{self.name}"


_ALL: Final = (
    Format("ttl", "Turtle: what is known", "text/turtle", ".ttl"),
    Format("nt", "N-Triples: what is known", "application/n-triples", ".nt"),
    Format("rdfxml", "RDF/XML: what is known", "application/rdf+xml", ".rdf"),
    Format("jsonld", "JSON-LD: what is known, one object per entity", "application/ld+json", ".jsonld"),
    Format("trig", "TriG: what is known, and who says so", "application/trig", ".trig"),
    Format("nq", "N-Quads: what is known, and who says so", "application/n-quads", ".nq"),
    Format("json", "JSON: one record per entity and fact, with evidence", "application/json", ".json"),
    Format("csv", "CSV on the Web: a table per kind, safe in spreadsheets", "text/csv", ""),
    Format("csv-raw", "CSV on the Web: cells exactly as they are, for programs", "text/csv", ""),
    Format(
        "graphml", "GraphML: the network, for Gephi, yEd, Cytoscape", "application/graphml+xml", ".graphml"
    ),
    Format("gexf", "GEXF: the network with dates, for Gephi", "application/gexf+xml", ".gexf"),
    Format("neo4j", "Neo4j: nodes and relationships as CSV, and the Cypher that loads them", "text/csv", ""),
    Format("void", "DCAT and VoID: a description of the dataset", "text/turtle", ".void.ttl"),
)

FORMATS: Final[dict[str, Format]] = {form.name: form for form in _ALL}
"""The formats by name."""


def format_named(name: str) -> Format:
    """The format of this name; raises UsageError that lists the names.

    >>> format_named("ttl").media_type
    'text/turtle'
    """
    if name not in FORMATS:
        raise UsageError(f"unknown export format {name!r}; known: {', '.join(FORMATS)}")
    return FORMATS[name]
