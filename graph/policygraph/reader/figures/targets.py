"""Goals that someone means to reach.

1. After a word of intending (`aims`, `hopes`, `wants`, `striving`, `pledged`) and `to`, a verb of reaching
   with a number after it in the same clause is a goal; it runs from that verb to the end of the clause.
2. A clause ends at a mark that is no part of a number, or at a conjunction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.lexicon import phrases
from policygraph.reader.text.money_signs import money_marks
from policygraph.reader.text.words import Clause, Words

__all__ = ["intents_of", "targets_in"]

_FAR = 4
"""Words between the intending and the reaching."""


def targets_in(words: Words, clause: Clause, intents: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last word of each goal; `intents` are the words of intending in the sentence."""
    reaches = _reaches()
    for i in intents:
        if i < clause.end - 2:
            verb = next((j for j in range(i + 1, min(clause.end, i + _FAR)) if words.low[j] in reaches), None)
            if verb is not None and words.low[verb - 1] == "to":
                last = _end(words, clause, verb)
                if any(words.tag[j] == "N" for j in range(verb, last + 1)):
                    yield verb, last


@cache
def intents_of() -> frozenset[str]:
    """The words of intending."""
    return frozenset(phrases("initiatives", "intends"))


def _end(words: Words, clause: Clause, first: int) -> int:
    last = first
    for i in range(first + 1, min(clause.end, first + 16)):
        if words.low[i] == "and" and i + 1 < clause.end and words.tag[i - 1] == words.tag[i + 1] == "w":
            continue
        if (
            words.tag[i] == "C"
            or (words.tag[i] == "." and words.shown[i] != "-" and words.shown[i] not in money_marks())
            or words.tag[i] == "X"
        ):
            break
        last = i
    return last


@cache
def _reaches() -> frozenset[str]:
    return frozenset(phrases("initiatives", "reaches"))
