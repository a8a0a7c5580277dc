"""Targets restated: the same value for later, another value for the same time, and sources that disagree.

1. Two targets are of one series (indicator, area, definition, unit) and of one agent, or of one initiative.
2. The same value, due later and said later, where the two times do not overlap: moved. Another value for the
   same time, said later: raised or lowered. Put off or lowered is worth a look.
3. Said within a month of each other, or undated, such a pair is no change of mind: the sources disagree.
4. Values that may round to one number, or bounds that can both hold, are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.records.counted import TargetRecord
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.series.levels import series_of
from policygraph.audit.wording import Wording, amount, joined
from policygraph.severities import SEVERITIES

__all__ = ["check_targets"]

_DAYS = 31
_NEXT = 30
"""With how many of the next targets of its series and agent each is compared."""


@dataclass(frozen=True, slots=True)
class _Change:
    one: TargetRecord
    other: TargetRecord
    kind: str
    severity: str
    how: str


def check_targets(facts: Facts) -> list[Finding]:
    """Targets that were moved, raised or lowered, or that sources tell differently.

    >>> check_targets(Facts())
    []
    """
    words = Wording(facts)
    found: dict[tuple[str, tuple[str, ...]], Finding] = {}
    for who, same in sorted(_by_holder(facts.targets).items()):
        kinds: dict[tuple[str, str], list[_Change]] = defaultdict(list)
        for change in _changes(sorted(same, key=_order)):
            kinds[change.kind, "value" if _same_value(change.one, change.other) else "due"].append(change)
        for (kind, _), changes in sorted(kinds.items()):
            for group in _grouped(changes):
                finding = _finding(kind, who[0], group, words)
                found.setdefault(finding.key, finding)
    return [found[key] for key in sorted(found)]


def _by_holder(targets: Iterable[TargetRecord]) -> dict[tuple[str, ...], list[TargetRecord]]:
    """The targets of each agent, and of each initiative, by series."""
    holders: dict[tuple[str, ...], list[TargetRecord]] = defaultdict(list)
    for target in targets:
        series = series_of(target.series)
        what = (series.indicator, series.area, series.definition or "", series.unit)
        for who in {target.agent, target.initiative} - {None}:
            if who and target.value.is_finite() and target.step.is_finite():
                holders[who, *what].append(target)
    return holders


def _changes(same: list[TargetRecord]) -> Iterator[_Change]:
    for at, one in enumerate(same):
        for other in same[at + 1 : at + 1 + _NEXT]:
            if change := _change(one, other):
                yield change


def _change(one: TargetRecord, other: TargetRecord) -> _Change | None:
    """What became of the earlier said in the later said; None where nothing changed."""
    value, due = _same_value(one, other), one.due == other.due
    apart = one.due.end < other.due.start or other.due.end < one.due.start
    if value == due or (value and not apart):
        return None
    days = None if None in (one.published, other.published) else _days(one, other)
    if days is None or days <= _DAYS:
        return _Change(
            one, other, "targets-differ", "minor", "the sources disagree, and neither is said later"
        )
    if value:
        later = other.due > one.due
        return _Change(
            one, other, "target-moved", *(("minor", "put off") if later else ("info", "brought forward"))
        )
    raised = other.value > one.value
    return _Change(one, other, "target-moved", *(("info", "raised") if raised else ("minor", "lowered")))


def _same_value(one: TargetRecord, other: TargetRecord) -> bool:
    ends = [Interval.of(target.value, abs(target.step), target.bound) for target in (one, other)]
    return ends[0].meets(ends[1])


def _days(one: TargetRecord, other: TargetRecord) -> int:
    return ((other.published or date.max) - (one.published or date.max)).days


def _grouped(changes: list[_Change]) -> list[list[_Change]]:
    """Changes that share a target are one story."""
    groups: list[list[_Change]] = []
    for change in changes:
        ends = {change.one.iri, change.other.iri}
        touched = [group for group in groups if any(ends & {one.one.iri, one.other.iri} for one in group)]
        groups = [group for group in groups if group not in touched]
        groups.append([*(one for group in touched for one in group), change])
    return groups


def _finding(kind: str, who: str, changes: list[_Change], words: Wording) -> Finding:
    targets = sorted(
        {one.iri: one for change in changes for one in (change.one, change.other)}.values(), key=_order
    )
    subject = f"{words.name(targets[0].series.indicator)}, {words.name(targets[0].series.area)}"
    said = joined(
        f"{amount(target.value, target.series.unit)} by {words.period(target.due)} "
        f"({words.source(target.source, target.published)})"
        for target in targets
    )
    hows = "; ".join(dict.fromkeys(change.how for change in changes))
    return Finding(
        kind=kind,
        severity=max((change.severity for change in changes), key=SEVERITIES.index),
        about=tuple(sorted(target.iri for target in targets)),
        sentence=f"Target of {words.name(who)} for {subject}: {said}: {hows}.",
    )


def _order(target: TargetRecord) -> tuple[object, ...]:
    return target.published or date.max, target.due, target.value, target.iri
