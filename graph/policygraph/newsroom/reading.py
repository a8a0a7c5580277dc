"""Many documents to readings, in one process or several, in the order of the documents.

A model's server that cannot be asked about a document stops that document alone: it is told, and not added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from policygraph.errors import PolicygraphError, Problem
from policygraph.proposers.contract import Proposed, Proposer
from policygraph.proposers.merge import with_proposals
from policygraph.reader.document import Document
from policygraph.reader.gazetteer import Gazetteer
from policygraph.reader.read import read

__all__ = ["Read", "readings"]

Read = tuple[Document, Proposed] | Problem
_BATCH = 8
_names: Gazetteer = Gazetteer.empty()
_asked: Proposer | None = None


def readings(
    documents: Iterable[Document | Problem],
    gazetteer: Gazetteer,
    jobs: int = 1,
    proposer: Proposer | None = None,
) -> Iterator[Read]:
    """Each document with its reading and what was proposed for it, or a Problem; one stops no other."""
    if jobs <= 1:
        yield from map(partial(_reading, gazetteer=gazetteer, proposer=proposer), documents)
        return
    context, given = get_context("spawn"), (gazetteer, proposer)
    with ProcessPoolExecutor(jobs, context, initializer=_use, initargs=given) as pool:
        yield from pool.map(_reading, documents, chunksize=_BATCH)


def _use(gazetteer: Gazetteer, proposer: Proposer | None) -> None:
    global _names, _asked
    _names, _asked = gazetteer, proposer


def _reading(
    document: Document | Problem, gazetteer: Gazetteer | None = None, proposer: Proposer | None = None
) -> Read:
    if isinstance(document, Problem):
        return document
    names, asked = gazetteer or _names, proposer or _asked
    try:
        found = read(document, names)
        return document, with_proposals(document, found, asked, names) if asked else Proposed(found)
    except PolicygraphError as error:
        return Problem(Path(document.id), 1, "", str(error))
    except Exception as error:  # noqa: BLE001  one text must not stop a thousand; the fault is told at the end
        return Problem(Path(document.id), 1, "", f"the reader failed: {type(error).__name__}: {error}"[:200])
