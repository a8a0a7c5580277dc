"""Causes that a noun tells of: `lower taxes are the reason for the rise`, `the cause of it was a flood`.

1. The noun takes one of its own prepositions and then the effect; the lists are in `causes.yaml`.
2. After a form of `be` what is before that is the cause; where the noun opens the sentence, or what
   somebody says, the cause is after the first form of `be` that follows.
3. A denied reason (`no reason for`), a purpose (`the reason is to`), what there is and a question tell of
   none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from policygraph.lexicon import groups
from policygraph.reader.deeds.cause_sides import begins, denied, right_end, stated
from policygraph.reader.deeds.claimants import Speakers
from policygraph.reader.deeds.left_sides import LEFT, left_side
from policygraph.reader.reading import ReadAttribution
from policygraph.reader.text.small_words import SETTLED_BE
from policygraph.reader.text.words import Clause, Words

__all__ = ["cause_nouns", "named_causes"]

_DENIED = frozenset({"no", "not", "any", "what"})
_NOBODY = frozenset({"there", "what", "it"})
_BEFORE = 6
"""Words of the phrase before the noun: `one of the main`."""


def named_causes(
    words: Words, speakers: Speakers, clause: Clause, nouns: Iterable[int]
) -> Iterator[ReadAttribution]:
    """The attributions that nouns of cause tell in a sentence; `nouns` are its words of `cause_nouns`."""
    for i in nouns:
        link = i + 1
        if link + 1 >= clause.end or words.low[link] not in cause_nouns()[words.low[i]]:
            continue
        if words.tag[i] == "V" or words.shown[clause.end - 1] == "?":
            continue
        first = _phrase_start(words, clause, i)
        if not _DENIED.isdisjoint(words.low[first:i]) or denied(words, clause, first):
            continue
        if both := _sides(words, clause, first, link):
            yield from stated(words, speakers.of(i), *both, clause.start, clause.end)


def _sides(
    words: Words, clause: Clause, first: int, link: int
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The cause and the effect around the phrase of a noun and its preposition (rule 2)."""
    low = words.low
    if first - 1 > clause.start and low[first - 1] in SETTLED_BE:
        if low[first - 2] in _NOBODY:
            return None
        return left_side(words, clause, first - 1), (link + 1, right_end(words, clause, link + 1))
    if not begins(words, clause, first):
        return None
    be = next((k for k in range(link + 2, min(clause.end - 1, link + LEFT)) if low[k] in SETTLED_BE), None)
    if be is None or words.tag[be + 1] == "V" or low[be + 1] == "to" or "," in words.shown[link:be]:
        return None
    if low[be + 1 : be + 3] in (["due", "to"], ["because", "of"]):
        return None
    cause = be + 1 + (low[be + 1] in {"that", "because"})
    last = right_end(words, clause, cause)
    return ((cause, last), (link + 1, be - 1)) if last > cause and low[be + 1] not in _DENIED else None


def _phrase_start(words: Words, clause: Clause, noun: int) -> int:
    """The first word of the phrase that ends in the noun, with `one of` before it."""
    first = noun
    while first > max(clause.start, noun - _BEFORE) and _is_inside(words, first - 1):
        first -= 1
    if words.low[first - 2 : first] == ["one", "of"]:
        first -= 2
    return first


def _is_inside(words: Words, at: int) -> bool:
    return words.tag[at] in "DwAN" and words.low[at] != "that"


@cache
def cause_nouns() -> dict[str, frozenset[str]]:
    """The nouns, one and many, each with its prepositions."""
    found: dict[str, frozenset[str]] = {}
    for noun, links in groups("causes", "nouns").items():
        found |= dict.fromkeys((noun, f"{noun}s"), frozenset(links))
    return found
