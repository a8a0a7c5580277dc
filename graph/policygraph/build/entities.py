"""The registry as statements: who and what there is, and how it is called."""

from __future__ import annotations

from policygraph.build.context import Context
from policygraph.model.registry import Body, Indicator, Initiative, Person, Place, Post
from policygraph.rdf import NamedNode
from policygraph.terms import (
    DCAT,
    DCT,
    FOAF,
    ORG,
    OWL,
    PG,
    QB,
    SCHEMA,
    SKOS,
    concept_iri,
    entity_iri,
    scheme_iri,
)

__all__ = ["add_registry"]


def add_registry(context: Context) -> None:
    """Add the pack's description and every entry of its registry."""
    _add_description(context)
    for slug, person in context.pack.people.items():
        _add_person(context, slug, person)
    for slug, body in context.pack.bodies.items():
        _add_body(context, slug, body)
    for slug, post in context.pack.posts.items():
        _add_post(context, slug, post)
    for slug, place in context.pack.places.items():
        _add_place(context, slug, place)
    for slug, initiative in context.pack.initiatives.items():
        _add_initiative(context, slug, initiative)
    for slug, indicator in context.pack.indicators.items():
        _add_indicator(context, slug, indicator)
    _add_aliases(context)


def _add_aliases(context: Context) -> None:
    """Spellings that a person has accepted, as said by the sources that use them."""
    for part in type(context.pack.aliases).model_fields:
        for slug, names in getattr(context.pack.aliases, part).items():
            iri = context.entity(slug)
            for name, sources in names.items():
                if iri is not None:
                    context.registered(iri, sources).words(SKOS.altLabel, name)


def _add_description(context: Context) -> None:
    about = context.pack.about
    dataset = context.registered(entity_iri("dataset", about.id)).a(DCAT.Dataset).label(about.title)
    dataset.words(DCT.title, about.title).words(DCT.description, about.description)
    dataset.text(OWL.versionInfo, about.version).text(DCT.license, about.license).text(
        DCT.creator, about.creator
    )
    dataset.day(DCT.issued, about.issued.start).link(PG.country, context.entity(about.country.place))
    dataset.whole(PG.fiscalYearStart, about.country.fiscal_year.start_month)
    for name, label in (("figures", "Figures as stated"), ("growths", "Growth rates as stated")):
        part = context.registered(entity_iri("dataset", name)).a(QB.DataSet).label(label)
        part.link(DCT.isPartOf, dataset.iri).link(QB.structure, PG[f"{name}Structure"])


def _add_person(context: Context, slug: str, person: Person) -> None:
    node = context.registered(entity_iri("person", slug), person.sources)
    node.a(FOAF.Person, SCHEMA.Person).label(person.name, *person.names).text(PG.honorific, person.honorific)
    node.editors.text(SKOS.notation, slug).link(SKOS.exactMatch, _wikidata(person.wikidata))


def _add_body(context: Context, slug: str, body: Body) -> None:
    node = context.registered(entity_iri("body", slug), body.sources)
    node.a(ORG.FormalOrganization).label(body.name, *body.names).text(PG.acronym, body.acronym)
    node.editors.words(PG.localName, *body.local_names)
    node.editors.text(SKOS.notation, slug).link(ORG.classification, concept_iri("body-kind", body.kind))
    node.link(ORG.subOrganizationOf, context.entity(body.parent)).link(PG.partOf, context.entity(body.parent))
    node.text(PG.established, str(body.established) if body.established else "")
    node.iri_text(SCHEMA.url, body.url).editors.link(SKOS.exactMatch, _wikidata(body.wikidata))


def _add_post(context: Context, slug: str, post: Post) -> None:
    node = context.registered(entity_iri("post", slug)).a(ORG.Post).label(post.name, *post.names)
    node.link(ORG.postIn, context.entity(post.body)).link(PG.actsFor, context.entity(post.acting_for))
    node.words(PG.localName, *post.local_names).text(SKOS.notation, slug).words(SKOS.note, post.note)


def _add_place(context: Context, slug: str, place: Place) -> None:
    node = context.registered(entity_iri("place", slug)).a(SCHEMA.Place).label(place.name, *place.names)
    node.text(SKOS.notation, slug).text(PG.code, place.code).link(PG.within, context.entity(place.within))
    node.link(SKOS.exactMatch, _wikidata(place.wikidata))


def _add_initiative(context: Context, slug: str, initiative: Initiative) -> None:
    node = context.registered(entity_iri("initiative", slug), initiative.sources)
    node.a(PG.Initiative, NamedNode(context.vocabulary.instance_class("initiative-kind", initiative.kind)))
    node.label(initiative.name, *initiative.names).link(PG.leadBody, context.entity(initiative.lead))
    ours = node.editors.text(SKOS.notation, slug)
    ours.link(PG.initiativeKind, concept_iri("initiative-kind", initiative.kind))
    ours.link(PG.instrument, *(concept_iri("instrument", code) for code in initiative.instruments))
    ours.words(PG.instrumentNote, initiative.instrument_note)
    node.link(DCT.audience, *(concept_iri("target-group", code) for code in initiative.audience))
    node.link(DCT.spatial, *(context.entity(place) for place in initiative.places))


def _add_indicator(context: Context, slug: str, indicator: Indicator) -> None:
    iri = concept_iri("indicator", slug)
    node = context.registered(iri).a(SKOS.Concept).label(indicator.name, *indicator.names)
    node.link(SKOS.inScheme, scheme_iri("indicator")).text(SKOS.notation, slug)
    node.link(SKOS.broader, context.concept("indicator", indicator.broader))
    node.words(SKOS.definition, indicator.description).link(
        PG.usualUnit, context.unit(indicator.unit.split()[0])
    )
    for code, definition in indicator.definitions.items():
        part = context.registered(concept_iri("definition", f"{slug}.{code}")).a(SKOS.Concept)
        part.label(definition.name).text(SKOS.notation, f"{slug}.{code}").link(
            SKOS.inScheme, scheme_iri("definition")
        )
        part.words(SKOS.definition, definition.note or definition.name).link(PG.definitionOf, iri)
        part.whole(PG.preference, definition.preference)
        if definition.part_of:
            part.link(SKOS.broader, concept_iri("definition", definition.part_of))


def _wikidata(code: str) -> NamedNode | None:
    return NamedNode(f"http://www.wikidata.org/entity/{code}") if code else None
