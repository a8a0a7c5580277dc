"""Two initiatives under one name, such as a federal programme and a provincial one.

1. Two names are the same without case, accents, spaces, punctuation and the doubling of letters (Rozgaar
   and Rozgar are one word in two spellings).
2. Words that only say what kind of thing it is do not tell two apart: those that name a kind of initiative,
   an instrument or a target group in the graph (programme, centre, training), singular or plural. A name of
   nothing else is no name.
3. Where a name is shared whole and the lead is one, they may be one initiative entered twice, which is worth
   a look; the rest is worth knowing only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet
from itertools import combinations

from policygraph.audit.lives.spans import grouped, named
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.records.life_records import InitiativeRecord
from policygraph.audit.wording import joined

__all__ = ["check_same_names", "generic_names"]

_GENERIC = re.compile(r"/concept/(initiative-kind|instrument|target-group)/")
_WORD = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_APART = re.compile(r"[\s/()]+")


def check_same_names(facts: Facts) -> list[Finding]:
    """Pairs of initiatives that share a name or the telling part of one: `same-name`."""
    generic = {word for iri in generic_names(facts) for word in _words(facts.names[iri])}
    named_so = [
        (key, one) for one in facts.initiatives for key in sorted(_keys(one, generic))
    ]  # an initiative stands here once for each of its names
    pairs: dict[tuple[str, str], tuple[InitiativeRecord, InitiativeRecord]] = {}
    for group in grouped(named_so, lambda one: one[0]).values():
        for (_, one), (_, other) in combinations(sorted(group, key=lambda each: each[1].iri), 2):
            pairs[one.iri, other.iri] = one, other
    return [_namesakes(facts, generic, *pairs[key]) for key in sorted(pairs)]


def generic_names(facts: Facts) -> list[str]:
    """The concepts whose names say only what kind of thing something is (2.)."""
    return [iri for iri in facts.names if _GENERIC.search(iri)]


def _namesakes(
    facts: Facts, generic: AbstractSet[str], one: InitiativeRecord, other: InitiativeRecord
) -> Finding:
    severity, why = _gravity(one, other)
    shared = _keys(one, generic) & _keys(other, generic)
    names = joined(_bearing(each, generic, shared) for each in (one, other))
    both = joined(f"{named(facts, each.iri)}{_under(facts, each)}" for each in (one, other))
    return Finding(
        kind="same-name",
        severity=severity,
        about=tuple(sorted((one.iri, other.iri))),
        sentence=f"{both} {why}: {names}.",
    )


def _gravity(one: InitiativeRecord, other: InitiativeRecord) -> tuple[str, str]:
    if not _keys(one) & _keys(other):
        return "info", "have names that differ in nothing but the kind of thing"
    if one.lead and one.lead == other.lead:
        return "minor", "may be one initiative entered twice"
    return "info", "are two things under one name"


def _under(facts: Facts, one: InitiativeRecord) -> str:
    told = [named(facts, each) for each in (*([one.lead] if one.lead else []), *one.places)]
    return f" ({', '.join(told)})" if told else ""


def _bearing(one: InitiativeRecord, generic: AbstractSet[str], shared: set[str]) -> str:
    """The first of the names that are shared, in quotes."""
    return next(f"“{name}”" for name in sorted(one.names) if _key(name, generic) in shared)


def _keys(one: InitiativeRecord, generic: AbstractSet[str] = frozenset()) -> set[str]:
    return {_key(name, generic) for name in one.names} - {""}


def _key(name: str, generic: AbstractSet[str]) -> str:
    """The telling words of a name as one; empty where there are none."""
    return "".join(word for word in _words(name) if word not in generic)


def _words(name: str) -> list[str]:
    """The words of a name in a common spelling; a hyphen joins what it stands between."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    parts = (
        "".join(_WORD.findall("".join(c for c in part if not unicodedata.combining(c))))
        for part in _APART.split(plain)
    )
    return [_DOUBLED.sub(r"\1", part).removesuffix("s") for part in parts if part]
