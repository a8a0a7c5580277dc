"""Phrases that name a policy measure, or describe it so clearly that one can tell which.

1. A phrase that ends in a head word of `initiatives.yaml` is a candidate. As a name (the head has a
   capital, and so has a word before it) it is one, unless a body of that name was read.
2. A strong head (`rebate`, `bill`, `scheme`) counts in lower case too, where a word says which: one before
   it that is not empty (`new`, `other`), or a complement after it (`incentives to freelancers`). A head
   that is told by its modifier alone (`tax`, `loan`, `study`) counts with a word before it that says which.
3. A weak head (`centres`, `plan`, `service`) counts where somebody does a deed to it: it follows a verb of
   launching, approving, establishing, funding, planning, or a noun of such a deed, or such a verb in the
   passive follows it; and where a sum of money is part of it.
4. A noun of what is done counts with `of` and what it is done to (`the auction of spectrum`).
5. A name that ends in a year, or that is launched or opened (`the launch of`), is one whatever its head. A
   goal is one only with its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policygraph.reader.gazetteer import Entry, Known
from policygraph.reader.governed import governed, is_launch, launch_ends
from policygraph.reader.lexicon import phrases, section
from policygraph.reader.phrases import complemented, core_start, name_end, number_words, widened_name
from policygraph.reader.words import Clause, Words

__all__ = ["Candidate", "candidates", "is_head", "places_of", "registered", "tells", "with_entry"]

_KINDS = {"rule": "policy", "campaign": "programme", "goal": "target"}
"""Kinds of the graph that the reading knows under another name."""
_WHERE = frozenset({"to", "at", "in", "near", "from", "on"})
_BEFORE_DATED = frozenset({"at", "to", "for", "under"})
"""Before a name that ends in a year."""
_STRENGTHS = ("strong", "told", "of_what", "weak")


@dataclass(frozen=True, slots=True)
class _Head:
    words: tuple[str, ...]
    kind: str
    strong: bool
    told: bool = False
    of_what: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    first: int
    last: int
    full: int
    head: _Head
    bare: bool
    entry: Entry | None = None
    described: bool = False
    """Whether the entry was found by the words of its names alone."""
    goes_by: int = 0
    """Last word of all complements, after which another name may be told; 0 where that is `full`."""
    sure: bool = True
    """Whether a described one may be met here for the first time."""
    counted: bool = False
    """Whether a number in words is all that stands before the head (`four zones`)."""


def with_entry(
    words: Words, place: tuple[int, int, int], entry: Entry, goes_by: int, *, sure: bool
) -> Candidate:
    """The candidate of a registered measure that is described rather than named."""
    first, last, full = place
    kind = _KINDS.get(entry.sort, entry.sort) or "other"
    return Candidate(
        first, last, full, _Head((words.low[last],), kind, True), False, entry, True, goes_by, sure=sure
    )


def registered(words: Words, hit: Known) -> Candidate | None:
    first = words.at(hit.start) if hit.entry.kind == "initiative" else None
    if first is None:
        return None
    last = first
    while last + 1 < len(words.start) and words.end(last) < hit.end:
        last += 1
    kind = _KINDS.get(hit.entry.sort, hit.entry.sort) or "other"
    known = (words.low[j] for j in range(last, first - 1, -1) if words.low[j] in _heads())
    head = next(known, words.low[last])
    return Candidate(first, last, last, _Head((head,), kind, True), False, hit.entry)


def places_of(words: Words) -> list[int]:
    """The words that a candidate may be found by: heads, and capitals after what may launch them."""
    heads, tags, low = _heads(), words.tag, words.low
    return [
        i
        for i, (word, tag) in enumerate(zip(low, tags, strict=True))
        if word in heads or (tag == "U" and i and (tags[i - 1] == "D" or low[i - 1] in _before_name()))
    ]


def candidates(words: Words, clause: Clause, places: list[int], held: set[int]) -> Iterator[Candidate]:
    """The candidates of a sentence; `places` are those of `places_of` in it."""
    heads = _heads()
    for i in places:
        options = heads.get(words.low[i])
        if options and i + 1 < clause.end and words.low[i + 1] in heads and words.tag[i + 1] in "wU":
            continue
        if options and words.tag[i] in "wU":
            head = next((one for one in options if _fits(words, clause, i, one)), None)
            if head and (candidate := _candidate(words, clause, i, head, held)):
                yield candidate
        elif words.tag[i] == "U" and i not in held and _is_launched_name(words, clause, i):
            last = _launched_end(words, clause, i)
            yield Candidate(i, last, last, _Head((words.low[last],), "programme", True), False)


def _fits(words: Words, clause: Clause, i: int, head: _Head) -> bool:
    size = len(head.words)
    return i - size + 1 >= clause.start and tuple(words.low[i - size + 1 : i + 1]) == head.words


def _candidate(words: Words, clause: Clause, i: int, head: _Head, held: set[int]) -> Candidate | None:
    first = core_start(words, clause, i)
    if words.tag[i] == "U" and (name := _named(words, clause, first, i, head, held)):
        return name
    if i in held or first in held or _is_part(words, clause, first, i):
        return None
    full = complemented(words, clause, i)
    if head.of_what:
        return Candidate(first, i, full, head, False) if full > i and words.low[i + 1] == "of" else None
    says_which = len(head.words) > 1 or any(tells(words, j) for j in range(first, i))
    if head.kind == "target" and not any(words.tag[j] == "N" for j in range(first, full + 1)):
        return None
    counts = head.strong and (says_which or full > i)
    if not counts:
        done_to = governed(words, clause, first, i) or _has_sum(words, first, i)
        signed = head.words[-1] in phrases("initiatives", "signed")
        told = done_to or (head.told and says_which)
        counts = told and (says_which or full > i or head.strong or signed)
    found = Candidate(first, i, full, head, False)
    return found if counts else _bare(words, clause, (first, i), head, says_which)


def _bare(
    words: Words, clause: Clause, place: tuple[int, int], head: _Head, says_which: bool
) -> Candidate | None:
    """A head after a determiner, or with a word that says which: it may mention a measure again."""
    first, i = place
    bare = first > clause.start and words.low[first - 1] in {"the", "this", "these", "its", "their", "that"}
    counted = first < i and words.low[first] in number_words()
    return Candidate(first, i, i, head, True, counted=counted) if bare or says_which or counted else None


def _is_part(words: Words, clause: Clause, first: int, i: int) -> bool:
    """Whether the head only modifies the word after it, or the phrase is about none (`no bill`) or any."""
    modifies = i + 1 < clause.end and words.tag[i + 1] in "wU" and words.tag[i] != "U"
    return modifies or (first > clause.start and words.low[first - 1] in {"no", "any", "every", "each"})


def _has_sum(words: Words, first: int, last: int) -> bool:
    """Whether a sum of money is part of the phrase."""
    return any(words.tag[j] == "N" and words.shown[j - 1] in "$£€₹" for j in range(first + 1, last))


def _named(words: Words, clause: Clause, first: int, i: int, head: _Head, held: set[int]) -> Candidate | None:
    while first < i and words.tag[first] != "U":
        first += 1
    first = widened_name(words, clause, first)
    last = name_end(words, clause, i)
    named_so = [j in held for j in range(i, last + 1)]
    if (len(head.words) == 1 and any(named_so)) or (all(named_so) and last > i):
        return None
    if first == i and last == i:
        return None
    if (
        head.words[-1] in phrases("initiatives", "places")
        and first > clause.start
        and words.low[first - 1] in _WHERE
    ):
        return None
    if not head.strong and head.words[0] in _bodies() and not governed(words, clause, first, last):
        return None
    return Candidate(first, last, last, head, False)


def _is_launched_name(words: Words, clause: Clause, i: int) -> bool:
    if i == clause.start or words.tag[i - 1] == "U":
        return False
    determined = words.tag[i - 1] == "D"
    may_be_dated = determined or words.low[i - 1] in _BEFORE_DATED
    launched = is_launch(words, i - 1) or (determined and is_launch(words, i - 2))
    if not (may_be_dated or launched):
        return False
    last = name_end(words, clause, i)
    if any(words.low[j] in _heads() for j in range(i, last + 1)):
        return False
    if words.tag[last] == "N" and last - i >= 1 and len(words.shown[last]) == 4:
        return words.low[i] not in _months() and may_be_dated
    return last > i and launched


def _launched_end(words: Words, clause: Clause, i: int) -> int:
    """The last word of a launched name, without where that was (`in Rivertown`)."""
    last = name_end(words, clause, i)
    return next((j - 1 for j in range(i + 1, last) if words.low[j] == "in"), last)


def is_head(word: str) -> bool:
    """Whether a word, in small letters, may be the last of a measure's phrase."""
    return word in _heads()


def tells(words: Words, i: int) -> bool:
    return words.low[i] not in _empty() and words.low[i] not in number_words() and words.tag[i] in "wUN"


@cache
def _heads() -> dict[str, list[_Head]]:
    """Heads by their last word, the longest first."""
    found: dict[str, list[_Head]] = {}
    for strength in _STRENGTHS:
        for kind, heads in section("initiatives", strength).items():
            for head in heads:
                split = tuple(head.split())
                found.setdefault(split[-1], []).append(
                    _Head(split, kind, strength == "strong", strength == "told", strength == "of_what")
                )
    for heads in found.values():
        heads.sort(key=lambda head: (-len(head.words), not head.strong))
    return found


@cache
def _before_name() -> frozenset[str]:
    return _BEFORE_DATED | launch_ends()


@cache
def _empty() -> frozenset[str]:
    return frozenset(phrases("initiatives", "empty"))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(phrases("initiatives", "bodies")) | frozenset(phrases("initiatives", "places"))


@cache
def _months() -> frozenset[str]:
    return frozenset(section("words", "tags")["calendar"])
