"""The two sides of an attribution: which words are the cause, which the effect.

1. A side before the words is cut as left_sides.py has it; one after them reaches to a mark that no
   quotation within it has. What is left empty is none.
2. Where the cause opens the clause, the effect follows its comma, and what is inserted before that (`thanks
   to the fund, opened in May, sales rose`); without a comma the cause is the phrase after the words.
3. A denial or a condition before the words (`not due to`, `if`) makes it none; before `because` only right
   before it, since what is denied may be the effect (`they didn't come because`).
"""

from __future__ import annotations

from collections.abc import Iterator

from policygraph.reader.deeds.left_sides import EDGE, INSERTED, RELATIVE, left_side
from policygraph.reader.deeds.speech import says_at
from policygraph.reader.reading import ReadAttribution
from policygraph.reader.text.money_signs import money_marks
from policygraph.reader.text.phrases import object_end
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["begins", "denied", "right_end", "sides", "stated", "trimmed"]

RIGHT, _QUOTED = 18, 8
"""Words that the side after may have; words within quotation marks that are read over."""
_QUOTES = frozenset('\u201c\u201d"')


def sides(
    words: Words, clause: Clause, first: int, last: int, effect_first: bool
) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last word of the cause and of the effect around words that link them."""
    right = (last + 1, right_end(words, clause, last + 1))
    if effect_first and last + 1 < clause.end and words.low[last + 1] == "which":
        return left_side(words, clause, first), (last + 2, right_end(words, clause, last + 2))
    if (
        effect_first
        and begins(words, clause, first)
        and (both := _after_cause(words, clause, first, last, right))
    ):
        return both
    left = left_side(words, clause, first)
    return (right, left) if effect_first else (left, right)


def begins(words: Words, clause: Clause, first: int) -> bool:
    """Whether the words open a clause: the sentence, a quotation, or what follows a colon or `said that`."""
    if first - clause.start <= 2 and not _something(words, clause.start, first):
        return True
    at = first - 1 - (words.shown[first - 1] == ",")
    before = words.shown[at]
    if words.low[at] == "that":
        return says_at(words, clause, at - 1)
    return before == ":" or (before in _QUOTES and words.end(at) == words.start[first])


def _after_cause(
    words: Words, clause: Clause, first: int, last: int, cause: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The sides where the cause comes first, and then the effect (rule 2); None where no effect follows."""
    after = cause[1] + 2
    said_of = words.low[first] in {"a", "an", "the"}
    if said_of or (after <= clause.end and words.shown[after - 1] != ","):
        cause = (cause[0], object_end(words, clause, cause[0]))
        after = cause[1] + 1
        if words.tag[last] != "P" or after + 1 >= clause.end or not _goes_on(words, after, said_of):
            return None
    if after < clause.end and (words.tag[after] == "V" or words.low[after] in RELATIVE):
        ends = words.shown[after : min(clause.end, after + INSERTED)]
        after += ends.index(",") + 1 if "," in ends else 0
    while after < clause.end and (
        says_at(words, clause, after) or words.tag[after] == "X" or words.low[after] in {",", "that"}
    ):
        after += 1
    effect = after, right_end(words, clause, after)
    return (cause, effect) if effect[0] <= effect[1] else None


def _goes_on(words: Words, after: int, said_of: bool) -> bool:
    """Whether the effect follows the phrase of a cause at once (`the result of the talks was that`)."""
    if said_of:
        return words.tag[after] == "X" and words.tag[after + 1] == "D"
    return words.tag[after] not in "PCV." and words.low[after] != "that"


def _something(words: Words, start: int, end: int) -> bool:
    """Whether these words name or do something: they are an effect then."""
    return any(words.tag[i] in "wUV" for i in range(start, end))


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
        if shown in EDGE and i == first:
            last = i
            continue
        if (
            shown in EDGE
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
    while first <= last and (words.tag[first] in ".C" and words.shown[first] not in money_marks()):
        first += 1
    while first <= last and words.tag[last] in ".C" and words.shown[last] != "%":
        last -= 1
    return first, last


def denied(words: Words, clause: Clause, first: int) -> bool:
    """Whether a denial, a condition or a purpose stands right before."""
    near = 1 if words.low[first] == "because" else 3
    return not lexicon_set("causes", "not_if").isdisjoint(words.low[max(clause.start, first - near) : first])
