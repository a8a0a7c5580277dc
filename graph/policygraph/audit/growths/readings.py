"""What else a rate that no base reproduces may have been: the first reading, in this order, that fits.

1. Truncated: the rate is cut instead of rounded.
2. Rounded inputs: noughts at the end of a level are rounding (1,700 million for "1.7 billion"), down to two
   figures.
3. Percentage points, for a level in per cent: the difference instead of the relative change.
4. Sign: a fall given as a rise.
5. Other level, other base: another level that is stated for the period, or a base of another definition, or
   one that is doubted or derived.
6. Last year's rate: the very rate that is stated, or one that is reckoned, for the year or period before.
7. The other basis: the change over the period just before instead of the year before, or the reverse.
8. Other period: the change of a run that ends in the same month, of the next month or the last; a base one
   month or one year off; the calendar year for the fiscal year.
9. Other rate: the very number that the same source states for a related indicator.
10. Unit slip, swapped digits, a dropped digit (misprints.py): in the rate, the level or the base.
11. Rounded inputs again: the rate was reckoned from both levels rounded one place more.
12. Other base again: one within half a hundredth of a stated base, which nobody states. This says only that
    the misfit is as small as a revision.

Where the rate misfits the base of its own source, what is reckoned from other periods (6 as reckoned, 7, 8)
comes last: the others explain it by that very base. No slip (10) is read into an amount that other rates fit
as it is printed.

A reading has to be specific. Say that a rate is off by d percentage points. Then luck could as well have
printed any rate within d of this one; the ways to read it so must take in a small part of that range: one
fifth where other statements show the reading (5 to 9) or it is a common slip (3), one tenth where arithmetic
alone does (4, 10, 11). 1, 2 and 12 excuse small misfits only, and need no such limit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from policygraph.audit.growths import other_figures, slips
from policygraph.audit.growths.judging import Judgement
from policygraph.audit.growths.tries import Try, lucky
from policygraph.audit.series.ledger import Ledger

__all__ = ["reading"]

_ANY, _EVIDENCE, _ARITHMETIC = None, Fraction(1, 5), Fraction(1, 10)
"""How often luck may meet a rate."""
_Reader = tuple[Callable[[Ledger, Judgement], list[Try]], Fraction | None]
_ELSEWHEN: tuple[_Reader, ...] = (
    (other_figures.changes, _EVIDENCE),
    (other_figures.other_basis, _EVIDENCE),
    (other_figures.other_period, _EVIDENCE),
)
_READERS: tuple[_Reader, ...] = (
    (slips.cut, _ANY),
    (slips.rounded_inputs, _ANY),
    (slips.difference, _EVIDENCE),
    (slips.other_sign, _ARITHMETIC),
    (other_figures.other_level, _EVIDENCE),
    (other_figures.other_base, _EVIDENCE),
    (other_figures.rate_before, _EVIDENCE),
    *_ELSEWHEN,
    (other_figures.other_rate, _EVIDENCE),
    (slips.unit_slip, _ARITHMETIC),
    (slips.digits_swapped, _ARITHMETIC),
    (slips.dropped_digit, _ARITHMETIC),
    (slips.reckoned_rounded, _ARITHMETIC),
    (slips.near_base, _ANY),
)


_OWN_FIRST = (*(one for one in _READERS if one not in _ELSEWHEN), *_ELSEWHEN)
_SLIPS = frozenset({"unit-slip", "digits-swapped", "dropped-digit"})


def reading(ledger: Ledger, judgement: Judgement, sure: Mapping[str, Decimal]) -> Try | None:
    """The likeliest reading by which an inconsistent rate fits; None where none is specific enough.

    `sure` are the values of amounts, by IRI, that other rates fit.
    """
    off = judgement.misfit
    for reader, limit in _OWN_FIRST if judgement.own else _READERS:
        tries = reader(ledger, judgement)
        found = next((one for one in tries if one.fits and not _against(one, sure)), None)
        if found and (limit is None or lucky(tries, off) <= limit):
            return found
    return None


def _against(found: Try, sure: Mapping[str, Decimal]) -> bool:
    """Whether it reads a slip into an amount that is sure."""
    ends = found.ends if found.ends and found.code in _SLIPS else ()
    return any(sure.get(end.iri, end.value) != end.value for end in ends)
