"""What a figure is about, when, and whether it is a fact: the rules of its form, each on made-up text."""

from __future__ import annotations

from datetime import date

import pytest

from policygraph.reader.document import Document
from policygraph.reader.figures.figures import read_figures
from policygraph.reader.figures.growths import read_growths
from policygraph.reader.text.sentences import sentences_of

Row = tuple[str, str, str, str | None, str]


def document(text: str) -> Document:
    return Document(id="x", text=text, date=date(2024, 9, 10), country="PK")


def told(text: str) -> list[Row]:
    found = read_figures(document(text), sentences_of(text))
    return [(f"{one.value:f}", one.unit, one.indicator, one.period, one.status) for one in found]


def changes(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (f"{one.pct:f}", one.basis, one.period) for one in read_growths(document(text), sentences_of(text))
    ]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Guests from 40 countries are expected to attend.", ["forecast"]),
        ("The body certified 4,000 coders against a target of 9,000.", ["actual", "target"]),
        ("It reached 900 sites as against the 1,500 promised for this year.", ["actual", "target"]),
        ("They cut the export forecast from $5 billion to $4 billion.", ["forecast", "forecast"]),
        ("More than 40,000 youth will be trained by 2027.", ["target"]),
        ("Some 800 students will complete a course by June 2025.", ["target"]),
        ("Tablets would be provided to 500 pupils and 20 IT parks would be set up.", ["target", "target"]),
        ("The Planning Board spent Rs4 billion on roads.", ["actual"]),
        ("Only those with an income of more than Rs900,000 pay.", ["commitment"]),
        ("The bank raised the limit on dollar accounts to $9,000.", ["commitment"]),
        (
            "They proposed to end one levy and to cut the sales tax from 16 to 5 per cent.",
            ["commitment", "target"],
        ),
        ("A draft law puts the levy at 4 per cent.", ["target"]),
        ("The office was built by a firm at a cost of Rs90 million.", ["actual"]),
        ("The office is being built at a cost of Rs90 million.", ["commitment"]),
        ("It spent Rs7 billion of the Rs9 billion allocated.", ["actual", "commitment"]),
        ("It spent Rs3 billion on the project and Rs1 billion would be released.", ["actual", "commitment"]),
        ("Foreign investment fell to $80 million in 2023.", ["actual"]),
        ("The estimate of IT exports for 2024 is $3 billion.", ["forecast"]),
    ],
)
def test_status(text: str, statuses: list[str]) -> None:
    assert [row[4] for row in told(text)] == statuses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 1.9 million people had gone through the course.", [("1900000", "people-trained")]),
        ("Plants turned out 40,000 phones.", [("40000", "other")]),
        ("It opened 226 girls' schools.", [("226", "facilities")]),
        ("Seven more centres are planned.", [("7", "facilities")]),
        ("Two centres and two firms joined.", [("2", "facilities")]),
        ("It has 1,500 member companies.", [("1500", "companies")]),
        ("It employs 420 people; 150 of them are women.", [("420", "jobs"), ("150", "jobs")]),
        (
            "A third of the trainees left, and 25,000 of them found jobs.",
            [("33.3", "people-trained"), ("25000", "jobs")],
        ),
        ("It will hire 300 engineers and 500 more in 2025.", [("300", "jobs"), ("500", "jobs")]),
        ("It would make 3,000 direct and 9,000 indirect jobs.", [("3000", "jobs"), ("9000", "jobs")]),
        ("Some 1.3 million Rivermen work in the trade.", [("1300000", "jobs")]),
        ("Free lines run at 13,000 sites.", [("13000", "facilities")]),
        ("The shop at 1119 Elm was shut.", []),
        (
            "Mobile connections rose to 138.2m (June: 135.9m).",
            [("138200000", "users"), ("135900000", "users")],
        ),
        ("They disbursed Rs2 billion to 120 startups.", [("2000000000", "budget"), ("120", "companies")]),
    ],
)
def test_what_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(row[0], row[2]) for row in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("In exporters' accounts the bank raised the retention limit from 35pc to 50pc.", ["rate", "rate"]),
        (
            "The tax on software would be cut from 9 per cent to 5 per cent, the budget speech says.",
            ["rate", "rate"],
        ),
        ("The fee was raised from Rs500 to Rs900.", ["rate", "rate"]),
        ("The outage cost the exchequer Rs3 billion.", ["other"]),
        ("The outage cost the taxpayer between $3 million and $4 million.", ["other", "other"]),
        ("The levy brings the national treasury about Rs3 billion.", ["revenue"]),
        ("The rule is for firms with a turnover of under Rs3 billion.", ["other"]),
        ("IT exports clocked in at $298 million.", ["it-exports"]),
        ("The cabinet approved Rs4 billion for villages.", ["budget"]),
        (
            "The scheme trained 900 youth, of whom 34 per cent had failed.",
            ["people-trained", "people-trained"],
        ),
        ("Some 70 per cent of pupils had jobs.", ["jobs"]),
    ],
)
def test_what_a_sum_or_a_share_is_of(text: str, indicators: list[str]) -> None:
    assert [row[2] for row in told(text)] == indicators


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "It allocated Rs6bn for 24 schemes in the Development Programme for 2023-24. Rs3bn is set aside.",
            ["2023-07/2024-06"] * 3,
        ),
        ("They earmarked Rs386 million in the current ADP.", ["2024-07/2025-06"]),
        ("Rs9 billion went to labs under the Development Programme 2022-23.", ["2022-07/2023-06"]),
        ("Rice exports were $90m (FY23: $80m; FY22: $70m).", [None, "2022-07/2023-06", "2021-07/2022-06"]),
        ("HILLTOWN, 3 May (Wire): Fourteen firms will add seats.", [None]),
        ("A road worth Rs9 billion will be completed by June 2026.", [None]),
        ("The levy will be 8 per cent from July.", [None]),
        ("It plans 250 centres by 2027, of which 90 are open.", ["2027-01/2027-12", None]),
        (
            "Revenue was Rs9 billion in 2022-23, compared to Rs8 billion in the previous year.",
            ["2022-07/2023-06", "2021-07/2022-06"],
        ),
        ("In May rice exports fell to $210 million compared with April.", ["2024-05/2024-05"]),
        ("Rice exports were $50m in the July-April period of FY24.", ["2023-07/2024-04"]),
    ],
)
def test_period(text: str, periods: list[str | None]) -> None:
    assert [row[3] for row in told(text)] == periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sales in May were down 14% MoM and 1% YoY.",
            [("-14", "mom", "2024-05/2024-05"), ("-1", "yoy", "2024-05/2024-05")],
        ),
        (
            "Sales were Rs6bn in May (+71% YoY, -9% QoQ).",
            [("71", "yoy", "2024-05/2024-05"), ("-9", "qoq", "2024-05/2024-05")],
        ),
        ("The levy on phones has been raised by 20pc.", [("20", None, None)]),
        (
            "Pledges of Rs60bn in 2023 were more than triple the Rs19bn of 2022.",
            [("200", None, "2023-01/2023-12")],
        ),
        ("On a monthly basis, sales rose by 17pc.", [("17", "mom", None)]),
        ("The surplus widened by 30 per cent over last year.", [("30", "yoy", None)]),
        (
            "Sales rose 28 per cent to $309 million in May against $241 million in the same month last year.",
            [("28", "yoy", "2024-05/2024-05")],
        ),
    ],
)
def test_change(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert changes(text) == expected
