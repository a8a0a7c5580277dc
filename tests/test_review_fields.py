"""What a person may correct: fields are named, their values checked, and messages say what to type."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsroom_made import PACK, added, article, files_of, pack_of
from policygraph.cli.main import app
from policygraph.errors import NotFoundError, UsageError
from policygraph.newsroom.fields import fields_of
from policygraph.newsroom.review import Decision, Reviewed, judge
from policygraph.newsroom.waiting import facts_read, waiting_facts

SUM = "The guild allocated $7 million. It rained.\n"
SCHEME = """The National Quay Initiative was launched by the Ministry of Fine Boats. The guild allocated $7 \
million for the scheme. Flavia Elphberg signed a memorandum of understanding. \
The Harbour Coding Board is by the sea.
"""
RATE = "Software exports of Ruritania rose 12 per cent to $52 million in April 2024.\n"


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One cache for all tests."""
    os.environ["POLICYGRAPH_CACHE"] = str(tmp_path_factory.mktemp("cache"))


def decide(own: Path, *decisions: Decision) -> Reviewed:
    """Judge the source `a`, as Tess."""
    return judge("a", decisions, author="Tess", day=date(2024, 7, 1), data=PACK, own=own)


def key_of(own: Path, kind: str) -> str:
    """The key of the first fact of a kind that waits."""
    return next(one.fact.key for one in waiting_facts("a", data=PACK, own=own) if one.fact.kind == kind)


def told(own: Path, key: str, verdict: str, **fields: str) -> str:
    """The message of a judgement that is refused; nothing is then changed."""
    before = files_of(own)
    with pytest.raises(UsageError) as error:
        decide(own, Decision(key, verdict, {name.replace("__", "."): one for name, one in fields.items()}))  # type: ignore[arg-type]
    assert files_of(own) == before
    return str(error.value)


def test_what_is_missing_is_named_with_what_to_type(own_folder: Path) -> None:
    added(own_folder, article("a", SUM))
    key = key_of(own_folder, "figures")
    message = told(own_folder, key, "accept")
    assert "indicator and period are missing; correct it with indicator=... period=..." in message
    assert "if it is money for a measure, initiative=... role=..." in message
    assert "role is missing; correct it with role=..." in told(
        own_folder, key, "correct", initiative="castle-code-fund"
    )


def test_money_is_given_its_measure_and_is_a_sum_of_it(own_folder: Path) -> None:
    added(own_folder, article("a", SUM))
    key = key_of(own_folder, "figures")
    fields = {"initiative": "castle-code-fund", "role": "allocation"}
    decide(own_folder, Decision(key, "correct", fields))
    source = pack_of(own_folder).sources["a"]
    [amount] = source.amounts
    assert (amount.initiative, amount.role, amount.value) == (*fields.values(), "7")
    assert source.figures == ()


def test_a_sum_that_is_none_is_given_its_indicator(own_folder: Path) -> None:
    added(own_folder, article("a", SCHEME))
    fields = {"indicator": "software-exports", "area": "ruritania", "period": "2024-05"}
    decide(own_folder, Decision(key_of(own_folder, "amounts"), "correct", fields))
    [figure] = pack_of(own_folder).sources["a"].figures
    assert (figure.indicator, str(figure.period), figure.value) == ("software-exports", "2024-05", "7")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("kind", "nonsense", "kind: 'nonsense' is not one of: day, "),
        ("status", "sure", "status: 'sure' is not one of: actual, "),
        (
            "indicator",
            "software-export",
            "no such indicator: 'software-export'; did you mean software-exports",
        ),
        ("by", "nobody", "by: no such person or body: 'nobody'"),
        ("period", "lately", "period: 'lately' is no period; write it as 2025-10-03, 2025-10, "),
        ("growth.basis", "last", "growth.basis: 'last' is not one of: yoy, mom, qoq; nor a period"),
        ("growth.basis", "FY2020", "of a rate in Apr 2024, none of these compares with FY2019-20"),
    ],
)
def test_values_of_closed_lists_are_checked_and_the_valid_ones_named(
    own_folder: Path, field: str, value: str, words: str
) -> None:
    added(own_folder, article("a", RATE))
    assert words in told(
        own_folder, key_of(own_folder, "figures"), "correct", **{field.replace(".", "__"): value}
    )


def test_periods_are_taken_as_they_are_printed(own_folder: Path) -> None:
    added(own_folder, article("a", RATE))
    rate = key_of(own_folder, "figures")
    for fields in ({"growth.basis": "Apr 2023"}, {"growth.basis": "FY2022", "period": "FY2023"}):
        decide(own_folder, Decision(rate, "correct", fields))
        growths = [one.growth for one in pack_of(own_folder).sources["a"].figures if one.growth]
        assert [one.basis for one in growths] == ["yoy"]
    decide(own_folder, Decision(rate, "correct", {"growth.basis": "yoy", "period": "Jul-Sep 2023"}))
    periods = [str(one.period) for one in pack_of(own_folder).sources["a"].figures]
    assert periods == ["2024-04", "2023-07/2023-09"]


def test_a_measure_of_no_certain_kind_waits_with_what_is_said_of_it(own_folder: Path) -> None:
    diff = added(own_folder, article("a", SCHEME)).diff
    name, step = key_of(own_folder, "names"), key_of(own_folder, "steps")
    assert "programme is proposed as its kind" in next(
        one.reason for one in diff.waiting if one.line.key == name
    )
    assert "judge names-initiatives-" in told(own_folder, step, "accept")
    assert "measure: 'boat' is not one of: policy, law" in told(own_folder, name, "correct", measure="boat")
    done = decide(own_folder, Decision(name, "correct", {"measure": "campaign"}))
    pack = pack_of(own_folder)
    assert pack.initiatives["national-quay-initiative"].kind == "campaign"
    assert [(one.stage, one.by) for one in pack.sources["a"].steps] == [
        ("launched", ("ministry-of-fine-boats",))
    ]
    waiting = {fact.kind: fact for fact in done.waiting}
    assert waiting["amounts"].fact["initiative"] == "national-quay-initiative"
    assert "is “the scheme” the National Quay Initiative" in waiting["amounts"].reason


def test_a_measure_with_its_last_word_in_small_letters_waits_too(own_folder: Path) -> None:
    text = "The Tech Quay initiative was launched by the Harbour Coding Board in May.\n"
    diff = added(own_folder, article("a", text)).diff
    [name] = [one for one in diff.waiting if one.line.key.startswith("names-")]
    assert "Tech Quay initiative" in name.line.words
    decide(own_folder, Decision(name.line.key, "accept"))
    pack = pack_of(own_folder)
    assert [one.initiative for one in pack.sources["a"].steps] == ["tech-quay-initiative"]
    assert pack.initiatives["tech-quay-initiative"].kind == "programme"


def test_all_else_that_was_read_is_listed_and_a_deed_may_be_taken(own_folder: Path) -> None:
    diff = added(own_folder, article("a", SCHEME)).diff
    reasons = {one.line.words: one.reason for one in diff.left}
    assert "named, and no fact is about them" in {
        why for words, why in reasons.items() if "Harbour Coding Board" in words
    }
    [deed] = [one for one in diff.left if one.line.key]
    assert "“memorandum" in deed.reason
    fields = {"initiative": "castle-code-fund", "stage": "agreed"}
    decide(own_folder, Decision(deed.line.key, "correct", fields))
    assert [(one.initiative, one.stage) for one in pack_of(own_folder).sources["a"].steps] == [
        ("castle-code-fund", "agreed")
    ]


def test_the_command_names_the_fields_and_their_values(own_folder: Path) -> None:
    listed = CliRunner().invoke(app, ["review", "--fields", "--format", "csv"])
    lines = listed.output.splitlines()
    assert 'amounts,role,"one of commitment, allocation,' in listed.output
    assert 'steps,date,"a day, month, year' in listed.output
    told = CliRunner().invoke(app, ["review", "--help"]).output
    for name in ("indicator", "growth.basis", "initiative", "role", "measure"):
        assert name in told
    assert {line.split(",")[1] for line in lines if line.startswith("figures,")} == set(fields_of("figures"))
    added(own_folder, article("a", SUM))
    arguments = ["review", "a", "--author", "Tess", "--data", str(PACK), "--own", str(own_folder)]
    walked = CliRunner().invoke(app, arguments, input="q\n").output
    assert "missing: indicator period" in walked
    assert " initiative " in walked.partition("also: ")[2]


def test_all_that_was_read_is_listed_with_its_key_and_what_became_of_it(own_folder: Path) -> None:
    with pytest.raises(NotFoundError):
        facts_read("a", data=PACK, own=own_folder)
    diff = added(own_folder, article("a", f"{SCHEME}{RATE}")).diff
    before = files_of(own_folder)
    rows = facts_read("a", data=PACK, own=own_folder)
    assert files_of(own_folder) == before
    waiting, left = {one.line.key for one in diff.waiting}, {one.line.key for one in diff.left}
    assert {key for key, _, _ in rows} == ({one.key for one in diff.new} | waiting | left) - {""}
    assert {became.partition(":")[0] for _, _, became in rows} == {"taken", "waits", "left out"}
    arguments = ["review", "a", "--all", "--format", "csv", "--data", str(PACK), "--own", str(own_folder)]
    assert len(CliRunner().invoke(app, arguments).output.splitlines()) == len(rows) + 1


@pytest.mark.parametrize("told", ["are expected to grow", "are targeted to grow"])
def test_an_expected_rate_that_is_accepted_stays_a_forecast(own_folder: Path, told: str) -> None:
    added(own_folder, article("a", f"Software exports of Ruritania {told} by 12 per cent in FY2026.\n"))
    key = key_of(own_folder, "figures")
    assert "(forecast)" in next(one.words for one in waiting_facts("a", data=PACK, own=own_folder))
    decide(own_folder, Decision(key, "accept"))
    [figure] = pack_of(own_folder).sources["a"].figures
    assert (figure.status, figure.growth and figure.growth.rate) == ("forecast", "12")
    options = ["--data", str(PACK), "--own", str(own_folder), "--period", "FY2026", "-c", "all", "-f", "json"]
    [row] = json.loads(CliRunner().invoke(app, ["ask", "growth-claims", *options]).stdout)
    assert row["status"] == "forecast"


def test_what_contradicts_itself_is_refused_and_a_form_lists(own_folder: Path) -> None:
    added(own_folder, article("a", SUM))
    key, before = key_of(own_folder, "figures"), files_of(own_folder)
    options = ["review", "a", "--data", str(PACK), "--own", str(own_folder), "--author", "Tess"]
    for more, words in (
        (["--accept", key, "--reject", key], f"{key} is judged twice, accept and reject"),
        (["--reject", key, "--list"], "judge in a command of its own"),
        (["--reject", key, "-f", "csv"], "judge in a command of its own"),
    ):
        refused = CliRunner().invoke(app, [*options, *more])
        assert isinstance(refused.exception, UsageError)
        assert words in str(refused.exception)
    assert files_of(own_folder) == before
    listed = CliRunner().invoke(app, [*options, "-f", "csv"])
    assert listed.stdout.splitlines()[0] == "key,read as,because,quote"
    assert key in listed.stdout
