"""Figures and growths of a text, their periods, status and quotes."""

from __future__ import annotations

from datetime import date

import pytest

from policygraph.reader.document import Document
from policygraph.reader.figures import read_figures
from policygraph.reader.growths import read_growths
from policygraph.reader.reading import ReadFigure, ReadGrowth
from policygraph.reader.sentences import sentences_of


def document(text: str, country: str | None = "PK") -> Document:
    return Document(id="x", text=text, date=date(2024, 9, 10), country=country)


def figures(text: str, country: str | None = "PK") -> tuple[ReadFigure, ...]:
    return read_figures(document(text, country), sentences_of(text))


def growths(text: str, country: str | None = "PK") -> tuple[ReadGrowth, ...]:
    return read_growths(document(text, country), sentences_of(text))


def only(text: str) -> tuple[str, str, str, str | None, str]:
    (figure,) = figures(text)
    return f"{figure.value:f}", figure.unit, figure.indicator, figure.period, figure.status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Software exports came to $210 million in August.",
            ("210000000", "USD", "it-exports", "2024-08/2024-08", "actual"),
        ),
        (
            "Rice exports were $90 million in FY24.",
            ("90000000", "USD", "other-exports", "2023-07/2024-06", "actual"),
        ),
        (
            "It wants IT exports of $9 billion by 2030.",
            ("9000000000", "USD", "it-exports", "2030-01/2030-12", "target"),
        ),
        ("IT exports could cross $5 billion.", ("5000000000", "USD", "it-exports", None, "forecast")),
        ("A Rs2 billion fund was announced.", ("2000000000", "PKR", "budget", None, "commitment")),
        ("Exporters get a four per cent rebate.", ("4", "percent", "rate", None, "commitment")),
        ("They may keep half of their dollars.", ("50", "percent", "rate", None, "commitment")),
        ("Some 30,000 young people will be trained.", ("30000", "count", "people-trained", None, "target")),
        ("The scheme made 7,500 jobs.", ("7500", "count", "jobs", None, "actual")),
        ("The number of subscribers has passed 90 million.", ("90000000", "count", "users", None, "actual")),
        ("It opened 14 technology parks.", ("14", "count", "facilities", None, "actual")),
        ("It is the third-largest supplier of such work.", ("3", "count", "rank", None, "actual")),
    ],
)
def test_one_figure(text: str, expected: tuple[str, str, str, str | None, str]) -> None:
    assert only(text) == expected


@pytest.mark.parametrize(
    ("text", "period", "status"),
    [
        ("Rice exports were $52 million in May 2024.", "2024-05/2024-05", "actual"),
        ("In May 2024 rice exports were $52 million.", "2024-05/2024-05", "actual"),
        ("In May, rice exports were $52 million.", "2024-05/2024-05", "actual"),
        ("Rice exports may be $52 million.", None, "forecast"),
        ("In May 2024 they said rice exports may be $52 million.", "2024-05/2024-05", "forecast"),
        ("Rice exports of $52 million may follow in 2025.", "2025-01/2025-12", "forecast"),
    ],
)
def test_the_month_of_may_is_no_guess(text: str, period: str | None, status: str) -> None:
    assert only(text)[3:] == (period, status)


@pytest.mark.parametrize(
    "text",
    [
        "The house has 342 seats and sat for 45 minutes.",
        "He is 61 and lives at No 12.",
        "Nearly half of the trouble is known.",
        "Vision 2030 and the Data Bill 2023 came up.",
        "A new $20 bill was shown.",
        "Also read: gold up by Rs1,100 a tola",
    ],
)
def test_numbers_with_no_meaning_are_left_out(text: str) -> None:
    assert figures(text) == ()


def test_a_fact_stated_twice_is_one_figure_and_the_fuller_stays() -> None:
    (figure,) = figures("IT exports reach $210m\n\nSoftware exports were $210 million in August.")
    assert figure.period == "2024-08/2024-08"


def test_the_year_before_is_counted_from_the_period_compared() -> None:
    text = "IT exports were $60 million in July-August against $50 million in the same period last year."
    assert [figure.period for figure in figures(text)] == ["2024-07/2024-08", "2023-07/2023-08"]


@pytest.mark.parametrize(
    ("text", "pct", "basis", "period"),
    [
        ("IT exports rose 22.5% in FY24.", "22.5", "yoy", "2023-07/2024-06"),
        ("IT exports fell by 4pc in August over July.", "-4", "mom", "2024-08/2024-08"),
        ("Exports of software doubled in 2023.", "100", None, "2023-01/2023-12"),
        ("There was a 31% increase in sales.", "31", None, None),
        ("In August IT exports were 12 per cent higher year-on-year.", "12", "yoy", "2024-08/2024-08"),
        ("The share rose by 2 percentage points.", "2", None, None),
    ],
)
def test_one_growth(text: str, pct: str, basis: str | None, period: str | None) -> None:
    (growth,) = growths(text)
    assert (f"{growth.pct:f}", growth.basis, growth.period) == (pct, basis, period)


@pytest.mark.parametrize(
    "text", ["The gap narrowed to 25 per cent.", "The tax falls in slabs of 5-35 per cent."]
)
def test_a_level_is_no_growth(text: str) -> None:
    assert growths(text) == ()
    assert figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "“IT exports rose 5% to $2bn in FY24,” he said 😀. It was\u00a0$1.9bn a year ago.\r\nNext.",
        "Combining é and “quotes” — Rs\u00a05–6 crore for 300 firms.",
    ],
)
def test_quotes_are_runs_of_the_text_that_hold_the_number(text: str) -> None:
    facts: list[ReadFigure | ReadGrowth] = [*figures(text), *growths(text)]
    for fact in facts:
        start, end = fact.span
        quote = text[start:end]
        assert 0 <= start < end <= len(text)
        assert any(letter.isdigit() for letter in quote)
