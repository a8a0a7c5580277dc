"""The tables of people, bodies, posts, places and initiatives, with their tenures and steps."""

from __future__ import annotations

from typing import Final

from policygraph.export.audit_tables import SUPPORT
from policygraph.export.columns import code, date, path, ref, table, text
from policygraph.export.shared_columns import DATE, LOCAL_NAMES, NAMES, NOTE, WIKIDATA
from policygraph.terms import DCT, FOAF, ORG, PG, SCHEMA, SKOS

__all__ = ["ENTITIES"]

ENTITIES: Final = (
    table("people", "id/person", FOAF.Person, "People").having(
        text("honorific", PG.honorific),
        NAMES,
        WIKIDATA,
    ),
    table(
        "bodies", "id/body", ORG.FormalOrganization, "Bodies: ministries, boards, companies, associations"
    ).having(
        text("acronym", PG.acronym),
        code("kind", ORG.classification),
        ref("parents", "bodies", ORG.subOrganizationOf, many=True),
        text("established", PG.established),
        text("url", SCHEMA.url),
        NAMES,
        LOCAL_NAMES,
        WIKIDATA,
    ),
    table("posts", "id/post", ORG.Post, "Posts in bodies").having(
        ref("body", "bodies", ORG.postIn),
        ref("acts_for", "posts", PG.actsFor),
        NAMES,
        LOCAL_NAMES,
        text("note", SKOS.note),
    ),
    table("places", "id/place", SCHEMA.Place, "Countries, provinces, cities").having(
        text("code", PG.code),
        ref("within", "places", PG.within),
        NAMES,
        WIKIDATA,
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
        NOTE,
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
        NAMES,
    ),
    table("steps", "id/step", PG.Step, "Events in the life of initiatives").having(
        ref("initiative", "initiatives", PG.initiative),
        code("stage", PG.stage),
        code("modality", PG.modality),
        *DATE,
        path("actors", PG.actor, many=True),
        ref("place", "places", DCT.spatial),
        text("stated", PG.stated),
        NOTE,
        *SUPPORT,
    ),
)
"""Who and what there is, with what happened to them."""
