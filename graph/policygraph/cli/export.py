"""`policygraph export`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.options import DataOption, OwnOption, QuotesOption, StoreOption, check_choice
from policygraph.cli.output import note, shown_path, write_out
from policygraph.cli.sending import form_option
from policygraph.errors import UsageError
from policygraph.export.formats import FORMATS
from policygraph.graph import open_graph

__all__ = ["export"]


def export(
    form: Annotated[str | None, form_option(", ".join(FORMATS), otherwise="")] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE|DIR|-", help="Where to; - is standard output.")
    ] = "-",
    data: DataOption = None,
    own: OwnOption = None,
    store: StoreOption = None,
    quotes: QuotesOption = False,
) -> None:
    """Hand the graph on: RDF, networks, tables, JSON."""
    form = form or _form_by(output)
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


def _form_by(output: str) -> str:
    """The format whose files end like this one, by the longest ending; raises UsageError for none."""
    endings = {form.suffix: form.name for form in FORMATS.values() if form.suffix}
    for ending in sorted(endings, key=len, reverse=True):
        if output.endswith(ending):
            return endings[ending]
    raise UsageError(
        f"which format? add --format, one of {', '.join(FORMATS)}; or name a file that ends as one"
    )
