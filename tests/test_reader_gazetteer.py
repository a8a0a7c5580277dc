"""Known names in a text, and who held which post on a day."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygraph.reader.names.entries import Entry, Tenure
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.names.name_key import body_key, folded, person_key

BOARD = Entry("body", "ex:board", ("Rivers Export Board",), "REB", "board")
FUND = Entry("body", "ex:fund", ("Spark - Rivers Fund", "Spark (Fund)"), None, "company")
GAZETTEER = Gazetteer.of([BOARD, FUND, ("person", "ex:noor", ["Jo Noor", "جو نور@ur"])])


def found(text: str) -> list[tuple[str, str | None]]:
    return [(text[hit.start : hit.end], hit.entry.iri) for hit in GAZETTEER.find(text)]


def test_names_in_any_case_and_white_space() -> None:
    assert found("The rivers Export\nBoard met.") == [("rivers Export\nBoard", "ex:board")]
    assert found("Rivers\u00a0Export Board") == [("Rivers\u00a0Export Board", "ex:board")]
    assert found("rivers export board") == []  # no capital at all: no name


def test_acronyms_in_their_own_case_and_whole() -> None:
    assert found("REB and reb and REBUS and P@REB") == [("REB", "ex:board")]


def test_a_dash_and_a_bracketed_form() -> None:
    assert found("Spark – Rivers Fund, or Spark") == [
        ("Spark – Rivers Fund", "ex:fund"),
        ("Spark", "ex:fund"),
    ]


def test_a_name_in_another_script() -> None:
    assert found("کہا جو نور نے") == [("جو نور", "ex:noor")]


def test_offsets_stay_where_small_letters_are_longer() -> None:
    assert found("İİ Jo Noor") == [("Jo Noor", "ex:noor")]


def test_the_world_is_always_there() -> None:
    assert [hit.entry.iri for hit in Gazetteer.empty().find("the World Bank said")] == [None]


def test_it_travels_between_processes() -> None:
    assert pickle.loads(pickle.dumps(GAZETTEER)).find("REB")[0].entry == BOARD  # noqa: S301


def test_holders_of_a_post() -> None:
    terms = [
        Tenure("ex:a", "ex:post", date(2020, 1, 1), date(2020, 12, 31)),
        Tenure("ex:b", "ex:post", seen=(date(2021, 3, 1), date(2021, 6, 1))),
        Tenure("ex:c", "ex:post", start=date(2022, 1, 1)),
    ]
    held = Gazetteer.of([], terms)
    assert held.holders("ex:post", date(2020, 5, 5)) == ("ex:a",)
    assert held.holders("ex:post", date(2021, 4, 1)) == ("ex:b",)
    assert held.holders("ex:post", date(2021, 8, 1)) == ()  # between: nobody is vouched for
    assert held.holders("ex:post", date(2022, 1, 1)) == ("ex:c",)
    assert held.holders("ex:post", date(2023, 1, 1)) == ()  # an open end vouches for no more than was seen
    assert held.tenures_of("ex:a", "ex:post")[0].excludes(date(2021, 1, 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amin ul Haq", "Syed Aminul Haque"),
        ("Amin-ul-Haq", "Amin Ul Haque"),
        ("Siddiqui", "Siddiqi"),
        ("Anwaar", "Anwar"),
        ("Rehman", "Rehmann"),
        ("Mohammad Noor Ali", "Muhammad Noor Ali"),
        ("Dr. Qamar Noor", "Kamar Nur"),
    ],
)
def test_spellings_that_share_a_key(one: str, other: str) -> None:
    assert person_key(one) == person_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Imran Noor", "Imran Ahmed Noor"), ("Amin Noor", "Amina Khan"), ("Ali Raza", "Imran Ali")],
)
def test_names_that_keep_apart(one: str, other: str) -> None:
    assert person_key(one) != person_key(other)


def test_keys_of_bodies() -> None:
    assert body_key("Ministry of IT and Telecom") == body_key(
        "Information Technology & Telecommunications Ministry"
    )
    assert body_key("Rivers Export Board") != body_key("Rivers Import Board")


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_has_sound_spans(text: str) -> None:
    for hit in GAZETTEER.find(text):
        assert 0 <= hit.start < hit.end <= len(text)
    assert person_key(text) == person_key(text)
    assert folded(folded(text)) == folded(folded(folded(text)))
