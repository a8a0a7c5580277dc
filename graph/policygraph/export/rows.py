"""The rows of the shared tables, each with who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policygraph.export.columns import Cell, Table
from policygraph.export.known import Evidence, Known, literal_text
from policygraph.export.tables import RELATIONS, TABLES
from policygraph.rdf import Literal, NamedNode, Term
from policygraph.terms import PG, RDF, RDFS, SKOS

__all__ = ["Row", "all_rows", "source_id"]


@dataclass(frozen=True)
class Row:
    """One row: its cells by column, `id` first, and its evidence. `iri` is empty for a relation."""

    iri: str
    cells: dict[str, Cell]
    evidence: tuple[Evidence, ...]

    @property
    def id(self) -> str:
        """The row's key in its table."""
        return str(self.cells["id"])


def all_rows(known: Known) -> Iterator[tuple[Table, list[Row]]]:
    """Every table with its rows, in the order of TABLES, then the relations; rows by `id`."""
    for table in TABLES:
        yield table, sorted(_rows(known, table), key=lambda row: row.id)
    yield RELATIONS, sorted(_relations(known), key=lambda row: row.id)


def source_id(evidence: Evidence) -> str:
    """The id of the source that speaks."""
    return evidence.source.value.rpartition("/")[2]


def _rows(known: Known, table: Table) -> Iterator[Row]:
    for subject in known.of_class(table.cls):
        if not isinstance(subject, NamedNode) or not subject.value.startswith(table.base):
            continue
        cells: dict[str, Cell] = {"id": subject.value.removeprefix(table.base)}
        cells |= {column.name: column.read(known, subject) for column in table.columns}
        yield Row(subject.value, cells, tuple(known.evidence(subject, RDF.type, table.cls)))


def _relations(known: Known) -> Iterator[Row]:
    dated = _dates(known)
    for predicate in known.subjects:
        if not isinstance(predicate, NamedNode) or PG.relatedTo not in known.values(
            predicate, [RDFS.subPropertyOf]
        ):
            continue
        for subject, properties in known.subjects.items():
            for value in properties.get(predicate.value, ()):
                yield _relation(known, subject, predicate, value, dated.get((subject, predicate, value), []))


def _relation(known: Known, subject: Term, predicate: NamedNode, value: Term, dates: list[str]) -> Row:
    ends = {"subject": subject, "relation": predicate, "object": value}
    written = {
        column.name: column.written(ends[column.name]) for column in RELATIONS.columns if column.name in ends
    }
    names = (written["subject"], written["relation"], written["object"])
    label = " ".join((_label(known, subject), _label(known, predicate), _label(known, value)))
    cells: dict[str, Cell] = {"id": " ".join(names), "label": label, **written, "dates": dates}
    if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
        return Row("", cells, tuple(known.evidence(subject, predicate, value)))
    return Row("", cells, ())


def _dates(known: Known) -> dict[tuple[Term, Term, Term], list[str]]:
    """The dates as stated, by subject, predicate and object."""
    found: dict[tuple[Term, Term, Term], list[str]] = {}
    for node in known.of_class(PG.DatedRelation):
        parts = (RDF.subject, RDF.predicate, RDF.object)
        subject, predicate, value = (known.values(node, [part])[0] for part in parts)
        date = known.text(node, PG.dateStated) or known.text(node, PG.date)
        found.setdefault((subject, predicate, value), []).append(date)
    return {statement: sorted(set(dates)) for statement, dates in found.items()}


def _label(known: Known, node: Term) -> str:
    words = known.text(node, SKOS.prefLabel) or known.text(node, RDFS.label)
    return words or literal_text(node).rpartition("/")[2]
