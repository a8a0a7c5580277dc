"""Entities: what exists, and how it is called. Each lists the sources that name it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from policygraph.model.base import Code, PeriodValue, Record, Slug, Text, Url, WikidataItem

__all__ = [
    "Body",
    "Country",
    "Definition",
    "Entity",
    "FiscalYear",
    "Indicator",
    "Initiative",
    "Pack",
    "Person",
    "Place",
    "Post",
    "PreferenceRule",
    "Tier",
]


class Entity(Record):
    """A thing with a name and the sources that use it."""

    name: Text
    """The name it is shown under."""
    names: tuple[Text, ...] = ()
    """Other names and spellings, as stated; a language may follow as `name@ur`."""
    sources: tuple[Slug, ...] = ()
    """Ids of the sources that this entry rests on."""


class Person(Entity):
    """A human being."""

    honorific: str = ""
    """Dr, Senator, General: kept apart from the name."""
    wikidata: WikidataItem = ""


class _AtHome(Record):
    """What has names that mean it in its own country alone."""

    local_names: tuple[Text, ...] = ()
    """What articles on the pack's country call it, where those on another mean one of theirs: `State Bank`,
    `finance ministry`. A name or the acronym that is listed here too counts in the former alone."""


class Body(Entity, _AtHome):
    """An organisation: a ministry, board, council, company, association."""

    kind: Code
    """Concept of the scheme `body-kind`."""
    acronym: str = ""
    parent: Slug | None = None
    """The body it is part of; only with a source that says so."""
    established: PeriodValue | None = None
    url: Url = ""
    wikidata: WikidataItem = ""


class Post(_AtHome):
    """An office that one person at a time holds in a body."""

    name: Text
    names: tuple[Text, ...] = ()
    body: Slug
    acting_for: Slug | None = None
    """The post whose duties its holder has, as an acting governor has the governor's."""
    note: str = ""


class Place(Record):
    """A country, province or city."""

    name: Text
    names: tuple[Text, ...] = ()
    code: str = Field(default="", pattern=r"^([A-Z]{2}(-[A-Z0-9]{1,3})?)?$")
    """ISO 3166-1 or 3166-2 code."""
    within: Slug | None = None
    wikidata: WikidataItem = ""


class Initiative(Entity):
    """A policy measure: a law, programme, fund, incentive, facility, campaign, goal and the like."""

    kind: Code
    """Concept of the scheme `initiative-kind`."""
    instruments: tuple[Code, ...] = ()
    """Concepts of the scheme `instrument`."""
    instrument_note: str = ""
    """The instrument in the ledger's own words."""
    lead: Slug | None = None
    """The body in charge."""
    audience: tuple[Code, ...] = ()
    """Concepts of the scheme `target-group`: whom it is meant for."""
    places: tuple[Slug, ...] = ()


class Definition(Record):
    """What exactly an indicator counts in one series: the key to comparing figures."""

    name: Text
    note: str = ""
    preference: int = Field(default=9, ge=1, le=9)
    """Rank among the indicator's definitions in the preferred series, 1 first; 9 never enters it."""
    assumed: bool = False
    """Whether articles that give no definition are taken to mean this one."""
    part_of: str = Field(default="", pattern=r"^([A-Za-z0-9][A-Za-z0-9._-]*)?$")
    """`indicator.definition` that this one and the others with the same `part_of` add up to."""


class Indicator(Record):
    """Something countable that figures are about."""

    name: Text
    names: tuple[Text, ...] = ()
    description: str = ""
    unit: Text
    """The usual unit, such as `USD` or `persons`."""
    broader: Code | None = None
    """Concept of the scheme `indicator`."""
    definitions: dict[Code, Definition] = Field(default_factory=dict)
    """The definitions its figures use, by code."""
    reads: tuple[Code, ...] = ()
    """Classes of the reader (`it-exports`, `people-trained`, ...) whose figures may be of this indicator."""
    cues: tuple[Text, ...] = ()
    """Words by which articles mean it, beside its names."""


class FiscalYear(Record):
    """When a country's fiscal year starts."""

    start_month: int = Field(ge=1, le=12)


MoneyWord = Annotated[str, Field(pattern=r"^[^\d\s]([^\d]*[^\d\s])?$")]
"""A word or sign without digits."""


class Country(Record):
    """The country a pack is about."""

    place: Slug
    """Its entry in `registry/places.yaml`."""
    currency: Code
    currency_signs: tuple[MoneyWord, ...] = ()
    """What articles write for it before a sum: `R$`."""
    currency_names: tuple[MoneyWord, ...] = ()
    """What they write for it after a sum: `crown`, `crowns`."""
    fiscal_year: FiscalYear
    scales: dict[str, Annotated[int, Field(ge=0, le=15)]]
    """Scale words and their powers of ten: million 6, lakh 5, crore 7."""


class Tier(Record):
    """Claimants of equal standing in the preferred series."""

    rank: int = Field(ge=1, le=899)
    claimants: tuple[Slug, ...]


class PreferenceRule(Record):
    """Which of several figures for one period is shown: the better tier, then the later source."""

    tiers: tuple[Tier, ...]
    unlisted: int = Field(ge=1, le=899)
    """Rank of a claimant in no tier."""
    unnamed: int = Field(ge=1, le=899)
    """Rank of a figure whose source names no claimant."""


class Pack(Record):
    """A country pack: what the files under it are about, and on what terms they may be used."""

    id: Slug
    title: Text
    description: Text
    version: Text
    issued: PeriodValue
    license: Text
    creator: Text
    country: Country
    preference: PreferenceRule
