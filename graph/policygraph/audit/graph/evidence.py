"""Which sources state a node, and when they were published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from policygraph.audit.graph.nodes import Nodes, code
from policygraph.audit.records.facts import SourceRecord
from policygraph.terms import DCT, OA, PG, PROV, SCHEMA

__all__ = ["WANTED", "Evidence"]

_QUOTED: Final = PROV.wasQuotedFrom.value
_SOURCE: Final = PG.source.value
_OF: Final = OA.hasSource.value
_BASED: Final = SCHEMA.isBasedOn.value
_DATE: Final = SCHEMA.datePublished.value
_PUBLISHER: Final = SCHEMA.publisher.value
_KIND: Final = PG.sourceKind.value
_TITLE: Final = DCT.title.value

WANTED: Final = (_QUOTED, _SOURCE, _OF, _BASED, _DATE, _PUBLISHER, _KIND, _TITLE)
"""The properties that are read here."""


class Evidence:
    """The sources of the graph; the project's own briefs repeat others and do not count."""

    def __init__(self, nodes: Nodes, texts: Mapping[str, str]) -> None:
        self._nodes = nodes
        found = [iri for iri in nodes.of_class(PG.Source.value) if not nodes[iri].get(_BASED)]
        self.records = tuple(self._record(iri, texts.get(iri, "")) for iri in found)
        self._dates = {record.iri: record.published for record in self.records}

    def sources(self, node: str) -> tuple[str, ...]:
        """The sources that state a node, sorted."""
        quoted = (self._nodes.one(quote, _OF) or quote for quote in self._nodes[node].get(_QUOTED, ()))
        named = self._nodes[node].get(_SOURCE, ())
        return tuple(sorted({source for source in (*quoted, *named) if source in self._dates}))

    def first(self, node: str) -> str:
        """The source that stated it first; of those of one day, and of those undated, the first in order."""
        return min(self.sources(node), key=lambda one: (self._dates[one] or date.max, one), default="")

    def published(self, source: str) -> date | None:
        """When a source was published, where that is known."""
        return self._dates.get(source)

    def _record(self, iri: str, text: str) -> SourceRecord:
        nodes = self._nodes
        title = nodes.one(iri, _TITLE) or ""
        kind = code(nodes.one(iri, _KIND)) or ""
        publisher = nodes.one(iri, _PUBLISHER) or ""
        return SourceRecord(iri, title, publisher, kind, nodes.day(iri, _DATE), text)
