"""`policygraph build`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policygraph.build.pipeline import build as build_quads
from policygraph.cli.options import DataOption
from policygraph.cli.output import note, shown_path
from policygraph.paths import data_dir
from policygraph.store.folder import write_folder

__all__ = ["build"]


def build(
    data: DataOption = None,
    store: Annotated[
        Path, typer.Option("--store", metavar="DIR", help="Where to put the store.")
    ] = Path("build/store"),
) -> None:
    """Build a store from a folder of YAML, whole or not at all."""
    folder = data or data_dir()
    quads = build_quads(folder)
    write_folder(store, quads)
    note(f"{len(quads):,} quads in {shown_path(store)}")
