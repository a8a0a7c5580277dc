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
from collections.abc import Iterator, Mapping

from policygraph.audit.records import ClaimRecord, Facts, Observation, Rate

__all__ = ["statement_keys", "support"]

Key = tuple[object, ...]


def statement_keys(facts: Facts) -> dict[str, int]:
    """Node -> the number of what it states, equal for two nodes that state the same."""
    numbers: dict[Key, int] = {}
    return {iri: numbers.setdefault(key, len(numbers)) for iri, key in _stated(facts).items()}


def _stated(facts: Facts) -> dict[str, Key]:
    keys: dict[str, Key] = {iri: (iri,) for iri in facts.stated_in}
    for level in facts.observations:
        keys[level.iri] = (
            "level",
            level.series,
            level.period,
            level.kind,
            level.value,
            level.bound,
            level.status,
        )
    for rate in facts.rates:
        keys[rate.iri] = ("rate", rate.series, rate.period, rate.kind, rate.rate, rate.basis, rate.status)
    own_voices = {source.iri for source in facts.sources}
    for claim in facts.claims:
        claimant = None if claim.claimant in own_voices else claim.claimant
        effects = tuple(keys.get(effect, effect) for effect in claim.effects)
        keys[claim.iri] = ("claim", claimant, claim.causes, effects)
    return keys


def support(
    facts: Facts, origins: Mapping[str, str], keys: Mapping[str, int] | None = None
) -> dict[str, tuple[int, int]]:
    """Node -> how many sources and origins its statement rests on, sorted by IRI; briefs do not count.

    `keys` are the statement keys of these facts, for a caller that has them already.
    """
    keys, claimants = keys or statement_keys(facts), dict(_claimants(facts))
    said: dict[int, list[tuple[str, str | None]]] = defaultdict(list)
    for iri, sources in facts.stated_in.items():
        said[keys[iri]] += [(source, claimants.get(iri)) for source in sources]
    counted = {key: _counted(pairs, origins) for key, pairs in said.items()}
    return {iri: counted[keys[iri]] for iri in sorted(facts.stated_in)}


def _counted(pairs: list[tuple[str, str | None]], origins: Mapping[str, str]) -> tuple[int, int]:
    if len(pairs) == 1:
        return 1, 1
    claimed = sorted((pair for pair in pairs if pair[1]), key=str)
    named = {origins.get(source, source): claimant for source, claimant in claimed}
    found = set()
    for source, claimant in pairs:
        text = origins.get(source, source)
        found.add(claimant or named.get(text, text))
    return len({source for source, _ in pairs}), len(found)


def _claimants(facts: Facts) -> Iterator[tuple[str, str | None]]:
    own_voices = {source.iri for source in facts.sources}
    claimed: tuple[Observation | Rate | ClaimRecord, ...] = (*facts.observations, *facts.rates, *facts.claims)
    for said in claimed:
        yield said.iri, None if said.claimant in own_voices else said.claimant
    for target in facts.targets:
        yield target.iri, target.agent
    for rank in facts.ranks:
        yield rank.iri, rank.ranker
