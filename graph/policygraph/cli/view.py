"""`policygraph view`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.options import DataOption, OwnOption, QuotesOption, StoreOption
from policygraph.cli.output import note, shown_path
from policygraph.graph import open_graph

__all__ = ["view"]


def view(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")] = Path(
        "policygraph.html"
    ),
    focus: Annotated[
        str | None, typer.Option("--focus", metavar="ENTITY", help="Only what is around this entity.")
    ] = None,
    depth: Annotated[int, typer.Option("--depth", min=1, max=6, help="How many hops around it.")] = 2,
    data: DataOption = None,
    own: OwnOption = None,
    store: StoreOption = None,
    quotes: QuotesOption = False,
) -> None:
    """Write one offline HTML page of the graph: search, filters, evidence, figures."""
    file = open_graph(data, own=own, store=store).view(output, focus=focus, depth=depth, quotes=quotes)
    note(f"wrote {shown_path(file)}: open it in a browser")
