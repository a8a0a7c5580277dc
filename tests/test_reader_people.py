"""Who is named: offices, honorifics, appositions, later mentions, and who it is in the registry."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linear_time import in_linear_time
from policygraph.reader.document import Document
from policygraph.reader.names.entities import read_names
from policygraph.reader.names.entries import Entry, Tenure
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.names.offices import office_after, office_before
from policygraph.reader.reading import ReadBody, ReadPerson
from policygraph.reader.text.sentences import sentences_of

EMPTY = Gazetteer.empty()
HELD = Gazetteer.of(
    [
        Entry("person", "ex:qamar", ("Qamar ul Noor",)),
        Entry("person", "ex:zed", ("Zed Brook",)),
        Entry("post", "ex:minister", ("Minister for Rivers", "Rivers minister"), body="ex:ministry"),
        Entry("body", "ex:ministry", ("Ministry of Rivers",), "MoR", "ministry"),
    ],
    [
        Tenure("ex:qamar", "ex:minister", date(2020, 1, 1), date(2021, 12, 31)),
        Tenure("ex:zed", "ex:minister", date(2022, 1, 1), date(2023, 12, 31)),
    ],
)


def people(text: str, gazetteer: Gazetteer = EMPTY, day: date | None = None) -> tuple[ReadPerson, ...]:
    return read_names(Document("x", text, date=day), sentences_of(text), gazetteer).people


def names(text: str) -> list[tuple[str, ...]]:
    return [person.mentions for person in people(text)]


@pytest.mark.parametrize(
    ("text", "mentions", "post"),
    [
        ("State Minister for IT and Trade Brel Ul Noor.", "Brel Ul Noor", "State Minister for IT and Trade"),
        ("Dr. Brel Noor, the interim rivers secretary, left.", "Brel Noor", "interim rivers secretary"),
        ("Its chairman, Brel Noor, recalled that.", "Brel Noor", "chairman"),
        ("Brel Noor, chief executive of Acme Ltd, left.", "Brel Noor", "chief executive of Acme Ltd"),
        ("The caretaker premier, H.E. Mr. Brel Noor, came.", "Brel Noor", "caretaker premier"),
        ("REB president Brel Noor left.", "Brel Noor", "REB president"),
        ("Managing Director REB Brel Noor said so.", "Brel Noor", "Managing Director REB"),
    ],
)  # fmt: skip
def test_offices_beside_a_name(text: str, mentions: str, post: str) -> None:
    (person,) = people(text)
    assert (person.mentions, person.post) == ((mentions,), post)
    assert text[person.span[0] : person.span[1]] == mentions


@pytest.mark.parametrize(
    "post",
    [
        "Federal Minister for Information Technology",
        "Minister of State for Information Technology",
        "Minister for Foreign Affairs",
        "minister for Human Resources",
        "Minister for Planning and Development",
        "Minister for Planning, Development and Special Initiatives",
    ],
)
@pytest.mark.parametrize("name", ["Brel Noor", "Brel Ul Noor"])
def test_fields_that_run_on_to_a_name_are_the_posts(post: str, name: str) -> None:
    (person,) = people(f"{post} {name} opened the Ladder.")
    assert (person.mentions, person.post) == ((name,), post)


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Minister of State", None),
        ("Minister of State for Foreign Affairs", None),
        ("Governor of the State Bank", "State Bank"),
    ],
)
def test_a_rank_is_no_organisation(office: str, body: str | None) -> None:
    found = office_before(f"{office} Brel Noor left.", len(office) + 1)
    assert found is not None
    assert (found.text, found.body) == (office, body)


def test_later_mentions_are_the_same_person() -> None:
    text = "Minister Brel de Noor spoke. Noor left; Mr Noor was late. Brel Noor's car came."
    assert names(text) == [("Brel de Noor", "Brel Noor", "Noor")]


def test_a_slip_of_the_pen_after_an_office() -> None:
    assert names("Ambassador Brel Tormizi came. Ambassador Tormzi left.") == [("Brel Tormizi", "Tormzi")]


@pytest.mark.parametrize(
    "text",
    [
        "Zarn Quillor said it rained.",
        "It rained, Zarn Quillor told us.",
        "The captain, Zarn Quillor, said it rained.",
        "Zarn Quillor of the Noorland Boat Council (NBC) called it late.",
        "They rent from Zarn Quillor, 29, who fishes.",
        "It is how Zarn Quillor sums it up.",
        "University of Noorland Rector Prof Zarn Quillor told us.",
    ],
)
def test_a_name_alone_that_says_something(text: str) -> None:
    assert names(text) == [("Zarn Quillor",)]


@pytest.mark.parametrize(
    "text",
    [
        "The Zarn Quillor said it rained.",
        "A crew of Zarn Quillor said it rained.",
        "Zarn Board said it rained.",
        "Zarn Quillor fell on Monday.",
    ],
)
def test_a_name_alone_that_may_be_anything(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("name", ["Ma. Brela Quillor", "Md. Brelo Quillor-Zarn"])
def test_a_shortened_first_name_is_part_of_the_name(name: str) -> None:
    assert names(f"Minister {name} left. He said so.") == [(name,)]


def test_a_surname_is_of_the_one_who_has_it_before_one_spelt_like_it() -> None:
    text = "Spokesman Brel Torna left. Secretary Quen Toran left. Mr Toran came."
    assert names(text) == [("Brel Torna",), ("Quen Toran", "Toran")]


def test_a_list_and_a_reign() -> None:
    text = "Lawyers such as Brel Noor and Quen Brook came. The Tarn government fell."
    assert names(text) == [("Brel Noor",), ("Quen Brook",), ("Tarn",)]


@pytest.mark.parametrize(
    "text",
    [
        "The prime minister said so, and the minister left on Monday.",
        "Work began in New York and South Korea under the Rivers Data Act.",
        "Export Growth Surges in Rivers District",
        "NO ROOM FOR NAMES IN HEADINGS",
        "The European Commission and the Rivers Export Board met.",
        "Karachi, Lahore and Islamabad were named.",
    ],
)
def test_what_is_nobody(text: str) -> None:
    assert names(text) == []


def test_registered_names_say_whether_the_office_agrees() -> None:
    (person,) = people("Rivers minister Qamar ul Noor spoke.", HELD, date(2020, 6, 1))
    assert (person.entity, "Minister for Rivers on 2020-06-01" in person.why) == ("ex:qamar", True)
    (person,) = people("Rivers minister Qamar ul Noor spoke.", HELD, date(2022, 6, 1))
    assert (person.entity, "only outside 2022-06-01" in person.why) == ("ex:qamar", True)


def test_a_registered_name_within_a_longer_one_is_another_person() -> None:
    assert people("Mr Zed Brook Tarn spoke.", HELD)[0].entity is None
    assert people("Mr Muhammad Zed Brook spoke.", HELD)[0].entity == "ex:zed"
    assert people("Dr. Zed Brook spoke.", HELD)[0].entity == "ex:zed"


def test_a_like_spelling_needs_context() -> None:
    (person,) = people("Rivers minister Kamarul Nur spoke.", HELD, date(2020, 6, 1))
    assert (person.entity, "spelt like" in person.why) == ("ex:qamar", True)
    (person,) = people("The painter and teacher Kamarul Nur spoke.", HELD, date(2020, 6, 1))
    assert (person.entity, "not merged" in person.why) == (None, True)
    (person,) = people("Mr Kamarul Nur spoke at the Ministry of Rivers.", HELD)
    assert (person.entity, "a body" in person.why) == ("ex:qamar", True)


def test_a_surname_resolves_by_the_office_of_the_day() -> None:
    (person,) = people("Rivers minister Brook spoke.", HELD, date(2022, 6, 1))
    assert person.entity == "ex:zed"
    (person,) = people("Former rivers minister Brook spoke.", HELD, date(2022, 6, 1))
    assert person.entity is None
    (person,) = people("Rivers minister Brook spoke.", HELD, date(2020, 6, 1))
    assert person.entity is None  # in office only later: not guessed


def test_offices_alone() -> None:
    assert office_before("the minister and Brel", 17) is None
    assert office_after("Brel, who is chair of Acme, left", 4) is not None
    assert office_after("Brel went home", 4) is None


HOSTILE = [
    "Dr. " * 3000,
    "A." * 6000,
    "Minister " * 2500,
    "Aa Bb, " * 3000,
    "of the And " * 2500,
    "Jo Noor (" * 2500,
    "ul " * 6000 + "Noor",
    "Mr Aa Noor. " * 2000,
    "’s" * 8000,
    "Ministry of A, B and C " * 1000,
    "É-" * 6000,
    " ".join(f"Mr Aa{n} Noor{n} of Bb{n} Ltd." for n in range(1500)),
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_takes_linear_time(text: str) -> None:
    def work(piece: str) -> None:
        read_names(Document("x", piece), sentences_of(piece), EMPTY)

    assert in_linear_time(work, text[: len(text) // 5], text)


PIECES = "Minister Dr. Jo Noor ul of , (REB) Rivers Board ’s said U.S. İ 😀 IT and & é Acme “ - eBay"
WORDS = st.sampled_from([*PIECES.split(), "\n", "\u00a0", "M\u0301", "\r\n", "World Bank", "Kamarul Nur"])


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_mentions_that_are_in_it(text: str) -> None:
    named = read_names(Document("x", text), sentences_of(text), HELD)
    everyone: list[ReadPerson | ReadBody] = [*named.people, *named.bodies]
    for one in everyone:
        assert one.mentions
        assert all(mention in text for mention in one.mentions)
        assert text[one.span[0] : one.span[1]] in one.mentions
        assert list(one.mentions) == sorted(set(one.mentions), key=lambda name: (-len(name), name))
        assert one.why.endswith(".")
