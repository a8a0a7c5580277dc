"""Stated rates recomputed against every base: a verdict on each, and findings on those that misfit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from policygraph.audit.growths.bases import Pair, defined
from policygraph.audit.growths.doubt import Doubt
from policygraph.audit.growths.growth_words import place, reading_sum, sentence, stated, sum_line
from policygraph.audit.growths.judging import Judgement, judge
from policygraph.audit.growths.readings import reading
from policygraph.audit.numbers.intervals import Interval
from policygraph.audit.records.counted import Rate
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Base, Derived, Finding, Verdict
from policygraph.audit.series.ledger import Ledger, sound
from policygraph.audit.series.levels import series_of
from policygraph.audit.wording import Wording
from policygraph.severities import SEVERITIES

__all__ = ["growth_findings", "verdicts"]

_SHOWN, _NAMED = 40, 8
"""At most so many bases are listed with a verdict, and named by a finding."""
_REVISED = 3
"""A base is seldom revised by more than so many per cent."""
_EXCUSED = frozenset({"other-base", "other-level", "rounded-inputs", "truncated"})
"""Readings by which the rate is right, or as right as its rounding."""
_TOLD = frozenset({"inconsistent", "one-vintage", "not-computable"})
"""Verdicts that give a finding."""


class _Graded(NamedTuple):
    rate: Rate
    verdict: Verdict
    severity: str


def verdicts(facts: Facts, derived: Iterable[Derived] = ()) -> list[Verdict]:
    """What recomputing each stated rate gives, sorted by its IRI; the order of the facts changes nothing.

    `derived` are levels that nobody states: they can speak for a rate, never against one.

    >>> verdicts(Facts())
    []
    """
    ledger, words = Ledger(facts, derived), Wording(facts)
    judged = [judge(ledger, rate) for rate in sorted(facts.own(facts.rates), key=lambda one: one.iri)]
    doubt = Doubt(judged)
    return [_verdict(ledger, words, doubt, one) for one in judged]


def growth_findings(facts: Facts, verdicts: Iterable[Verdict]) -> list[Finding]:
    """The findings that verdicts give, sorted.

    1. Inconsistent: major; minor where the editors doubt the rate or its level, it is a forecast, its source
       does not say what it counts, it is off by less than half of what rounding leaves open, or another
       stated base or level, noughts or cutting explain it.
    2. One vintage: for the record; minor where it does not fit the base of its own source, or there is none
       and the bases are further apart than a revision.
    3. Not computable: minor.
    4. One rate of one series and period, printed by several sources, is one claim: where the verdicts on it
       and the readings are the same, they are one finding. It is as grave as the gravest of them, and tells
       the first that is. A further source may add to a finding, or set one of its rates apart from the
       others; it leaves none of them without a finding.

    >>> growth_findings(Facts(), [])
    []
    """
    rates = {rate.iri: rate for rate in facts.rates}
    doubted = {one.iri for one in facts.observations if one.doubt}
    doubted.update(rate.iri for rate in facts.rates if rate.doubt)
    claims: dict[tuple[object, ...], list[_Graded]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.code in _TOLD:
            rate = rates[verdict.rate]
            severity = _severity(verdict, rate, doubted)
            claims[_claim(rate), verdict.code, verdict.fits].append(_Graded(rate, verdict, severity))
    words = Wording(facts)
    found = [_finding(graded, words) for graded in claims.values()]
    return sorted(found, key=lambda one: (one.key, one.sentence))


def _claim(rate: Rate) -> tuple[object, ...]:
    """What is claimed, whoever claims it."""
    time = rate.period, rate.kind, rate.basis, rate.base_period
    size = rate.rate, rate.step
    unlike = size if all(map(sound, size)) else tuple(map(str, size))  # a signalling NaN has no hash
    return series_of(rate.series), *time, unlike


def _finding(graded: list[_Graded], words: Wording) -> Finding:
    graded.sort(key=_order)
    rate, verdict, severity = graded[0]
    more = len({one.rate.source for one in graded} - {rate.source})
    outcome = verdict.sentence.removeprefix(stated(rate, words))
    return Finding(
        kind=f"growth-{verdict.code}",
        severity=severity,
        about=tuple(sorted({iri for one in graded for iri in _about(one.verdict, one.rate)})),
        sentence=stated(rate, words, more) + outcome,
        arithmetic=verdict.arithmetic,
        fits=verdict.fits,
    )


def _order(one: _Graded) -> tuple[int, date, str]:
    """The gravest first, then the earliest published."""
    return -SEVERITIES.index(one.severity), one.rate.published or date.max, one.rate.iri


def _verdict(ledger: Ledger, words: Wording, doubt: Doubt, judgement: Judgement) -> Verdict:
    found = reading(ledger, judgement, doubt.sure(judgement)) if judgement.code == "inconsistent" else None
    said = [sentence(judgement, words)]
    if found:
        said.append(found.tell(words))
    if judgement.code == "inconsistent" and (not found or found.code not in _EXCUSED):
        said += doubt.about(judgement, words)
    pairs = (*judgement.hits, *judgement.misses, *(pair for pair in judgement.silent if pair.growth))
    sums = [_sum(pair, judgement) for pair in _shown(judgement)]
    return Verdict(
        rate=judgement.rate.iri,
        code=judgement.code,
        arithmetic="; ".join(
            dict.fromkeys(line for line in (*sums, reading_sum(found, judgement) if found else "") if line)
        ),
        sentence=" ".join(said),
        bases=tuple(_base(pair) for pair in pairs if pair.base.iri)[:_SHOWN],
        fits=found.code if found else "",
    )


def _shown(judgement: Judgement) -> Iterator[Pair]:
    """The pairs whose sums are shown: one that fits and the nearest that does not, or a vague one."""
    if judgement.hits:
        yield judgement.hits[0]
    if judgement.misses:
        yield judgement.misses[0]
    elif not judgement.hits:
        yield from (pair for pair in judgement.silent[:1] if pair.growth)


def _sum(pair: Pair, judgement: Judgement) -> str:
    if pair.growth is None:
        return ""
    return sum_line(pair.level, pair.base, pair.growth, judgement.stated, judgement.rate.rate)


def _base(pair: Pair) -> Base:
    growth = pair.growth or Interval(None, None)
    low, high = place(growth.low_ratio), place(growth.high_ratio, up=True)
    return Base(pair.base.iri, f"{pair.base.value:f} {pair.base.series.unit}", low, high, pair.fits)


def _severity(verdict: Verdict, rate: Rate, doubted: set[str]) -> str:
    if verdict.code == "one-vintage":
        return "info" if _settled(verdict.bases, rate) else "minor"
    excused = verdict.code == "not-computable" or verdict.fits in _EXCUSED or not defined(rate.series)
    if excused or rate.status == "forecast" or not doubted.isdisjoint({rate.iri, rate.figure}):
        return "minor"
    return "minor" if any(_near(base, rate) for base in verdict.bases) else "major"


def _settled(bases: Sequence[Base], rate: Rate) -> bool:
    """Whether its own source's base fits or, with none, the rates that the bases allow are alike."""
    own = [base.fits for base in bases if base.iri == rate.base_figure]
    if own:
        return all(own)
    ends = [end for base in bases for end in (base.low, base.high) if end is not None]
    return max(ends) - min(ends) <= _REVISED * (1 + abs(rate.rate) / 100)


def _near(base: Base, rate: Rate) -> bool:
    """Whether the rate is off by less than half the width of what the levels allow."""
    if base.low is None or base.high is None or not sound(rate.step):
        return False
    off = max(base.low - rate.rate, rate.rate - base.high) - abs(rate.step) / 2
    return off <= (base.high - base.low) / 2


def _about(verdict: Verdict, rate: Rate) -> tuple[str, ...]:
    """The rate, its level and the bases that the sentence names."""
    bases = (base.iri for base in verdict.bases[:_NAMED])
    return (rate.iri, *(iri for iri in (rate.figure,) if iri), *bases)
