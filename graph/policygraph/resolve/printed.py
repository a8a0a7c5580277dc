"""An amount as the text prints it: its digits, its unit with the country's scale word, and its bound.

1. The digits are the printed ones, so that their last place stays; a number in words, or in a scale that
   the country has no word for, is written out in the largest scale below that it has.
2. A count takes the indicator's own unit, money its currency.
3. A word such as `more than`, `up to` or `about` right before the amount is its bound.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from policygraph.lexicon import any_of, groups, one_of
from policygraph.quantities import plain
from policygraph.reader.figures.amounts import Amount

__all__ = ["Printed", "bound_before", "printed_amount"]

_DIGITS = re.compile(r"[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?")
_NEAR = 24


class Printed(NamedTuple):
    """`value` as a plain number, `unit` with its scale word, and the words of the text."""

    value: str
    unit: str
    words: str


def printed_amount(text: str, amount: Amount, unit: str, scales: Mapping[str, int]) -> Printed:
    """The amount for a record; `unit` is a code without a scale word.

    >>> from policygraph.reader.figures.amounts import amounts_of
    >>> from policygraph.reader.countries import Country
    >>> printed_amount("us$1.50 billion", amounts_of("us$1.50 billion", Country())[0], "USD", {"billion": 9})
    Printed(value='1.50', unit='USD billion', words='us$1.50 billion')
    """
    words = text[max(0, amount.start) : amount.end]
    scale, exponent = _scale(amount.exponent, scales)
    value = format(plain(amount.value.scaleb(-exponent)), "f")
    digits = _DIGITS.search(words)
    if digits and not amount.in_words:
        exact = digits[0].replace(",", "")
        if Decimal(exact) == Decimal(value):
            value = exact
    return Printed(value, f"{unit} {scale}".strip(), " ".join(words.split()))


def _scale(exponent: int, scales: Mapping[str, int]) -> tuple[str, int]:
    fitting = [(power, word) for word, power in scales.items() if 0 < power <= exponent]
    power = max((power for power, _ in fitting), default=0)
    return next((word for one, word in fitting if one == power), ""), power


def bound_before(low: str, start: int) -> str | None:
    """Concept of the scheme `bound`, by the words right before a place of a folded text."""
    found = _bounds().search(low[max(0, start - _NEAR) : start])
    return found.lastgroup.replace("_", "-") if found and found.lastgroup else None


@cache
def _bounds() -> re.Pattern[str]:
    listed = groups("resolve", "bounds")
    inner = "|".join(f"(?P<{code.replace('-', '_')}>{any_of(words)})" for code, words in listed.items())
    return re.compile(rf"(?:{inner}) (?:{one_of('resolve', 'articles')} )?\Z")
