"""What a printed number may stand for, and sums over such numbers.

1. A number printed to a last place stands for everything that rounds to it: $3.2 billion is 3.15 to 3.25.
   Both ends count as possible, because houses round halves either way.
2. `at-least` has no upper end, `at-most` no lower one; `about` reaches half the worth of the last digit
   that is not nought to either side.
3. All sums are exact: ends are fractions, never floats.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import final

__all__ = ["Interval", "Ratio", "growth_between"]

Ratio = tuple[int, int]
"""A fraction that need not be in lowest terms; the second is above nought."""


@final
class Interval:
    """All numbers from `low` to `high`, both included; None is an open end.

    An audit compares far more ends than it prints: they are kept as they come, and reduced when asked for.

    >>> Interval.of(Decimal("3.2"), Decimal("0.1"))
    Interval(low=Fraction(63, 20), high=Fraction(13, 4))
    """

    __slots__ = ("high_ratio", "low_ratio")

    def __init__(self, low: Fraction | None, high: Fraction | None) -> None:
        self.low_ratio = None if low is None else low.as_integer_ratio()
        self.high_ratio = None if high is None else high.as_integer_ratio()

    @classmethod
    def between(cls, low: Ratio | None, high: Ratio | None) -> Interval:
        """The interval with these ends."""
        made = cls.__new__(cls)
        made.low_ratio, made.high_ratio = low, high
        return made

    @classmethod
    def of(cls, value: Decimal, step: Decimal, bound: str | None = None) -> Interval:
        """What a printed value with this last place and this bound may stand for."""
        twice = max(Fraction(step), _last_digit(value)) if bound == "about" else step
        (top, bottom), (half, parts) = value.as_integer_ratio(), twice.as_integer_ratio()
        middle, off, whole = 2 * top * parts, half * bottom, 2 * bottom * parts
        return cls.between(
            None if bound == "at-most" else (middle - off, whole),
            None if bound == "at-least" else (middle + off, whole),
        )

    @property
    def low(self) -> Fraction | None:
        """The lower end."""
        return None if self.low_ratio is None else Fraction(*self.low_ratio)

    @property
    def high(self) -> Fraction | None:
        """The upper end."""
        return None if self.high_ratio is None else Fraction(*self.high_ratio)

    def meets(self, other: Interval) -> bool:
        """Whether one number can be meant by both."""
        return _least(self.low_ratio, other.high_ratio) and _least(other.low_ratio, self.high_ratio)

    def __contains__(self, number: Fraction | Decimal | int) -> bool:
        ratio = number.as_integer_ratio()
        return _least(self.low_ratio, ratio) and _least(ratio, self.high_ratio)

    def __add__(self, other: Interval) -> Interval:
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        low, high = other.low, other.high
        return self + Interval(None if high is None else -high, None if low is None else -low)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Interval) and (self.low, self.high) == (other.low, other.high)

    def __hash__(self) -> int:
        return hash((self.low, self.high))

    def __repr__(self) -> str:
        return f"Interval(low={self.low!r}, high={self.high!r})"


def growth_between(base: Interval, level: Interval) -> Interval | None:
    """The changes in per cent that lead from a base to a level; None where the base may be nought or less.

    >>> growth_between(Interval.of(Decimal(100), Decimal(0)), Interval.of(Decimal(125), Decimal(0)))
    Interval(low=Fraction(25, 1), high=Fraction(25, 1))
    """
    least, most = base.low_ratio, base.high_ratio
    if least is None or least[0] <= 0:
        return None
    low, high = level.low_ratio, level.high_ratio
    return Interval.between(
        None if low is None else _change(low, most if low[0] >= 0 else least),
        None if high is None else _change(high, least if high[0] >= 0 else most),
    )


def _change(level: Ratio, base: Ratio | None) -> Ratio:
    if base is None:
        return -100, 1
    top, bottom = level[0] * base[1], base[0] * level[1]
    return 100 * (top - bottom), bottom


def _least(low: Ratio | None, high: Ratio | None) -> bool:
    return low is None or high is None or low[0] * high[1] <= high[0] * low[1]


def _plus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def _last_digit(value: Decimal) -> Fraction:
    """The worth of the last digit that is not nought."""
    if not value:
        return Fraction(1)
    exponent = value.normalize().as_tuple().exponent
    return Fraction(10) ** int(exponent)
