"""Questions about the audit: what it found, and what became of the growth claims."""

from __future__ import annotations

from typing import NamedTuple

from policygraph.questions.answers import answer
from policygraph.questions.entities import find_measure, find_optional
from policygraph.store.contract import ReadStore

__all__ = ["Found", "VerdictCount", "audit", "verdicts"]


class Found(NamedTuple):
    """Something that the audit found; `about` are IRIs, `sources` ids of the sources that state these."""

    finding: str
    kind: str
    severity: str
    label: str
    sentence: str
    arithmetic: str | None
    reading: str | None
    about: tuple[str, ...]
    sources: tuple[str, ...]


class VerdictCount(NamedTuple):
    """How many rates of an indicator came to one verdict."""

    indicator_name: str
    verdict: str
    meaning: str
    rates: int


def audit(
    store: ReadStore, kind: str | None = None, severity: str | None = None, about: str | None = None
) -> list[Found]:
    """Findings, the gravest first; those as grave as `severity` or graver, and about an entity or figure.

    `about` may be an id, a name or, for a figure or other statement, `figure/ID` or its IRI.
    Raises EntityNotFoundError, with the nearest names, for an entity that there is not, and
    CodeNotFoundError, with all there are, for a kind or severity.
    """
    return answer(
        store,
        "audit",
        Found,
        kind=find_optional(store, kind, ("finding-kind",)),
        severity=find_optional(store, severity, ("severity",)),
        about=find_optional(store, about, ("any",)),
    )


def verdicts(store: ReadStore, indicator: str | None = None, area: str | None = None) -> list[VerdictCount]:
    """Counts of verdicts on stated rates, by indicator; what a verdict means is in the scheme `verdict`."""
    return answer(store, "verdicts", VerdictCount, **find_measure(store, indicator, area))
