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


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "At the Lowmarsh College of Mining, Energy and Rivers (LCMER) a tower stands; LCMER let it.",
            ("Lowmarsh College of Mining, Energy and Rivers", "LCMER"),
        ),
        (
            "The Union of Potters and Weavers (UPW) met.",
            ("Union of Potters and Weavers", "UPW"),
        ),
        (
            "A licence went to Ravi Foods Pvt Ltd. The head of Ravi Foods, Jo Noor, left it.",
            ("Ravi Foods Pvt Ltd", "Ravi Foods"),
        ),
        ("It filled 14 posts in the livestock department.", ("livestock department",)),
        ("Prices fell, the central bank told reporters in May.", ("central bank",)),
    ],
)
def test_how_far_a_name_goes(text: str, mentions: tuple[str, ...]) -> None:
    assert mentions in named(text)


def test_a_company_without_its_suffix_is_no_person() -> None:
    text = "A licence went to Ravi Quillon Ltd in May. The head of Ravi Quillon, Jo Noor, left."
    people = read_names(Document("x", text), sentences_of(text), EMPTY).people
    assert [one.mentions for one in people] == [("Jo Noor",)]


@pytest.mark.parametrize(
    "text",
    [
        "They passed the draft of the Rivers Lorry Workers (Relief) Bill.",
        "They debated the Rivers Potters Council (Second Amendment) Act.",
        "He said that a country needs a central bank.",
        "He lauded the central bank of Quillonia.",
    ],
)
def test_a_measure_or_kind_of_bank_is_none(text: str) -> None:
    assert named(text) == []


def test_the_central_bank_is_no_other_than_the_one_that_is_named() -> None:
    text = "The Reserve Bank met. Prices fell, the central bank said."
    assert named(text) == [("Reserve Bank",)]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Members of the National Assembly's trade committee left.", "National Assembly's trade committee"),
        ("It went to the Senate's committee on Energy, he said.", "Senate's committee on Energy"),
        ("It is for parliament's public accounts committee.", "parliament's public accounts committee"),
    ],
)
def test_a_committee_of_a_chamber(text: str, mention: str) -> None:
    assert named(text) == [(mention,), (mention.partition("'")[0],)] or named(text) == [
        (mention.partition("'")[0],),
        (mention,),
    ]


def test_a_committee_without_a_field_is_none() -> None:
    assert named("It was read in the Senate's noisy committee on Monday.") == [("Senate",)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("A contract went to QLFX; the sale to QLFX, it is said, was dear.", ("QLFX",)),
        ("The stalls were put up by students of RivSciences.", ("RivSciences",)),
        ("Quillon, the biggest of the marketplaces, sees it otherwise.", ("Quillon",)),
        ("Officials spoke up for Google, Quillon and Amazon.", ("Quillon",)),
        ("They met at a fair that was run by the Lowmarsh Potters Centre.", ("Lowmarsh Potters Centre",)),
        ("The House of Lords met. He said so in the Lords.", ("House of Lords", "Lords")),
        ("The Commons threw it out.", ("Commons",)),
        ("Prices rose, said a spokesman for Quillon in May.", ("Quillon",)),
        ("In the end Quillon shares rose.", ("Quillon",)),
        ("Nobody saw that Quillon's headquarters were shut.", ("Quillon",)),
    ],
)
def test_who_belongs_to_it_and_who_gave_to_it(text: str, mentions: tuple[str, ...]) -> None:
    assert mentions in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Quillon, the biggest of the towns, sees it otherwise.",
        "They came to the Lowmarsh Potters Centre.",
        "He left the company. Included were two vans.",
        "Nobody knew the size of the Quillon market.",
        "Soon Quillon users will pay.",
        "He put his photographs on Creative Commons.",
    ],
)
def test_towns_places_and_licences_are_none(text: str) -> None:
    assert named(text) == []
