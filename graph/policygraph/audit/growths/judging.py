"""What recomputing a rate gives: which pairs of levels speak for it, which against it.

1. A rate that fits every base it may be counted from is consistent; one that fits some and not others fits
   one vintage; one that fits none is inconsistent.
2. What has no finite size, or is ten million times more than it was, is no rate: it is not computed.
3. A rate whose base has no period, whose bases are all nought or less, or are all in another currency, is not
   computable; nor is a fall by more than everything that has no base to show how.
4. Anything else without a base that may speak has no base.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from policygraph.audit.growths.bases import Pair, bases_of, levels_of, own_base, pairs_of
from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.records.counted import Rate
from policygraph.audit.series.ledger import Ledger, sound

__all__ = ["Judgement", "gap", "judge"]

MOST = Decimal(10) ** 9
"""In per cent."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is known about a rate before it is put into words."""

    rate: Rate
    code: str
    """Code of the scheme `verdict`."""
    stated: Interval
    hits: tuple[Pair, ...] = ()
    """Pairs that speak for it."""
    misses: tuple[Pair, ...] = ()
    """Pairs that speak against it: from the base of its own source, then the nearest first."""
    silent: tuple[Pair, ...] = ()
    """Pairs that say nothing: too vague to speak against it, or without a change."""
    misfit: Fraction = Fraction(0)
    """How far the first pair that speaks against it is from it, in percentage points."""
    own: str = ""
    """IRI of the base of its own source, where that speaks against it."""
    reason: str = ""
    """Why it is not computable or has no base, in a code of this module."""


def judge(ledger: Ledger, rate: Rate) -> Judgement:
    """Recompute a rate against every base that it may be counted from."""
    if not sound(rate.rate) or abs(rate.rate) >= MOST:
        return Judgement(rate, "not-computable", Interval(None, None), reason="size")
    if not sound(rate.step) or rate.step < 0:
        rate = replace(rate, step=abs(rate.step) if sound(rate.step) else Decimal(0))
    stated = Interval.of(rate.rate, rate.step)
    pairs = pairs_of(ledger, rate, stated)
    speaking = [pair for pair in pairs if pair.growth is not None and not pair.weak]
    speaking = speaking or [pair for pair in pairs if pair.weak and pair.fits]
    closed = [pair for pair in speaking if not pair.open]
    own = own_base(rate, speaking)
    hits = tuple(pair for pair in closed or speaking if pair.fits)
    misses = tuple(
        sorted(
            (pair for pair in speaking if not pair.fits),
            key=lambda pair: (pair.base.iri != own, gap(pair, stated), pair.base.iri),
        )
    )
    heard = set(map(id, speaking))
    silent = tuple(pair for pair in pairs if id(pair) not in heard)
    if speaking:
        code = "inconsistent" if not hits else "one-vintage" if misses else "consistent"
        misfit = gap(misses[0], stated) if misses else Fraction(0)
        against = own if misses and misses[0].base.iri == own else ""
        return Judgement(rate, code, stated, hits, misses, silent, misfit, against)
    code, reason = _unspoken(ledger, rate, silent)
    return Judgement(rate, code, stated, silent=silent, reason=reason)


def gap(pair: Pair, stated: Interval) -> Fraction:
    """How far the rates that a pair allows are from the stated one, in percentage points; 0 if they meet."""
    growth = pair.growth or Interval(None, None)
    if growth.high is not None and stated.low is not None and growth.high < stated.low:
        return stated.low - growth.high
    if growth.low is not None and stated.high is not None and growth.low > stated.high:
        return growth.low - stated.high
    return Fraction(0)


def _unspoken(ledger: Ledger, rate: Rate, silent: Sequence[Pair]) -> tuple[str, str]:
    """Verdict and reason where no base may speak."""
    if rate.base_period is None and ledger.stated(rate, rate.base_figure) is None:
        return "not-computable", "period"
    same_unit = [pair for pair in silent if pair.level.series.unit == pair.base.series.unit]
    if silent and not same_unit:
        return "not-computable", "currency"
    if same_unit and not any(pair.growth for pair in same_unit):
        return "not-computable", "nought"
    if rate.rate + rate.step < -100:
        return "not-computable", "fall"
    if silent:
        return "no-base", "vague"
    levels, bases = levels_of(ledger, rate), bases_of(ledger, rate)
    return "no-base", ("level" if bases else "both") if not levels else "base"
