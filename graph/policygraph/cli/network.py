"""`policygraph network`"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from policygraph.cli.options import DataOption, OwnOption, RawOption, StoreOption, check_choice
from policygraph.cli.output import FORMATS, print_rows
from policygraph.cli.sending import FormatOption, OutputOption, form_of, sent_to
from policygraph.graph import Graph, open_graph

__all__ = ["network"]

_MEASURES = ("degree", "betweenness", "pagerank", "communities")


def network(
    measure: Annotated[
        str, typer.Option("--measure", "-m", metavar="MEASURE", help=f"{', '.join(_MEASURES)}.")
    ] = "degree",
    kinds: Annotated[
        list[str] | None,
        typer.Option("--kind", "-k", metavar="KIND", help="Only nodes of this kind; may be given again."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many rows; 0 for all.")] = 20,
    form: FormatOption = None,
    output: OutputOption = None,
    raw: RawOption = False,
    data: DataOption = None,
    own: OwnOption = None,
    store: StoreOption = None,
) -> None:
    """Say who is central in the network of entities, or which of them belong together."""
    check_choice("measure", measure, _MEASURES)
    form = form_of(form, output, FORMATS)
    graph = open_graph(data, own=own, store=store)
    columns: tuple[str, ...]
    rows: list[tuple[object, ...]]
    if measure == "communities":
        columns, rows = ("community", "id", "kind", "name"), list(_grouped(graph, kinds or ()))
    else:
        columns, rows = ("rank", "id", "kind", "name", measure), list(_scored(graph, kinds or (), measure))
    with sent_to(output):
        print_rows(columns, rows[:limit] if limit else rows, form, raw=raw)


def _scored(graph: Graph, kinds: list[str] | tuple[()], measure: str) -> Iterator[tuple[object, ...]]:
    nodes = graph.network(*kinds).nodes
    for rank, (iri, score) in enumerate(graph.central(*kinds, measure=measure).items(), start=1):
        node = nodes[iri]
        yield rank, node["id"], node["kind"], node["label"], f"{score:.4f}"


def _grouped(graph: Graph, kinds: list[str] | tuple[()]) -> Iterator[tuple[object, ...]]:
    nodes = graph.network(*kinds).nodes
    for number, group in enumerate(graph.communities(*kinds), start=1):
        for iri in group:
            yield number, nodes[iri]["id"], nodes[iri]["kind"], nodes[iri]["label"]
