"""Quantities as printed: a decimal, its scale and its unit, and the step it was rounded to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Quantity", "QuantityError", "plain", "rounding_step"]

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class QuantityError(ValueError):
    """A text is not a number with a known unit."""


@dataclass(frozen=True)
class Quantity:
    """`printed` times ten to the `exponent`, in `unit`: 303 with exponent 6 in USD is $303 million.

    >>> Quantity.parse("303", "USD million", {"million": 6}).value
    Decimal('303000000')
    """

    printed: str
    exponent: int
    unit: str

    @classmethod
    def parse(cls, printed: str, unit: str, scales: Mapping[str, int]) -> Quantity:
        """Read a number and a unit such as `USD million`; `scales` gives each scale word's power of ten.

        Raises QuantityError when the number is no plain decimal (`303`, `-0.50`) or the scale is unknown.
        """
        if not _NUMBER.fullmatch(printed):
            raise QuantityError(f"{printed!r} is not a number")
        name, _, scale = unit.partition(" ")
        if scale and scale not in scales:
            raise QuantityError(f"unit {unit!r}: scale {scale!r} is not one of {', '.join(scales)}")
        return cls(printed, scales[scale] if scale else 0, name)

    @property
    def value(self) -> Decimal:
        """The number in whole units."""
        return plain(Decimal(f"{self.printed}e{self.exponent}"))

    @property
    def step(self) -> Decimal:
        """What one unit in the last printed place is worth, in whole units: $303 million has 1,000,000."""
        return plain(Decimal(f"{rounding_step(self.printed):f}e{self.exponent}"))


def rounding_step(printed: str) -> Decimal:
    """The worth of the last printed decimal place; whole numbers are taken as exact to one.

    >>> rounding_step("22.67")
    Decimal('0.01')
    """
    places = len(printed.partition(".")[2])
    return Decimal(f"1e-{places}")


def plain(number: Decimal) -> Decimal:
    """Without a positive exponent, trailing zeros or a negative zero: `3.03E+8` is `303000000`.

    Exact at any length; the caller's decimal context plays no part.

    >>> plain(Decimal("3.030E+8"))
    Decimal('303000000')
    """
    text = f"{number:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text) or Decimal(0)
