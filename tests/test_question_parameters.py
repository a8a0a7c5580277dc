"""Parameters of the competency questions: names, words, types, and what is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest

from policygraph.errors import (
    CodeNotFoundError,
    EntityNotFoundError,
    ParameterError,
    QuestionNotFoundError,
    UsageError,
)
from policygraph.graph import Graph
from policygraph.periods import Period
from policygraph.questions import evidence, figures, initiatives, people
from policygraph.questions.answers import bound
from policygraph.questions.catalog import Parameter, names, question
from policygraph.questions.period_text import find_period
from policygraph.rdf import DefaultGraph, Literal, NamedNode, Quad
from policygraph.store.embedded import EmbeddedStore
from policygraph.terms import BASE, RDF, SKOS

EMPTY = EmbeddedStore.of([])


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
    assert 0 < size("audit", severity="major") < size("audit", severity="minor") < size("audit")
    assert 0 < size("verdicts", indicator="ict-exports") < size("verdicts")
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
        ("Umer Saif", ("person",), "Umar Saif"),
        ("moit", (), "moitt"),
        ("freelancer", ("target-group",), "freelancers"),
    ],
)
def test_near_misses_are_named(shipped: Graph, text: str, kinds: tuple[str, ...], nearest: str) -> None:
    with pytest.raises(EntityNotFoundError) as caught:
        shipped.find(text, *kinds)
    assert caught.value.nearest[0] == nearest
    assert caught.value.exit_code == 4


def test_part_of_a_name_is_enough_where_no_other_has_it(shipped: Graph) -> None:
    assert shipped.find("Saif", "person").id == "umar-saif"
    assert shipped.find("5% rebate").id == "export-rebate-5pc"
    with pytest.raises(EntityNotFoundError):
        shipped.find("rozgaar", "initiative")  # of several
    with pytest.raises(EntityNotFoundError):
        shipped.find("reba", "initiative")  # no whole word


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
    (lambda graph: graph.ask("single-source", kind="tenures"), CodeNotFoundError, "use one of .* tenure$"),
    (lambda graph: graph.ask("find", text="x", kind="peson"), CodeNotFoundError, "of person, .* verdict$"),
    (lambda graph: graph.ask("initiative-status", lifecycle="dormant"), CodeNotFoundError, "paused, ended$"),
    (lambda graph: initiatives.initiative_status(graph.store, "plan"), CodeNotFoundError, "no lifecycle"),
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
    assert CodeNotFoundError.exit_code == 2


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
