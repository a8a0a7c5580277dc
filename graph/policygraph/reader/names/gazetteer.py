"""Names that are known before a text is read, found in one pass over it.

1. An entry is a kind (person, body, post, place, initiative, ...), an IRI and the names it goes by, one in
   brackets after another apart too. Names of several words are found in any case that has a capital
   (that of an article is none), and names in small letters in any; a name of one word in its own case alone.
2. White space of any sort counts as a blank, typographic quotes and dashes as plain ones; offsets stay.
3. A name counts only as whole words. Of names that overlap the first counts, and of those the longest.
4. Organisations known the world over (`ontology/lexicon/world.yaml`) are always there, without an IRI.
5. Tenures say who held a post when: a day between start and end, or a day on which someone was seen in it.
   Where two people held it on a day, nobody is named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from policygraph.reader.figures.measure_words import MeasureWords, measure_words
from policygraph.reader.names.name_key import body_key, person_key
from policygraph.reader.text.folding import lowered
from policygraph.reader.text.lexicon import phrases

__all__ = ["Entry", "Gazetteer", "Known", "Tenure"]

_TONGUE = re.compile(r"@[a-z]{2}\Z")
_BRACKETED = re.compile(r" \([^()]{1,40}\)\Z")
_FEW = 2_000
"""So many names can have the automaton that is twice as fast, and much larger."""
_PLAIN = (
    ("\n", " "), ("\r", " "), ("\t", " "), ("\u00a0", " "), ("\u202f", " "),
    ("’", "'"), ("‘", "'"), ("–", "-"), ("‑", "-"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A known thing: kind, IRI (None for one without) and all its names, the main one first."""

    kind: str
    iri: str | None
    names: tuple[str, ...]
    acronym: str | None = None
    sort: str = ""
    """A body's kind, as the graph or the lexicon names it."""
    body: str | None = None
    """A post's body, by IRI."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in a post, by IRI: from `start` to `end`, each None where not known, or seen on days."""

    person: str
    post: str
    start: date | None = None
    end: date | None = None
    seen: tuple[date, ...] = ()

    def covers(self, day: date) -> bool:
        """Whether this tenure vouches for the day; an open end vouches for no more than was seen."""
        if self.start and self.end:
            return self.start <= day <= self.end
        first = min([*self.seen, *filter(None, (self.start, self.end))], default=None)
        last = max([*self.seen, *filter(None, (self.start, self.end))], default=None)
        return bool(first and last and first <= day <= last)

    def excludes(self, day: date) -> bool:
        """Whether the day lies outside what is stated."""
        return bool((self.start and day < self.start) or (self.end and day > self.end))


class Known(NamedTuple):
    """A known name at its place in the text."""

    start: int
    end: int
    entry: Entry


class _Name(NamedTuple):
    """A name to look for, blanks and marks plain, and what it is of."""

    shown: str
    entry: Entry
    own_case: bool
    """Whether it counts in its own case alone."""


_Hit = tuple[int, int, _Name]


@dataclass(frozen=True)
class Gazetteer:
    """All known names; immutable, picklable by its entries, and shared between documents."""

    entries: tuple[Entry, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    _names: tuple[_Name, ...] = field(init=False, repr=False, compare=False)
    _automaton: AhoCorasick = field(init=False, repr=False, compare=False)
    _by_key: Mapping[tuple[str, str], tuple[Entry, ...]] = field(init=False, repr=False, compare=False)
    _by_iri: Mapping[str, Entry] = field(init=False, repr=False, compare=False)
    _measures: tuple[Entry, ...] = field(init=False, repr=False, compare=False)
    by_words: MeasureWords = field(init=False, repr=False, compare=False)
    """The registered measures by the words of their names; each in its place in `measure`."""

    def __post_init__(self) -> None:
        names = [_name(_plain(name), one) for one in (*self.entries, *_world()) for name in _all_names(one)]
        object.__setattr__(self, "_names", tuple(names))
        object.__setattr__(self, "_automaton", _automaton([lowered(one.shown) for one in names]))
        object.__setattr__(self, "_by_key", _keyed(self.entries))
        object.__setattr__(self, "_by_iri", {one.iri: one for one in self.entries if one.iri})
        measures = tuple(one for one in self.entries if one.kind == "initiative" and one.iri)
        object.__setattr__(self, "_measures", measures)
        object.__setattr__(self, "by_words", measure_words((one.sort, one.names) for one in measures))

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[object, ...]]:
        return Gazetteer, (self.entries, self.tenures)

    @classmethod
    def empty(cls) -> Gazetteer:
        """Nothing but the organisations known the world over."""
        return _empty()

    @classmethod
    def of(
        cls, rows: Iterable[Entry | tuple[str, str, Sequence[str]]], tenures: Iterable[Tenure] = ()
    ) -> Gazetteer:
        """From entries, or plain (kind, iri, names) rows.

        >>> gazetteer = Gazetteer.of([("body", "ex:board", ["Rivers Board"])])
        >>> [(k.start, k.end, k.entry.iri) for k in gazetteer.find("The Rivers board met.")]
        [(4, 16, 'ex:board')]
        """
        entries = (row if isinstance(row, Entry) else Entry(row[0], row[1], tuple(row[2])) for row in rows)
        return cls(tuple(entries), tuple(tenures))

    def find(self, text: str) -> tuple[Known, ...]:
        """All known names in the text, in order, none within another."""
        plain = _plain(text)
        low = lowered(plain)
        names = self._names
        hits = [
            (start, end, names[index])
            for index, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True)
            if not names[index].own_case or plain[start:end] == names[index].shown
        ]
        whole = [hit for hit in hits if _whole(plain, hit[0], hit[1]) and _case_agrees(plain, hit)]
        return tuple(_longest(whole))

    def entry(self, iri: str) -> Entry | None:
        """The entry of an IRI."""
        return self._by_iri.get(iri)

    def measure_of(self, head: str, phrase: str) -> tuple[Entry, bool] | None:
        """The one registered measure whose name has all words of a phrase with this head; True if surely."""
        found = self.by_words.fits(head, phrase)
        return (self._measures[found[0]], found[1]) if found else None

    def alike(self, kind: str, name: str) -> tuple[Entry, ...]:
        """Entries of the kind whose key is that of the name: proposals."""
        if not self._by_key:
            return ()
        key = person_key(name) if kind == "person" else body_key(name)
        return self._by_key.get((kind, key), ())

    def holders(self, post: str, day: date) -> tuple[str, ...]:
        """IRIs of the people whom a tenure puts in the post on the day."""
        return tuple(sorted({t.person for t in self.tenures if t.post == post and t.covers(day)}))

    def tenures_of(self, person: str, post: str) -> tuple[Tenure, ...]:
        """All tenures of a person in a post."""
        return tuple(t for t in self.tenures if t.person == person and t.post == post)


def _automaton(patterns: list[str]) -> AhoCorasick:
    kind = Implementation.DFA if len(patterns) <= _FEW else None
    return AhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=kind)


def _plain(text: str) -> str:
    for one, other in _PLAIN:
        text = text.replace(one, other)
    return text


def _all_names(entry: Entry) -> tuple[str, ...]:
    named = (*entry.names, *([entry.acronym] if entry.acronym else []))
    plain = (name.partition("@")[0] if _TONGUE.search(name) else name for name in named)
    both = (form for name in plain for form in (name, _BRACKETED.sub("", name)))
    return tuple(dict.fromkeys(form for form in both if len(form) > 1))


def _keyed(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    keyed: dict[tuple[str, str], dict[Entry, None]] = defaultdict(dict)
    for entry in entries:
        make = person_key if entry.kind == "person" else body_key
        for name in entry.names:
            if key := make(name):
                keyed[entry.kind, key][entry] = None
    return {key: tuple(found) for key, found in keyed.items()}


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before and (before.isalnum() or before in "@_&")) and not (
        after and (after.isalnum() or after in "@_")
    )


def _name(shown: str, entry: Entry) -> _Name:
    return _Name(shown, entry, own_case=" " not in shown and not shown.islower())


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


@cache
def _world() -> tuple[Entry, ...]:
    kinds = ("international", "centralbank", "agency", "association", "other", "company")
    return tuple(Entry("body", None, (name,), sort=kind) for kind in kinds for name in phrases("world", kind))


@cache
def _empty() -> Gazetteer:
    return Gazetteer()
