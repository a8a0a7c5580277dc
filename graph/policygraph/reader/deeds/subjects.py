"""Who stands in the place of a speaker: before a verb of saying, or after `according to`.

1. Of those named before the verb the nearest that no preposition puts aside (`the chair of the board
   said`), and of organisations in a row the first.
2. Who is cited is no speaker: what follows a participle of citing up to a verb or a mark (`Noor, quoting
   figures of the board, said`).
3. An organisation with an office after it is not who speaks: its officer is, in the article's words (`a
   Rivers Bank economist said`); a definite one (`the Bank economist`) is the person named near, where that
   is but one. A spokesperson speaks for the organisation.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from policygraph.lexicon import phrases
from policygraph.reader.deeds.scene import Item
from policygraph.reader.text.phrases import core_start
from policygraph.reader.text.words import Clause, Words

__all__ = ["NEAR", "officer", "phrase_at", "speaker_of", "uncited"]

NEAR = 4
"""Words from who speaks to the verb."""
_ASIDE = frozenset({"of", "for", "in", "at", "from", "with", "on", "to", "by"})
_ONE = frozenset({"a", "an", "some"})
_CITING = 8
"""Words from a participle of citing to the end of what it cites."""
_BEFORE_OFFICE = 2
"""Words between an organisation and the office of one of its people."""


def uncited(words: Words, items: Sequence[Item]) -> list[Item]:
    """Those of some occurrences that are not cited by others (rule 2)."""
    return [item for item in items if not _cited(words, item)]


def _cited(words: Words, item: Item) -> bool:
    for at in range(item.first - 1, max(-1, item.first - _CITING), -1):
        if words.tag[at] in ".CXR":
            return False
        if (following := _cites().get(words.low[at])) is not None:
            return words.low[at + 1 : at + 1 + len(following)] == following
        if words.tag[at] == "V":
            return False
    return False


def speaker_of(words: Words, before: Sequence[Item]) -> Item:
    """Of occurrences before a verb, which there must be, who is its subject (rule 1)."""
    for item in reversed(before):
        outer = words.low[item.first - 1] if item.first else ""
        outer = words.low[item.first - 2] if outer == "the" and item.first > 1 else outer
        if outer not in _ASIDE:
            return _first_of_row(words, item, before)
    return before[-1]


def officer(words: Words, clause: Clause, body: Item) -> str | None:
    """The officer of an organisation who is named by an office after it (rule 3); None for none."""
    if body.kind != "body":
        return None
    for at in range(body.last + 1, min(clause.end, body.last + 2 + _BEFORE_OFFICE)):
        if words.tag[at] != "w":
            return None
        if words.low[at] in _offices():
            return words.quote(body.first - (words.low[body.first - 1] in _ONE), at)
    return None


def phrase_at(words: Words, clause: Clause, last: int) -> str:
    """The noun phrase that ends at a word, with `of` and its kind and what stands before it."""
    first = core_start(words, clause, last)
    if (
        first - 2 >= clause.start
        and words.low[first - 1] in {"in", "of", "at"}
        and words.tag[first - 2] in "wU"
    ):
        first = core_start(words, clause, first - 2)
    if first > clause.start and words.low[first - 1] in _ONE:
        first -= 1
    return words.quote(first, last)


def _first_of_row(words: Words, last: Item, before: Sequence[Item]) -> Item:
    """Of organisations in a row (`A, B and C said`), the first."""
    chosen = last
    for item in reversed(before):
        gap = range(item.last + 1, chosen.first)
        in_row = all(words.shown[j] == "," or words.low[j] in {"and", "the"} for j in gap)
        if item.kind == chosen.kind == "body" and len(gap) in {1, 2, 3} and in_row:
            chosen = item
    return chosen


@cache
def _offices() -> frozenset[str]:
    return frozenset(word for word in phrases("actions", "offices") if not word.startswith("spokes"))


@cache
def _cites() -> dict[str, list[str]]:
    """The first word of each phrase of citing, and those after it."""
    split = [phrase.split() for phrase in phrases("resolve", "citing")]
    return {first: rest for first, *rest in split if first.endswith("ing") and first != "according"}
