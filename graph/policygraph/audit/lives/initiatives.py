"""The lives of initiatives: launched twice, and going backwards.

1. Only steps done and dated are compared, and only where no day is in both dates.
2. Two launches a fortnight apart or less, told by different sources, may be one event with two dates. By
   the same source, in two places, or further apart they are two ceremonies.
3. A life goes backwards where a planned stage follows an active one, or anything active or planned follows
   one that is superseded or withdrawn. Not so where a pause, a reset or an extension lies between, or a new
   launch comes with the step or after it, or the two happened in different places. What was completed or
   held may begin again, as a yearly event does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from policygraph.audit.lives.money import check_amounts
from policygraph.audit.lives.namesakes import check_same_names
from policygraph.audit.lives.spans import apart, grouped, named, when
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.records.life_records import StepRecord
from policygraph.audit.wording import joined
from policygraph.periods import Period

__all__ = ["check_backwards", "check_launches", "initiative_findings"]

_FORTNIGHT = 14
_FINAL = frozenset({"superseded", "withdrawn"})
_REOPENING = frozenset({"reset", "extended"})
_LAUNCHES = frozenset({"launched"})

Dated = tuple[Period, StepRecord]


def initiative_findings(facts: Facts) -> list[Finding]:
    """All that is checked of initiatives, names included."""
    return [
        *check_launches(facts),
        *check_backwards(facts),
        *check_amounts(facts),
        *check_same_names(facts),
    ]


def check_launches(facts: Facts) -> list[Finding]:
    """Two launches of one initiative on different dates: `launched-twice`."""
    return [
        _two_launches(facts, first, second)
        for steps in _lives(facts)
        for first, second in combinations([one for one in steps if one[1].stage in _LAUNCHES], 2)
        if apart(first[0], second[0])
    ]


def _two_launches(facts: Facts, first: Dated, second: Dated) -> Finding:
    (day, one), (later, other) = first, second
    severity, why = _one_or_two(facts, first, second)
    acts = joined([f"{when(on)}{_by(facts, step)}" for on, step in (first, second)])
    return Finding(
        kind="launched-twice",
        severity=severity,
        about=tuple(sorted((one.iri, other.iri))),
        sentence=f"{named(facts, one.initiative)} is stated to have been launched {acts}: {why}.",
        arithmetic=f"{day} to {later}: {(later.start - day.end).days} days apart at the least",
    )


def _one_or_two(facts: Facts, first: Dated, second: Dated) -> tuple[str, str]:
    (day, one), (later, other) = first, second
    if one.place and other.place and one.place != other.place:
        return "info", f"in {named(facts, one.place)} and in {named(facts, other.place)}"
    if set(one.sources) & set(other.sources):
        return "info", "one source tells of both"
    if not apart(day, later, _FORTNIGHT):
        return "minor", "sources may differ on the date of one event"
    return "info", "two ceremonies, or a launch announced as new"


def check_backwards(facts: Facts) -> list[Finding]:
    """A step that undoes what an earlier one had reached, unexplained: `status-backwards`."""
    return [_backwards(facts, first, second) for steps in _lives(facts) for first, second in _undone(steps)]


def _undone(steps: list[Dated]) -> Iterator[tuple[Dated, Dated]]:
    """Pairs of a step and a later one that cannot follow it."""
    for first, second in combinations(steps, 2):
        undone = apart(first[0], second[0]) and _cannot_follow(first[1], second[1])
        if undone and not any(_explains(step, first[0], second[0]) for step in steps):
            yield first, second


def _cannot_follow(one: StepRecord, later: StepRecord) -> bool:
    if one.place and later.place and one.place != later.place:
        return False
    if one.stage in _FINAL:
        return later.lifecycle in {"planned", "active"}
    return one.lifecycle == "active" and later.lifecycle == "planned" and later.order < one.order


def _explains(step: Dated, first: Period, second: Period) -> bool:
    """Whether a step makes it plain why one dated `second` follows one dated `first`."""
    day, one = step
    if one.stage in _LAUNCHES:
        return not apart(day, second)
    reopens = one.lifecycle == "paused" or one.stage in _REOPENING
    return reopens and not apart(day, first) and not apart(second, day)


def _backwards(facts: Facts, first: Dated, second: Dated) -> Finding:
    (day, one), (later, other) = first, second
    return Finding(
        kind="status-backwards",
        severity="minor",
        about=tuple(sorted((one.iri, other.iri))),
        sentence=(
            f"{named(facts, one.initiative)} is stated to have been {_stage(other)} {when(later)}"
            f"{_by(facts, other)}, after it had been {_stage(one)} {when(day)}."
        ),
    )


def _lives(facts: Facts) -> list[list[Dated]]:
    """The dated steps done of each initiative, in order of time."""
    steps = [(one.date, one) for one in facts.steps if one.date and one.modality == "done"]
    steps.sort(key=lambda one: (one[0], one[1].order, one[1].iri))
    return list(grouped(steps, lambda one: one[1].initiative).values())


def _stage(step: StepRecord) -> str:
    return step.stage.replace("-", " ")


def _by(facts: Facts, step: StepRecord) -> str:
    actors = [named(facts, one) for one in step.actors]
    return f" by {joined(sorted(actors))}" if actors else ""
