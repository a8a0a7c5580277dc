"""Money promised and money spent, what is found to be something, shares of GDP; on made-up text."""

from __future__ import annotations

from datetime import date

import pytest

from policygraph.reader.document import Document
from policygraph.reader.figures.figures import read_figures
from policygraph.reader.text.sentences import sentences_of


def told(text: str) -> list[tuple[str, str, str]]:
    document = Document(id="x", text=text, date=date(2031, 9, 10), country="PK")
    found = read_figures(document, sentences_of(text))
    return [(f"{one.value:f}", one.indicator, one.status) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fund set aside Rs4 million for boats.", "commitment"),
        ("Rs4 million of the Boat Fund was spent on ropes.", "actual"),
        ("Rs4 million of the Boat Fund — now the Ship Fund — had been parked in a bank.", "actual"),
        ("The board allocated Rs9m. No more than 46 per cent of the budget was ever released.", "actual"),
        ("It has trained 42,000 sailors at an expense of Rs4 million.", "actual"),
        ("A loan was approved, and the board received Rs4 million.", "actual"),
        ("The board spent less, and the loan approved was Rs4 million.", "commitment"),
        ("They lend up to Rs4 million each at nine. Some 206 have been paid.", "commitment"),
    ],
)
def test_money_given_out(text: str, expected: str) -> None:
    (status,) = {status for value, _, status in told(text) if value in {"4000000", "46"}}
    assert status == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It came from the harbour, which has promised Rs4 million.", "commitment"),
        ("The harbour promised them about Rs4 million.", "commitment"),
        ("The harbour promised that it would be worth Rs4 million.", "forecast"),
    ],
)
def test_a_sum_that_is_promised(text: str, expected: str) -> None:
    assert [status for _, _, status in told(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("300 firms were found to be insolvent.", "actual"),
        ("300 firms are widely thought to be insolvent.", "actual"),
        ("300 centres to be set up were named.", "target"),
        ("300 centres are expected to be opened.", "forecast"),
    ],
)
def test_what_is_found_to_be_is_no_aim(text: str, expected: str) -> None:
    assert [status for _, _, status in told(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The digital economy contributed 23.2 per cent to gross domestic product.", "other"),
        ("The share of the IT industry in GDP is 3.4 per cent.", "other"),
        ("The deficit was 3.4 per cent of GDP.", "other"),
        ("Farming contributed 23.2 per cent to GDP.", "other"),
    ],
)
def test_a_share_of_the_national_product_is_of_no_market(text: str, expected: str) -> None:
    assert [indicator for _, indicator, _ in told(text)] == [expected]
