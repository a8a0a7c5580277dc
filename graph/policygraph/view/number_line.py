"""Ranges side by side on one scale: where each bar begins and ends, in hundredths of the width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

__all__ = ["Bar", "Chart", "Range", "chart_of"]

_MARGIN = Decimal("0.06")
_LEAST = Decimal("0.6")
"""A bar this wide can still be seen."""


@dataclass(frozen=True, slots=True)
class Range:
    """A number as printed, what it may stand for, and by whom it is stated."""

    label: str
    words: str
    low: Decimal
    high: Decimal
    by: tuple[str, ...] = ()
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


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars on one scale, and the words at its two ends."""

    bars: list[Bar]
    first: str
    last: str


def chart_of(ranges: Sequence[Range], words: Callable[[Decimal], str]) -> Chart | None:
    """The bars of ranges on one scale that holds them all; None where there is nothing to compare.

    What differs in nothing but by whom it is stated is one bar. The ends are ticks: both to one place, that
    of the second digit of the width.

    >>> one, two, three = Decimal(1), Decimal(2), Decimal(3)
    >>> chart = chart_of([Range("a", "1.5", one, two), Range("b", "2.5", two, three)], "{:.1f}".format)
    >>> [bar.x for bar in chart.bars], chart.first, chart.last
    (['8.33', '50.00'], '0.8', '3.2')
    """
    kept = _merged(ranges)
    if len(kept) < 2:
        return None
    first, last = min(one.low for one in kept), max(one.high for one in kept)
    room = (last - first) * _MARGIN or Decimal(1)
    start, end = _ticks(first - room, last + room)
    return Chart([_bar(one, start, end - start) for one in kept], words(start), words(end))


def _ticks(start: Decimal, end: Decimal) -> tuple[Decimal, Decimal]:
    """The nearest outside the two, with as many places as it takes to tell the width to two digits."""
    tick = Decimal(1).scaleb((end - start).adjusted() - 1)
    outside = (
        (start / tick).to_integral_value(ROUND_FLOOR) * tick,
        (end / tick).to_integral_value(ROUND_CEILING) * tick,
    )
    low, high = (one.quantize(min(tick, Decimal(1))) for one in outside)
    return low, high


def _merged(ranges: Sequence[Range]) -> list[Range]:
    """Each range once, in order, with all who state it."""
    found: dict[Range, list[str]] = {}
    for one in ranges:
        found.setdefault(replace(one, by=()), []).extend(one.by)
    return [replace(one, by=tuple(dict.fromkeys(by))) for one, by in found.items()]


def _bar(one: Range, start: Decimal, width: Decimal) -> Bar:
    x, wide = (one.low - start) / width * 100, (one.high - one.low) / width * 100
    if wide < _LEAST:
        x, wide = x - (_LEAST - wide) / 2, _LEAST
    label = f"{one.label} ({'; '.join(one.by)})" if one.by else one.label
    return Bar(label, one.words, f"{x:.2f}", f"{wide:.2f}", one.stated)
