"""How one cell is read: which properties lead to it, and how the term at the end is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from policygraph.export.known import Known, literal_text
from policygraph.rdf import Literal, NamedNode, Term
from policygraph.terms import BASE, SKOS

__all__ = [
    "LABEL",
    "Cell",
    "Column",
    "Table",
    "code",
    "date",
    "number",
    "path",
    "ref",
    "table",
    "text",
    "texts",
    "whole",
    "year",
]

Cell = str | list[str]
"""A value, or all values where the column may hold several; empty where there is none."""


@dataclass(frozen=True)
class Column:
    """A column of a table; `datatype` is one of XML Schema's, `refers` the table whose `id` it holds."""

    name: str
    path: tuple[NamedNode, ...]
    written: Callable[[Term], str]
    datatype: str = "string"
    many: bool = False
    refers: str = ""

    def read(self, known: Known, subject: Term) -> Cell:
        """The cell of one subject."""
        values = known.values(subject, self.path)
        if self.many:
            return sorted({self.written(value) for value in values})
        if self.datatype == "string" and any(isinstance(value, Literal) for value in values):
            return known.text(subject, *self.path)
        return min((self.written(value) for value in values), default="")


@dataclass(frozen=True)
class Table:
    """The instances of a class as rows; the first two columns are always `id` and `label`.

    `id` is what follows `base` in the IRI.
    """

    name: str
    base: str
    cls: NamedNode
    title: str
    columns: tuple[Column, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        """The names of all columns."""
        return ("id", *(column.name for column in self.columns))

    @property
    def about_url(self) -> str:
        """RFC 6570 template of a row's IRI; empty where rows have none of their own."""
        return f"{self.base}{{+id}}" if self.base else ""

    def having(self, *columns: Column) -> Table:
        """The same table with these columns after those that it has."""
        return replace(self, columns=(*self.columns, *columns))


def text(name: str, *way: NamedNode) -> Column:
    """Words, in English where there are several languages."""
    return Column(name, way, literal_text)


def texts(name: str, *way: NamedNode) -> Column:
    """All words, a language other than English after `@`."""
    return Column(name, way, _with_language, many=True)


def date(name: str, *way: NamedNode) -> Column:
    """A day."""
    return Column(name, way, literal_text, "date")


def number(name: str, *way: NamedNode) -> Column:
    """A decimal number."""
    return Column(name, way, literal_text, "decimal")


def year(name: str, *way: NamedNode) -> Column:
    """A year."""
    return Column(name, way, literal_text, "gYear")


def whole(name: str, *way: NamedNode) -> Column:
    """A whole number."""
    return Column(name, way, literal_text, "integer")


def code(name: str, *way: NamedNode, many: bool = False) -> Column:
    """The code of a concept of the scheme that the column is about."""
    return Column(name, way, _last, many=many)


def ref(name: str, refers: str, *way: NamedNode, many: bool = False) -> Column:
    """The `id` of a row of another table."""
    return Column(name, way, _last, many=many, refers=refers)


def path(name: str, *way: NamedNode, many: bool = False) -> Column:
    """A node of any kind: `person/umar-saif`, `source/seed-000`, `concept/unit/USD`; other IRIs whole."""
    return Column(name, way, _path, many=many)


LABEL: Final = text("label", SKOS.prefLabel)
"""The second column of every table."""


def table(name: str, kind: str, cls: NamedNode, title: str) -> Table:
    """A table of the nodes of a class, with its first two columns; `kind` is where their IRIs lie."""
    return Table(name, f"{BASE}{kind}/", cls, title, (LABEL,))


_ID: Final = f"{BASE}id/"


def _last(term: Term) -> str:
    return literal_text(term).rpartition("/")[2].rpartition("#")[2]


def _path(term: Term) -> str:
    return literal_text(term).removeprefix(_ID).removeprefix(BASE)


def _with_language(term: Term) -> str:
    words = literal_text(term)
    foreign = isinstance(term, Literal) and term.language not in (None, "en")
    return f"{words}@{term.language}" if foreign and isinstance(term, Literal) else words
