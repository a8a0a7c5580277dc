"""A number with what it measures, as printed."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

__all__ = ["Amount"]


class Amount(NamedTuple):
    """A number with its unit: an ISO 4217 code, `percent`, `points`, `ordinal`, `times` or `count`."""

    start: int
    end: int
    value: Decimal
    unit: str
    exponent: int = 0
    in_words: bool = False
    joined: bool = False
    """Whether it is an end of a range."""

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency."""
        return self.unit.isupper()
