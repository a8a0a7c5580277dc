"""`policygraph run`: everything a newcomer wants to see, in one go."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.options import DataOption, OwnOption
from policygraph.cli.output import note, print_table, shown_path
from policygraph.paths import data_dir
from policygraph.rdf import Literal
from policygraph.shipped import own_folder

__all__ = ["run_all"]

_SUMMARY = """
SELECT ?what (COUNT(DISTINCT ?thing) AS ?count) WHERE {
  VALUES (?order ?class ?what) {
    (1 foaf:Person "people") (2 org:FormalOrganization "bodies") (3 org:Post "posts")
    (4 pg:Tenure "tenures") (5 pg:Initiative "initiatives") (6 pg:Step "steps in their lives")
    (7 pg:Figure "figures as stated") (8 pg:Growth "growth rates as stated") (9 pg:Target "targets")
    (10 pg:Amount "sums of money") (11 pg:Attribution "claims of cause and effect")
    (12 pg:Ranking "rankings") (13 pg:Source "sources") (14 pg:Passage "passages")
    (15 pg:Finding "findings of the audit") (16 pg:DerivedFigure "figures that follow from others")
  }
  ?thing a ?class .
} GROUP BY ?order ?what ORDER BY ?order
"""


def run_all(
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="The folder to write into.")] = Path(
        "build"
    ),
    data: DataOption = None,
    own: OwnOption = None,
) -> None:
    """Build the graph and write its page, its Turtle and its TriG; print what is in it."""
    from policygraph.build.pipeline import build as build_quads
    from policygraph.graph import Graph
    from policygraph.store.embedded import EmbeddedStore
    from policygraph.store.folder import write_folder

    quads = build_quads(data or data_dir(), own_folder(own, data))
    write_folder(into / "store", quads)
    graph = Graph(EmbeddedStore.of(quads))
    written = [
        graph.view(into / "policygraph.html"),
        *graph.export("ttl", into / "policygraph.ttl"),
        *graph.export("trig", into / "policygraph.trig"),
    ]
    rows = [
        [cell.value if isinstance(cell, Literal) else "" for cell in row]
        for row in graph.store.select(_SUMMARY)
    ]
    print_table(("in the graph", "count"), rows)
    note(f"{len(quads):,} quads in {shown_path(into / 'store')}")
    for file in written:
        note(f"wrote {shown_path(file)}")
    note(f"\nlook:  open {shown_path(written[0])} in a browser")
    note(f"ask:   {_command()} ask")


def _command() -> str:
    """How this command was started, to start it again."""
    started = sys.argv[0]
    if Path(started).name == "__main__.py":
        return "python -m policygraph"
    return "policygraph" if shutil.which("policygraph") == started else shown_path(Path(started))
