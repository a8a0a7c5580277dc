"""Which times stay with what they are told of: datelines, aims, what is to come, clauses; on made-up text."""

from __future__ import annotations

from datetime import date

import pytest

from policygraph.reader.document import Document
from policygraph.reader.read import read
from policygraph.reader.reading import Reading

YEAR = "2024-07/2025-06"


def reading(text: str) -> Reading:
    return read(Document("made", text, date=date(2025, 11, 19), country="PK"))


def changes(text: str) -> list[tuple[str, str | None]]:
    return [(f"{one.pct:f}", one.period) for one in reading(text).growths]


def levels(text: str) -> list[tuple[str, str | None]]:
    return [(f"{one.value:f}", one.period) for one in reading(text).figures]


@pytest.mark.parametrize("line", ["HILLTOWN, Nov 19: ", "Hilltown, Nov 19 - ", "HILLTOWN, November 19: "])
def test_the_day_of_filing_is_no_time_of_a_change(line: str) -> None:
    text = f"{line}Software exports rose 17 per cent to $386 million in October."
    assert changes(text) == [("17", "2025-10/2025-10")]
    assert changes(f"They met.\n\n{line}Software exports rose 17 per cent.") == [("17", None)]


def test_a_time_of_the_clock_is_no_day() -> None:
    assert levels("Exports came to $3 billion in May 19:30 hours after the port shut.") == [
        ("3000000000", "2025-05/2025-05")
    ]


@pytest.mark.parametrize(
    "before",
    [
        "The minister hopes to reach software exports of $15 billion by 2030.",
        "Software exports are expected to come to $15 billion in 2030.",
        "Software exports are expected to rise 40 per cent in 2030.",
        "The target for software exports was $15 billion for FY25.",
    ],
)
def test_an_aim_and_what_is_to_come_lend_no_time(before: str) -> None:
    assert changes(f"{before}\n\nReceipts fell by a quarter.")[-1] == ("-25", None)


def test_an_aim_leaves_the_time_of_the_last_fact() -> None:
    text = "Software exports came to $4 billion in FY25. They are to reach $15 billion by 2030."
    assert changes(f"{text}\n\nThey fell by a quarter.") == [("-25", YEAR)]


FIRST, SECOND = "Software exports came to $3 billion in FY25", "they were $1 billion, or so he said, in 2010"


@pytest.mark.parametrize("joint", ["; ", " while ", ", whereas "])
def test_a_time_stays_in_the_part_of_its_sentence(joint: str) -> None:
    assert levels(f"{FIRST}{joint}{SECOND}.") == [("3000000000", YEAR), ("1000000000", "2010-01/2010-12")]
    fell = "they fell, it is said, by 10 per cent in October 2025"
    assert changes(f"{FIRST}{joint}{fell}.") == [("-10", "2025-10/2025-10")]


@pytest.mark.parametrize("joint", ["; ", " while "])
def test_a_part_that_says_no_year_may_have_the_time_of_another(joint: str) -> None:
    assert levels(f"{FIRST}{joint}freelancers earned $80 million.")[-1] == ("80000000", YEAR)
    assert changes(
        f"In FY25 some 900 freelancers were trained{joint}receipts rose 5 per cent over 2010."
    ) == [("5", YEAR)]


@pytest.mark.parametrize(
    "aside", [", down from $310 million", ", against $310 million", " from about $310 million"]
)
def test_a_time_after_an_aside_is_not_that_of_the_aside(aside: str) -> None:
    text = f"Software exports came to $1 billion in 2010; they fetched $300 million{aside}, in May 2025."
    found = dict(levels(text))
    assert (found["300000000"], found["310000000"]) == ("2025-05/2025-05", None)
    beside = dict(levels(f"Software exports fetched $300 million{aside} in May 2025."))
    assert beside["310000000"] == "2025-05/2025-05"
