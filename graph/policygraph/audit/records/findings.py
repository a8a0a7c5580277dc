"""What the audit says: findings, verdicts on rates, figures that follow from others, origins."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from policygraph.audit.records.counted import Series
from policygraph.periods import Period

__all__ = ["Audit", "Base", "Derived", "Finding", "Found", "Verdict"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an editor would want to know, and what shows it."""

    kind: str
    """Code of the scheme `finding-kind`."""
    severity: str
    """One of SEVERITIES."""
    about: tuple[str, ...]
    """IRIs of the nodes it is about, sorted: figures, rates, targets, tenures, steps, entities."""
    sentence: str
    """What was found, in one or two plain, neutral English sentences; names, values and periods included."""
    arithmetic: str = ""
    """The sum that shows it, on one line, with the intervals: empty where nothing was computed."""
    fits: str = ""
    """Code of the reading that would make it fit, where one would (scheme `reading`)."""

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """What makes it the same finding in another run: its kind and what it is about."""
        return self.kind, self.about


@dataclass(frozen=True, slots=True)
class Base:
    """One base that a rate was recomputed against."""

    iri: str
    value: str
    """The level it is counted from, as stated or derived."""
    low: Decimal | None
    high: Decimal | None
    """The rates in per cent that the two levels allow, both ends included; None where an end is open."""
    fits: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What recomputing a stated rate gave."""

    rate: str
    """IRI of the rate."""
    code: str
    """Code of the scheme `verdict`: consistent, one-vintage, inconsistent, no-base, not-computable."""
    arithmetic: str
    sentence: str
    bases: tuple[Base, ...] = ()
    fits: str = ""
    """Code of the reading that would make it fit, for an inconsistent one; empty where none was found."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A level that no source states and that follows from stated ones; low <= value <= high."""

    series: Series
    period: Period
    kind: str
    low: Decimal
    high: Decimal
    sources: tuple[str, ...]
    """IRIs of the stated nodes it follows from, sorted."""
    equation: str
    """The sum, in words and numbers."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the checks of one family found."""

    findings: tuple[Finding, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    derived: tuple[Derived, ...] = ()


@dataclass(frozen=True)
class Audit:
    """All that an audit found; every tuple is sorted."""

    findings: tuple[Finding, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    derived: tuple[Derived, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    """Source IRI -> the source IRI that its text goes back to (itself where it copies nobody)."""
    support: tuple[tuple[str, int, int], ...] = ()
    """Node that sources state -> how many sources state the same, and to how many origins they go back."""
