"""Many documents to what is made of them, in one process or several; the order is that of the documents.

A document that breaks the reader gives a Problem, and the rest go on. Memory stays flat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from policygraph.errors import Problem
from policygraph.reader.document import Document
from policygraph.reader.files.inputs import Part
from policygraph.reader.files.making import Maker, made_of_part
from policygraph.reader.files.workers import made_by_workers
from policygraph.reader.names.gazetteer import Gazetteer

__all__ = ["Row", "RowMaker", "made_of", "read_row"]

Row = dict[str, Any]
RowMaker = Callable[[Document, Gazetteer], Row]
"""What makes a row of a document; it can be pickled."""
T = TypeVar("T")


def read_row(document: Document, gazetteer: Gazetteer) -> Row:
    """The row of what is read from a document."""
    from policygraph.reader.jsonl import row_of  # not loaded by a process that leaves the work to others
    from policygraph.reader.read import read

    return row_of(document, read(document, gazetteer))


def made_of(
    parts: Iterable[Part], maker: Maker[T], gazetteer: Gazetteer | None = None, jobs: int = 1
) -> Iterator[T | Problem]:
    """What is made of each document, and each Problem as it is; with several `jobs`, in as many processes.

    >>> found = made_of([Document("d1", "A fund opened.")], read_row)
    >>> [row["id"] for row in found]
    ['d1']
    """
    names = gazetteer or Gazetteer.empty()
    if jobs > 1:
        yield from made_by_workers(parts, maker, names, jobs)
        return
    for part in parts:
        yield from made_of_part(part, maker, names)
