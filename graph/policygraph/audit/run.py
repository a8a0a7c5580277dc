"""The whole audit: family by family, and what each source and statement goes back to.

1. What is found in a family follows from the family (see `families`). So it can be taken from a memo of
   earlier audits: after a change, only the families that it touched are checked.
2. One family is at hand at a time. Beyond the facts and what is found, an audit of many figures needs no
   more memory than one of few.
3. Findings of one kind about the same nodes are one finding: the gravest, then the first in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Protocol

from policygraph.audit.families import BODIES, FIGURES, INITIATIVES, PEOPLE, RANKS, families
from policygraph.audit.growths.growths import growth_findings, verdicts
from policygraph.audit.lives.bodies import body_findings
from policygraph.audit.lives.initiatives import initiative_findings
from policygraph.audit.lives.people import people_findings
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Audit, Derived, Finding, Found, Verdict
from policygraph.audit.rivals.ranks import check_ranks
from policygraph.audit.rivals.rivals import check_rivals
from policygraph.audit.rivals.slipped import explained, slipped, with_consequences, without
from policygraph.audit.rivals.targets import check_targets
from policygraph.audit.series.levels import levels
from policygraph.audit.sources.origins import origins
from policygraph.audit.sources.support import said_together, support
from policygraph.audit.totals.derived import derived_levels
from policygraph.audit.totals.totals import check_totals
from policygraph.severities import SEVERITIES

__all__ = ["Memo", "audit", "check_figures", "found_in"]


class Memo(Protocol):
    """What earlier audits found, by the digest of the family."""

    def get(self, digest: str) -> Found | None:
        """What was found in this very family; None where that is not known."""
        ...

    def put(self, digest: str, found: Found) -> None:
        """Keep what was found in it."""
        ...


def audit(facts: Facts, memo: Memo | None = None) -> Audit:
    """Everything that the checks find; the order of the records changes nothing, nor does what `memo` knows.

    >>> audit(Facts()).findings
    ()
    """
    findings: list[Finding] = []
    judged: list[Verdict] = []
    derived: list[Derived] = []
    for found in found_in(facts, memo):
        findings += found.findings
        judged += found.verdicts
        derived += found.derived
    sources = origins(facts.sources, said_together(facts))
    return Audit(
        findings=_distinct(findings),
        verdicts=tuple(sorted(judged, key=lambda one: one.rate)),
        derived=tuple(sorted(derived, key=_derived_order)),
        origins=tuple(sources.items()),
        support=tuple((iri, *counts) for iri, counts in support(facts, sources).items()),
    )


def found_in(facts: Facts, memo: Memo | None = None) -> Iterator[Found]:
    """What the checks find, family by family; what `memo` knows is not looked for again."""
    for family in families(facts):
        digest = "" if memo is None else family.digest
        found = None if memo is None else memo.get(digest)
        if found is None:
            found = _CHECKS[family.checks](family.facts)
            if memo is not None:
                memo.put(digest, found)
        yield found


def check_figures(facts: Facts) -> Found:
    """What the checks of figures find in those that are asked about."""
    stated = levels(facts)
    slips = slipped(facts.own(stated))
    sure = without(facts, slips)
    reckoned = levels(sure) if slips else stated
    derived = derived_levels(sure, reckoned)
    judged = verdicts(sure, derived)
    causes = explained(facts, judged, slips)
    findings = (
        *growth_findings(sure, [one for one in judged if one.rate not in causes]),
        *(with_consequences(one, causes) for one in check_rivals(facts, stated)),
        *check_totals(sure, reckoned),
        *check_targets(facts),
    )
    return Found(findings, tuple(judged), tuple(derived))


def _alone(check: Callable[[Facts], list[Finding]]) -> Callable[[Facts], Found]:
    return lambda facts: Found(tuple(check(facts)))


_CHECKS: Final[Mapping[str, Callable[[Facts], Found]]] = {
    FIGURES: check_figures,
    PEOPLE: _alone(people_findings),
    INITIATIVES: _alone(initiative_findings),
    BODIES: _alone(body_findings),
    RANKS: _alone(check_ranks),
}


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
