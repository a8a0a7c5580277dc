"""A maker of our own for tests of several processes: it is imported in each of them."""

from __future__ import annotations

import gc
import os
import signal
from typing import NamedTuple

from policygraph.reader.document import Document
from policygraph.reader.files.many import read_row
from policygraph.reader.names.gazetteer import Gazetteer

__all__ = ["Summary", "collector", "summary"]


class Summary(NamedTuple):
    """A document and how many figures are in it, and which process says so."""

    said: tuple[str, int]
    process: int


def summary(document: Document, gazetteer: Gazetteer) -> Summary:
    """The summary of a document; a broken one raises, and one ends its process."""
    if document.id == "broken":
        raise RecursionError("too deep")
    if document.id == "killed":
        os.kill(os.getpid(), signal.SIGTERM)
    return Summary((document.id, len(read_row(document, gazetteer)["figures"])), os.getpid())


def collector(document: Document, gazetteer: Gazetteer) -> tuple[int, bool]:
    """How much is made before this process looks for cycles, and whether it leaves what is loaded out."""
    return gc.get_threshold()[0], gc.get_freeze_count() > 0
