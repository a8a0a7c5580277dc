"""Ranges side by side on one scale: where each bar begins and ends, in hundredths of the width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Bar", "Range", "bars_of"]

_MARGIN = Decimal("0.06")
_LEAST = Decimal("0.6")
"""A bar this wide can still be seen."""


@dataclass(frozen=True, slots=True)
class Range:
    """A number as printed, and what it may stand for."""

    label: str
    words: str
    low: Decimal
    high: Decimal
    stated: bool = True
    """Whether a source states it; a computed range is drawn otherwise."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A range as drawn: `x` and `width` of 100."""

    label: str
    words: str
    x: str
    width: str
    stated: bool


def bars_of(ranges: Sequence[Range]) -> list[Bar]:
    """The bars of ranges on one scale that holds them all; none where there is nothing to compare.

    >>> one, two, three = Decimal(1), Decimal(2), Decimal(3)
    >>> [bar.x for bar in bars_of([Range("a", "1.5", one, two), Range("b", "2.5", two, three)])]
    ['5.36', '50.00']
    """
    if len(ranges) < 2:
        return []
    first, last = min(one.low for one in ranges), max(one.high for one in ranges)
    room = (last - first) * _MARGIN or Decimal(1)
    start, width = first - room, last - first + 2 * room
    return [_bar(one, start, width) for one in ranges]


def _bar(one: Range, start: Decimal, width: Decimal) -> Bar:
    x, wide = (one.low - start) / width * 100, (one.high - one.low) / width * 100
    if wide < _LEAST:
        x, wide = x - (_LEAST - wide) / 2, _LEAST
    return Bar(one.label, one.words, f"{x:.2f}", f"{wide:.2f}", one.stated)
