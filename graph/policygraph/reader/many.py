"""Many documents to what is made of them, in one process or several; the order is that of the documents.

1. Memory stays flat: no more than a few batches are under way at a time.
2. A document that breaks the reader gives a Problem, and the rest go on.
3. Several processes share all the work: lines of JSON are read where their documents are, and what comes back
   is what the maker makes, at best a line to write.
4. Workers begin as copies of a process that has the reader loaded and nothing else (`warm`), and that starts
   while the caller still loads its names; where the platform has none, each loads the reader itself.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any, TypeVar

from policygraph.errors import PolicygraphError, Problem
from policygraph.reader.document import Document
from policygraph.reader.gazetteer import Gazetteer
from policygraph.reader.inputs import Part, documents_of
from policygraph.reader.json_lines import Lines

__all__ = ["Maker", "Row", "RowMaker", "made_of", "read_row", "start_workers"]

Row = dict[str, Any]
RowMaker = Callable[[Document, Gazetteer], Row]
"""What makes a row of a document; it can be pickled."""
T = TypeVar("T")
Maker = Callable[[Document, Gazetteer], T | None]
"""What makes anything of a document, or None where it is to be left out; it can be pickled."""
_BATCH = 16
"""Documents that are sent together."""
_AHEAD = 3
"""Batches under way for each worker."""
_given: tuple[Maker[Any], Gazetteer]


def read_row(document: Document, gazetteer: Gazetteer) -> Row:
    """The row of what is read from a document."""
    from policygraph.reader.jsonl import row_of  # not loaded by a process that leaves the work to others
    from policygraph.reader.read import read

    return row_of(document, read(document, gazetteer))


def made_of(
    parts: Iterable[Part], maker: Maker[T], gazetteer: Gazetteer | None = None, jobs: int = 1
) -> Iterator[T | Problem]:
    """What is made of each document, and each Problem as it is; with several `jobs`, in as many processes."""
    names = gazetteer or Gazetteer.empty()
    if jobs <= 1:
        for part in parts:
            yield from _made(part, maker, names)
        return
    start_workers()
    batches, waiting = _batches(parts), deque[Future[list[T | Problem]]]()
    with ProcessPoolExecutor(jobs, get_context(_way()), _give, (maker, names)) as pool:
        try:
            while True:
                free = _AHEAD * jobs - len(waiting)
                waiting.extend(pool.submit(_work, batch) for batch in islice(batches, free))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def start_workers() -> None:
    """Begin to load what workers begin with, in the background; to be called early."""
    if _way() == "forkserver":
        from multiprocessing.forkserver import ensure_running

        get_context("forkserver").set_forkserver_preload(["policygraph.reader.warm"])
        ensure_running()


def _way() -> str:
    return "forkserver" if "forkserver" in get_all_start_methods() else "spawn"


def _batches(parts: Iterable[Part]) -> Iterator[list[Part]]:
    batch, count = list[Part](), 0
    for part in parts:
        batch.append(part)
        count += len(part.lines) if isinstance(part, Lines) else 1
        if count >= _BATCH:
            yield batch
            batch, count = [], 0
    if batch:
        yield batch


def _give(maker: Maker[Any], names: Gazetteer) -> None:
    global _given  # each process is given them once
    _given = maker, names
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asks is interrupted, and ends the others


def _work(batch: list[Part]) -> list[Any]:
    return [one for part in batch for one in _made(part, *_given)]


def _made(part: Part, maker: Maker[T], names: Gazetteer) -> Iterator[T | Problem]:
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
