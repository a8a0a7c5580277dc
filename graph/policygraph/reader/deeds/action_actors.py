"""Who does a deed.

1. The actor of an active deed is the person, body or government that stands nearest before it and is no
   part of a complement (`of`, `in`, `for`), nor of an inserted `he said`; one after `and` is a second
   actor. Where a comma stands right before the verb, it is who stands before an insertion between commas
   (`the minister, who chairs the board, opened`).
2. The actor of a passive one is who follows `by`, or `under`, or the house or council in which it was done.
   What is expected is told by who says so.
   A thing that acts in a clause of `that` or `which` is nobody (`a patent that allows`).
3. A deed on a measure whose doer is not said, or is a measure, has no actor here: None. Where `by` names
   somebody unknown, there is no actor at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from policygraph.reader.deeds.deeds import Deed
from policygraph.reader.deeds.scene import Item
from policygraph.reader.text.lexicon import phrases
from policygraph.reader.text.time_words import is_time
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.words import Clause, Words

__all__ = ["ACTORS", "INSIDE", "actors", "subject_of"]

ACTORS = frozenset({"person", "body", "government", "he", "it", "office", "group"})
"""Kinds of occurrences that can do something."""
INSIDE = frozenset(
    {
        "of",
        "for",
        "in",
        "with",
        "to",
        "on",
        "from",
        "at",
        "about",
        "under",
        "against",
        "into",
        "than",
        "between",
    }
)
"""Words that make what follows them part of something else."""


_INSERTED, _NEAR = 12, 8
"""Words of an insertion between a measure and its verb, with the commas; words from a deed to its house."""
_LONGEST = 24
"""Words of an insertion between who acts and the verb, with the commas."""
_STATES = frozenset({"agency", "council", "ministry"})
"""Kinds of bodies that the state sets up."""
_SITTING = frozenset({"legislature", "council"})
"""Kinds of bodies in which a thing is passed."""


def actors(
    words: Words, clause: Clause, deed: Deed, target: Item, items: Sequence[Item]
) -> Iterable[Item | None]:
    if deed.passive or deed.participle:
        return _agents(words, clause, deed, target, items)
    before = [item for item in items if item.last < deed.first and item.kind in ACTORS and item is not target]
    if _measure_does(words, clause, deed, items):
        return [None]
    if _thing_does(words, clause, deed, before):
        return []
    subject = _before_insertion(words, clause, deed, before) or subject_of(words, before)
    if subject is None:
        return [None] if deed.form == "g" and target.kind == "measure" else []
    return _with_others(words, [subject], before)


def _measure_does(words: Words, clause: Clause, deed: Deed, items: Sequence[Item]) -> bool:
    """Whether a measure does it, which is the government's doing: `the policy, cleared in May, offers`."""
    last = deed.first - 1
    if last > clause.start and words.low[last] in {"which", "that"}:
        last -= 1
    if last > clause.start and words.shown[last] == ",":
        ends = {item.last for item in items if item.kind == "measure" and item.last < last}
        commas = (j for j in range(last, max(clause.start, last - _INSERTED), -1) if words.shown[j] == ",")
        return any(comma - 1 in ends for comma in commas)
    return any(item.kind == "measure" and item.last == last for item in items)


def _before_insertion(words: Words, clause: Clause, deed: Deed, before: Sequence[Item]) -> Item | None:
    """Who stands before an insertion that a comma right before the verb ends."""
    last = deed.first - 1
    if last <= clause.start or words.shown[last] != ",":
        return None
    ends = {item.last: item for item in before if item.last < last}
    for comma in range(last - 2, max(clause.start, last - _LONGEST), -1):
        inserted = words.tag[comma + 1] in "PC" or words.low[comma + 1].endswith("ing")
        if words.shown[comma] == "," and comma - 1 in ends and inserted:
            return ends[comma - 1]
    return None


def _thing_does(words: Words, clause: Clause, deed: Deed, before: Sequence[Item]) -> bool:
    """Whether `that` or `which` stands for no one who acts (`a patent that allows`)."""
    which = deed.first - 1
    if which <= clause.start or words.low[which] not in {"which", "that"}:
        return False
    last = which - 2 if words.shown[which - 1] == "," else which - 1
    return words.tag[last] in "wU" and all(item.last != last for item in before)


def _agents(
    words: Words, clause: Clause, deed: Deed, target: Item, items: Sequence[Item]
) -> Iterable[Item | None]:
    after = [item for item in items if item.first > deed.at and item.kind in ACTORS and item is not target]
    reach = range(deed.at + 1, min(clause.end, deed.at + 14))
    by = next((j for j in reach if words.low[j] == "by"), None)
    if by is None:
        by = next((j for j in reach if words.low[j] == "under"), None)
    agents = [item for item in after if by < item.first <= by + 12] if by is not None else []
    if by is None and (sitting := _in_house(words, deed, after)):
        return [sitting]
    if agents:
        return _with_others(words, [next((one for one in agents if one.kind == "person"), agents[0])], after)
    if by is not None and words.low[by] == "by" and _is_somebody(words, clause, by + 1):
        return []
    if deed.action == "plan" and (speaker := _speaker(words, target, items)):
        return [speaker]
    if target.kind == "body" and deed.action == "fund" and deed.passive:
        return [None]
    if deed.planned and deed.action == "establish" and target.said in _STATES:
        return [None]
    return [None] if target.kind == "measure" and (deed.passive or _is_dated(words, deed)) else []


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
    said = any(words.low[j] in _says() for j in range(max(0, target.first - 4), target.first))
    before = [item for item in items if item.last < target.first and item.kind in ACTORS]
    return subject_of(words, before) if said else None


def subject_of(words: Words, before: Sequence[Item]) -> Item | None:
    for item in reversed(before):
        outer = words.low[item.first - 1] if item.first else ""
        outer = words.low[item.first - 2] if outer == "the" and item.first > 1 else outer
        owner = item.last + 1 < len(words.tag) and words.tag[item.last + 1] == "S"
        if outer not in INSIDE and not owner and not _inserted(words, item):
            return item
    return before[-1] if before else None


def _inserted(words: Words, item: Item) -> bool:
    """`, he explained,` within a sentence."""
    after = item.last + 2
    if after >= len(words.low) or words.low[item.last + 1] not in _says():
        return False
    return words.shown[after] == "," and item.first > 0 and words.shown[item.first - 1] == ","


def _with_others(words: Words, chosen: list[Item], items: Sequence[Item]) -> list[Item]:
    """The actors, and those joined to them by `and` or a comma."""
    others = list(chosen)
    for item in items:
        if item in others or item.kind not in {"person", "body"}:
            continue
        gap = range(min(item.last, chosen[0].last) + 1, max(item.first, chosen[0].first))
        joined = [words.low[j] for j in gap]
        if (
            len(joined) <= 6
            and "and" in joined
            and all(words.tag[j] in "CDU.w" and words.low[j] != "," for j in gap)
        ):
            others.append(item)
    return others


@cache
def _says() -> frozenset[str]:
    return frozenset(verb_forms(phrases("causes", "says")))
