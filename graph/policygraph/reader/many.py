"""Many documents to rows, in one process or several; the order of the rows is that of the documents.

Memory stays flat: no more than a few batches are under way at a time. A document that breaks the reader
gives a Problem, and the rest go on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from policygraph.errors import Problem
from policygraph.reader.document import Document
from policygraph.reader.gazetteer import Gazetteer
from policygraph.reader.jsonl import row_of
from policygraph.reader.read import read

__all__ = ["Row", "rows_of"]

Row = dict[str, Any]
_BATCH = 32
_names: Gazetteer = Gazetteer.empty()


def rows_of(
    documents: Iterable[Document | Problem], gazetteer: Gazetteer | None = None, jobs: int = 1
) -> Iterator[tuple[Document, Row] | Problem]:
    """Each document with its row, and each Problem as it is."""
    _use(gazetteer or Gazetteer.empty())
    if jobs <= 1:
        for document in documents:
            yield _row(document)
        return
    source = iter(documents)
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_use, initargs=(_names,))
    with pool:
        waiting: deque[Future[list[tuple[Document, Row] | Problem]]] = deque()
        while True:
            while len(waiting) < 3 * jobs and (batch := list(islice(source, _BATCH))):
                waiting.append(pool.submit(_rows, batch))
            if not waiting:
                return
            yield from waiting.popleft().result()


def _use(gazetteer: Gazetteer) -> None:
    global _names  # noqa: PLW0603  each process is given its names once
    _names = gazetteer


def _rows(batch: list[Document | Problem]) -> list[tuple[Document, Row] | Problem]:
    return [_row(document) for document in batch]


def _row(document: Document | Problem) -> tuple[Document, Row] | Problem:
    if isinstance(document, Problem):
        return document
    try:
        return document, row_of(document, read(document, _names))
    except Exception as error:  # noqa: BLE001  one text must not stop a thousand; the fault is told at the end
        return Problem(Path(document.id), 1, "", f"the reader failed: {type(error).__name__}: {error}"[:200])
