"""What was counted and promised, as the audit looks at it: levels, rates, targets, places in lists.

Entities, concepts, sources and the nodes themselves are named by their IRI, as text. Amounts are in whole
units (303000000 USD); rates are in per cent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from policygraph.periods import Period

__all__ = ["Observation", "RankRecord", "Rate", "Series", "TargetRecord"]


@dataclass(frozen=True, slots=True, order=True)
class Series:
    """What must be equal for two levels to count the same thing."""

    indicator: str
    area: str
    definition: str | None
    """None where the source gives none."""
    unit: str
    """Code of the unit: `USD`, `persons`."""

    @property
    def key(self) -> tuple[str, str]:
        """The indicator and the area: what it is about, whatever it counts."""
        return self.indicator, self.area


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

    def printed_as(self, other: Rate) -> bool:
        """Whether another is the same number; that it may stand for the same is not enough."""
        return self.rate == other.rate


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
