"""Measures: which phrases name one, and which mentions belong together."""

from __future__ import annotations

import pytest

from policygraph.reader.names.gazetteer import Gazetteer
from reading_made import measures, reading_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Parliament debated the Clean Rivers Act 2031 yesterday.", ["Clean Rivers Act 2031"]),
        ("The town gives incentives to bakers.", ["incentives to bakers"]),
        ("She wants a cash reward on exports of lamps.", ["cash reward on exports of lamps"]),
        ("The mayor opened a new library centre.", ["new library centre"]),
        ("He spoke of a five per cent rebate.", ["five per cent rebate"]),
        (
            "The council aims to raise bus trips to 3 million by 2031.",
            ["raise bus trips to 3 million by 2031"],
        ),
        ("Shops wait for the RIVA project.", ["RIVA project"]),
        ("A survey by Brel Noor Partners was read aloud.", ["survey by Brel Noor Partners"]),
        ("They asked for a report on boats in May.", ["report on boats"]),
        ("The plan approved by Noorland Council spoke of ferries.", ["plan approved by Noorland Council"]),
        ("In a test which Acmo commissioned half of them failed.", ["test which Acmo commissioned"]),
        ("Few use the sailors' portal today.", ["sailors' portal"]),
        ("Noor's report, out in May, is short.", ["Noor's report"]),
        ("None of it is in this year's budget.", ["this year's budget"]),
        ("The crews want stay-on-board rules.", ["stay-on-board rules"]),
        ("Pilots complain of a 20% discount on oars.", ["20% discount on oars"]),
    ],
)
def test_a_measure_is_found(text: str, found: list[str]) -> None:
    assert measures(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "There is no policy.",
        "He went to the centre.",
        "Any scheme will do.",
        "The weather was fine on Monday.",
        "It adds what the boats report to it.",
        "The crews study at sea.",
        "She went north to study for her exam.",
        "The army can withdraw 20,000 men.",
    ],
)
def test_a_phrase_that_does_not_say_which_is_none(text: str) -> None:
    assert measures(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ferries can now keep 40 per cent of their fares.", "keep 40 per cent of their fares"),
        ("They were let keep half their oars.", "keep half their oars"),
        ("The town refunded half the toll.", "refunded half the toll"),
        ("Noorland reimburses 30% of wages.", "reimburses 30% of wages"),
        ("Noorland exempts them from tolls.", "exempts them from tolls"),
        ("Crews get $90 for every trainee.", "$90 for every trainee"),
    ],
)
def test_what_is_granted_is_a_measure_without_a_noun(text: str, found: str) -> None:
    assert [(one.mentions[0], one.kind) for one in reading_of(text).initiatives][-1:] == [
        (found, "incentive")
    ]


def test_a_definite_phrase_is_not_drawn_out_by_its_clause() -> None:
    (found,) = reading_of("The board spent the budget that Noor presented.").initiatives
    assert found.mentions == ("budget",)


def test_later_mentions_belong_to_the_first() -> None:
    text = "The senate passed the River Safety Bill. The bill bans boats. Critics fear the bill."
    assert [one.mentions for one in reading_of(text).initiatives] == [("River Safety Bill", "bill")]


def test_a_plural_mentions_those_that_were_several() -> None:
    text = "The town opened twenty boat parks. The board opened the Noorland park. The parks are full."
    assert [one.mentions for one in reading_of(text).initiatives] == [
        ("twenty boat parks", "parks"),
        ("Noorland park",),
    ]


def test_an_acronym_belongs_to_what_it_stands_for() -> None:
    text = "The cabinet approved the Solar Energy Policy. The SE policy begins in May."
    assert len(reading_of(text).initiatives) == 1


def test_a_known_name_carries_its_iri_and_says_why() -> None:
    known = Gazetteer.of([("initiative", "ex:lamps", ["Lamps for Lanes"])])
    (found,) = reading_of("The town paid for Lamps for Lanes again.", known).initiatives
    assert (found.entity, found.mentions) == ("ex:lamps", ("Lamps for Lanes",))
    assert "Lamps for Lanes" in found.why


def test_groups_that_it_is_for() -> None:
    (found,) = reading_of("The ministry launched a portal for registration of freelancers.").initiatives
    assert (found.kind, found.target_groups) == ("platform", ("freelancers",))
