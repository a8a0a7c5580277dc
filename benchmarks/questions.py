"""How long the questions take: the Python function against the bare query, and against rdflib.

For each question's example: milliseconds of CPU of the typed function, its ratio to the query it stands
for put to pyoxigraph directly (all rows read), and how many times longer rdflib takes for the same query
over the same quads. Runs of the first two alternate, so that a busy machine hurts both alike; rdflib runs
once in a process of its own and is stopped after CAP seconds. All three hold the quads in memory. Only
the question `paths` is left out, which no query answers.
"""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection

import pyoxigraph
import rdflib

import policygraph
from policygraph.questions.catalog import question
from policygraph.questions.run import FUNCTIONS, checked
from policygraph.store.contract import Bindings, ReadStore, Solutions
from policygraph.store.embedded import EmbeddedStore
from policygraph.store.rdflib_bridge import to_dataset

CAP = 10.0
SECONDS = 1.0


class Recorder(EmbeddedStore):
    """A store that remembers the last query put to it."""

    sparql = ""

    def select(self, sparql: str, bindings: Bindings | None = None) -> Solutions:
        """As any store does."""
        self.sparql = sparql
        return super().select(sparql, bindings)


def asker(name: str) -> Callable[[ReadStore], Sequence[object]]:
    """The function of a question, with its example's parameters."""
    asked = question(name)
    parameters = checked(asked, asked.example)
    return lambda store: FUNCTIONS[name](store, **parameters)


def cpu_ms(*calls: Callable[[], object]) -> list[float]:
    """Median CPU milliseconds of each call, in turns, for about SECONDS."""
    times: list[list[float]] = [[] for _ in calls]
    stop = time.monotonic() + SECONDS
    while time.monotonic() < stop or len(times[0]) < 5:
        for call, taken in zip(calls, times, strict=True):
            before = time.process_time()
            call()
            taken.append((time.process_time() - before) * 1e3)
    return [statistics.median(taken) for taken in times]


def in_rdflib(dataset: rdflib.Dataset, sparql: str) -> tuple[float, int] | None:
    """CPU milliseconds (infinite past CAP seconds) and rows of one run in a child; None where it failed."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_timed, args=(dataset, sparql, sender))
    child.start()
    sender.close()
    found: tuple[float, int] | None = None
    with contextlib.suppress(EOFError):  # the child failed, and has said why
        found = receiver.recv() if receiver.poll(CAP) else (math.inf, 0)
    child.terminate()
    child.join()
    return found


def _timed(dataset: rdflib.Dataset, sparql: str, sender: Connection) -> None:
    before = time.process_time()
    rows = len(list(dataset.query(sparql)))
    sender.send(((time.process_time() - before) * 1e3, rows))


def main() -> None:
    """Print a table of questions; names on the command line choose some."""
    quads = list(policygraph.open().store.quads())
    store = Recorder.of(quads)
    engine, dataset = pyoxigraph.Store(), to_dataset(quads)
    engine.bulk_extend(quads)
    print(
        f"{'question':<28}{'rows':>6}{'ms':>8}{'/ query':>9}{'rdflib /':>11}   {len(quads)} quads, CPU time"
    )
    for name in sys.argv[1:] or FUNCTIONS:
        print(measured(name, store, engine, dataset), flush=True)


def measured(name: str, store: Recorder, engine: pyoxigraph.Store, dataset: rdflib.Dataset) -> str:
    """One line of the table."""
    ask = asker(name)
    rows, sparql = len(ask(store)), store.sparql
    function, query = cpu_ms(lambda: ask(store), lambda: raw(engine, sparql))
    other = in_rdflib(dataset, sparql)
    taken, other_rows = other or (math.nan, 0)
    ratio = f"{taken / function:.0f}" if taken < math.inf else f"> {CAP * 1e3 / function:.0f}"
    ratio = ratio if other else "fails"
    remark = f"   rdflib gives {other_rows} rows" if taken < math.inf and other_rows != rows else ""
    return f"{name:<28}{rows:>6}{function:>8.2f}{function / query:>9.2f}{ratio:>11}{remark}"


def raw(engine: pyoxigraph.Store, sparql: str) -> list[tuple[object, ...]]:
    """The rows of a SELECT, as the engine gives them."""
    found = engine.query(sparql)
    return [tuple(row) for row in found] if isinstance(found, pyoxigraph.QuerySolutions) else []


if __name__ == "__main__":
    main()
