"""Both seed articles read: the facts that the foundation lists, each in the run of text that says it.

The articles lie beside the checkout where they are shared. Only values, names and short phrases stand here.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from policygraph.cli.names_known import gazetteer_of
from policygraph.graph import Graph
from policygraph.reader.document import Document
from policygraph.reader.read import read
from policygraph.reader.reading import ReadBody, Reading, ReadPerson, Span

FILES = {
    "december": ("000_c74b833cfbb44be3.txt", date(2024, 1, 17)),
    "august": ("003_ed1f7db56018aca1.txt", date(2021, 9, 19)),
}
Read = dict[str, tuple[str, Reading]]

LEVELS = [
    ("december", 303_000_000, "USD", "it-exports", "2023-12/2023-12", "actual", "$303 Million"),
    ("december", 50, "percent", "rate", None, "commitment", "50%"),
    ("august", 224_000_000, "USD", "it-exports", "2021-08/2021-08", "actual", "$224 million"),
    ("august", 124_000_000, "USD", "it-exports", "2020-08/2020-08", "actual", "$124 million"),
    ("august", 420_000_000, "USD", "it-exports", "2021-07/2021-08", "actual", "$420 million"),
    ("august", 287_000_000, "USD", "it-exports", "2020-07/2020-08", "actual", "$287 million"),
    ("august", 2_000_000_000, "USD", "it-exports", "2020-07/2021-06", "actual", "$2 billion"),
    ("august", 1_440_000_000, "USD", "it-exports", "2019-07/2020-06", "actual", "$1.44 billion"),
    ("august", 4_000_000_000, "USD", "it-exports", None, "forecast", "$4 billion"),
    ("august", 10_000_000_000, "PKR", "budget", None, "commitment", "Rs10 billion"),
    ("august", 5, "percent", "rate", None, "commitment", "five per cent"),
    ("august", 2, "count", "rank", None, "actual", "2nd"),
]
RATES = [
    ("december", "22.67", None, "2023-12/2023-12", "22.67%"),
    ("december", "13", None, "2023-11/2023-11", "13%"),
    ("august", "80.6", "yoy", "2021-08/2021-08", "80.6 %"),
    ("august", "46", "yoy", "2021-07/2021-08", "46 per cent"),
    ("august", "47.4", "yoy", "2020-07/2021-06", "47.4 per cent"),
]
NAMED = [
    ("december", "person/umar-saif", "Umar Saif"),
    ("december", "person/anwaar-kakar", "Anwaar-ul-Haq Kakar"),
    ("december", "body/sifc", "SIFC"),
    ("august", "person/amin-ul-haque", "Syed Amin Ul Haque"),
    ("august", "body/pseb", "PSEB"),
    ("august", "body/ilo", "International Labour Organization"),
    ("august", "body/commerce-ministry", "ministry of Commerce"),
]
DEEDS = [
    ("december", "government", "approve", "esfca-50", "done"),
    ("december", "government", "establish", "digital-payment-systems", "done"),
    ("december", "Anwaar-ul-Haq Kakar", "launch", "erozgaar-centres", "done"),
    ("december", "Anwaar-ul-Haq Kakar", "launch", "tech-destination-pakistan", "done"),
    ("august", "Syed Amin Ul Haque", "launch", "freelancer-portal-2021", "done"),
    ("august", "government", "establish", "freelancing-policy", "done"),
    ("august", "government", "approve", "freelancer-dollar-account", "planned"),
    ("august", "government", "plan", "special-technology-zones", "planned"),
    ("august", "government", "announce", "cash-reward-fund-2021", "done"),
    ("august", "government", "plan", "export-rebate-5pc", "planned"),
]
CAUSES = [
    ("december", "Umar Saif", "various facilitative measures", "this substantial growth"),
    ("december", "Umar Saif", "these initiatives", "the expansion of ICT exports"),
    ("december", "Umar Saif", "the reforms introduced", "a conducive environment"),
    ("august", "Syed Amin Ul Haque", "Pakistani freelancers", "the gig economy"),
    ("august", "article", "pandemic related rise in freelancing", "higher growth"),
]


@pytest.fixture(scope="module")
def articles(shared: Path, shipped: Graph) -> Read:
    """Each article's text and what is read from it."""
    names = gazetteer_of(shipped.store)
    found: Read = {}
    for name, (file, day) in FILES.items():
        path = shared / "seeds" / file
        if not path.is_file():
            pytest.skip("the articles are not beside this checkout")
        text = path.read_bytes().decode("utf-8")
        found[name] = text, read(Document(name, text, date=day, country="PK"), names)
    return found


def holds(text: str, span: Span, said: str) -> bool:
    passage = text[slice(*span)]
    return said in passage and passage == passage.strip() and "\n\n" not in passage


@pytest.mark.parametrize(("name", "value", "unit", "indicator", "period", "status", "said"), LEVELS)
def test_a_level_is_read_where_it_stands(
    articles: Read,
    name: str,
    value: int,
    unit: str,
    indicator: str,
    period: str | None,
    status: str,
    said: str,
) -> None:
    text, reading = articles[name]
    [one] = [one for one in reading.figures if one.value == value and one.unit == unit]
    assert (one.indicator, one.period, one.status) == (indicator, period, status)
    assert holds(text, one.span, said)


def test_no_other_level_is_read(articles: Read) -> None:
    assert sum(len(reading.figures) for _, reading in articles.values()) == len(LEVELS)


@pytest.mark.parametrize(("name", "rate", "basis", "period", "said"), RATES)
def test_a_rate_is_read_where_it_stands(
    articles: Read, name: str, rate: str, basis: str | None, period: str, said: str
) -> None:
    text, reading = articles[name]
    [one] = [one for one in reading.growths if str(one.pct) == rate]
    assert (one.basis, one.period) == (basis, period)
    assert holds(text, one.span, said)


@pytest.mark.parametrize(("name", "entity", "said"), NAMED)
def test_who_is_named_is_known(articles: Read, name: str, entity: str, said: str) -> None:
    text, reading = articles[name]
    named: list[ReadPerson | ReadBody] = [*reading.people, *reading.bodies]
    found = [one for one in named if str(one.entity).endswith(f"/{entity}")]
    assert [said in one.mentions for one in found] == [True]
    assert text[slice(*found[0].span)] in found[0].mentions


@pytest.mark.parametrize(("name", "actor", "action", "measure", "status"), DEEDS)
def test_a_deed_is_read_on_the_registered_measure(
    articles: Read, name: str, actor: str, action: str, measure: str, status: str
) -> None:
    text, reading = articles[name]
    mentions = {
        said
        for one in reading.initiatives
        if str(one.entity).endswith(f"/initiative/{measure}")
        for said in one.mentions
    }
    assert mentions
    found = [one for one in reading.actions if one.object in mentions and one.action == action]
    assert (actor, status) in {(one.actor, one.status) for one in found}
    assert all(one.object in mentions and text[slice(*one.span)].strip() for one in found)


@pytest.mark.parametrize(("name", "claimant", "cause", "effect"), CAUSES)
def test_a_cause_is_read_with_who_names_it(
    articles: Read, name: str, claimant: str, cause: str, effect: str
) -> None:
    text, reading = articles[name]
    [one] = [one for one in reading.attributions if cause in one.cause and effect in one.effect]
    assert one.claimant == claimant
    assert holds(text, one.span, one.cause)
    assert one.effect in text


def test_interest_free_loans_and_freelancers_stand_among_the_measures(articles: Read) -> None:
    _, reading = articles["december"]
    kinds = {one.mentions[0]: one.kind for one in reading.initiatives}
    assert kinds["interest-free loans"] == "incentive"
    assert "initiatives tailored for freelancers" in kinds
