"""Ranges: two amounts that are the ends of one, and what each lacks that the other has (see `amounts`)."""

from __future__ import annotations

import re

from policygraph.quantities import plain
from policygraph.reader.figures.amount import Amount

__all__ = ["ranged"]

_JOINT = re.compile(r" ?- ?| to | and ")
_JOINT_LENGTH = len(" and ")
_CHANGING = frozenset({"percent", "times"})
"""Units that a change may be told in."""


def ranged(text: str, found: list[Amount]) -> list[Amount]:
    """The amounts, of which those that are ends of a range have the unit and the scale of both.

    >>> from decimal import Decimal
    >>> ends = [Amount(3, 4, Decimal(5), "count"), Amount(8, 11, Decimal(9), "percent")]
    >>> [amount.unit for amount in ranged("up 5 to 9pc", ends)]
    ['percent', 'percent']
    """
    for place in range(len(found) - 1):
        first, second = found[place], found[place + 1]
        if second.start - first.end > _JOINT_LENGTH:
            continue
        gap = text[first.end : second.start]
        if not _JOINT.fullmatch(gap):
            continue
        if gap == " and " and not _after_between(text, first.start):
            continue
        if gap.strip() == "to" and first.unit in _CHANGING and second.unit != "times":
            continue  # `rose 5% to 7%` and `grew 2.2x to 3.3 million` tell a change and a level
        found[place : place + 2] = _shared(first, second)
    return found


def _after_between(text: str, start: int) -> bool:
    return bool(re.search(r"\bbetween (?:the ranges? of )?\Z", text[max(0, start - 24) : start]))


def _shared(first: Amount, second: Amount) -> list[Amount]:
    units = {first.unit, second.unit} - {"count"}
    if len(units) > 1 or "ordinal" in units:
        return [first, second]
    if first.unit.isupper() and second.unit == "count" and second.value < first.value:
        return [first, second]
    unit = units.pop() if units else "count"
    if not first.exponent and second.exponent and first.value < second.value.scaleb(-second.exponent) * 1000:
        first = first._replace(value=plain(first.value.scaleb(second.exponent)), exponent=second.exponent)
    if second.unit.isupper() and first.unit == "count" and second.value < 1 and first.value >= 1:
        first = first._replace(value=plain(first.value / 100))
    return [first._replace(unit=unit, joined=True), second._replace(unit=unit, joined=True)]
