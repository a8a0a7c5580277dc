"""Many documents to rows, in one process or several; the order of the rows is that of the documents.

Memory stays flat: no more than a few batches are under way at a time. A document that breaks the reader
gives a Problem, and the rest go on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from policygraph.errors import PolicygraphError, Problem
from policygraph.reader.document import Document
from policygraph.reader.gazetteer import Gazetteer
from policygraph.reader.jsonl import row_of
from policygraph.reader.read import read

__all__ = ["Row", "RowMaker", "read_row", "rows_of"]

Row = dict[str, Any]
RowMaker = Callable[[Document, Gazetteer], Row]
"""What makes a row of a document; it can be pickled."""
_BATCH = 32
_names: Gazetteer = Gazetteer.empty()


def read_row(document: Document, gazetteer: Gazetteer) -> Row:
    """The row of what is read from a document."""
    return row_of(document, read(document, gazetteer))


_maker: RowMaker = read_row


def rows_of(
    documents: Iterable[Document | Problem],
    gazetteer: Gazetteer | None = None,
    jobs: int = 1,
    maker: RowMaker = read_row,
) -> Iterator[tuple[Document, Row] | Problem]:
    """Each document with its row, and each Problem as it is."""
    _use(gazetteer or Gazetteer.empty(), maker)
    if jobs <= 1:
        for document in documents:
            yield _row(document)
        return
    source = iter(documents)
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_use, initargs=(_names, maker))
    with pool:
        waiting: deque[Future[list[tuple[Document, Row] | Problem]]] = deque()
        while True:
            while len(waiting) < 3 * jobs and (batch := list(islice(source, _BATCH))):
                waiting.append(pool.submit(_rows, batch))
            if not waiting:
                return
            yield from waiting.popleft().result()


def _use(gazetteer: Gazetteer, maker: RowMaker) -> None:
    global _names, _maker  # each process is given them once
    _names, _maker = gazetteer, maker


def _rows(batch: list[Document | Problem]) -> list[tuple[Document, Row] | Problem]:
    return [_row(document) for document in batch]


def _row(document: Document | Problem) -> tuple[Document, Row] | Problem:
    if isinstance(document, Problem):
        return document
    try:
        return document, _maker(document, _names)
    except PolicygraphError as error:
        return Problem(Path(document.id), 1, "", str(error))
    except Exception as error:  # noqa: BLE001  one text must not stop a thousand; the fault is told at the end
        return Problem(Path(document.id), 1, "", f"the reader failed: {type(error).__name__}: {error}"[:200])
