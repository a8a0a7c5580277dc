"""What each field of the records points to: entities of the registry, or concepts of a scheme."""

from __future__ import annotations

from collections.abc import Iterator

from policygraph.model.base import Record
from policygraph.model.facts import (
    Amount,
    Attribution,
    Figure,
    Ranking,
    Relation,
    Step,
    Target,
    Tenure,
)
from policygraph.model.registry import Body, Initiative, Person, Place, Post
from policygraph.model.sources import Source

__all__ = ["CONCEPTS", "ENTITIES", "kinds_of", "pointed_to"]

_AGENT = ("people", "bodies")
_ANYTHING = ("people", "bodies", "initiatives", "posts", "places")
_SOURCES = ("sources", "briefs")

ENTITIES: dict[type[Record], dict[str, tuple[str, ...]]] = {
    Person: {"sources": _SOURCES},
    Body: {"sources": _SOURCES, "parent": ("bodies",)},
    Post: {"body": ("bodies",), "acting_for": ("posts",)},
    Place: {"within": ("places",)},
    Initiative: {"sources": _SOURCES, "lead": ("bodies",), "places": ("places",)},
    Tenure: {"person": ("people",), "post": ("posts",)},
    Step: {"initiative": ("initiatives",), "by": _AGENT, "place": ("places",)},
    Figure: {"indicator": ("indicators",), "area": ("places",), "by": _AGENT},
    Target: {
        "indicator": ("indicators",),
        "area": ("places",),
        "agent": _AGENT,
        "initiative": ("initiatives",),
    },
    Amount: {"initiative": ("initiatives",)},
    Attribution: {"claimant": _AGENT, "cause": _ANYTHING},
    Relation: {"subject": _ANYTHING, "object": _ANYTHING},
    Ranking: {"subject": _ANYTHING, "ranker": _AGENT},
}
"""For each record, the fields that hold ids, and the parts of the pack those ids may be in."""

CONCEPTS: dict[type[Record], dict[str, str]] = {
    Body: {"kind": "body-kind"},
    Initiative: {"kind": "initiative-kind", "instruments": "instrument", "audience": "target-group"},
    Source: {"kind": "source-kind"},
    Tenure: {"capacity": "capacity"},
    Step: {"stage": "stage", "modality": "modality"},
    Figure: {"kind": "period-kind", "status": "figure-status", "bound": "bound"},
    Target: {"kind": "period-kind", "bound": "bound"},
    Amount: {"role": "amount-role"},
    Attribution: {"cause_group": "target-group"},
}
"""For each record, the fields that hold concept codes, and their scheme."""

_SINGULAR = {
    "people": "person",
    "bodies": "body",
    "posts": "post",
    "places": "place",
    "initiatives": "initiative",
    "indicators": "indicator",
    "sources": "source",
    "briefs": "brief",
}


def pointed_to(record: Record) -> Iterator[str]:
    """Every id that a record holds, of entities and of sources."""
    for name in ENTITIES.get(type(record), {}):
        value = getattr(record, name)
        yield from value if isinstance(value, tuple) else [value] if value else []


def kinds_of(kinds: tuple[str, ...]) -> str:
    """Parts of a pack in words.

    >>> kinds_of(("people", "bodies"))
    'person or body'
    """
    return " or ".join(_SINGULAR[kind] for kind in kinds)
