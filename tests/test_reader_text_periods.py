"""Periods as text names them, resolved against the date and the fiscal calendar."""

from __future__ import annotations

from datetime import date

import pytest

from policygraph.reader.countries import country_named
from policygraph.reader.periods.text_periods import TextPeriod, periods_of, printed
from policygraph.reader.text.folding import folded

DAY = date(2021, 9, 19)


def found(text: str, day: date | None = DAY, country: str | None = "PK") -> list[TextPeriod]:
    return list(periods_of(text, folded(text), day, country_named(country).calendar))


def read(text: str, day: date | None = DAY, country: str | None = "PK") -> list[str | None]:
    return [printed(period.period) for period in found(text, day, country)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in FY21", "2020-07/2021-06"),
        ("in FY2020-21", "2020-07/2021-06"),
        ("during fiscal year 2020-21", "2020-07/2021-06"),
        ("in the 2020–2021 fiscal year", "2020-07/2021-06"),
        ("first eleven months of FY24", "2023-07/2024-05"),
        ("2HFY23", "2023-01/2023-06"),
        ("8MFY22", "2021-07/2022-02"),
        ("Q1 of the previous fiscal year", "2020-07/2020-09"),
        ("first ten months (July-April) of the current fiscal year", "2021-07/2022-04"),
        ("July-August of the current fiscal year", "2021-07/2021-08"),
        ("in the first quarter", "2021-07/2021-09"),
        ("in July-August", "2021-07/2021-08"),
        ("between July and October", "2020-07/2020-10"),
        ("July 2021 to February 2022", "2021-07/2022-02"),
        ("in December 2023", "2023-12/2023-12"),
        ("in December", "2020-12/2020-12"),
        ("last month", "2021-08/2021-08"),
        ("by June 2026", "2026-06/2026-06"),
        ("by November", "2021-11/2021-11"),
        ("by 2030", "2030-01/2030-12"),
        ("from 2010 to 2035", "2010-01/2035-12"),
        ("first nine months of 2021", "2021-01/2021-09"),
        ("the first quarter of next year", "2022-01/2022-03"),
        ("two years ago", "2019-01/2019-12"),
        ("in five years", "2026-01/2026-12"),
        ("the year ending June 30, 2007", "2006-07/2007-06"),
        ("the 12 months to June 2008", "2007-07/2008-06"),
        ("on 1st February 2024", "2024-02-01"),
        ("on July 19, 2021", "2021-07-19"),
        ("the year that closed in June", "2020-07/2021-06"),
        ("ten-month software exports", "2020-07/2021-04"),
        ("for the eight months, exports", "2021-01/2021-08"),
        ("in the full year", "2021-07/2022-06"),
        ("hoped for $3 billion for the year", "2021-07/2022-06"),
        ("in the coming year", "2022-07/2023-06"),
        ("the third quarter of calendar 2020", "2020-07/2020-09"),
    ],
)
def test_periods(text: str, period: str) -> None:
    assert read(text) == [period]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("8m 2021 and 1q 2020", [("8m 2021", "2021-01/2021-08"), ("1q 2020", "2020-01/2020-03")]),
        (
            "in the opening three months of last year",
            [("opening three months of last year", "2020-01/2020-03")],
        ),
        (
            "the same quarter of the previous financial year",
            [("same quarter of the previous financial year", None)],
        ),
        ("They marched on 12th of June 2015", [("12th of June 2015", "2015-06-12")]),
        ("dolls of Sept. 5, 2019 to firms", [("Sept. 5, 2019", "2019-09-05")]),
        ("Marchers in 2018, then 2019", [("2018", "2018-01/2018-12"), ("2019", "2019-01/2019-12")]),
    ],
)
def test_a_pattern_is_tried_where_it_may_begin(text: str, periods: list[tuple[str, str | None]]) -> None:
    assert [(text[one.start : one.end], printed(one.period)) for one in found(text)] == periods


@pytest.mark.parametrize(
    ("country", "period"),
    [
        ("PK", "2020-07/2021-06"),
        ("IN", "2020-04/2021-03"),
        ("LK", "2021-01/2021-12"),
        (None, None),
        ("XX", None),
    ],
)
def test_a_fiscal_year_is_the_country_s(country: str | None, period: str | None) -> None:
    assert read("in FY2021", DAY, country) == [period]


@pytest.mark.parametrize(
    ("day", "period"), [(date(2021, 7, 20), "2020-07/2021-06"), (date(2021, 5, 20), "2020-07/2021-06")]
)
def test_the_outgoing_year_has_just_ended_or_is_ending(day: date, period: str) -> None:
    assert read("the outgoing fiscal year", day) == [period]


@pytest.mark.parametrize(
    "text", ["a year earlier", "the corresponding period last year", "the same half of FY24"]
)
def test_some_are_known_by_what_they_are_compared_with(text: str) -> None:
    (only,) = found(text)
    assert (only.period, only.shift) == (None, -12)


def test_by_makes_a_period_due() -> None:
    assert [period.due for period in found("by 2030 or in 2031")] == [True, False]


@pytest.mark.parametrize("text", ["Vision 2030", "the Data Bill 2023", "since 2013", "an April forecast"])
def test_what_names_no_period_is_still_no_number(text: str) -> None:
    assert read(text) == [None]


@pytest.mark.parametrize("text", ["it may be so", "they march on", "the same time"])
def test_words_that_are_no_periods(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["May\n\n15 2023", "in May\r\n\r\n15", "the first half\n \nof 2023"])
def test_no_period_runs_over_a_blank_line(text: str) -> None:
    for period in found(text):
        assert "\n" not in text[period.start : period.end]


def test_a_period_may_run_over_a_line_break() -> None:
    assert read("in May\n2023") == ["2023-05/2023-05"]


def test_without_a_date_only_named_years_are_resolved() -> None:
    assert read("in December; last year; in 2021", None) == [None, None, "2021-01/2021-12"]


def test_quarters_are_those_of_the_calendar_year_that_the_text_speaks_of() -> None:
    text = "the third quarter of calendar 2020, and below the second quarter"
    assert read(text) == ["2020-07/2020-09", "2020-04/2020-06"]


def test_years_before_are_so_many_months_back() -> None:
    assert [period.shift for period in found("1,580 two years before.")] == [-24]
    assert found("two years before the fund opened") == []
