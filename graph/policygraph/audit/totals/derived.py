"""Levels that nobody states and that follow from stated ones, each with the sum that gives it.

1. From a rate: the base where the level is stated, the level where the base is.
2. Over time: a month, quarter, half or year that is left of a longer period, or that shorter ones make up.
3. By the scheme: the whole that all its parts make up, the part that is left of it (`Facts.wholes`).
4. Only from stated levels and rates, one step: nothing is derived from what was derived. Forecasts, bounds
   and what the editors doubt are not used. All stated values of a period count: the interval holds them.
5. Nothing is derived for a series and time for which anybody states a level, a forecast or bound included.
6. Several ways to one level give the narrowest interval, where all meet it; else one that spans them all.
7. What is known less exactly than to a twentieth is left out, and so is what may be nought or of either sign.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from operator import itemgetter

from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.records.counted import Series
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Derived
from policygraph.audit.series.levels import Level, levels, series_of, width
from policygraph.audit.totals.derivations import Derivation, by_parts, by_rates, by_sums
from policygraph.audit.wording import Wording
from policygraph.periods import Period
from policygraph.quantities import plain

__all__ = ["derived_levels"]

_WIDEST = Fraction(1, 20)
_DIGITS = 3
"""How many digits the width of an interval keeps; its ends are rounded outwards."""

_What = tuple[Series, Period, bool]


def derived_levels(facts: Facts, found: Sequence[Level] | None = None) -> list[Derived]:
    """The levels that follow from stated ones, in order.

    `found` are the levels of these facts, for a caller that has gathered them already.

    >>> derived_levels(Facts())
    []
    """
    words = Wording(facts)
    found = facts.own(levels(facts) if found is None else found)
    found = [level for level in found if not level.doubt and level.bound is None]
    stated = {_what(one.series, one.period, one.kind == "point") for one in facts.observations}

    def unsaid(series: Series, period: Period, point: bool) -> bool:
        return _what(series, period, point) not in stated

    ways: dict[_What, list[Derivation]] = defaultdict(list)
    for way in chain(
        by_rates(facts, found, unsaid, words),
        by_sums(found, unsaid, words),
        by_parts(facts, found, unsaid, words),
    ):
        ways[_what(way.series, way.period, way.point)].append(way)
    return sorted(_told(ways), key=lambda one: (_order(one.series), one.period, one.kind))


def _told(ways: dict[_What, list[Derivation]]) -> Iterator[Derived]:
    for found in ways.values():
        shares = [(share, way) for way in found if (share := _share(way)) is not None]
        if not shares:
            continue
        sharp = [way for _, way in sorted(shares, key=itemgetter(0))]
        best = sharp[0]
        if all(way.interval.meets(best.interval) for way in sharp):
            yield _one(best, best.interval, best.sources)
            continue
        spanned = Interval(_end(min, sharp, 0), _end(max, sharp, 1))
        if (span := width(spanned)) is not None and span <= _WIDEST:
            sources = tuple(sorted({source for way in sharp for source in way.sources}))
            yield _one(best, spanned, sources, " or ".join(sorted({way.tell() for way in sharp})))


def _one(way: Derivation, interval: Interval, sources: tuple[str, ...], equation: str = "") -> Derived:
    assert interval.low is not None  # noqa: S101 - it has a width
    assert interval.high is not None  # noqa: S101
    low, high = _outwards(interval.low, interval.high)
    return Derived(way.series, way.period, way.kind, low, high, sources, equation or way.tell())


def _outwards(low: Fraction, high: Fraction) -> tuple[Decimal, Decimal]:
    """The ends as decimals, a little further apart where they do not come out even."""
    scale = max(high - low, abs(high) / 10**9)
    place = Decimal(1).scaleb(Decimal(float(scale)).adjusted() - _DIGITS)
    step = Fraction(place)
    return plain(int(low // step) * place), plain(-int(-high // step) * place)


def _share(way: Derivation) -> Fraction | None:
    """How wide its interval is against its middle; None where that is too wide (7.)."""
    share = width(way.interval)
    return share if share is not None and share <= _WIDEST else None


def _end(pick: Callable[..., Fraction], ways: Iterable[Derivation], at: int) -> Fraction:
    ends = [(way.interval.low, way.interval.high)[at] for way in ways]
    return pick(end for end in ends if end is not None)


def _what(series: Series, period: Period, point: bool) -> _What:
    return series_of(series), Period(period.end, period.end) if point else period, point


def _order(series: Series) -> tuple[str, str, str, str]:
    return series.indicator, series.area, series.definition or "", series.unit
