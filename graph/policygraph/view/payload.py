"""The whole page as data: nodes, edges, facts, evidence and points, each thing written once.

Nodes and facts are known by their place in the lists; `key` is what a node is called in the address
of the page (`person/umar-saif`). Nothing here is markup: the page puts it in as text only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from policygraph.network.projection import Network
from policygraph.severities import HEADINGS
from policygraph.terms import PG, source_iri
from policygraph.view.describe import dataset_of, describe, other_names
from policygraph.view.evidence import Evidence, Json
from policygraph.view.fact import Fact, Node, Part, caption
from policygraph.view.facts import facts_of
from policygraph.view.findings import findings_of, support_words
from policygraph.view.layout import Place, place_nodes
from policygraph.view.series import points_of
from policygraph.view.snapshot import Snapshot, key_of
from policygraph.view.wording import day_words

__all__ = ["Payload", "payload_of"]

JsonObject = dict[str, Json]


@dataclass(frozen=True)
class Payload:
    """What a page is made of; `nodes` and `edges` go through pyvis, the rest stands beside them."""

    title: str
    nodes: list[JsonObject]
    edges: list[JsonObject]
    rest: JsonObject


def payload_of(
    see: Snapshot,
    network: Network,
    *,
    focus: str = "",
    title: str | None = None,
    preferred: Collection[str] = (),
) -> Payload:
    """The page of a network; `focus` is the IRI of the node it opens on, or empty.

    `preferred` are the IRIs of the figures in the preferred series.
    """
    maker = _Maker(see, network)
    name, description, licence, version = dataset_of(see)
    shown = title or name or "Knowledge graph"
    rest: JsonObject = {
        "title": shown,
        "description": description,
        "licence": licence,
        "version": version,
        "focus": maker.number.get(focus, -1),
        "facts": [*maker.facts],
        "sources": maker.evidence.sources,
        "passages": maker.evidence.passages,
        "severities": [list(one) for one in HEADINGS.items()],
        "findings": findings_of(see, maker.fact_at, maker.number),
        **maker.points(preferred),
    }
    return Payload(shown, maker.nodes, maker.edges, rest)


class _Maker:
    def __init__(self, see: Snapshot, network: Network) -> None:
        self.see, self.network = see, network
        self.evidence = Evidence(see)
        self.number = {iri: place for place, iri in enumerate(network)}
        self.facts: list[JsonObject] = []
        self.fact_at: dict[str, int] = {}
        for fact in facts_of(see):
            self._add_fact(fact)
        self.edges = [*self._edges()]
        places = place_nodes(network)
        self.nodes = [self._node(iri, places[iri]) for iri in network]

    def points(self, preferred: Collection[str]) -> JsonObject:
        """Charts: the points, and the texts that many of them share, each once."""
        texts: dict[str, int] = {}
        points: list[Json] = []
        for iri, point in sorted(points_of(self.see, preferred).items()):
            indicator = self.number.get(str(point.pop("indicator")))
            if indicator is None or iri not in self.fact_at:
                continue
            slim = {name: value for name, value in point.items() if value not in ("", False)}
            slim["definition"] = texts.setdefault(str(point["definition"]), len(texts))
            points.append({**slim, "indicator": indicator, "fact": self.fact_at[iri]})
        return {"points": points, "definitions": [*texts]}

    def _node(self, iri: str, place: Place) -> JsonObject:
        data = self.network.nodes[iri]
        see, label = self.see, self._plain(iri, str(data["label"]))
        node: JsonObject = {
            "id": self.number[iri],
            "key": key_of(iri),
            "kind": str(data["kind"]),
            "label": label,
            "x": place.x,
            "y": place.y,
            "radius": place.radius,
            "font": place.font,
        }
        names: list[Json] = [*other_names(see, iri, label)]
        rows: list[Json] = [[name, words] for name, words in describe(see, iri)]
        said: list[Json] = self.evidence.places(see.evidence(iri))
        if data["kind"] == "source":
            node["source"] = self.evidence.source(iri)
        extra: JsonObject = {
            "caption": caption(see, iri) if data["kind"] in ("figure", "target") else "",
            "names": names,
            "rows": rows,
            "said": said,
            "registered": see.registered(iri),
        }
        return node | {name: value for name, value in extra.items() if value}

    def _edges(self) -> Iterator[JsonObject]:
        for place, (one, other, data) in enumerate(self.network.edges(data=True)):
            edge: JsonObject = {
                "id": place,
                "from": self.number[one],
                "to": self.number[other],
                "relation": str(data["relation"]),
                "label": str(data["label"]),
            }
            for name in ("start", "end"):
                if data[name]:
                    edge[name] = str(data[name])
            if data["relation"] != "states":
                edge["fact"] = self._fact_of_edge(one, other, data)
            yield edge

    def _fact_of_edge(self, one: str, other: str, data: dict[str, object]) -> int:
        """The fact that holds the statement; a direct statement makes one of its own."""
        statement, start = str(data["statement"]), str(data["start"])
        if statement in self.fact_at:
            return self.fact_at[statement]
        sentence: list[Part] = [Node(one), f" {data['label']} ", Node(other)]
        fact = Fact("relation", statement or f"{one} {data['relation']} {other}", sentence, start)
        fact.when = day_words(start)
        fact.graphs = set(self._graphs(data))
        place = self._add_fact(fact)
        return -1 if place is None else place

    def _graphs(self, data: dict[str, object]) -> Iterator[str]:
        stated = data.get("evidence") or [source_iri(str(name)).value for name in _listed(data["sources"])]
        for graph in _listed(stated):
            yield str(graph)
        statement = str(data["statement"])
        yield from self.see.evidence(statement) if statement else ()

    def _add_fact(self, fact: Fact) -> int | None:
        """Its place in the list, or None where it concerns nothing on the page."""
        named = [part.iri for part in fact.sentence if isinstance(part, Node)]
        about = [self.number[iri] for iri in (*named, *fact.about, fact.iri) if iri in self.number]
        if not about:
            return None
        fact.row("Rests on", support_words(self.see, fact.iri))
        fact.row("Editors’ note", self.see.value(fact.iri, PG.note))
        record: JsonObject = {
            "kind": fact.kind,
            "sentence": [self._part(part) for part in fact.sentence if part],
            "about": [*sorted(set(about))],
            "said": self.evidence.places(fact.graphs),
        }
        rows: list[Json] = [[name, words] for name, words in fact.rows]
        tags: list[Json] = [*fact.tags]
        extra: JsonObject = {"day": fact.day, "when": fact.when, "tags": tags, "rows": rows}
        self.facts.append(record | {name: value for name, value in extra.items() if value})
        self.fact_at[fact.iri] = len(self.facts) - 1
        return len(self.facts) - 1

    def _part(self, part: str | Node) -> Json:
        if isinstance(part, str):
            return part
        return self.number.get(part.iri, self._plain(part.iri, self.see.label(part.iri)))

    def _plain(self, iri: str, label: str) -> str:
        """A label without the source's id that a figure's ends with: the evidence shows it better."""
        source = self.see.value(iri, PG.source).rpartition("/")[2]
        return label.removesuffix(f" ({source})")


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []
