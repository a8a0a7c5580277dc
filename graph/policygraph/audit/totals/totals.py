"""Totals: running totals against months, halves against quarters, a shorter period against a longer one.

1. Only what is counted over whole months is added up: no stock (kind `point`), no share in per cent, no
   forecast, nothing that the editors doubt.
2. All within one indicator, area, definition and unit. Where sources name no definition, a finding is at most
   worth a look.
3. A sum is wrong where no combination of the values stated for its periods fits (`fitting`); it is graver the
   further it is off: up to a hundredth of the whole, revisions that nobody stated may explain it. Where some
   combination fits and another does not, that is for information: publications of unlike age.
4. All wrong sums of one whole are one finding. Sums of a whole that is right by another way of adding it up
   are for information: another sum names the fault.
5. A shorter period is greater than a longer one with the same start or end: wrong for what is never negative;
   for information where other values stated for the two would do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.series.levels import Level, by_series, levels
from policygraph.audit.totals.fitting import FITS, Fit, Reach, fitted, hull, reach, surely, total
from policygraph.audit.totals.parts import check_parts
from policygraph.audit.totals.placing import check_placing
from policygraph.audit.totals.sums import Known, Sum
from policygraph.audit.wording import Wording, amount, joined, span
from policygraph.periods import Period
from policygraph.severities import SEVERITIES

__all__ = ["check_totals", "countable"]

_REVISED = Fraction(1, 100)
_LARGE = Fraction(5, 100)
_SHOWN = 2

Stated = dict[Period, list[Level]]
Reaches = dict[Period, Reach]


@dataclass(frozen=True, slots=True)
class _Tried:
    """A sum and what came of it."""

    sum: Sum
    fit: Fit


def check_totals(facts: Facts, found: Sequence[Level] | None = None) -> list[Finding]:
    """Sums over periods and over parts that do not come out, and periods that cannot be placed.

    `found` are the levels of these facts, for a caller that has gathered them already.

    >>> check_totals(Facts())
    []
    """
    found, words = levels(facts) if found is None else found, Wording(facts)
    over_time = [
        finding
        for _, same in by_series(filter(countable, facts.own(found))).items()
        for finding in _series_findings(same, words)
    ]
    return [*over_time, *check_parts(facts, found), *check_placing(facts, words)]


def countable(level: Level) -> bool:
    """Whether a level is one that can be added up."""
    return not (level.point or level.doubt or level.series.unit == "percent")


def _series_findings(same: Sequence[Level], words: Wording) -> Iterator[Finding]:
    stated: Stated = defaultdict(list)
    for level in same:
        stated[level.period].append(level)
    known, reaches = Known(stated), {period: reach(options) for period, options in stated.items()}
    for whole in known.periods:
        tried = [_tried(way, stated, reaches) for way in known.ways(whole)]
        wrong = [one for one in tried if one.fit.wrong]
        if wrong:
            yield _mismatch(wrong, any(one.fit.fits for one in tried), stated, words)
    if all(level.value >= 0 for level in same):
        yield from _exceeding(known, stated, reaches, words)


def _tried(way: Sum, stated: Stated, reaches: Reaches) -> _Tried:
    if surely(reaches[way.whole], [reaches[part] for part in way.parts]):
        return _Tried(way, FITS)
    return _Tried(way, fitted(stated[way.whole], [stated[part] for part in way.parts]))


def _mismatch(wrong: list[_Tried], backed: bool, stated: Stated, words: Wording) -> Finding:
    wrong.sort(key=lambda one: (len(one.sum.parts), one.sum))
    periods = {period for one in wrong for period in (one.sum.whole, *one.sum.parts)}
    about = {iri for period in periods for level in stated[period] for iri in level.iris}
    whole = stated[wrong[0].sum.whole]
    severity = max((_severity(one, whole) for one in wrong), key=SEVERITIES.index)
    told = "; ".join(_told(one, stated, words) for one in wrong[:_SHOWN])
    return Finding(
        kind="total-mismatch",
        severity="info" if backed else severity,
        about=tuple(sorted(about)),
        sentence=f"{words.subject(whole[0].series, wrong[0].sum.whole)}: {told}.",
        arithmetic="; ".join(_sum_text(one, stated, words) for one in wrong[:_SHOWN]),
    )


def _severity(one: _Tried, whole: Sequence[Level]) -> str:
    least = min(abs(level.value) for level in whole)
    if one.fit.fits or abs(one.fit.gap) <= _REVISED * Fraction(least):
        return "info"
    return (
        "minor"
        if whole[0].series.definition is None or abs(one.fit.gap) <= _LARGE * Fraction(least)
        else "major"
    )


def _told(one: _Tried, stated: Stated, words: Wording) -> str:
    whole = stated[one.sum.whole][0]
    if one.fit.fits:
        way = f"{' + '.join(map(words.period, one.sum.parts))} = {words.period(one.sum.whole)}"
        if not one.fit.lone:
            return f"{way} comes out with some of the values stated, not with all"
        lone = joined(f"{words.period(level.period)} {_stated_text(level, words)}" for level in one.fit.lone)
        return f"{way} comes out with other values stated, not with {lone}"
    values = [level.value for level in stated[one.sum.whole]]
    size = amount(abs(one.fit.gap), whole.series.unit, values)
    way = "more" if one.fit.gap > 0 else "less"
    given = joined(_stated_text(level, words, [*values, one.fit.gap]) for level in stated[one.sum.whole])
    return f"{_periods(one.sum, words)} make at least {size} {way} than the {given} given for it"


def _periods(one: Sum, words: Wording) -> str:
    shown = [words.period(part) for part in one.parts]
    return joined(shown if len(shown) <= 4 else [*shown[:1], f"the {len(shown) - 1} months after it"])


def _stated_text(level: Level, words: Wording, beside: Iterable[Decimal | Fraction] = ()) -> str:
    return f"{amount(level.value, level.series.unit, beside)} ({words.said(level.figures)})"


def _sum_text(one: _Tried, stated: Stated, words: Wording) -> str:
    def of(period: Period) -> str:
        values = " or ".join(f"{level.value:,f}" for level in stated[period])
        return f"{values} ({words.period(period)})"

    made = total([hull(stated[part]) for part in one.sum.parts])
    return f"{' + '.join(of(part) for part in one.sum.parts)} = {span(made)}, stated: {of(one.sum.whole)}"


def _exceeding(known: Known, stated: Stated, reaches: Reaches, words: Wording) -> Iterator[Finding]:
    """Longer periods that are less than a shorter one within them (5.)."""
    wrong: dict[Period, set[Period]] = defaultdict(set)
    for whole, part in known.nested():
        if reaches[part][0] > reaches[whole][1]:
            wrong[whole].add(part)
    for longer, shorter in sorted(wrong.items()):
        yield _exceeded(stated[longer], [stated[period] for period in sorted(shorter)], words)


def _exceeded(whole: list[Level], parts: list[list[Level]], words: Wording) -> Finding:
    most = max(level.ends[1] for level in whole)
    sure = any(min(level.ends[0] for level in part) > most for part in parts)
    severity = "minor" if whole[0].series.definition is None else "major"
    greater = [level for part in parts for level in part]
    values = [level.value for level in (*whole, *greater)]
    shown = joined(
        f"{words.period(one.period)} {_stated_text(one, words, values)}" for one in greater[:_SHOWN]
    )
    given = joined(_stated_text(level, words, values) for level in whole)
    return Finding(
        kind="part-exceeds-whole",
        severity=severity if sure else "info",
        about=tuple(sorted({iri for level in (*whole, *greater) for iri in level.iris})),
        sentence=f"{words.subject(whole[0].series, whole[0].period)}: {given}, and within it {shown}.",
        arithmetic=f"{max(level.value for level in greater):,f} > {min(level.value for level in whole):,f}",
    )
