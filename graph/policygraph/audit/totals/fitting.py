"""Whether stated values add up: some combination of what is stated for a whole and for each of its parts.

A period may have several values, from several publications. A sum fits where one value of each can be meant
together. Where other combinations do not fit, the sum is told as well, for information, naming the values
that are in no combination that fits: so a further source may explain a sum, but never hides one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import prod

from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.series.levels import Level

__all__ = ["FITS", "Fit", "Reach", "fitted", "hull", "reach", "surely", "total"]

_MOST = 512
"""Of more combinations than this, only the widest that they allow is looked at."""
_SURE = 1e-9
"""Ends closer than this share are compared as fractions; binary numbers settle all others."""
_NOUGHT = Fraction(0)

Options = Sequence[Sequence[Level]]
Reach = tuple[float, float]
"""A least and a greatest number, in binary."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What came of adding up."""

    gap: Fraction = _NOUGHT
    """The parts less the whole, at the nearest; nought where some combination fits."""
    wrong: bool = False
    """Whether some combination does not fit: values of unlike publications, where `gap` is nought."""
    lone: tuple[Level, ...] = ()
    """Values in no combination that fits, as far as that was tried; all of them where none does."""

    @property
    def fits(self) -> bool:
        """Whether some combination adds up."""
        return not self.gap


FITS = Fit()
"""All of it adds up."""


def fitted(whole: Sequence[Level], parts: Options, *, at_most: bool = False) -> Fit:
    """Add up every combination of a whole's values and its parts' values.

    With `at_most`, some parts are not there, so that those which are may be less than the whole.
    """
    if surely(reach(whole), map(reach, parts)):
        return FITS
    choices = [whole, *parts]
    if prod(map(len, choices)) > _MOST:
        return _outermost(choices, at_most)
    good: set[int] = set()
    gaps = []
    for chosen in product(*choices):
        gap = _gap_of(chosen, at_most)
        gaps.append(gap)
        if not gap:
            good.update(map(id, chosen))
    return Fit(min(gaps, key=abs), any(gaps), tuple(one for one in _all(choices) if id(one) not in good))


def _outermost(choices: Options, at_most: bool) -> Fit:
    """What all combinations come to, and whether the least and the greatest values go with each other."""
    hulls = [hull(options) for options in choices]
    gap = _gap(hulls[0], total(hulls[1:]), at_most)
    least, most = ([pick(options, key=_value) for options in choices] for pick in (min, max))
    pairs = ((least[0], most[1:]), (most[0], least[1:]))
    crossed = any(_gap_of([one, *others], at_most) for one, others in pairs)
    return Fit(gap, crossed or bool(gap), tuple(_all(choices)) if gap else ())


def total(intervals: Sequence[Interval]) -> Interval:
    """The sum of what several numbers may stand for."""
    first, *others = intervals
    for other in others:
        first = first + other
    return first


def _gap_of(chosen: Sequence[Level], at_most: bool) -> Fraction:
    whole, *parts = chosen
    if surely(whole.ends, [part.ends for part in parts]):
        return _NOUGHT
    return _gap(whole.loose, total([part.loose for part in parts]), at_most)


def reach(options: Sequence[Level]) -> Reach:
    """The numbers that each of these values may stand for; the first above the second where there is none."""
    if len(options) == 1:
        return options[0].ends
    return max(level.ends[0] for level in options), min(level.ends[1] for level in options)


def surely(whole: Reach, parts: Iterable[Reach]) -> bool:
    """Whether every combination meets, by far more than binary numbers can be wrong by."""
    low = high = 0.0
    for part in parts:
        low += part[0]
        high += part[1]
    least, most = whole
    edge = _SURE * max(abs(low), abs(high), abs(least), abs(most))
    return low + edge < most and least + edge < high


def _gap(whole: Interval, parts: Interval, at_most: bool) -> Fraction:
    if whole.high is not None and parts.low is not None and parts.low > whole.high:
        return parts.low - whole.high
    if at_most or whole.low is None or parts.high is None:
        return _NOUGHT
    return min(parts.high - whole.low, _NOUGHT)


def hull(options: Sequence[Level]) -> Interval:
    """All that the values of one whole or part may stand for."""
    if len(options) == 1:
        return options[0].loose
    lows = [level.loose.low for level in options]
    highs = [level.loose.high for level in options]
    return Interval(
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


def _all(choices: Options) -> Iterator[Level]:
    return (level for options in choices for level in options)


def _value(level: Level) -> Decimal:
    return level.value
