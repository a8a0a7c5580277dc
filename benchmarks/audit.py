"""What an audit costs: CPU seconds and memory for made-up figures, a change of one among them included.

The figures are those of a statistical office and the papers that quote it: monthly values of many series,
running totals of the fiscal year, growth rates with most of them, two sources that now and then round
otherwise. Prints seconds for a quarter, half and all of SIZE levels and rates, as the build runs the audit:
linear is as many milliseconds each in every row. "One more" is the audit after one figure came, with what the
one before found in the memo, and how many of all families were checked then. Of memory it prints the most
that the process has had with the facts, then with all that was found beside them, which grow with the figures
and are held; and the most that the audit itself had beyond the facts where findings are let go as they come:
its own part, which is to be the same in every row but for one reference to each figure.
"""

from __future__ import annotations

import resource
import sys
import time
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from policygraph.audit.facts import Facts, SourceRecord
from policygraph.audit.findings import Found
from policygraph.audit.records import Observation, Rate, Series
from policygraph.audit.run import audit, found_in
from policygraph.build.audit_memo import AuditMemo, audit_memo
from policygraph.build.memory import collector_off
from policygraph.periods import FiscalCalendar, Period

SIZE = 100_000
MONTHS = 48
FIRST = Period.parse("2020-07")
CALENDAR = FiscalCalendar(7)


def made(figures: int) -> Facts:
    """So many levels and rates, or a few more; always the same."""
    random = Random(figures)  # noqa: S311 - not for secrets
    levels: list[Observation] = []
    rates: list[Rate] = []
    series = 0
    while len(levels) + len(rates) < figures:
        series += 1
        for level, rate in one_series(random, series):
            levels.append(level)
            rates += [rate] if rate else []
    everything: tuple[Observation | Rate, ...] = (*levels, *rates)
    sources = tuple(SourceRecord(f"urn:s{number}", publisher=f"Paper {number}") for number in range(40))
    return Facts(
        observations=tuple(levels),
        rates=tuple(rates),
        sources=sources,
        names={f"urn:i{number}": f"indicator {number}" for number in range(series + 1)},
        stated_in={one.iri: (one.source,) for one in everything},
        fiscal_start=CALENDAR.start_month,
    )


def one_series(random: Random, number: int) -> Iterator[tuple[Observation, Rate | None]]:
    """A month and a running total after the other, each stated once or twice."""
    series = Series(f"urn:i{number}", "urn:place", f"urn:i{number}.d", "USD")
    value, values = Decimal(random.randrange(10**7, 10**9)), []
    for month in range(MONTHS):
        value = (value * Decimal(random.randint(95, 107)) / 100).quantize(Decimal(1))
        values.append(value)
        start = month - month % 12
        for first in {month, start}:
            total = sum(values[first : month + 1], Decimal(0))
            period = Period(FIRST.shifted(first).start, FIRST.shifted(month).end)
            for times in range(random.choice((1, 1, 2))):
                name = f"{number}-{first}-{month}-{times}"
                yield from stated(random, name, series, period, total, values, first, month)


def stated(
    random: Random,
    name: str,
    series: Series,
    period: Period,
    total: Decimal,
    values: list[Decimal],
    first: int,
    month: int,
) -> Iterator[tuple[Observation, Rate | None]]:
    """One source's level, with its growth over the year before where there is one."""
    step = Decimal(10) ** random.choice((4, 5, 6))
    source, kind, day = f"urn:s{random.randrange(40)}", CALENDAR.kind(period), date(2025, 1, 1)
    printed = (total / step).quantize(Decimal(1)) * step
    level = Observation(
        f"urn:f{name}", series, period, kind, printed, step, source, label=name, published=day
    )
    if first < 12:
        yield level, None
        return
    before = sum(values[first - 12 : month - 11], Decimal(0))
    change = ((total / before - 1) * 100).quantize(Decimal("0.1"))
    yield (
        level,
        Rate(
            f"urn:g{name}",
            series,
            period,
            kind,
            change,
            Decimal("0.1"),
            "yoy",
            period.shifted(-12),
            source,
            label=name,
            figure=level.iri,
            published=day,
        ),
    )


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
