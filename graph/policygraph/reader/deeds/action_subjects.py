"""Who acts before a verb, and who acts together with whom.

1. It is the person, body or government that stands nearest before the verb and is no part of a complement
   (`of`, `in`, `for`), nor whose something is, nor of an inserted `he said`.
2. One after `and` is a second actor.
3. Where a comma stands right before the verb, it is who stands before the insertion that this ends (`the
   minister, who chairs the board, opened`, `the fund, launched in May, was cut`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from policygraph.lexicon import phrases
from policygraph.reader.deeds.scene import Item
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.words import Clause, Words

__all__ = ["INSIDE", "before_insertion", "says_words", "subject_of", "with_others"]

INSIDE = frozenset({
    "of", "for", "in", "with", "to", "on", "from", "at", "about", "under", "against", "into", "than",
    "between",
})  # fmt: skip
"""Words that make what follows them part of something else."""


_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their"})
_IN_ROW = 3
"""Words between two of a row: a comma, `and`, an article."""
_LONGEST = 24
"""Words of an insertion before a verb, with the commas."""


def subject_of(words: Words, before: Sequence[Item]) -> Item | None:
    """Who of those before a verb acts; None where nobody does."""
    for item in reversed(before):
        owner = item.last + 1 < len(words.tag) and words.tag[item.last + 1] == "S"
        if not _is_inside(words, item) and not owner and not _inserted(words, item):
            return item
    return before[-1] if before else None


def _is_inside(words: Words, item: Item) -> bool:
    """Whether a preposition makes it part of something else (`chair of the board`)."""
    outer = words.low[item.first - 1] if item.first else ""
    outer = words.low[item.first - 2] if outer == "the" and item.first > 1 else outer
    return outer in INSIDE


def before_insertion(words: Words, clause: Clause, verb: int, before: Sequence[Item]) -> Item | None:
    """Who or what stands before an insertion that a comma right before the verb group ends (rule 3)."""
    last = verb - 1
    if last <= clause.start or words.shown[last] != ",":
        return None
    ends = {item.last: item for item in before if item.last < last and not _is_inside(words, item)}
    for comma in range(last - 2, max(clause.start, last - _LONGEST), -1):
        if words.shown[comma] == "," and comma - 1 in ends and _opens(words, comma + 1):
            return ends[comma - 1]
    return None


def _opens(words: Words, at: int) -> bool:
    """Whether an insertion begins here: with a small word, an article or a participle."""
    participle = words.tag[at] == "V" and words.low[at].endswith(("ed", "ing", "en", "t"))
    return words.tag[at] in "PC" or words.low[at] in _ARTICLES or participle or words.low[at].endswith("ing")


def _inserted(words: Words, item: Item) -> bool:
    """`, he explained,` within a sentence."""
    after = item.last + 2
    if after >= len(words.low) or words.low[item.last + 1] not in says_words():
        return False
    return words.shown[after] == "," and item.first > 0 and words.shown[item.first - 1] == ","


def with_others(words: Words, chosen: list[Item], items: Sequence[Item]) -> list[Item]:
    """The actors, and those joined to them by `and`, or by commas and an `and` (rule 2)."""
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
    return others + [item for item in _row(words, chosen[0], items) if item not in others]


def _row(words: Words, one: Item, items: Sequence[Item]) -> list[Item]:
    """The row of three and more that somebody is in (`the board, the bank (RB) and the chamber`)."""
    row: list[Item] = []
    for item in items:
        if item.kind not in {"person", "body"}:
            continue
        link = _link(words, row[-1], item) if row else ""
        row = [*row, item] if link else [item]
        if link == "and":
            if len(row) > 2 and one in row:
                return row
            row = [item]
    return []


def _link(words: Words, one: Item, other: Item) -> str:
    """The `and` or the comma that alone joins two, with an acronym in brackets after the first."""
    start = one.last + 1
    if words.shown[start : start + 3 : 2] == ["(", ")"]:
        start += 3
    gap = words.low[start : other.first]
    if len(gap) > _IN_ROW or not set(gap) <= {",", "and", "the"}:
        return ""
    return "and" if "and" in gap else "".join(gap[:1])


@cache
def says_words() -> frozenset[str]:
    """The verbs of saying."""
    return frozenset(verb_forms(phrases("causes", "says")))
