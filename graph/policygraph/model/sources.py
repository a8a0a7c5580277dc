"""Sources and the passages in them."""

from __future__ import annotations

from pydantic import Field

from policygraph.model.base import Code, PeriodValue, Record, Slug, Text, Url
from policygraph.model.facts import (
    Amount,
    Attribution,
    Fact,
    Figure,
    Ranking,
    Relation,
    Step,
    Target,
    Tenure,
)

__all__ = ["Brief", "Restatement", "Source", "SourceText"]


class SourceText(Record):
    """The exact text that offsets count in: plain Unicode, not shipped unless it is the project's own."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    length: int = Field(gt=0)
    """Number of code points."""


class Source(Record):
    """A document and the facts it states; what it prints is kept, misprints included."""

    title: Text
    """A title in the editors' own words."""
    kind: Code
    """Concept of the scheme `source-kind`: news, press-release, report, law, reference."""
    publisher: Text
    url: Url = ""
    date: PeriodValue | None = None
    """Date of publication; absent where none was seen."""
    language: str = "en"
    country: str = Field(default="", pattern=r"^([A-Z]{2})?$")
    """ISO 3166-1 code of the country that it is about, where that is not the pack's."""
    text: SourceText | None = None
    """Needed where facts carry `at`."""
    tenures: tuple[Tenure, ...] = ()
    steps: tuple[Step, ...] = ()
    figures: tuple[Figure, ...] = ()
    targets: tuple[Target, ...] = ()
    amounts: tuple[Amount, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    relations: tuple[Relation, ...] = ()
    rankings: tuple[Ranking, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts, list after list."""
        return (
            *self.tenures,
            *self.steps,
            *self.figures,
            *self.targets,
            *self.amounts,
            *self.attributions,
            *self.relations,
            *self.rankings,
        )


class Restatement(Record):
    """A passage of a brief that says again what a source states."""

    source: Slug
    """The source that states it."""
    fact: Slug
    """The id of the fact in that source."""
    quote: Text
    """The exact words of the brief; they must occur in it once."""


class Brief(Record):
    """A short article of the project's own writing; the head of its Markdown file."""

    title: Text
    date: PeriodValue
    sources: tuple[Slug, ...]
    """The one or two sources whose facts it reports."""
    facts: tuple[Restatement, ...]
