"""The page as text and data: what is in it, that it is safe, and that it is the same each time."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from policygraph.errors import EntityNotFoundError, UsageError
from policygraph.graph import Graph
from policygraph.network.projection import ALL_KINDS, project
from policygraph.questions.figures import series_by_fiscal_year, series_by_month
from policygraph.rdf import Literal, NamedNode, Quad
from policygraph.terms import PG, REGISTRY_GRAPH, entity_iri
from policygraph.view.layout import place_nodes
from policygraph.view.page import render
from policygraph.view.preferred import preferred_figures, standing_for
from policygraph.view.series import points_of
from policygraph.view.snapshot import Snapshot
from policygraph.view.wording import day_words, number_words, period_words, stated_words
from small_graph import small_store
from view_data import HOSTILE, charted_store, data_of, hostile_store, rivals_store


@pytest.fixture(scope="module")
def charted() -> str:
    return render(charted_store())


def _inline(html: str, tag: str) -> Iterator[str]:
    for attributes, text in re.findall(rf"<{tag}([^>]*)>(.*?)</{tag}>", html, re.DOTALL):
        if "application/json" not in attributes:
            yield text


def test_the_policy_lets_in_these_scripts_and_styles_and_nothing_else(charted: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', charted)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["img-src"] == "data: blob:"
    assert "connect-src" not in rules
    assert "unsafe" not in policy[1]
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        texts = list(_inline(charted, tag))
        hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
        assert rules[rule].split() == [f"'sha256-{digest}'" for digest in hashes]


def test_nothing_is_loaded_from_elsewhere(charted: str) -> None:
    markup = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", charted, flags=re.DOTALL)
    assert not re.findall(r'(?:src|href)="(?!data:|#)', markup)
    assert "sourceMappingURL" not in charted
    assert "@import" not in charted


def test_the_title_comes_from_the_dataset_and_is_escaped(charted: str) -> None:
    assert "<title>Policy of &lt;b&gt;Nowhere&lt;/b&gt;</title>" in charted
    assert data_of(charted, "rest")["title"] == "Policy of <b>Nowhere</b>"
    assert "<title>Mine</title>" in render(small_store(), title="Mine")


def test_hostile_names_stay_data() -> None:
    html = render(hostile_store())
    assert html.lower().count("</script") == 5
    labels = {node["label"] for node in data_of(html, "nodes")}
    assert set(HOSTILE) <= labels
    assert not any("url" in source for source in data_of(html, "rest")["sources"])


def test_a_step_shows_where_each_source_says_it_and_quotes_only_our_own_words() -> None:
    rest = data_of(render(small_store()), "rest")
    step = next(
        fact for fact in rest["facts"] if fact["kind"] == "step" and "1 Feb 2021" in fact.get("when", "")
    )
    said = [rest["passages"][place] for place in step["said"]]
    assert [rest["sources"][passage[0]]["title"] for passage in said] == ["First article", "A brief"]
    assert said[0][1:] == [10, 20]
    assert said[1][1:] == [0, 9, "Ada did it"]
    assert rest["sources"][said[1][0]]["brief"] is True


def test_a_claim_is_worded_as_its_claimants() -> None:
    html = render(small_store())
    nodes, rest = data_of(html, "nodes"), data_of(html, "rest")
    claim = next(fact for fact in rest["facts"] if fact["kind"] == "attribution")
    words = "".join(part if isinstance(part, str) else nodes[part]["label"] for part in claim["sentence"])
    assert words == "Bo Example credits Freelancers for Growth 2020"
    assert claim["tags"] == ["claim"]


def test_a_tenure_without_a_stated_end_says_so() -> None:
    facts = data_of(render(small_store()), "rest")["facts"]
    when = {fact.get("when") for fact in facts if fact["kind"] == "tenure"}
    assert when == {
        "1 Jan 2019 to 30 Jun 2019",
        "from 1 Jan 2020; no source states the end",
        "seen 1 Aug 2019",
    }


def test_rival_values_clash_unless_one_rounds_to_the_other() -> None:
    points = points_of(Snapshot(charted_store())).values()
    clashes = {point["start"] for point in points if point.get("clash")}
    assert clashes == {"2021-01-01"}


def test_targets_are_points_apart() -> None:
    points = points_of(Snapshot(charted_store()))
    targets = [point for point in points.values() if point.get("target")]
    assert [point["value"] for point in targets] == [5e9]
    assert all("/target/" not in iri or point["target"] for iri, point in points.items())


_SERIES = {"month": series_by_month, "fiscal-year": series_by_fiscal_year}


def test_the_page_prefers_what_the_questions_prefer(shipped: Graph) -> None:
    html = render(shipped.store)
    nodes, rest = data_of(html, "nodes"), data_of(html, "rest")
    shown = set()
    for point in rest["points"]:
        if point.get("preferred"):
            assert point["drawn"]
            key = nodes[point["indicator"]]["key"], point["kind"], point["start"], point["area"]
            shown.add((*key, point["value"]))
    asked = {
        (node["key"], kind, point.start.isoformat(), point.area_name, float(point.value))
        for node in nodes
        if node["kind"] == "indicator"
        for kind, ask in _SERIES.items()
        for point in ask(shipped.store, node["key"].rpartition("/")[2])
    }
    assert len(asked) > 100
    assert shown == asked


def test_charts_choose_by_the_rule_of_the_questions(shipped: Graph) -> None:
    """Also where no question decides: its rule, kept here for charts of one definition, gives the same."""
    see = Snapshot(shipped.store)
    preferred = preferred_figures(shipped.store, see)
    points = points_of(see, preferred)
    places: dict[tuple[str, ...], list[str]] = {}
    for iri, point in points.items():
        if point["kind"] in _SERIES and point["preference"] != 9 and not point.get("target"):
            key = ("indicator", "area", "unit", "kind", "start", "end")
            places.setdefault(tuple(str(point[name]) for name in key), []).append(iri)
    chosen = {standing_for(see, figures, ()) for figures in places.values()} - {""}
    assert chosen == preferred


def test_a_chart_goes_through_one_figure_of_a_period(shipped: Graph) -> None:
    see = Snapshot(shipped.store)
    points = points_of(see, preferred_figures(shipped.store, see)).values()
    names = ("indicator", "definition", "area", "unit", "kind", "start", "end")
    drawn = [tuple(point[name] for name in names) for point in points if point.get("drawn")]
    assert len(drawn) == len(set(drawn))
    figures = [point for point in points if not point.get("target") and point["status"] != "forecast"]
    assert set(drawn) == {tuple(point[name] for name in names) for point in figures}


_FIRST, _SECOND = (entity_iri("figure", f"exports-month-2021-01-01-{number}") for number in (0, 1))


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ([], _FIRST),
        ([(_SECOND, PG.preferenceRank, "10")], _SECOND),
        ([(_SECOND, PG.preferenceRank, "10"), (_SECOND, PG.doubt, "another month")], _FIRST),
        ([(_FIRST, PG.doubt, "misprint")], _SECOND),
    ],
    ids=["the later source", "the better rank", "doubt before rank", "doubt before date"],
)
def test_rivals_are_chosen_from_as_the_question_chooses(
    said: list[tuple[NamedNode, NamedNode, str]], chosen: NamedNode
) -> None:
    remarks = [
        Quad(figure, predicate, Literal(int(words)) if words.isdigit() else Literal(words), REGISTRY_GRAPH)
        for figure, predicate, words in said
    ]
    see = Snapshot(rivals_store(*remarks))
    points = points_of(see)
    assert [iri for iri in (_FIRST.value, _SECOND.value) if points[iri].get("drawn")] == [chosen.value]


def test_an_editors_remark_is_neither_an_entry_nor_evidence() -> None:
    remark = Quad(_SECOND, PG.doubt, Literal("a misprint", language="en"), REGISTRY_GRAPH)
    html = render(rivals_store(remark))
    nodes, rest = data_of(html, "nodes"), data_of(html, "rest")
    place = next(node["id"] for node in nodes if node["key"].endswith(_SECOND.value.rpartition("/")[2]))
    assert "registered" not in nodes[place]
    assert next(node for node in nodes if node["key"] == "person/ada")["registered"] is True
    fact = next(fact for fact in rest["facts"] if fact["kind"] == "figure" and place in fact["about"])
    assert ["Editors’ doubt", "a misprint"] in fact["rows"]
    assert [rest["sources"][rest["passages"][said][0]]["key"] for said in fact["said"]] == ["source/two"]


@pytest.mark.parametrize("name", ["ada", "Ada Example", "آدا", "https://w3id.org/policygraph/id/person/ada"])
def test_focus_by_id_name_alias_and_iri(name: str) -> None:
    html = render(small_store(), focus=name, depth=1)
    nodes, rest = data_of(html, "nodes"), data_of(html, "rest")
    keys = {node["key"] for node in nodes}
    assert nodes[rest["focus"]]["key"] == "person/ada"
    assert {"post/minister", "initiative/hub", "target/t1"} <= keys
    assert "body/lonely" not in keys
    assert "person/bo" not in keys


def test_a_wider_depth_reaches_further() -> None:
    keys = [
        {node["key"] for node in data_of(render(small_store(), focus="ada", depth=depth), "nodes")}
        for depth in (0, 1, 2)
    ]
    assert keys[0] < keys[1] < keys[2]


def test_an_unknown_focus_names_the_nearest() -> None:
    with pytest.raises(EntityNotFoundError) as error:
        render(small_store(), focus="Ada Exmaple")
    assert error.value.exit_code == 4
    assert error.value.nearest


def test_a_negative_depth_is_refused() -> None:
    with pytest.raises(UsageError):
        render(small_store(), focus="ada", depth=-1)


@pytest.mark.parametrize(
    "page",
    ["render(view_data.charted_store())", "render(view_data.hostile_store(), focus='ada', depth=1)"],
    ids=["whole", "focus"],
)
def test_the_same_bytes_in_every_process(root: Path, page: str) -> None:
    digest = f"hashlib.sha256({page}.encode()).hexdigest()"
    program = f"import hashlib, view_data; from policygraph.view.page import render; print({digest})"
    path = os.pathsep.join([str(root / "graph"), str(root / "tests")])
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(digests) == 1


def test_periods_and_numbers_in_words() -> None:
    """Names of months come from the project's own list: `strftime` follows the locale of the process."""
    assert [day_words(text) for text in ("2014-04-03", "2014-04", "", "soon")] == [
        "3 Apr 2014",
        "2014-04",
        "",
        "soon",
    ]
    assert [stated_words(text) for text in ("2014", "2014-04/2015", "FY2020-21")] == [
        "2014",
        "Apr 2014 to 2015",
        "FY2020-21",
    ]
    assert period_words("2020-07-01", "2021-06-30") == "Jul 2020-Jun 2021"
    assert period_words("2020-01-01", "2020-12-31") == "2020"
    assert period_words("2020-01-05", "2020-02-03", "9") == "5 Jan 2020 to 3 Feb 2020"
    assert period_words("2020-01-05", "") == "5 Jan 2020"
    assert [number_words(text) for text in ("NaN", "-0.0001", "many")] == ["NaN", "0", "many"]
    assert number_words("1e42") == f"1{',000' * 10} trillion"


def test_the_shipped_page_is_whole_and_small(shipped: Graph) -> None:
    html = render(shipped.store)
    assert len(html.encode()) < 3_000_000
    network = project(shipped.store, kinds=ALL_KINDS)
    nodes, edges = data_of(html, "nodes"), data_of(html, "edges")
    assert (len(nodes), len(edges)) == (network.number_of_nodes(), network.number_of_edges())
    rest = data_of(html, "rest")
    assert all(0 <= place < len(rest["passages"]) for fact in rest["facts"] for place in fact["said"])
    assert [fact for fact in rest["facts"] if not fact["said"] and fact["kind"] != "relation"] == []


def test_names_of_the_shipped_picture_do_not_cover_each_other(shipped: Graph) -> None:
    network = project(shipped.store, kinds=ALL_KINDS)
    places = place_nodes(network)
    assert set(places) == set(network)
    core = [
        places[node] for node, data in network.nodes(data=True) if data["kind"] not in ("figure", "source")
    ]
    spots = {(place.x, place.y) for place in places.values()}
    assert len(spots) > 0.99 * len(places)
    touching = sum(
        1
        for number, one in enumerate(core)
        for other in core[number + 1 :]
        if abs(one.x - other.x) < one.radius + other.radius
        and abs(one.y - other.y) < one.radius + other.radius
    )
    assert touching == 0


def test_another_country_has_its_own_page(second_pack: Graph) -> None:
    html = render(second_pack.store)
    assert data_of(html, "nodes")
    assert "Pakistan" not in re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)
