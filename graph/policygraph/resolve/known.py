"""What is known when an article is resolved: the pack, by the names and codes that articles use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from policygraph.curated.pack import LoadedPack
from policygraph.model.facts import Step
from policygraph.model.registry import Indicator, Place
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.reader.countries import Country
from policygraph.reader.document import Lands
from policygraph.reader.names.entries import Entry, Tenure
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.names.homes import Home
from policygraph.reader.names.name_key import folded
from policygraph.resolve.ids import identity
from policygraph.terms import BASE, entity_iri

__all__ = ["PARTS", "Known", "gazetteer_of", "home_of", "lands_of", "slug_of"]

PARTS = {"person": "people", "body": "bodies", "post": "posts", "initiative": "initiatives"}
"""Kind of a name -> part of the registry."""
_CODE = 2
"""Letters of a country's code by ISO 3166-1; a place within one has more."""


@dataclass(frozen=True)
class Known:
    """A pack with its indexes; made anew where the pack changes."""

    pack: LoadedPack
    vocabulary: Vocabulary
    _names: dict[tuple[str, bool], dict[str, str]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """All names, for the reader and for what it leaves open."""
        return gazetteer_of(self.pack)

    @cached_property
    def indicators(self) -> dict[str, dict[str, Indicator]]:
        """Class of the reader -> the indicators its figures may be of."""
        found: dict[str, dict[str, Indicator]] = defaultdict(dict)
        for code, indicator in self.pack.indicators.items():
            for read in indicator.reads:
                found[read][code] = indicator
        return dict(found)

    @cached_property
    def shared(self) -> dict[tuple[object, ...], str]:
        """What identifies a fact that several sources may state (see `ids.identity`) -> its id."""
        found: dict[tuple[object, ...], str] = {}
        for _, one in sorted(self.pack.sources.items()):
            for fact in one.facts:
                if key := identity(fact):
                    found.setdefault(key, fact.id)
        return found

    @cached_property
    def steps(self) -> dict[tuple[str, str, str], dict[str, Step]]:
        """Initiative, stage and modality -> the steps of it, by id."""
        found: dict[tuple[str, str, str], dict[str, Step]] = defaultdict(dict)
        for _, one in sorted(self.pack.sources.items()):
            for step in one.steps:
                found[step.initiative, step.stage, step.modality][step.id] = step
        return dict(found)

    @property
    def country(self) -> Place:
        """The country that the pack is about."""
        return self.pack.places[self.pack.about.country.place]

    @property
    def country_code(self) -> str:
        """Its ISO 3166-1 code."""
        return self.country.code

    @cached_property
    def home(self) -> Country:
        """Its money and calendar, for the reader."""
        return home_of(self.pack)

    def is_home(self, code: str | None) -> bool:
        """Whether an article on a country, or on none that is named, is on the pack's."""
        return (code or self.country_code).upper() == self.country_code

    def within(self, country: str | None) -> Gazetteer:
        """All names, as an article on a country means them."""
        return self.gazetteer.within(country or self.country_code)

    def names(self, part: str, country: str | None = None) -> Mapping[str, str]:
        """Folded name -> entity, of one part of the registry, as an article on a country means them.

        The empty id is that of a name that two have.
        """
        at_home = self.is_home(country)
        if (part, at_home) not in self._names:
            found: dict[str, str] = {}
            for slug, one in sorted(getattr(self.pack, part).items()):
                names = (one.name, *one.names, *_spellings(self.pack, part, slug))
                local = getattr(one, "local_names", ())
                meant = (*names, *local) if at_home else [name for name in names if name not in local]
                for name in meant:
                    key = folded(name.partition("@")[0])
                    found[key] = slug if found.get(key, slug) == slug else ""
            self._names[part, at_home] = found
        return self._names[part, at_home]

    def place(self, code: str) -> str | None:
        """The place with this code."""
        return next((slug for slug, place in self.pack.places.items() if place.code == code), None)

    def kind_of(self, slug: str) -> str | None:
        """Kind of an entity, as in its IRI."""
        return next((kind for kind, part in PARTS.items() if slug in getattr(self.pack, part)), None)

    def is_taken(self, slug: str) -> bool:
        """Whether an entity of any kind has this id."""
        return self.kind_of(slug) is not None or slug in self.pack.places


def home_of(pack: LoadedPack) -> Country:
    """The pack's country as articles on it are read: as the pack has it, whatever the lexicon says."""
    about = pack.about.country
    return Country(
        pack.places[about.place].code,
        about.currency,
        about.fiscal_year.start_month,
        about.currency_signs,
        about.currency_names,
    )


def lands_of(pack: LoadedPack) -> Lands:
    """The countries of a pack's registry, for the reader."""
    names: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for place in pack.places.values():
        land = place
        while land.within:
            land = pack.places[land.within]
        if len(land.code) == _CODE:
            names[land.code][land is not place].extend((place.name, *place.names))
    return tuple((code, tuple(own), tuple(sorted(parts))) for code, (own, parts) in sorted(names.items()))


def gazetteer_of(pack: LoadedPack) -> Gazetteer:
    """The names of a pack's people, bodies, posts and initiatives, and who held which post when."""
    entries = [
        Entry(
            kind,
            entity_iri(kind, slug).value,
            (one.name, *one.names, *_spellings(pack, part, slug)),
            getattr(one, "acronym", "") or None,
            getattr(one, "kind", ""),
            entity_iri("body", one.body).value if kind == "post" else None,
            getattr(one, "local_names", ()),
        )
        for kind, part in PARTS.items()
        for slug, one in sorted(getattr(pack, part).items())
    ]
    tenures = [
        Tenure(
            entity_iri("person", one.person).value,
            entity_iri("post", one.post).value,
            one.start.start if one.start else None,
            one.end.end if one.end else None,
            (one.date.start, one.date.end) if one.date else (),
        )
        for _, source in sorted(pack.sources.items())
        for one in source.tenures
    ]
    country = pack.places[pack.about.country.place]
    return Gazetteer.of(entries, tenures, Home(country.code, (country.name, *country.names)))


def _spellings(pack: LoadedPack, part: str, slug: str) -> tuple[str, ...]:
    return tuple(getattr(pack.aliases, part, {}).get(slug, ()))


def slug_of(iri: str | None) -> str | None:
    """The id in an entity's IRI.

    >>> slug_of("https://w3id.org/policygraph/id/person/umar-saif")
    'umar-saif'
    """
    return iri.rpartition("/")[2] if iri and iri.startswith(f"{BASE}id/") else None
