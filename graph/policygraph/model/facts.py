"""Facts: what a source states. Each may carry the place in the source's text that says so."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from policygraph.model.base import Code, Number, PeriodValue, Record, Slug, Span, Text

__all__ = [
    "Amount",
    "Attribution",
    "Fact",
    "Figure",
    "Growth",
    "Ranking",
    "Relation",
    "Step",
    "Target",
    "Tenure",
]


class Fact(Record):
    """Something a source states."""

    id: Slug
    """Unique among the facts of its source; the same id in another source is the same fact, stated again."""
    at: Span | None = None
    """The run of characters of the source's text that says so; absent where the place is not known."""
    note: str = ""
    """A remark by the editors."""


class Tenure(Fact):
    """A person in a post: from `start` to `end`, or seen in it (`date`)."""

    person: Slug
    post: Slug
    start: PeriodValue | None = None
    end: PeriodValue | None = None
    """The last day, month or year; absent means not known, not that it goes on."""
    date: PeriodValue | None = None
    """A date on which the source shows the person in the post."""
    capacity: Code = "substantive"
    """Concept of the scheme `capacity`: substantive, caretaker, acting, ..."""

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.start and self.end and self.end.end < self.start.start:
            raise ValueError(f"tenure ends ({self.end}) before it starts ({self.start})")
        return self


class Step(Fact):
    """One event in the life of an initiative."""

    initiative: Slug
    stage: Code
    """Concept of the scheme `stage`: announced, approved, launched, in-force, ..."""
    date: PeriodValue | None = None
    by: tuple[Slug, ...] = ()
    """People or bodies who took it."""
    modality: Code = "done"
    """Concept of the scheme `modality`: done or planned."""
    stated: str = ""
    """The status in the ledger's own words."""
    place: Slug | None = None


class Growth(Record):
    """A stated relative change of the figure it belongs to."""

    rate: Number
    """Per cent; a fall is negative."""
    basis: Code
    """Concept of the scheme `basis`: yoy, mom, ..."""
    printed: str = ""
    at: Span | None = None


class Figure(Fact):
    """A stated level, a stated change, or both, of an indicator in an area and period."""

    indicator: Code
    definition: Code | None = None
    """A definition of the indicator."""
    definition_note: str = ""
    """The definition in the ledger's own words: the key to comparing."""
    area: Slug
    """An entry of the registry's places."""
    period: PeriodValue
    kind: Code | None = None
    """Concept of the scheme `period-kind`; worked out from the period where absent. `point` is a stock."""
    value: Number | None = None
    unit: Text
    """Unit and scale word: `USD million`, `persons`."""
    printed: str = ""
    """The level as the source prints it."""
    bound: Code | None = None
    """Concept of the scheme `bound`: at-least, about, ..."""
    status: Code = "actual"
    """Concept of the scheme `figure-status`: actual, provisional, forecast."""
    by: Slug | None = None
    """The person or body whose figure it is; absent where the source names none."""
    by_note: str = ""
    """The claimant in words, where it has no name."""
    condition: str = ""
    """What a forecast depends on."""
    growth: Growth | None = None
    doubt: str = ""
    """Why the editors doubt what the source prints; the figure is kept as printed."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.value is None and self.growth is None:
            raise ValueError("a figure needs a value, a growth or both")
        return self


class Target(Fact):
    """A commitment of an agent to bring an indicator to a value by a time."""

    agent: Slug | None = None
    agent_note: str = ""
    indicator: Code
    definition: Code | None = None
    definition_note: str = ""
    area: Slug
    value: Number
    unit: Text
    printed: str = ""
    bound: Code | None = None
    due: PeriodValue
    kind: Code | None = None
    """Kind of the due period."""
    initiative: Slug | None = None
    """The goal or measure it belongs to."""


class Amount(Fact):
    """A sum of money that belongs to an initiative: its budget, loan, ceiling, proceeds."""

    initiative: Slug
    role: Code
    """Concept of the scheme `amount-role`."""
    value: Number
    unit: Text
    printed: str = ""


class Attribution(Fact):
    """Someone credits a cause with an effect: a claim by the claimant, not a fact."""

    claimant: Slug | None = None
    """The person or body that says so; absent where the source says so in its own voice."""
    claimant_note: str = ""
    cause: Slug | None = None
    """A person, body or initiative."""
    cause_group: Code | None = None
    """Concept of the scheme `target-group`, where a group of people is credited."""
    cause_note: str = ""
    effect: Slug | None = None
    """A figure of the same source, or an initiative, person or body."""
    effect_note: str = ""
    date: PeriodValue | None = None

    @model_validator(mode="after")
    def _has_both_ends(self) -> Self:
        if not (self.cause or self.cause_group or self.cause_note) or not (self.effect or self.effect_note):
            raise ValueError("an attribution needs a cause and an effect, as an id or in words")
        return self


class Relation(Fact):
    """Two entities stand in a relation, dated where the source dates it."""

    subject: Slug
    relation: Code
    """Local name of a property of the ontology below `pg:relatedTo`: oversees, funds, partOf, ..."""
    object: Slug
    date: PeriodValue | None = None


class Ranking(Fact):
    """A place in a list that someone drew up."""

    subject: Slug
    """The place (country) or entity that is ranked."""
    list: Text
    """What is ranked, in words."""
    rank: int = Field(ge=1)
    ranker: Slug | None = None
    ranker_note: str = ""
    year: PeriodValue
