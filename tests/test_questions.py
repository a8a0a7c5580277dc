"""The competency questions: their heads, their functions, and their answers, checked by hand."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from policygraph.graph import Graph
from policygraph.paths import ontology_dir
from policygraph.questions.catalog import catalog, names, question
from policygraph.questions.heads import HeadError, read_head, split_text
from policygraph.questions.run import FUNCTIONS, row_type
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
        if parameter.required or parameter.default is None:
            assert default is (inspect.Parameter.empty if parameter.required else None)
        else:
            assert str(default) == parameter.default
    assert EMPTY.select(asked.sparql).variables == row_type(name)._fields
    assert function.__name__ == name.replace("-", "_")
    assert function.__doc__
    assert row_type(name).__doc__


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
    "audit": {},
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
    "outcomes": {"initiative": "CCF"},
    "paths": {"start": "flavia-elphberg", "end": "MDC"},
    "post-holders": {"post": "Digital minister", "on": "2023-04-10"},
    "posts-held": {"person": "rupert-hentzau"},
    "promised-targets": {},
    "promises": {"by": "flavia-elphberg", "on": "2024-06-01"},
    "rankings": {},
    "series-by-fiscal-year": {"indicator": "software-exports"},
    "series-by-month": {"indicator": "software-exports"},
    "single-source": {},
    "source-says": {"source": "zenda-courier-2024-06-11"},
    "sources": {"publisher": "gazette"},
    "steps-nearby": {"initiative": "CCF"},
    "targets": {"indicator": "software-exports"},
    "verdicts": {},
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
