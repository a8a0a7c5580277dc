"""Sentences: where they begin and end."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from policygraph.reader.text.sentences import sentence_at, sentences_of


def pieces(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences_of(text)]


def test_stops_end_sentences_and_abbreviations_do_not() -> None:
    text = "Dr. Noor met Maj. Gen. Ali. He paid Rs. 5 crore. Did J. Doe agree? Yes!"
    assert pieces(text) == [
        "Dr. Noor met Maj. Gen. Ali.",
        "He paid Rs. 5 crore.",
        "Did J. Doe agree?",
        "Yes!",
    ]


def test_some_abbreviations_end_a_sentence_where_a_first_word_follows() -> None:
    assert pieces("It shut at 5 p.m. The U.S. Senate met.") == ["It shut at 5 p.m.", "The U.S. Senate met."]


def test_decimals_and_lower_case_end_nothing() -> None:
    assert pieces("Sales rose 3.5 per cent... or so they say.") == [
        "Sales rose 3.5 per cent... or so they say."
    ]


def test_quotes_stay_with_their_sentence() -> None:
    assert pieces("“We grew.” That was all.") == ["“We grew.”", "That was all."]


def test_lines_end_sentences_unless_wrapped() -> None:
    wrapped = "A long line of words that goes on and on until the margin makes it\nBreak here."
    assert len(pieces(wrapped)) == 1
    assert pieces("Title\nBody text.\n\n- one\n- two") == ["Title", "Body text.", "- one", "- two"]


def test_paragraphs_are_numbered_by_blank_lines() -> None:
    assert [s.paragraph for s in sentences_of("One. Two.\r\n\r\nThree.")] == [0, 0, 1]


def test_a_run_without_end_is_cut() -> None:
    assert all(s.end - s.start <= 1000 for s in sentences_of("word " * 5000))


def test_sentence_at_finds_the_one_that_holds_the_place() -> None:
    found = sentences_of("One. Two.")
    assert sentence_at(found, 6) == found[1]
    assert sentence_at(found, 4) is None


@given(st.text(alphabet="aA.!?… \n\r\t\u00a0”)5😀é", max_size=300))
def test_sentences_are_in_order_apart_and_trimmed(text: str) -> None:
    found = sentences_of(text)
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
