"""Measures: which phrases name one, and which mentions belong together."""

from __future__ import annotations

import pytest

from policygraph.reader.gazetteer import Gazetteer
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
    ],
)
def test_a_phrase_that_does_not_say_which_is_none(text: str) -> None:
    assert measures(text) == []


def test_later_mentions_belong_to_the_first() -> None:
    text = "The senate passed the River Safety Bill. The bill bans boats. Critics fear the bill."
    assert [one.mentions for one in reading_of(text).initiatives] == [("River Safety Bill", "bill")]


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
