"""`policygraph schema`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policygraph.atomic import replace_file
from policygraph.cli.output import note, shown_path

__all__ = ["schema"]


def schema(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write into.")
    ] = Path("schema"),
) -> None:
    """Write the JSON Schemas of the data files, for editors and other tools."""
    from policygraph.curated.schema import schemas

    for name, text in schemas().items():
        replace_file(output / name, text.encode())
        note(f"wrote {shown_path(output / name)}")
