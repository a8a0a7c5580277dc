"""SHACL: whether the dataset has the shapes that the ontology promises; the one place that uses pySHACL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyshacl
import rdflib
from rdflib.namespace import SH

from policygraph.errors import DataError
from policygraph.rdf import Quad
from policygraph.store.rdflib_bridge import default_graph
from policygraph.terms import compact

__all__ = ["ShapeViolation", "ShapesError", "validate"]


@dataclass(frozen=True, order=True)
class ShapeViolation:
    """One result of the validation report."""

    node: str
    path: str
    message: str

    def __str__(self) -> str:
        return f"{compact(self.node)} {compact(self.path)}: {self.message}".replace(" :", ":")


class ShapesError(DataError):
    """The dataset breaks shapes; `violations` lists how."""

    def __init__(self, violations: list[ShapeViolation]) -> None:
        self.violations = sorted(violations)
        super().__init__("\n".join(str(violation) for violation in self.violations))


def validate(quads: Iterable[Quad], shapes: Path) -> None:
    """Check the default graph against a file of shapes; raises ShapesError with every violation."""
    rules = rdflib.Graph().parse(shapes, format="turtle")
    conforms, report, _ = pyshacl.validate(
        default_graph(quads), shacl_graph=rules, inference="none", advanced=False, js=False
    )
    if conforms:
        return
    if not isinstance(report, rdflib.Graph):
        raise DataError(f"the shapes themselves cannot be used: {report}")
    raise ShapesError([_violation(report, result) for result in report.subjects(rdflib.RDF.type, SH.ValidationResult)])


def _violation(report: rdflib.Graph, result: rdflib.term.Node) -> ShapeViolation:
    def text(predicate: rdflib.URIRef) -> str:
        return str(report.value(result, predicate) or "")

    return ShapeViolation(text(SH.focusNode), text(SH.resultPath), text(SH.resultMessage))
