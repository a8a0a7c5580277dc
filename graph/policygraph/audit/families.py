"""Families of figures that may be checked apart from one another, and which of them a change touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace

from policygraph.audit.records import Facts, Observation, Rate, Series, TargetRecord

__all__ = ["Families", "Family", "same_surroundings"]

Family = tuple[str, str]
"""The indicator that stands for those joined with it, and the area."""
_Record = Observation | Rate | TargetRecord


class Families:
    """The families of two states of the facts, by the indicators that either joins."""

    def __init__(self, before: Facts, after: Facts) -> None:
        self._first: dict[str, str] = {}
        for facts in (before, after):
            for narrow, broad in facts.broader.items():
                for one in broad:
                    self._join(narrow, one)
            self._join_parts(facts)
        self._before, self._after = self._sorted(before), self._sorted(after)
        self._of = {iri: family for family, found in self._before.items() for iri in found}

    def of(self, nodes: tuple[str, ...]) -> Family | None:
        """The family of the first of these nodes that had one before; None where none had."""
        return next((self._of[node] for node in nodes if node in self._of), None)

    def of_series(self, series: Series) -> Family:
        """The family of a series."""
        return self._root(series.indicator), series.area

    def touched(self) -> set[Family]:
        """The families whose records are not the same before and after."""
        return {
            family
            for family in self._before.keys() | self._after.keys()
            if self._before.get(family) != self._after.get(family)
        }

    def only(self, facts: Facts, families: Collection[Family]) -> Facts:
        """The same facts with the figures of these families alone."""
        return self._filtered(facts, families, inside=True)

    def without(self, facts: Facts, families: Collection[Family]) -> Facts:
        """The same facts without the figures of these families."""
        return self._filtered(facts, families, inside=False)

    def _filtered(self, facts: Facts, families: Collection[Family], *, inside: bool) -> Facts:
        def kept(one: _Record) -> bool:
            return (self.of_series(one.series) in families) is inside

        return replace(
            facts,
            observations=tuple(filter(kept, facts.observations)),
            rates=tuple(filter(kept, facts.rates)),
            targets=tuple(filter(kept, facts.targets)),
        )

    def _sorted(self, facts: Facts) -> dict[Family, dict[str, _Record]]:
        found: dict[Family, dict[str, _Record]] = defaultdict(dict)
        for one in _records(facts):
            found[self.of_series(one.series)][one.iri] = one
        return dict(found)

    def _root(self, indicator: str) -> str:
        while (above := self._first.get(indicator, indicator)) != indicator:
            indicator = above
        return indicator

    def _join_parts(self, facts: Facts) -> None:
        """Parts of one whole are of one family with it, whatever indicators they are of."""
        stated: dict[str, str] = {}
        for one in _records(facts):
            whole = facts.wholes.get(one.series.definition or "", one.series.definition)
            if whole:
                self._join(stated.setdefault(whole, one.series.indicator), one.series.indicator)

    def _join(self, one: str, other: str) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        if low != high:
            self._first[high] = low


def same_surroundings(facts: Facts, before: Facts, after: Facts) -> bool:
    """Whether all that the checks know beside these figures is the same before and after.

    That is the indicator scheme, the fiscal year, and the names and sources that the figures mention.
    """
    if (before.broader, before.wholes, before.fiscal_start) != (
        after.broader,
        after.wholes,
        after.fiscal_start,
    ):
        return False
    mentioned = set(_mentioned(facts))
    if any(before.names.get(iri) != after.names.get(iri) for iri in mentioned):
        return False
    old, new = ({source.iri: source for source in known.sources} for known in (before, after))
    return all(old.get(iri) == new.get(iri) for iri in mentioned)


def _records(facts: Facts) -> tuple[_Record, ...]:
    return (*facts.observations, *facts.rates, *facts.targets)


def _mentioned(facts: Facts) -> Iterator[str]:
    for one in _records(facts):
        series = one.series
        yield from (one.iri, one.source, series.indicator, series.area, series.definition or "")
        yield (one.agent if isinstance(one, TargetRecord) else one.claimant) or ""
    for target in facts.targets:
        yield target.initiative or ""
