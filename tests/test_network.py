"""The projection, the paths, the measures and the tables, on a small dataset that shows each rule."""

from __future__ import annotations

import sys

import networkx as nx
import pytest

from policygraph.errors import EntityNotFoundError, MissingExtraError, UsageError
from policygraph.graph import Graph
from policygraph.network.frames import EDGE_COLUMNS, NODE_COLUMNS, from_frames, to_frames
from policygraph.network.measures import MEASURES, centrality, communities, neighbourhood
from policygraph.network.paths import shortest_paths
from policygraph.network.projection import ALL_KINDS, Network, project
from policygraph.rdf import DefaultGraph, NamedNode, Quad
from policygraph.store.embedded import EmbeddedStore
from policygraph.terms import FOAF, ORG, PG, RDF
from small_graph import CONCEPT, ID, SOURCE, small_store

ADA, BO = ID + "person/ada", ID + "person/bo"
BOARD, MINISTRY, LONELY = ID + "body/board", ID + "body/ministry", ID + "body/lonely"
HUB, FUND = ID + "initiative/hub", ID + "initiative/fund"
MINISTER, NORTH = ID + "post/minister", ID + "place/north"
FREELANCERS, EXPORTS = CONCEPT + "target-group/freelancers", CONCEPT + "indicator/exports"
TARGET, RANKING, FIGURE = ID + "target/t1", ID + "ranking/r1", ID + "figure/exports-2020"


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    return small_store()


@pytest.fixture(scope="module")
def network(store: EmbeddedStore) -> Network:
    return project(store)


def triples(network: Network) -> set[tuple[str, str, str]]:
    return {(one, data["relation"], other) for one, other, data in network.edges(data=True)}


def test_every_edge_family_is_projected(network: Network) -> None:
    assert triples(network) == {
        (ADA, "held", MINISTER),
        (BO, "held", MINISTER),
        (MINISTER, "in", MINISTRY),
        (MINISTRY, "oversees", BOARD),
        (MINISTRY, "funds", FUND),
        (HUB, "ledBy", BOARD),
        (HUB, "for", FREELANCERS),
        (HUB, "locatedIn", NORTH),
        (FUND, "locatedIn", NORTH),
        (ADA, "launched", HUB),
        (BO, "planned", FUND),
        (BO, "credits", FREELANCERS),
        (FREELANCERS, "creditedWith", EXPORTS),
        (ADA, "setTarget", TARGET),
        (TARGET, "of", EXPORTS),
        (BOARD, "stated", EXPORTS),
        (TARGET, "under", FUND),
        (BOARD, "ranked", RANKING),
        (RANKING, "of", NORTH),
    }


def test_nodes_are_named_and_sorted(network: Network) -> None:
    assert network.nodes[ADA] == {"id": "ada", "kind": "person", "label": "Ada Example"}
    assert network.nodes[FREELANCERS]["kind"] == "target-group"
    assert LONELY in network
    assert list(network) == sorted(network)


def test_one_edge_stands_for_all_figures_of_an_indicator(network: Network) -> None:
    edge = network.edges[BOARD, EXPORTS, "stated"]
    assert (edge["start"], edge["end"], edge["statement"]) == ("2020-01-01", "2020-12-31", "")


def test_two_tenures_in_one_post_are_two_edges(network: Network) -> None:
    edges = network.get_edge_data(ADA, MINISTER)
    assert [(key, edge["start"], edge["end"]) for key, edge in edges.items()] == [
        ("held", "2019-01-01", "2019-06-30"),
        ("held@ada-2", "2020-01-01", ""),
    ]


def test_a_sighting_is_not_a_term(network: Network) -> None:
    edge = network.edges[BO, MINISTER, "held"]
    assert (edge["label"], edge["start"], edge["end"]) == ("was seen as", "2019-08-01", "2019-08-01")


def test_planned_is_not_done(network: Network) -> None:
    assert network.edges[BO, FUND, "planned"]["label"] == "planned: launched"


def test_weight_counts_sources_but_no_briefs(network: Network) -> None:
    assert network.edges[MINISTRY, BOARD, "oversees"]["sources"] == ["one", "two"]
    assert network.edges[MINISTRY, BOARD, "oversees"]["weight"] == 2
    launched = network.edges[ADA, HUB, "launched"]
    assert (launched["sources"], launched["weight"]) == (["brief-a", "one"], 1)
    assert launched["evidence"] == [SOURCE + "brief-a#char=0,9", SOURCE + "one#char=10,20"]
    assert network.edges[HUB, BOARD, "ledBy"]["weight"] == 1


def test_a_relation_carries_its_date_and_statement(network: Network) -> None:
    edge = network.edges[MINISTRY, FUND, "funds"]
    assert (edge["start"], edge["statement"]) == ("2020-03-01", ID + "relation/funds")


def test_figures_and_sources_only_when_asked_for(store: EmbeddedStore, network: Network) -> None:
    whole = project(store, kinds=ALL_KINDS)
    shown = {(BOARD, "stated", FIGURE), (FIGURE, "of", EXPORTS), (FREELANCERS, "creditedWith", FIGURE)}
    assert shown <= triples(whole)
    assert (SOURCE + "one", "states", FIGURE) in triples(whole)
    assert not {(FREELANCERS, "creditedWith", EXPORTS), (BOARD, "stated", EXPORTS)} & triples(whole)
    assert FIGURE not in network


def test_a_ranking_that_is_no_node_joins_ranker_and_subject(store: EmbeddedStore) -> None:
    small = project(store, kinds=["body", "place"])
    assert triples(small) == {(MINISTRY, "oversees", BOARD), (BOARD, "ranked", NORTH)}


def test_an_unknown_kind_is_refused(store: EmbeddedStore) -> None:
    with pytest.raises(UsageError, match="unknown kind of node 'persons'; known: person"):
        project(store, kinds=["persons"])


def test_the_shortest_path_comes_with_evidence(store: EmbeddedStore) -> None:
    paths = shortest_paths(store, ADA, BOARD)
    assert [len(path) for path in paths] == [2, 3, 4]
    first, second = paths[0].hops
    assert paths[0].nodes == (ADA, HUB, BOARD)
    assert (first.relation, first.forward, second.relation) == ("launched", True, "ledBy")
    assert [(e.source, e.publisher, e.date, e.quote) for e in first.evidence] == [
        ("brief-a", "policygraph", "", "Ada did it"),
        ("one", "The Example", "2021-02-03", ""),
    ]
    assert str(paths[1].hops[0]) == "Ada Example - held -> Minister"


def test_a_hop_may_go_against_the_edge(store: EmbeddedStore) -> None:
    hop = shortest_paths(store, BOARD, HUB, limit=1)[0].hops[0]
    assert (hop.forward, str(hop)) == (False, "Board <- is led by - Hub")


def test_hubs_are_ends_but_not_ways(store: EmbeddedStore) -> None:
    over_hub = shortest_paths(store, HUB, FUND, avoid=())
    assert over_hub[0].nodes == (HUB, NORTH, FUND)
    assert shortest_paths(store, HUB, FUND)[0].nodes == (HUB, BOARD, MINISTRY, FUND)
    assert shortest_paths(store, HUB, NORTH)[0].nodes == (HUB, NORTH)


def test_paths_of_bad_input(store: EmbeddedStore, network: Network) -> None:
    assert shortest_paths(store, ADA, LONELY, network=network) == []
    with pytest.raises(EntityNotFoundError):
        shortest_paths(store, ADA, ID + "person/nobody")
    with pytest.raises(UsageError, match="two different"):
        shortest_paths(store, ADA, ADA)
    with pytest.raises(UsageError, match="at least 1"):
        shortest_paths(store, ADA, BO, limit=0)


def test_neighbourhood_follows_edges_both_ways(network: Network) -> None:
    assert set(neighbourhood(network, MINISTER)) == {MINISTER, ADA, BO, MINISTRY}
    assert list(neighbourhood(network, MINISTER, depth=0)) == [MINISTER]
    assert neighbourhood(network, MINISTER).number_of_edges() == 4
    with pytest.raises(EntityNotFoundError):
        neighbourhood(network, "nobody")
    with pytest.raises(UsageError, match="depth"):
        neighbourhood(network, MINISTER, depth=-1)


def test_centrality_is_sorted_and_complete(network: Network) -> None:
    for measure in MEASURES:
        scores = centrality(network, measure)
        assert set(scores) == set(network)
        assert list(scores.values()) == pytest.approx(sorted(scores.values(), reverse=True))
    assert sum(centrality(network, "pagerank").values()) == pytest.approx(1)
    assert centrality(network, "degree")[LONELY] == 0
    with pytest.raises(UsageError, match="known: degree, betweenness, pagerank"):
        centrality(network, "fame")


def test_pagerank_of_a_star_is_that_of_the_closed_form() -> None:
    star: Network = nx.MultiDiGraph()
    star.add_edges_from((("hub", leaf) for leaf in "abc"), weight=1)
    scores = centrality(star, "pagerank")
    hub = (0.15 / 4 + 0.85 * 3 * 0.15 / 4) / (1 - 0.85**2)
    assert scores["hub"] == pytest.approx(hub)


def test_communities_share_out_all_nodes(network: Network) -> None:
    groups = communities(network)
    assert sorted(node for group in groups for node in group) == sorted(network)
    assert [LONELY] in groups
    assert groups == communities(network)


def test_an_empty_network_has_no_centre() -> None:
    empty: Network = nx.MultiDiGraph()
    assert centrality(empty) == {}
    assert communities(empty) == []


def test_tables_there_and_back(network: Network) -> None:
    nodes, edges = to_frames(network)
    assert (tuple(nodes.columns), tuple(edges.columns)) == (NODE_COLUMNS, EDGE_COLUMNS)
    assert (len(nodes), len(edges)) == (network.number_of_nodes(), network.number_of_edges())
    again = from_frames(nodes, edges)
    assert list(again.nodes(data=True)) == list(network.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(network.edges(keys=True, data=True))


def test_tables_of_bad_input(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    nodes, edges = to_frames(network)
    with pytest.raises(UsageError, match="table edges has no column 'weight'"):
        from_frames(nodes, edges.drop(columns=["weight"]))
    with pytest.raises(UsageError, match="is no row of the table nodes"):
        from_frames(nodes.iloc[1:], edges)
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"policygraph\[notebook\]"):
        to_frames(network)


def test_an_edge_needs_both_ends_in_the_graph() -> None:
    nowhere = NamedNode(ID + "body/unheard-of")
    stray = Quad(NamedNode(MINISTER), ORG.postIn, nowhere, NamedNode(SOURCE + "one"))
    assert project(small_store(stray)).number_of_edges() == 20


@pytest.fixture(scope="module")
def shipped_network(shipped: Graph) -> Network:
    return shipped.network()


def test_the_shipped_graph_is_projected_whole(shipped: Graph, shipped_network: Network) -> None:
    for kind, cls in (
        ("person", FOAF.Person),
        ("body", ORG.FormalOrganization),
        ("initiative", PG.Initiative),
    ):
        stored = {
            str(quad.subject)[1:-1] for quad in shipped.store.quads(None, RDF.type, cls, DefaultGraph())
        }
        assert {iri for iri, data in shipped_network.nodes(data=True) if data["kind"] == kind} == stored


def test_every_shipped_edge_of_a_statement_names_a_source(shipped_network: Network) -> None:
    silent = [
        (one, data["relation"], other)
        for one, other, data in shipped_network.edges(data=True)
        if data["statement"] and not data["sources"]
    ]
    assert silent == []


def test_the_shipped_graph_joins_a_minister_to_what_he_announced(
    shipped: Graph, shipped_network: Network
) -> None:
    start, end = ID + "person/umar-saif", ID + "initiative/erozgaar-centres"
    paths = shortest_paths(shipped.store, start, end, network=shipped_network)
    assert len(paths) == 3
    assert all(hop.evidence or not hop.statement for path in paths for hop in path.hops)
    assert paths[0].hops[0].relation == "announced"
    assert all(one.publisher and one.title for one in paths[0].hops[0].evidence)


def test_the_projection_is_the_same_each_time(shipped: Graph, shipped_network: Network) -> None:
    again = project(shipped.store)
    assert list(again.nodes(data=True)) == list(shipped_network.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(shipped_network.edges(keys=True, data=True))
