"""Two people in one post at the same time (rules 1 to 3 of `people`)."""

from __future__ import annotations

from collections.abc import Iterator

from policygraph.audit.lives.spans import from_to, grouped, length, named
from policygraph.audit.lives.tenures import in_order, post_of, sure_days, told
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.records.life_records import TenureRecord
from policygraph.periods import Period
from policygraph.severities import SEVERITIES

__all__ = ["check_tenure_overlaps"]

_STANDING_IN = frozenset({"acting", "interim", "additional-charge"})
_HANDOVER = 1
_SHORT = 31
"""Days; an overlap no longer than this is more likely a slow handover than an error."""


def check_tenure_overlaps(facts: Facts) -> list[Finding]:
    """Two people who must have been in one post at the same time: `tenure-overlap`, once for two people.

    Where several tenures of theirs overlap, the gravest is told, then the longest, and all are named.
    """
    found: dict[tuple[str, ...], list[tuple[Period, TenureRecord, TenureRecord]]] = {}
    for post, tenures in grouped(in_order(facts), post_of).items():
        for both, one, other in _together(tenures):
            found.setdefault((post, *sorted((one.person, other.person))), []).append((both, one, other))
    return [_overlap(facts, post, pairs) for (post, *_), pairs in found.items()]


def _together(tenures: list[TenureRecord]) -> Iterator[tuple[Period, TenureRecord, TenureRecord]]:
    """The pairs that overlap, and the days they share; those that are over drop out, so few are compared."""
    spans = [(span, tenure) for tenure in tenures if (span := sure_days(tenure))]
    still_in: list[tuple[Period, TenureRecord]] = []
    for span, tenure in sorted(spans, key=lambda one: one[0]):
        still_in = [one for one in still_in if one[0].end >= span.start]
        for known, other in still_in:
            if other.person != tenure.person and _too_long(known, span):
                yield Period(span.start, min(known.end, span.end)), other, tenure
        still_in.append((span, tenure))


def _too_long(one: Period, other: Period) -> bool:
    """Whether one would have to move by more than a handover for the two to share no more than a day."""
    return min((one.end - other.start).days, (other.end - one.start).days) > _HANDOVER


def _overlap(facts: Facts, post: str, pairs: list[tuple[Period, TenureRecord, TenureRecord]]) -> Finding:
    both, one, other = max(pairs, key=_weight)
    severity, why = _gravity(one, other, both)
    return Finding(
        kind="tenure-overlap",
        severity=severity,
        about=tuple(sorted({tenure.iri for _, *tenures in pairs for tenure in tenures})),
        sentence=(
            f"{told(facts, one)} and {told(facts, other)} are both stated to be {named(facts, post)} "
            f"{from_to(both)}{why}."
        ),
        arithmetic=f"in both, whatever the dates mean: {both.start} to {both.end}, {length(both)}",
    )


def _weight(pair: tuple[Period, TenureRecord, TenureRecord]) -> tuple[int, int]:
    both, one, other = pair
    return SEVERITIES.index(_gravity(one, other, both)[0]), (both.end - both.start).days


def _gravity(one: TenureRecord, other: TenureRecord, both: Period) -> tuple[str, str]:
    if {one.capacity, other.capacity} & _STANDING_IN:
        return "info", "; one of them stands in for the holder"
    if set(one.sources) & set(other.sources):
        return "info", "; one source names both, so the post may have several seats"
    return ("minor" if (both.end - both.start).days <= _SHORT else "major"), ""
