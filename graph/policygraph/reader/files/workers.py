"""Processes that share the work on many documents.

1. Lines of JSON are read where their documents are, and what comes back is what the maker makes, at best a
   line to write: the process that asks has next to nothing to do.
2. Memory stays flat: no more than a few batches are under way at a time.
3. Workers begin as copies of a process that has the reader loaded (`warm`), and nothing that a copy may not
   share, such as threads; it starts while the caller still loads its names. Where the platform has none, each
   worker loads the reader itself.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

from policygraph.errors import PolicygraphError, Problem
from policygraph.reader.files.collecting import collect_seldom
from policygraph.reader.files.inputs import Part
from policygraph.reader.files.json_lines import Lines
from policygraph.reader.files.making import Maker, made_of_part
from policygraph.reader.names.gazetteer import Gazetteer

__all__ = ["made_by_workers", "start_workers"]

T = TypeVar("T")
_BATCH = 16
"""Documents that are sent together."""
_AHEAD = 3
"""Batches under way for each worker."""
_ENDED = (
    "a process that shares the work ended too early: it was ended from outside, maybe for want of memory,"
    " so use fewer --jobs; or it could not begin, as where a script that calls this has no"
    " `if __name__ == '__main__':`"
)
_given: list[tuple[Maker[Any], Gazetteer]] = []
"""In a worker: what it was given when it began."""


def start_workers() -> None:
    """Begin to load what workers begin with, in the background: the earlier the better, once or more."""
    if _way() == "forkserver":
        from multiprocessing.forkserver import ensure_running

        get_context("forkserver").set_forkserver_preload(["policygraph.reader.files.warm"])
        ensure_running()


def made_by_workers(
    parts: Iterable[Part], maker: Maker[T], names: Gazetteer, jobs: int
) -> Iterator[T | Problem]:
    """What is made of the documents, in their order, by so many processes.

    Raises PolicygraphError where a process ended before its work did.
    """
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
        except BrokenProcessPool:
            raise PolicygraphError(_ENDED) from None
        finally:
            # not left to the end of the program, which may wake what has just closed its pipe
            pool.shutdown(cancel_futures=True)


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
    _given.append((maker, names))
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asks is interrupted, and ends the others


def _work(batch: list[Part]) -> list[Any]:
    maker, names = _given[-1]
    return [one for part in batch for one in made_of_part(part, maker, names)]
