"""Who says so, when and in which words: what stands behind an edge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policygraph.network.projection import load_query
from policygraph.rdf import NamedNode, Term
from policygraph.store.contract import ReadStore
from policygraph.terms import slug_of

__all__ = ["Evidence", "evidence_by_graph", "evidence_of"]


@dataclass(frozen=True, order=True)
class Evidence:
    """Who says so: `graph` is the IRI of a passage, or of the source where the place is not known."""

    date: str
    source: str
    publisher: str
    title: str
    url: str
    quote: str
    """The words themselves; empty where the text is not the project's own."""
    graph: str


def evidence_of(store: ReadStore, graphs: Iterable[str]) -> tuple[Evidence, ...]:
    """Source, date and words of evidence graphs (IRIs), the earliest first."""
    return tuple(sorted(evidence_by_graph(store, graphs).values()))


def evidence_by_graph(store: ReadStore, graphs: Iterable[str]) -> dict[str, Evidence]:
    """By graph; one query for all, the graphs given as data, since each query has its cost."""
    named = " ".join(sorted({str(NamedNode(graph)) for graph in graphs}))
    query = load_query("passage").replace("WHERE {", f"WHERE {{\n  VALUES ?graph {{ {named} }}", 1)
    found: dict[str, Evidence] = {}
    for row in store.select(query):
        graph, source, title, publisher, date, url, quote = (_text(term) for term in row)
        one = Evidence(date, slug_of(source), publisher, title, url, quote, graph)
        found[graph] = min(one, found.get(graph, one))
    return found


def _text(term: Term | None) -> str:
    return "" if term is None else str(getattr(term, "value", term))
