"""JSON-LD 1.1, compacted by the project's own context: every subject one object, sorted by IRI.

The context stands in the document, so that no reader fetches anything.
"""

from __future__ import annotations

import json
from typing import Any

from policygraph.export.jsonld_context import Context, JsonTerm
from policygraph.export.known import Known, Properties
from policygraph.paths import ontology_dir
from policygraph.rdf import BlankNode, Literal, NamedNode, Term
from policygraph.store.contract import ReadStore
from policygraph.terms import RDF, XSD

__all__ = ["compacted", "jsonld_file"]


def jsonld_file(store: ReadStore) -> bytes:
    """The default graph as one JSON-LD document."""
    text = (ontology_dir() / "context.jsonld").read_text(encoding="utf-8")
    document = compacted(Known(store), json.loads(text)["@context"])
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def compacted(known: Known, definitions: dict[str, Any]) -> dict[str, Any]:
    """The document: the context, and an object for each subject."""
    context = Context(definitions)
    objects = [_object(context, subject, properties) for subject, properties in known.subjects.items()]
    return {"@context": definitions, context.keyword("@graph"): objects}


def _object(context: Context, subject: Term, properties: Properties) -> dict[str, Any]:
    written: dict[str, Any] = {context.keyword("@id"): _node(context, subject)}
    classes = properties.get(RDF.type.value, [])
    names = [context.type_name(cls.value) for cls in classes if isinstance(cls, NamedNode)]
    if names:
        written[context.keyword("@type")] = names if len(names) > 1 else names[0]
    entries: dict[str, Any] = {}
    for predicate, values in properties.items():
        for value in values:
            if predicate != RDF.type.value or not isinstance(value, NamedNode):
                _add(context, entries, context.term(predicate, value), value)
    return written | {key: entries[key] for key in sorted(entries)}


def _add(context: Context, entries: dict[str, Any], term: JsonTerm, value: Term) -> None:
    if term.language_map and isinstance(value, Literal) and value.language:
        _append(entries.setdefault(term.key, {}), value.language, value.value)
    else:
        _append(entries, term.key, _value(context, term, value))


def _append(target: dict[str, Any], key: str, value: Any) -> None:
    """One value stands alone, several stand in a list."""
    if key not in target:
        target[key] = value
    elif isinstance(target[key], list):
        target[key].append(value)
    else:
        target[key] = [target[key], value]


def _value(context: Context, term: JsonTerm, value: Term) -> Any:
    plain = term.fits(value)
    if isinstance(value, NamedNode | BlankNode):
        return _node(context, value) if plain else {"@id": _node(context, value)}
    if not isinstance(value, Literal):
        raise TypeError(f"JSON-LD 1.1 has no quoted triples: {value}")
    if plain:
        return _native(value)
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype == XSD.string:
        return {"@value": value.value}
    return {"@value": value.value, "@type": context.type_name(value.datatype.value)}


def _native(value: Literal) -> str | int:
    """Whole numbers as JSON numbers; decimals stay text, because a reader would make doubles of them."""
    if (
        value.datatype == XSD.integer
        and str(int(value.value)) == value.value
        and abs(int(value.value)) < 2**53
    ):
        return int(value.value)
    return value.value


def _node(context: Context, node: Term) -> str:
    return (
        f"_:{node.value}" if isinstance(node, BlankNode) else context.short(str(getattr(node, "value", node)))
    )
