"""How amounts are told: who pays, earns or reserves them, numbers that say where; on made-up text."""

from __future__ import annotations

from datetime import date

import pytest

from policygraph.reader.document import Document
from policygraph.reader.figures.figures import read_figures
from policygraph.reader.figures.growths import read_growths
from policygraph.reader.text.sentences import sentences_of

Row = tuple[str, str, str | None, str]
YEAR = "2024-07/2025-06"


def document(text: str) -> Document:
    return Document(id="x", text=text, date=date(2024, 9, 10), country="PK")


def changed(text: str) -> list[tuple[str, str | None, str | None]]:
    found = read_growths(document(text), sentences_of(text))
    return [(f"{one.pct:f}", one.basis, one.period) for one in found]


def told(text: str) -> list[Row]:
    found = read_figures(document(text), sentences_of(text))
    return [(f"{one.value:f}", one.indicator, one.period, one.status) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "The depot is 90 km north of the port.",
        "The village, 60 kilometres from the nearest road, has no line.",
        "Their office at 219 Palm Avenue was shut.",
        "The union has 400 members.",
        "The staff were seen at three firms.",
        "Some 45,000 ballots were cast.",
        "It won by 7,860 votes.",
        "Guests came to 1250 Old Mill Road on Friday.",
    ],
)
def test_numbers_that_are_no_figures(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Operators contribute 2 per cent of their gross turnover to it.", ("2", "rate", None, "commitment")),
        (
            "Freelancers brought home $90 million in FY23.",
            ("90000000", "freelancer-earnings", "2022-07/2023-06", "actual"),
        ),
        (
            "Remittances of freelancers fell to $90 million.",
            ("90000000", "freelancer-earnings", None, "actual"),
        ),
        (
            "Software remittances sent home by the freelancers fell to $90 million.",
            ("90000000", "freelancer-earnings", None, "actual"),
        ),
        (
            "Software exports, including the earnings of freelancers, came to $90 million.",
            ("90000000", "it-exports", None, "actual"),
        ),
        (
            "Software exports, including freelancers' earnings, came to $90 million.",
            ("90000000", "it-exports", None, "actual"),
        ),
        (
            "Software exports by freelancers and firms came to $90 million.",
            ("90000000", "it-exports", None, "actual"),
        ),
        (
            "Software houses and freelancers sent home $90 million.",
            ("90000000", "it-exports", None, "actual"),
        ),
        ("The toll is expected to yield Rs7 billion.", ("7000000000", "revenue", None, "forecast")),
        (
            "In 2022-23 the board took in Rs9 billion.",
            ("9000000000", "revenue", "2022-07/2023-06", "actual"),
        ),
        ("The group wants the levy, at 3 per cent, to be dropped.", ("3", "rate", None, "commitment")),
        ("Some 20 per cent of places are reserved for girls.", ("20", "other", None, "commitment")),
        ("Rs9 billion of the fund (UF) is parked with a bank.", ("9000000000", "budget", None, "actual")),
        ("It has spent Rs90 million on the portal.", ("90000000", "budget", None, "actual")),
        ("A request for Rs80 million was refused.", ("80000000", "budget", None, "target")),
        ("It is sticking to $6 billion for FY25.", ("6000000000", "other", "2024-07/2025-06", "target")),
        ("Women own a quarter of the city's small firms.", ("25", "companies", None, "actual")),
        ("Games made up 40 per cent of their sales.", ("40", "other", None, "actual")),
        ("The firm expects full-year sales of Rs9 billion.", ("9000000000", "revenue", YEAR, "forecast")),
        ("Its full-year export target is Rs9 billion.", ("9000000000", "other-exports", YEAR, "target")),
        ("Full-year sales were Rs9 billion.", ("9000000000", "revenue", "2023-07/2024-06", "actual")),
        (
            "Sales were Rs9 billion in the year ending this month.",
            ("9000000000", "revenue", "2023-10/2024-09", "actual"),
        ),
        ("The union has 40,000 members.", ("40000", "other", None, "actual")),
        ("It chose 900 fellows for the first cohort.", ("900", "people-trained", None, "actual")),
        ("Some 9,000 applied for the first cohort.", ("9000", "other", None, "actual")),
        ("Firms pay a tax of 3 per cent, which expires in June 2026.", ("3", "rate", None, "commitment")),
        ("A levy of 3 per cent up to 2026 was agreed.", ("3", "rate", None, "commitment")),
        (
            "It could bring in Rs9 billion of foreign investment.",
            ("9000000000", "investment", None, "forecast"),
        ),
        ("Some 6,000 log in on most days.", ("6000", "users", None, "actual")),
        ("At least 30 per cent of the seats are free.", ("30", "other", None, "actual")),
        (
            "The scheme, which aims to please, reached 900 villages.",
            ("900", "other", None, "actual"),
        ),
        (
            "In July it freed from tax whoever exports less than Rs9,000 a month.",
            ("9000", "other", None, "actual"),
        ),
        ("It received a quarter of a million forms.", ("250000", "other", None, "actual")),
        ("Lessons are given at 12 locations.", ("12", "other", None, "actual")),
        ("Nine-tenths of the firms are online.", ("90", "companies", None, "actual")),
        (
            "Contracts for 900 schools would be signed in November.",
            ("900", "facilities", "2024-11/2024-11", "target"),
        ),
        ("They gave 900 km of fibre from the port to the border.", ("900", "other", None, "actual")),
    ],
)
def test_one_figure(text: str, expected: Row) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It runs 300 outlets and hopes to take the number to 900.",
            [("300", "facilities", None, "actual"), ("900", "facilities", None, "target")],
        ),
        (
            "It has 40 parks, and nine more would open in 2025.",
            [("40", "facilities", None, "actual"), ("9", "facilities", "2025-01/2025-12", "target")],
        ),
        ("It has 40 parks, and one would open in 2025.", [("40", "facilities", None, "actual")]),
        (
            "It has trained 900 women at an expense of Rs9 million.",
            [("900", "people-trained", None, "actual"), ("9000000", "budget", None, "actual")],
        ),
        (
            "It wants software exports of $6bn by 2026. Brokers forecast exports of $5bn.",
            [
                ("6000000000", "it-exports", "2026-01/2026-12", "target"),
                ("5000000000", "it-exports", "2026-01/2026-12", "forecast"),
            ],
        ),
        (
            "Coverage reached 40 per cent, below the 60 per cent that the plan had set for 2023.",
            [("40", "users", None, "actual"), ("60", "users", "2023-01/2023-12", "target")],
        ),
        (
            "Only 60 of the 90 schools approved for 2022-23 opened.",
            [
                ("60", "facilities", "2022-07/2023-06", "actual"),
                ("90", "facilities", "2022-07/2023-06", "actual"),
            ],
        ),
        (
            "IT receipts in May were $90 million. Games made up 40 per cent of the receipts.",
            [
                ("90000000", "it-exports", "2024-05/2024-05", "actual"),
                ("40", "it-exports", "2024-05/2024-05", "actual"),
            ],
        ),
    ],
)
def test_figures_told_together(text: str, expected: list[Row]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profits grew 2.2x in FY24.", [("120", None, "2023-07/2024-06")]),
        ("The number of rowers grew 2.2x to 3.3 million in FY24.", [("120", None, "2023-07/2024-06")]),
        (
            "Sales were Rs90 million in May, three times as much as in April.",
            [("200", "mom", "2024-05/2024-05")],
        ),
        ("The board has three times as many staff as the ministry.", []),
        ("The hall is 40 x 30 metres.", []),
        (
            "Exports rose 4 per cent in FY24, less than the 9 per cent of FY23.",
            [("4", "yoy", "2023-07/2024-06"), ("9", "yoy", "2022-07/2023-06")],
        ),
        (
            "Sales fell 4 per cent in 2023 against 7 per cent in 2022.",
            [("-4", "yoy", "2023-01/2023-12"), ("-7", "yoy", "2022-01/2022-12")],
        ),
        ("The levy rose 4 per cent, above the 3 per cent limit.", [("4", None, None)]),
        (
            "Exports were $90 million in May. Wages of engineers have risen by 9 per cent.",
            [("9", None, None)],
        ),
    ],
)
def test_change(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert changed(text) == expected


@pytest.mark.parametrize(
    ("text", "figures", "growths"),
    [
        ("Imports fell 4 per cent to $4 million.", ["other"], ["other"]),
        ("The bureau said imports fell 4 per cent.", [], ["other"]),
        ("Services imports fell 4 per cent in May, but IT exports rose.", [], ["other"]),
        ("Net exports, which leave out imports, were $2 million.", ["it-exports"], []),
        ("Remittances rose 7 per cent.", [], ["other"]),
        ("Workers' remittances rose 7 per cent to $2 million.", ["other"], ["other"]),
        ("The current account gap grew to $2 million.", ["other"], []),
        ("The reserves rose 7 per cent to $2 million.", ["other"], ["other"]),
        (
            "Freelancers' remittances rose 7 per cent to $2 million.",
            ["freelancer-earnings"],
            ["freelancer-earnings"],
        ),
        ("Export remittances rose 7 per cent to $2 million.", ["it-exports"], ["it-exports"]),
        ("ICT remittances rose. Remittances of May were $2 million.", ["it-exports"], []),
        ("Receipts fell. Remittances were $2 million, down 7 per cent.", ["it-exports"], ["it-exports"]),
    ],
)
def test_thing_of_its_own_after_exports(text: str, figures: list[str], growths: list[str]) -> None:
    whole = document(f"IT exports rose to $366 million in May 2024. {text}")
    sentences = sentences_of(whole.text)
    assert [one.indicator for one in read_figures(whole, sentences)] == ["it-exports", *figures]
    assert [one.indicator for one in read_growths(whole, sentences)] == growths
