"""What a printed number may stand for, and sums over such numbers.

1. A number printed to a last place stands for everything that rounds to it: $3.2 billion is 3.15 to 3.25.
   Both ends count as possible, because houses round halves either way.
2. `at-least` has no upper end, `at-most` no lower one; `about` reaches half the worth of the last digit
   that is not nought to either side.
3. All sums are exact: ends are fractions, never floats.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

__all__ = ["Interval", "growth_between"]


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both included; None is an open end.

    >>> Interval.of(Decimal("3.2"), Decimal("0.1"))
    Interval(low=Fraction(63, 20), high=Fraction(13, 4))
    """

    low: Fraction | None
    high: Fraction | None

    @classmethod
    def of(cls, value: Decimal, step: Decimal, bound: str | None = None) -> Interval:
        """What a printed value with this last place and this bound may stand for."""
        twice = max(Fraction(step), _last_digit(value)) if bound == "about" else step
        (top, bottom), (half, parts) = value.as_integer_ratio(), twice.as_integer_ratio()
        middle, off, whole = 2 * top * parts, half * bottom, 2 * bottom * parts
        low = None if bound == "at-most" else Fraction(middle - off, whole)
        return cls(low, None if bound == "at-least" else Fraction(middle + off, whole))

    def meets(self, other: Interval) -> bool:
        """Whether one number can be meant by both."""
        return _least(self.low, other.high) and _least(other.low, self.high)

    def __contains__(self, number: Fraction | Decimal | int) -> bool:
        return _least(self.low, Fraction(number)) and _least(Fraction(number), self.high)

    def __add__(self, other: Interval) -> Interval:
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.high is None else self.low - other.high,
            None if self.high is None or other.low is None else self.high - other.low,
        )


def growth_between(base: Interval, level: Interval) -> Interval | None:
    """The changes in per cent that lead from a base to a level; None where the base may be nought or less.

    >>> growth_between(Interval.of(Decimal(100), Decimal(0)), Interval.of(Decimal(125), Decimal(0)))
    Interval(low=Fraction(25, 1), high=Fraction(25, 1))
    """
    if base.low is None or base.low <= 0:
        return None
    low = None if level.low is None else _change(level.low, base.high if level.low >= 0 else base.low)
    high = None if level.high is None else _change(level.high, base.low if level.high >= 0 else base.high)
    return Interval(low, high)


def _change(level: Fraction, base: Fraction | None) -> Fraction:
    if base is None:
        return Fraction(-100)
    top, bottom = level.numerator * base.denominator, base.numerator * level.denominator
    return Fraction(100 * (top - bottom), bottom)  # one fraction made, where the formula makes six


def _least(low: Fraction | None, high: Fraction | None) -> bool:
    return low is None or high is None or low <= high


def _plus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def _last_digit(value: Decimal) -> Fraction:
    """The worth of the last digit that is not nought."""
    if not value:
        return Fraction(1)
    exponent = value.normalize().as_tuple().exponent
    return Fraction(10) ** int(exponent)
