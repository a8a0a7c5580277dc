"""Who did what is told in the passive.

1. It is who follows `by`, or `under`, or the house or council in which it was done.
2. What is expected is told by who says so.
3. A deed on a measure whose doer is not said has none here: None; so has a body of the state that will be set
   up, or that is told to do something right after its name or its acronym in brackets. Where `by` names
   somebody unknown, there is no doer at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policygraph.reader.deeds.action_subjects import says_words, subject_of, with_others
from policygraph.reader.deeds.deeds import Deed
from policygraph.reader.deeds.scene import ACTORS, Item
from policygraph.reader.text.time_words import is_time
from policygraph.reader.text.words import Clause, Words

__all__ = ["agents"]

_NEAR = 8
"""Words from a deed to the house in which it was done."""
_STATES = frozenset({"agency", "council", "ministry"})
"""Kinds of bodies that the state sets up."""
_ACRONYM = 4
"""From the last word of a name to the word after its acronym in brackets."""
_PRIVATE = frozenset({"company", "association", "university", "international", "legislature"})
"""Kinds of bodies that a government is not said to tell what to do where nobody is named."""
_SITTING = frozenset({"legislature", "council"})
"""Kinds of bodies in which a thing is passed."""


def agents(
    words: Words, clause: Clause, deed: Deed, target: Item, items: Sequence[Item]
) -> Iterable[Item | None]:
    """Who did a deed in the passive to the target; None stands for the government."""
    after = [item for item in items if item.first > deed.at and item.kind in ACTORS and item is not target]
    reach = range(deed.at + 1, min(clause.end, deed.at + 14))
    by = next((j for j in reach if words.low[j] == "by"), None)
    if by is None:
        by = next((j for j in reach if words.low[j] == "under"), None)
    agents = [item for item in after if by < item.first <= by + 12] if by is not None else []
    if by is None and (sitting := _in_house(words, deed, after)):
        return [sitting]
    if agents:
        return with_others(words, [next((one for one in agents if one.kind == "person"), agents[0])], after)
    told = by is not None and words.low[by] == "by" and "V" not in words.tag[deed.at + 1 : by]
    if by is not None and told and _is_somebody(words, clause, by + 1):
        return []
    if deed.action == "plan" and (speaker := _speaker(words, target, items)):
        return [speaker]
    if target.kind == "measure":
        return [None] if deed.passive or _is_dated(words, deed) else []
    set_up = deed.planned and deed.action == "establish" and target.said in _STATES
    apart = deed.first - target.last
    near = apart == 1 or (apart == _ACRONYM and words.shown[deed.first - 1] == ")")
    told_to = near and deed.action == "direct" and target.said not in _PRIVATE
    return [None] if set_up or (deed.passive and (deed.action == "fund" or told_to)) else []


def _is_somebody(words: Words, clause: Clause, first: int) -> bool:
    """Whether what follows `by` is someone unknown, and no time and no measure of how much."""
    at = first + 1 if words.tag[first : first + 1] == ["D"] else first
    return at < clause.end and words.tag[at] in "wU" and not is_time(words, clause, first)


def _in_house(words: Words, deed: Deed, after: Sequence[Item]) -> Item | None:
    """`Was passed in Parliament`, `was rejected at a meeting of the cabinet`: who sits there did it."""
    low = words.low
    for item in after:
        if item.first - deed.at > _NEAR:
            return None
        if item.kind == "body" and item.said in _SITTING:
            between = low[deed.at + 1 : item.first]
            return item if between[:1] in (["in"], ["at"]) and between[-1] in {"in", "the", "of"} else None
    return None


def _is_dated(words: Words, deed: Deed) -> bool:
    return words.low[deed.at + 1 : deed.at + 2] in (["on"], ["in"], ["with"], ["since"], ["for"], ["by"])


def _speaker(words: Words, target: Item, items: Sequence[Item]) -> Item | None:
    """Who says that something is expected, in the same sentence."""
    said = any(words.low[j] in says_words() for j in range(max(0, target.first - 4), target.first))
    before = [item for item in items if item.last < target.first and item.kind in ACTORS]
    return subject_of(words, before) if said else None
