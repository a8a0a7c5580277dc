"""What an audit says, as statements: of findings, of stated rates, of derived figures, of support.

A caller puts them in the audit graph and in the default graph. Who reads only one of the two still has all:
nothing here rests on a node that another graph describes, save the nodes that sources state.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from policygraph.audit.graph.nodes import code
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Audit, Derived, Finding, Verdict
from policygraph.periods import FiscalCalendar, Period
from policygraph.quantities import plain
from policygraph.rdf import Literal, NamedNode, Triple
from policygraph.terms import (
    BASE,
    PG,
    PROV,
    RDF,
    SCHEMA,
    SDMX_ATTRIBUTE,
    SDMX_DIMENSION,
    SKOS,
    TIME,
    XSD,
    concept_iri,
    entity_iri,
)

__all__ = ["finding_iri", "statements"]

_REVIEWED: Final = "growth-inconsistent"
"""The one kind that reviews a claim's arithmetic, and so is a schema:ClaimReview."""
_VERDICT: Final = "inconsistent"
_PROJECT: Final = NamedNode(BASE)
_NAME: Final = "policygraph"
_DIGITS: Final = 8
_RATE: Final = entity_iri("growth", "x").value.removesuffix("x")


def statements(audit: Audit, facts: Facts) -> Iterator[Triple]:
    """All statements of an audit of these facts, in no particular order; some more than once."""
    for finding in audit.findings:
        yield from _finding(finding, facts)
    for verdict in audit.verdicts:
        yield from _verdict(verdict)
    calendar = FiscalCalendar(facts.fiscal_start)
    for derived in audit.derived:
        yield from _derived(derived, facts, calendar)
    for source, origin in audit.origins:
        if source != origin:
            yield Triple(NamedNode(source), PG.origin, NamedNode(origin))
    for iri, sources, origins in audit.support:
        yield Triple(NamedNode(iri), PG.sourceCount, _whole(sources))
        yield Triple(NamedNode(iri), PG.originCount, _whole(origins))


def finding_iri(finding: Finding) -> NamedNode:
    """The IRI of a finding: its kind, what it is about first of all, and a hash of all where there is more.

    >>> finding_iri(Finding("body-cycle", "major", ("urn:x/a",), "")).value
    'https://w3id.org/policygraph/id/finding/body-cycle_a'
    """
    slug = f"{finding.kind}_{code(_subject(finding))}" if finding.about else finding.kind
    return entity_iri("finding", slug if len(finding.about) == 1 else f"{slug}_{_hash(*finding.about)}")


def _subject(finding: Finding) -> str:
    """What a finding is about first of all: the rate, where it sets a rate beside levels."""
    return next((iri for iri in finding.about if _RATE in iri), finding.about[0])


def _hash(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:_DIGITS]


def _finding(finding: Finding, facts: Facts) -> Iterator[Triple]:
    node = finding_iri(finding)
    yield Triple(node, RDF.type, PG.Finding)
    yield Triple(node, SKOS.prefLabel, _words(_title(finding, facts)))
    yield Triple(node, PG.findingKind, concept_iri("finding-kind", finding.kind))
    yield Triple(node, PG.severity, concept_iri("severity", finding.severity))
    yield Triple(node, PG.sentence, _words(finding.sentence))
    yield from _links(node, PG.about, finding.about)
    yield from _links(node, PROV.wasDerivedFrom, finding.about)
    yield from _shown(node, finding.arithmetic, finding.fits)
    if finding.kind == _REVIEWED:
        yield from _review(node, finding, facts)


def _title(finding: Finding, facts: Facts) -> str:
    kind = concept_iri("finding-kind", finding.kind).value
    words = facts.names.get(kind) or finding.kind.replace("-", " ")
    title = words[:1].upper() + words[1:]
    return f"{title}: {_name(facts, _subject(finding))}" if finding.about else title


def _review(node: NamedNode, finding: Finding, facts: Facts) -> Iterator[Triple]:
    """Schema.org's ClaimReview, which knows no other kind of review; its date would be the clock's."""
    rates = {rate.iri: rate.label for rate in facts.rates if rate.iri in finding.about}
    for iri, label in sorted(rates.items()):
        yield Triple(node, SCHEMA.itemReviewed, NamedNode(iri))
        yield Triple(node, SCHEMA.claimReviewed, Literal(label))
    yield Triple(node, RDF.type, SCHEMA.ClaimReview)
    yield Triple(node, SCHEMA.reviewRating, concept_iri("verdict", _VERDICT))
    yield Triple(node, SCHEMA.author, _PROJECT)
    yield Triple(_PROJECT, RDF.type, SCHEMA.Organization)
    yield Triple(_PROJECT, SCHEMA.name, Literal(_NAME))
    yield Triple(_PROJECT, SKOS.prefLabel, _words(_NAME))


def _verdict(verdict: Verdict) -> Iterator[Triple]:
    node = NamedNode(verdict.rate)
    yield Triple(node, PG.verdict, concept_iri("verdict", verdict.code))
    yield Triple(node, PG.sentence, _words(verdict.sentence))
    yield from _shown(node, verdict.arithmetic, verdict.fits)
    bases = [base for base in verdict.bases if base.iri]
    yield from _links(node, PG.checkedAgainst, (base.iri for base in bases))
    yield from _links(node, PG.fitsWith, (base.iri for base in bases if base.fits))


def _derived(derived: Derived, facts: Facts, calendar: FiscalCalendar) -> Iterator[Triple]:
    series, period = derived.series, derived.period
    told_apart = _hash(series.definition or "", series.unit, derived.kind)
    what = f"{code(series.indicator)}_{code(series.area)}_{period.slug}_{told_apart}"
    node, time = entity_iri("derived", what), entity_iri("period", period.slug)
    subject = f"{_name(facts, series.indicator)}, {_name(facts, series.area)}, {calendar.label(period)}"
    yield Triple(node, RDF.type, PG.DerivedFigure)
    yield Triple(node, SKOS.prefLabel, _words(f"{subject}: derived"))
    yield Triple(node, PG.indicator, NamedNode(series.indicator))
    if series.definition:
        yield Triple(node, PG.definition, NamedNode(series.definition))
    yield Triple(node, SDMX_DIMENSION.refArea, NamedNode(series.area))
    yield Triple(node, SDMX_DIMENSION.refPeriod, time)
    yield Triple(node, PG.periodKind, concept_iri("period-kind", derived.kind))
    yield Triple(node, PG.periodLabel, Literal(calendar.label(period)))
    yield Triple(node, SDMX_ATTRIBUTE.unitMeasure, concept_iri("unit", series.unit))
    yield Triple(node, PG.low, _decimal(derived.low))
    yield Triple(node, PG.high, _decimal(derived.high))
    yield from _links(node, PROV.wasDerivedFrom, derived.sources)
    yield from _shown(node, derived.equation, "")
    yield from _period(time, period, calendar)


def _period(node: NamedNode, period: Period, calendar: FiscalCalendar) -> Iterator[Triple]:
    """A period that, it may be, no source speaks of."""
    yield Triple(node, RDF.type, TIME.ProperInterval)
    yield Triple(node, SKOS.prefLabel, _words(calendar.label(period)))
    ends = ((PG.start, TIME.hasBeginning, period.start), (PG.end, TIME.hasEnd, period.end))
    for plainly, as_instant, day in ends:
        date = Literal(day.isoformat(), datatype=XSD.date)
        instant = entity_iri("instant", day.isoformat())
        yield Triple(node, plainly, date)
        yield Triple(node, as_instant, instant)
        yield Triple(instant, RDF.type, TIME.Instant)
        yield Triple(instant, SKOS.prefLabel, _words(day.isoformat()))
        yield Triple(instant, TIME.inXSDDate, date)


def _shown(node: NamedNode, arithmetic: str, reading: str) -> Iterator[Triple]:
    if arithmetic:
        yield Triple(node, PG.arithmetic, Literal(arithmetic))
    if reading:
        yield Triple(node, PG.reading, concept_iri("reading", reading))


def _links(node: NamedNode, predicate: NamedNode, values: Iterable[str]) -> Iterator[Triple]:
    for value in values:
        yield Triple(node, predicate, NamedNode(value))


def _name(facts: Facts, iri: str) -> str:
    return facts.names.get(iri) or code(iri) or iri


def _words(text: str) -> Literal:
    return Literal(text, language="en")


def _decimal(value: Decimal) -> Literal:
    return Literal(f"{plain(value):f}", datatype=XSD.decimal)


def _whole(count: int) -> Literal:
    return Literal(str(count), datatype=XSD.integer)
