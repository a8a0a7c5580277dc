"""Phrases that describe a registered measure, and the name that a measure goes by too.

1. Where a phrase ends in a word that may be the head of a registered name, it is tried with its complements
   and then with fewer of them; what fits one measure alone is that one.
2. `Known as`, `called` or `dubbed` after a phrase, and a name: one more mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from policygraph.reader.deeds.measure_heads import Candidate, with_entry
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.text.phrases import complemented, core_start
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["described", "heads_of", "known_as_after"]

_QUOTES = frozenset("\"'“‘”’")
_WITHIN = frozenset({"of", "for", "and", "to", "in", "on", "the", "&", "-"})
_LONGEST = 9
"""Words of a name in quotation marks."""


def heads_of(words: Words, registry: Gazetteer) -> list[int]:
    """The words of a text that a phrase for a registered measure may end in."""
    ends = {word for word in set(words.low) if registry.by_words.may_end(word)}
    return words.among(ends) if ends else []


def described(words: Words, clause: Clause, heads: Sequence[int], registry: Gazetteer) -> Iterator[Candidate]:
    """The phrases of a sentence that have the words of one registered measure's name.

    `heads` are those of `heads_of` in it.
    """
    end = clause.start
    ends = [i for i in heads if words.tag[i] in "wUV"]
    for i, following in pairwise([*ends, -1]):
        goes_on = following == i + 1 and words.tag[following] in "wU"
        if i >= end and not goes_on and (found := _fitting(words, clause, i, registry)):
            end = found.full + 1
            yield found


def _fitting(words: Words, clause: Clause, i: int, registry: Gazetteer) -> Candidate | None:
    first = core_start(words, clause, i) if words.tag[i] != "V" else i
    for count in (3, 2, 1, 0):
        full = complemented(words, clause, i, count)
        if found := registry.measure_of(words.low[i], words.quote(first, full)):
            entry, sure = found
            return with_entry(words, (first, i, full), entry, complemented(words, clause, i), sure=sure)
    return None


def known_as_after(words: Words, last: int) -> tuple[int, int] | None:
    """First and last word of the name that follows `known as` or the like."""
    at, end = last + 1, len(words.low)
    if at < end and words.shown[at] == ",":
        at += 1
    if at >= end or words.low[at] not in lexicon_set("initiatives", "known_as"):
        return None
    at += 1
    if at < end and words.low[at] == "as":
        at += 1
    elif words.low[at - 1] == "known":
        return None
    if at < end and words.tag[at] == "D":
        at += 1
    if at < end and words.shown[at] in _QUOTES:
        return _quoted(words, at + 1)
    stop = at
    while stop < end and words.tag[stop] in ("U" if stop == at else "UN"):
        stop += 1
    goes_on = stop + 1 < end and words.low[stop] in _WITHIN
    cut = goes_on and (words.tag[stop + 1] == "U" or words.low[stop] in {"of", "&", "-"})
    return (at, stop - 1) if stop > at and not cut else None


def _quoted(words: Words, first: int) -> tuple[int, int] | None:
    """A short name up to the mark that closes it."""
    for at in range(first, min(len(words.low), first + _LONGEST)):
        if words.shown[at] in _QUOTES:
            return (first, at - 1) if at > first and words.tag[first] == "U" else None
        if words.tag[at] == "." and words.shown[at] not in "&-":
            return None
    return None
