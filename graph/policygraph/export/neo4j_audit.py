"""What the audit says, as nodes and edges beside the network: findings and derived figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from policygraph.export.known import Known, literal_text
from policygraph.network.projection import Network
from policygraph.rdf import NamedNode, Term
from policygraph.terms import ORG, PG, PROV, SKOS, slug_of

__all__ = ["add_audit"]

_KINDS: Final = (
    ("finding", PG.Finding, PG.about, "about"),
    ("derived", PG.DerivedFigure, PROV.wasDerivedFrom, "derivedFrom"),
)

_STAND_INS: Final = (PG.growthOf, PG.initiative, PG.post, ORG.member)


def add_audit(network: Network, known: Known) -> None:
    """Add a node for each finding and derived figure, with an edge to each node that it rests on.

    What the network knows as an edge is stood for by nodes: a rate by its figure, a tenure by person and
    post, a step or a sum by its initiative.
    """
    for kind, cls, predicate, relation in _KINDS:
        for subject in known.of_class(cls):
            if isinstance(subject, NamedNode):
                iri = subject.value
                network.add_node(iri, id=slug_of(iri), kind=kind, label=known.text(subject, SKOS.prefLabel))
                for other in _nodes(network, known, subject, predicate):
                    network.add_edge(iri, other, key=relation, **_edge(relation))


def _nodes(network: Network, known: Known, subject: Term, predicate: NamedNode) -> Iterator[str]:
    found = set()
    for value in map(literal_text, known.values(subject, [predicate])):
        ways = () if value in network else _STAND_INS
        found.add(value)
        found |= {literal_text(one) for way in ways for one in known.values(NamedNode(value), [way])}
    yield from sorted(found & set(network))


def _edge(relation: str) -> dict[str, object]:
    """What every edge has; nobody but the tool says this one."""
    words = {"about": "is about", "derivedFrom": "follows from"}
    return {
        "relation": relation,
        "label": words[relation],
        "start": "",
        "end": "",
        "statement": "",
        "sources": [],
        "evidence": [],
        "weight": 1,
    }
