"""SHACL after a change: only what the change can have broken is checked.

1. Whether a node has its shapes follows from what is said of it, of the nodes that it leads to along their
   paths, and of the classes above theirs. Our paths lead forward, a step or two (see `reach`).
2. So a change can break a node of which something else is said than before, one that something else points
   to than before, and one that leads to a node of the first sort within `reach` steps.
3. Where the shapes look further (backwards, any number of steps, to other shapes, by SPARQL), where what
   stands above a class or property has changed, and where a node without a name is concerned, everything is
   checked.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from policygraph.build.validate import validate
from policygraph.rdf import BlankNode, DefaultGraph, NamedNode, Quad, Term, parse_file
from policygraph.terms import RDF, RDFS, Namespace

__all__ = ["reach", "validate_change"]

_SH: Final = Namespace("http://www.w3.org/ns/shacl#")
_FAR: Final = frozenset(
    _SH[name]
    for name in (
        *("inversePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"),
        *("node", "qualifiedValueShape", "sparql", "target", "rule", "expression"),
    )
)
_ABOVE: Final = frozenset({RDFS.subClassOf, RDFS.subPropertyOf})
_Links = dict[tuple[Term, NamedNode], Term]


def validate_change(earlier: Iterable[Quad], quads: Iterable[Quad], shapes: Path) -> None:
    """Check a graph against a file of shapes that `earlier` has; raises ShapesError with every violation."""
    before, now = _known(earlier), _known(quads)
    changed, steps = before ^ now, reach(shapes)
    nodes = None if steps is None else _touched(changed, now, steps)
    if steps is None or nodes is None or any(quad.predicate in _ABOVE for quad in changed):
        validate(now, shapes)
    elif nodes:
        validate(_around(nodes, now, steps), shapes, sorted(nodes, key=str))


def reach(shapes: Path) -> int | None:
    """How many steps from a node its shapes look, at most; None where that has no end or is not known."""
    statements = list(parse_file(shapes))
    paths = {quad.subject: quad.object for quad in statements if quad.predicate == _SH.path}
    within = any(quad.predicate == _SH.property and quad.subject in paths for quad in statements)
    if within or any(quad.predicate in _FAR for quad in statements):
        return None
    links: _Links = {(quad.subject, quad.predicate): quad.object for quad in statements}
    return max(map(partial(_length, links), paths.values()), default=0)


def _length(links: _Links, path: Term) -> int:
    """Steps of a path: of a list the sum, of a choice no more than that."""
    if (path, RDF.rest) in links:
        return _length(links, links[path, RDF.first]) + _length(links, links[path, RDF.rest])
    if (path, _SH.alternativePath) in links:
        return _length(links, links[path, _SH.alternativePath])
    return int(path != RDF.nil)


def _known(quads: Iterable[Quad]) -> set[Quad]:
    return {quad for quad in quads if isinstance(quad.graph_name, DefaultGraph)}


def _touched(changed: set[Quad], now: set[Quad], steps: int) -> set[NamedNode] | None:
    """Rule 2; None where one of them has no name."""
    edge: set[Term] = {quad.subject for quad in changed}
    found = edge | {quad.object for quad in changed}
    for _ in range(steps):
        edge = {quad.subject for quad in now if quad.object in edge}
        found |= edge
    named = {one for one in found if isinstance(one, NamedNode)}
    return None if any(isinstance(one, BlankNode) for one in found) else named


def _around(nodes: Iterable[Term], now: set[Quad], steps: int) -> set[Quad]:
    """What is said of these nodes, of those they lead to, and of what stands above a class or property."""
    by_subject: dict[Term, list[Quad]] = {}
    for quad in now:
        by_subject.setdefault(quad.subject, []).append(quad)
    part = {quad for quad in now if quad.predicate in _ABOVE}
    edge = set(nodes)
    for _ in range(steps + 1):
        said = {quad for node in edge for quad in by_subject.get(node, ())}
        edge = {quad.object for quad in said}
        part |= said
    return part
