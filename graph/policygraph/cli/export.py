"""`policygraph export`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.options import DataOption, StoreOption
from policygraph.cli.output import note, shown_path, write_out
from policygraph.errors import UsageError
from policygraph.export.formats import FORMATS
from policygraph.graph import open_graph

__all__ = ["export"]


def export(
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help=", ".join(FORMATS) + ".")],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE|DIR|-", help="Where to; - is standard output.")
    ] = "-",
    data: DataOption = None,
    store: StoreOption = None,
) -> None:
    """Hand the graph on: RDF, networks, tables, JSON."""
    if form not in FORMATS:
        raise UsageError(f"no format {form!r}; use one of {', '.join(FORMATS)}")
    if output == "-":
        from policygraph.export.write import export_bytes

        write_out(export_bytes(open_graph(data, store=store).store, form))
        return
    for file in open_graph(data, store=store).export(form, Path(output)):
        note(f"wrote {shown_path(file)}")
