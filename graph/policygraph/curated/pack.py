"""A country pack as loaded: the registry, the sources and the briefs, each with where it stands."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, fields
from pathlib import Path

from policygraph.curated.yaml_lines import Located
from policygraph.model.facts import Fact
from policygraph.model.own import Aliases, Judgements, PendingFact, ProposedEntry
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
    files: dict[tuple[str, str], Path] = field(default_factory=dict)
    """(part, id) -> the file that has the entry, the source or the brief."""
    own: set[tuple[str, str]] = field(default_factory=set)
    """(part, id) of what the user's own folder added."""
    texts: dict[str, str] = field(default_factory=dict)
    """Source -> its exact text, where the user holds it."""
    aliases: Aliases = field(default_factory=Aliases)
    pending: dict[str, tuple[PendingFact, ...]] = field(default_factory=dict)
    """Source -> the facts that wait for review."""
    proposed: dict[str, tuple[ProposedEntry, ...]] = field(default_factory=dict)
    """Source -> what others than the reader read in it, judged or not."""
    judgements: dict[str, Judgements] = field(default_factory=dict)
    """Source -> what was decided of its facts; also of sources that were taken out again."""

    @property
    def calendar(self) -> FiscalCalendar:
        """The country's fiscal calendar."""
        return FiscalCalendar(self.about.country.fiscal_year.start_month)

    def copied(self) -> LoadedPack:
        """A copy whose entries may come and go; the records themselves never change."""
        whole = copy(self)
        for one in fields(self):
            value = getattr(self, one.name)
            if isinstance(value, dict | set):
                setattr(whole, one.name, copy(value))
        return whole

    def fact(self, source: str, fact: str) -> Fact | None:
        """The fact of this id in this source, or None."""
        stated = self.sources.get(source)
        return next((one for one in stated.facts if one.id == fact), None) if stated else None
