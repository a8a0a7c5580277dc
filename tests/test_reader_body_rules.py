"""What speaks for an organisation and against one, and how far its name goes."""

from __future__ import annotations

import pytest

from policygraph.reader.document import Document
from policygraph.reader.names.entities import read_names
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.text.sentences import sentences_of

EMPTY = Gazetteer.empty()


def named(text: str, gazetteer: Gazetteer = EMPTY) -> list[tuple[str, ...]]:
    """The mentions of each organisation of a text."""
    return [body.mentions for body in read_names(Document("x", text), sentences_of(text), gazetteer).bodies]


def test_a_letter_whose_small_form_is_longer_moves_no_name() -> None:
    text = "In \u0130zmir and \u0130znik the finance ministry told parliament of it."
    assert named(text) == [("finance ministry",), ("parliament",)]
    known = Gazetteer.of([("body", "ex:bank", ["\u0130zmir Rivers Bank"])])
    assert named("The \u0130zmir Rivers bank lends.", known) == [("\u0130zmir Rivers bank",)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The stalls were put up by students of UTQ Manila on Monday.", "UTQ Manila"),
        ("Posted by REB New Zealand in the morning.", "REB New Zealand"),
        ("The port signed an agreement with Quillon, in May.", "Quillon"),
        ("On Friday Skybeam's licence was renewed until 2030.", "Skybeam"),
        ("RIVERTON, 3 May (RPA) — Prices of bread rose.", "RPA"),
        ("Riverton (QNS) -- Prices of bread rose.", "QNS"),
        ("QLF Health has tied up with a union of drivers.", "QLF Health"),
        ("ORBSCOM will host the opening.", "ORBSCOM"),
    ],
)
def test_what_speaks_for_an_organisation(text: str, name: str) -> None:
    assert (name,) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jointly, the boards and a company of traders asked for more.",
        "The senator had travelled along the R-9 twice, and the R-9 was dry.",
        "On that Friday a man sold apples from the back of his old Ford (RPA) — so they say.",
        "The members in Quillon and the founders in Lowmarsh asked for a bus.",
        "The fund will back six companies, in Paris, Quillon and Lowmarsh.",
        "They had to deal with Quillon, a town by the sea.",
        "It signed a contract with the Quillon-based retailer.",
        "The day on which the PLUM cable was cut, and the PLUM cable was mended.",
        "He watched QRS German television.",
        "The news was bad.",
    ],
)
def test_what_does_not(text: str) -> None:
    assert named(text) == []


def test_a_known_name_after_the_small_word_keeps_its_capital() -> None:
    assert named("Riverton's daily The News was first.") == [("The News",)]
