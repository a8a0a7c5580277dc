"""The competency questions: their heads, their functions, and their answers, checked by hand."""

from __future__ import annotations

import inspect
import json
import re
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from policygraph.build.pipeline import build
from policygraph.errors import (
    EntityNotFoundError,
    NotFoundError,
    ParameterError,
    QuestionNotFoundError,
    UsageError,
)
from policygraph.graph import Graph
from policygraph.paths import ontology_dir
from policygraph.periods import Period
from policygraph.questions import claims, evidence, figures, initiatives, people
from policygraph.questions.answers import bound
from policygraph.questions.catalog import Parameter, catalog, names, question
from policygraph.questions.entities import find_period
from policygraph.questions.heads import HeadError, read_head, split_text
from policygraph.questions.rows import JOINT
from policygraph.questions.run import FUNCTIONS, row_type
from policygraph.rdf import DefaultGraph, Literal, NamedNode, Quad
from policygraph.store.embedded import EmbeddedStore
from policygraph.terms import BASE, PREFIXES, RDF, SKOS

GOLDEN = Path(__file__).parent / "golden" / "questions"
TYPES = {"entity", "concept", "date", "period", "text", "integer"}
EMPTY = EmbeddedStore.of([])


def cell(value: object) -> object:
    """A value as the golden files hold it: IRIs of the project without their base, numbers as text."""
    if isinstance(value, tuple):
        return [cell(item) for item in value]
    if value is None or isinstance(value, bool | int):
        return value
    return str(value).removeprefix(BASE)


def test_there_are_enough_questions() -> None:
    assert len(names()) >= 20
    assert set(FUNCTIONS) == {name for name, one in catalog().items() if one.via is None}


@pytest.mark.parametrize("name", names())
def test_head_is_complete(name: str) -> None:
    asked = question(name)
    assert asked.title
    assert asked.description.endswith(".")
    for parameter in asked.parameters:
        assert parameter.type in TYPES
        assert parameter.description.endswith(".")
        assert bool(parameter.kinds) == (parameter.type in {"entity", "concept"})
        assert not (parameter.required and parameter.default)
    needed = {parameter.name for parameter in asked.parameters if parameter.required}
    assert needed <= set(asked.example) <= {parameter.name for parameter in asked.parameters}


@pytest.mark.parametrize("name", names())
def test_head_is_yaml(name: str) -> None:
    text = (ontology_dir() / "questions" / f"{name}.rq").read_text(encoding="utf-8")
    lines, _ = split_text(text)
    assert read_head(lines) == _texts(yaml.safe_load("\n".join(lines)))


def _texts(value: Any) -> Any:
    """Scalars as they are written in the heads: `true`, `5`, `2023-12-15`."""
    if isinstance(value, dict):
        return {key: _texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_head_of_another_form_is_refused() -> None:
    with pytest.raises(HeadError):
        read_head(["no key here"])
    with pytest.raises(HeadError):
        read_head(["params:", "  no key here"])


@pytest.mark.parametrize("name", names())
def test_query_stands_alone(name: str) -> None:
    """Declared prefixes are the used ones; a parameter of the head is one of the query; no country in it."""
    asked = question(name)
    declared = dict(re.findall(r"PREFIX ([\w-]+): <([^>]+)>", asked.sparql))
    body = re.sub(r'"[^"]*"', "", re.sub(r"(?m)^(PREFIX| *#) .*", "", asked.sparql))
    assert set(declared) == set(re.findall(r"(?<![\w?])([a-z][\w-]*):", body))
    assert all(PREFIXES.get(key, iri) == iri for key, iri in declared.items())
    if asked.via is None:
        used = {re.sub(r"^period_(start|end)$", "period", key) for key in re.findall(r"\?_(\w+)", body)}
        assert used == {parameter.name for parameter in asked.parameters}
    assert not re.search(r"pakistan|[/:]PKR\b", asked.sparql, re.IGNORECASE)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_function_matches_the_question(name: str) -> None:
    asked, function = question(name), FUNCTIONS[name]
    stated = inspect.signature(function).parameters
    assert list(stated)[1:] == [parameter.name for parameter in asked.parameters]
    for parameter in asked.parameters:
        default = stated[parameter.name].default
        if parameter.required or parameter.default is None:
            assert default is (inspect.Parameter.empty if parameter.required else None)
        else:
            assert str(default) == parameter.default
    assert EMPTY.select(asked.sparql).variables == row_type(name)._fields
    assert function.__name__ == name.replace("-", "_")
    assert function.__doc__
    assert row_type(name).__doc__


def test_hop_query_finds_what_the_paths_rest_on(shipped: Graph) -> None:
    """The query of `paths` gives, for each hop of a path, the same statement and sources."""
    hops = 0
    for start, end in (("umar-saif", "pseb"), ("shaza-fatima", "moitt"), ("ILO", "amin-ul-haque")):
        answer = shipped.ask("paths", start=start, end=end)
        for row in answer:
            hop = dict(zip(answer.columns, row, strict=True))
            query = bound("paths", start=NamedNode(hop["start"]), end=NamedNode(hop["end"]))
            told = [
                (statement.value if isinstance(statement, NamedNode) else "", set(split(sources)))
                for _, forward, statement, sources in shipped.store.select(query).rows
                if str(getattr(forward, "value", "")) == str(hop["forward"]).lower()
            ]
            assert any(
                hop["statement"] in {"", statement} and set(hop["sources"]) & sources
                for statement, sources in told
            ), hop
            hops += 1
    assert hops > 10


def split(joined: object) -> list[str]:
    """The values that a query joined."""
    return str(getattr(joined, "value", "")).split(JOINT)


@pytest.mark.parametrize("name", names())
def test_golden_answer(shipped: Graph, name: str) -> None:
    """The example's answer, as it was checked against the ledger row by row."""
    golden = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    answer = shipped.ask(name, **question(name).example)
    assert golden["parameters"] == question(name).example
    assert golden["columns"] == list(answer.columns)
    assert [[cell(value) for value in row] for row in answer] == golden["rows"]
    assert golden["rows"]


def test_no_golden_answer_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == set(names())


ELSEWHERE: Mapping[str, Mapping[str, str]] = {
    "announced-and-silent": {"as_of": "2024-06-30"},
    "body-oversees": {"body": "Government of Ruritania"},
    "body-people": {"body": "MDC", "on": "2024-01-01"},
    "credited": {},
    "definitions": {"indicator": "exports of software"},
    "describe": {"entity": "castle-code-fund"},
    "disagreements": {"indicator": "software-exports"},
    "evidence": {"node": "castle-code-fund"},
    "figures": {"indicator": "software-exports", "period": "FY2023-24"},
    "find": {"text": "castle"},
    "growth-claims": {"period": "FY2023-24"},
    "initiative-status": {},
    "initiative-timeline": {"initiative": "CCF"},
    "initiatives-announced-under": {"person": "F. Elphberg"},
    "initiatives-by-instrument": {"instrument": "finance"},
    "initiatives-for": {"group": "startups"},
    "known-on": {"indicator": "software-exports", "period": "FY2023-24", "on": "2024-05-01"},
    "latest-figure": {"indicator": "software-exports"},
    "money-committed": {"unit": "RUR"},
    "neighbours": {"entity": "zenda-tech-park"},
    "paths": {"start": "flavia-elphberg", "end": "MDC"},
    "post-holders": {"post": "Digital minister", "on": "2023-04-10"},
    "posts-held": {"person": "rupert-hentzau"},
    "rankings": {},
    "series-by-fiscal-year": {"indicator": "software-exports"},
    "series-by-month": {"indicator": "software-exports"},
    "single-source": {},
    "source-says": {"source": "zenda-courier-2024-06-11"},
    "sources": {"publisher": "gazette"},
    "targets": {"indicator": "software-exports"},
    "who-said": {"claimant": "RBR"},
}
"""Parameters for the second pack."""


@pytest.mark.parametrize("name", names())
def test_answers_for_another_country(second_pack: Graph, name: str) -> None:
    """Row by row what the pack's few files say."""
    golden = json.loads((GOLDEN.parent / "ruritania.json").read_text(encoding="utf-8"))
    assert golden.keys() == ELSEWHERE.keys() == set(names())
    answer = second_pack.ask(name, **ELSEWHERE[name])
    assert [[cell(value) for value in row] for row in answer] == golden[name]
    assert golden[name]


def test_preferred_series_follows_the_rule_of_the_pack(second_pack: Graph) -> None:
    """The bank's tier comes before the ministry's; the guild's estimate never enters."""
    years = figures.series_by_fiscal_year(second_pack.store, "software-exports")
    assert [(str(year.start), int(year.value), year.unit, year.rivals) for year in years] == [
        ("2022-04-01", 500_000_000, "RUR", 0),
        ("2023-04-01", 612_500_000, "RUR", 1),
    ]
    rival = claims.disagreements(second_pack.store)
    assert [(int(row.value), row.spread) for row in rival] == [
        (612_500_000, rival[0].spread),
        (618_000_000, rival[0].spread),
    ]
    assert str(rival[0].spread) == "0.9"


HOLDERS = [
    ("pm", "2023-12-15", [("Anwaar-ul-Haq Kakar", "caretaker", "dated")]),
    ("Prime Minister of Pakistan", "2018-07-01", [("Nasirul Mulk", "caretaker", "dated")]),
    ("pm", "2024-06-01", [("Shehbaz Sharif", "substantive", "end-not-known")]),
    (
        "pm",
        "2024-03-04",
        [("Anwaar-ul-Haq Kakar", "caretaker", "dated"), ("Shehbaz Sharif", "substantive", "end-not-known")],
    ),
    ("sbp-governor", "2022-06-01", [("Murtaza Syed", "acting", "dated")]),
    ("it-minister", "2022-03-15", [("Syed Amin Ul Haque", "substantive", "imprecise")]),
    ("it-minister", "2022-04-10", []),
    ("pseb-head", "2022-01-01", [("Osman Nasir", "substantive", "start-not-known")]),
    ("pta-chair", "2024-01-26", [("Hafeez Ur Rehman", "substantive", "attested")]),
    ("pta-chair", "2024-01-27", []),
]


@pytest.mark.parametrize(("post", "on", "expected"), HOLDERS)
def test_who_held_a_post(shipped: Graph, post: str, on: str, expected: list[tuple[str, str, str]]) -> None:
    rows = people.post_holders(shipped.store, post, date.fromisoformat(on))
    assert [(row.name, row.capacity, row.certainty) for row in rows] == expected


def test_forecasts_and_doubted_figures_stay_out_of_the_series(shipped: Graph) -> None:
    years = {row.label: row.value for row in figures.series_by_fiscal_year(shipped.store, "ict-exports")}
    assert "FY2025-26" not in years
    june = {row.label: row for row in figures.series_by_month(shipped.store, "ict-exports")}["Jun 2022"]
    assert (int(june.value), june.rivals, june.doubt) == (235_000_000, 2, None)


def test_known_on_leaves_out_what_came_later(shipped: Graph) -> None:
    def first(on: date) -> int:
        return int(figures.known_on(shipped.store, "ict-exports", "FY2020-21", on)[0].value)

    assert first(date(2021, 9, 30)) == 2_123_000_000
    assert first(date(2022, 12, 31)) == 2_108_000_000
    assert figures.known_on(shipped.store, "ict-exports", "FY2020-21", date(2021, 1, 1)) == []


def test_single_source_counts_neither_briefs_nor_repeats(shipped: Graph) -> None:
    nodes = {row.statement.removeprefix(f"{BASE}id/") for row in evidence.single_source(shipped.store)}
    assert "tenure/umar-saif--it-minister--on-2024-01-17" in nodes  # a source and a brief
    assert not any("ict-exports_pakistan_2023-12_" in node for node in nodes)  # three sources, three nodes
    kinds = {row.kind for row in evidence.single_source(shipped.store, kind="tenure")}
    assert kinds == {"tenure"}
    relations = {(row.label, row.source) for row in evidence.single_source(shipped.store, kind="relation")}
    assert (
        "Digital Economy Enhancement Project based on Digital Pakistan Policy",
        f"{BASE}source/cwp-deep",
    ) in (relations)
    links = {
        row.statement.removeprefix(f"{BASE}id/") for row in evidence.single_source(shipped.store, "link")
    }
    assert "initiative/final-tax-025" in links  # the registry names one source for it
    assert "initiative/erozgaar-centres" not in links  # and six for this


def silent(graph: Graph, on: date, **more: Any) -> set[str]:
    """Ids of what was not heard of by a day."""
    rows = initiatives.announced_and_silent(graph.store, as_of=on, **more)
    return {row.initiative.rpartition("/")[2] for row in rows}


def test_silence_is_broken_by_a_step_done(shipped: Graph) -> None:
    before = silent(shipped, date(2024, 1, 10), min_days=0)
    after = silent(shipped, date(2024, 1, 11), min_days=0)
    assert before - after == {"erozgaar-centres"}
    assert silent(shipped, date(2026, 1, 1), stage="approved") > silent(shipped, date(2026, 1, 1))


def test_silence_takes_its_time(shipped: Graph) -> None:
    on = date(2024, 6, 30)
    longer, all_of_it = silent(shipped, on, min_days=180), silent(shipped, on, min_days=0)
    assert silent(shipped, on) == longer < all_of_it
    assert "paypal-arrangement" in all_of_it - longer  # last heard of 171 days before
    days = [row.days_silent for row in initiatives.announced_and_silent(shipped.store, as_of=on)]
    assert days == sorted(days, reverse=True)
    assert days[-1] >= 180


def test_announcements_that_may_lie_outside_a_tenure(shipped: Graph) -> None:
    rows = initiatives.initiatives_announced_under(shipped.store, "umar-saif", "it-minister")
    certainty = {row.initiative.rpartition("/")[2]: row.certainty for row in rows}
    assert certainty["erozgaar-centres"] == "dated"
    assert certainty["smartphone-instalments"] == "dated"  # January 2024, all of it in office
    assert certainty["huawei-training"] == "imprecise"  # some day of 2024; in office until March
    assert certainty["deep"] == "imprecise"  # in the month in which the tenure ended
    later = initiatives.initiatives_announced_under(shipped.store, "shehbaz-sharif", "pm")
    assert "end-not-known" in {row.certainty for row in later if row.end is None}
    assert all(row.until >= row.start for row in later)
    planned = shipped.store.select(PLANNED_ANNOUNCEMENTS, {})
    assert not {str(getattr(term, "value", "")) for (term,) in planned.rows} & {
        row.initiative for row in (*rows, *later)
    }


PLANNED_ANNOUNCEMENTS = f"""
PREFIX pg: <{BASE}ns#>
SELECT ?initiative WHERE {{
  ?step pg:stage <{BASE}concept/stage/announced> ; pg:initiative ?initiative .
  FILTER NOT EXISTS {{
    ?done pg:initiative ?initiative ; pg:stage <{BASE}concept/stage/announced> ;
          pg:modality <{BASE}concept/modality/done>
  }}
}}
"""


def test_a_target_meets_only_what_counts_the_same(shipped: Graph) -> None:
    rows = {row.target.rpartition("/")[2]: row for row in claims.targets(shipped.store)}
    huawei = rows["youth-trained_2025-01_2025-12_01"]
    assert (huawei.actual_definition, huawei.comparable) == (huawei.definition_name, True)
    assert str(huawei.percent) == "6.8"
    telecom = rows["it-exports_2024-07_2025-06_04"]
    assert (telecom.actual_indicator, telecom.comparable, telecom.percent) == ("ICT exports", False, None)
    for row in rows.values():
        assert (row.percent is None) == (not row.comparable)
        assert (row.comparable is None) == (row.actual_value is None)
        if row.comparable:
            assert row.actual_indicator == row.indicator_name
        if row.indicator_name == "Parts of an IT export target":
            assert row.actual_value is None


def test_growth_is_measured_against_its_own_source(shipped: Graph) -> None:
    rows = {
        row.growth.rpartition("_")[2]: row for row in claims.growth_claims(shipped.store, period="FY2020-21")
    }
    for source in ("seed-003", "up-1307039"):
        assert (str(rows[source].base_value), rows[source].base_sources) == ("1440000000", (source,))
    assert {row.base_status for row in rows.values()} == {"actual"}
    for row in claims.growth_claims(shipped.store):
        assert (row.base_value is None) == (row.base_status is None) == (not row.base_sources)


RANKS = """
- rank: 1
  claimants: [digital-ministry]
- rank: 899
  claimants: [royal-bank]
"""


def test_preference_holds_for_every_rank(root: Path, tmp_path: Path) -> None:
    """The least and the greatest rank that a pack may give, which differ in their number of digits."""
    shutil.copytree(root / "tests" / "packs" / "ruritania", tmp_path / "pack")
    about = yaml.safe_load((tmp_path / "pack" / "pack.yaml").read_text(encoding="utf-8"))
    about["preference"] = {"tiers": yaml.safe_load(RANKS), "unlisted": 899, "unnamed": 100}
    (tmp_path / "pack" / "pack.yaml").write_text(yaml.safe_dump(about), encoding="utf-8")
    store = EmbeddedStore.of(build(tmp_path / "pack"))
    years = {row.label: row.value for row in figures.series_by_fiscal_year(store, "software-exports")}
    assert years == {"FY2022-23": 500_000_000, "FY2023-24": 618_000_000}
    latest = {row.period_kind: row.value for row in figures.latest_figure(store, "software-exports")}
    assert latest["fiscal year"] == 618_000_000
    assert figures.known_on(store, "software-exports", "FY2023-24", date(2024, 7, 1))[0].value == 618_000_000


def test_optional_parameters_narrow_the_answer(shipped: Graph) -> None:
    def size(name: str, **parameters: str) -> int:
        return len(shipped.ask(name, **parameters))

    assert 0 < size("growth-claims", indicator="ict-exports") < size("growth-claims")
    assert (
        0 < size("growth-claims", period="2023-11", area="pakistan") < size("growth-claims", area="pakistan")
    )
    assert 0 < size("credited", claimant="umar-saif") < size("credited")
    assert 0 < size("credited", cause="SIFC") < size("credited")
    assert size("credited", cause="SIFC", indicator="youth-trained") == 0
    assert 0 < size("targets", agent="pseb") < size("targets")
    assert 0 < size("rankings", subject="pakistan", ranker="kearney") < size("rankings")
    assert 0 < size("money-committed", initiative="bridgestart") < size("money-committed")
    assert 0 < size("initiative-status", kind="goal") < size("initiative-status")
    assert 0 < size("sources", kind="brief", until="2025-01-01") < size("sources")
    assert 0 < size("find", text="freelanc", kind="indicator") < size("find", text="FREELANC")
    assert 0 < size("post-holders", post="pm", on="2020-01-01") < size("post-holders", post="pm")


@pytest.mark.parametrize(
    "text",
    ["umar-saif", "UMAR  SAIF", "Dr. Umar Saif", "person/umar-saif", f"{BASE}id/person/umar-saif"],
)
def test_an_entity_goes_by_many_names(shipped: Graph, text: str) -> None:
    assert shipped.find(text) == (f"{BASE}id/person/umar-saif", "person", "umar-saif", "Umar Saif")


def test_names_without_accents_and_in_other_scripts(shipped: Graph) -> None:
    assert shipped.find("Ministry of Fínance", "body").id == "finance-ministry"
    assert shipped.find("تانیہ اندروس").id == "tania-aidrus"
    assert shipped.find("P@SHA").kind == "body"


@pytest.mark.parametrize(
    ("text", "kinds", "nearest"),
    [
        ("umer-saif", ("person",), "umar-saif"),
        ("Saif", ("person",), "Dr Umar Saif"),
        ("moit", (), "moitt"),
        ("freelancer", ("target-group",), "freelancers"),
    ],
)
def test_near_misses_are_named(shipped: Graph, text: str, kinds: tuple[str, ...], nearest: str) -> None:
    with pytest.raises(EntityNotFoundError) as caught:
        shipped.find(text, *kinds)
    assert caught.value.nearest[0] == nearest
    assert caught.value.exit_code == 4


@pytest.mark.parametrize("text", ["", "?", "http://x y", "a/b/c", "person/umar-saif", "<script>", "x" * 5000])
def test_nonsense_is_not_found(shipped: Graph, text: str) -> None:
    with pytest.raises(EntityNotFoundError):
        shipped.find(text, "post")


def test_two_that_fit_are_not_chosen_between(shipped: Graph) -> None:
    with pytest.raises(UsageError, match="indicator/freelancers, target-group/freelancers"):
        shipped.find("freelancers")
    assert shipped.find("target-group/freelancers").kind == "target-group"


REFUSED: list[tuple[Callable[[Graph], object], type[Exception], str]] = [
    (lambda graph: graph.ask("post-holder", post="pm"), QuestionNotFoundError, "post-holders"),
    (lambda graph: graph.ask("post-holders"), ParameterError, "'post': is needed"),
    (lambda graph: graph.ask("post-holders", post="pm", when="x"), ParameterError, r"\(post, on\)"),
    (lambda graph: graph.ask("post-holders", post="pm", on="May"), ParameterError, "no date"),
    (lambda graph: graph.ask("paths", start="pm", end="pseb", limit="x"), ParameterError, "no whole number"),
    (lambda graph: graph.ask("figures", indicator="ict-exports", period="FY20"), UsageError, "no period"),
    (lambda graph: graph.ask("single-source", kind="tenures"), NotFoundError, "no kind 'tenures'.* tenure"),
    (lambda graph: graph.ask("find", text="x", kind="peson"), NotFoundError, "did you mean person"),
    (lambda graph: graph.ask("initiative-status", lifecycle="dormant"), NotFoundError, "planned, active"),
    (lambda graph: initiatives.initiative_status(graph.store, "plan"), NotFoundError, "planned"),
    (lambda graph: graph.ask("paths", start="pm", end="pseb", limit=1.5), ParameterError, "no whole number"),
    (lambda graph: graph.ask("paths", start="pm", end="pseb", limit=True), ParameterError, "no whole number"),
    (lambda graph: graph.ask("find", text=5), ParameterError, "5 is no text"),
    (lambda graph: graph.ask("post-holders", post=5), UsageError, "5 is no text"),
    (lambda _: bound("figures", period=None), ParameterError, "is needed"),
    (lambda _: bound("figures", place="x"), ParameterError, "none of its parameters"),
    (lambda _: figures.figures(EMPTY, "x", "2020"), EntityNotFoundError, "no indicator"),
]


@pytest.mark.parametrize(("call", "error", "words"), REFUSED)
def test_wrong_calls_are_refused(
    shipped: Graph, call: Callable[[Graph], object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        call(shipped)


def test_words_of_a_parameter_in_any_case(shipped: Graph) -> None:
    assert shipped.ask("initiative-status", lifecycle=" Paused ").rows == (
        shipped.ask("initiative-status", lifecycle="paused").rows
    )
    assert NotFoundError.exit_code == 4


def test_kinds_to_find_are_those_there_are(shipped: Graph) -> None:
    found = question("find").parameter("kind")
    schemes = {
        quad.subject.value.rpartition("/")[2]
        for quad in shipped.store.quads(None, RDF.type, SKOS.ConceptScheme, DefaultGraph())
        if isinstance(quad.subject, NamedNode)
    }
    assert found is not None
    assert set(found.values) == schemes | {"person", "body", "post", "place", "initiative"}


TYPED = [
    (name, parameter)
    for name in names()
    for parameter in question(name).parameters
    if parameter.type in {"date", "period", "integer"}
]
WRONG: Mapping[str, tuple[object, ...]] = {
    "date": (20231215, "2023-12-15", 1.5, True, Period.parse("2023")),
    "period": (2023, date(2023, 1, 1), 1.5, True),
    "integer": ("5", 1.5, True, date(2023, 1, 1)),
}


@pytest.mark.parametrize(("name", "parameter"), TYPED, ids=[f"{name}-{one.name}" for name, one in TYPED])
def test_a_value_of_another_type_is_refused(name: str, parameter: Parameter) -> None:
    """A query would drop a filter on it, and answer as if nothing had been asked."""
    for wrong in (*WRONG[parameter.type], NamedNode("http://example.org/x")):
        with pytest.raises(ParameterError, match="is no"):
            bound(name, **{parameter.name: cast("Any", wrong)})


def test_typed_functions_refuse_them_too(shipped: Graph) -> None:
    store = shipped.store
    wrong: Any
    for wrong in ("2023-12-15", 20231215):
        with pytest.raises(ParameterError, match="is no date"):
            people.post_holders(store, "it-minister", wrong)
    with pytest.raises(UsageError, match="is no text"):
        figures.figures(store, "ict-exports", cast("Any", date(2023, 12, 1)))
    moment = datetime(2023, 12, 15, 8, 30, tzinfo=UTC)
    assert people.post_holders(store, "it-minister", moment) == (
        people.post_holders(store, "it-minister", date(2023, 12, 15))
    )
    assert len(shipped.ask("post-holders", post="it-minister", on=moment)) == 1


def test_a_name_with_a_bar_in_it_stays_whole() -> None:
    node = NamedNode(f"{BASE}id/person/x")
    labels = [Quad(node, SKOS[key], Literal(name), DefaultGraph()) for key, name in BARRED.items()]
    (row,) = evidence.find(EmbeddedStore.of(labels), "a")
    assert row.matched == ("a|b", "a|c")


BARRED = {"prefLabel": "a|b", "altLabel": "a|c"}


def test_a_value_stays_a_value() -> None:
    """Whatever a text holds, it is one literal in the query."""
    hostile = 'x"} UNION { ?what ?p ?name } # \\ \n ?_kind'
    assert EMPTY.select(bound("find", text=hostile)).variables == evidence.Found._fields
    assert bound("find", text="?_kind").count("?_kind") > bound("find", text="x").count("?_kind")
    assert evidence.find(EMPTY, hostile) == []


def test_values_are_written_as_their_types() -> None:
    text = bound(
        "known-on",
        indicator=NamedNode("http://example.org/i"),
        period=Period.parse("2021-07/2021-08"),
        on=date(2021, 9, 1),
    )
    typed = '"{}"^^<http://www.w3.org/2001/XMLSchema#date>'
    for expected in (
        "<http://example.org/i>",
        *map(typed.format, ("2021-07-01", "2021-08-31", "2021-09-01")),
    ):
        assert expected in text
    assert "?_area" in text
    assert '"3"^^<http://www.w3.org/2001/XMLSchema#integer>' in bound("announced-and-silent", min_days=3)


def test_fiscal_years_follow_the_country(second_pack: Graph) -> None:
    rows = figures.figures(second_pack.store, "software-exports", "fy2023-24")
    assert len(rows) == 3
    with pytest.raises(UsageError, match="fiscal year"):
        find_period(EMPTY, "FY2023-24")
