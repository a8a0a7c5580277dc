"""`policygraph ontology`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policygraph.atomic import replace_file
from policygraph.cli.output import note, shown_path

__all__ = ["ontology"]


def ontology(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.")] = Path(
        "ontology.html"
    ),
) -> None:
    """Write one readable HTML page of the ontology; its anchors are the terms' names."""
    from policygraph.ontology.page import render_page
    from policygraph.ontology.vocabulary import Vocabulary

    replace_file(output, render_page(Vocabulary.load()).encode())
    note(f"wrote {shown_path(output)}")
