"""The competency questions: their heads, their functions, and their answers, checked by hand."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from policygraph.errors import EntityNotFoundError, ParameterError, QuestionNotFoundError, UsageError
from policygraph.graph import Graph
from policygraph.paths import ontology_dir
from policygraph.periods import Period
from policygraph.questions import claims, evidence, figures, initiatives, people
from policygraph.questions.answers import bound
from policygraph.questions.catalog import catalog, names, question
from policygraph.questions.entities import find_period
from policygraph.questions.heads import HeadError, read_head, split_text
from policygraph.questions.run import FUNCTIONS, row_type
from policygraph.rdf import NamedNode
from policygraph.store.embedded import EmbeddedStore
from policygraph.terms import BASE, PREFIXES

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
        assert default == (inspect.Parameter.empty if parameter.required else parameter.default)
    assert EMPTY.select(asked.sparql).variables == row_type(name)._fields
    assert function.__name__ == name.replace("-", "_")
    assert function.__doc__
    assert row_type(name).__doc__


def test_row_of_the_paths_query() -> None:
    assert EMPTY.select(question("paths").sparql).variables == evidence.Edge._fields
    assert evidence.edges(EMPTY) == []


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
"""Parameters for the second pack; a question it says nothing on still runs."""


@pytest.mark.parametrize("name", names())
def test_answers_for_another_country(second_pack: Graph, name: str) -> None:
    answer = second_pack.ask(name, **ELSEWHERE[name])
    assert len(answer) > 0 or name in {"credited", "rankings"}


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


def test_silence_is_broken_by_a_step_done(shipped: Graph) -> None:
    before = {row.name for row in initiatives.announced_and_silent(shipped.store, as_of=date(2024, 1, 10))}
    after = {row.name for row in initiatives.announced_and_silent(shipped.store, as_of=date(2024, 1, 11))}
    assert before - after == {"Pakistan E-Rozgaar co-working centres"}
    wider = initiatives.announced_and_silent(shipped.store, "approved")
    assert {row.name for row in wider} > {row.name for row in initiatives.announced_and_silent(shipped.store)}


def test_optional_parameters_narrow_the_answer(shipped: Graph) -> None:
    def size(name: str, **parameters: str) -> int:
        return len(shipped.ask(name, **parameters))

    assert 0 < size("growth-claims", indicator="ict-exports") < size("growth-claims")
    assert (
        0 < size("growth-claims", period="2023-11", area="pakistan") < size("growth-claims", area="pakistan")
    )
    assert 0 < size("credited", claimant="umar-saif") < size("credited")
    assert 0 < size("credited", cause="SIFC", indicator="ict-exports") < size("credited", cause="SIFC") + 1
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
    (lambda _: figures.figures(EMPTY, "x", "2020"), EntityNotFoundError, "no indicator"),
]


@pytest.mark.parametrize(("call", "error", "words"), REFUSED)
def test_wrong_calls_are_refused(
    shipped: Graph, call: Callable[[Graph], object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        call(shipped)


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
    assert '"3"^^<http://www.w3.org/2001/XMLSchema#integer>' in bound("single-source", kind=3)


def test_fiscal_years_follow_the_country(second_pack: Graph) -> None:
    rows = figures.figures(second_pack.store, "software-exports", "fy2023-24")
    assert len(rows) == 3
    with pytest.raises(UsageError, match="fiscal year"):
        find_period(EMPTY, "FY2023-24")
