"""Columns that several tables of an export have."""

from __future__ import annotations

from typing import Final

from policygraph.export.columns import date, path, ref, text, texts
from policygraph.terms import PG, SKOS

__all__ = ["DATE", "LOCAL_NAMES", "NAMES", "NOTE", "SOURCE", "SOURCES", "WIKIDATA"]

NAMES: Final = texts("names", SKOS.altLabel)
LOCAL_NAMES: Final = texts("local_names", PG.localName)
NOTE: Final = text("note", PG.note)
"""What the editors say of a fact."""
WIKIDATA: Final = path("same_as", SKOS.exactMatch)
SOURCE: Final = ref("source", "sources", PG.source)
SOURCES: Final = ref("sources", "sources", PG.source, many=True)
"""Several sources may state one fact; a figure belongs to the one that prints it."""
DATE: Final = (
    date("date", PG.date),
    date("date_end", PG.dateEnd),
    text("date_stated", PG.dateStated),
)
