"""Families: what may be checked apart from all else, each with everything that its checks read.

1. The figures of one indicator in one area are a family. It is not cut by time: growth rates and running
   totals tie its periods to one another. Indicators of which a definition adds up to a whole in that area
   are of one family with it and with its other parts.
2. Beside them stand figures of other families, to compare with only: the levels of the indicators above, for
   the times of its own; where its own differ, those of all related indicators (see `Scheme`) for that time;
   and the rates of these that a source states for a period for which it states a rate of the family.
3. People, initiatives, bodies and rankings are few beside figures, and two of one name may stand anywhere:
   each sort is a family.
4. A family holds the names, the sources and the part of the scheme that its records mention, and no others:
   what is found in it can rest on nothing else, and is the same as long as the family is.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from policygraph.audit.lives.namesakes import generic_names
from policygraph.audit.lives.spans import grouped
from policygraph.audit.records.counted import Observation, Rate, Series, TargetRecord
from policygraph.audit.records.facts import Facts
from policygraph.audit.series.levels import counts, time_of
from policygraph.audit.series.scheme import Scheme
from policygraph.audit.totals.parts import parts_of

__all__ = ["BODIES", "FIGURES", "INITIATIVES", "PEOPLE", "RANKS", "Family", "by_key", "families"]

FIGURES, PEOPLE, INITIATIVES, BODIES, RANKS = "figures", "people", "initiatives", "bodies", "ranks"

Key = tuple[str, str]
"""An indicator and an area."""
_Time = tuple[date, date, bool]
_Figure = TypeVar("_Figure", Observation, Rate, TargetRecord)


@dataclass(frozen=True, slots=True)
class Family:
    """Facts that are checked together; the same ones have the same records in the same order."""

    checks: str
    """Which checks it is for."""
    facts: Facts

    @property
    def digest(self) -> str:
        """A hash of all that is in it, and of the checks it is for."""
        whole = f"{self.checks}\n{self.facts!r}"
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def families(facts: Facts) -> Iterator[Family]:
    """All families of some facts, one after another, so that no two need be held at a time.

    >>> [family.checks for family in families(Facts())]
    ['people', 'initiatives', 'bodies', 'ranks']
    """
    part = _Part(facts)
    yield from _Figures(facts, part).families()
    yield Family(PEOPLE, part.of(tenures=facts.tenures, steps=facts.steps))
    yield Family(
        INITIATIVES,
        part.of(generic_names(facts), steps=facts.steps, money=facts.money, initiatives=facts.initiatives),
    )
    yield Family(BODIES, part.of(bodies=facts.bodies))
    yield Family(RANKS, part.of(ranks=facts.ranks))


def by_key(figures: Iterable[_Figure]) -> dict[Key, list[_Figure]]:
    """Figures by indicator and area."""
    return grouped(figures, lambda one: one.series.key)


class _Part:
    """Facts of some records alone, with the names and sources that they mention."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._sources = {one.iri: replace(one, text="") if one.text else one for one in facts.sources}

    def of(self, names: Iterable[str] = (), **records: Iterable[Any]) -> Facts:
        kept: dict[str, Any] = {sort: tuple(sorted(ones, key=_iri)) for sort, ones in records.items()}
        mentioned = {*names, *(text for ones in kept.values() for one in ones for text in _texts(one))}
        known, sources = self._facts.names, self._sources
        return Facts(
            **kept,
            names={iri: known[iri] for iri in sorted(mentioned & known.keys())},
            sources=tuple(sources[iri] for iri in sorted(mentioned & sources.keys())),
            fiscal_start=self._facts.fiscal_start,
        )


class _Figures:
    """The figures of some facts, found by indicator and area."""

    def __init__(self, facts: Facts, part: _Part) -> None:
        self._facts, self._part, self._scheme = facts, part, Scheme(facts.broader)
        self._parts = parts_of(facts.wholes)
        self._levels, self._rates = by_key(facts.observations), by_key(facts.rates)
        self._targets = by_key(facts.targets)
        # many families may stand beside one: it is gone through once, if at all
        self._levels_at = cache(lambda key: grouped(self._levels.get(key, ()), time_of))
        self._rates_said = cache(lambda key: grouped(self._rates.get(key, ()), _saying))

    def families(self) -> Iterator[Family]:
        for keys in self._joined():
            yield Family(FIGURES, self._facts_of(keys))

    def _joined(self) -> Iterator[list[Key]]:
        """The keys of each family, sorted."""
        first: dict[Key, Key] = {}

        def root(key: Key) -> Key:
            while (above := first.get(key, key)) != key:
                key = above
            return key

        seen: dict[Key, Key] = {}
        everyone = sorted(self._levels.keys() | self._rates.keys() | self._targets.keys())
        for key in everyone:
            for whole in self._wholes(self._levels.get(key, ())):
                low, high = sorted((root(seen.setdefault((whole, key[1]), key)), root(key)))
                if low != high:
                    first[high] = low
        groups: dict[Key, list[Key]] = defaultdict(list)
        for key in everyone:
            groups[root(key)].append(key)
        yield from groups.values()

    def _wholes(self, levels: Iterable[Observation]) -> list[str]:
        """The wholes that these levels are of, or of a part of."""
        stated = {one.series.definition for one in levels} - {None}
        known = {self._facts.wholes.get(one or "") for one in stated} | (stated & self._parts.keys())
        return sorted(one for one in known if one)

    def _facts_of(self, keys: list[Key]) -> Facts:
        own = [one for key in keys for one in self._levels.get(key, ())]
        rates = [one for key in keys for one in self._rates.get(key, ())]
        above = {one for indicator, _ in keys for one in self._scheme.above(indicator)}
        related = {one for indicator, _ in keys for one in self._scheme.related(indicator)}
        others = sorted({(name, keys[0][1]) for name in above | related} - set(keys))
        facts, names = self._facts, sorted({*above, *related, *(indicator for indicator, _ in keys)})
        return replace(
            self._part.of(
                observations=[*own, *self._levels_beside(own, above, others)],
                rates=[*rates, *self._rates_beside(rates, others)],
                targets=[one for key in keys for one in self._targets.get(key, ())],
            ),
            asked=tuple(keys),
            broader={name: facts.broader[name] for name in names if name in facts.broader},
            wholes={part: whole for whole in self._wholes(own) for part in self._parts[whole]},
        )

    def _levels_beside(
        self, own: Iterable[Observation], above: set[str], others: Iterable[Key]
    ) -> Iterator[Observation]:
        stated: dict[tuple[_Time, str], set[object]] = defaultdict(set)
        for one in filter(counts, own):
            stated[time_of(one), one.series.indicator].add((one.series, one.value, one.step, one.bound))
        times = {time for time, _ in stated}
        differ = {time for (time, _), values in stated.items() if len(values) > 1}
        for key in others:
            known = self._levels_at(key)
            for time in times if key[0] in above else differ:
                yield from known.get(time, ())

    def _rates_beside(self, own: Iterable[Rate], others: Iterable[Key]) -> Iterator[Rate]:
        said = {_saying(one) for one in own}
        for key in others:
            known = self._rates_said(key)
            for which in said:
                yield from known.get(which, ())


_iri = attrgetter("iri")
_saying = attrgetter("source", "period")


def _texts(record: Any) -> Iterator[str]:
    """Every text in a record: among them whatever it mentions by its IRI."""
    for value in attrgetter(*record.__slots__)(record):
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value
        elif isinstance(value, Series):
            yield from _texts(value)
