"""What a stated rate leads to, and what it may be counted from.

1. A rate leads to the level of its own statement, if that is of its indicator and area; where its source
   states a rate only, to the levels that others state for that series and period.
2. It is counted from every level of the same series in its base period, whoever states it, and from the one
   that its own source points to. A stock is counted from a stock, a flow from a flow, in one unit.
3. A source that does not say what it counts may mean any definition of the indicator: all of them count.
4. Where it does say, a base whose source does not can speak for the rate, not against it. The same holds for
   a base that the editors doubt, and for one that no source states and that follows from other levels. What
   follows from a rate is no base: it would confirm itself.
5. A forecast is a base of forecasts only.
6. A base or level without an upper or lower end ("more than") can speak against a rate; for it only where
   nothing closed is known, since it would take in nearly any rate.
7. A rate is held against the base of its own source first: the one it points to, else the only one that the
   source states.
8. A base that is nought or less, or may be, gives no rate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policygraph.audit.numbers.intervals import Interval, growth_between
from policygraph.audit.records.counted import Rate, Series
from policygraph.audit.series.ledger import Amount, Ledger

__all__ = ["Pair", "bases_of", "defined", "levels_of", "may_be_base", "own_base", "pairs_of"]

FORECAST = "forecast"
MOST = 40
"""With more bases than this for one period, of those that print the same number one is enough."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A level over a base."""

    level: Amount
    base: Amount
    growth: Interval | None
    """The rates in per cent that the two allow; None where the base allows none."""
    fits: bool
    weak: bool
    """Whether it may speak for the rate only (rule 4)."""

    @property
    def open(self) -> bool:
        """Whether either end of the change has no upper or no lower end."""
        return self.level.open or self.base.open


def pairs_of(ledger: Ledger, rate: Rate, stated: Interval) -> list[Pair]:
    """Every level over every base that a rate may be about, those without a rate (rule 8) included."""
    bases, own = bases_of(ledger, rate), (rate.figure, rate.base_figure)
    return [
        _pair(rate, stated, level, base)
        for level in levels_of(ledger, rate)
        for base in bases
        if level.iri == own[0] or base.iri == own[1] or level.series == base.series
    ]


def levels_of(ledger: Ledger, rate: Rate) -> list[Amount]:
    """What a rate leads to (rule 1)."""
    own = ledger.stated(rate, rate.figure)
    return [own] if own else _distinct(_levels_elsewhere(ledger, rate))


def bases_of(ledger: Ledger, rate: Rate) -> list[Amount]:
    """What a rate may be counted from, that of its own source first."""
    own = ledger.stated(rate, rate.base_figure)
    found = ledger.levels(rate, rate.base_period) if rate.base_period else []
    others = _distinct(base for base in found if base is not own and may_be_base(rate, base))
    return [own, *others] if own else others


def own_base(rate: Rate, pairs: Iterable[Pair]) -> str:
    """IRI of the base of its own source (rule 7); empty where there is none, or more than one to choose."""
    found = {pair.base.iri for pair in pairs if pair.base.source == rate.source}
    if rate.base_figure in found:
        return rate.base_figure or ""
    return found.pop() if len(found) == 1 else ""


def _pair(rate: Rate, stated: Interval, level: Amount, base: Amount) -> Pair:
    """A level over a base, and whether the change meets what is stated; no change between two units."""
    growth = growth_between(base.range, level.range) if level.series.unit == base.series.unit else None
    vague = defined(rate.series) and not defined(base.series)
    weak = base.iri != rate.base_figure and (vague or base.doubted or not base.source)
    return Pair(level, base, growth, growth is not None and growth.meets(stated), weak)


def defined(series: Series) -> bool:
    """Whether the source says what it counts."""
    return series.definition is not None and not series.definition.endswith(".as-labelled")


def may_be_base(rate: Rate, base: Amount) -> bool:
    """Whether the rate may be counted from this, by status and definition (rules 3, 4 and 5)."""
    if base.status == FORECAST and rate.status != FORECAST:
        return False
    same = base.series.definition == rate.series.definition
    return same or not defined(rate.series) or not defined(base.series)


def _levels_elsewhere(ledger: Ledger, rate: Rate) -> Iterator[Amount]:
    for level in ledger.levels(rate, rate.period):
        same = level.series.definition == rate.series.definition or not defined(rate.series)
        if (
            same
            and not level.doubted
            and level.source
            and (level.status == FORECAST) == (rate.status == FORECAST)
        ):
            yield level


def _distinct(levels: Iterable[Amount]) -> list[Amount]:
    """All of them, or where they are very many, the first of those that print the same."""
    found = list(levels)
    if len(found) <= MOST:
        return found
    first: dict[object, Amount] = {}
    for level in found:
        first.setdefault((level.series, level.range, level.doubted, bool(level.source)), level)
    return list(first.values())
