"""`policygraph build`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policygraph.cli.options import DataOption, OwnOption
from policygraph.cli.output import note, shown_path
from policygraph.paths import data_dir
from policygraph.shipped import own_folder

__all__ = ["build"]


def build(
    data: DataOption = None,
    own: OwnOption = None,
    store: Annotated[Path, typer.Option("--store", metavar="DIR", help="Where to put the store.")] = Path(
        "build/store"
    ),
) -> None:
    """Build a store from a folder of YAML, whole or not at all."""
    from policygraph.build.pipeline import build as build_quads
    from policygraph.store.folder import write_folder

    quads = build_quads(data or data_dir(), own_folder(own, data))
    write_folder(store, quads)
    note(f"{len(quads):,} quads in {shown_path(store)}")
