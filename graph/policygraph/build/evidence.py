"""Sources and passages: the nodes that evidence graphs are named after."""

from __future__ import annotations

import hashlib
import re

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
    QUOTES_GRAPH,
    REGISTRY_GRAPH,
    SCHEMA,
    SKOS,
    concept_iri,
    entity_iri,
    passage_iri,
    source_iri,
)

__all__ = ["add_briefs", "add_source", "quoted_from"]

_BRIEF_PUBLISHER = "policygraph"
_NO_LITERAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add_source(context: Context, name: str, source: Source) -> list[Stated]:
    """Describe a source and its passages; gives its facts with the graphs that state them."""
    node = _described(context, name, source.title, source.kind, source.publisher)
    node.iri_text(SCHEMA.url, source.url).text(DCT.language, source.language)
    if source.date:
        node.day(SCHEMA.datePublished, source.date.end)
    if source.text:
        node.text(SCHEMA.sha256, source.text.sha256).whole(PG.textLength, source.text.length)
    text = context.pack.texts.get(name, "")
    for span in sorted({span for fact in source.facts for span in _spans(fact)}):
        passage = _add_passage(context, name, span)
        _add_quote(context, passage, name, span, text[slice(*span)], QUOTES_GRAPH)
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
        span = start, start + len(fact.quote)
        passage = _add_passage(context, name, span)
        _add_quote(context, passage, name, span, fact.quote, REGISTRY_GRAPH)
        known = context.brief_passages.get((fact.source, fact.fact), ())
        if passage not in known:
            context.brief_passages[fact.source, fact.fact] = (*known, passage)


def _described(context: Context, name: str, title: str, kind: str, publisher: str) -> Node:
    node = context.registered(source_iri(name)).a(PG.Source)
    node.a(NamedNode(context.vocabulary.instance_class("source-kind", kind)))
    node.label(title).words(DCT.title, title).text(SKOS.notation, name)
    return node.link(PG.sourceKind, concept_iri("source-kind", kind)).text(SCHEMA.publisher, publisher)


def _add_passage(context: Context, source: str, span: Span) -> NamedNode:
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
    return iri


def _add_quote(
    context: Context, passage: NamedNode, source: str, span: Span, quote: str, graph: NamedNode
) -> None:
    """The words themselves (Web Annotation, 4.2.4), where the text may be kept.

    One with a control character, which RDF/XML cannot hold, is known by its place alone.
    """
    if not quote or _NO_LITERAL.search(quote):
        return
    exact = entity_iri("selector", f"{source}-{span[0]}-{span[1]}-quote")
    context.dataset.node(passage, (graph,)).link(OA.hasSelector, exact)
    node = context.dataset.node(exact, (graph,)).a(OA.TextQuoteSelector)
    node.text(OA.exact, quote).label(f"\u201c{quote}\u201d")


def quoted_from(node: Node, graphs: tuple[NamedNode, ...]) -> None:
    """Point from a fact's node to where it is stated, so that a plain Turtle export keeps its evidence."""
    node.link(PROV.wasQuotedFrom, *graphs)


def _spans(fact: object) -> list[Span]:
    spans = [getattr(fact, "at", None)]
    if isinstance(fact, Figure) and fact.growth:
        spans.append(fact.growth.at)
    return [span for span in spans if span]
