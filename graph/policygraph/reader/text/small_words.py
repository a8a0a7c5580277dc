"""Small words of grammar for which rules of several modules ask."""

from __future__ import annotations

__all__ = ["BE", "DEFINITE", "SETTLED_BE"]

BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
"""The forms of `be` after which a participle is in the passive."""
SETTLED_BE = BE - {"being"}
"""Those of them that tell what is so, not what is going on or is said in passing (`being the cause of`)."""
DEFINITE = frozenset({"the", "this", "these", "its", "their", "that"})
"""Before a noun: it is known which is meant."""
