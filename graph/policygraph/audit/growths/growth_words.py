"""What is said about a recomputed rate: the sum on one line, and the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from policygraph.audit.growths.bases import Pair
from policygraph.audit.growths.judging import Judgement
from policygraph.audit.growths.tries import Try
from policygraph.audit.numbers.intervals import Interval, Ratio
from policygraph.audit.records.counted import Rate
from policygraph.audit.series.ledger import Amount, sound
from policygraph.audit.wording import Wording, amount, between, joined
from policygraph.quantities import plain

__all__ = ["change", "place", "reading_sum", "sentence", "signed", "stated", "sum_line"]

_SCALES = (("trillion", 12), ("billion", 9), ("million", 6))
_NAMED = 4
"""At most so many bases are named in a sentence."""
_REASONS = {
    "size": "That is beyond what any rate can be, and was not computed.",
    "period": "What period it is counted from cannot be told.",
    "currency": "The amounts it is counted from are in another unit, and no rate of exchange is known.",
    "nought": "What it is counted from is nought or less, or may be, so that there is no relative change.",
    "fall": "A fall by more than everything is possible from no amount that is above nought.",
    "vague": "No base is known that surely counts the same.",
    "base": "No base is known.",
    "level": "The level that it leads to is not known.",
    "both": "Neither the level that it leads to nor a base is known.",
}


def sentence(judgement: Judgement, words: Wording) -> str:
    """Who states what, and what the bases say to it."""
    return f"{stated(judgement.rate, words)} {_outcome(judgement, words)}"


def sum_line(level: Amount, base: Amount, allowed: Interval, stated: Interval, rate: Decimal) -> str:
    """The sum with its interval, on one line.

    `303 / 247 USD million = +22.67% (between 22.22% and 23.12%), stated: 22.67%`. A rate fits where what it
    may stand for and the interval meet; if it is not within the interval itself, what it may stand for is
    shown too.
    """
    fits = allowed.meets(stated)
    around = "" if rate in allowed or not fits else f" ({_ends(stated, outward=True)})"
    return f"{_sum(level, base)} ({_ends(allowed, outward=fits)}), stated: {plain(rate):f}%{around}"


def reading_sum(found: Try, judgement: Judgement) -> str:
    """The sum by which a reading fits; empty where it rests on no sum.

    Another rate than the stated one is told by itself where the sum it fits is shown already:
    `0.274% would fit (between 0.2735% and 0.2741%)`.
    """
    if found.ends is None or found.rate is None:
        return ""
    if found.rate == judgement.rate.rate:
        return sum_line(*found.ends, found.allowed, found.stated, found.rate)
    told, near = (
        f"{plain(found.rate):f}% would fit ({_ends(found.allowed, outward=True)})",
        judgement.misses[0],
    )
    return told if found.ends == (near.level, near.base) else f"{_sum(*found.ends)}: {told}"


def _sum(level: Amount, base: Amount) -> str:
    top, bottom, unit = _scaled(level, base)
    return f"{top} / {bottom} {unit} = {change(level, base)}"


def change(level: Amount, base: Amount) -> str:
    """The relative change with its sign, to a hundredth of a per cent."""
    return f"{(level.value / base.value - 1) * 100:+,.2f}%"


def place(end: Ratio | None, *, up: bool = False) -> Decimal | None:
    """An end of an interval to four places at most, rounded up or down; None where it is open."""
    return None if end is None else Decimal(_to(end, 4, up=up))


def signed(rate: Rate) -> str:
    """A stated rate with its sign, as printed."""
    return f"{rate.rate:+f}%"


def _ends(interval: Interval, *, outward: bool) -> str:
    """Both ends to a hundredth or, where they are closer than that, as far as it takes to tell them apart.

    Rounded outward where something is held and inward where not, so that the eye finds what the sum found.
    """
    low, high = interval.low_ratio, interval.high_ratio
    places = 4 if low and high and _close(low, high) else 2
    least = f"{_to(low, places, up=not outward)}%" if low else ""
    most = f"{_to(high, places, up=outward)}%" if high else ""
    return between(least, most)


def _close(low: Ratio, high: Ratio) -> bool:
    """Whether two ends are less than a twentieth apart."""
    return 20 * (high[0] * low[1] - low[0] * high[1]) < low[1] * high[1]


def _to(end: Ratio, places: int, *, up: bool) -> str:
    """To so many places at most, in whole numbers, which is several times faster than in fractions."""
    top, bottom = end[0] * 10**places, end[1]
    number = -(-top // bottom) if up else top // bottom
    whole, part = divmod(abs(number), 10**places)
    text = f"{whole}.{part:0{places}d}".rstrip("0").rstrip(".")
    return f"-{text}" if number < 0 else text


def stated(rate: Rate, words: Wording, more: int = 0) -> str:
    """`ICT exports, Pakistan, Dec 2023: a stated rise of 22.67% over Dec 2022 (Dawn, 2024-01-20; 2 more).`"""
    if not sound(rate.rate):
        moved = f"a stated change of {rate.rate}%"
    elif not rate.rate:
        moved = "no change stated"
    else:
        moved = f"a stated {'rise' if rate.rate > 0 else 'fall'} of {plain(abs(rate.rate)):f}%"
    over = f" over {words.period(rate.base_period)}" if rate.base_period else ""
    where = words.source(rate.source, rate.published) + (f"; {more} more" if more else "")
    return f"{words.subject(rate.series, rate.period)}: {moved}{over} ({where})."


def _outcome(judgement: Judgement, words: Wording) -> str:
    hits, misses = judgement.hits, judgement.misses
    every = (*hits, *misses)
    if judgement.code == "consistent":
        return f"It agrees with {joined(_bases(hits, every, words))}."
    if judgement.code == "one-vintage":
        fitting, missed = (_bases(pairs, every, words) for pairs in (hits, misses))
        return f"It fits {joined(fitting)}, not {' or '.join(missed)}."
    if judgement.code == "inconsistent":
        near = misses[0]
        ends = near.level, near.base
        level, base = (amount(end.value, end.series.unit, _values(ends)) for end in ends)
        share = change(near.level, near.base)
        more = len({(pair.level.value, pair.base.value) for pair in misses}) - 1
        others = f" (the nearest of {more + 1} pairs)" if more and not judgement.own else ""
        return f"From {base} ({_said(near.base, words)}) to {level} is {share}{others}."
    return _REASONS[judgement.reason]


def _values(ends: Iterable[Amount]) -> list[Decimal]:
    return sorted({end.value for end in ends})


def _bases(pairs: Sequence[Pair], every: Sequence[Pair], words: Wording) -> list[str]:
    """`a base of USD 200 million (Dawn, 2024-01-20; 2 more)`, for each two numbers once.

    The level stands before it unless there is only one in `every` pair that is told in the sentence.
    """
    alone = len({pair.level.value for pair in every}) == 1
    values = _values(end for pair in every for end in (pair.level, pair.base))
    found: dict[tuple[Decimal, Decimal], list[Amount]] = {}
    for pair in pairs:
        found.setdefault((pair.level.value, pair.base.value), []).append(pair.base)
    told = [_base(None if alone else level, bases, values, words) for (level, _), bases in found.items()]
    return [*told[:_NAMED], *([f"{len(told) - _NAMED} more"] if len(told) > _NAMED else [])]


def _base(level: Decimal | None, bases: Sequence[Amount], values: Sequence[Decimal], words: Wording) -> str:
    first = bases[0]
    others = len({base.source for base in bases} - {first.source})
    more = f"; {others} more" if others else ""
    unit = first.series.unit
    counted = f"a base of {amount(first.value, unit, values)} ({_said(first, words)}{more})"
    return counted if level is None else f"{amount(level, unit, values)} over {counted}"


def _said(base: Amount, words: Wording) -> str:
    return words.source(base.source, base.published) if base.source else "follows from other figures"


def _scaled(level: Amount, base: Amount) -> tuple[str, str, str]:
    """Two amounts in the greatest scale that suits both, as `amount` picks it, and that scale."""
    unit, least = level.series.unit, min(abs(level.value), abs(base.value))
    if len(unit) == 3 and unit.isupper():
        for name, exponent in _SCALES:
            if least >= Decimal(10 if exponent > 6 else 1).scaleb(exponent):
                top, bottom = (plain(one.value.scaleb(-exponent)) for one in (level, base))
                return f"{top:,f}", f"{bottom:,f}", f"{unit} {name}"
    return f"{plain(level.value):,f}", f"{plain(base.value):,f}", unit
