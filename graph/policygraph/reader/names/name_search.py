"""Known names, found in one pass over a text.

1. Each name of an entry is looked for, one in brackets after another apart too. Names of several words are
   found in any case that has a capital (that of an article is none), and names in small letters in any; a
   name of one word in its own case alone.
2. White space of any sort counts as a blank, typographic quotes and dashes as plain ones; offsets stay.
3. A name counts only as whole words. Of names that overlap the first counts, and of those the longest.
4. A local name counts only where what stands beside it allows it; one that the text says of a sole body
   (`the central bank`) is left to that rule (body_words.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from policygraph.lexicon import flat
from policygraph.reader.names.entries import Entry, Known
from policygraph.reader.text.folding import lowered

__all__ = ["NameSearch"]

_TONGUE = re.compile(r"@[a-z]{2}\Z")
_BRACKETED = re.compile(r" \([^()]{1,40}\)\Z")
_FEW = 2_000
"""So many names can have the automaton that is twice as fast, and much larger."""
_PLAIN = (
    ("\n", " "), ("\r", " "), ("\t", " "), ("\u00a0", " "), ("\u202f", " "),
    ("’", "'"), ("‘", "'"), ("–", "-"), ("‑", "-"),
)  # fmt: skip


class _Name(NamedTuple):
    """A name to look for, blanks and marks plain, and what it is of."""

    shown: str
    entry: Entry
    own_case: bool
    """Whether it counts in its own case alone."""
    local: bool = False


_Hit = tuple[int, int, _Name]


class NameSearch:
    """All names of some entries, ready to be looked for.

    `allows` says of a place in a text whether a local name counts there. With `strict`, a name that is local
    too is that alone.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        allows: Callable[[str, int, int], bool] | None = None,
        strict: bool = False,
    ) -> None:
        self._allows = allows
        self._names = tuple(chain.from_iterable(_names(one, strict) for one in entries))
        self._automaton = _automaton([lowered(one.shown) for one in self._names])

    def find(self, text: str) -> tuple[Known, ...]:
        """All names in the text, in order, none within another.

        >>> search = NameSearch([Entry("body", "ex:board", ("Rivers Board",))])
        >>> [(found.start, found.end) for found in search.find("The Rivers board met the rivers board.")]
        [(4, 16)]
        """
        plain = _plain(text)
        low = lowered(plain)
        names = self._names
        hits = [
            (start, end, names[index])
            for index, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True)
            if not names[index].own_case or plain[start:end] == names[index].shown
        ]
        whole = [
            hit
            for hit in hits
            if _whole(plain, hit[0], hit[1])
            and _case_agrees(plain, hit)
            and (not hit[2].local or self._allows is None or self._allows(plain, hit[0], hit[1]))
        ]
        return tuple(_longest(whole))


def _automaton(patterns: list[str]) -> AhoCorasick:
    kind = Implementation.DFA if len(patterns) <= _FEW else None
    return AhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=kind)


def _plain(text: str) -> str:
    for one, other in _PLAIN:
        text = text.replace(one, other)
    return text


def _names(entry: Entry, strict: bool) -> Iterator[_Name]:
    local = dict.fromkeys(name for name in entry.local if name not in flat("bodies", "sole_names"))
    own = dict.fromkeys(name for name in _all_names(entry) if not (strict and name in entry.local))
    yield from (_name(_plain(name), entry) for name in own)
    yield from (_name(_plain(name), entry, local=True) for name in local if name not in own)


def _all_names(entry: Entry) -> tuple[str, ...]:
    named = (*entry.names, *([entry.acronym] if entry.acronym else []))
    plain = (name.partition("@")[0] if _TONGUE.search(name) else name for name in named)
    both = (form for name in plain for form in (name, _BRACKETED.sub("", name)))
    return tuple(dict.fromkeys(form for form in both if len(form) > 1))


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before and (before.isalnum() or before in "@_&")) and not (
        after and (after.isalnum() or after in "@_")
    )


def _name(shown: str, entry: Entry, local: bool = False) -> _Name:
    return _Name(shown, entry, " " not in shown and not shown.islower(), local)


def _case_agrees(text: str, hit: _Hit) -> bool:
    """Whether a name has a capital where it is found, or is one that needs none."""
    start, end, name = hit
    found = text[start:end]
    if found.startswith("The ") and found[4:].islower():  # `The rivers' news was good`
        return name.shown.islower()
    return found == name.shown or name.shown.islower() or not (found.isupper() or found == found.lower())


def _longest(hits: list[_Hit]) -> list[Known]:
    chosen: list[Known] = []
    last = 0
    for start, end, name in sorted(hits, key=_by_place):
        if start >= last:
            chosen.append(Known(start, end, name.entry))
            last = end
    return chosen


def _by_place(hit: _Hit) -> tuple[int, int, bool]:
    return hit[0], -hit[1], hit[2].entry.iri is None
