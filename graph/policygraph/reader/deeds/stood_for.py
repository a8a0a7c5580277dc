"""Which measure a bare word for measures of several kinds stands for: `the scheme`, `this initiative`.

1. It is the nearest one before it of the kinds that `initiatives.yaml` lists for the word, if a reader still
   has that in mind; of several (`Two schemes`) none.
2. One in mind that goes by the word itself is meant first, unless one that has no word for its kind (`the
   Skills Ladder`) was named after it.
3. A word that something else tells which (`the scheme of 2030`) stands for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from policygraph.lexicon import section
from policygraph.reader.deeds.found import Found
from policygraph.reader.deeds.measure_heads import Candidate, is_head
from policygraph.reader.text.words import Words

__all__ = ["stood_for"]

_KNOWN = frozenset({"the", "this"})
_TOLD_AFTER = (["of"], ["for"], ["to"])
_REACH = 45
"""Words back to the measure."""


def stood_for(
    words: Words, candidate: Candidate, found: Sequence[Found], nearest: Found | None
) -> Found | None:
    """The measure that a phrase stands for; `nearest` goes by its word. None where it is no such word."""
    at = candidate.first
    kinds = section("initiatives", "stands_for").get(words.low[at])
    if not kinds or candidate.entry or at < candidate.full or words.low[at - 1] not in _KNOWN:
        return None
    if words.tag[at + 1 : at + 2] == ["S"] or words.low[at + 1 : at + 2] in _TOLD_AFTER:
        return None
    near = [one for one in found if one.kind in kinds and one.heads and at - one.cores[-1][1] <= _REACH]
    if nearest in near:
        near = [one for one in near if one.cores[-1] > nearest.cores[-1] and not any(map(is_head, one.heads))]
    near = [one for one in near if not words.low[one.cores[0][1]].endswith("s")]
    return max(near, key=lambda one: one.cores[-1], default=None)
