"""Many documents to what is made of them, in one process or several; the order is that of the documents.

A document that breaks the reader gives a Problem, and the rest go on. Memory stays flat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from policygraph.errors import PolicygraphError, Problem
from policygraph.reader.document import Document
from policygraph.reader.gazetteer import Gazetteer
from policygraph.reader.inputs import Part, documents_of

__all__ = ["Maker", "Row", "RowMaker", "made_of", "made_of_part", "read_row"]

Row = dict[str, Any]
RowMaker = Callable[[Document, Gazetteer], Row]
"""What makes a row of a document; it can be pickled."""
T = TypeVar("T")
Maker = Callable[[Document, Gazetteer], T | None]
"""What makes anything of a document, or None where it is to be left out; it can be pickled."""


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
        from policygraph.reader.workers import made_by_workers

        yield from made_by_workers(parts, maker, names, jobs)
        return
    for part in parts:
        yield from made_of_part(part, maker, names)


def made_of_part(part: Part, maker: Maker[T], names: Gazetteer) -> Iterator[T | Problem]:
    """What is made of the documents of a part."""
    for document in documents_of(part):
        made = document if isinstance(document, Problem) else _tried(document, maker, names)
        if made is not None:
            yield made


def _tried(document: Document, maker: Maker[T], names: Gazetteer) -> T | Problem | None:
    try:
        return maker(document, names)
    except PolicygraphError as error:
        return Problem(Path(document.id), 1, "", str(error))
    except Exception as error:  # noqa: BLE001  one text must not stop a thousand; the fault is told at the end
        return Problem(Path(document.id), 1, "", f"the reader failed: {type(error).__name__}: {error}"[:200])
