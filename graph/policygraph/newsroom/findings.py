"""What the audit says of new facts, read from the graph before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from policygraph.rdf import NamedNode, Quad
from policygraph.terms import AUDIT_GRAPH, PG, RDF, source_iri

__all__ = ["Found", "findings_of", "origins_of"]

_SEVERITIES = ("major", "minor", "info")
_HARMLESS = "info"
_TOLD = frozenset({"target-moved"})
"""Kinds that are told though they are harmless."""


@dataclass(frozen=True)
class Found:
    """A finding of the audit."""

    severity: str
    kind: str
    sentence: str
    about: tuple[str, ...]


def findings_of(before: Iterable[Quad], after: list[Quad], sources: frozenset[str]) -> tuple[Found, ...]:
    """The findings on facts of these sources that are new, the gravest first."""
    old = {quad.subject for quad in before if quad.graph_name == AUDIT_GRAPH and quad.predicate == RDF.type}
    nodes = _stated(after, sources)
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in after:
        if quad.graph_name == AUDIT_GRAPH and quad.subject not in old:
            said[str(quad.subject)][quad.predicate.value].append(_value(quad))
    found = [
        _found(one)
        for _, one in sorted(said.items())
        if PG.Finding.value in one[RDF.type.value] and nodes & set(one[PG.about.value])
    ]
    told = [one for one in found if one.severity != _HARMLESS or one.kind in _TOLD]
    return tuple(sorted(told, key=lambda one: (_SEVERITIES.index(one.severity), one.kind, one.sentence)))


def origins_of(quads: Iterable[Quad]) -> dict[str, str]:
    """Source -> the source that its text goes back to, by id, of those that copy another."""
    return {
        _value_of(quad.subject): _value_of(quad.object)
        for quad in quads
        if quad.predicate == PG.origin and quad.graph_name == AUDIT_GRAPH
    }


def _stated(quads: Iterable[Quad], sources: frozenset[str]) -> set[str]:
    """The nodes that these sources describe: subjects in their evidence graphs."""
    names = {source_iri(one).value for one in sources}
    return {
        quad.subject.value
        for quad in quads
        if isinstance(quad.graph_name, NamedNode)
        and isinstance(quad.subject, NamedNode)
        and quad.graph_name.value.partition("#")[0] in names
    }


def _found(said: dict[str, list[str]]) -> Found:
    def one(predicate: NamedNode) -> str:
        return next(iter(said[predicate.value]), "")

    severity, kind = one(PG.severity).rpartition("/")[2], one(PG.findingKind).rpartition("/")[2]
    return Found(severity, kind, one(PG.sentence), tuple(sorted(said[PG.about.value])))


def _value(quad: Quad) -> str:
    return str(getattr(quad.object, "value", quad.object))


def _value_of(term: object) -> str:
    return str(getattr(term, "value", term)).rpartition("/")[2]
