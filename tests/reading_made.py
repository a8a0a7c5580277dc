"""Readings of made-up texts, for the tests of the reader's parts."""

from __future__ import annotations

from policygraph.reader.document import Document
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.read import read
from policygraph.reader.reading import Reading

__all__ = ["deeds", "measures", "reading_of"]


def reading_of(text: str, gazetteer: Gazetteer | None = None) -> Reading:
    """What is read from a text without a date."""
    return read(Document("made", text), gazetteer)


def measures(text: str) -> list[str]:
    """The longest mention of each measure."""
    return [one.mentions[0] for one in reading_of(text).initiatives]


def deeds(text: str) -> list[tuple[str, str, str, str]]:
    """Actor, action, object and status of each action."""
    return [(one.actor, one.action, one.object, one.status) for one in reading_of(text).actions]
