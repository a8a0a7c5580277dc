"""`policygraph export`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.options import DataOption, OwnOption, QuotesOption, StoreOption, check_choice
from policygraph.cli.output import note, shown_path, write_out
from policygraph.export.formats import FORMATS
from policygraph.graph import open_graph

__all__ = ["export"]


def export(
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help=", ".join(FORMATS) + ".")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE|DIR|-", help="Where to; - is standard output.")
    ] = "-",
    data: DataOption = None,
    own: OwnOption = None,
    store: StoreOption = None,
    quotes: QuotesOption = False,
) -> None:
    """Hand the graph on: RDF, networks, tables, JSON."""
    check_choice("format", form, FORMATS)
    graph = open_graph(data, own=own, store=store)
    if output == "-":
        from policygraph.export.write import export_bytes
        from policygraph.store.quotes import without_quotes

        whole = graph.store if quotes else without_quotes(graph.store)
        write_out(export_bytes(whole, form))
        return
    for file in graph.export(form, Path(output), quotes=quotes):
        note(f"wrote {shown_path(file)}")
