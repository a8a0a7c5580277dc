"""How a target stands: met, missed, open or not to be told, and the growth that is still needed.

1. Met or missed is said only of a figure that counts the same as the target, for the very time at which it
   was due; and met also of an earlier one that has reached it already.
2. Open is what is not due yet. What was due and has no such figure cannot be told, whatever figures of
   another definition say: they are shown beside it.
3. A target at a point in time, due in the month in which it was stated, has no due time of its own: its
   source gives none.
4. The growth needed is by the year, compound, from the end of the latest figure's period to the end of the
   time at which the target is due. It is given for a figure of another definition too, and marked so.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, NamedTuple

from policygraph.questions.promises import PromisedTarget

__all__ = ["STANDINGS", "Progress", "growth_needed", "progress"]

STANDINGS: Final = ("met", "missed", "open", "cannot be told")
_DAYS: Final = Decimal("365.2425")
"""In a year."""
_CONTEXT: Final = Context(prec=34, rounding=ROUND_HALF_UP)


class Progress(NamedTuple):
    """How a target stands on a day."""

    standing: str
    """One of STANDINGS."""
    due: str
    """When it is due; `not stated` where its source gives no time."""
    growth_needed: Decimal | None
    """Per cent a year, to a tenth; None where it is not due any more, is reached, or has no figure."""
    why: str
    """What the standing rests on, or why it cannot be told."""


def progress(row: PromisedTarget) -> Progress:
    """How a target stands on the day up to which the row was asked for."""
    if not _has_due(row):
        return Progress("cannot be told", "not stated", None, "no day is known by which it is due")
    standing, why = _standing(row)
    needed = _needed(row) if standing == "open" else None
    return Progress(standing, row.due or str(row.due_end), needed, why)


def growth_needed(have: Decimal, want: Decimal, start: date, end: date) -> Decimal | None:
    """Per cent a year, compound, that leads from one value to another; None for no time or no base.

    >>> growth_needed(Decimal(100), Decimal(121), date(2023, 6, 30), date(2025, 6, 30))
    Decimal('10.0')
    """
    years = _years(start, end)
    if have <= 0 or want <= 0 or years <= 0:
        return None
    factor = _CONTEXT.power(_CONTEXT.divide(want, have), _CONTEXT.divide(Decimal(1), years))
    return _CONTEXT.quantize((factor - 1) * 100, Decimal("0.1"))


def _years(start: date, end: date) -> Decimal:
    """Whole months count as twelfths, so that from June to June is a year exactly; days are what is left."""
    day = timedelta(1)
    first, last = start + day, min(end, date.max - day) + day
    months = (last.year - first.year) * 12 + last.month - first.month
    return Decimal(months) / 12 + Decimal(last.day - first.day) / _DAYS


def _has_due(row: PromisedTarget) -> bool:
    within_a_month = (row.due_start.year, row.due_start.month) == (row.due_end.year, row.due_end.month)
    if row.due_kind != "point" or not within_a_month or row.said is None:
        return True
    return not row.due_start <= row.said <= row.due_end


def _standing(row: PromisedTarget) -> tuple[str, str]:
    if row.due_value is not None:
        reached = _reached(row, row.due_value)
        return "met" if reached else "missed", f"{row.due_label} in {row.due_source}"
    if row.actual_value is not None and row.comparable and _reached(row, row.actual_value):
        return "met", f"{row.actual_label} in {row.actual_source}"
    if row.due_end >= row.as_of:
        return "open", ""
    if row.actual_value is None:
        return "cannot be told", "no figure is known"
    if not row.comparable:
        return "cannot be told", "the figures known count something else"
    return "cannot be told", "no figure is known of the time at which it was due"


def _reached(row: PromisedTarget, value: Decimal) -> bool:
    return value <= row.value if row.bound == "at-most" else value >= row.value


def _needed(row: PromisedTarget) -> Decimal | None:
    if row.actual_value is None or row.actual_end is None or _reached(row, row.actual_value):
        return None
    return growth_needed(row.actual_value, row.value, row.actual_end, row.due_end)
