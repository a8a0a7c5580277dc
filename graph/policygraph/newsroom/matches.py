"""Which known facts say the same as a new one, and how far the two are independent.

1. Two levels say the same where indicator, area, period and its kind are one, neither gives another
   definition, and the numbers that their printed digits stand for meet; so do two rates over one basis.
2. A step, tenure, target, amount or ranking says the same where it has the same id.
3. Two sources are one origin where the audit finds that their texts are copies; figures are one claimant's
   where both name the same one; else the sources are independent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policygraph.audit.intervals import Interval
from policygraph.curated.pack import LoadedPack
from policygraph.model.facts import Attribution, Fact, Figure
from policygraph.quantities import Quantity

__all__ = ["Match", "matches_of"]


@dataclass(frozen=True, order=True)
class Match:
    """A known source that says the same."""

    source: str
    relation: str
    """`independent`, `copy` (of the same text) or `claimant` (the same one is quoted)."""


def matches_of(
    pack: LoadedPack, source: str, fact: Fact, origins: Mapping[str, str], later: frozenset[str]
) -> tuple[Match, ...]:
    """The sources of a pack, but for the later ones, that state what this source states."""
    found: dict[str, str] = {}
    for name, other in _same(pack, fact):
        if name == source or name in later:
            continue
        relation = "independent"
        if origins.get(name, name) == origins.get(source, source):
            relation = "copy"
        elif isinstance(fact, Figure) and isinstance(other, Figure) and fact.by and fact.by == other.by:
            relation = "claimant"
        found[name] = min(found.get(name, relation), relation)
    return tuple(Match(name, relation) for name, relation in sorted(found.items()))


def _same(pack: LoadedPack, fact: Fact) -> Iterator[tuple[str, Fact]]:
    if isinstance(fact, Attribution):
        return
    for name, source in pack.sources.items():
        if isinstance(fact, Figure):
            yield from ((name, one) for one in source.figures if _agree(pack, fact, one))
        else:
            yield from ((name, one) for one in source.facts if type(one) is type(fact) and one.id == fact.id)


def _agree(pack: LoadedPack, one: Figure, other: Figure) -> bool:
    same = (one.indicator, one.area, one.period) == (other.indicator, other.area, other.period)
    defined = one.definition and other.definition and one.definition != other.definition
    if not same or defined or one.status != other.status:
        return False
    if one.value is not None and other.value is not None:
        return _meet(pack, one, other)
    if one.value is None and one.growth and other.growth:
        return one.growth.basis == other.growth.basis and _rate(one).meets(_rate(other))
    return False


def _meet(pack: LoadedPack, one: Figure, other: Figure) -> bool:
    scales = pack.about.country.scales
    first = Quantity.parse(one.value or "", one.unit, scales)
    second = Quantity.parse(other.value or "", other.unit, scales)
    if first.unit != second.unit:
        return False
    ours = Interval.of(first.value, first.step, one.bound)
    return ours.meets(Interval.of(second.value, second.step, other.bound))


def _rate(figure: Figure) -> Interval:
    assert figure.growth is not None  # noqa: S101 - asked for figures with a rate alone
    rate = Quantity.parse(figure.growth.rate, "percent", {})
    return Interval.of(rate.value, rate.step)
