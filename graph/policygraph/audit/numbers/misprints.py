"""The numbers that a printed one may have been before a slip of the pen.

1. Its digits are those down to the last printed place.
2. Swapped: two unlike neighbours change places. Dropped: any digit put back before any digit, before the
   point where there is one, or at the end of a number without a point.
3. A unit slip is a factor of ten, a hundred, a thousand (lakh and million, crore and billion, million and
   billion), or a hundred thousand or ten million (a lakh or crore left out).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

__all__ = ["UNIT_SLIPS", "put_back", "swapped"]

UNIT_SLIPS = tuple(Decimal(10) ** power for power in (1, -1, 2, -2, 3, -3, 5, -5, 7, -7))


def swapped(value: Decimal, step: Decimal) -> Iterator[Decimal]:
    """The value with two neighbouring digits in each other's place.

    >>> [str(one) for one in swapped(Decimal("22.76"), Decimal("0.01"))]
    ['27.26', '22.67']
    """
    digits, sign = _digits(value, step)
    for at in range(len(digits) - 1):
        one, two = digits[at], digits[at + 1]
        if one != two and not (at == 0 and two == "0"):
            yield sign * Decimal(digits[:at] + two + one + digits[at + 2 :]) * step


def put_back(value: Decimal, step: Decimal) -> Iterator[Decimal]:
    """The value with one digit more.

    >>> [str(one) for one in put_back(Decimal("2.7"), Decimal("0.1"))][:3]
    ['12.7', '22.7', '32.7']
    """
    digits, sign = _digits(value, step)
    places = len(digits) + min(0, step.adjusted())
    seen = set()
    for at in range(places + 1 if digits else 0):
        for digit in "0123456789":
            longer = digits[:at] + digit + digits[at:]
            if not longer.startswith("0") and longer not in seen:
                seen.add(longer)
                yield sign * Decimal(longer) * step


def _digits(value: Decimal, step: Decimal) -> tuple[str, int]:
    """Digits down to the step, and the sign; none for nought and for a value without a step."""
    if not value or step <= 0:
        return "", 1
    return str(int(abs(value) / step)), -1 if value < 0 else 1
