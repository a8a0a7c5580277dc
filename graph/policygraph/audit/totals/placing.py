"""Periods that cannot be placed: figures that no total can take in, or that came before their time was over.

1. A figure counted over days that are not whole months, where its series has others to compare it with.
2. An actual figure for a period that had not ended when it was published: the period may be another. A stock
   may be told within its period, not before it. What is provisional, a forecast or an estimate may be early.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from policygraph.audit.records.counted import Observation
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.totals.sums import placeable
from policygraph.audit.wording import Wording, amount

__all__ = ["check_placing"]

_DAYS = timedelta(days=3)
"""A period's figure may be out on its last days."""


def check_placing(facts: Facts, words: Wording) -> list[Finding]:
    """Figures whose period cannot be placed.

    >>> check_placing(Facts(), Wording(Facts()))
    []
    """
    own = facts.own(facts.observations)
    counted = Counter(one.series for one in own)
    return [
        finding
        for one in own
        if one.value.is_finite()
        for finding in _of_figure(one, counted[one.series] > 1, words)
    ]


def _of_figure(one: Observation, compared: bool, words: Wording) -> Iterator[Finding]:
    if compared and one.kind != "point" and not placeable(one.period):
        yield _finding(one, "info", "no run of whole months, so no total takes it in", words)
    elif one.status == "actual" and one.published and _first_told(one) > one.published:
        begun = "had begun" if one.kind == "point" else "was over"
        yield _finding(one, "minor", f"published before that {begun}", words)


def _first_told(one: Observation) -> date:
    """The first day on which it can be known."""
    return one.period.start if one.kind == "point" else max(one.period.start, _before(one.period.end))


def _before(day: date) -> date:
    return day - _DAYS if day.year > 1 else day


def _finding(one: Observation, severity: str, why: str, words: Wording) -> Finding:
    subject = words.subject(one.series, one.period)
    return Finding(
        kind="period-not-placed",
        severity=severity,
        about=(one.iri,),
        sentence=f"{subject}: {amount(one.value, one.series.unit)} ({words.said([one])}), {why}.",
    )
