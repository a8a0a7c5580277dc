"""Many documents to readings, in one process or several, in the order of the documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from policygraph.errors import Problem
from policygraph.reader.document import Document
from policygraph.reader.gazetteer import Gazetteer
from policygraph.reader.read import read
from policygraph.reader.reading import Reading

__all__ = ["Read", "readings"]

Read = tuple[Document, Reading] | Problem
_BATCH = 8
_names: Gazetteer = Gazetteer.empty()


def readings(documents: Iterable[Document | Problem], gazetteer: Gazetteer, jobs: int = 1) -> Iterator[Read]:
    """Each document with its reading, or a Problem; one that breaks the reader stops no other."""
    if jobs <= 1:
        yield from map(partial(_reading, gazetteer=gazetteer), documents)
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_use, initargs=(gazetteer,)) as pool:
        yield from pool.map(_reading, documents, chunksize=_BATCH)


def _use(gazetteer: Gazetteer) -> None:
    global _names  # noqa: PLW0603  each process is given its names once
    _names = gazetteer


def _reading(document: Document | Problem, gazetteer: Gazetteer | None = None) -> Read:
    if isinstance(document, Problem):
        return document
    try:
        return document, read(document, gazetteer or _names)
    except Exception as error:  # noqa: BLE001  one text must not stop a thousand; the fault is told at the end
        return Problem(Path(document.id), 1, "", f"the reader failed: {type(error).__name__}: {error}"[:200])
