"""Figures that are a slip of the unit beside another value: one cause, one finding.

1. Of two values of one series and time with the same figures, a thousand times apart or more, the slip is
   the one further from the middle of the other levels of the series over as many months, in powers of ten.
   Where there are no others, or the two are about as far from them, neither is known to be.
2. A slip is told as a rival value. It counts as doubted for all that is reckoned: it is in no sum, follows
   to nothing, and speaks against no rate.
3. A rate that fits but for the slip is no finding of its own; that of the slip names it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from statistics import median

from policygraph.audit.numbers.digits import power_of_ten
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding, Verdict
from policygraph.audit.series.levels import Level, by_series

__all__ = ["explained", "slipped", "with_consequences", "without"]

_LEAST = 3
"""Powers of ten."""
_CLEAR = 2
"""How many more powers of ten away the slip must be."""
_OTHERWISE = frozenset({"unit-slip", "other-level", "other-base"})
"""Readings by which a rate fits once its level or base is another."""
_WHY = "A slip of the unit, beside another value."


def slipped(found: Iterable[Level]) -> frozenset[str]:
    """IRIs of the figures that are slips (1.).

    >>> slipped([])
    frozenset()
    """
    return frozenset(iri for same in by_series(found).values() for iri in _of_series(same))


def without(facts: Facts, slips: frozenset[str]) -> Facts:
    """The facts with the slips doubted (2.)."""
    if not slips:
        return facts
    marked = (
        replace(one, doubt=one.doubt or _WHY) if one.iri in slips else one for one in facts.observations
    )
    return replace(facts, observations=tuple(marked))


def explained(facts: Facts, judged: Iterable[Verdict], slips: frozenset[str]) -> dict[str, str]:
    """Rate -> the slip that alone makes it misfit (3.)."""
    ends = {rate.iri: {rate.figure, rate.base_figure} & slips for rate in facts.rates} if slips else {}
    return {
        one.rate: min(iri for iri in ends[one.rate] if iri)
        for one in judged
        if one.fits in _OTHERWISE and ends.get(one.rate)
    }


def with_consequences(finding: Finding, causes: dict[str, str]) -> Finding:
    """A finding about a slip, with the rates that it makes misfit."""
    rates = sorted(rate for rate, slip in causes.items() if slip in finding.about)
    if finding.kind != "rival-unit" or not rates:
        return finding
    told = "A stated rate misfits" if len(rates) == 1 else f"{len(rates)} stated rates misfit"
    return replace(
        finding,
        about=tuple(sorted({*finding.about, *rates})),
        sentence=f"{finding.sentence} {told} for this alone.",
    )


def _of_series(same: Sequence[Level]) -> Iterator[str]:
    alike: dict[tuple[int, bool], list[Level]] = defaultdict(list)
    for level in same:
        if level.value and not level.doubt:
            alike[level.period.months, level.point].append(level)
    for found in alike.values():
        times: dict[object, list[Level]] = defaultdict(list)
        for level in found:
            times[level.period].append(level)
        for period, rivals in times.items():
            if _far(rivals):
                others = [one.value.adjusted() for one in found if one.period != period]
                yield from _slips(rivals, others)


def _far(rivals: Sequence[Level]) -> bool:
    sizes = [one.value.adjusted() for one in rivals]
    return max(sizes) - min(sizes) >= _LEAST


def _slips(rivals: Sequence[Level], others: Sequence[int]) -> Iterator[str]:
    for pair in combinations(rivals, 2):
        one, other = pair
        apart = power_of_ten(one.value, other.value, one.step, other.step)
        if others and abs(apart) >= _LEAST:
            middle = median(others)
            near, far = sorted(pair, key=lambda level: abs(level.value.adjusted() - middle))
            off = [abs(level.value.adjusted() - middle) for level in (near, far)]
            if off[1] - off[0] >= _CLEAR:
                yield from far.iris
