"""What the audit says of new facts, read from the graph before and after.

1. A finding is news where it is on facts of the new sources, and was not there before.
2. It was there before, too, where all that the new sources add to it states again what others stated: the
   same two numbers disagree, and one more paper prints one of them. It is no news, but in dispute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from policygraph.rdf import NamedNode, Quad
from policygraph.severities import SEVERITIES
from policygraph.terms import AUDIT_GRAPH, PG, RDF, source_iri

__all__ = ["Found", "Stated", "findings_of", "origins_of"]

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


Stated = tuple[str, str, str]
"""A source, the id of a fact, and `figure` or `growth`."""


def findings_of(
    before: Iterable[Quad], after: list[Quad], sources: frozenset[str], again: frozenset[Stated]
) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """The findings on facts of these sources: those that are new and those of rule 2, each the gravest first.

    `again` are the levels and rates of these sources that others had stated.
    """
    old, now = _audited(before), _audited(after)
    nodes, restated = _stated(after, sources), _restated(after, again)
    known = [(one[PG.findingKind.value], frozenset(one[PG.about.value])) for one in old.values()]
    news: list[Found] = []
    disputed: list[Found] = []
    for name, one in sorted(now.items()):
        kind, about = one[PG.findingKind.value], frozenset(one[PG.about.value])
        if nodes & about:
            there = name in old or _was_known(kind, about, known, restated)
            (disputed if there else news).append(_found(one))
    return _gravest_first(news, _TOLD), _gravest_first(disputed, frozenset())


def _gravest_first(found: list[Found], harmless: frozenset[str]) -> tuple[Found, ...]:
    """Without those that are harmless, but for some kinds of these."""
    told = [one for one in found if one.severity != _HARMLESS or one.kind in harmless]
    return tuple(sorted(told, key=lambda one: (-SEVERITIES.index(one.severity), one.kind, one.sentence)))


def origins_of(quads: Iterable[Quad]) -> dict[str, str]:
    """Source -> the source that its text goes back to, by id, of those that copy another."""
    return {
        _value_of(quad.subject): _value_of(quad.object)
        for quad in quads
        if quad.predicate == PG.origin and quad.graph_name == AUDIT_GRAPH
    }


def _audited(quads: Iterable[Quad]) -> dict[str, dict[str, list[str]]]:
    """Each finding of the audit with what is said of it, by predicate."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if quad.graph_name == AUDIT_GRAPH:
            said[str(quad.subject)][quad.predicate.value].append(_value(quad))
    return {name: one for name, one in said.items() if PG.Finding.value in one[RDF.type.value]}


def _was_known(
    kind: list[str], about: frozenset[str], known: list[tuple[list[str], frozenset[str]]], restated: set[str]
) -> bool:
    """Rule 2."""
    return any(of == kind and some <= about and about - some <= restated for of, some in known)


def _restated(quads: Iterable[Quad], again: frozenset[Stated]) -> set[str]:
    """The nodes of what was stated before."""
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate in {PG.ledgerId, PG.source} and isinstance(quad.subject, NamedNode):
            told[quad.subject.value][quad.predicate.value] = _value_of(quad.object)
    return {
        node
        for node, one in told.items()
        if (one.get(PG.source.value), one.get(PG.ledgerId.value), _kind_of(node)) in again
    }


def _kind_of(node: str) -> str:
    return node.rpartition("/")[0].rpartition("/")[2]


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
