"""Who says so: the tables of sources and passages, each written once and pointed at by its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from policygraph.terms import BASE, DCT, OA, PG, SCHEMA, concept_iri
from policygraph.view.snapshot import Snapshot, key_of

__all__ = ["Evidence", "Json", "web_address"]

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_CHARACTERS = re.compile(r"#char=(\d+),(\d+)$")
_BRIEF = concept_iri("source-kind", "brief").value


def web_address(text: str) -> str:
    """The address if a browser may follow it (http or https), else the empty text.

    >>> web_address("javascript:alert(1)")
    ''
    """
    return text if re.match(r"https?://[^\s\x00-\x1f]+$", text, re.IGNORECASE) else ""


@dataclass
class Evidence:
    """Collects the passages that a page points at; `passages` and `sources` are its tables."""

    snapshot: Snapshot
    sources: list[Json] = field(default_factory=list)
    passages: list[Json] = field(default_factory=list)
    _source_places: dict[str, int] = field(default_factory=dict)
    _passage_places: dict[str, int] = field(default_factory=dict)

    def places(self, graphs: Iterable[str]) -> list[Json]:
        """The places in `passages` of these evidence graphs: oldest source first, briefs last.

        A source says nothing more than its own passage, so it is left out where both stand.
        """
        known = [(self._order(graph), graph) for graph in sorted(set(graphs)) if self._source_of(graph)]
        precise = {self._source_of(graph) for _, graph in known if "#" in graph}
        kept = [graph for _, graph in sorted(known) if graph not in precise]
        return [self._passage(graph) for graph in kept]

    def source(self, iri: str) -> int:
        """The place in `sources` of a source."""
        if iri not in self._source_places:
            self._source_places[iri] = len(self.sources)
            self.sources.append(self._described(iri))
        return self._source_places[iri]

    def is_brief(self, iri: str) -> bool:
        """Whether a source is one of the project's own articles, which only repeat what others state."""
        return _BRIEF in self.snapshot.values(iri, PG.sourceKind)

    def _passage(self, graph: str) -> int:
        if graph not in self._passage_places:
            source = self.source(self._source_of(graph))
            found = _CHARACTERS.search(graph)
            self._passage_places[graph] = len(self.passages)
            span: list[Json] = [int(found[1]), int(found[2])] if found else []
            quote = self._quote(graph)
            self.passages.append([source, *span, quote] if span and quote else [source, *span])
        return self._passage_places[graph]

    def _quote(self, graph: str) -> str:
        """The exact words, which the dataset holds only where the text is the project's own."""
        for selector in self.snapshot.values(graph, OA.hasSelector):
            if exact := self.snapshot.value(selector, OA.exact):
                return exact
        return ""

    def _source_of(self, graph: str) -> str:
        if graph.startswith(f"{BASE}source/"):
            return graph.partition("#")[0]
        return self.snapshot.value(graph, OA.hasSource)

    def _order(self, graph: str) -> tuple[bool, str, str, int]:
        source = self._source_of(graph)
        found = _CHARACTERS.search(graph)
        published = self.snapshot.value(source, SCHEMA.datePublished) or "9999"
        return self.is_brief(source), published, source, int(found[1]) if found else -1

    def _described(self, iri: str) -> Json:
        see = self.snapshot
        described: dict[str, Json] = {
            "key": key_of(iri),
            "title": see.value(iri, DCT["title"]) or see.label(iri),
            "publisher": see.value(iri, SCHEMA.publisher),
            "date": see.value(iri, SCHEMA.datePublished),
            "url": web_address(see.value(iri, SCHEMA.url)),
            "kind": see.words(iri, PG.sourceKind),
            "brief": self.is_brief(iri),
        }
        return {name: value for name, value in described.items() if value}
