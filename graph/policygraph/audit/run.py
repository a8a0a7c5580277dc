"""The whole audit, and the same again after a change without doing all of it anew.

1. Figures are checked by family: the indicators that the scheme joins (one is broader than the other, or
   their definitions are parts of one whole), in one area. No check of figures looks beyond a family.
2. People, initiatives, bodies and rankings are few beside figures, and two of one name may stand anywhere:
   they are checked together, anew whenever one of them has changed.
3. Findings of one kind about the same nodes are one finding: the gravest, then the first in order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from policygraph.audit.bodies import body_findings
from policygraph.audit.derived import derived_levels
from policygraph.audit.families import Families, same_surroundings
from policygraph.audit.findings import SEVERITIES, Audit, Derived, Finding, Verdict
from policygraph.audit.growths import growth_findings, verdicts
from policygraph.audit.initiatives import initiative_findings
from policygraph.audit.levels import levels
from policygraph.audit.origins import origins
from policygraph.audit.people import people_findings
from policygraph.audit.ranks import check_ranks
from policygraph.audit.records import Facts
from policygraph.audit.rivals import check_rivals
from policygraph.audit.support import statement_keys, support
from policygraph.audit.targets import check_targets
from policygraph.audit.totals import check_totals

__all__ = ["LIFE_KINDS", "audit", "updated"]

LIFE_KINDS = frozenset(
    {
        "act-out-of-office",
        "amounts-differ",
        "body-cycle",
        "launched-twice",
        "rank-conflict",
        "same-name",
        "status-backwards",
        "tenure-gap",
        "tenure-overlap",
    }
)
"""Kinds of findings that no figure takes part in (2.)."""


@dataclass(frozen=True)
class _Figures:
    """What the checks of figures found, in any order."""

    findings: tuple[Finding, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    derived: tuple[Derived, ...] = ()


def audit(facts: Facts) -> Audit:
    """Everything that the checks find; the order of the records changes nothing.

    >>> audit(Facts()).findings
    ()
    """
    return _assembled(facts, _figures(facts), _lives(facts))


def updated(old: Audit, before: Facts, after: Facts) -> Audit:
    """What `audit(after)` gives, from what `audit(before)` gave: only families that changed are checked."""
    families = Families(before, after)
    touched = families.touched()
    if not same_surroundings(families.without(before, touched), before, after):
        return audit(after)
    kept = _Figures(
        tuple(
            one
            for one in old.findings
            if one.kind not in LIFE_KINDS and families.of(one.about) not in touched
        ),
        tuple(one for one in old.verdicts if families.of((one.rate,)) not in touched),
        tuple(one for one in old.derived if families.of_series(one.series) not in touched),
    )
    fresh = _figures(families.only(after, touched)) if touched else _Figures()
    lives = _lives(after) if _lives_differ(before, after) else _life_findings(old)
    return _assembled(after, _joined(kept, fresh), lives)


def _figures(facts: Facts) -> _Figures:
    stated = levels(facts)
    derived = derived_levels(facts, stated)
    judged = verdicts(facts, derived)
    findings = (
        *growth_findings(facts, judged),
        *check_rivals(facts, stated),
        *check_totals(facts, stated),
        *check_targets(facts),
    )
    return _Figures(findings, tuple(judged), tuple(derived))


def _lives(facts: Facts) -> list[Finding]:
    return [
        *people_findings(facts),
        *initiative_findings(facts),
        *body_findings(facts),
        *check_ranks(facts),
    ]


def _assembled(facts: Facts, figures: _Figures, lives: Iterable[Finding]) -> Audit:
    keys = statement_keys(facts)
    stated: dict[str, set[object]] = {}
    for iri, sources in facts.stated_in.items():
        for source in sources:
            stated.setdefault(source, set()).add(keys[iri])
    found = origins(facts.sources, stated)
    return Audit(
        findings=_distinct([*figures.findings, *lives]),
        verdicts=tuple(sorted(figures.verdicts, key=lambda one: one.rate)),
        derived=tuple(sorted(figures.derived, key=_derived_order)),
        origins=tuple(found.items()),
        support=tuple((iri, *counts) for iri, counts in support(facts, found, keys).items()),
    )


def _distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    found: dict[tuple[str, tuple[str, ...]], Finding] = {}
    for one in sorted(findings, key=_order):
        found.setdefault(one.key, one)
    return tuple(found.values())


def _order(finding: Finding) -> tuple[object, ...]:
    gravity = -SEVERITIES.index(finding.severity)
    return (*finding.key, gravity, finding.sentence, finding.arithmetic, finding.fits)


def _derived_order(one: Derived) -> tuple[object, ...]:
    series = one.series
    what = (series.indicator, series.area, series.definition or "", series.unit)
    return (*what, one.period, one.kind, one.sources, one.low, one.high, one.equation)


def _joined(one: _Figures, other: _Figures) -> _Figures:
    return _Figures(
        (*one.findings, *other.findings),
        (*one.verdicts, *other.verdicts),
        (*one.derived, *other.derived),
    )


def _life_findings(old: Audit) -> list[Finding]:
    return [one for one in old.findings if one.kind in LIFE_KINDS]


def _lives_differ(before: Facts, after: Facts) -> bool:
    """Whether anything but figures differs, as far as that matters to the other checks."""
    return _without_figures(before) != _without_figures(after)


def _without_figures(facts: Facts) -> Facts:
    return replace(facts, observations=(), rates=(), targets=(), stated_in={})
