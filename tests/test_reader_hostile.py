"""Whatever the text, figures and growths are read without an error and in linear time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linear_time import in_linear_time
from policygraph.reader.document import Document
from policygraph.reader.figures.figures import read_figures
from policygraph.reader.figures.growths import read_growths
from policygraph.reader.reading import ReadFigure, ReadGrowth
from policygraph.reader.text.sentences import sentences_of

PARTS = [
    "$", "Rs", "Rs.", "5", "1,000", "2.5", "-", "–", " to ", " and ", "between ", "million", "lakh crore",
    "%", "per cent", "pc", "percentage points", "FY", "FY21", "2020-21", "July", "May", "of ", "first half ",
    "Q1 ", "by ", "last year", "a year ago", "rose ", "fell by ", "doubled ", "growth of ", "exports ", "IT ",
    "jobs", "half ", "a third ", "second-largest ", "corresponding period ", ".", ",", ";", "\n", "\u00a0",
    " ", "bn", "a ", "since ", "İ", "😀", "e\u0301", "'s", "(", ")", "0", "99", "in ",
    "12 months to ", "than ", "0000",
]  # fmt: skip
hostile = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=4)), max_size=60).map("".join)
days = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))


def read(text: str, day: date | None = date(2024, 9, 10), country: str | None = "PK") -> int:
    document = Document(id="x", text=text, date=day, country=country)
    sentences = sentences_of(text)
    facts: list[ReadFigure | ReadGrowth] = [
        *read_figures(document, sentences),
        *read_growths(document, sentences),
    ]
    for fact in facts:
        assert 0 <= fact.span[0] < fact.span[1] <= len(text)
    return len(facts)


@settings(max_examples=150, deadline=None)
@given(hostile, days, st.sampled_from(["PK", "IN", "US", "GB", "NG", "XX", "", None]))
def test_nothing_makes_it_fail(text: str, day: date | None, country: str | None) -> None:
    assert read(text, day, country) >= 0


@settings(max_examples=15, deadline=None)
@given(hostile)
def test_repeating_anything_takes_linear_time(text: str) -> None:
    unit = text or " "
    assert in_linear_time(read, _of(unit, 8_000), _of(unit, 40_000))


@pytest.mark.parametrize(
    "unit", ["5 ", "$5m to ", "1,", "July ", "2020-", "a ", "\n", ".", "fy ", "exports $5 in 2021 "]
)
def test_the_worst_known_take_linear_time(unit: str) -> None:
    assert in_linear_time(read, _of(unit, 10_000), _of(unit, 50_000))


def _of(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]
