"""What stands beside a word for a measure and tells which is meant."""

from __future__ import annotations

import pytest

from reading_made import measures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A tax of 3pc on paper boats is due.", "tax of 3pc on paper boats"),
        ("Few like the tax on oars.", "tax on oars"),
        ("They ask for an exemption for anyone who rows.", "exemption for anyone"),
        ("A survey of those who rowed found little.", "survey of those"),
        ("Contracts worth Rs8.6 billion are late.", "Contracts worth Rs8.6 billion"),
        ("It names projects worth $40 million.", "projects worth $40 million"),
    ],
)
def test_what_follows_tells_which_measure_is_meant(text: str, found: str) -> None:
    assert measures(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "They won a deal worth $4 billion.",
        "The town sold services worth $9 million.",
        "Services accounted for half of it.",
        "They pay their tax of late.",
    ],
)
def test_what_follows_may_tell_of_no_measure(text: str) -> None:
    assert measures(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oars go to the Boats for Town Girls (BTG) programme.", "Boats for Town Girls (BTG) programme"),
        ("They like BoatCount, the software which counts oars.", "BoatCount"),
        ("They like Oar Finder, a mobile application for sailors.", "Oar Finder"),
    ],
)
def test_a_name_beside_a_word_for_a_measure_is_its_name(text: str, found: str) -> None:
    assert measures(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Happily, the fund is late.",
        "They met the Minister for Oars and Technical Training.",
        "The Noorland Rivers Board (NRB) programme is late.",
    ],
)
def test_a_name_beside_it_may_be_no_measure(text: str) -> None:
    assert measures(text) == []


def test_a_bill_that_is_paid_is_no_law() -> None:
    assert measures("They paid half of the bill on boats.") == []
    assert measures("Few could afford the oil bill of the town.") == []
    assert measures("They debated the bill on boats.") == ["bill on boats"]


def test_a_title_ends_no_measure() -> None:
    assert measures("Noor Board launched an internal investigation of Mr. Brel.") == [
        "internal investigation"
    ]
