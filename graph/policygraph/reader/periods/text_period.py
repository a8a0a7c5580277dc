"""The record of a run of text that names a time, and how a period is written in a reading."""

from __future__ import annotations

from dataclasses import dataclass

from policygraph.periods import Period

__all__ = ["TextPeriod", "printed"]


@dataclass(frozen=True, slots=True)
class TextPeriod:
    """A run of text that names a time: `text[start:end]`."""

    start: int
    end: int
    period: Period | None
    """None where it is part of a name, or cannot be known."""
    shift: int = 0
    """In months, for one that is known by another period: -12 for `a year earlier`."""
    due: bool = False
    """Whether `by` or `until` stands before it."""
    named: bool = False
    """Whether it says its own year."""
    ahead: bool = False
    """Whether it is told as a distance into the future, `in five years`."""
    dateless: bool = False
    """Whether it is a fiscal year, or a part of one, of which nobody knows the dates."""
    ends: tuple[Period, Period] | None = None
    """The times that it runs between, where a thing may have changed from the one to the other."""


def printed(period: Period | None) -> str | None:
    """`2023-12/2023-12`, or the day, or None.

    >>> printed(Period.parse("2023-12"))
    '2023-12/2023-12'
    """
    if period is None:
        return None
    if period.start == period.end:
        return period.start.isoformat()
    return f"{period.start:%Y-%m}/{period.end:%Y-%m}"
