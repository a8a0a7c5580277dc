"""Offices apart from their organisation, those that a verb tells, and ranks that are held no more."""

from __future__ import annotations

import pytest

from linear_time import in_linear_time
from policygraph.reader.document import Document
from policygraph.reader.names.entities import read_names
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.reading import ReadPerson
from policygraph.reader.text.sentences import sentences_of


def person(text: str) -> ReadPerson:
    """The one person of a text."""
    [found] = read_names(Document("x", text), sentences_of(text), Gazetteer.empty()).people
    return found


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Rivers Export Board chairman Brel Noor left.", "Rivers Export Board chairman"),
        ("Brel Noor, the Rivers Export Board's chairman, left.", "Rivers Export Board's chairman"),
        ("The Rivers Export Board, led by chairman Brel Noor, met.", "chairman"),
        ("The Rivers Export Board met. Its chairman, Brel Noor, left.", "chairman"),
        ("The Rivers Export Board met. Its chairman, Maj Gen (retd) Brel Noor, left.", "chairman"),
        ("The Rivers Export Board, whose acting chair Brel Noor left, met.", "acting chair"),
        ("The Rivers Export Board met Lake Bank. The board's chair, Brel Noor, left.", "chair"),
        ("Brel Noor, who heads the Rivers Export Board, left.", "head of Rivers Export Board"),
        ("The Rivers Export Board, headed by Brel Noor, met.", "head of Rivers Export Board"),
        ("Brel Noor took over as head of the Rivers Export Board.", "head of the Rivers Export Board"),
        (
            "Brel Noor, who served as head of the Rivers Export Board, left.",
            "head of the Rivers Export Board",
        ),
        ("Brel Noor has resigned as head of the Rivers Export Board.", "head of the Rivers Export Board"),
    ],
)
def test_whose_office_it_is(text: str, post: str) -> None:
    found = person(text)
    assert (found.mentions, found.post, found.body) == (("Brel Noor",), post, "Rivers Export Board")


@pytest.mark.parametrize(
    "text",
    [
        "The Rivers Export Board met the Lake Authority. Its chairman, Brel Noor, left.",
        "The Rivers Export Board met the Lake Export Board. The board's chairman, Brel Noor, left.",
        "The Rivers Export Board met. Prices fell. Its chairman, Brel Noor, left.",
        "The Rivers Export Board met. The ministry's chairman, Brel Noor, left.",
        "The Rivers Export Board met. The chairman, Brel Noor, left.",
    ],
)
def test_nobody_guesses_whose_office_it_is(text: str) -> None:
    found = person(text)
    assert (found.post, found.body) == ("chairman", None)


def test_where_somebody_took_an_office_is_no_part_of_it() -> None:
    found = person("Brel Noor was sworn in as prime minister of Canada at Rideau Hall.")
    assert (found.post, found.body) == ("prime minister of Canada", "Canada")


@pytest.mark.parametrize(
    "rank",
    ["Maj Gen (retd)", "Maj Gen (Retd.)", "Maj. Gen. (R)", "Lt-Gen (r)", "Brig. (Rtd.)", "Brig (retired)",
     "Air Vice Marshal (retired)", "Rear-Admiral (retd)", "Col Retd", "Retired Maj Gen", "Lt Col (RETD)"],
)  # fmt: skip
def test_a_rank_that_is_held_no_more_is_no_part_of_a_name(rank: str) -> None:
    found = person(f"The board met {rank} Zyxer Quorl in June.")
    assert found.mentions == ("Zyxer Quorl",)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Adviser to the Prime Minister Brel Noor left.", "Adviser to the Prime Minister"),
        ("Special Assistant to the Prime Minister (SAPM) on Trade Brel Noor left.",
         "Special Assistant to the Prime Minister (SAPM) on Trade"),
        ("Chief Executive Officer (CEO) Brel Noor left.", "Chief Executive Officer (CEO)"),
        ("Finance Minister Senator Brel Noor left.", "Finance Minister"),
        ("Liberal MP Brel Noor left.", "Liberal MP"),
        ("On Monday President Brel Noor left.", "President"),
        ("Under Secretary Brel Noor left.", "Under Secretary"),
        ("A spokesman for Acme, Brel Noor, left.", "spokesman for Acme"),
        ("Brel Noor (Member IT) left.", "Member IT"),
        ("Barrister Brel John Noor MP left.", "Barrister"),
    ],
)  # fmt: skip
def test_the_office_as_it_is_told(text: str, post: str) -> None:
    assert person(text).post == post


def test_an_office_in_brackets_or_between_commas_is_of_the_name_before() -> None:
    text = "Present: Jo Noor (Chair), Karim Lund (Secretary), and Hana Brook, director, Delta Soft, left."
    found = read_names(Document("x", text), sentences_of(text), Gazetteer.empty()).people
    told = [(one.mentions[0], one.post) for one in found]
    assert told == [("Jo Noor", "Chair"), ("Karim Lund", "Secretary"), ("Hana Brook", "director")]


def test_an_office_is_of_whom_it_stands_before() -> None:
    text = (
        "Acme founder Jo Noor, Karim Lund, head of Delta Soft, left. "
        "So did the rector of Lake College, Professor Hana Brook."
    )
    found = read_names(Document("x", text), sentences_of(text), Gazetteer.empty()).people
    assert [(one.mentions[0], one.post) for one in found] == [
        ("Jo Noor", "Acme founder"),
        ("Karim Lund", "head of Delta Soft"),
        ("Hana Brook", "rector of Lake College"),
    ]


@pytest.mark.parametrize(
    "text", ["The Republican Party won.", "The Executive Branch met.", "An Independent Voice."]
)
def test_a_partys_adjective_makes_nobody_of_one_word(text: str) -> None:
    assert read_names(Document("x", text), sentences_of(text), Gazetteer.empty()).people == ()


@pytest.mark.parametrize("name", ["Hana Noor", "Dr Hana Noor"])
def test_an_office_a_body_and_a_name_in_one_run(name: str) -> None:
    text = f"Chairman Rivers Export Board {name} left."
    named = read_names(Document("x", text), sentences_of(text), Gazetteer.empty())
    assert [one.mentions for one in named.bodies] == [("Rivers Export Board",)]
    [found] = named.people
    assert (found.mentions, found.post, found.body) == (
        ("Hana Noor",),
        "Chairman Rivers Export Board",
        "Rivers Export Board",
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chairman Rivers Export Board left.", "Rivers Export Board"),
        ("On Monday Managing Director Delta Telecom Limited left.", "Delta Telecom Limited"),
        ("Former Rivers Export Board men left.", "Rivers Export Board"),
        ("The Prime Minister Inspection Commission met.", "Prime Minister Inspection Commission"),
        ("Governor of the Bank of Ghana Karim Lund left.", "Bank of Ghana"),
    ],
)
def test_what_stands_before_a_body_is_no_part_of_its_name(text: str, name: str) -> None:
    [found] = read_names(Document("x", text), sentences_of(text), Gazetteer.empty()).bodies
    assert found.mentions == (name,)


@pytest.mark.parametrize("name", ["A Q Noor", "A. Q. Noor", "J.R.D. Noor"])
def test_initials_are_no_first_words(name: str) -> None:
    assert person(f"The board met Dr {name} in June.").mentions == (name,)


def test_a_bracket_after_no_rank_ends_a_name() -> None:
    assert person("Senator Brel Noor (R) Quorl left.").mentions == ("Brel Noor",)


@pytest.mark.parametrize("name", ["Zia ul-Haq", "Ola van der Berg", "Karim bin al Noor", "Brel Noor-Lund"])
def test_names_with_particles_and_hyphens(name: str) -> None:
    assert person(f"The chairman, {name}, left on Monday.").mentions == (name,)


@pytest.mark.parametrize(
    "part",
    [
        "The Rivers Board met. Its chairman, Jo Noor, left; ",
        "its chairman, Jo Noor, left; ",
        "Jo Noor took over as ",
        "The Rivers Board, headed by ",
        "Maj Gen (retd) ",
    ],
)
def test_hostile_text_takes_linear_time(part: str) -> None:
    def work(text: str) -> object:
        return read_names(Document("x", text), sentences_of(text), Gazetteer.empty())

    assert in_linear_time(work, part * 100, part * 1_600)
