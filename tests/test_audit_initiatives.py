"""The audit of initiatives: launches, lives that go backwards, namesakes, sums that differ."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.audit.graph.extract import facts_of
from policygraph.audit.lives.bodies import body_findings
from policygraph.audit.lives.initiatives import check_backwards, check_launches, initiative_findings
from policygraph.audit.lives.money import check_amounts
from policygraph.audit.lives.namesakes import check_same_names
from policygraph.audit.lives.people import people_findings
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.records.life_records import InitiativeRecord, Money, StepRecord
from policygraph.audit.wording import amount
from policygraph.graph import Graph
from policygraph.periods import Period
from policygraph.terms import entity_iri

STAGES = {
    "announced": (10, "planned"),
    "approved": (40, "planned"),
    "allocated": (50, "planned"),
    "enacted": (60, "active"),
    "launched": (80, "active"),
    "in-force": (90, "active"),
    "operating": (100, "active"),
    "extended": (110, "active"),
    "reset": (120, "planned"),
    "on-hold": (130, "paused"),
    "completed": (140, "ended"),
    "held": (150, "ended"),
    "superseded": (180, "ended"),
    "withdrawn": (190, "ended"),
}
BASE = "https://example.org/"


def step(stage: str, day: str, *, fund: str = "fund", source: str = "x", **more: object) -> StepRecord:
    """A step done, by its stage and date."""
    order, lifecycle = STAGES[stage]
    made = StepRecord(
        iri=f"step/{fund}-{stage}-{day}-{source}",
        initiative=f"initiative/{fund}",
        stage=stage,
        order=order,
        lifecycle=lifecycle,
        sources=(f"source/{source}",),
        date=Period.parse(day) if day else None,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def launches(*steps: StepRecord) -> list[Finding]:
    return check_launches(Facts(steps=steps))


def backwards(*steps: StepRecord) -> list[Finding]:
    return check_backwards(Facts(steps=steps))


LOOKED_AT = {
    "act-out-of-office": 2,  # a prime minister, in 2017 a chief minister, of which the graph has no tenure
    "launched-twice": 1,  # one programme, launched by two prime ministers half a year apart
    "same-name": 2,  # a federal and a provincial programme; a policy and a vision
    "tenure-gap": 7,
}


def test_shipped_lives_give_what_was_looked_at(shipped: Graph) -> None:
    """Every finding about people, initiatives and bodies of the shipped data was read: none is an alarm."""
    facts = facts_of(shipped.store.quads())
    found = [*people_findings(facts), *initiative_findings(facts), *body_findings(facts)]
    assert Counter(one.kind for one in found) == LOOKED_AT
    assert {one.severity for one in found} == {"info"}
    (twice,) = [one for one in found if one.kind == "launched-twice"]
    assert "on 2023-07-20 by Shehbaz Sharif and on 2024-01-11 by Anwaar-ul-Haq Kakar" in twice.sentence
    names = [one.about for one in found if one.kind == "same-name"]
    federal, provincial = (
        entity_iri("initiative", slug).value for slug in ("erozgaar-centres", "pitb-erozgaar")
    )
    assert (federal, provincial) in names


def test_two_launches() -> None:
    one = step("launched", "2023-07-20", actors=("person/ada",))
    two = step("launched", "2024-01-11", source="y", actors=("person/cyd", "person/ben"))
    (found,) = launches(two, one)
    assert (found.kind, found.severity) == ("launched-twice", "info")
    assert found.sentence == (
        "fund is stated to have been launched on 2023-07-20 by ada and on 2024-01-11 by ben and cyd: "
        "two ceremonies, or a launch announced as new."
    )
    assert "175 days" in found.arithmetic
    assert found.about == (one.iri, two.iri)
    assert not launches(one, replace(two, modality="planned"))
    assert not launches(one, replace(two, initiative="initiative/other"))


@pytest.mark.parametrize(
    ("day", "severities"),
    [
        ("2023-07-20", []),
        ("2023-07", []),
        ("2023", []),
        ("2023-07-21", ["minor"]),
        ("2023-08-03", ["minor"]),
        ("2023-08-04", ["info"]),
        ("2023-08", ["minor"]),
        ("2023-09", ["info"]),
        ("", []),
    ],
)
def test_one_launch_with_two_dates_or_two_launches(day: str, severities: list[str]) -> None:
    found = launches(step("launched", "2023-07-20"), step("launched", day, source="y"))
    assert [one.severity for one in found] == severities


def test_a_launch_in_each_city_or_two_told_by_one_source() -> None:
    one, two = step("launched", "2023-07-20", place="place/a"), step("launched", "2023-07-22", source="y")
    assert launches(one, two)[0].severity == "minor"
    (found,) = launches(one, replace(two, place="place/b"))
    assert (found.severity, "in a and in b" in found.sentence) == ("info", True)
    assert launches(one, replace(two, sources=("source/y", "source/x")))[0].severity == "info"


@pytest.mark.parametrize(
    ("earlier", "later", "found"),
    [
        ("in-force", "announced", True),
        ("launched", "approved", True),
        ("withdrawn", "operating", True),
        ("superseded", "announced", True),
        ("announced", "in-force", False),
        ("approved", "announced", False),  # both planned: a second house, a second statement
        ("operating", "launched", False),  # both active
        ("held", "announced", False),  # next year's
        ("completed", "operating", False),  # a building is finished, then used
        ("operating", "reset", False),
        ("operating", "on-hold", False),
        ("on-hold", "announced", False),
        ("in-force", "superseded", False),
    ],
)
def test_going_backwards(earlier: str, later: str, found: bool) -> None:
    assert bool(backwards(step(earlier, "2022-03-01"), step(later, "2023-05-01"))) is found
    assert not backwards(step(earlier, "2022-03"), step(later, "2022-03-20"))  # may be one day


@pytest.mark.parametrize(
    "explains",
    [
        step("on-hold", "2022-09-01"),
        step("reset", "2022-09-01"),
        step("extended", "2022-09"),
        step("launched", "2023-05-01"),
        step("launched", "2024-01-01"),
    ],
)
def test_what_explains_a_step_back(explains: StepRecord) -> None:
    first, second = step("in-force", "2022-03-01"), step("announced", "2023-05-01")
    (found,) = backwards(first, second)
    assert found.sentence == (
        "fund is stated to have been announced on 2023-05-01, after it had been in force on 2022-03-01."
    )
    assert not backwards(first, second, explains)
    assert backwards(first, second, replace(explains, initiative="initiative/other"))
    assert backwards(first, second, replace(explains, modality="planned"))
    early = replace(explains, date=Period.parse("2021-01-01"))
    assert backwards(first, second, early)


def test_steps_in_two_places_are_two_lives() -> None:
    first = step("operating", "2022-03-01", place="place/a")
    assert backwards(first, step("announced", "2023-05-01", place="place/a"))
    assert not backwards(first, step("announced", "2023-05-01", place="place/b"))


def money(value: str, source: str, day: str = "", **more: object) -> Money:
    """A fund's size, as a source states it."""
    made = Money(
        iri=f"amount/{value}-{source}",
        initiative="initiative/fund",
        role="fund-size",
        value=Decimal(value),
        step=Decimal(1),
        unit="USD",
        source=f"source/{source}",
        published=date.fromisoformat(day) if day else None,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def sums(*amounts: Money) -> list[Finding]:
    return check_amounts(Facts(money=amounts))


def test_sums_that_differ() -> None:
    (found,) = sums(
        money("2000000000", "a"), money("5000000000", "b", "2023-01-02"), money("2000000000", "c")
    )
    assert (found.kind, found.severity, len(found.about)) == ("amounts-differ", "minor", 3)
    assert found.sentence == (
        f"The fund size of fund is stated as {amount(Decimal(2_000_000_000), 'USD')} (2 sources) and "
        f"{amount(Decimal(5_000_000_000), 'USD')} (1 source, first 2023-01-02)."
    )
    assert found.arithmetic == "the largest is 2.50 times the smallest"


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("88384000", "88384000", False),
        ("88384000", "88000000", False),
        ("88384000", "88400000", False),
        ("88384000", "89000000", True),
        ("9800000000", "10000000000", False),
        ("5200000000", "10000000000", True),
        ("4000000000", "4200000000", True),
        ("0", "4200000000", True),
        ("0", "0", False),
    ],
)
def test_rounding_is_no_difference(one: str, other: str, differ: bool) -> None:
    assert bool(sums(money(one, "a"), money(other, "b"))) is differ
    assert bool(sums(money(other, "b"), money(one, "a"))) is differ


def test_sums_that_are_two_things() -> None:
    one, other = money("2000", "a"), money("5000", "b")
    assert sums(one, other)
    assert not sums(one, replace(other, role="loan"))
    assert not sums(one, replace(other, unit="PKR"))
    assert not sums(one, replace(other, initiative="initiative/other"))
    assert not sums(one, other, money("5000", "a"))  # one source states both


def test_a_sum_that_replaced_another() -> None:
    old = (money("2000", "a", "2020-01-01"), money("2000", "b", "2020-02-01"))
    new = (money("5000", "c", "2021-01-01"), money("5000", "d", "2021-01-02"))
    (found,) = sums(*old, *new)
    assert (found.severity, "replaced" in found.sentence) == ("info", True)
    assert sums(*old, *new, money("2000", "e", "2021-02-01"))[0].severity == "minor"
    assert sums(*old, *new, money("2000", "e"))[0].severity == "minor"


NAMES = {
    f"{BASE}concept/initiative-kind/programme": "Programme",
    f"{BASE}concept/instrument/co-working-space": "Co-working space",
    f"{BASE}concept/instrument/centre-of-excellence": "Centre of excellence",
    f"{BASE}concept/target-group/freelancers": "Freelancers",
    f"{BASE}concept/indicator/skills": "Skills",
}


def initiative(slug: str, *names: str, lead: str | None = None) -> InitiativeRecord:
    return InitiativeRecord(f"initiative/{slug}", names, lead)


def namesakes(*initiatives: InitiativeRecord) -> list[Finding]:
    return check_same_names(Facts(initiatives=initiatives, names=NAMES))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Skills Fund", "skills fund", True),
        ("e-Rozgaar Centres", "E-Rozgar programme", True),
        ("e-Rozgaar Centres", "e Rozgaar", True),
        ("École d'été", "Ecole d’ete", True),
        ("Skills Fund", "Skills Fund 2", False),
        ("Skills Fund 2011", "Skills Fund 201", False),  # letters are doubled in a spelling, digits are not
        ("Freelancer Programme", "Programme for ... freelancers", False),
        ("Freelancers", "Freelancer programme", False),  # nothing but kinds of things
        ("Training at E-Rozgaar centres", "E-Rozgaar centres", False),
        ("Zenda IT park", "Strelsau IT park", False),
    ],
)
def test_namesakes(one: str, other: str, found: bool) -> None:
    pair = initiative("a", one, "One"), initiative("b", other, "Other")
    assert bool(namesakes(*pair)) is found


def test_namesakes_under_one_lead_may_be_one() -> None:
    one, other = initiative("a", "Skills Fund", lead="body/m"), initiative("b", "SKILLS FUND", lead="body/n")
    (found,) = namesakes(other, one)
    assert (found.kind, found.severity, found.about) == (
        "same-name",
        "info",
        ("initiative/a", "initiative/b"),
    )
    assert found.sentence == "a (m) and b (n) are two things under one name: “Skills Fund” and “SKILLS FUND”."
    assert namesakes(one, replace(other, lead="body/m"))[0].severity == "minor"
    alike = replace(one, names=("e-Rozgaar Centres",)), initiative("b", "E-Rozgaar", lead="body/m")
    assert namesakes(*alike)[0].severity == "info"


def life(rng: random.Random, fund: str) -> list[StepRecord]:
    """A life that goes forward, with pauses, told by several sources whose dates agree."""
    day, found, paused = date(2010, 1, 1) + timedelta(rng.randrange(2000)), [], False
    stages = sorted(rng.sample(list(STAGES), rng.randrange(2, 9)), key=lambda one: STAGES[one][0])
    for stage in stages:
        for source in rng.sample("abcd", rng.randrange(1, 3)):
            said = str(day)[: rng.choice((10, 10, 7, 4))]
            found.append(step(stage, said, fund=fund, source=source, sources=(f"source/{source}",)))
        paused = paused or stage == "on-hold"
        day += timedelta(rng.randrange(0, 500))
    if paused:
        found.append(
            step("launched", str(day + timedelta(400)), fund=fund, source="e", place=f"place/{fund}")
        )
        found = [one for one in found if one.stage not in ("superseded", "withdrawn")]
    return found


def cash(rng: random.Random, fund: str) -> list[Money]:
    value = Decimal(rng.randrange(10, 10_000)) * 1_000_000
    rounded = [value, value, round(value, -7) if value >= 10**9 else value]
    return [
        money(f"{one:f}", f"{fund}{at}", initiative=f"initiative/{fund}") for at, one in enumerate(rounded)
    ]


@given(rng=st.randoms(use_true_random=False))
def test_consistent_lives_give_no_alarm(rng: random.Random) -> None:
    steps = [one for fund in ("f", "g") for one in life(rng, fund)]
    amounts = [one for fund in ("f", "g") for one in cash(rng, fund)]
    facts = Facts(steps=tuple(steps), money=tuple(amounts))
    assert [one for one in initiative_findings(facts) if one.severity != "info"] == []
    assert {one.kind for one in initiative_findings(facts)} <= {"launched-twice"}  # begun anew after a pause


PLANTED = {
    "launched-twice": (step("launched", "2012-05-05"), step("launched", "2012-05-09", source="y")),
    "status-backwards": (step("in-force", "2012-05-05"), step("approved", "2013-05-09")),
}


@given(rng=st.randoms(use_true_random=False), kind=st.sampled_from(sorted(PLANTED)))
def test_planted_errors_are_found_whatever_else_is_known(rng: random.Random, kind: str) -> None:
    planted = Facts(steps=PLANTED[kind])
    (found,) = initiative_findings(planted)
    assert (found.kind, found.severity) == (kind, "minor")
    steps = [*PLANTED[kind], *life(rng, "f"), *life(rng, "g")]
    rng.shuffle(steps)
    assert found in initiative_findings(Facts(steps=tuple(steps), money=tuple(cash(rng, "h"))))


@given(rng=st.randoms(use_true_random=False))
def test_order_changes_nothing(rng: random.Random) -> None:
    steps = [
        step(stage, f"20{year}-0{year % 9 + 1}") for year, stage in zip(range(10, 24), STAGES, strict=True)
    ]
    steps += [step("announced", "2015-06"), step("launched", "2012-01-01", source="y"), step("held", "2014")]
    amounts = [money("2000", "a"), money("5000", "b"), money("5000", "c"), money("7000", "d", "2020-01-01")]
    initiatives = [initiative("a", "Skills", "Craft"), initiative("b", "skills"), initiative("c", "CRAFT!")]

    def found() -> list[Finding]:
        facts = Facts(steps=tuple(steps), money=tuple(amounts), initiatives=tuple(initiatives))
        return sorted(initiative_findings(facts), key=lambda one: one.key)

    first = found()
    for each in (steps, amounts, initiatives):
        rng.shuffle(each)
    assert found() == first
    kinds = {one.kind for one in first}
    assert kinds == {"launched-twice", "status-backwards", "amounts-differ", "same-name"}
