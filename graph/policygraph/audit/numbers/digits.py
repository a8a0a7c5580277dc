"""Slips of the pen: two numbers whose digits differ as they do when one is mistyped or misplaced.

1. Powers of ten: the same figures with another number of noughts, or one rounds to the other once it is
   multiplied by a hundred or more (thousands for millions, lakhs for crores).
2. Swapped: two neighbouring digits change places. Dropped: one digit is missing. Changed: one digit is
   another. The longer number has three digits at least, down to the coarser's last place: shorter ones are
   alike too often by chance.
3. Sign: the same number below nought.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from policygraph.audit.numbers.intervals import Interval

__all__ = ["power_of_ten", "slip"]

_MOST = 12
"""No unit slip is worse than a trillion for one."""


def power_of_ten(one: Decimal, other: Decimal, step_one: Decimal, step_other: Decimal) -> int:
    """How many noughts the one has too many, negative for too few; 0 where it is no such slip.

    >>> power_of_ten(Decimal(3200000), Decimal("3.2"), Decimal(100000), Decimal("0.1"))
    6
    """
    if not one or not other or (one < 0) != (other < 0):
        return 0
    if one.copy_abs() < other.copy_abs():
        return -power_of_ten(other, one, step_other, step_one)
    noughts = one.adjusted() - other.adjusted()
    if not 1 <= noughts <= _MOST:
        return 0
    if _figures(one) == _figures(other):
        return noughts
    if noughts == 1 or min(len(_figures(one)), len(_figures(other))) < 2:
        return 0
    raised = Interval.of(other.scaleb(noughts), step_other.scaleb(noughts))
    return noughts if Interval.of(one, step_one).meets(raised) else 0


def slip(one: Decimal, other: Decimal, step: Decimal) -> str:
    """Which slip of the pen leads from one number to the other; `step` is the coarser's last place.

    Gives a code of the scheme `reading` where it has one (digits-swapped, dropped-digit, sign), `changed` for
    another digit, and nothing where it is none of these.

    >>> slip(Decimal(303), Decimal(330), Decimal(1)), slip(Decimal(303), Decimal(30), Decimal(1))
    ('digits-swapped', 'dropped-digit')
    """
    if one == -other and one:
        return "sign"
    if (one < 0) != (other < 0) or step <= 0:
        return ""
    short, long = sorted((_whole(one, step), _whole(other, step)), key=lambda digits: (len(digits), digits))
    if len(long) < 3:
        return ""
    if len(short) == len(long):
        return _same_length(short, long)
    dropped = len(long) == len(short) + 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(len(long))
    )
    return "dropped-digit" if dropped else ""


def _same_length(one: str, other: str) -> str:
    unlike = [at for at in range(len(one)) if one[at] != other[at]]
    if len(unlike) == 1:
        return "changed"
    swapped = len(unlike) == 2 and unlike[1] == unlike[0] + 1
    if swapped and one[unlike[0]] == other[unlike[1]] and one[unlike[1]] == other[unlike[0]]:
        return "digits-swapped"
    return ""


def _figures(number: Decimal) -> tuple[int, ...]:
    """The digits without noughts at either end."""
    return number.normalize().as_tuple().digits


def _whole(number: Decimal, step: Decimal) -> str:
    """The digits down to a place."""
    return str(abs(round(Fraction(number) / Fraction(step))))
