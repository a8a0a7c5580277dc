"""The audit of people and bodies: overlaps, gaps, acts outside a tenure, bodies within themselves."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.audit.lives.bodies import check_body_cycles
from policygraph.audit.lives.overlaps import check_tenure_overlaps
from policygraph.audit.lives.people import check_acts, check_tenure_gaps, people_findings
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.records.life_records import BodyRecord, StepRecord, TenureRecord
from policygraph.periods import Period

DAY = timedelta(1)


def tenure(
    person: str, start: str = "", end: str = "", *, post: str = "post", **more: object
) -> TenureRecord:
    """A tenure with its dates as texts; its source is named after the person unless given."""
    seen = Period.parse(str(more.pop("seen"))) if "seen" in more else None
    made = TenureRecord(
        iri=f"tenure/{person}-{post}-{start or end or seen}",
        person=person,
        post=post,
        sources=(f"source/{person}",),
        start=Period.parse(start) if start else None,
        end=Period.parse(end) if end else None,
        seen_from=seen.start if seen else None,
        seen_until=seen.end if seen else None,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def overlaps(*tenures: TenureRecord) -> list[Finding]:
    return check_tenure_overlaps(Facts(tenures=tenures))


def gaps(*tenures: TenureRecord) -> list[Finding]:
    return check_tenure_gaps(Facts(tenures=tenures))


def test_two_in_one_post() -> None:
    found = overlaps(tenure("ada", "2020-01-01", "2022-06-30"), tenure("ben", "2022-01-01", "2023-01-01"))
    assert [(one.kind, one.severity) for one in found] == [("tenure-overlap", "major")]
    assert found[0].about == ("tenure/ada-post-2020-01-01", "tenure/ben-post-2022-01-01")
    assert found[0].arithmetic == "in both, whatever the dates mean: 2022-01-01 to 2022-06-30, 181 days"
    assert "ada (2020-01-01 to 2022-06-30) and ben (2022-01-01 to 2023-01-01)" in found[0].sentence


def test_two_people_in_one_post_are_told_once() -> None:
    ada, ben = tenure("ada", "2020-01-01", "2022-06-30"), tenure("ben", "2022-01-01", "2023-01-01")
    again = replace(ada, iri="tenure/ada-again", end=Period.parse("2022-01-10"))
    (found,) = overlaps(ada, ben, again)
    assert found.severity == "major"
    assert found.about == (again.iri, ada.iri, ben.iri)
    assert found.arithmetic.endswith("181 days")
    assert len(overlaps(ada, ben, tenure("cleo", "2022-02-01", "2022-05-01"))) == 3


@pytest.mark.parametrize(
    ("end", "start", "expected"),
    [
        ("2022-03-10", "2022-03-10", []),  # on one day
        ("2022-03-11", "2022-03-10", []),  # a day off
        ("2022-03-12", "2022-03-10", ["minor"]),
        ("2022-03", "2022-03-02", []),  # some day of March
        ("2022-03", "2022-02", []),  # out on 1 March at the earliest, in on 28 February at the latest
        ("2022-03", "2022-01", ["minor"]),
        ("2022", "2022-02", []),
        ("2022", "2020", ["major"]),
        ("2022-04-15", "2022-03-10", ["major"]),
    ],
)
def test_handover_and_precision(end: str, start: str, expected: list[str]) -> None:
    found = overlaps(tenure("ada", "2019-05-01", end), tenure("ben", start, "2024-01-01"))
    assert [one.severity for one in found] == expected


def test_an_end_that_nobody_states_is_no_end() -> None:
    assert not overlaps(tenure("ada", "2018-01-01"), tenure("ben", "2020-01-01", "2022-01-01"))
    assert not gaps(tenure("ada", "2018-01-01"), tenure("ben", "2020-01-01", "2022-01-01"))


def test_seen_in_office_while_another_held_it() -> None:
    held = tenure("ada", "2020-01-01", "2022-06-30")
    assert overlaps(held, tenure("ben", seen="2021-05-05"))
    assert not overlaps(held, tenure("ben", seen="2022-06-30"))
    assert not overlaps(held, tenure("ben", seen="2021"))  # some day of 2021 is not known to be any day
    assert not overlaps(held, tenure("ada", seen="2021-05-05"))
    assert not overlaps(held, tenure("ben", "2021-01-01", "2021-12-31", post="other"))


@pytest.mark.parametrize("capacity", ["acting", "interim", "additional-charge"])
def test_standing_in_is_explained(capacity: str) -> None:
    held = tenure("ada", "2020-01-01", "2022-06-30")
    (found,) = overlaps(held, tenure("ben", "2021-01-01", "2021-03-01", capacity=capacity))
    assert (found.severity, "stands in" in found.sentence) == ("info", True)
    assert (
        overlaps(held, tenure("ben", "2021-01-01", "2021-03-01", capacity="caretaker"))[0].severity == "major"
    )


def test_acting_post_counts_as_the_post_it_acts_for() -> None:
    head = tenure("ada", "2020-01-01", "2022-06-30", post="head")
    acting = tenure("ben", "2021-01-01", "2021-06-01", post="acting-head")
    assert not overlaps(head, acting)
    assert overlaps(head, replace(acting, acts_for="head"))
    later = tenure("cyd", "2023-01-01", "2024-01-01", post="head")
    between = replace(tenure("ben", "2022-07-01", "2022-12-31", post="acting-head"), acts_for="head")
    assert gaps(head, later)
    assert not gaps(head, between, later)


def test_one_source_that_names_both_knows_of_both() -> None:
    one = tenure("ada", "2020-01-01", "2022-06-30", sources=("source/x",))
    other = tenure("ben", "2020-01-01", "2022-06-30", sources=("source/x", "source/y"))
    (found,) = overlaps(one, other)
    assert (found.severity, "several seats" in found.sentence) == ("info", True)


def test_gap_between_a_stated_end_and_a_stated_start() -> None:
    (found,) = gaps(tenure("ada", "2018-01-01", "2019-03"), tenure("ben", "2019-06-10", "2020-01-01"))
    assert (found.kind, found.severity) == ("tenure-gap", "info")
    assert found.arithmetic == "2019-04-01 to 2019-06-09: 70 days"
    assert not gaps(tenure("ada", "2018-01-01", "2019-03-31"), tenure("ben", "2019-04-08", "2020-01-01"))
    assert gaps(tenure("ada", "2018-01-01", "2019-03-31"), tenure("ben", "2019-04-09", "2020-01-01"))


def test_gap_after_an_end_without_a_start() -> None:
    assert gaps(tenure("ada", "", "2019-03"), tenure("ben", "2019-06-10", "2020-01-01"))


@pytest.mark.parametrize(
    "filler",
    [
        tenure("cyd", seen="2019-05-01"),
        tenure("cyd", "2019-03-31"),
        tenure("cyd", "2019-03-30"),
        tenure("ada", seen="2019-05-01"),
        tenure("cyd", "2018-06-01", "2019-12-31"),
        tenure("cyd", "", "2019-09-10"),
    ],
)
def test_no_gap_where_somebody_may_have_been_in_the_post(filler: TenureRecord) -> None:
    before, after = tenure("ada", "2018-01-01", "2019-03-31"), tenure("ben", "2019-09-10", "2020-01-01")
    assert gaps(before, after)
    assert not gaps(before, filler, after)


def act(day: str, *actors: str, modality: str = "done") -> StepRecord:
    return StepRecord(
        iri=f"step/{day}",
        initiative="initiative/fund",
        stage="announced",
        order=10,
        lifecycle="planned",
        sources=("source/x",),
        date=Period.parse(day) if day else None,
        actors=actors,
        modality=modality,
        label="Fund: announced",
    )


def acts(step: StepRecord, *tenures: TenureRecord) -> list[Finding]:
    return check_acts(Facts(tenures=tenures, steps=(step,)))


@pytest.mark.parametrize(
    ("day", "outside"),
    [
        ("2019-12-30", True),
        ("2019-12-31", False),  # a day off
        ("2020-05-05", False),
        ("2022-07-01", False),
        ("2022-07-02", True),
        ("2022-06", False),  # some day of June
        ("2022-07", False),  # the first day of it may be meant
        ("2022-08", True),
        ("2022", False),
        ("", False),
    ],
)
def test_act_outside_the_only_tenure(day: str, outside: bool) -> None:
    found = acts(act(day, "ada"), tenure("ada", "2020-01-01", "2022-06-30"))
    assert [one.kind for one in found] == ["act-out-of-office"] * outside
    assert all(one.about == ("ada", f"step/{day}") for one in found)


def test_act_outside_is_worth_a_look_where_another_was_in_the_post() -> None:
    own, next_one = tenure("ada", "2020-01-01", "2022-06-30"), tenure("ben", "2022-07-01", "2030-01-01")
    assert [one.severity for one in acts(act("2022-09-01", "ada"), own)] == ["info"]
    (found,) = acts(act("2022-09-01", "ada"), own, next_one)
    assert (found.severity, "ben is stated to have held it then" in found.sentence) == ("minor", True)
    assert acts(act("2028-09-01", "ada"), own, next_one)[0].severity == "info"  # years later: another role


@pytest.mark.parametrize(
    "more",
    [
        tenure("ada", seen="2016-05-05", post="other"),  # in another post for nobody knows how long
        tenure("ada", "2021-01-01", post="other"),  # its end is not known
        tenure("ada", "", "2023-01-01", post="other"),  # nor its start
        tenure("ada", "2022-09-01", "2022-09-30", post="other"),
    ],
)
def test_an_act_in_another_post_is_no_finding(more: TenureRecord) -> None:
    own = tenure("ada", "2020-01-01", "2022-06-30")
    assert acts(act("2022-09-15", "ada"), own)
    assert not acts(act("2022-09-15", "ada"), own, more)


def test_being_seen_in_office_adds_nothing_to_a_tenure() -> None:
    own, seen = tenure("ada", "2020-01-01", "2022-06-30"), tenure("ada", seen="2021-03-03")
    assert acts(act("2022-09-15", "ada"), own, seen)
    assert not acts(act("2022-09-15", "ada"), seen)
    assert not acts(act("2022-09-15", "ada", modality="planned"), own)
    assert not acts(act("2022-09-15", "ben"), own)


def body(name: str, *parents: str) -> BodyRecord:
    return BodyRecord(f"body/{name}", name, tuple(f"body/{one}" for one in parents))


def cycles(*bodies: BodyRecord) -> list[tuple[str, ...]]:
    return [one.about for one in check_body_cycles(Facts(bodies=bodies))]


def test_body_that_is_its_own_ancestor() -> None:
    ring = (body("a", "b"), body("b", "c"), body("c", "a"))
    (found,) = check_body_cycles(Facts(bodies=(*ring, body("d", "a"), body("e"), body("b2", "e"))))
    assert (found.severity, found.about) == ("major", ("body/a", "body/b", "body/c"))
    assert found.sentence == (
        "a is stated to be part of b, which is part of c, which is part of a: no body can be part of itself."
    )
    assert cycles(body("a", "a")) == [("body/a",)]
    assert cycles(body("a", "x"), body("b", "a", "e"), body("e")) == []


def test_two_rings_and_a_body_between_them() -> None:
    bodies = (body("a", "b"), body("b", "a"), body("m", "a"), body("x", "m", "y"), body("y", "x"))
    assert cycles(*bodies) == [("body/a", "body/b"), ("body/x", "body/y")]


def test_a_long_chain_is_no_trouble() -> None:
    chain = [body(f"{at:05d}", f"{at + 1:05d}") for at in range(20_000)]
    assert cycles(*chain) == []
    assert len(cycles(*chain, body("20000", "00000"))[0]) == 20_001


def life(rng: random.Random, post: str) -> list[TenureRecord]:
    """Holders one after another, handing over on the day or the next, with dates as exact as it comes."""
    day, found = date(1990, 1, 1) + DAY * rng.randrange(3000), []
    for number in range(rng.randrange(1, 7)):
        last = day + DAY * rng.randrange(120, 2000)
        start, end = (_said(rng, one) for one in (day, last))
        person = f"person-{post}-{number}"
        kept = rng.random()
        found.append(tenure(person, start if kept < 0.9 else "", end if kept > 0.1 else "", post=post))
        if rng.random() < 0.4:
            found.append(tenure(person, post=post, seen=str(day + (last - day) / 2)))
        day = last + DAY * rng.randrange(2)
    return found


def _said(rng: random.Random, day: date) -> str:
    return str(day)[: rng.choice((10, 10, 7, 4))]


@given(rng=st.randoms(use_true_random=False))
def test_consistent_lives_give_no_finding(rng: random.Random) -> None:
    tenures = [one for post in ("p", "q") for one in life(rng, post)]
    steps = [
        replace(act(str(one.start.end + DAY), one.person), iri=f"step/{one.iri}")
        for one in tenures
        if one.start and one.end and one.start.end + DAY <= one.end.start
    ]
    assert people_findings(Facts(tenures=tuple(tenures), steps=tuple(steps))) == []


@given(rng=st.randoms(use_true_random=False))
def test_planted_overlap_is_found_and_more_sources_take_nothing_away(rng: random.Random) -> None:
    one = tenure("ada", "2001-01-01", str(date(2003, 1, 1) + DAY * rng.randrange(400)))
    two = tenure("ben", str(date(2001, 6, 1) + DAY * rng.randrange(300)), "2008-01-01")
    planted = (one, two, *life(rng, "q"))
    found = people_findings(Facts(tenures=planted))
    assert [(each.kind, each.severity) for each in found] == [("tenure-overlap", "major")]
    more = (*planted, *life(rng, "r"), *life(rng, "s"))
    assert {each.key for each in found} <= {each.key for each in people_findings(Facts(tenures=more))}


@given(rng=st.randoms(use_true_random=False))
def test_order_changes_nothing(rng: random.Random) -> None:
    tenures = [tenure(f"p{at}", f"{2000 + at % 5}-01-01", f"{2002 + at % 7}-05-01") for at in range(8)]
    tenures.append(tenure("px", seen="2003-03-03"))
    steps = [act(f"{year}-02-02", "p1", "p2", "px") for year in range(1999, 2012)]
    first = people_findings(Facts(tenures=tuple(tenures), steps=tuple(steps)))
    rng.shuffle(tenures)
    rng.shuffle(steps)
    again = people_findings(Facts(tenures=tuple(tenures), steps=tuple(steps)))
    assert sorted(first, key=lambda one: one.key) == sorted(again, key=lambda one: one.key)
    assert {one.kind for one in first} == {"tenure-overlap", "act-out-of-office"}
