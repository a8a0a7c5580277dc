"""A judgement is of what was read: it holds for nothing else, and what it corrects has to be correctable."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from model_server import facts, playing
from newsroom_made import PACK, added, article, files_of, pack_of, with_first
from policygraph.cli.main import app
from policygraph.curated.yaml_text import yaml_text
from policygraph.errors import NotFoundError, UsageError
from policygraph.newsroom.add import Added, add_articles
from policygraph.newsroom.remove import remove_source
from policygraph.newsroom.review import Decision, Reviewed, judge
from policygraph.newsroom.waiting import Question, waiting_facts
from policygraph.proposers.llm import LanguageModel
from policygraph.proposers.server import KEY, Server

QUOTE = "17 of the 23 kilns were lit in May 2024"
TEXT = f"It rained in Strelsau.\n\n{QUOTE}. Zan Pell came.\n"
SPELT = "Rupert Henzau, Master of the Guild, announced the Drawbridge Tax Act on 3 June 2024.\n"
CHANGED = "judged before, read differently now"


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One cache for all tests."""
    os.environ["POLICYGRAPH_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    os.environ.pop(KEY, None)


def kilns(value: int) -> dict[str, Any]:
    """What a model says of the quote."""
    return {
        "quote": QUOTE,
        "indicator": "people-trained",
        "value": value,
        "unit": "count",
        "period": "2024-05/2024-05",
        "status": "actual",
    }


def proposing(own: Path, model: str, value: int) -> Added:
    """What comes of adding the article with a model that reads this value in the quote."""
    with playing(facts(figures=[kilns(value)])) as server:
        proposer = LanguageModel(Server(server.url, pause=0), model)
        return add_articles([article("a", TEXT)], data=PACK, own=own, proposer=proposer)


def proposed(own: Path) -> Question:
    """The one question about the quote."""
    [found] = [one for one in waiting_facts("a", data=PACK, own=own) if one.quote == QUOTE]
    return found


def decide(own: Path, key: str, verdict: Any, fields: Mapping[str, str] | None = None) -> Reviewed:
    """The judgement of one fact of the source `a`."""
    one = Decision(key, verdict, fields or {})
    return judge("a", [one], author="Tess", day=date(2024, 7, 1), data=PACK, own=own)


def values_of(own: Path) -> list[str | None]:
    """The values that are in the graph."""
    return [one.value for one in pack_of(own).sources["a"].figures]


@pytest.mark.parametrize(("model", "value"), [("two", 23), ("two", 17), ("one", 23)])
def test_a_judgement_lets_no_other_reading_in(
    own_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: str, value: int
) -> None:
    proposing(own_folder, "one", 17)
    key = proposed(own_folder).fact.key
    decide(own_folder, key, "correct", {"indicator": "apprentices-trained"})
    assert values_of(own_folder) == ["17"]
    remove_source("a", data=PACK, own=own_folder)
    monkeypatch.setenv("POLICYGRAPH_CACHE", str(tmp_path / "cache"))
    proposing(own_folder, model, value)
    assert values_of(own_folder) == []
    assert proposed(own_folder).fact.key == key
    assert proposed(own_folder).fact.reason.startswith(f"{CHANGED}; llm {model} proposes it")


def test_a_judgement_holds_where_the_same_is_read_by_the_same(own_folder: Path) -> None:
    proposing(own_folder, "same", 17)
    decide(own_folder, proposed(own_folder).fact.key, "correct", {"indicator": "apprentices-trained"})
    remove_source("a", data=PACK, own=own_folder)
    proposing(own_folder, "same", 17)
    assert values_of(own_folder) == ["17"]
    assert waiting_facts("a", data=PACK, own=own_folder) == ()


def test_what_was_rejected_and_is_read_differently_waits(own_folder: Path) -> None:
    proposing(own_folder, "none", 17)
    decide(own_folder, proposed(own_folder).fact.key, "reject")
    remove_source("a", data=PACK, own=own_folder)
    proposing(own_folder, "other", 23)
    assert CHANGED in proposed(own_folder).fact.reason


def test_a_fact_is_judged_as_the_names_judged_with_it_leave_it(own_folder: Path) -> None:
    added(own_folder, article("a", SPELT))
    keys = {one.fact.kind: one.fact.key for one in waiting_facts("a", data=PACK, own=own_folder)}
    both = [Decision(keys["steps"], "accept"), Decision(keys["aliases"], "reject")]
    done = judge("a", both, author="Tess", day=date(2024, 7, 1), data=PACK, own=own_folder)
    assert done.waiting == ()
    assert [one.by for one in pack_of(own_folder).sources["a"].steps] == [("rupert-henzau",)]


@pytest.mark.parametrize(
    ("kind", "fields", "message"),
    [
        ("aliases", {"entity": ""}, "entity: no such person: ''"),
        ("aliases", {"entity": "BAD KEY"}, "entity: no such person: 'BAD KEY'"),
        ("aliases", {"name": "x"}, "no field name; the fields are entity"),
        ("steps", {"by.x": "1"}, r"no field by\.x; the fields are by, date"),
        ("steps", {"date.x": "2"}, r"no field date\.x; the fields are by, date"),
        ("steps", {"id": "flavia"}, "id cannot be corrected"),
        ("steps", {"at": "5"}, "at cannot be corrected"),
        ("steps", {"note": "a\x07b"}, "cannot be taken"),
    ],
)
def test_what_cannot_be_corrected_is_refused_in_words(
    own_folder: Path, kind: str, fields: dict[str, str], message: str
) -> None:
    added(own_folder, article("a", SPELT))
    before = files_of(own_folder)
    [key] = [one.fact.key for one in waiting_facts("a", data=PACK, own=own_folder) if one.fact.kind == kind]
    with pytest.raises(UsageError, match=message):
        decide(own_folder, key, "correct", fields)
    assert files_of(own_folder) == before


def test_a_key_that_is_none_is_told(own_folder: Path) -> None:
    added(own_folder, article("a", SPELT))
    with pytest.raises(NotFoundError, match="BAD KEY"):
        decide(own_folder, "BAD KEY", "accept")


def test_the_walk_goes_on_after_a_correction_that_is_refused(own_folder: Path) -> None:
    added(own_folder, article("a", SPELT))
    arguments = ["review", "a", "--author", "Tess", "--date", "2024-07-01"]
    told = CliRunner().invoke(
        app,
        [*arguments, "--data", str(PACK), "--own", str(own_folder)],
        input="c\nentity=\ns\nc\nby.x=1\nc\nid=flavia\nq\n",
    )
    assert (told.exit_code, told.exception) == (0, None)
    assert told.output.count("error: ") == 3
    assert "by=rupert-hentzau" in told.output


def test_a_list_is_corrected_with_commas(own_folder: Path) -> None:
    added(own_folder, article("a", SPELT))
    [key] = [
        one.fact.key for one in waiting_facts("a", data=PACK, own=own_folder) if one.fact.kind == "steps"
    ]
    people = sorted(pack_of(own_folder).people)[:2]
    decide(own_folder, key, "correct", {"by": ", ".join(people)})
    assert [one.by for one in pack_of(own_folder).sources["a"].steps] == [tuple(people)]


def test_a_single_entry_of_a_list_and_a_field_within_a_field(own_folder: Path) -> None:
    with_first(own_folder)
    [key] = [
        one.fact.key
        for one in waiting_facts("first", data=PACK, own=own_folder)
        if "apprentices" in one.quote
    ]
    fields = {"period": "2024-05", "growth.rate": "3", "growth.basis": "yoy"}
    judge(
        "first",
        [Decision(key, "correct", fields)],
        author="T",
        day=date(2024, 7, 1),
        data=PACK,
        own=own_folder,
    )
    figures = pack_of(own_folder).sources["first"].figures
    assert [one.growth.rate for one in figures if one.indicator == "apprentices-trained" and one.growth] == [
        "3"
    ]


def test_nothing_that_is_not_known_is_written(own_folder: Path) -> None:
    text = "Software exports of Ruritania rose 12 per cent to $52 million in April 2024.\n"
    added(own_folder, article("a", text))
    waiting = yaml.safe_load((own_folder / "pending" / "a.yaml").read_text())["facts"]
    assert waiting
    assert "None" not in str(waiting)
    with pytest.raises(ValueError, match="None has no place"):
        yaml_text({"basis": None})
