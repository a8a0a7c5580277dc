"""Readings that arithmetic alone shows: numbers cut short, rounded more, misprinted, or revised a little."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from policygraph.audit.growths.judging import Judgement
from policygraph.audit.growths.tries import Tell, Try, changed, nearest, over, sight
from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.numbers.misprints import UNIT_SLIPS, put_back, swapped
from policygraph.audit.series.ledger import Amount, Ledger
from policygraph.audit.series.levels import worth_of_last
from policygraph.audit.wording import amount

__all__ = [
    "cut",
    "difference",
    "digits_swapped",
    "dropped_digit",
    "near_base",
    "other_sign",
    "reckoned_rounded",
    "rounded_inputs",
    "unit_slip",
]

NEAR = Fraction(1, 200)
_Variants = Callable[[Decimal, Decimal], Iterator[Decimal]]


def cut(_: Ledger, judgement: Judgement) -> list[Try]:
    """The rate cut instead of rounded."""
    rate = judgement.rate
    value, step = Fraction(rate.rate), Fraction(rate.step)
    short = Interval(value - step * (value <= 0), value + step * (value >= 0))
    tell = _told("It fits if the rate is cut, not rounded.")
    return [
        replace(found, stated=short)
        for level, base in nearest(judgement)
        for found in over("truncated", level, base, judgement, tell)
    ]


def rounded_inputs(_: Ledger, judgement: Judgement) -> list[Try]:
    """Noughts at the end of a level as rounding."""
    tries = []
    for level, base in nearest(judgement):
        loose = _loosened(level), _loosened(base)
        if loose != (level, base):
            tell = _told("It fits if the noughts at the end of the amounts are rounding.")
            tries += over("rounded-inputs", *loose, judgement, tell)
    return tries


def reckoned_rounded(_: Ledger, judgement: Judgement) -> list[Try]:
    """The rate reckoned from both levels rounded one place more."""
    tries = []
    for level, base in nearest(judgement):
        rounder = _rounder(level), _rounder(base)
        tell = _told("It fits if it was reckoned from the amounts rounded one place more.")
        tries += over("rounded-inputs", *rounder, judgement, tell)
    return tries


def difference(_: Ledger, judgement: Judgement) -> list[Try]:
    """The difference of two levels in per cent, instead of the relative change."""
    return [
        Try("percentage-points", level.range - base.range, judgement.stated, tell)
        for level, base in nearest(judgement)
        if level.series.unit == base.series.unit == "percent"
        for tell in [_told(f"It fits as percentage points: {level.value:f} less {base.value:f}.")]
    ]


def other_sign(_: Ledger, judgement: Judgement) -> list[Try]:
    """A fall for a rise, or a rise for a fall."""
    return _with_rates("sign", judgement, [(-judgement.rate.rate, judgement.rate.step)])


def unit_slip(_: Ledger, judgement: Judgement) -> list[Try]:
    """A rate or an amount with the point, or the unit, out of place."""
    rate, seen = judgement.rate, sight(judgement)
    moved = [(rate.rate * factor, rate.step * factor) for factor in UNIT_SLIPS[:4]]
    tries = _with_rates("unit-slip", judgement, moved)
    for level, base in nearest(judgement):
        for factor in UNIT_SLIPS:
            if seen(level.value * factor, base.value, rate.rate):
                meant = changed(level, level.value * factor, level.step * factor)
                more = f"times {factor:,f}" if factor > 1 else f"divided by {1 / factor:,f}"
                tell = _told(f"It fits if the level, against the base, is what is printed {more}.")
                tries += over("unit-slip", meant, base, judgement, tell)
    return tries


def digits_swapped(_: Ledger, judgement: Judgement) -> list[Try]:
    """Two neighbouring digits of the rate, the level or the base in each other's place."""
    return _misprints("digits-swapped", judgement, swapped)


def dropped_digit(_: Ledger, judgement: Judgement) -> list[Try]:
    """A digit missing from the rate, the level or the base."""
    return _misprints("dropped-digit", judgement, put_back)


def near_base(_: Ledger, judgement: Judgement) -> list[Try]:
    """A base within half a hundredth of the stated one."""
    tries = []
    for level, base in nearest(judgement):
        needed = _needed(level.range, judgement.stated)
        if needed is None or not base.step:
            continue
        at = min(max(Fraction(base.value), needed.low or Fraction(0)), needed.high or Fraction(0))
        value = Decimal(round(at / Fraction(base.step))) * base.step
        if abs(Fraction(value - base.value)) <= NEAR * abs(Fraction(base.value)):
            near = changed(base, value)
            words = f"A base of {amount(value, base.series.unit)} would fit, which no source states."
            tries += over("other-base", level, near, judgement, _told(words))
    return tries


def _misprints(code: str, judgement: Judgement, variants: _Variants) -> list[Try]:
    rate, seen = judgement.rate, sight(judgement)
    tries = _with_rates(code, judgement, ((meant, rate.step) for meant in variants(rate.rate, rate.step)))
    for level, base in nearest(judgement):
        for value in variants(level.value, level.step):
            if seen(value, base.value, rate.rate):
                tries += over(code, changed(level, value), base, judgement, _would(level, value))
        for value in variants(base.value, base.step):
            if seen(level.value, value, rate.rate):
                tries += over(code, level, changed(base, value), judgement, _would(base, value))
    return tries


def _with_rates(code: str, judgement: Judgement, rates: Iterable[tuple[Decimal, Decimal]]) -> list[Try]:
    """Other rates, each with its last place, over the same pairs."""
    tries, pairs, seen = [], nearest(judgement), sight(judgement)
    for meant, step in rates:
        for level, base in pairs:
            if seen(level.value, base.value, meant):
                tell = _told(f"A rate of {meant:+f}% would fit.")
                found = over(code, level, base, judgement, tell)
                tries += [replace(one, stated=Interval.of(meant, step), rate=meant) for one in found]
    return tries


def _would(printed: Amount, value: Decimal) -> Tell:
    unit = printed.series.unit
    meant, seen = amount(value, unit, [printed.value]), amount(printed.value, unit, [value])
    return lambda _: f"{meant} would fit, where {seen} is printed."


def _told(sentence: str) -> Tell:
    return lambda _: sentence


def _loosened(one: Amount) -> Amount:
    """What a number stands for if the noughts at its end are rounding."""
    return changed(one, one.value, max(one.step, worth_of_last(one.value)))


def _rounder(one: Amount) -> Amount:
    """The number rounded one place more, as if exact."""
    place = one.step * 10
    value = Decimal(round(Fraction(one.value) / Fraction(place))) * place if place else one.value
    return changed(one, value, Decimal(0))


def _needed(level: Interval, stated: Interval) -> Interval | None:
    """The bases from which these rates lead to this level; None for a rate of -100% or less."""
    ends = (level.low, level.high, stated.low, stated.high)
    if any(end is None for end in ends) or stated.low is None or stated.low <= -100:
        return None
    low, high, least, most = (end or Fraction(0) for end in ends)
    return Interval(low / (1 + most / 100), high / (1 + least / 100)) if low > 0 else None
