"""A country pack as loaded: the registry, the sources and the briefs, each with where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from policygraph.curated.yaml_lines import Located
from policygraph.model.facts import Fact
from policygraph.model.registry import Body, Indicator, Initiative, Pack, Person, Place, Post
from policygraph.model.sources import Brief, Source
from policygraph.periods import FiscalCalendar

__all__ = ["BriefArticle", "LoadedPack"]


@dataclass(frozen=True)
class BriefArticle:
    """A brief and the text under its head."""

    head: Brief
    text: str
    """What offsets count in: the body without the blank lines around it."""


@dataclass
class LoadedPack:
    """All of a pack, by id, and the located document of every file."""

    about: Pack
    people: dict[str, Person] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    initiatives: dict[str, Initiative] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    briefs: dict[str, BriefArticle] = field(default_factory=dict)
    documents: dict[Path, Located] = field(default_factory=dict)

    @property
    def calendar(self) -> FiscalCalendar:
        """The country's fiscal calendar."""
        return FiscalCalendar(self.about.country.fiscal_year.start_month)

    def fact(self, source: str, fact: str) -> Fact | None:
        """The fact of this id in this source, or None."""
        stated = self.sources.get(source)
        return next((one for one in stated.facts if one.id == fact), None) if stated else None
