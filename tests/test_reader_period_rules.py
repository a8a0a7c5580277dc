"""Which times figures and changes of made-up texts are of: rules that take a date and a country as well."""

from __future__ import annotations

from datetime import date

import pytest

from policygraph.reader.document import Document
from policygraph.reader.read import read
from policygraph.reader.reading import Reading

DAY = date(2026, 5, 20)


def reading(text: str, country: str | None = "PK") -> Reading:
    return read(Document("made", text, date=DAY, country=country))


def figures(text: str, country: str | None = "PK") -> list[tuple[str, str | None]]:
    return [(f"{one.value.normalize():f}", one.period) for one in reading(text, country).figures]


def changes(text: str, country: str | None = "PK") -> list[tuple[str, str | None, str | None]]:
    return [(f"{one.pct:f}", one.basis, one.period) for one in reading(text, country).growths]


@pytest.mark.parametrize("country", [None, "XX"])
@pytest.mark.parametrize(
    "when", ["FY2024-25", "2024-25", "FY25", "the current fiscal year", "the first quarter of FY25"]
)
def test_a_fiscal_year_of_no_known_calendar_has_no_dates(when: str, country: str | None) -> None:
    text = f"Software exports came to $3 billion in 2019. They rose 12 per cent to $4 billion in {when}."
    assert figures(text, country) == [("3000000000", "2019-01/2019-12"), ("4000000000", None)]
    assert changes(text, country) == [("12", None, None)]


AFTER = ["In all, exports fell to $2 billion.", "A year earlier they were $2 billion."]


@pytest.mark.parametrize("after", AFTER)
def test_and_lends_none_to_what_is_told_after_it(after: str) -> None:
    text = f"Software exports came to $3 billion in 2019. They were $4 billion in FY2024-25. {after}"
    assert figures(text, None)[-1] == ("2000000000", None)


def test_a_fiscal_year_of_two_numbers_is_never_two_calendar_years() -> None:
    assert figures("Exports came to $4 billion in FY2024-25.", "FR") == [("4000000000", None)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Exports came to $2 billion in the first six months of 2025-26.", "2025-07/2025-12"),
        ("Exports came to $1 billion in Q2 of 2025-26.", "2025-10/2025-12"),
        ("Exports came to $4 billion in 2024-2025.", "2024-07/2025-06"),
        ("Exports came to $4 billion in 2024/25.", "2024-07/2025-06"),
    ],
)
def test_a_part_of_a_year_of_two_numbers(text: str, period: str) -> None:
    assert figures(text)[0][1] == period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Software exports rose 60 per cent between 2019-20 and 2024-25.", ("60", None, "2019-07/2025-06")),
        ("Software exports rose 60 per cent between FY24 and FY25.", ("60", "yoy", "2024-07/2025-06")),
        ("Software exports rose 60 per cent between 2024 and 2025.", ("60", "yoy", "2025-01/2025-12")),
        ("Software exports rose 60 per cent between 2021 and 2025.", ("60", None, "2021-01/2025-12")),
        (
            "Software exports rose 6 per cent between March 2025 and March 2026.",
            ("6", "yoy", "2026-03/2026-03"),
        ),
        ("Software exports rose 6 per cent between July and March.", ("6", "yoy", "2025-07/2026-03")),
    ],
)
def test_a_change_between_two_times(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert changes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board trained 400 people between 2019-20 and 2024-25.", [("400", "2019-07/2025-06")]),
        ("The board trained 400 people between the FY20 and the FY21.", [("400", "2019-07/2021-06")]),
        (
            "Exports came to $2 billion between 1 July and 31 December 2025.",
            [("2000000000", "2025-07/2025-12")],
        ),
        (
            "Exports came to $2 billion from 1 November to 31 January 2026.",
            [("2000000000", "2025-11/2026-01")],
        ),
        (
            "Exports rose from $1 billion to $3 billion between 2019-20 and 2024-25.",
            [("1000000000", "2019-07/2020-06"), ("3000000000", "2024-07/2025-06")],
        ),
        (
            "Exports rose from $1 billion to about $3 billion between 2021 and 2024.",
            [("1000000000", "2021-01/2021-12"), ("3000000000", "2024-01/2024-12")],
        ),
    ],
)
def test_what_is_counted_between_two_times_is_of_both(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert figures(text) == expected


def test_between_two_times_of_which_one_has_no_dates_there_are_none() -> None:
    assert figures("The board trained 400 people between 2019 and FY25.", None) == [("400", None)]
