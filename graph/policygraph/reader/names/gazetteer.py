"""Names that are known before a text is read, and who held which post when.

1. An entry is a kind (person, body, post, place, initiative, ...), an IRI and the names it goes by; how they
   are found, name_search.py has.
2. Organisations known the world over (`ontology/lexicon/world.yaml`) are always there, without an IRI.
3. Tenures say who held a post when: a day between start and end, or a day on which someone was seen in it.
   Where two people held it on a day, nobody is named.
4. What a name means depends on the country that a text is on (homes.py): each is asked within one. What is
   looked for there is made ready when it is first asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from policygraph.lexicon import phrases
from policygraph.reader.figures.measure_words import MeasureWords, measure_words
from policygraph.reader.names.entries import Entry, Known, Tenure
from policygraph.reader.names.homes import Home, keyed_names
from policygraph.reader.names.name_key import body_key, person_key
from policygraph.reader.names.name_search import NameSearch

__all__ = ["Gazetteer"]

_NOWHERE = Home()
_ABROAD = "abroad"
"""Any country but the registry's."""


@dataclass(frozen=True)
class Gazetteer:
    """All known names; immutable, picklable by its entries, and shared between documents."""

    entries: tuple[Entry, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    home: Home = _NOWHERE
    country: str = ""
    """What the texts that are read are on: the home's code, another, or none that is known."""

    def within(self, country: str | None) -> Gazetteer:
        """The same names, as texts on a country mean them, by its ISO 3166-1 code."""
        if not country or not self.home.code or self.country:
            return self
        return self._at_home if country.upper() == self.home.code else self._abroad

    @cached_property
    def _at_home(self) -> Gazetteer:
        return Gazetteer(self.entries, self.tenures, self.home, self.home.code)

    @cached_property
    def _abroad(self) -> Gazetteer:
        return Gazetteer(self.entries, self.tenures, self.home, _ABROAD)

    @cached_property
    def _search(self) -> NameSearch:
        at_home = self.home.code and self.country == self.home.code
        allows = self.home.may_own if at_home else self.home.owns
        return NameSearch((*self.entries, *_world()), allows, strict=bool(self.country))

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        return _keyed((one, keyed_names(one, self.country, self.home)) for one in self.entries)

    @cached_property
    def _by_iri(self) -> Mapping[str, Entry]:
        return {one.iri: one for one in self.entries if one.iri}

    @cached_property
    def _measures(self) -> tuple[Entry, ...]:
        return tuple(one for one in self.entries if one.kind == "initiative" and one.iri)

    @cached_property
    def by_words(self) -> MeasureWords:
        """The registered measures by the words of their names; each in its place in `measure`."""
        return measure_words((one.sort, one.names) for one in self._measures)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[object, ...]]:
        return Gazetteer, (self.entries, self.tenures, self.home, self.country)

    @classmethod
    def empty(cls) -> Gazetteer:
        """Nothing but the organisations known the world over."""
        return _empty()

    @classmethod
    def of(
        cls,
        rows: Iterable[Entry | tuple[str, str, Sequence[str]]],
        tenures: Iterable[Tenure] = (),
        home: Home = _NOWHERE,
    ) -> Gazetteer:
        """From entries, or plain (kind, iri, names) rows.

        >>> gazetteer = Gazetteer.of([("body", "ex:board", ["Rivers Board"])])
        >>> [(k.start, k.end, k.entry.iri) for k in gazetteer.find("The Rivers board met.")]
        [(4, 16, 'ex:board')]
        """
        entries = (row if isinstance(row, Entry) else Entry(row[0], row[1], tuple(row[2])) for row in rows)
        return cls(tuple(entries), tuple(tenures), home)

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


def _keyed(named: Iterable[tuple[Entry, tuple[str, ...]]]) -> dict[tuple[str, str], tuple[Entry, ...]]:
    keyed: dict[tuple[str, str], dict[Entry, None]] = defaultdict(dict)
    for entry, names in named:
        make = person_key if entry.kind == "person" else body_key
        for name in names:
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
