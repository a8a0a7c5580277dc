"""Who was in office: two at once in one post, times with nobody known, acts outside any known tenure.

1. One person at a time holds a post. A post that acts for another (an acting governor) counts as it.
2. Two may share one day and be a day off: a handover. So may an act on the day before or after.
3. Someone acting, ad interim or with additional charge beside a holder is explained. Where one source
   names both, the post may have several seats, and the overlap is worth knowing only.
4. An act is outside a person's tenures where every one of them excludes its date: before a stated start
   or after a stated end. One that is only attested excludes nothing. People act in other roles too, so the
   finding says no more than that; it is worth a look where it is within a year of the nearest tenure and
   someone else was surely in that post.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from policygraph.audit.lives.overlaps import check_tenure_overlaps
from policygraph.audit.lives.spans import apart, from_to, grouped, length, named, when
from policygraph.audit.lives.tenures import (
    dates_of,
    in_order,
    possible_days,
    post_of,
    sure_days,
    told,
    within,
)
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.records.life_records import StepRecord, TenureRecord
from policygraph.periods import Period

__all__ = ["check_acts", "check_tenure_gaps", "people_findings"]

_DAY = timedelta(1)
_HANDOVER = 1
_VACANT = 7
"""Days; a post empty for no longer is usual between two governments."""
_NEAR = 366
"""Days from a tenure beyond which an act is more likely one in another role."""


def people_findings(facts: Facts) -> list[Finding]:
    """All that this module checks."""
    return [*check_tenure_overlaps(facts), *check_tenure_gaps(facts), *check_acts(facts)]


def check_tenure_gaps(facts: Facts) -> list[Finding]:
    """A time in which nobody is known in a post, between a stated end and a stated start: `tenure-gap`."""
    return [
        _gap(facts, post, vacant, before, after)
        for post, tenures in grouped(in_order(facts), post_of).items()
        for vacant, before, after in _vacancies(tenures)
    ]


def _vacancies(tenures: list[TenureRecord]) -> Iterator[tuple[Period, TenureRecord, TenureRecord]]:
    ended = sorted((one.end.end, one.iri, one) for one in tenures if one.end)
    for after in tenures:
        if not after.start:
            continue
        at = bisect_left(ended, (after.start.start - _DAY * (_VACANT + 1), "")) - 1
        if at >= 0:
            last, _, before = ended[at]
            others = (one for one in tenures if one is not before and one is not after)
            if not any(_may_fill(one, before, last, after, after.start) for one in others):
                yield Period(last + _DAY, after.start.start - _DAY), before, after


def _may_fill(
    one: TenureRecord, before: TenureRecord, last: date, after: TenureRecord, start: Period
) -> bool:
    """Whether someone may have been in the post between a holder's last day and the next one's start."""
    days = possible_days(one)
    if days.start > start.end + _DAY * _HANDOVER:
        return False
    if one.start and one.person == after.person and not apart(one.start, start):
        return False  # the same start, told less exactly
    if one.start and not one.end:
        return one.start.end >= possible_days(before).start
    if before.end and not one.end and one.person != before.person:
        return days.end >= before.end.start  # seen on a day on which the holder may have left already
    return days.end > last


def _gap(facts: Facts, post: str, vacant: Period, before: TenureRecord, after: TenureRecord) -> Finding:
    return Finding(
        kind="tenure-gap",
        severity="info",
        about=tuple(sorted((before.iri, after.iri))),
        sentence=(
            f"No source tells who was {named(facts, post)} {from_to(vacant)}, between "
            f"{told(facts, before)} and {told(facts, after)}."
        ),
        arithmetic=f"{vacant.start} to {vacant.end}: {length(vacant)}",
    )


def check_acts(facts: Facts) -> list[Finding]:
    """A step done by a person outside of all the tenures known of them: `act-out-of-office`."""
    tenures = grouped(in_order(facts), lambda one: one.person)
    holders = grouped(in_order(facts), post_of)
    return [
        _act(facts, step, step.date, tenures[actor], holders)
        for step in facts.steps
        if step.date and step.modality == "done"
        for actor in sorted({*step.actors} & tenures.keys())
        if _excluded(step.date, tenures[actor])
    ]


def _excluded(day: Period, tenures: list[TenureRecord]) -> bool:
    telling = [one for one in tenures if not any(within(one, other) for other in tenures)]
    return all(_outside(day, one) for one in telling)


def _outside(day: Period, tenure: TenureRecord) -> bool:
    early = tenure.start is not None and apart(day, tenure.start, _HANDOVER)
    late = tenure.end is not None and apart(tenure.end, day, _HANDOVER)
    return early or late


def _act(
    facts: Facts,
    step: StepRecord,
    day: Period,
    tenures: list[TenureRecord],
    holders: dict[str, list[TenureRecord]],
) -> Finding:
    person, near = tenures[0].person, min(tenures, key=lambda one: (_distance(day, one), one.iri))
    others = [one for one in holders[post_of(near)] if one.person != person and _held(one, day)]
    act = step.label or f"{named(facts, step.initiative)}, {step.stage}"
    beside = f"; {named(facts, others[0].person)} is stated to have held it then" if others else ""
    return Finding(
        kind="act-out-of-office",
        severity="minor" if others and _distance(day, near) <= _NEAR else "info",
        about=tuple(sorted((step.iri, person))),
        sentence=(
            f"{named(facts, person)} is named as acting {when(day)} ({act}), outside every tenure known, the "
            f"nearest being {named(facts, near.post)}, {dates_of(near)}{beside}. It may have been in another "
            "role."
        ),
    )


def _held(tenure: TenureRecord, day: Period) -> bool:
    span = sure_days(tenure)
    return span is not None and span.start <= day.start and day.end <= span.end


def _distance(day: Period, tenure: TenureRecord) -> int:
    span = possible_days(tenure)
    return max((span.start - day.end).days, (day.start - span.end).days)
