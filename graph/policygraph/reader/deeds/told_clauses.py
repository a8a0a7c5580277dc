"""Measures that have no noun for a name: what is to be done to so many, and what someone asks should be.

1. A number with its noun and a deed that lies ahead is one (`300 pilots will be trained`, `will train 300
   pilots`).
2. So is the clause after a deed of asking or planning and `that`, where its verb is one of doing in the
   passive (`recommended that idle boats be sold`).
3. What a group is told to do is one (`told the banks to open counters and to halve fees`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.lexicon import phrases
from policygraph.reader.deeds.measure_heads import is_head
from policygraph.reader.text.deed_forms import deed_forms
from policygraph.reader.text.money_signs import money_marks
from policygraph.reader.text.phrases import complemented, number_words, object_end
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["due_in", "told_clauses"]

_TO_MANY = frozenset({"launch", "establish", "other"})
"""Deeds that are done to so many of a thing; a sum that is given is no measure."""
_WILL = frozenset({"will", "would", "shall"})
_BEFORE = _WILL | {"be"}
_AHEAD = frozenset({"will", "would", "shall", "to"})
_THAT_WHAT = frozenset({"direct", "plan"})
_ADDRESSED = 5
"""Words from a verb of telling to `to`."""
_FAR = 12
"""Words between `that` and its verb, or a number and its noun."""


def due_in(words: Words, deeds: Sequence[int]) -> list[int]:
    """Of the verbs of deeds, those at which such a clause may be."""
    low = words.low
    return [
        i
        for i in deeds
        if low[i - 1] in _BEFORE or low[i + 1 : i + 2] == ["that"] or _told_to(words, i) is not None
    ]


def told_clauses(words: Words, clause: Clause, verbs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last word of each such clause of a sentence; `verbs` are those of `due_in` in it."""
    for i in verbs:
        if words.low[i - 1] == "be" and (first := _counted(words, clause, i)) is not None:
            yield first, i
        elif words.low[i - 1] in _WILL and (last := _so_many(words, clause, i)):
            yield i, last
        elif words.low[i + 1 : i + 2] == ["that"] and deed_forms()[words.low[i]].alone in _THAT_WHAT:
            yield from _after_that(words, clause, i + 2)
        elif (to := _told_to(words, i)) is not None:
            yield from _infinitives(words, clause, to)


def _so_many(words: Words, clause: Clause, verb: int) -> int:
    """The last word of the number and its plural noun after a verb; 0 where there are none."""
    done_to_many = deed_forms()[words.low[verb]].alone in _TO_MANY
    if words.tag[verb + 1 : verb + 2] != ["N"] or not done_to_many:
        return 0
    last = object_end(words, clause, verb + 1)
    plural = last > verb + 1 and words.tag[last] == "w" and words.low[last].endswith("s")
    return last if plural and words.low[last] not in phrases("words", "stretches") else 0


def _told_to(words: Words, verb: int) -> int | None:
    """`To` after a verb of telling and a group (`told the banks to`)."""
    low = words.low
    if low[verb] not in _tells():
        return None
    to = next((j for j in range(verb + 2, verb + _ADDRESSED) if low[j : j + 1] == ["to"]), None)
    if not to or low[to - 1] not in lexicon_set("initiatives", "addressed"):
        return None
    return None if "C" in words.tag[verb:to] else to


def _infinitives(words: Words, clause: Clause, to: int) -> Iterator[tuple[int, int]]:
    """What they are told to do: a verb with its object, and further ones after `and to`."""
    while to + 2 < clause.end and words.low[to] == "to":
        last = complemented(words, clause, object_end(words, clause, to + 2))
        if last < to + 2:
            return
        yield to + 1, last
        to = last + 2 if words.low[last + 1 : last + 2] == ["and"] else clause.end


@cache
def _tells() -> frozenset[str]:
    """The verbs of telling someone to do something; who only wants it tells nobody."""
    told = (form for form, deed in deed_forms().items() if "direct" in {deed.alone, deed.particles.get("to")})
    return frozenset(told) - lexicon_set("actions", "ahead")


def _counted(words: Words, clause: Clause, verb: int) -> int | None:
    """The number that begins what is to be done something to; None where there is none."""
    if verb - 3 < clause.start or words.low[verb - 2] not in _AHEAD or not _is_deed(words, verb):
        return None
    last = verb - 3
    while last > clause.start and words.tag[last] in "XA":
        last -= 1
    if words.tag[last] != "w" or words.low[last][-1] != "s":
        return None
    for first in range(last - 1, max(clause.start, last - _FAR) - 1, -1):
        if words.low[first] in number_words() and is_head(words.low[last]):
            return first
        if words.tag[first] == "N":
            before = words.shown[first - 1]
            share_or_sum = before == "%" or before in money_marks()
            return None if first > clause.start and share_or_sum else first
        participle = words.tag[first] == "V" and words.tag[first + 1] in "wU"
        joins = words.shown[first] in "()-" or words.low[first] == "more"
        if words.tag[first] not in "wUA" and not participle and not joins:
            return None
    return None


def _is_deed(words: Words, verb: int) -> bool:
    known = deed_forms()[words.low[verb]]
    return known.participle and bool(known.action(words.low[verb + 1 : verb + 4]))


def _after_that(words: Words, clause: Clause, first: int) -> Iterator[tuple[int, int]]:
    while first < clause.end and words.tag[first] == "D":
        first += 1
    for i in range(first + 1, min(clause.end, first + _FAR)):
        if words.tag[i] == "V":
            if words.low[i - 1] == "be" and not words.low[i].endswith("ing"):
                yield first, i
            return
        if words.tag[i] in "C.":
            return
