"""Attributions, relations and rankings: who says what of whom."""

from __future__ import annotations

from policygraph.build.context import Context, Stated
from policygraph.build.dataset import Node
from policygraph.build.events import dated
from policygraph.build.evidence import quoted_from
from policygraph.model.facts import Attribution, Figure, Ranking, Relation
from policygraph.rdf import NamedNode
from policygraph.terms import DCT, ORG, PG, QUOTES_GRAPH, RDF, SCHEMA, entity_iri, source_iri

__all__ = ["FigureIndex", "add_attribution", "add_ranking", "add_relation"]

FigureIndex = dict[tuple[str, str], NamedNode]
"""(source, fact id) -> the observation that the fact made."""


def add_attribution(context: Context, stated: Stated, claim: Attribution, figures: FigureIndex) -> None:
    """A credits B with C: a claim of A's; the source speaks for itself where it names no claimant.

    A figure belongs to its source, and so does a claim about it: two papers that report one such claim
    make two nodes, each with its own figure.
    """
    figure = figures.get((stated.source, claim.effect)) if claim.effect else None
    slug = f"{claim.id}_{stated.source}" if figure else claim.id
    node = context.evidence(stated, entity_iri("attribution", slug)).a(PG.Attribution, SCHEMA.Claim)
    own_voice = None if claim.claimant or claim.claimant_note else source_iri(stated.source)
    node.link(PG.claimant, context.entity(claim.claimant) or own_voice)
    node.link(PG.cause, context.entity(claim.cause), context.concept("target-group", claim.cause_group))
    if claim.effect:
        node.link(PG.effect, figure or context.entity(claim.effect))
    dated(node, claim.date)
    _add_words(context, stated, claim, node)
    node.editors.words(PG.note, claim.note)
    node.link(PG.source, source_iri(stated.source))
    quoted_from(node, stated.graphs)


def _add_words(context: Context, stated: Stated, claim: Attribution, node: Node) -> None:
    """Words that may be those of a text of the user's are quotes of it, and so is a label made of them."""
    noted = claim.claimant_note or claim.cause_note or claim.effect_note
    quotes = noted and stated.source in context.pack.texts
    words = context.dataset.node(node.iri, (QUOTES_GRAPH,)) if quotes else node
    words.words(PG.claimantNote, claim.claimant_note)
    words.words(PG.causeNote, claim.cause_note).words(PG.effectNote, claim.effect_note)
    (words if quotes else node.editors).label(_claim_words(context, stated, claim))


def _claim_words(context: Context, stated: Stated, claim: Attribution) -> str:
    who = context.name(claim.claimant) if claim.claimant else claim.claimant_note or "The source itself"
    cause = context.name(claim.cause) if claim.cause else claim.cause_note or str(claim.cause_group)
    return f"{who} credits {cause} with {_effect_words(context, stated, claim)}"


def _effect_words(context: Context, stated: Stated, claim: Attribution) -> str:
    fact = context.pack.fact(stated.source, claim.effect) if claim.effect else None
    if isinstance(fact, Figure):
        period = context.pack.calendar.label(fact.period)
        return f"{context.pack.indicators[fact.indicator].name}, {period}"
    return context.name(claim.effect) if claim.effect else claim.effect_note


def add_relation(context: Context, stated: Stated, relation: Relation) -> None:
    """A direct statement, and a dated one beside it where the source dates it."""
    subject, object_ = context.entity(relation.subject), context.entity(relation.object)
    if subject is None or object_ is None:
        return
    predicate = PG[relation.relation]
    node = context.evidence(stated, subject).link(predicate, object_)
    if relation.relation == "partOf":
        bodies = context.kind(relation.subject) == context.kind(relation.object) == "body"
        node.link(ORG.subOrganizationOf if bodies else DCT.isPartOf, object_)
    if relation.date is None:
        return
    statement = context.evidence(stated, entity_iri("relation", relation.id))
    statement.a(PG.DatedRelation, RDF.Statement)
    statement.link(RDF.subject, subject).link(RDF.predicate, predicate).link(RDF.object, object_)
    dated(statement, relation.date)
    words = context.vocabulary.label(predicate.value)
    ends = context.short(relation.subject), context.short(relation.object)
    statement.editors.label(f"{ends[0]} {words} {ends[1]}, {relation.date}").words(PG.note, relation.note)
    statement.link(PG.source, source_iri(stated.source))
    quoted_from(statement, stated.graphs)


def add_ranking(context: Context, stated: Stated, ranking: Ranking) -> None:
    """A place in a list, with who drew it up."""
    node = context.evidence(stated, entity_iri("ranking", ranking.id)).a(PG.Ranking)
    node.editors.label(f"{context.name(ranking.subject)}: {ranking.rank} in {ranking.list} ({ranking.year})")
    node.link(PG.subject, context.entity(ranking.subject)).words(PG.list, ranking.list)
    node.whole(PG.rank, ranking.rank).link(PG.ranker, context.entity(ranking.ranker))
    node.words(PG.rankerNote, ranking.ranker_note).year(PG.year, ranking.year.start.year)
    node.link(PG.source, source_iri(stated.source)).editors.words(PG.note, ranking.note)
    quoted_from(node, stated.graphs)
