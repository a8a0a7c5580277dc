"""What a thing is, beyond its name: other names to search by, and the particulars of its entry."""

from __future__ import annotations

from typing import Final

from policygraph.rdf import NamedNode
from policygraph.terms import DCAT, DCT, FOAF, ORG, OWL, PG, SCHEMA, SKOS
from policygraph.view.snapshot import Snapshot
from policygraph.view.wording import day_words, stated_words

__all__ = ["dataset_of", "describe", "other_names"]

_WORDED: Final[tuple[tuple[str, NamedNode], ...]] = (
    ("Kind", ORG.classification),
    ("Kind", PG.initiativeKind),
    ("Instrument", PG.instrument),
    ("Meant for", DCT.audience),
    ("Led by", PG.leadBody),
    ("Where", DCT.spatial),
    ("Within", PG.within),
    ("Broader", SKOS.broader),
)
_PLAIN: Final[tuple[tuple[str, NamedNode], ...]] = (
    ("Honorific", PG.honorific),
    ("Acronym", PG.acronym),
    ("Code", PG.code),
    ("Instrument in words", PG.instrumentNote),
    ("Web", SCHEMA.url),
    ("Publisher", SCHEMA.publisher),
    ("Language", DCT.language),
    ("Definition", SKOS.definition),
    ("Note", SKOS.note),
    ("Editors’ note", PG.note),
)


def other_names(see: Snapshot, iri: str, label: str) -> list[str]:
    """Aliases, acronyms and names in other languages."""
    called = (SKOS.prefLabel, SKOS.altLabel, PG.localName, PG.acronym, FOAF.name)
    names = [name for naming in called for name in see.values(iri, naming)]
    return [name for name in dict.fromkeys(names) if name != label]


def describe(see: Snapshot, iri: str) -> list[tuple[str, str]]:
    """Particulars as pairs of name and words."""
    rows = [
        (name, ", ".join(see.label(value) for value in see.values(iri, predicate)))
        for name, predicate in _WORDED
    ]
    rows += [(name, "; ".join(see.values(iri, predicate))) for name, predicate in _PLAIN]
    rows.append(("Established", ", ".join(map(stated_words, see.values(iri, PG.established)))))
    rows.append(("Published", day_words(see.value(iri, SCHEMA.datePublished))))
    rows.append(("Status", _status(see, iri)))
    return [(name, words) for name, words in rows if words]


def _status(see: Snapshot, iri: str) -> str:
    status = see.words(iri, PG.status)
    since = day_words(see.value(iri, PG.statusSince))
    known = f"{status} since {since}" if since else status
    return f"{known} (worked out from its steps)" if status else ""


def dataset_of(see: Snapshot) -> tuple[str, str, str, str]:
    """Title, description, licence and version of the dataset, each empty where it does not say."""
    iri = next((iri for iri in see.of_class(DCAT.Dataset) if see.value(iri, DCT["title"])), "")
    terms = (DCT["title"], DCT.description, DCT.license, OWL.versionInfo)
    title, description, licence, version = (see.value(iri, term) for term in terms)
    return title, description, licence, version
