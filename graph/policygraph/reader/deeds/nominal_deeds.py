"""Deeds told by a noun, and what they are done to.

1. A noun of a deed with its object (`the launch of the fund`, `the announcement of 9 June: a fund`) is the
   deed, done; who follows `by`, or whose it is, did it; at a `launch ceremony`, whoever acts there.
2. Some are done to organisations (`the winding-up of the board`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policygraph.reader.deeds.action_subjects import subject_of
from policygraph.reader.deeds.deeds import Deed
from policygraph.reader.deeds.scene import ACTORS, Item
from policygraph.reader.text.deed_forms import deed_nouns
from policygraph.reader.text.time_words import is_time
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["Happening", "body_nouns", "nominal", "of_bodies"]

Happening = tuple[Deed, Item | None, Item]
"""A deed, who did it where known, and what it was done to."""

_LINKS = frozenset({"of", "for", "to", "on", "in"})
_FAR = 9
"""Words between a measure and who acts at its ceremony."""


def of_bodies(words: Words, clause: Clause, items: Sequence[Item]) -> Iterator[Happening]:
    """`The merger of the agency`: what is done to an organisation."""
    for item in items:
        of = item.first - 2 if words.low[item.first - 1] == "the" else item.first - 1
        if (
            item.kind == "body"
            and of > clause.start
            and words.low[of] == "of"
            and words.low[of - 1] in body_nouns()
        ):
            deed = Deed(of - 1, of - 1, "other", False, False, False)
            yield deed, _owner(words, [one for one in items if one.last < of - 1], of - 1), item


def nominal(words: Words, clause: Clause, items: Sequence[Item], item: Item) -> Happening | None:
    """The deed that a noun before the measure tells of; None where none does."""
    nouns = deed_nouns()
    start = item.first - 1
    if words.shown[start] == ":":
        start = next(
            (j for j in range(start, max(clause.start, start - 9), -1) if words.low[j] in deed_nouns()), start
        )
        if not is_time(words, clause, start + 2):
            return None
    for j in range(start, max(clause.start - 1, start - 6), -1):
        low = words.low[j]
        link = j + 2 if words.low[j + 1] in lexicon_set("actions", "events") else j + 1
        if low in nouns and words.tag[j] != "V" and words.low[link] in _LINKS:
            planned = nouns[low] == "plan"
            before = [one for one in items if one.last < j and one.kind in ACTORS - {"it"}]
            if planned:
                before = [one for one in before if one.last >= j - 5]
            by = [
                one
                for one in items
                if one.kind in ACTORS and words.low[item.last + 1 : one.first] in (["by"], ["by", "the"])
            ]
            actor = by[0] if by else _owner(words, before, j) or subject_of(words, before)
            if actor is None and link > j + 1:
                actor = _there(words, items, item)
            if actor is None and nouns[low] == "direct":
                return None
            return Deed(j, j, nouns[low], planned, False, False), actor, item
        if words.tag[j] in "VX.":
            return None
    return None


def _there(words: Words, items: Sequence[Item], item: Item) -> Item | None:
    """Who acts at a ceremony: the first person after it, a verb behind the name."""
    after = (
        one for one in items if one.kind in {"person", "office"} and item.last < one.first <= item.last + _FAR
    )
    return next((one for one in after if words.tag[one.last + 1 : one.last + 2] == ["V"]), None)


def _owner(words: Words, before: Sequence[Item], noun: int) -> Item | None:
    """Whose deed it is: `the board's launch of`."""
    near = (one for one in reversed(before) if noun - 4 <= one.last < noun - 1)
    return next((one for one in near if words.tag[one.last + 1] == "S"), None)


def body_nouns() -> frozenset[str]:
    """The nouns of what is done to organisations."""
    return lexicon_set("actions", "body_nouns")
