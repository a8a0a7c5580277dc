"""Everything that the audit looks at: what the graph states as plain records, and nothing else of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from policygraph.audit.records.counted import Observation, RankRecord, Rate, Series, TargetRecord
from policygraph.audit.records.life_records import (
    BodyRecord,
    InitiativeRecord,
    Money,
    StepRecord,
    TenureRecord,
)

__all__ = ["ClaimRecord", "Facts", "SourceRecord"]


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
        return [one for one in figures if not asked or one.series.key in asked]
