"""Which times figures and changes of made-up texts are of: rules that take a date and a country as well."""

from __future__ import annotations

from dataclasses import replace
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
        ("Exports rose to $3 billion between 2019-20 and 2024-25.", [("3000000000", "2024-07/2025-06")]),
        ("Exports fell 5% to about $3 billion between 2021 and 2024.", [("3000000000", "2024-01/2024-12")]),
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


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Rs 25 billion was set aside in the PSDP 2025-26 against Rs 20 billion last year.",
            ["2025-07/2026-06", "2024-07/2025-06"],
        ),
        (
            "Exports stood at $3 billion in 2023-24, against $2 billion last year.",
            ["2023-07/2024-06", "2022-07/2023-06"],
        ),
        (
            "From $2 billion in the previous year exports rose to $3 billion in FY24.",
            ["2022-07/2023-06", "2023-07/2024-06"],
        ),
        # last year is not the year before a year of long ago
        (
            "Exports were $2 billion in FY21; last year they came to $3 billion.",
            ["2020-07/2021-06", "2025-01/2025-12"],
        ),
        (
            "Exports came to $9 million in the third quarter, against $8 million in the previous quarter.",
            ["2026-01/2026-03", "2025-10/2025-12"],
        ),
        (
            "Exports came to $300 million in April, against $280 million the month before.",
            ["2026-04/2026-04", "2026-03/2026-03"],
        ),
        (
            "Exports came to $3 billion in FY25, against $280 million a month earlier.",
            ["2024-07/2025-06", None],
        ),
        (
            "Exports were $2 billion in Q1 of 2025-26, against $1 billion in the same period of 2024-25.",
            ["2025-07/2025-09", "2024-07/2024-09"],
        ),
    ],
)
def test_what_is_told_by_another_time(text: str, periods: list[str | None]) -> None:
    assert [period for _, period in figures(text)] == periods


@pytest.mark.parametrize(
    ("times", "basis"),
    [
        ("the third quarter of FY26 from $800 million in the previous quarter", "qoq"),
        ("the month of April 2026 from $800 million in the previous month", "mom"),
    ],
)
def test_a_change_over_the_previous_quarter_or_month(times: str, basis: str) -> None:
    assert [one[1] for one in changes(f"Exports rose 9 per cent to $900 million in {times}.")] == [basis]


@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("in the ten months so far this fiscal year", "2025-07/2026-04"),
        ("in nine months of FY25", "2024-07/2025-03"),
        ("in the remaining nine months of FY25", None),
        ("in the third month of the fiscal year", "2025-09/2025-09"),
        ("in the first four months of the current fiscal year", "2025-07/2025-10"),
        ("in the first six months of this year", "2025-07/2025-12"),
        ("in the first three months of this year", "2026-01/2026-03"),
        ("in the week ended 15 May", None),
        ("in the fiscal year (2024-25)", "2024-07/2025-06"),
        ("since July", None),
    ],
)
def test_parts_of_years(when: str, period: str | None) -> None:
    assert figures(f"Exports came to $3 billion {when}.") == [("3000000000", period)]


def test_a_part_of_this_year_that_lies_ahead_is_of_the_calendar() -> None:
    [(_, period)] = figures("Exports will come to $3 billion in the first six months of this year.")
    assert period == "2026-01/2026-06"


def test_a_part_of_the_fiscal_year_that_has_not_begun_is_of_the_last_one() -> None:
    assert figures("Exports came to $1 billion in the last quarter of the fiscal year.") == [
        ("1000000000", "2026-04/2026-06")
    ]
    document = Document(
        "made", "Exports came to $1 billion in the last quarter of the fiscal year.", country="PK"
    )
    [figure] = read(replace(document, date=date(2025, 9, 3))).figures
    assert figure.period == "2025-04/2025-06"


def test_last_year_after_a_part_of_this_year_is_the_same_part() -> None:
    part = "in the first six months of"
    text = f"Exports were $3 billion {part} this year and $2 billion {part} last year."
    assert [period for _, period in figures(text)] == ["2025-07/2025-12", "2024-07/2024-12"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Exports were $3 billion in FY24, rising to $4 billion the following year.",
            ["2023-07/2024-06", "2024-07/2025-06"],
        ),
        (
            "Rs 25 billion is set aside for the next fiscal year, against Rs 20 billion in the current year.",
            ["2026-07/2027-06", "2025-07/2026-06"],
        ),
        (
            "Exports rose to $4 billion in 2023-24 from $3 billion last fiscal.",
            ["2023-07/2024-06", "2022-07/2023-06"],
        ),
        ("Exports from July through April were $4 billion.", ["2025-07/2026-04"]),
        (
            "Exports in March were $9 million, the most since June 2021 when they were $7 million.",
            ["2026-03/2026-03", None],
        ),
    ],
)
def test_years_told_beside_others(text: str, periods: list[str | None]) -> None:
    assert [period for _, period in figures(text)] == periods


def test_a_rise_over_the_last_fiscal_year_is_a_yearly_one() -> None:
    text = "Exports rose 9 per cent to $4 billion in 2023-24 from $3 billion last fiscal."
    assert changes(text) == [("9", "yoy", "2023-07/2024-06")]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Exports were $3 billion and $4 billion in FY24 and FY25, respectively.",
            ["2023-07/2024-06", "2024-07/2025-06"],
        ),
        (
            "In fiscal years 2023-24 and 2024-25 exports were $3 billion and $4 billion.",
            ["2023-07/2024-06", "2024-07/2025-06"],
        ),
        (
            "Exports were $2 billion, $3 billion and $4 billion in FY23, FY24 and FY25.",
            ["2022-07/2023-06", "2023-07/2024-06", "2024-07/2025-06"],
        ),
        ("The fund will lend $9 billion in 2026-27, 2027-28 and 2028-29.", ["2026-07/2029-06"]),
        (
            "Exports were $3 billion in FY24 and $4 billion in FY25.",
            ["2023-07/2024-06", "2024-07/2025-06"],
        ),
    ],
)
def test_times_in_a_list(text: str, periods: list[str | None]) -> None:
    assert [period for _, period in figures(text)] == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Exports came to $3 billion in Jul-Mar 2025-26.", "2025-07/2026-03"),
        ("Exports came to $3 billion during July to March of 2025/26.", "2025-07/2026-03"),
        ("Exports came to $3 billion in March 2025-26.", "2026-03/2026-03"),
        ("Exports came to $3 billion in July-December 2025.", "2025-07/2025-12"),
        ("Exports should come to $3 billion by the close of the fiscal year.", "2025-07/2026-06"),
        ("The budget for the next fiscal year has Rs 30 billion for parks.", "2026-07/2027-06"),
    ],
)
def test_months_of_a_fiscal_year_and_its_end(text: str, period: str) -> None:
    assert figures(text)[0][1] == period


def test_an_amount_that_a_year_owns_is_of_that_year() -> None:
    text = "Exports stood at $4 billion this fiscal year against last year's $3 billion."
    assert [period for _, period in figures(text)] == ["2025-07/2026-06", "2024-07/2025-06"]


def test_what_has_come_about_since_has_no_time() -> None:
    text = "Exports were $2 billion in FY21 and have since risen to $4 billion."
    assert figures(text) == [("2000000000", "2020-07/2021-06"), ("4000000000", None)]
    assert figures("Exports have since risen to $4 billion in FY25.")[0][1] == "2024-07/2025-06"


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        (
            "Reserves were $9 billion on 30 June 2025. Last year, exports were $8 billion.",
            "PK",
            "2025-01/2025-12",
        ),
        ("Exports were $9 billion in June 2025. Last year, they were $8 billion.", "PK", "2024-06/2024-06"),
        (
            "Exports were $3 billion in May 2025. They were $2 billion a year earlier.",
            "PK",
            "2024-05/2024-05",
        ),
        ("Reserves were $3 billion on 3 May 2025 and $2 billion a year earlier.", "PK", "2024-05-03"),
        (
            "Exports were $3 billion on 3 May 2025, $2 billion in May 2024, and $1 billion a year earlier.",
            "PK",
            "2023-05/2023-05",
        ),
        ("It was 2024. Exports were $2 billion in FY25 and $1.5 billion a year earlier.", None, None),
        ("Exports were $3 billion in 2025 and $2 billion the previous quarter.", "PK", "2026-01/2026-03"),
        ("Exports were $2 billion in FY24 and $3 billion this year.", "PK", "2026-01/2026-12"),
        (
            "Exports were $3 billion in the April to June quarter of 2025 against $2 billion last year.",
            "PK",
            "2024-04/2024-06",
        ),
    ],
)
def test_a_time_told_by_another_is_as_long_as_what_it_is_told_by(
    text: str, country: str | None, expected: str | None
) -> None:
    assert figures(text, country)[-1][1] == expected
