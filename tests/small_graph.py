"""A small dataset of an invented country, in memory: `samples/small.trig` and its default graph."""

from __future__ import annotations

from pathlib import Path

from policygraph.rdf import DefaultGraph, Quad, parse_file
from policygraph.store.embedded import EmbeddedStore

SAMPLE = Path(__file__).parent / "samples" / "small.trig"
ID = "https://w3id.org/policygraph/id/"
CONCEPT = "https://w3id.org/policygraph/concept/"
SOURCE = "https://w3id.org/policygraph/source/"


def small_store(*more: Quad) -> EmbeddedStore:
    """Every statement in its named graphs and once in the default graph."""
    named = [*parse_file(SAMPLE), *more]
    known = (Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in named)
    return EmbeddedStore.of([*named, *known])
