"""What a deed is done to.

1. The object of an active deed is the first measure after it in the same sentence, or the first body where
   the deed is one that is done to bodies (`asked`, `acquired`), or follows `a`, or is given a sum. A measure
   after `under`, `during` or the like is only the way or the time of it; one after a further verb
   (`withdrew the cases and cleared the bill`) is that verb's, and none of a deed of doing is told in a clause
   of its own (`held a meeting that was about the bill`).
2. The object of a passive one is the last before it, or the first after `for`, `in`, `to` or `that`.
3. A measure before `which` or `that` is the object of the deed in the clause that follows. Where a deed of
   saying ends its sentence, its object is the first measure of it.
4. One joined by `and` is a further object. One after `if` or `until` is none.
5. What is held is an event, a course or an inquiry; what is given without a sum is not what that is about
   (`gave a briefing on the fund`). What a participle that begins the sentence tells of follows a comma
   (`Launched in May, the fund`).
"""

from __future__ import annotations

from collections.abc import Sequence

from policygraph.reader.deeds.action_actors import ACTORS, INSIDE
from policygraph.reader.deeds.deeds import Deed
from policygraph.reader.deeds.scene import Item
from policygraph.reader.text.words import Clause, Words

__all__ = ["objects", "said"]

_ON_BODIES = frozenset({"direct", "other", "launch", "establish"})
_TO_WHAT = frozenset({"fund", "approve", "announce", "plan"})
"""Deeds in the passive whose object may follow (`approval was given to`, `it was decided that`)."""
_OF_SAYING = frozenset({"announce", "plan", "direct"})
"""Deeds whose object may be told after `that` (`announced that the fund`); others say something then."""
_ENDS = frozenset(",;:)")
"""Right after a verb: what follows is not its object (`as it had demanded, the funds`)."""
_PHASES = frozenset(
    {"phase", "stage", "round", "launch", "rollout", "expansion", "extension", "implementation"}
)
"""What is done to one of these of a measure is done to it."""
_BESIDE = frozenset({
    "at", "under", "during", "by", "from", "with", "after", "before", "than", "through", "via", "amid",
    "despite", "since",
})  # fmt: skip
"""Words that make of a measure the way, the time or the place of a deed, and not its object."""
_HELD = frozenset({"event", "programme", "policy", "other"})
"""Kinds of measures that are held, with the consultations on a policy."""
_ABOUT = frozenset({"on", "of", "about", "over"})
"""After the noun of what is given, unless that is a sum: what it is about."""
_TO_WHOM = frozenset({"to", "on", "upon", "for", "that"})
_FAR = 14
"""Words between a deed and its object."""
_NEAR = 9
"""Words between an order and who is told."""
_SUM = 5
"""Words after a deed within which a sum that is given begins."""


def objects(words: Words, clause: Clause, deed: Deed, items: Sequence[Item]) -> list[Item]:
    chosen = _object(words, clause, deed, items)
    if chosen is None or not _may_be(words, deed, chosen):
        return []
    found = [chosen]
    for item in items:
        if item.kind == chosen.kind and item is not chosen and _joined(words, found[-1], item):
            found.append(item)
    if deed.passive or deed.participle:
        for item in reversed(items):
            if item.kind == chosen.kind and item.last < chosen.first and _joined(words, item, found[0]):
                found.insert(0, item)
    return found


def _may_be(words: Words, deed: Deed, item: Item) -> bool:
    """Whether a deed of that sort is done to such a thing (rule 5)."""
    if item.kind != "measure":
        return True
    if deed.action == "host":
        return item.said in _HELD
    if deed.action != "fund" or deed.passive or deed.participle:
        return True
    link = item.first - 2 if words.tag[item.first - 1] == "D" else item.first - 1
    return link <= deed.at or words.low[link] not in _ABOUT or _sum_at(words, deed.at + 1)


def _joined(words: Words, one: Item, other: Item) -> bool:
    gap = range(one.last + 1, other.first)
    return (
        0 < len(gap) <= 3
        and any(words.low[j] == "and" for j in gap)
        and all(words.tag[j] in "CD." or words.low[j] == "to" for j in gap)
    )


def _object(words: Words, clause: Clause, deed: Deed, items: Sequence[Item]) -> Item | None:
    if deed.participle and deed.at == clause.start:
        first = next((item for item in items if item.kind == "measure"), None)
        return first if first and "," in words.shown[first.first - 2 : first.first] else None
    if deed.passive or deed.participle:
        before = [item for item in items if item.last < deed.first and item.kind in {"measure", "body"}]
        on_bodies = deed.action in _ON_BODIES or (deed.action == "fund" and _sum_at(words, deed.at + 1))
        before = [item for item in before if item.kind == "measure" or on_bodies]
        near = [
            item
            for item in before
            if deed.first - item.last <= _FAR and not _broken(words, item.last + 1, deed.first)
        ]
        if near:
            chosen = _head_of(words, near)
            return None if _conditional(words, clause, chosen) else chosen
        if deed.action not in _TO_WHAT or (deed.participle and deed.action != "fund"):
            return None
        found = _after(words, deed, items)
        return (
            found
            if found
            and {"for", "in", "to", "that"} & set(words.low[deed.at : found.first])
            and "through" not in words.low[deed.at : found.first]
            else None
        )
    if deed.action not in _OF_SAYING and words.low[deed.at + 1 : deed.at + 2] == ["that"]:
        return None
    ended = words.tag[deed.at + 1 : deed.at + 2] == ["."] and words.shown[deed.at + 1] in _ENDS
    return (None if ended else _after(words, deed, items)) or _relative(words, deed, items) or said(deed, items)


def _conditional(words: Words, clause: Clause, item: Item) -> bool:
    before = words.low[max(clause.start, item.first - 3) : item.first]
    return not {"if", "until", "unless", "once", "whether", "before", "when"}.isdisjoint(before)


def _after(words: Words, deed: Deed, items: Sequence[Item]) -> Item | None:
    for item in items:
        if item.first <= deed.at or item.kind not in {"measure", "body"}:
            continue
        if item.first - deed.at > _FAR or _broken(words, deed.at + 1, item.first):
            return None
        if _next_deed(words, deed.at + 2, item.first):
            return None
        if deed.action not in _OF_SAYING and not {"X", "R"}.isdisjoint(words.tag[deed.at + 1 : item.first]):
            return None
        if item.kind == "measure" and not _beside(words, item):
            return item
        if item.kind == "body" and (found := _body_after(words, deed, item, items)):
            return found
    return None


def _beside(words: Words, item: Item) -> bool:
    """Whether a measure is only the way, the time or the owner of what is done."""
    low = words.low
    if words.tag[item.last + 1 : item.last + 2] == ["S"] and _PHASES.isdisjoint(
        low[item.last + 2 : item.last + 4]
    ):
        return True
    return low[item.first - 1] in _BESIDE or low[item.first - 2] in _BESIDE


def _body_after(words: Words, deed: Deed, item: Item, items: Sequence[Item]) -> Item | None:
    """The body, or what it is told to do something to; None where it is no object."""
    if words.tag[item.last + 1 : item.last + 2] in (["S"], ["X"], ["V"]):
        return None
    if deed.action == "fund" and _sum_at(words, deed.at + 1) and _for_whom(words, item.first):
        return item
    if deed.action == "direct" and item.first - deed.at <= _NEAR and _addressed(words, deed.at, item.first):
        later = [one for one in items if one.kind == "measure" and item.last < one.first <= deed.at + _FAR]
        return later[0] if later and "to" in words.low[item.last + 1 : item.last + 3] else item
    new = words.low[item.first - 1] in {"a", "an"}
    return item if (new or deed.action in _ON_BODIES) and _direct(words, deed.at, item.first) else None


def said(deed: Deed, items: Sequence[Item]) -> Item | None:
    """The object of a deed of saying that ends its sentence."""
    if deed.action != "announce" or not any(
        item.last == deed.first - 1 for item in items if item.kind in ACTORS
    ):
        return None
    if any(item.kind == "measure" and item.first > deed.at for item in items):
        return None
    return next((item for item in items if item.kind == "measure" and item.last < deed.first), None)


def _sum_at(words: Words, at: int) -> bool:
    """Whether a sum of money begins here, or right after a small word or a particle."""
    near = range(at, min(at + _SUM, len(words.tag)))
    return any(words.tag[j] == "N" for j in near)


def _for_whom(words: Words, first: int) -> bool:
    """Whether what begins here is whom a sum is for."""
    low = words.low
    return low[first - 1 if low[first - 1] != "the" else first - 2] in {"for", "to", "into"}


def _head_of(words: Words, near: Sequence[Item]) -> Item:
    """Of phrases in a row, the one that the later ones only complete."""
    chosen = near[-1]
    for item in reversed(near[:-1]):
        if words.low[chosen.first - 1] not in INSIDE or chosen.first - item.last > 4:
            break
        chosen = item
    return chosen


def _addressed(words: Words, at: int, first: int) -> bool:
    """Whether someone is told, and not only named in what is asked for (`a truce between`)."""
    return all(words.tag[j] != "P" or words.low[j] in _TO_WHOM for j in range(at + 1, first))


def _direct(words: Words, at: int, first: int) -> bool:
    return all(words.tag[j] in "DwUAN" or words.low[j] == "up" for j in range(at + 1, first))


def _broken(words: Words, start: int, end: int) -> bool:
    if any(words.shown[j] == "," and words.low[j + 1] in {"and", "but"} for j in range(start, end - 1)):
        return True
    return any(
        words.shown[j] in ";:" or words.low[j] in {"said", "but", "while", "because"}
        for j in range(start, end)
    )


def _next_deed(words: Words, start: int, end: int) -> bool:
    """Whether `and` and a verb stand between a verb with an object of its own and this one."""
    return any(words.low[j] == "and" and words.tag[j + 1] == "V" for j in range(start, end - 1))


def _relative(words: Words, deed: Deed, items: Sequence[Item]) -> Item | None:
    if not any(item.kind == "measure" and item.last < deed.first for item in items):
        return None
    for j in range(deed.first - 1, max(0, deed.first - 22), -1):
        if words.low[j] in {"which", "that", "whose"} and words.tag[j] in "CD":
            if "V" in words.tag[j + 1 : deed.first] or j + 1 == deed.first or words.tag[j - 1] == "C":
                return None
            before = [item for item in items if item.kind == "measure" and j - 3 <= item.last < j]
            return before[-1] if before else None
    return None
