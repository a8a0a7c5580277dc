"""From the graph to the records that are audited: one pass over its statements, no query.

A node that lacks what its record needs (another tool's figure without a period, say) is left out: what a
node must have is the shapes' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from policygraph.audit.graph import enacted, observed
from policygraph.audit.graph.evidence import WANTED as EVIDENCE_WANTED
from policygraph.audit.graph.evidence import Evidence
from policygraph.audit.graph.nodes import Nodes
from policygraph.audit.records.facts import ClaimRecord, Facts
from policygraph.rdf import Quad, Triple
from policygraph.terms import BASE, DCAT, PG, SKOS

__all__ = ["facts_of"]

_BROADER: Final = SKOS.broader.value
_FISCAL: Final = PG.fiscalYearStart.value
_CLAIMANT: Final = PG.claimant.value
_CLAIMANT_NOTE: Final = PG.claimantNote.value
_CAUSES: Final = (PG.cause.value, PG.causeNote.value)
_EFFECTS: Final = (PG.effect.value, PG.effectNote.value)
_WANTED: Final = (
    *observed.WANTED,
    *enacted.WANTED,
    *EVIDENCE_WANTED,
    *(_BROADER, _FISCAL, _CLAIMANT, _CLAIMANT_NOTE, *_CAUSES, *_EFFECTS),
)
_STATED: Final = tuple(
    PG[name].value
    for name in (
        *("Figure", "Growth", "Target", "Amount", "Ranking", "Tenure", "Step", "Attribution"),
        "DatedRelation",
    )
)
"""Classes of the nodes that sources state."""
_NO_TEXTS: Final[Mapping[str, str]] = {}


def facts_of(statements: Iterable[Quad | Triple], texts: Mapping[str, str] = _NO_TEXTS) -> Facts:
    """What these statements say, as records; of quads only those of the default graph are read.

    `texts` are those that the user holds, by the source's IRI.

    >>> facts_of([]).observations
    ()
    """
    nodes = Nodes(statements, _WANTED)
    evidence = Evidence(nodes, texts)
    return Facts(
        observations=tuple(observed.observations(nodes, evidence)),
        rates=tuple(observed.rates(nodes, evidence)),
        targets=tuple(observed.targets(nodes, evidence)),
        ranks=tuple(observed.ranks(nodes, evidence)),
        tenures=tuple(enacted.tenures(nodes, evidence)),
        steps=tuple(enacted.steps(nodes, evidence)),
        money=tuple(enacted.money(nodes, evidence)),
        initiatives=tuple(enacted.initiatives(nodes)),
        bodies=tuple(enacted.bodies(nodes)),
        claims=tuple(_claims(nodes)),
        sources=evidence.records,
        stated_in={iri: evidence.sources(iri) for cls in _STATED for iri in nodes.of_class(cls)},
        names=nodes.names,
        broader=dict(_above(nodes, f"{BASE}concept/indicator/")),
        fiscal_start=_fiscal_start(nodes),
        wholes={part: whole for part, (whole, *_) in _above(nodes, f"{BASE}concept/definition/")},
    )


def _claims(nodes: Nodes) -> Iterator[ClaimRecord]:
    for iri in nodes.of_class(PG.Attribution.value):
        claimant = nodes.one(iri, _CLAIMANT) or nodes.one(iri, _CLAIMANT_NOTE)
        causes, effects = (
            tuple(value for predicate in way for value in nodes.all(iri, predicate))
            for way in (_CAUSES, _EFFECTS)
        )
        yield ClaimRecord(iri, claimant, causes, effects)


def _above(nodes: Nodes, scheme: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The concepts of a scheme that have broader ones: for a definition, the one that it adds up to."""
    for iri in nodes.of_class(SKOS.Concept.value):
        if iri.startswith(scheme) and (above := nodes.all(iri, _BROADER)):
            yield iri, above


def _fiscal_start(nodes: Nodes) -> int:
    """The month that the dataset names; January where it names none, or what is no month."""
    months = (nodes.whole(iri, _FISCAL) for iri in nodes.of_class(DCAT.Dataset.value))
    return next((month for month in months if month and 1 <= month <= 12), 1)
