"""Which known facts say the same as a new one, and how far the two are independent.

1. Two levels say the same where indicator, area, period and its kind are one, neither gives another
   definition, and their numbers are one; so do two rates over one basis.
2. Two numbers are one where they are equal, or where all that the finer may stand for rounds to the coarser:
   3.2 billion and 3,223 million. Noughts at the end of a whole number are digits: 390 is not 391 rounded.
   One that is a least and one that is a most are never one.
3. A step, tenure, target, amount or ranking says the same where it has the same id.
4. Two sources are one origin where the audit finds that their texts are copies, and one paper where they are
   of one publisher within `_DAYS` days; figures are one claimant's where both name the same one; else the
   sources are independent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policygraph.audit.numbers.intervals import Interval
from policygraph.curated.pack import LoadedPack
from policygraph.model.facts import Attribution, Fact, Figure
from policygraph.model.sources import Source
from policygraph.newsroom.wording import stated_words
from policygraph.quantities import Quantity
from policygraph.resolve.resolve import UNNAMED

__all__ = ["Match", "matches_of"]

_RELATIONS = ("copy", "paper", "claimant", "independent")
"""The closest first."""
_DAYS = 3
_ENDS = {"at-least", "at-most"}


@dataclass(frozen=True, order=True)
class Match:
    """A known source that says the same."""

    source: str
    relation: str
    """`independent`, `copy` (of the same text), `paper` (the same one again) or `claimant` (the same one is
    quoted)."""
    words: str = ""
    """The number that it gives, where that is not printed the same."""


def matches_of(
    pack: LoadedPack, source: str, fact: Fact, origins: Mapping[str, str], later: frozenset[str]
) -> tuple[Match, ...]:
    """The sources of a pack, but for the later ones, that state what this source states."""
    found: dict[str, Match] = {}
    for name, other in _same(pack, fact):
        if name == source or name in later:
            continue
        relation = "independent"
        if origins.get(name, name) == origins.get(source, source):
            relation = "copy"
        elif _is_one_paper(pack.sources[name], pack.sources[source]):
            relation = "paper"
        elif isinstance(fact, Figure) and isinstance(other, Figure) and fact.by and fact.by == other.by:
            relation = "claimant"
        match = Match(name, relation, _other_words(fact, other))
        found[name] = min(found.get(name, match), match, key=_closeness)
    return tuple(one for _, one in sorted(found.items()))


def _closeness(match: Match) -> tuple[int, str]:
    return _RELATIONS.index(match.relation), match.words


def _is_one_paper(one: Source, other: Source) -> bool:
    if one.publisher != other.publisher or one.publisher == UNNAMED or not (one.date and other.date):
        return False
    apart = (one.date.start - other.date.end).days, (other.date.start - one.date.end).days
    return max(apart) <= _DAYS


def _other_words(fact: Fact, other: Fact) -> str:
    """What the other gives of the level, or of the rate, that the fact is."""
    if not isinstance(fact, Figure) or not isinstance(other, Figure):
        return ""
    left_out = "growth" if fact.growth is None else "value" if fact.value is None else ""
    theirs = stated_words(other.model_copy(update={left_out: None}) if left_out else other)
    return theirs if theirs != stated_words(fact) else ""


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
        scales = pack.about.country.scales
        first, second = (Quantity.parse(each.value or "", each.unit, scales) for each in (one, other))
        return {one.bound, other.bound} != _ENDS and _is_one(first, second)
    if one.value is None and one.growth and other.growth:
        rates = (Quantity.parse(growth.rate, "percent", {}) for growth in (one.growth, other.growth))
        return one.growth.basis == other.growth.basis and _is_one(*rates)
    return False


def _is_one(one: Quantity, other: Quantity) -> bool:
    """Rule 2."""
    finer, coarser = sorted((one, other), key=lambda each: each.step)
    if one.unit != other.unit or one.step == other.step:
        return (one.unit, one.value) == (other.unit, other.value)
    fine, wide = Interval.of(finer.value, finer.step), Interval.of(coarser.value, coarser.step)
    return all(end is not None and end in wide for end in (fine.low, fine.high))
