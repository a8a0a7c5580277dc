"""What the tool works out never passes for what sources state: no other answer changes by the audit."""

from __future__ import annotations

import pytest

from policygraph.build.pipeline import dataset_of
from policygraph.curated.load import load_pack
from policygraph.graph import Graph
from policygraph.network.projection import ALL_KINDS, project
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.paths import data_dir
from policygraph.questions.catalog import names, question
from policygraph.rdf import DefaultGraph
from policygraph.store.embedded import EmbeddedStore
from policygraph.terms import AUDIT_GRAPH, PG, SDMX_MEASURE

OF_THE_AUDIT = {"audit", "verdicts"}
"""The questions that are about it."""


@pytest.fixture(scope="module")
def bare() -> Graph:
    """The shipped graph as the sources and editors have it."""
    return Graph(EmbeddedStore.of(dataset_of(load_pack(data_dir()), Vocabulary.load())))


@pytest.mark.parametrize("name", sorted(set(names()) - OF_THE_AUDIT))
def test_questions_answer_as_without_it(shipped: Graph, bare: Graph, name: str) -> None:
    example = question(name).example
    assert list(shipped.ask(name, **example)) == list(bare.ask(name, **example))


def test_the_network_is_as_without_it(shipped: Graph, bare: Graph) -> None:
    one, other = (project(graph.store, kinds=ALL_KINDS) for graph in (shipped, bare))
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_nothing_is_taken_away(shipped: Graph, bare: Graph) -> None:
    whole, stated = set(shipped.store.quads()), set(bare.store.quads())
    assert stated < whole
    added = {quad for quad in whole - stated if not isinstance(quad.graph_name, DefaultGraph)}
    assert {quad.graph_name for quad in added} == {AUDIT_GRAPH}


def test_no_observed_value_is_worked_out(shipped: Graph) -> None:
    said = {quad.predicate for quad in shipped.store.quads(graph=AUDIT_GRAPH)}
    assert not said & {SDMX_MEASURE.obsValue, PG.rate, PG.targetValue, PG.amountValue, PG["rank"]}
