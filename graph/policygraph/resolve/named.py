"""What a name of an article means."""

from __future__ import annotations

from dataclasses import dataclass

from policygraph.model.base import Span
from policygraph.model.registry import Entity

__all__ = ["Named"]


@dataclass(frozen=True)
class Named:
    """What a name means; `doubt` where a person has to say whether it does."""

    part: str
    slug: str
    span: Span
    doubt: str = ""
    entry: Entity | None = None
    """The new entry, or the own one that this article names again."""
    keep: bool = False
    """Whether the entry is kept though no fact needs it: somebody has accepted the name."""
    origin: str = ""
    """Who else than the reader saw the name, while that is not judged."""
