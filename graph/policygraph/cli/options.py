"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["DataOption", "RawOption", "StoreOption"]

DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="A folder of YAML to use in place of the shipped data."),
]
StoreOption = Annotated[
    Path | None,
    typer.Option("--store", metavar="DIR", help="A store made by `policygraph build --store`."),
]
RawOption = Annotated[
    bool,
    typer.Option(
        "--raw", help="CSV and TSV cells as they are; without it, none that a spreadsheet would run."
    ),
]
