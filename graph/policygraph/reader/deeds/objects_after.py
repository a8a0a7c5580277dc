"""What stands after a verb and is its object.

1. It is the first measure after the verb, or the first body where the deed is one that is done to bodies
   (`asked`, `acquired`), or follows `a`, or is given a sum.
2. A measure after `under`, `during` or the like is only the way or the time of the deed; so is one whose part
   is meant (`the fund's chairman`), unless that is a phase of it.
3. One after a further verb (`withdrew the cases and cleared the bill`, `which heads the board, cleared the
   bill`) is that verb's, and none of a deed of doing is told in a clause of its own (`held a meeting that was
   about the bill`).
4. Who is only named in what is asked for (`called for a truce between`) is not asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from policygraph.reader.deeds.deeds import Deed
from policygraph.reader.deeds.scene import Item
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Words

__all__ = ["FAR", "OF_SAYING", "ON_BODIES", "is_broken", "object_after", "sum_at"]

ON_BODIES = frozenset({"direct", "other", "launch", "establish"})
"""Deeds that are done to bodies."""
OF_SAYING = frozenset({"announce", "plan", "direct"})
"""Deeds whose object may be told after `that` (`announced that the fund`); others say something then."""
FAR = 14
"""Words between a deed and its object."""
_BESIDE = frozenset({
    "at", "under", "during", "by", "from", "with", "after", "before", "than", "through", "via", "amid",
    "despite", "since",
})  # fmt: skip
"""Words that make of a measure the way, the time or the place of a deed, and not its object."""
_WITH = frozenset({"away", "ahead"})
"""Before `with`: the verb goes on (`did away with the levy`)."""
_TO_WHOM = frozenset({"to", "on", "upon", "for", "that"})
_NEAR = 9
"""Words between an order and who is told."""
_SUM = 5
"""Words after a deed within which a sum that is given begins."""


def object_after(words: Words, deed: Deed, items: Sequence[Item]) -> Item | None:
    """The object of a deed that is told after its verb; None for none."""
    for item in items:
        if item.first <= deed.at or item.kind not in {"measure", "body"}:
            continue
        if item.first - deed.at > FAR or is_broken(words, deed.at + 1, item.first):
            return None
        if _next_deed(words, deed.at + 2, item.first):
            return None
        if deed.action not in OF_SAYING and not {"X", "R"}.isdisjoint(words.tag[deed.at + 1 : item.first]):
            return None
        if item.kind == "measure" and not _beside(words, item):
            return item
        if item.kind == "body" and (found := _body_after(words, deed, item, items)):
            return found
    return None


def _beside(words: Words, item: Item) -> bool:
    """Whether a measure is only the way, the time or the owner of what is done."""
    low = words.low
    owned = words.tag[item.last + 1 : item.last + 2] == ["S"]
    if owned and lexicon_set("initiatives", "phases").isdisjoint(low[item.last + 2 : item.last + 4]):
        return True
    near = next((j for j in (item.first - 1, item.first - 2) if low[j] in _BESIDE), None)
    return near is not None and low[near - 1] not in _WITH


def _body_after(words: Words, deed: Deed, item: Item, items: Sequence[Item]) -> Item | None:
    """The body, or what it is told to do something to; None where it is no object."""
    if words.tag[item.last + 1 : item.last + 2] in (["S"], ["X"], ["V"]):
        return None
    if deed.action == "fund" and sum_at(words, deed.at + 1) and _for_whom(words, item.first):
        return item
    if deed.action == "direct" and item.first - deed.at <= _NEAR and _addressed(words, deed.at, item.first):
        later = [one for one in items if one.kind == "measure" and item.last < one.first <= deed.at + FAR]
        return later[0] if later and "to" in words.low[item.last + 1 : item.last + 3] else item
    new = words.low[item.first - 1] in {"a", "an"}
    return item if (new or deed.action in ON_BODIES) and _direct(words, deed.at, item.first) else None


def _addressed(words: Words, at: int, first: int) -> bool:
    """Whether someone is told, and not only named in what is asked for (`a truce between`)."""
    return all(words.tag[j] != "P" or words.low[j] in _TO_WHOM for j in range(at + 1, first))


def _direct(words: Words, at: int, first: int) -> bool:
    return all(words.tag[j] in "DwUAN" or words.low[j] == "up" for j in range(at + 1, first))


def sum_at(words: Words, at: int) -> bool:
    """Whether a sum of money begins here, or right after a small word or a particle."""
    near = range(at, min(at + _SUM, len(words.tag)))
    return any(words.tag[j] == "N" for j in near)


def _for_whom(words: Words, first: int) -> bool:
    """Whether what begins here is whom a sum is for."""
    low = words.low
    return low[first - 1 if low[first - 1] != "the" else first - 2] in {"for", "to", "into"}


def _next_deed(words: Words, start: int, end: int) -> bool:
    """Whether `and`, or a comma, and a verb stand between a verb with an object of its own and this one."""
    return any(
        words.tag[j + 1] == "V" and (words.low[j] == "and" or words.shown[j] == ",")
        for j in range(start, end - 1)
    )


def is_broken(words: Words, start: int, end: int) -> bool:
    """Whether something in the run parts what is before it from what is after it."""
    if any(words.shown[j] == "," and words.low[j + 1] in {"and", "but"} for j in range(start, end - 1)):
        return True
    return any(
        words.shown[j] in ";:" or words.low[j] in {"said", "but", "while", "because", "whereby"}
        for j in range(start, end)
    )
