"""The two sides of an attribution: which words are the cause, which the effect.

1. A side reaches to a mark that no quotation within it has, or to the word of saying that brings the sentence
   in (`stressed the`), past an insertion that tells who speaks; it is left out where it is empty.
2. A denial or a condition before the words (`not due to`, `if`) makes it none; before `because` only right
   before it, since what is denied may be the effect (`they didn't come because`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from policygraph.reader.deeds.speech import says, says_at
from policygraph.reader.reading import ReadAttribution
from policygraph.reader.text.lexicon import phrases
from policygraph.reader.text.words import Clause, Words

__all__ = ["LEFT", "denied", "right_end", "sides", "stated", "trimmed"]

LEFT, RIGHT = 22, 18
"""Words that a side may have."""
_INSERTED, _QUOTED = 8, 8
"""Words of an insertion that tells who speaks; words within quotation marks that are read over."""
_GOES = frozenset({"went", "goes"})
"""Verbs of saying only before `on`."""
_QUOTES = frozenset('\u201c\u201d"')
_EDGE = frozenset(';:()\u201c\u201d"\u2014')


def sides(
    words: Words, clause: Clause, first: int, last: int, effect_first: bool
) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last word of the cause and of the effect around words that link them."""
    right = (last + 1, right_end(words, clause, last + 1))
    if effect_first and last + 1 < clause.end and words.low[last + 1] == "which":
        return _left(words, clause, first), (last + 2, right_end(words, clause, last + 2))
    if effect_first and first - clause.start <= 2 and not _something(words, clause.start, first):
        after = right[1] + 2
        while after < clause.end and (says_at(words, clause, after) or words.low[after] in {",", "that"}):
            after += 1
        return right, (after, right_end(words, clause, after))
    left = _left(words, clause, first)
    return (right, left) if effect_first else (left, right)


def _left(words: Words, clause: Clause, first: int) -> tuple[int, int]:
    last = _before_saying(words, clause, first) - 1
    while last > clause.start and (words.tag[last] in "XAC." or words.low[last] == "to"):
        last -= 1
    start = last
    while start > clause.start and last - start < LEFT:
        before = words.low[start - 1]
        if (
            words.shown[start - 1] in _EDGE and not (words.tag[last] == "." or _closed(words, start, last))
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
        if words.shown[start - 1] == "," and (
            (last - start >= 3 and words.tag[start] != "C") or _before_saying(words, clause, start) < start
        ):
            break
        start -= 1
    return start, last


def _something(words: Words, start: int, end: int) -> bool:
    """Whether these words name or do something: they are an effect then."""
    return any(words.tag[i] in "wUV" for i in range(start, end))


def _before_saying(words: Words, clause: Clause, first: int) -> int:
    """Where an insertion that tells who speaks (`, she added,`) begins; the word where none ends there."""
    if first - 2 <= clause.start or words.shown[first - 1] != ",":
        return first
    for j in range(first - 2, max(clause.start, first - _INSERTED), -1):
        if words.shown[j] == ",":
            told = any(words.tag[i] == "V" and words.low[i] in says() for i in range(j, first - 1))
            return j if told else first
    return first


def _closed(words: Words, start: int, last: int) -> bool:
    """Whether what a quotation mark opens is closed again before the words."""
    return any(words.shown[i] in '\u201d")' for i in range(start, last + 2))


def right_end(words: Words, clause: Clause, first: int, *, brackets: bool = False) -> int:
    """The last word of the side that starts here; a short quotation is read over, and so are `brackets`."""
    last, within = first - 1, False
    for i in range(first, min(clause.end, first + RIGHT)):
        shown = words.shown[i]
        if brackets and shown in "()":
            continue
        if shown in _QUOTES and (within or not _QUOTES.isdisjoint(words.shown[i + 1 : i + _QUOTED])):
            within = not within
            continue
        if shown in _EDGE and i == first:
            last = i
            continue
        if (
            shown in _EDGE
            or shown in ",.!?"
            or (i > first + 1 and words.low[i] in {"but", "while", "although", "which"})
        ):
            break
        last = i
    return last


def stated(
    words: Words, claimant: str, cause: tuple[int, int], effect: tuple[int, int], first: int, end: int
) -> Iterator[ReadAttribution]:
    """The attribution, where both sides hold words within the sentence (`first` up to `end`)."""
    if (
        cause[0] > cause[1]
        or effect[0] > effect[1]
        or max(cause[1], effect[1]) >= end
        or min(cause[0], effect[0]) < first
    ):
        return
    cause, effect = trimmed(words, cause), trimmed(words, effect)
    if cause[0] > cause[1] or effect[0] > effect[1] or words.low[effect[0] : effect[1] + 1] == ["that"]:
        return
    start, last = min(cause[0], effect[0]), max(cause[1], effect[1])
    span = (words.start[start], words.end(last))
    yield ReadAttribution(span, claimant, words.quote(*cause), words.quote(*effect))


def trimmed(words: Words, side: tuple[int, int]) -> tuple[int, int]:
    """The side without marks and conjunctions at its ends."""
    first, last = side
    while first <= last and (words.tag[first] in ".C" and words.shown[first] not in "$£€₹"):
        first += 1
    while first <= last and words.tag[last] in ".C" and words.shown[last] != "%":
        last -= 1
    return first, last


def denied(words: Words, clause: Clause, first: int) -> bool:
    """Whether a denial, a condition or a purpose stands right before."""
    near = 1 if words.low[first] == "because" else 3
    return not _not_if().isdisjoint(words.low[max(clause.start, first - near) : first])


@cache
def _not_if() -> frozenset[str]:
    return frozenset(phrases("causes", "not_if"))
