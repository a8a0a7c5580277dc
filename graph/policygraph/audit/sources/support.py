"""How many sources a statement rests on, and how many origins: three articles may be one.

1. Nodes of several sources that state the same (a level with its series, period, value and bound; a rate
   with its basis; a claim with its claimant, causes and effects) are one statement; all other nodes are
   one each.
2. Who is named as having said it (the claimant of a figure, the agent of a target, the ranker of a list)
   is the origin. A source that names nobody goes back to the origin of its text; if that origin names
   somebody for the same statement, so does the copy. A source that speaks in its own voice names nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from policygraph.audit.families import by_key
from policygraph.audit.records.counted import Observation, Rate
from policygraph.audit.records.facts import ClaimRecord, Facts

__all__ = ["said_together", "support"]

Key = tuple[object, ...]
_Said = Observation | Rate | ClaimRecord
_Voice = tuple[str, str | None]
"""A source, and whom it names."""


def support(facts: Facts, origins: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """Node -> how many sources and origins its statement rests on, sorted by IRI; briefs do not count."""
    own_voices = {source.iri for source in facts.sources}
    agents = {one.iri: one.agent for one in facts.targets} | {one.iri: one.ranker for one in facts.ranks}
    found = {
        iri: _counted([(source, agents.get(iri)) for source in sources], origins)
        for iri, sources in facts.stated_in.items()
    }
    for nodes in _alike(facts):
        voices = [
            (source, None if one.claimant in own_voices else one.claimant)
            for one in nodes
            for source in facts.stated_in.get(one.iri, ())
        ]
        counts = _counted(voices, origins)
        found.update((one.iri, counts) for one in nodes if one.iri in facts.stated_in)
    return dict(sorted(found.items()))


def said_together(facts: Facts) -> Iterator[Collection[str]]:
    """Sets of sources that state the same, one after another."""
    yield from (sources for sources in facts.stated_in.values() if len(sources) > 1)
    for nodes in _alike(facts):
        if len(nodes) > 1:
            yield {source for one in nodes for source in facts.stated_in.get(one.iri, ())}


def _alike(facts: Facts) -> Iterator[list[_Said]]:
    """The levels, rates and claims that state the same (1.), of one indicator and area after another."""
    asked = {effect for claim in facts.claims for effect in claim.effects}
    keys: dict[str, Key] = {}
    figures: tuple[Iterable[list[Observation]], Iterable[list[Rate]]] = (
        by_key(facts.observations).values(),
        by_key(facts.rates).values(),
    )
    for sort in figures:
        for ones in sort:
            said: dict[Key, list[_Said]] = defaultdict(list)
            for one in ones:
                key = _figure(one)
                said[key].append(one)
                if one.iri in asked:
                    keys[one.iri] = key
            yield from said.values()
    own_voices = {source.iri for source in facts.sources}
    claims: dict[Key, list[_Said]] = defaultdict(list)
    for claim in facts.claims:
        claimant = None if claim.claimant in own_voices else claim.claimant
        effects = tuple(keys.get(effect, effect) for effect in claim.effects)
        claims[claimant, claim.causes, effects].append(claim)
    yield from claims.values()


def _figure(one: Observation | Rate) -> Key:
    if isinstance(one, Rate):
        return one.series, one.period, one.kind, one.rate, one.basis, one.status
    return one.series, one.period, one.kind, one.value, one.bound, one.status


def _counted(voices: list[_Voice], origins: Mapping[str, str]) -> tuple[int, int]:
    if len(voices) == 1:
        return 1, 1
    claimed = sorted((one for one in voices if one[1]), key=str)
    named = {origins.get(source, source): claimant for source, claimant in claimed}
    found = set()
    for source, claimant in voices:
        text = origins.get(source, source)
        found.add(claimant or named.get(text, text))
    return len({source for source, _ in voices}), len(found)
