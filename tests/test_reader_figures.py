"""Figures and growths of a text, their periods, status and quotes."""

from __future__ import annotations

from datetime import date

import pytest

from policygraph.reader.document import Document
from policygraph.reader.figures.figures import read_figures
from policygraph.reader.figures.growths import read_growths
from policygraph.reader.reading import ReadFigure, ReadGrowth
from policygraph.reader.text.sentences import sentences_of


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


def told(text: str, country: str | None = "PK") -> list[tuple[str, str, str, str | None, str]]:
    return [
        (f"{one.value:f}", one.unit, one.indicator, one.period, one.status) for one in figures(text, country)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The board has 1,240 firms, against 1,105 in spring.",
            [("1240", "companies"), ("1105", "companies")],
        ),
        ("The parks had 64 tenants. Nine are open.", [("64", "companies"), ("9", "companies")]),
        ("They turned down 14 of 60 applicants.", [("14", "companies"), ("60", "companies")]),
        ("How many firms are listed?\n\nSome 5,120, said Ms Noor.", [("5120", "companies")]),
        (
            "Service centres: 4,800, of which 1,020 are rural.",
            [("4800", "facilities"), ("1020", "facilities")],
        ),
        ("Call centres took on between 2,000 and 3,000 workers.", [("2000", "jobs"), ("3000", "jobs")]),
        ("The park employs 18,300 persons.", [("18300", "jobs")]),
        ("See board.example/list?old=52638162 for more.", []),
    ],
)
def test_what_a_number_with_no_noun_of_its_own_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(value, indicator) for value, _, indicator, _, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("It has 4,200 freelancers, 35pc of them women.", "freelancers"),
        ("Women hold 19 per cent of these posts.", "jobs"),
        ("Fibre now reaches 60 per cent of homes.", "users"),
        ("Occupancy in the towers averages 37 per cent.", "facilities"),
        ("Banks keep 35 per cent of the proceeds.", "rate"),
        ("It cut the incentive on exports to 6 per cent.", "rate"),
    ],
)
def test_a_share_is_of_what_it_is_said_to_be_of(text: str, indicator: str) -> None:
    assert told(text)[-1][1:3] == ("percent", indicator)


def test_what_is_told_again_is_about_the_same_at_the_same_time() -> None:
    assert told("Software exports were $2 billion in FY24, or 8 per cent of the total.") == [
        ("2000000000", "USD", "it-exports", "2023-07/2024-06", "actual"),
        ("8", "percent", "it-exports", "2023-07/2024-06", "actual"),
    ]
    released = told("It set aside Rs6 billion for IT in 2023-24. Only 40 per cent of that was spent.")
    assert [(unit, indicator, period) for _, unit, indicator, period, _ in released] == [
        ("PKR", "budget", "2023-07/2024-06"),
        ("percent", "budget", "2023-07/2024-06"),
    ]


def test_the_sums_of_a_list_are_of_what_the_first_is_of() -> None:
    text = "In 2024-25 the ministry gets Rs5bn from the budget: the Multan park, Rs900m; the cable, Rs300m."
    assert {row[2:] for row in told(text)} == {("budget", "2024-07/2025-06", "commitment")}
    assert [row[0] for row in told(text)] == ["5000000000", "900000000", "300000000"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Internet users now number 61 million.", "2024-09-10"),
        ("By Sunday night 12,500 people had signed up.", "2024-09-08"),
        ("The board has now been given 144 labs.", None),
        ("In all, 210 centres had opened by then; there were 190 three years before.", None),
        ("A note circulated in June spoke of 4,000 jobs.", None),
        ("Of 60 million SIMs as of 5 March, most are old.", "2024-03-05"),
    ],
)
def test_the_day_as_of_which_a_count_is_told(text: str, period: str | None) -> None:
    assert told(text)[0][3] == period


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Some firms are expected to take on 3,000 workers.", "forecast"),
        ("At the current pace the parks will have 900 firms.", "forecast"),
        ("Some 200 teachers would be hired.", "target"),
        ("Some 12,000 youth — against 5,000 before — will be trained.", "target"),
        ("The plans earmark Rs5 billion for labs.", "commitment"),
        ("The workforce, now 190,000, may swell.", "actual"),
        ("The council wants the levy cut to 4 per cent.", "target"),
        ("The levy went to 4 per cent from 6 per cent.", "commitment"),
    ],
)
def test_status_of_aims_guesses_and_promises(text: str, status: str) -> None:
    assert {row[4] for row in told(text) if row[0] != "5000"} == {status}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Software exports were $90m in August, 12% less than the $102m that came in during July.",
            [("-12", "mom", "2024-08/2024-08")],
        ),
        (
            "Firms raised $40 million in the third quarter of calendar 2023, 30% below the second quarter.",
            [("-30", "qoq", "2023-07/2023-09")],
        ),
        ("Rents rose by 40 per cent in six months.", [("40", None, None)]),
        ("To get there would take a growth of 32 per cent a year to 2030.", [("32", "yoy", None)]),
        ("Fibre reaches 60% of homes, 5.2 points above the last count.", [("5.2", None, None)]),
        ("Receipts fell to $1.19 billion from $1.22 billion, or by about 2.5%.", [("-2.5", None, None)]),
        ("It will more than triple the number of sites.", [("200", None, None)]),
    ],
)
def test_the_base_of_a_change(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(f"{one.pct:f}", one.basis, one.period) for one in growths(text)] == expected
