"""What a command that writes says when it is interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from policygraph.cli.output import note

__all__ = ["stoppable"]

_INTERRUPTED = 130


@contextmanager
def stoppable() -> Iterator[None]:
    """Work that may be interrupted: what has become of it (see `staging.staged`) is told; exit code 130."""
    try:
        yield
    except KeyboardInterrupt as stopped:
        note(f"interrupted: {str(stopped) or 'nothing was written'}")
        raise typer.Exit(_INTERRUPTED) from None
