"""`policygraph query`"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from policygraph.cells import guarded_csv, guarded_tsv
from policygraph.cli.options import DataOption, OwnOption, RawOption, StoreOption
from policygraph.cli.output import print_table, write_out
from policygraph.cli.sending import OutputOption, form_of, form_option, sent_to
from policygraph.errors import NotFoundError, UsageError
from policygraph.graph import Graph, open_graph
from policygraph.rdf import Literal, NamedNode, Term, type_names
from policygraph.store.contract import Solutions
from policygraph.terms import compact

__all__ = ["query"]

_LOOKS_LIKE_SPARQL = ("{", "describe", "ask", "select", "construct")
_LONGEST_NAME = 255
_ROWS = ("table", "markdown", "json", "csv", "tsv", "xml")
_GUARDS = {"csv": guarded_csv, "tsv": guarded_tsv}


def query(
    text: Annotated[
        str, typer.Argument(metavar="FILE|-|TEXT", help="A file, - for standard input, or the query itself.")
    ],
    form: Annotated[str | None, form_option(f"{', '.join(_ROWS)}; for RDF {', '.join(type_names)}")] = None,
    output: OutputOption = None,
    raw: RawOption = False,
    data: DataOption = None,
    own: OwnOption = None,
    store: StoreOption = None,
) -> None:
    """Answer any SPARQL 1.1 query; the usual prefixes need not be declared."""
    form = form_of(form, output, (*_ROWS, *(one for one in type_names if one not in _ROWS)))
    sparql = _text(text)
    graph = open_graph(data, own=own, store=store)
    with sent_to(output):
        if form in ("table", "markdown"):
            _print(graph, sparql, form)
        else:
            written = graph.store.results(sparql, form)
            write_out(written if raw else _GUARDS.get(form, bytes)(written))


def _text(given: str) -> str:
    try:
        if given == "-":
            return sys.stdin.read()
        if _is_file(given):
            return Path(given).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{given}: not UTF-8 at byte {error.start}") from None
    except OSError as error:
        raise UsageError(f"{given}: cannot be read: {error.strerror}") from None
    if any(word in given.lower() for word in _LOOKS_LIKE_SPARQL):
        return given
    if given.strip() and not any(letter.isspace() for letter in given) and not Path(given).exists():
        raise NotFoundError("file", given)
    raise UsageError(f"no such file, and no query: {given!r}")


def _is_file(given: str) -> bool:
    if len(given) > _LONGEST_NAME or "\n" in given:
        return False
    try:
        return Path(given).is_file()
    except OSError:  # no name that the file system would have
        return False


def _print(graph: Graph, sparql: str, form: str) -> None:
    answer = graph.query(sparql)
    if isinstance(answer, bool):
        sys.stdout.write("yes\n" if answer else "no\n")
    elif isinstance(answer, Solutions):
        print_table(answer.variables, ([_cell(term) for term in row] for row in answer), form=form)
    else:
        write_out(graph.store.results(sparql, "ttl"))


def _cell(term: Term | None) -> str:
    if isinstance(term, NamedNode):
        return compact(term.value)
    return term.value if isinstance(term, Literal) else "" if term is None else str(term)
