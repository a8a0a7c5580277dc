"""What an audit costs: CPU seconds and memory for made-up figures, a change of one among them included.

Prints seconds for a quarter, half and all of SIZE levels and rates, as the build runs the audit: linear is as
many milliseconds each in every row, in the table of indicators that are all part of one as well. "One more"
is the audit after one figure came, with what the one before found in the memo, and how many families were
checked then. Of memory it prints the most that the process has had with the facts, then with all that was
found beside them, which grow with the figures and are held; and the most that the audit itself had beyond the
facts where findings are let go as they come: its own part, the same in every row but for one reference each.
"""

from __future__ import annotations

import resource
import sys
import time
import tracemalloc
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from audit_figures import made, wide

from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Found
from policygraph.audit.run import audit, found_in
from policygraph.build.audit_memo import AuditMemo, audit_memo
from policygraph.build.memory import collector_off

SIZE = 100_000


def cpu(call: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    before = time.process_time()
    call()
    return time.process_time() - before


def megabytes() -> float:
    """The most memory that the process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def own_part(facts: Facts) -> float:
    """The most megabytes that an audit has at a time beyond its facts, with what is found let go at once."""
    tracemalloc.start()
    deque(found_in(facts), maxlen=0)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


class Counting:
    """A memo that counts the families it does not know."""

    def __init__(self, memo: AuditMemo) -> None:
        self.memo, self.new = memo, 0

    def get(self, digest: str) -> Found | None:
        """What is known of a family."""
        return self.memo.get(digest)

    def put(self, digest: str, found: Found) -> None:
        """Keep and count."""
        self.new += 1
        self.memo.put(digest, found)


def remembered(facts: Facts, folder: Path) -> int:
    """Audit with what the folder's memo knows; how many families were checked."""
    with audit_memo(folder) as memo:
        counting = Counting(memo)
        audit(facts, counting)
    return counting.new


@collector_off()
def main() -> None:
    """Print a table; a number on the command line is another size."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SIZE
    head = ("figures", "of these rates", "CPU s", "ms each", "one more: s", "families", "checked")
    print("".join(f"{words:>15}" for words in (*head, "MB, facts", "MB, found", "own part")))
    audit(made(1000))  # what is kept once for all is no part of any row
    rows = []
    for wanted in (size // 4, size // 2, size):
        cells, own = measured(wanted)
        rows.append(own)
        print("".join(f"{cell:>15}" for cell in cells), flush=True)
    print(f"four times the figures: {rows[-1] / rows[0]:.2f} times the memory of the audit's own part")
    print("".join(f"{words:>15}" for words in ("wide", "CPU s", "ms each")))
    for wanted in (size // 100, size // 50, size // 25):
        facts = wide(wanted)
        seconds = cpu(lambda facts=facts: audit(facts))  # type: ignore[misc]
        cells = (f"{wanted:,}", f"{seconds:.2f}", f"{seconds / wanted * 1e3:.3f}")
        print("".join(f"{cell:>15}" for cell in cells), flush=True)


def measured(wanted: int) -> tuple[tuple[str, ...], float]:
    """One row of the table, and the megabytes of the audit's own part."""
    facts = made(wanted)
    given = megabytes()
    seconds = cpu(lambda: audit(facts))
    further = replace(facts.observations[-1], iri="urn:new")
    more = replace(facts, observations=(*facts.observations, further))
    with TemporaryDirectory() as name:
        every = remembered(facts, Path(name))
        start = time.process_time()
        again = remembered(more, Path(name))
        once = time.process_time() - start
    whole, own = megabytes(), own_part(facts)
    figures, rates = len(facts.observations) + len(facts.rates), len(facts.rates)
    counts = (f"{figures:,}", f"{rates:,}", f"{seconds:.2f}", f"{seconds / figures * 1e3:.3f}")
    return (
        *counts,
        f"{once:.2f}",
        f"{every:,}",
        f"{again:,}",
        f"{given:.0f}",
        f"{whole:.0f}",
        f"{own:.1f}",
    ), own


if __name__ == "__main__":
    main()
