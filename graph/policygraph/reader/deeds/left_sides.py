"""Where the side before words of cause begins and ends.

1. It reaches back to a mark that no quotation within it has, or to the word of saying that brings the
   sentence in (`stressed the`), and no further than a clause of its own (`, and the fund closed`).
2. It ends before an insertion that tells who speaks (`, she added,`), or is a phrase without a verb; before a
   verb also where it has a participle or `which` (`the fund, opened in May, led to`).
3. Before `that` it is the phrase that is told of (`the storm that caused`).
"""

from __future__ import annotations

from policygraph.reader.deeds.speech import says, views
from policygraph.reader.text.phrases import core_start
from policygraph.reader.text.words import Clause, Words

__all__ = ["EDGE", "INSERTED", "LEFT", "RELATIVE", "left_side", "named_before"]

LEFT, INSERTED = 22, 8
"""Words that a side, and an insertion, may have."""
RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})
EDGE = frozenset(';:()\u201c\u201d"\u2014')
_GOES = frozenset({"went", "goes"})
"""Verbs of saying only before `on`."""


def left_side(words: Words, clause: Clause, first: int) -> tuple[int, int]:
    """First and last word of the side before a word (rule 1)."""
    last = _before_saying(words, clause, first) - 1
    while last > clause.start and (_is_loose(words, clause, last) or words.low[last] == "to"):
        if words.shown[last] == ":":
            return last, last
        last -= 1
    if words.low[last] == "that" and last > clause.start and words.tag[last - 1] in "wUN":
        return named_before(words, clause, last - 1), last - 1
    last = _before_insertion(words, clause, first, last)
    start = last
    while start > clause.start and last - start < LEFT:
        before = words.low[start - 1]
        if (
            words.shown[start - 1] in EDGE and not (words.tag[last] == "." or _closed(words, start, last))
        ) or before in {"that", "said", "but", "while"}:
            break
        if (
            words.tag[start - 1] == "V"
            and before in says()
            and before not in _GOES
            and words.tag[start] in "DUw"
            and start - 1 > clause.start
        ):
            break
        if before in views() and "in" in words.low[max(clause.start, start - INSERTED) : start]:
            break
        if words.shown[start - 1] == "," and (
            (last - start >= 3 and (words.tag[start] != "C" or _is_clause(words, start + 1, last)))
            or _before_saying(words, clause, start) < start
        ):
            break
        start -= 1
    return start, last


def _is_loose(words: Words, clause: Clause, at: int) -> bool:
    """Whether a word ends no side: a mark or a small word; a month or a day is none."""
    return words.tag[at] in "XAC." and (
        at == clause.start or words.shown[at][0].islower() or words.tag[at] == "."
    )


def _before_insertion(words: Words, clause: Clause, first: int, last: int) -> int:
    """The last word before what is inserted between commas (rule 2); `last` for none."""
    if words.shown[last + 1] != ",":
        return last
    verb = (
        words.tag[first] in "VX"
        and words.low[first][-3:] != "ing"
        and words.low[first + 1 : first + 2] != ["by"]
    )
    for i in range(last, max(clause.start, last - LEFT), -1):
        if words.shown[i] == ",":
            tags = words.tag[i + 1 : last + 1]
            told = (verb or first > last + 2) and (tags[0] == "V" or words.low[i + 1] in RELATIVE)
            plain = tags[0] == "D" and {"V", "X"}.isdisjoint(tags) and "V" in words.tag[clause.start : i]
            return i - 1 if told or (plain and len(tags) < INSERTED) else last
    return last


def _is_clause(words: Words, first: int, last: int) -> bool:
    """Whether these words have a subject of their own and its verb: `, and the fund was closed`."""
    if words.low[first - 1] in RELATIVE:
        return False
    return words.tag[first] in "DRU" and not {"V", "X"}.isdisjoint(words.tag[first + 1 : last + 1])


def named_before(words: Words, clause: Clause, last: int) -> int:
    """The first word of the phrase that `that` tells of (rule 1)."""
    first = core_start(words, clause, last)
    while first - 2 > clause.start and (of := first - 1 - (words.tag[first - 1] == "D")) > clause.start:
        if words.low[of] != "of" or words.tag[of - 1] not in "wUN":
            break
        first = core_start(words, clause, of - 1)
    return first - (first > clause.start and words.tag[first - 1] == "D")


def _before_saying(words: Words, clause: Clause, first: int) -> int:
    """Where an insertion that tells who speaks (`, she added,`) begins; the word where none ends there."""
    if first - 2 <= clause.start or words.shown[first - 1] != ",":
        return first
    for j in range(first - 2, max(clause.start, first - INSERTED), -1):
        if words.shown[j] == ",":
            told = any(words.tag[i] == "V" and words.low[i] in says() for i in range(j, first - 1))
            return j if told else first
    return first


def _closed(words: Words, start: int, last: int) -> bool:
    """Whether what a quotation mark opens is closed again before the words."""
    return any(words.shown[i] in '\u201d")' for i in range(start, last + 2))
