"""The tables that the CSV, JSON and Neo4j exports share: which there are, and what their columns hold."""

from __future__ import annotations

from typing import Final

from policygraph.export.audit_tables import DERIVED, FINDINGS, SUPPORT, VERDICT
from policygraph.export.columns import (
    LABEL,
    Table,
    code,
    date,
    number,
    path,
    ref,
    table,
    text,
    texts,
    whole,
    year,
)
from policygraph.terms import (
    DCT,
    FOAF,
    ORG,
    PG,
    RDF,
    SCHEMA,
    SDMX_ATTRIBUTE,
    SDMX_DIMENSION,
    SDMX_MEASURE,
    SKOS,
)

__all__ = ["RELATIONS", "TABLES"]

_NAMES: Final = texts("names", SKOS.altLabel)
_LOCAL_NAMES: Final = texts("local_names", PG.localName)
_NOTE: Final = text("note", PG.note)
"""What the editors say of a fact."""
_WIKIDATA: Final = path("same_as", SKOS.exactMatch)
_SOURCE: Final = ref("source", "sources", PG.source)
_SOURCES: Final = ref("sources", "sources", PG.source, many=True)
"""Several sources may state one fact; a figure belongs to the one that prints it."""
_DATE: Final = (
    date("date", PG.date),
    date("date_end", PG.dateEnd),
    text("date_stated", PG.dateStated),
)

_OBSERVED: Final = (
    code("indicator", PG.indicator),
    code("definition", PG.definition),
    text("definition_note", PG.definitionNote),
    ref("area", "places", SDMX_DIMENSION.refArea),
    date("period_start", SDMX_DIMENSION.refPeriod, PG.start),
    date("period_end", SDMX_DIMENSION.refPeriod, PG.end),
    code("period_kind", PG.periodKind),
    text("period_label", PG.periodLabel),
    text("printed", PG.printed),
    text("recorded", PG.recorded),
    number("rounding_step", PG.roundingStep),
    code("unit", SDMX_ATTRIBUTE.unitMeasure),
    code("status", SDMX_ATTRIBUTE.obsStatus),
    path("claimant", PG.claimant),
    text("claimant_note", PG.claimantNote),
    text("condition", PG.condition),
    text("doubt", PG.doubt),
    _SOURCE,
    texts("ledger_ids", PG.ledgerId),
    whole("preference_rank", PG.preferenceRank),
    _NOTE,
    *SUPPORT,
)
"""What figures and growths have in common."""


TABLES: Final = (
    table("people", "id/person", FOAF.Person, "People").having(
        text("honorific", PG.honorific),
        _NAMES,
        _WIKIDATA,
    ),
    table(
        "bodies", "id/body", ORG.FormalOrganization, "Bodies: ministries, boards, companies, associations"
    ).having(
        text("acronym", PG.acronym),
        code("kind", ORG.classification),
        ref("parents", "bodies", ORG.subOrganizationOf, many=True),
        text("established", PG.established),
        text("url", SCHEMA.url),
        _NAMES,
        _LOCAL_NAMES,
        _WIKIDATA,
    ),
    table("posts", "id/post", ORG.Post, "Posts in bodies").having(
        ref("body", "bodies", ORG.postIn),
        ref("acts_for", "posts", PG.actsFor),
        _NAMES,
        _LOCAL_NAMES,
        text("note", SKOS.note),
    ),
    table("places", "id/place", SCHEMA.Place, "Countries, provinces, cities").having(
        text("code", PG.code),
        ref("within", "places", PG.within),
        _NAMES,
        _WIKIDATA,
    ),
    table("tenures", "id/tenure", PG.Tenure, "Who held which post when, or was seen in it").having(
        ref("person", "people", ORG.member),
        ref("post", "posts", PG.post),
        ref("body", "bodies", ORG.organization),
        code("capacity", PG.capacity),
        date("start", PG.start),
        text("start_stated", PG.startStated),
        date("end", PG.end),
        text("end_stated", PG.endStated),
        date("attested_from", PG.attestedFrom),
        date("attested_until", PG.attestedUntil),
        _NOTE,
        *SUPPORT,
    ),
    table(
        "initiatives", "id/initiative", PG.Initiative, "Policies, laws, programmes, funds and other measures"
    ).having(
        code("kind", PG.initiativeKind),
        ref("lead_body", "bodies", PG.leadBody),
        code("instruments", PG.instrument, many=True),
        text("instrument_note", PG.instrumentNote),
        code("audience", DCT.audience, many=True),
        ref("places", "places", DCT.spatial, many=True),
        code("status", PG.status),
        date("status_since", PG.statusSince),
        _NAMES,
    ),
    table("steps", "id/step", PG.Step, "Events in the life of initiatives").having(
        ref("initiative", "initiatives", PG.initiative),
        code("stage", PG.stage),
        code("modality", PG.modality),
        *_DATE,
        path("actors", PG.actor, many=True),
        ref("place", "places", DCT.spatial),
        text("stated", PG.stated),
        _NOTE,
        *SUPPORT,
    ),
    table("figures", "id/figure", PG.Figure, "Levels of indicators, as sources print them").having(
        number("value", SDMX_MEASURE.obsValue),
        code("bound", PG.bound),
        *_OBSERVED,
    ),
    table("growths", "id/growth", PG.Growth, "Rates of change, as sources print them").having(
        number("rate", PG.rate),
        code("basis", PG.basis),
        date("base_start", PG.basePeriod, PG.start),
        date("base_end", PG.basePeriod, PG.end),
        ref("growth_of", "figures", PG.growthOf),
        ref("base_figure", "figures", PG.baseFigure),
        *_OBSERVED,
        *VERDICT,
    ),
    table("targets", "id/target", PG.Target, "Commitments to a value by a time").having(
        path("agent", PG.agent),
        text("agent_note", PG.agentNote),
        code("indicator", PG.indicator),
        code("definition", PG.definition),
        text("definition_note", PG.definitionNote),
        ref("area", "places", SDMX_DIMENSION.refArea),
        date("due_start", PG.due, PG.start),
        date("due_end", PG.due, PG.end),
        code("period_kind", PG.periodKind),
        text("due_label", PG.dueLabel),
        number("value", PG.targetValue),
        code("unit", SDMX_ATTRIBUTE.unitMeasure),
        number("rounding_step", PG.roundingStep),
        texts("printed", PG.printed),
        texts("recorded", PG.recorded),
        code("bound", PG.bound),
        ref("initiative", "initiatives", PG.initiative),
        _SOURCES,
        text("ledger_id", PG.ledgerId),
        _NOTE,
        *SUPPORT,
    ),
    table("amounts", "id/amount", PG.Amount, "Sums of money that belong to initiatives").having(
        ref("initiative", "initiatives", PG.initiative),
        code("role", PG.role),
        number("value", PG.amountValue),
        code("unit", SDMX_ATTRIBUTE.unitMeasure),
        texts("printed", PG.printed),
        texts("recorded", PG.recorded),
        number("rounding_step", PG.roundingStep),
        _SOURCES,
        _NOTE,
        *SUPPORT,
    ),
    table(
        "attributions",
        "id/attribution",
        PG.Attribution,
        "Claims that something is to be credited for something",
    ).having(
        path("claimant", PG.claimant),
        text("claimant_note", PG.claimantNote),
        path("cause", PG.cause),
        text("cause_note", PG.causeNote),
        path("effect", PG.effect),
        text("effect_note", PG.effectNote),
        *_DATE,
        _SOURCES,
        _NOTE,
        *SUPPORT,
    ),
    table("rankings", "id/ranking", PG.Ranking, "Places in lists").having(
        path("subject", PG.subject),
        text("list", PG.list),
        whole("rank", PG["rank"]),
        path("ranker", PG.ranker),
        text("ranker_note", PG.rankerNote),
        year("year", PG.year),
        _SOURCES,
        _NOTE,
        *SUPPORT,
    ),
    FINDINGS,
    DERIVED,
    table("sources", "source", PG.Source, "Documents, as they are cited").having(
        text("title", DCT.title),
        text("publisher", SCHEMA.publisher),
        date("date", SCHEMA.datePublished),
        text("url", SCHEMA.url),
        code("kind", PG.sourceKind),
        text("language", DCT.language),
        text("sha256", SCHEMA.sha256),
        whole("text_length", PG.textLength),
        ref("based_on", "sources", SCHEMA.isBasedOn, many=True),
        ref("origin", "sources", PG.origin),
    ),
    table("concepts", "concept", SKOS.Concept, "Codes: indicators, definitions, kinds, stages, units").having(
        code("scheme", SKOS.inScheme),
        path("broader", SKOS.broader, many=True),
        path("definition_of", PG.definitionOf),
        text("description", SKOS.definition),
        whole("order", PG.order),
        text("lifecycle", PG.lifecycle),
        whole("preference", PG.preference),
        code("usual_unit", PG.usualUnit),
        whole("shift_months", PG.shiftMonths),
        _NAMES,
    ),
)
"""The tables that hold one class each, entities before what is stated of them."""

RELATIONS: Final = Table("relations", "", RDF.Statement, "Relations between entities", (LABEL,)).having(
    path("subject", RDF.subject),
    code("relation", RDF.predicate),
    path("object", RDF.object),
    texts("dates", PG.dateStated),
)
"""The direct relations; `id` names subject, relation and object."""
