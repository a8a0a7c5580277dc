"""What a deed is done to.

1. The object of an active deed stands after it in the same sentence (objects_after.py), not behind a mark
   right after the verb (`as it had demanded, the funds`), nor in what is said to be so (`argued that`).
2. The object of a passive one is what stands before an insertion (`the fund, run by the board, was cut`), the
   last before it, or the first after `for`, `in`, `to` or `that`.
3. A measure before `which` or `that` is the object of the deed in the clause that follows. Where a deed of
   saying ends its sentence, its object is the first measure of it.
4. One joined by `and`, or by commas and an `and`, is a further object. One after `if` or `until` is none.
5. What is held is an event, a course or an inquiry; what is given without a sum is no report, nor what that
   is about (`gave a briefing on the fund`). What a participle that begins the sentence tells of follows a
   comma or a colon (`Launched in May, the fund`).
"""

from __future__ import annotations

from collections.abc import Sequence

from policygraph.reader.deeds.action_subjects import INSIDE, before_insertion
from policygraph.reader.deeds.deeds import Deed
from policygraph.reader.deeds.objects_after import FAR, OF_SAYING, ON_BODIES, is_broken, object_after, sum_at
from policygraph.reader.deeds.scene import ACTORS, Item
from policygraph.reader.text.words import Clause, Words

__all__ = ["objects", "said"]

_TO_WHAT = frozenset({"fund", "approve", "announce", "plan"})
"""Deeds in the passive whose object may follow (`approval was given to`, `it was decided that`)."""
_ENDS = frozenset(",;:)")
"""Marks that end what a verb says."""
_HELD = frozenset({"event", "programme", "policy", "other"})
"""Kinds of measures that are held, with the consultations on a policy."""
_ABOUT = frozenset({"on", "of", "about", "over"})
"""After the noun of what is given, unless that is a sum: what it is about."""


def objects(words: Words, clause: Clause, deed: Deed, items: Sequence[Item]) -> list[Item]:
    """What a deed of a sentence is done to: one thing, and those joined to it."""
    chosen = _object(words, clause, deed, items)
    if chosen is None or not _may_be(words, deed, chosen):
        return []
    alike = [item for item in items if item.kind == chosen.kind]
    at = alike.index(chosen)
    first = last = at
    while _joined(words, alike[last:]):
        last += 1
    while first and (deed.passive or deed.participle) and _joined(words, alike[first - 1 :]):
        first -= 1
    return alike[first : last + 1]


def _may_be(words: Words, deed: Deed, item: Item) -> bool:
    """Whether a deed of that sort is done to such a thing (rule 5)."""
    if item.kind != "measure":
        return True
    if deed.action == "host":
        return item.said in _HELD
    if deed.action != "fund" or deed.passive or deed.participle:
        return True
    if item.said == "report" and not sum_at(words, deed.at + 1):
        return False
    link = item.first - 2 if words.tag[item.first - 1] == "D" else item.first - 1
    return link <= deed.at or words.low[link] not in _ABOUT or sum_at(words, deed.at + 1)


def _joined(words: Words, row: Sequence[Item]) -> bool:
    """Whether `and` stands between the first two of a row; or a comma, and `and` after them."""
    if len(row) < 2:
        return False
    one, other, *after = row
    gap = range(one.last + 1, other.first)
    if not (0 < len(gap) <= 3 and all(words.tag[j] in "CD." or words.low[j] == "to" for j in gap)):
        return False
    if any(words.low[j] == "and" for j in gap):
        return True
    in_row = words.shown[gap[0]] == "," and (len(gap) == 1 or words.tag[gap[1]] == "D")
    return in_row and bool(after) and _joined(words, [other, *after])


def _object(words: Words, clause: Clause, deed: Deed, items: Sequence[Item]) -> Item | None:
    if deed.participle and deed.at == clause.start:
        first = next((item for item in items if item.kind == "measure"), None)
        near = words.shown[first.first - 2 : first.first] if first else ()
        return first if "," in near or ":" in near else None
    if deed.passive or deed.participle:
        return _of_passive(words, clause, deed, items)
    if deed.action not in OF_SAYING and words.low[deed.at + 1 : deed.at + 2] == ["that"]:
        return None
    ended = words.tag[deed.at + 1 : deed.at + 2] == ["."] and words.shown[deed.at + 1] in _ENDS
    after = None if ended else object_after(words, deed, items)
    return after or _relative(words, deed, items) or said(deed, items)


def _of_passive(words: Words, clause: Clause, deed: Deed, items: Sequence[Item]) -> Item | None:
    """The object of a deed in the passive (rule 2)."""
    if (subject := before_insertion(words, clause, deed.first, items)) and subject.kind == "measure":
        return subject
    before = [item for item in items if item.last < deed.first and item.kind in {"measure", "body"}]
    on_bodies = deed.action in ON_BODIES or (deed.action == "fund" and sum_at(words, deed.at + 1))
    before = [item for item in before if item.kind == "measure" or on_bodies]
    near = [
        item
        for item in before
        if deed.first - item.last <= FAR and not is_broken(words, item.last + 1, deed.first)
    ]
    if near:
        chosen = _head_of(words, near)
        return None if _conditional(words, clause, chosen) else chosen
    if deed.action not in _TO_WHAT or (deed.participle and deed.action != "fund"):
        return None
    found = object_after(words, deed, items)
    return (
        found
        if found
        and {"for", "in", "to", "that"} & set(words.low[deed.at : found.first])
        and "through" not in words.low[deed.at : found.first]
        else None
    )


def _conditional(words: Words, clause: Clause, item: Item) -> bool:
    before = words.low[max(clause.start, item.first - 3) : item.first]
    return not {"if", "until", "unless", "once", "whether", "before", "when"}.isdisjoint(before)


def said(deed: Deed, items: Sequence[Item]) -> Item | None:
    """The object of a deed of saying that ends its sentence."""
    if deed.action != "announce" or not any(
        item.last == deed.first - 1 for item in items if item.kind in ACTORS
    ):
        return None
    if any(item.kind == "measure" and item.first > deed.at for item in items):
        return None
    return next((item for item in items if item.kind == "measure" and item.last < deed.first), None)


def _head_of(words: Words, near: Sequence[Item]) -> Item:
    """Of phrases in a row, the one that the later ones only complete."""
    chosen = near[-1]
    for item in reversed(near[:-1]):
        if words.low[chosen.first - 1] not in INSIDE or chosen.first - item.last > 4:
            break
        chosen = item
    return chosen


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
