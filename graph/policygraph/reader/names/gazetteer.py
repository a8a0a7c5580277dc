"""Names that are known before a text is read, and who held which post when.

1. An entry is a kind (person, body, post, place, initiative, ...), an IRI and the names it goes by; how they
   are found, name_search.py has.
2. Organisations known the world over (`ontology/lexicon/world.yaml`) are always there, without an IRI.
3. Tenures say who held a post when: a day between start and end, or a day on which someone was seen in it.
   Where two people held it on a day, nobody is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from policygraph.lexicon import phrases
from policygraph.reader.figures.measure_words import MeasureWords, measure_words
from policygraph.reader.names.entries import Entry, Known, Tenure
from policygraph.reader.names.name_key import body_key, person_key
from policygraph.reader.names.name_search import NameSearch

__all__ = ["Gazetteer"]


@dataclass(frozen=True)
class Gazetteer:
    """All known names; immutable, picklable by its entries, and shared between documents."""

    entries: tuple[Entry, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    _search: NameSearch = field(init=False, repr=False, compare=False)
    _by_key: Mapping[tuple[str, str], tuple[Entry, ...]] = field(init=False, repr=False, compare=False)
    _by_iri: Mapping[str, Entry] = field(init=False, repr=False, compare=False)
    _measures: tuple[Entry, ...] = field(init=False, repr=False, compare=False)
    by_words: MeasureWords = field(init=False, repr=False, compare=False)
    """The registered measures by the words of their names; each in its place in `measure`."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_search", NameSearch((*self.entries, *_world())))
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
        return self._search.find(text)

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


def _keyed(entries: Iterable[Entry]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    keyed: dict[tuple[str, str], dict[Entry, None]] = defaultdict(dict)
    for entry in entries:
        make = person_key if entry.kind == "person" else body_key
        for name in entry.names:
            if key := make(name):
                keyed[entry.kind, key][entry] = None
    return {key: tuple(found) for key, found in keyed.items()}


@cache
def _world() -> tuple[Entry, ...]:
    kinds = ("international", "centralbank", "agency", "association", "other", "company")
    return tuple(Entry("body", None, (name,), sort=kind) for kind in kinds for name in phrases("world", kind))


@cache
def _empty() -> Gazetteer:
    return Gazetteer()
