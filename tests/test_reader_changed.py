"""What has changed, by how much and in what unit; what else a sentence compares it with; on made-up text."""

from __future__ import annotations

import json
from datetime import date

import pytest

from policygraph.reader.document import Document
from policygraph.reader.figures.figures import read_figures
from policygraph.reader.figures.growths import read_growths
from policygraph.reader.jsonl import line_of, row_of
from policygraph.reader.read import read
from policygraph.reader.text.sentences import sentences_of


def document(text: str) -> Document:
    return Document(id="x", text=text, date=date(2031, 9, 10), country="PK")


def changed(text: str) -> list[tuple[str, str]]:
    found = read_growths(document(text), sentences_of(text))
    return [(f"{one.pct:f}{' ' * bool(one.unit)}{one.unit}", one.indicator) for one in found]


def levels(text: str) -> list[tuple[str, str]]:
    found = read_figures(document(text), sentences_of(text))
    return [(f"{one.value:f}", one.indicator) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Software exports were $40m in May, 18 per cent more than in April.", "it-exports"),
        ("The fund's share rose. Lines stood at 7.4 million users, up 4% on the year.", "users"),
        ("It rose by 58% to 28.8m users.", "users"),
        ("The number of subscribers grew 4 per cent.", "users"),
        ("Headcount would grow by eight percent.", "jobs"),
        ("Software exports were $40m in May. That was an improvement of 13 per cent.", "it-exports"),
        ("Start-ups raised $40m in May. That is 43% below the sum of April.", "investment"),
        ("The company saw a drop of 13% in passengers.", "other"),
        ("The firm cut 90 jobs. Its flights fell by 15%.", "other"),
        ("Software exports were $40m. The prices of fish rose 5 per cent.", "other"),
        ("Software exports were $40m. The market rose 5 per cent.", "other"),
        ("Software exports were $40m. Its share rose 5 per cent.", "other"),
        ("Start-ups raised $40m in May. IT grew 5 per cent.", "other"),
        ("Start-ups raised $40m in May. The IT sector exporting most grew 5 per cent.", "it-exports"),
        ("Prices rose 5 per cent, and 28.8 million users paid.", "other"),
        ("The company grew 4 per cent.", "other"),
        ("The number of jobs grew 4 per cent.", "jobs"),
        (f"Software exports were $40m. {'Rain fell all day. ' * 50}That was a gain of 3 per cent.", "other"),
    ],
)
def test_a_change_is_one_of_what_it_is_told_of(text: str, expected: str) -> None:
    assert [indicator for _, indicator in changed(text)] == [expected]


def test_a_change_is_told_of_the_change_before_it() -> None:
    text = "Software exports rose 4 per cent in May. That is an improvement of 3 per cent."
    assert changed(text) == [("4", "it-exports"), ("3", "it-exports")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Software exports outstripped imports and rose 7% in May.", [("7", "it-exports")]),
        ("Software exports rose faster than imports, by 7%.", [("7", "it-exports")]),
        ("Imports, unlike software exports, rose 7%.", [("7", "other")]),
        ("Software exports fell more than imports, which dropped 5%.", [("-5", "other")]),
    ],
)
def test_what_something_is_compared_with_has_not_changed(text: str, expected: list[tuple[str, str]]) -> None:
    assert changed(text) == expected


def test_what_something_is_compared_with_keeps_its_own_amount() -> None:
    assert levels("Software exports were higher than imports of $5 billion.") == [("5000000000", "other")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Software exports grew 1.5 times to $3 billion.", [("50", "it-exports")]),
        ("Users grew three times to 3 million.", [("200", "users")]),
        ("Software exports rose 1.2-fold in May.", [("20", "it-exports")]),
        ("There was a 2.5-fold increase in software exports.", [("150", "it-exports")]),
        ("Software exports rose three times in five years.", []),
        ("The fee was raised three times to $5.", []),
        ("The board has a double part in this.", []),
        ("Software exports doubled.", [("100", "it-exports")]),
    ],
)
def test_multiples(text: str, expected: list[tuple[str, str]]) -> None:
    assert changed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Investment slid a fifth to $80 million.", [("-20", "investment")]),
        ("Software exports are up a third.", [("33.3", "it-exports")]),
        ("Profit dropped nearly a quarter in May.", [("-25", "revenue")]),
        ("Profit was about a fifth less than in April.", [("-20", "revenue")]),
        ("She climbed a third peak, and it rose a fifth time.", []),
    ],
)
def test_parts_of_a_whole_that_tell_a_change(text: str, expected: list[tuple[str, str]]) -> None:
    assert changed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lines were 9 million on September 30, 2030, which is 2 per cent fewer than on June 30, 2030.",
            "qoq",
        ),
        ("Users rose by 58% to 28.8m over the twelve months.", "yoy"),
        ("Users rose by 58% over six months.", None),
        ("Revenue of $9m in January-June 2030 was down 1% on the preceding half.", None),
        ("Revenue of $9m in January-June 2030 was down 1%.", "yoy"),
        ("Software exports rose 4% on the month in May.", "mom"),
        ("Growth in FY30 is therefore 20.9pc.", "yoy"),
    ],
)
def test_what_a_change_is_measured_against(text: str, expected: str | None) -> None:
    (growth,) = read_growths(document(text), sentences_of(text))
    assert growth.basis == expected


def test_percentage_points_are_told_from_per_cent() -> None:
    text = "The share of women fell by 3.4 percentage points. Software exports fell by 3.4 per cent."
    assert changed(text) == [("-3.4 points", "other"), ("-3.4", "it-exports")]
    whole = document(text)
    points, rate = json.loads(line_of(row_of(whole, read(whole))))["growths"]
    assert (points["pct"], points["unit"]) == (-3.4, "points")
    assert (rate["pct"], "unit" in rate) == (-3.4, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Software exports were $40m in May. The board spent $5m on the harbour.", "other"),
        ("Software exports were $40m in May. A club won $5m.", "other"),
        ("Software exports were $40m in May. April brought $35m.", "it-exports"),
    ],
)
def test_what_is_paid_out_is_none_of_what_was_told(text: str, expected: str) -> None:
    assert levels(text)[-1][1] == expected
