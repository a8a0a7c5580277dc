"""The words that a policy measure's phrase may end in, and what a phrase that was found tells of it.

1. A head is strong (`rebate`, `bill`), told by the word before it alone (`tax`, `loan`), a noun of what is
   done (`auction`), or weak (`centre`, `plan`), as `initiatives.yaml` lists them.
2. A word says which measure is meant unless it is empty (`new`, `other`) or a number in words; a country or
   a people does so of a facility alone (`French law` is any law), and a broad word (`income tax`) does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from policygraph.lexicon import section
from policygraph.reader.names.entries import Entry, Known
from policygraph.reader.text.phrases import number_words
from policygraph.reader.text.word_class import is_people, lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = [
    "Candidate",
    "Head",
    "head_at",
    "heads_by_word",
    "is_head",
    "registered",
    "says_which",
    "tells",
    "with_entry",
]

_KINDS = {"rule": "policy", "campaign": "programme", "goal": "target"}
"""Kinds of the graph that the reading knows under another name."""
_STRENGTHS = ("strong", "told", "of_what", "weak", "acted_on")


class Head(NamedTuple):
    """One or more words that a phrase may end in, and the kind of measure that it makes."""

    words: tuple[str, ...]
    kind: str
    strong: bool
    told: bool = False
    of_what: bool = False
    acted_on: bool = False


class Candidate(NamedTuple):
    """A phrase that may be a measure: its first word, the last of its core, the last with complements."""

    first: int
    last: int
    full: int
    head: Head
    bare: bool
    entry: Entry | None = None
    described: bool = False
    """Whether the entry was found by the words of its names alone."""
    goes_by: int = 0
    """Last word of all complements, after which another name may be told; 0 where that is `full`."""
    sure: bool = True
    """Whether a described one may be met here for the first time."""
    told_by: int = 0
    """Last word of who did it, where that says which (`the plan approved by the board`), or 0."""
    acted: bool = False
    """Whether someone known does a deed to a bare one."""
    counted: bool = False
    """Whether a number in words is all that stands before the head (`four zones`)."""


def with_entry(
    words: Words, place: tuple[int, int, int], entry: Entry, goes_by: int, *, sure: bool
) -> Candidate:
    """The candidate of a registered measure that is described rather than named."""
    first, last, full = place
    head = Head((words.low[last],), _kind(entry), True)
    return Candidate(first, last, full, head, False, entry, True, goes_by, sure)


def registered(words: Words, hit: Known) -> Candidate | None:
    """The candidate of a registered measure that is named; None where the name begins within a word."""
    first = words.at(hit.start) if hit.entry.kind == "initiative" else None
    if first is None:
        return None
    last = first
    while last + 1 < len(words.start) and words.end(last) < hit.end:
        last += 1
    known = (words.low[j] for j in range(last, first - 1, -1) if is_head(words.low[j]))
    head = Head((next(known, words.low[last]),), _kind(hit.entry), True)
    return Candidate(first, last, last, head, False, hit.entry)


def _kind(entry: Entry) -> str:
    return _KINDS.get(entry.sort, entry.sort) or "other"


def is_head(word: str) -> bool:
    """Whether a word, in small letters, may be the last of a measure's phrase."""
    return word in heads_by_word()


def head_at(words: Words, clause: Clause, i: int, options: Sequence[Head]) -> Head | None:
    """The longest of the heads with this last word whose other words stand before it in the sentence."""
    for head in options:
        size = len(head.words)
        if size == 1 or (
            i - size >= clause.start - 1 and tuple(words.low[i - size + 1 : i + 1]) == head.words
        ):
            return head
    return None


def tells(words: Words, i: int) -> bool:
    """Whether a word helps to say which measure is meant (rule 2)."""
    return words.tag[i] in "wUNV" and words.low[i] not in _says_nothing()


def says_which(words: Words, first: int, last: int, head: Head) -> bool:
    """Whether a word of the phrase before its head says which measure is meant (rule 2)."""
    if len(head.words) > 1:
        return True
    local, broad = head.kind == "facility", lexicon_set("initiatives", "broad")
    for j in range(first, last):
        if tells(words, j) and words.low[j] not in broad and (local or not is_people(words.shown[j])):
            return True
    return False


@cache
def heads_by_word() -> dict[str, list[Head]]:
    """Heads by their last word, the longest first."""
    found: dict[str, list[Head]] = {}
    for strength in _STRENGTHS:
        for kind, heads in section("initiatives", strength).items():
            for head in heads:
                split = tuple(head.split())
                is_a = {one: one == strength for one in _STRENGTHS if one != "weak"}
                found.setdefault(split[-1], []).append(Head(split, kind, **is_a))
    for same in found.values():
        same.sort(key=lambda head: (-len(head.words), not head.strong))
    return found


@cache
def _says_nothing() -> frozenset[str]:
    return lexicon_set("initiatives", "empty") | number_words()
