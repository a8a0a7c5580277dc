"""What the checks of people, initiatives and bodies share: how things are called, and which day is sure.

1. A stated date may mean any of its days: a month all of its month, a year all of its year.
2. Two dates are taken for different only where no day is in both.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import timedelta
from typing import TypeVar

from policygraph.audit.records.facts import Facts
from policygraph.periods import Period

__all__ = ["apart", "from_to", "grouped", "length", "named", "when"]

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def named(facts: Facts, iri: str) -> str:
    """What a thing is called; the last part of its IRI where it has no name."""
    return facts.names.get(iri) or iri.rpartition("/")[2]


def when(period: Period) -> str:
    """A date as part of a sentence.

    >>> when(Period.parse("2024-01-11")), when(Period.parse("2024-01"))
    ('on 2024-01-11', 'in 2024-01')
    """
    return f"{'on' if period.start == period.end else 'in'} {period}"


def apart(first: Period, last: Period, grace: int = 0) -> bool:
    """Whether one is over before the other begins, whatever day each means, by more than `grace` days."""
    return last.start - first.end > timedelta(grace)


def length(span: Period) -> str:
    """How many days a period has.

    >>> length(Period.parse("2024-02"))
    '29 days'
    """
    count = (span.end - span.start).days + 1
    return f"{count} day{'s' if count != 1 else ''}"


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Items by a key, in the order in which they come."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def from_to(span: Period) -> str:
    """The days of a span in words: `on 2024-01-02`, `from 2024-01-02 to 2024-02-01`."""
    return f"on {span.start}" if span.start == span.end else f"from {span.start} to {span.end}"
