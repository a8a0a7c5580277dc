"""What resolving gives: the facts that are sure, the names they need, and what waits for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from policygraph.model.base import Span
from policygraph.model.facts import Amount, Attribution, Fact, Figure, Step, Target, Tenure
from policygraph.model.own import PendingFact
from policygraph.model.registry import Body, Initiative, Person, Post
from policygraph.model.sources import Source

__all__ = ["ALIASES", "FACTS", "NAMES", "Alias", "Candidate", "Resolved", "Unused", "lacking"]

FACTS: dict[str, type[Fact]] = {
    "tenures": Tenure,
    "steps": Step,
    "figures": Figure,
    "targets": Target,
    "amounts": Amount,
    "attributions": Attribution,
}
"""The lists of a source that articles are read into, and the record of each."""
ALIASES = "aliases"
"""The kind of a candidate that proposes a spelling variant."""
NAMES = "names"
"""The kind of a candidate that is a name which someone else than the reader saw."""


@dataclass(frozen=True)
class Candidate:
    """A fact as far as it is known, with every reason to doubt it; none means that it is taken."""

    kind: str
    """The list of a source that it belongs in (`figures`, `steps`, ...), `aliases` or `names`."""
    at: Span
    fact: dict[str, Any]
    """Its fields but for `id` and `at`; None where a value is not known."""
    doubts: tuple[str, ...] = ()
    key: str = ""
    """What it is judged under; given by `judged.keyed`."""
    origin: str = ""
    """Who else than the reader read it; that by itself is a doubt."""
    left: str = ""
    """Why it is left out, unless somebody takes it; it does not wait."""


@dataclass(frozen=True, order=True)
class Alias:
    """A further name of an entity: part of the registry, id, name."""

    part: str
    slug: str
    name: str


@dataclass(frozen=True, order=True)
class Unused:
    """A name that was read, and that no fact needs: list of the reading, name, place."""

    list: str
    name: str
    at: Span


@dataclass(frozen=True)
class Resolved:
    """One article, resolved."""

    id: str
    source: Source
    pending: tuple[PendingFact, ...] = ()
    left: tuple[PendingFact, ...] = ()
    """What was read and is neither taken nor waits, each with the reason; it may be judged all the same."""
    unused: tuple[Unused, ...] = ()
    """The names that nothing taken, waiting or left out is about."""
    unsettled: dict[str, str] = field(default_factory=dict)
    """Id of a proposed entry -> the key under which its name waits."""
    named: frozenset[str] = frozenset()
    """Ids of all that its names mean, the new ones too."""
    people: dict[str, Person] = field(default_factory=dict)
    """New entries, and own ones that this article names again."""
    bodies: dict[str, Body] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    initiatives: dict[str, Initiative] = field(default_factory=dict)
    aliases: tuple[Alias, ...] = ()
    keys: dict[str, str] = field(default_factory=dict)
    """Fact id -> the key that it may be judged under, of every fact that was taken."""
    reads: dict[str, Candidate] = field(default_factory=dict)
    """Key -> what was read under it, before any judgement."""
    judged: int = 0
    """How many facts were settled by earlier judgements."""


def lacking(kind: str, fact: Mapping[str, Any]) -> list[str]:
    """The fields without which this is no fact of its kind, in the order of the record.

    >>> lacking("figures", {"indicator": "exports", "area": "here", "unit": "USD", "growth": {"rate": "5"}})
    ['period', 'growth.basis']
    """
    record = FACTS.get(kind)
    needed = [name for name, one in record.model_fields.items() if one.is_required()] if record else []
    lacks = [name for name in needed if name != "id" and fact.get(name) in (None, "")]
    growth = fact.get("growth")
    if kind == "figures" and growth:
        lacks += [f"growth.{name}" for name in ("rate", "basis") if not growth.get(name)]
    return lacks
