"""What the audit found, as the page lists it: each finding with what it sets side by side."""

from __future__ import annotations

from collections.abc import Mapping

from policygraph.severities import SEVERITIES
from policygraph.terms import PG
from policygraph.view.evidence import Json
from policygraph.view.snapshot import Snapshot

__all__ = ["findings_of", "support_words", "verdict_words"]

JsonObject = dict[str, Json]


def findings_of(see: Snapshot, facts: Mapping[str, int], nodes: Mapping[str, int]) -> list[Json]:
    """The findings, the gravest first; `facts` and `nodes` give the places of what they are about, by IRI.

    A finding about nothing that the page holds is left out.
    """
    ranked = sorted(see.of_class(PG.Finding), key=lambda iri: (_rank(see, iri), _code(see, iri), iri))
    return [shown for iri in ranked if (shown := _finding(see, iri, facts, nodes))]


def _finding(
    see: Snapshot, iri: str, facts: Mapping[str, int], nodes: Mapping[str, int]
) -> JsonObject | None:
    about = see.values(iri, PG.about)
    on_facts: list[Json] = [facts[one] for one in about if one in facts]
    on_nodes: list[Json] = [nodes[one] for one in about if one in nodes and one not in facts]
    if not on_facts and not on_nodes:
        return None
    found: JsonObject = {
        "kind": see.words(iri, PG.findingKind),
        "severity": see.value(iri, PG.severity).rpartition("/")[2],
        "sentence": see.value(iri, PG.sentence),
        "arithmetic": see.value(iri, PG.arithmetic),
        "reading": see.words(iri, PG.reading),
        "facts": on_facts,
        "nodes": on_nodes,
    }
    return {name: value for name, value in found.items() if value}


def support_words(see: Snapshot, iri: str) -> str:
    """On how many sources a fact rests, and on how many origins; empty where the audit did not count."""
    sources, origins = see.value(iri, PG.sourceCount), see.value(iri, PG.originCount)
    if not sources or not origins:
        return ""
    return f"{_counted(sources, 'source')}, {_counted(origins, 'origin')}"


def verdict_words(see: Snapshot, iri: str) -> str:
    """What recomputing a rate gave, with the sum that shows it; empty where it was not recomputed."""
    verdict, arithmetic = see.words(iri, PG.verdict), see.value(iri, PG.arithmetic)
    return f"{verdict}: {arithmetic}" if verdict and arithmetic else verdict


def _counted(number: str, word: str) -> str:
    return f"{number} {word}" if number == "1" else f"{number} {word}s"


def _rank(see: Snapshot, iri: str) -> int:
    code = see.value(iri, PG.severity).rpartition("/")[2]
    return -SEVERITIES.index(code) if code in SEVERITIES else 1  # one that is not among them comes last


def _code(see: Snapshot, iri: str) -> str:
    return see.value(iri, PG.findingKind)
