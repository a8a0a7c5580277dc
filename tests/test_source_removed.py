"""Taking a source out of a pack takes out what only it said, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from policygraph.build.pipeline import dataset_of
from policygraph.curated.load import load_pack
from policygraph.curated.pack import LoadedPack
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.paths import data_dir
from policygraph.rdf import DefaultGraph, Quad, Term
from policygraph.terms import OA, PG, PROV, RDF, REGISTRY_GRAPH, TIME, source_iri

PACK = Path(__file__).parent / "packs" / "ruritania"
DEFAULT = DefaultGraph()
DERIVED = (PG.status, PG.statusSince, PROV.wasDerivedFrom)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


@pytest.mark.parametrize("name", [path.stem for path in sorted((PACK / "sources").glob("*.yaml"))])
def test_a_source_of_the_second_pack(vocabulary: Vocabulary, name: str) -> None:
    pack = load_pack(PACK)
    before = dataset_of(pack, vocabulary)
    _take_out(pack, name)
    after = set(dataset_of(pack, vocabulary))
    gone = _graphs_of(before, name)
    left = {
        quad
        for quad in before
        if quad.graph_name not in gone and not isinstance(quad.graph_name, DefaultGraph)
    }
    said = {quad.triple for quad in left}
    expected = left | {Quad(one.subject, one.predicate, one.object, DEFAULT) for one in said}
    assert _without_the_derived(after) == _without_the_derived(_reachable(expected, name))


def test_a_shipped_source(vocabulary: Vocabulary) -> None:
    pack = load_pack(data_dir())
    name = next(
        name
        for name, source in sorted(pack.sources.items())
        if len(source.facts) > 3 and not any(name in brief.head.sources for brief in pack.briefs.values())
    )
    before = dataset_of(pack, vocabulary)
    _take_out(pack, name)
    after = set(dataset_of(pack, vocabulary))
    gone = _graphs_of(before, name)
    removed = {quad for quad in before if quad not in after}
    assert {quad for quad in before if quad.graph_name in gone} <= removed
    other = {quad.triple for quad in before if quad.graph_name not in gone and quad.graph_name != DEFAULT}
    lost = {quad.triple for quad in _without_the_derived(removed) if quad.graph_name == DEFAULT}
    # what else goes is the registry's description of the source itself, and of periods only it used
    described = {quad.triple for quad in removed if quad.graph_name == REGISTRY_GRAPH}
    assert lost & other <= described
    assert _without_the_derived(after - set(before)) == set()


def _take_out(pack: LoadedPack, name: str) -> None:
    """As if the source's file were not there, nor its id in the registry."""
    del pack.sources[name]
    for part in ("people", "bodies", "initiatives"):
        entries = getattr(pack, part)
        for slug, entry in entries.items():
            kept = tuple(source for source in entry.sources if source != name)
            entries[slug] = entry.model_copy(update={"sources": kept})


def _graphs_of(quads: list[Quad], name: str) -> set[Term]:
    source = source_iri(name)
    passages = {quad.subject for quad in quads if quad.predicate == OA.hasSource and quad.object == source}
    return {source, *passages}


def _reachable(quads: set[Quad], name: str) -> set[Quad]:
    """Without what the registry says of the source, its passages, its own facts and unused periods."""
    gone = _graphs_of(list(quads), name)
    selectors = {quad.object for quad in quads if quad.subject in gone and quad.predicate == OA.hasSelector}
    kept = {quad for quad in quads if quad.subject not in gone | selectors}
    # what the project adds to a fact goes with the last source that states the fact, and so its class
    typed = {quad.subject for quad in kept if quad.predicate == RDF.type}
    kept = {quad for quad in kept if quad.subject in typed or "/id/" not in str(quad.subject)}
    for kind in (TIME.ProperInterval, TIME.Instant):
        nodes = {quad.subject for quad in kept if quad.predicate == RDF.type and quad.object == kind}
        used = {quad.object for quad in kept}
        kept = {quad for quad in kept if quad.subject not in nodes - used}
    return kept


def _without_the_derived(quads: set[Quad]) -> set[Quad]:
    return {quad for quad in quads if quad.predicate not in DERIVED}
