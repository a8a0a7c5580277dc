"""The names that the graph knows, for the reader: one query each for entities and for tenures."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from policygraph.rdf import Literal, NamedNode
from policygraph.reader.names.entries import Entry, Tenure
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.names.homes import Home
from policygraph.store.contract import ReadStore

__all__ = ["gazetteer_of"]

_ENTITIES = """
SELECT ?thing ?kind ?name ?main ?acronym ?sort ?body ?local WHERE {
  VALUES (?class ?kind) {
    (foaf:Person "person") (org:FormalOrganization "body") (org:Post "post") (pg:Initiative "initiative")
  }
  ?thing a ?class ; skos:prefLabel ?main .
  { ?thing skos:prefLabel ?name } UNION { ?thing skos:altLabel ?name }
  OPTIONAL { ?thing pg:acronym ?acronym }
  OPTIONAL { ?thing org:classification|pg:initiativeKind ?sort }
  OPTIONAL { ?thing org:postIn ?body }
  OPTIONAL { ?thing pg:localName ?local }
} ORDER BY ?thing ?name ?local
"""
_HOME = """
SELECT ?code ?name WHERE {
  ?dataset a dcat:Dataset ; pg:country ?place . ?place pg:code ?code ; skos:prefLabel|skos:altLabel ?name .
} ORDER BY ?name
"""
_TENURES = """
SELECT ?person ?post ?start ?end ?seen WHERE {
  ?tenure a pg:Tenure ; org:member ?person ; pg:post ?post .
  OPTIONAL { ?tenure pg:start ?start }
  OPTIONAL { ?tenure pg:end ?end }
  OPTIONAL { ?tenure pg:attestedFrom|pg:attestedUntil ?seen }
} ORDER BY ?tenure ?seen
"""


def gazetteer_of(store: ReadStore) -> Gazetteer:
    """People, bodies, posts and initiatives of the graph with their names, and who held which post when."""
    names: dict[str, list[str]] = defaultdict(list)
    local: dict[str, dict[str, None]] = defaultdict(dict)
    about: dict[str, tuple[str, str | None, str, str | None]] = {}
    for thing, kind, name, main, acronym, sort, body, here in store.select(_ENTITIES):
        iri = _text(thing)
        for one in (_text(main), _text(name), _text(acronym)):
            if one and one not in names[iri]:
                names[iri].append(one)
        if here is not None:
            local[iri][_text(here)] = None
        about.setdefault(iri, (_text(kind), _text(acronym) or None, _code(sort), _text(body) or None))
    entries = [
        Entry(kind, iri, tuple(names[iri]), short, sort, body, tuple(local[iri]))
        for iri, (kind, short, sort, body) in about.items()
    ]
    return Gazetteer.of(entries, _tenures(store), _home(store))


def _home(store: ReadStore) -> Home:
    rows = [(_text(code), _text(name)) for code, name in store.select(_HOME)]
    return Home(rows[0][0], tuple(dict.fromkeys(name for _, name in rows))) if rows else Home()


def _tenures(store: ReadStore) -> list[Tenure]:
    seen: dict[tuple[str, str, date | None, date | None], set[date]] = defaultdict(set)
    for person, post, start, end, day in store.select(_TENURES):
        key = (_text(person), _text(post), _day(start), _day(end))
        seen[key] |= {found for found in [_day(day)] if found}
    return [Tenure(*key, tuple(sorted(days))) for key, days in seen.items()]


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _code(term: object) -> str:
    return _text(term).rpartition("/")[2]


def _day(term: object) -> date | None:
    return date.fromisoformat(term.value[:10]) if isinstance(term, Literal) else None
