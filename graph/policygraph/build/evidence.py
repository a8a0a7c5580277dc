"""Sources and passages: the nodes that evidence graphs are named after."""

from __future__ import annotations

import hashlib

from policygraph.build.context import Context, Stated
from policygraph.build.dataset import Node
from policygraph.curated.pack import BriefArticle
from policygraph.model.base import Span
from policygraph.model.facts import Figure
from policygraph.model.sources import Source
from policygraph.rdf import NamedNode
from policygraph.terms import (
    DCT,
    OA,
    PG,
    PROV,
    SCHEMA,
    SKOS,
    concept_iri,
    entity_iri,
    passage_iri,
    source_iri,
)

__all__ = ["add_briefs", "add_source", "quoted_from"]

_BRIEF_PUBLISHER = "policygraph"


def add_source(context: Context, name: str, source: Source) -> list[Stated]:
    """Describe a source and its passages; gives its facts with the graphs that state them."""
    node = _described(context, name, source.title, source.kind, source.publisher)
    node.iri_text(SCHEMA.url, source.url).text(DCT.language, source.language)
    if source.date:
        node.day(SCHEMA.datePublished, source.date.end)
    if source.text:
        node.text(SCHEMA.sha256, source.text.sha256).whole(PG.textLength, source.text.length)
    for span in sorted({span for fact in source.facts for span in _spans(fact)}):
        _add_passage(context, name, span)
    return [Stated(fact, name, context.graphs(name, fact)) for fact in source.facts]


def add_briefs(context: Context) -> None:
    """Describe the briefs and note, in the context, which fact each of their passages says again."""
    for name, brief in context.pack.briefs.items():
        _add_brief(context, name, brief)


def _add_brief(context: Context, name: str, brief: BriefArticle) -> None:
    node = _described(context, name, brief.head.title, "brief", _BRIEF_PUBLISHER)
    node.day(SCHEMA.datePublished, brief.head.date.end).text(DCT.language, "en")
    node.link(SCHEMA.isBasedOn, *map(source_iri, brief.head.sources))
    node.text(SCHEMA.sha256, hashlib.sha256(brief.text.encode()).hexdigest())
    node.whole(PG.textLength, len(brief.text))
    for fact in brief.head.facts:
        start = brief.text.index(fact.quote)
        passage = _add_passage(context, name, (start, start + len(fact.quote)), fact.quote)
        known = context.brief_passages.get((fact.source, fact.fact), ())
        if passage not in known:
            context.brief_passages[fact.source, fact.fact] = (*known, passage)


def _described(context: Context, name: str, title: str, kind: str, publisher: str) -> Node:
    node = context.registered(source_iri(name)).a(PG.Source)
    node.a(NamedNode(context.vocabulary.instance_class("source-kind", kind)))
    node.label(title).words(DCT.title, title).text(SKOS.notation, name)
    return node.link(PG.sourceKind, concept_iri("source-kind", kind)).text(SCHEMA.publisher, publisher)


def _add_passage(context: Context, source: str, span: Span, quote: str = "") -> NamedNode:
    """Offsets count Unicode code points of the text whose hash the source carries (Web Annotation, 4.2.5)."""
    start, end = span
    iri = passage_iri(source, start, end)
    node = (
        context.registered(iri)
        .a(PG.Passage, OA.SpecificResource)
        .label(f"{source}, characters {start} to {end}")
    )
    position = entity_iri("selector", f"{source}-{start}-{end}")
    node.link(OA.hasSource, source_iri(source)).link(OA.hasSelector, position)
    where = context.registered(position).a(OA.TextPositionSelector).whole(OA.start, start).whole(OA.end, end)
    where.label(f"Characters {start} to {end}")
    if quote:
        exact = entity_iri("selector", f"{source}-{start}-{end}-quote")
        node.link(OA.hasSelector, exact)
        context.registered(exact).a(OA.TextQuoteSelector).text(OA.exact, quote).label(f"\u201c{quote}\u201d")
    return iri


def quoted_from(node: Node, graphs: tuple[NamedNode, ...]) -> None:
    """Point from a fact's node to where it is stated, so that a plain Turtle export keeps its evidence."""
    node.link(PROV.wasQuotedFrom, *graphs)


def _spans(fact: object) -> list[Span]:
    spans = [getattr(fact, "at", None)]
    if isinstance(fact, Figure) and fact.growth:
        spans.append(fact.growth.at)
    return [span for span in spans if span]
