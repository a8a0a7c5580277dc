"""What the audit looks at: the graph's statements as plain records, and nothing else of the graph.

Entities, concepts, sources and the nodes themselves are named by their IRI, as text. Amounts are in whole
units (303000000 USD); rates are in per cent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

from policygraph.periods import Period

__all__ = [
    "BodyRecord",
    "ClaimRecord",
    "Facts",
    "InitiativeRecord",
    "Money",
    "Observation",
    "RankRecord",
    "Rate",
    "Series",
    "SourceRecord",
    "StepRecord",
    "TargetRecord",
    "TenureRecord",
]


@dataclass(frozen=True, slots=True, order=True)
class Series:
    """What must be equal for two levels to count the same thing."""

    indicator: str
    area: str
    definition: str | None
    """None where the source gives none."""
    unit: str
    """Code of the unit: `USD`, `persons`."""


@dataclass(frozen=True, slots=True)
class Observation:
    """A stated level."""

    iri: str
    series: Series
    period: Period
    kind: str
    """Code of the period's kind; `point` is a stock on the period's last day."""
    value: Decimal
    step: Decimal
    """The worth of the last printed place, in whole units."""
    source: str
    label: str = ""
    bound: str | None = None
    """Code of the bound: at-least, at-most, about."""
    status: str = "actual"
    claimant: str | None = None
    """The person or body whose figure it is, or the words that name it."""
    published: date | None = None
    definition_note: str = ""
    note: str = ""
    doubt: str = ""
    """Why the editors doubt what is printed."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A stated relative change, in per cent; a fall is negative."""

    iri: str
    series: Series
    """Its unit is that of the level where there is one, else `percent`."""
    period: Period
    kind: str
    rate: Decimal
    step: Decimal
    basis: str
    """Code of the basis: yoy, mom, qoq."""
    base_period: Period | None
    source: str
    label: str = ""
    figure: str | None = None
    """The level that the rate leads to, where the same source states it."""
    base_figure: str | None = None
    """The level that it is counted from, where the same source states it."""
    status: str = "actual"
    claimant: str | None = None
    published: date | None = None
    note: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class TargetRecord:
    """A commitment to a value by a time."""

    iri: str
    series: Series
    value: Decimal
    step: Decimal
    due: Period
    source: str
    label: str = ""
    agent: str | None = None
    bound: str | None = None
    published: date | None = None
    initiative: str | None = None


@dataclass(frozen=True, slots=True)
class RankRecord:
    """A place in a list."""

    iri: str
    subject: str
    list: str
    rank: int
    year: int
    source: str
    ranker: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class TenureRecord:
    """A person in a post: from `start` to `end`, or seen between `seen_from` and `seen_until`."""

    iri: str
    person: str
    post: str
    sources: tuple[str, ...]
    start: Period | None = None
    """As stated: a day, month or year."""
    end: Period | None = None
    seen_from: date | None = None
    seen_until: date | None = None
    capacity: str = "substantive"
    label: str = ""
    acts_for: str | None = None
    """The post whose duties this one has, as an acting governor the governor's."""


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One event in the life of an initiative."""

    iri: str
    initiative: str
    stage: str
    order: int
    """Place of the stage in a life."""
    lifecycle: str
    """planned, active, paused or ended."""
    sources: tuple[str, ...]
    date: Period | None = None
    """As stated: a day, month or year."""
    actors: tuple[str, ...] = ()
    modality: str = "done"
    label: str = ""
    place: str | None = None
    """Where it happened, where the source says so: a programme is launched in one city after another."""


@dataclass(frozen=True, slots=True)
class Money:
    """A sum that belongs to an initiative."""

    iri: str
    initiative: str
    role: str
    value: Decimal
    step: Decimal
    unit: str
    source: str
    label: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class InitiativeRecord:
    """A policy measure and the names it goes by."""

    iri: str
    names: tuple[str, ...]
    lead: str | None = None
    places: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """An organisation and the bodies it is said to be part of."""

    iri: str
    name: str
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """That someone credits causes with effects."""

    iri: str
    claimant: str | None
    """The person, body or source that claims it, or the words that name it."""
    causes: tuple[str, ...]
    """IRIs and words, sorted."""
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source: who published it, when, and its text where the user holds it."""

    iri: str
    title: str = ""
    publisher: str = ""
    kind: str = ""
    published: date | None = None
    text: str = ""


class _Counted(Protocol):
    @property
    def series(self) -> Series: ...


_C = TypeVar("_C", bound=_Counted)


@dataclass(frozen=True)
class Facts:
    """Everything that is audited; the order of the tuples means nothing."""

    observations: tuple[Observation, ...] = ()
    rates: tuple[Rate, ...] = ()
    targets: tuple[TargetRecord, ...] = ()
    ranks: tuple[RankRecord, ...] = ()
    tenures: tuple[TenureRecord, ...] = ()
    steps: tuple[StepRecord, ...] = ()
    money: tuple[Money, ...] = ()
    initiatives: tuple[InitiativeRecord, ...] = ()
    bodies: tuple[BodyRecord, ...] = ()
    claims: tuple[ClaimRecord, ...] = ()
    sources: tuple[SourceRecord, ...] = ()
    """Without the project's own briefs, which state nothing of their own."""
    stated_in: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Node that sources state -> these sources, briefs left out."""
    names: dict[str, str] = field(default_factory=dict)
    """What each entity, concept and source is called, by IRI."""
    broader: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Indicator -> the indicators it is part of, as the scheme says."""
    fiscal_start: int = 1
    """The month in which the country's fiscal year starts."""
    wholes: dict[str, str] = field(default_factory=dict)
    """Definition -> the definition of the broader indicator that it adds up to, where the data says so."""
    asked: tuple[tuple[str, str], ...] = ()
    """Indicators, each with an area, whose figures are checked; other figures stand beside them, to compare
    with only. All are checked where this is empty."""

    def own(self, figures: Iterable[_C]) -> list[_C]:
        """Those that are checked."""
        asked = set(self.asked)
        return [one for one in figures if not asked or (one.series.indicator, one.series.area) in asked]
