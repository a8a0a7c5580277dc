"""Families of people, initiatives, bodies and rankings: each is given all that its checks read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_planted_rivals import drawn, ranked, targeted
from audit_worlds import tangled
from policygraph.audit.families import families
from policygraph.audit.graph.extract import facts_of
from policygraph.audit.lives.bodies import body_findings
from policygraph.audit.lives.initiatives import initiative_findings
from policygraph.audit.lives.people import people_findings
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding, Found
from policygraph.audit.records.life_records import (
    BodyRecord,
    InitiativeRecord,
    Money,
    StepRecord,
    TenureRecord,
)
from policygraph.audit.rivals.ranks import check_ranks
from policygraph.audit.run import audit, check_figures, found_in
from policygraph.graph import Graph
from policygraph.periods import Period

BASE = "https://example.org/"
KINDS = {
    "act-out-of-office",
    "amounts-differ",
    "body-cycle",
    "launched-twice",
    "rank-conflict",
    "same-name",
    "status-backwards",
    "target-moved",
    "tenure-gap",
    "tenure-overlap",
}
"""What is planted."""


def planted(seed: int) -> Facts:
    """Figures of all kinds, and beside them one of each finding that figures do not give, or a few more."""
    random, facts = drawn(seed, "few"), tangled(seed)
    half = Decimal(random.randint(2, 900)) * 10**6
    day = date(2021, random.randint(1, 12), 1)
    return replace(
        facts,
        tenures=(*_tenures(random, "first"), *_tenures(random, "second")),
        steps=(*_steps(random, "lantern"), *_steps(random, "harbour")),
        money=(_money("a", half, day), _money("b", half * 2, day)),
        initiatives=(_initiative("lantern", "Lantern Skills"), _initiative("other", "Lantern Skills scheme")),
        bodies=(BodyRecord("body/a", "A", ("body/b",)), BodyRecord("body/b", "B", ("body/a",))),
        ranks=(ranked(1, "ruritania", 3), ranked(2, "ruritania", random.randint(4, 90))),
        targets=(
            targeted(1, "2025", date(2021, 1, 1), half * 2),
            targeted(2, "2025", date(2022, 1, 1), half),
        ),
        names={
            **facts.names,
            f"{BASE}concept/initiative-kind/scheme": "Scheme",
            "person/ada": "Ada",
            "post/first": "First Minister",
            "initiative/lantern": "the lantern scheme",
            "body/a": "Board A",
        },
    )


def _tenures(random: Random, post: str) -> Iterable[TenureRecord]:
    year = random.randint(2010, 2014)
    spans = {"ada": (year, year + 2), "ben": (year + 1, year + 3), "cid": (year + 5, year + 6)}
    for person, (start, end) in spans.items():
        yield TenureRecord(
            iri=f"tenure/{person}-{post}",
            person=f"person/{person}",
            post=f"post/{post}",
            sources=(f"source/{person}",),
            start=Period.parse(f"{start}-01-01"),
            end=Period.parse(f"{end}-12-31"),
        )


def _steps(random: Random, name: str) -> Iterable[StepRecord]:
    year = random.randint(2019, 2022)
    lives = [("launched", 80, "active", year), ("launched", 80, "active", year + 1)]
    lives += [("superseded", 180, "ended", year + 2), ("operating", 100, "active", year + 3)]
    for stage, order, lifecycle, when in lives:
        yield StepRecord(
            iri=f"step/{name}-{stage}-{when}",
            initiative=f"initiative/{name}",
            stage=stage,
            order=order,
            lifecycle=lifecycle,
            sources=(f"source/{when}",),
            date=Period.parse(f"{when}-05-01"),
            actors=("person/ada",),
        )


def _money(source: str, value: Decimal, day: date) -> Money:
    iri = f"amount/{source}"
    return Money(
        iri, "initiative/lantern", "budget", value, Decimal(1), "USD", f"source/{source}", published=day
    )


def _initiative(slug: str, name: str) -> InitiativeRecord:
    return InitiativeRecord(f"initiative/{slug}", (name,))


def content(found: Iterable[Found]) -> list[set[object]]:
    """What was found, whatever family it is of."""
    each = list(found)
    return [
        {one for found in each for one in found.findings},
        {one for found in each for one in found.verdicts},
        {one for found in each for one in found.derived},
    ]


def together(facts: Facts) -> list[Found]:
    """What every check finds where it is given everything."""
    few: list[list[Finding]] = [
        people_findings(facts),
        initiative_findings(facts),
        body_findings(facts),
        check_ranks(facts),
    ]
    return [check_figures(facts), *(Found(tuple(one)) for one in few)]


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_each_family_alone_is_everything_together(seed: int) -> None:
    facts = planted(seed)
    assert content(found_in(facts)) == content(together(facts))


def test_the_shipped_ones_too(shipped: Graph) -> None:
    facts = facts_of(shipped.store.quads())
    assert content(found_in(facts)) == content(together(facts))


@pytest.mark.parametrize("seed", range(3))
def test_an_audit_finds_what_is_planted(seed: int) -> None:
    found = audit(planted(seed)).findings
    assert {one.kind for one in found} >= KINDS
    said = {one.kind: one.sentence for one in found}
    assert "Lantern Skills" in said["same-name"]
    assert "the lantern scheme" in said["amounts-differ"]
    assert any("Ada" in one.sentence for one in found if one.kind == "act-out-of-office")


@pytest.mark.parametrize(
    "sort", ["bodies", "initiatives", "money", "rates", "ranks", "steps", "targets", "tenures"]
)
def test_whatever_is_left_out_is_left_out_of_its_family(sort: str) -> None:
    facts = planted(1)
    fewer = replace(facts, **{sort: getattr(facts, sort)[1:]})
    assert {one.digest for one in families(fewer)} - {one.digest for one in families(facts)}


def test_a_name_of_a_kind_is_part_of_the_initiatives() -> None:
    """Which two names are one depends on it."""
    facts = planted(1)
    other = replace(facts, names={**facts.names, f"{BASE}concept/initiative-kind/scheme": "Programme"})
    changed = [one for one, was in zip(families(other), families(facts), strict=True) if one != was]
    assert [one.checks for one in changed] == ["initiatives"]
    assert "same-name" not in {one.kind for one in audit(other).findings}


def test_what_is_checked_otherwise_is_another_family() -> None:
    """Of nothing at all, even: or what one check found would be taken for what another did."""
    every = [one.digest for one in families(Facts())]
    assert len(every) == len(set(every)) == 4
