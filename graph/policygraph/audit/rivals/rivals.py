"""Rival values: one indicator, area and time, and numbers that are not the same.

1. Values are compared two by two within one indicator, area and time; `rival_kinds` says why two differ.
2. All pairs that differ for one kind of reason are one finding, so that an editor sees a disagreement once.
   Scope and units are told once for the time; the other kinds once for each definition.
3. A pair is judged by its own two values: a further source may add figures to a finding, or explain it better
   (as the value of another period), but leaves none of its figures unmentioned.
4. Where one time has more values than anybody states, each is compared with those next to it in size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.rivals.rival_changes import Rivalry
from policygraph.audit.rivals.rival_kinds import ALL, BOTH, rivalry
from policygraph.audit.series.levels import Level, levels
from policygraph.audit.series.neighbours import Neighbours
from policygraph.audit.wording import Wording, amount, joined
from policygraph.severities import SEVERITIES

__all__ = ["check_rivals"]

_NEXT, _PAIRS = 12, 600
"""With how many of the next greater values each is compared, and how many pairs are enough for one time."""
_SHOWN = 3
"""How many reasons and sums a finding spells out."""
_WHOLE_TIME = ("rival-scope", "currency-not-comparable")


@dataclass(frozen=True, slots=True)
class _Pair:
    one: Level
    other: Level
    why: Rivalry


def check_rivals(facts: Facts, found: Sequence[Level] | None = None) -> list[Finding]:
    """Where the values stated for one indicator, area and time differ, and why.

    `found` are the levels of these facts, for a caller that has gathered them already.

    >>> check_rivals(Facts())
    []
    """
    found, words = levels(facts) if found is None else found, Wording(facts)
    known = Neighbours(found, facts.broader, facts.wholes)
    return [finding for same in _times(facts.own(found)) for finding in _findings(same, known, words)]


def _times(found: Iterable[Level]) -> Iterator[list[Level]]:
    """The levels of each indicator, area and time that has more than one."""
    times: dict[tuple[object, ...], list[Level]] = defaultdict(list)
    for level in found:
        times[level.series.indicator, level.series.area, level.period, level.point].append(level)
    return (same for same in times.values() if len(same) > 1)


def _findings(same: list[Level], known: Neighbours, words: Wording) -> Iterator[Finding]:
    kinds: dict[tuple[str, str], list[_Pair]] = defaultdict(list)
    for pair in _pairs(same, known, words):
        definition = "" if pair.why.kind in _WHOLE_TIME else pair.one.series.definition or ""
        kinds[pair.why.kind, definition].append(pair)
    for _, pairs in sorted(kinds.items(), key=lambda item: item[0]):
        yield _finding(pairs, words)


def _pairs(same: list[Level], known: Neighbours, words: Wording) -> Iterator[_Pair]:
    ordered = sorted(same, key=lambda level: (level.value, level.place))
    reach = 1 + min(_NEXT, max(1, _PAIRS // len(same)))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + reach]:
            if why := rivalry(one, other, known, words):
                yield _Pair(one, other, why)


def _finding(pairs: list[_Pair], words: Wording) -> Finding:
    by_place = {id(level): level for pair in pairs for level in (pair.one, pair.other)}
    stated = sorted(by_place.values(), key=lambda level: level.place)
    gravest = max(pairs, key=lambda pair: SEVERITIES.index(pair.why.severity)).why.severity
    fits = {pair.why.fits for pair in pairs}
    told = {level.series.definition for level in stated}
    values = joined(_value(level, words, len(told) > 1, stated) for level in stated)
    reasons = [_of_all(pair.why.reason) if len(stated) > 2 else pair.why.reason for pair in pairs]
    subject = words.subject(stated[0].series, stated[0].period)
    return Finding(
        kind=pairs[0].why.kind,
        severity=gravest,
        about=tuple(sorted({iri for level in stated for iri in level.iris})),
        sentence=f"{subject}: {values}. {_listed(reasons)}.",
        arithmetic=_listed([pair.why.arithmetic for pair in pairs if pair.why.arithmetic]),
        fits=fits.pop() if len(fits) == 1 else "",
    )


def _of_all(reason: str) -> str:
    return ALL if reason == BOTH else reason


def _value(level: Level, words: Wording, what: bool, beside: Sequence[Level]) -> str:
    values = [one.value for one in beside if one.series.unit == level.series.unit]
    bound = f"{level.bound.replace('-', ' ')} " if level.bound else ""
    counted = f" [{words.name(level.series.definition)}]" if what and level.series.definition else ""
    return f"{bound}{amount(level.value, level.series.unit, values)}{counted} ({words.said(level.figures)})"


def _listed(texts: list[str]) -> str:
    """The first few different ones, as one sentence without its stop."""
    different = list(dict.fromkeys(texts))
    shown = "; ".join(different[:_SHOWN])
    more = f"; {len(different) - _SHOWN} more" if len(different) > _SHOWN else ""
    return shown[:1].upper() + shown[1:] + more
