"""One way to read a misfitting rate so that it may fit, and how often luck alone would make it fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from policygraph.audit.growths.judging import Judgement
from policygraph.audit.numbers.intervals import Interval, growth_between
from policygraph.audit.series.ledger import Amount
from policygraph.audit.wording import Wording

__all__ = ["Tell", "Try", "changed", "lucky", "nearest", "over", "sight"]

Tell = Callable[[Wording], str]
NEAREST, _GENEROUS = 3, 3


@dataclass(frozen=True, slots=True)
class Try:
    """A level, a base and a rate as they may have been meant."""

    code: str
    """Code of the scheme `reading`."""
    allowed: Interval
    """The rates that the two levels allow, in per cent."""
    stated: Interval
    tell: Tell
    """What it says, as a sentence."""
    ends: tuple[Amount, Amount] | None = None
    """Level and base, where the sum is to be shown."""
    rate: Decimal | None = None

    @property
    def closed(self) -> bool:
        """Whether it has both ends."""
        return all(end is not None for end in (*_ends(self.allowed), *_ends(self.stated)))

    @property
    def fits(self) -> bool:
        """Whether it fits; what has no upper or lower end takes in too much to say so."""
        return self.closed and self.allowed.meets(self.stated)


def over(code: str, level: Amount, base: Amount, judgement: Judgement, tell: Tell) -> list[Try]:
    """A level over a base, for the rate as stated; nothing where the base allows no rate."""
    allowed = growth_between(base.range, level.range) if level.series.unit == base.series.unit else None
    if allowed is None:
        return []
    return [Try(code, allowed, judgement.stated, tell, (level, base), judgement.rate.rate)]


def changed(amount: Amount, value: Decimal, step: Decimal | None = None) -> Amount:
    """The same with another number, printed to the same place unless another is given."""
    return replace(amount, value=value, range=Interval.of(value, amount.step if step is None else step))


def lucky(tries: Iterable[Try], misfit: Fraction) -> Fraction:
    """How often luck would make one of these fit, about.

    Luck might have printed any rate as near to the one that is meant as this one is to what the levels allow:
    the answer is how much of that range the tries take in.
    """
    taken = Fraction(0)
    for low, high, least, most in {(*_ends(one.allowed), *_ends(one.stated)) for one in tries}:
        if low is None or high is None or least is None or most is None:
            continue
        middle, half = (least + most) / 2, (most - least) / 2
        within = min(high + half, middle + misfit) - max(low - half, middle - misfit)
        taken += max(within, Fraction(0))
    return taken / (2 * misfit)


def sight(judgement: Judgement) -> Callable[[Decimal, Decimal, Decimal], bool]:
    """Tells whether a level over a base comes as near to a rate as the misfit is great, in floats.

    What does not, neither fits nor counts for luck, and need not be computed exactly.
    """
    reach = _GENEROUS * float(judgement.misfit)

    def seen(level: Decimal, base: Decimal, rate: Decimal) -> bool:
        return bool(base) and abs((float(level) / float(base) - 1) * 100 - float(rate)) <= reach

    return seen


def nearest(judgement: Judgement) -> list[tuple[Amount, Amount]]:
    """The closed pairs that come closest to the rate, of each two numbers one."""
    found: dict[tuple[Decimal, ...], tuple[Amount, Amount]] = {}
    for pair in judgement.misses:
        if not pair.open and len(found) < NEAREST:
            ends = pair.level, pair.base
            found.setdefault(tuple(part for one in ends for part in (one.value, one.step)), ends)
    return list(found.values())


def _ends(interval: Interval) -> tuple[Fraction | None, Fraction | None]:
    return interval.low, interval.high
