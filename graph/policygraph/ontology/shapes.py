"""The shapes in words: which rules a node of each kind must keep, as `shapes.ttl` states them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from policygraph.ontology.statements import Statements
from policygraph.paths import ontology_dir
from policygraph.rdf import parse_file
from policygraph.terms import compact

__all__ = ["Rule", "Shape", "read_shapes"]

_SH = "http://www.w3.org/ns/shacl#"
_SHAPE = "https://w3id.org/policygraph/shape/"


@dataclass(frozen=True)
class Rule:
    """One thing that a node must have, or must not have."""

    name: str
    path: str
    """Compact IRI of the property it is about; empty where it is about several, or the node itself."""
    message: str
    """What is wanted, in words; shown when the rule is broken."""


@dataclass(frozen=True)
class Shape:
    """The rules for the nodes of one class."""

    iri: str
    code: str
    label: str
    target: str
    """IRI of the class."""
    rules: tuple[Rule, ...]


def read_shapes(file: Path | None = None) -> tuple[Shape, ...]:
    """The node shapes of a file, of the shipped one where None; raises RdfSyntaxError.

    >>> next(shape.label for shape in read_shapes() if shape.code == "Figure")
    'Figure'
    """
    statements = Statements(parse_file(file or ontology_dir() / "shapes.ttl"))
    return tuple(_shape(statements, iri) for iri in statements.subjects(f"{_SH}NodeShape"))


def _shape(statements: Statements, iri: str) -> Shape:
    nodes = statements.values(iri, f"{_SH}property")
    own = statements.value(iri, f"{_SH}message")
    rules = [_rule(statements, node) for node in nodes]
    return Shape(
        iri=iri,
        code=iri.removeprefix(_SHAPE),
        label=statements.text(iri, f"{_SH}name"),
        target=statements.text(iri, f"{_SH}targetClass"),
        rules=(*([Rule("IRI", "", own)] if own else []), *rules),
    )


def _rule(statements: Statements, node: str) -> Rule:
    path = statements.text(node, f"{_SH}path")
    return Rule(
        name=statements.text(node, f"{_SH}name"),
        path=compact(path) if ":" in path else "",
        message=statements.text(node, f"{_SH}message"),
    )
