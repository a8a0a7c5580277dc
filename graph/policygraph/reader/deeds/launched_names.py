"""Names that make a measure whatever their head: one that ends in a year, or that is launched or opened.

1. A name after a determiner, or after `at`, `to`, `for` or `under`, that ends in a year (`the Rivers Expo
   2031`) is one; a month with its year is none.
2. So is a name of two words and more after a verb or noun of launching, with a determiner between them or
   with none. Where it was launched (`in Rivertown`) is no part of it.
3. So is one after `the` and a verb of showing or approving (`unveiled the Golden Oar`), where nothing that it
   only tells of follows (`the Golden Oar players`), and one before such a verb in the passive (`the Golden
   Oar was unveiled`).
4. A name that holds the head of a measure is left to the rules of heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from policygraph.lexicon import phrases, section
from policygraph.reader.deeds.governed import is_launch, presents
from policygraph.reader.deeds.measure_heads import heads_by_word
from policygraph.reader.deeds.measure_names import is_post, name_end
from policygraph.reader.text.small_words import BE
from policygraph.reader.text.words import Clause, Words

__all__ = ["launched_name", "names_in"]

_BEFORE_DATED = frozenset({"at", "to", "for", "under"})
_DATED = re.compile(r"U(?=\.?N)")
"""In the tags of a text: the last capital before what may be a name's year."""
_WITHIN, _LONGEST = "UPC.", 20
"""Tags of the words of a name up to its year, and how many it may have."""
_MODIFIED = (["w"], ["S"])
"""After a name that only tells of something: its tag."""
_AUXILIARY = ("X", "A")
"""Tags of the words between a name and its verb in the passive."""
_LAUNCHED = range(1, 5)
"""How far after a word of launching a name may begin: `launch ceremony of the`."""


def names_in(words: Words, launches: Iterable[int]) -> set[int]:
    """The words at which a dated or launched name may begin; `launches` are those of launching or showing."""
    tags = words.tags
    found = {at + far for at in launches for far in _LAUNCHED if tags[at + far : at + far + 1] == "U"}
    found |= {first for at in launches if tags[at] == "V" and (first := _name_before(tags, at))}
    for match in _DATED.finditer(tags):
        at, least = match.start(), max(0, match.start() - _LONGEST)
        while at >= least and tags[at] in _WITHIN:
            if tags[at] == "U" and tags[at - 1 : at] != "U":
                found.add(at)
            at -= 1
    return found


def _name_before(tags: str, verb: int) -> int:
    """The first word of the name that auxiliaries part from a verb; 0 where there is none."""
    last = verb - 1
    while last > 0 and tags[last] in _AUXILIARY:
        last -= 1
    first = last
    while first > 0 and tags[first] == "U" and last - first < _LONGEST:
        first -= 1
    return first + 1 if first < last < verb - 1 else 0


def launched_name(words: Words, clause: Clause, first: int) -> int | None:
    """The last word of a dated or launched name that begins here; None where none does."""
    low, tag, before = words.low, words.tag, first - 1
    if first == clause.start or tag[before] == "U":
        return None
    determined = tag[before] == "D"
    launched = is_launch(words, before) or (determined and is_launch(words, before - 1))
    may_be_dated = determined or low[before] in _BEFORE_DATED
    if not (may_be_dated or launched):
        return None
    last = name_end(words, clause, first)
    if last == first or not heads_by_word().keys().isdisjoint(low[first : last + 1]):
        return None
    if tag[last] == "N" and len(words.shown[last]) == 4:
        named = may_be_dated and low[first] not in _months()
    else:
        named = launched or (low[before] == "the" and _is_shown(words, first, last))
    return _without_place(words, first, last) if named and not is_post(words, first, last) else None


def _is_shown(words: Words, first: int, last: int) -> bool:
    """Whether a verb of showing stands before a name after `the`, or follows it in the passive (rule 3)."""
    before = words.tags[max(0, first - 2) : first - 1]
    if words.low[first] in phrases("actions", "offices"):
        return False
    if before == "V" and words.low[first - 2] in presents():
        return words.tag[last + 1 : last + 2] not in _MODIFIED
    verb = last + 1
    while words.tags[verb : verb + 1] in _AUXILIARY:
        verb += 1
    if before == "P" or words.tags[verb : verb + 1] != "V":
        return False
    passive = not BE.isdisjoint(words.low[last + 1 : verb])
    return passive and (words.low[verb] in presents() or is_launch(words, verb))


def _without_place(words: Words, first: int, last: int) -> int:
    """The last word of a name without where that was (`in Rivertown`)."""
    return next((j - 1 for j in range(first + 1, last) if words.low[j] == "in"), last)


@cache
def _months() -> frozenset[str]:
    return frozenset(section("words", "tags")["calendar"])
