"""The tables that the CSV, JSON and Neo4j exports share: which there are, and what their columns hold."""

from __future__ import annotations

from typing import Final

from policygraph.export.audit_tables import DERIVED, FINDINGS
from policygraph.export.columns import LABEL, Table, code, date, path, ref, table, text, texts, whole
from policygraph.export.entity_tables import ENTITIES
from policygraph.export.shared_columns import NAMES
from policygraph.export.stated_tables import STATED
from policygraph.terms import DCT, PG, RDF, SCHEMA, SKOS

__all__ = ["RELATIONS", "TABLES"]

TABLES: Final = (
    *ENTITIES,
    *STATED,
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
        NAMES,
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
