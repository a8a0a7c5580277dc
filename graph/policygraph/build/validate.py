"""SHACL: whether the dataset has the shapes that the ontology promises; the one place that uses pySHACL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import rdflib
from rdflib.namespace import RDFS, SH

from policygraph.errors import DataError
from policygraph.rdf import NamedNode, Quad
from policygraph.store.rdflib_bridge import default_graph
from policygraph.terms import compact

__all__ = ["ShapeViolation", "ShapesError", "aimed", "united", "validate"]

_TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)


@dataclass(frozen=True, order=True)
class ShapeViolation:
    """One result of the validation report."""

    node: str
    path: str
    """IRI of the property; empty where the shape is about the node as such, or about a longer path."""
    message: str

    def __str__(self) -> str:
        where = f"{compact(self.node)} {compact(self.path)}".strip()
        return f"{where}: {self.message}"


class ShapesError(DataError):
    """The dataset breaks shapes; `violations` lists how."""

    def __init__(self, violations: list[ShapeViolation]) -> None:
        self.violations = sorted(violations)
        super().__init__("\n".join(str(violation) for violation in self.violations))


def validate(quads: Iterable[Quad], shapes: Path, nodes: Iterable[NamedNode] | None = None) -> None:
    """Check the default graph against a file of shapes; raises ShapesError with every violation.

    With `nodes`, those alone are checked: the others may be there in part.
    """
    import pyshacl  # loads longer than it checks an article: not where there is nothing to check

    only: list[str | rdflib.URIRef] | None = None if nodes is None else [node.value for node in nodes]
    rules, data = aimed(rdflib.Graph().parse(shapes, format="turtle")), default_graph(quads)
    data += united(rules)
    conforms, report, _ = pyshacl.validate(
        data, shacl_graph=rules, inference="none", advanced=False, js=False, focus_nodes=only
    )
    if conforms:
        return
    if not isinstance(report, rdflib.Graph):
        raise DataError(f"the shapes themselves cannot be used: {report}")
    results = report.objects(predicate=SH.result)  # not their details, which repeat them
    raise ShapesError([_violation(report, result) for result in results])


def aimed(rules: rdflib.Graph) -> rdflib.Graph:
    """Give property shapes the targets of their node shape (SHACL, 2.1.3): the same results, sooner.

    pySHACL reads a property shape anew for each node that a node shape hands it, but only once for all
    nodes that the property shape itself aims at; a build takes a third of the time.
    """
    for shape, part in list(rules.subject_objects(SH.property)):
        targets = [(kind, target) for kind in _TARGETS for target in rules.objects(shape, kind)]
        shared = (None, SH.node, shape) in rules or (shape, SH.deactivated, None) in rules
        if targets and not shared:
            rules.remove((shape, SH.property, part))
            for kind, target in targets:
                rules.add((part, kind, target))
    return rules


def united(rules: rdflib.Graph) -> rdflib.Graph:
    """Put one class for each choice of classes (`sh:or` of nothing but `sh:class`), and say what it takes in.

    What is given back has to be in the data. The violations are the same, found sooner: of a choice pySHACL
    tries every class and writes a report on each that fails.
    """
    taken_in = rdflib.Graph()
    for shape, choice in list(rules.subject_objects(SH["or"])):
        options = [list(rules.predicate_objects(option)) for option in rules.items(choice)]
        if all([kind for kind, _ in option] == [SH["class"]] for option in options):
            union = rdflib.BNode()
            rules.remove((shape, SH["or"], choice))
            rules.add((shape, SH["class"], union))
            for option in options:
                taken_in.add((option[0][1], RDFS.subClassOf, union))
    return taken_in


def _violation(report: rdflib.Graph, result: rdflib.term.Node) -> ShapeViolation:
    path = report.value(result, SH.resultPath)
    return ShapeViolation(
        str(report.value(result, SH.focusNode)),
        str(path) if isinstance(path, rdflib.URIRef) else "",
        " ".join(sorted(str(words) for words in report.objects(result, SH.resultMessage))),
    )
