"""Words: what a text is cut into, what each does in its sentence, and which have capitals."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.reader.names.names import runs_of
from policygraph.reader.text import pieces, remembered
from policygraph.reader.text.capitals import capitals_in
from policygraph.reader.text.pieces import pieces_between, pieces_of, split_words
from policygraph.reader.text.remembered import Remembered
from policygraph.reader.text.sentences import sentences_of
from policygraph.reader.text.words import words_of

texts = st.text(alphabet="aAßéÉİ'’s-&@./+%_$,:\"(“”…)* \n\r\t\u00a0\u20031٣😀\u0301", max_size=80)


def tagged(text: str) -> str:
    words = words_of(text, sentences_of(text))
    return " ".join(f"{word}/{tag}" for word, tag in zip(words.shown, words.tag, strict=True))


def test_the_word_before_settles_what_a_verb_or_noun_is() -> None:
    assert tagged("The plans to export cars.") == "The/D plans/w to/P export/V cars/w ./."
    assert tagged("They plan the board's report.") == "They/R plan/V the/D board/w 's/S report/w ./."
    assert tagged("He has report, a recoloured wall") == "He/R has/X report/V ,/. a/D recoloured/w wall/w"
    assert tagged("Walls recoloured") == "Walls/U recoloured/V"


def test_capitals_make_a_name_of_a_verb_except_after_to() -> None:
    assert tagged("the Export of Report to Export") == "the/D Export/U of/P Report/U to/P Export/V"
    assert tagged("GIVE TO Report") == "GIVE/V TO/U Report/V"


def test_tags_as_a_string_are_the_tags() -> None:
    words = words_of("The board met. It rose 5%.", sentences_of("The board met. It rose 5%."))
    assert words.tags == "".join(words.tag) == "DwV.RVN."


def test_a_sentence_of_too_many_words_is_read_in_pieces() -> None:
    text = "a " * 450
    assert [clause[:2] for clause in words_of(text, sentences_of(text)).clauses] == [(0, 300), (300, 450)]


def test_a_sentence_cut_within_a_word_cuts_the_word() -> None:
    text = "a" * 1500 + " b"
    words = words_of(text, sentences_of(text))
    assert [(len(word), start) for word, start in zip(words.shown, words.start, strict=True)] == [
        (1000, 0), (500, 1000), (1, 1501),
    ]  # fmt: skip


@given(texts)
def test_cutting_at_blanks_changes_no_word(text: str) -> None:
    found = pieces_of(text)
    assert found.words == split_words(text)
    assert [text[a : a + len(word)] for a, word in zip(found.starts, found.words, strict=True)] == found.words
    assert [(a + one.start, a + one.end, one.text) for a, some in found.capitals for one in some] == [
        (one.start, one.end, one.text) for one in capitals_in(text)
    ]


def test_marks_around_a_word_are_words_of_their_own() -> None:
    text = "(“al-Noor’s,”)  …Rivers.\n\n*5%*"
    found = pieces_of(text)
    assert found.words == ["(", "“", "al-Noor", "’s", ",", "”", ")", "…", "Rivers", ".", "*", "5%", "*"]
    assert [
        text[start : start + len(word)] for start, word in zip(found.starts, found.words, strict=True)
    ] == (found.words)
    assert [(start, one.text) for start, some in found.capitals for one in some] == [
        (2, "al-Noor"),
        (17, "Rivers"),
    ]


@given(texts, st.lists(st.integers(1, 79)))
def test_cuts_stand_between_words(text: str, cuts: list[int]) -> None:
    places = sorted({cut for cut in cuts if cut < len(text)})
    found = pieces_between(text, places)
    for start, word in zip(found.starts, found.words, strict=True):
        assert text[start : start + len(word)] == word
        assert not any(start < place < start + len(word) for place in places)
    assert "".join(found.words) == re.sub(r"\s", "", text)


def test_a_long_text_is_cut_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The Rivers Board met.\n\n" * 5 + "x" * 60 + " It  rose 5%. "
    whole = pieces_between(text, ())
    monkeypatch.setattr(pieces, "_MOST", 25)
    assert pieces_between(text, ()) == whole
    assert pieces_between("x" * 100, ()).words == ["x" * 100]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("met Jo Noor’s Acme Ltd. today", ["Jo Noor", "Acme Ltd"]),
        ("the eBay and al-Noor, iPod’s", ["eBay", "al-Noor", "iPod"]),
        ("for US$5, Jo_B and xyAb", ["Jo_B"]),
        ("met Jo ul Amin\n\nThe Rivers", ["Jo ul Amin", "The Rivers"]),
    ],
)
def test_capitalised_words_make_runs(text: str, runs: list[str]) -> None:
    assert [text[run.start : run.end] for run in runs_of(text, sentences_of(text))] == runs


def test_what_is_remembered_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_MOST", 4)
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    table = Remembered(length)
    assert [table[word] for word in ("a", "bb", "ccc", "dddd", "a", "eeeee")] == [1, 2, 3, 4, 1, 5]
    assert asked == ["a", "bb", "ccc", "dddd", "eeeee"]
    assert list(table) == ["ccc", "dddd", "eeeee"]
    assert table["w" * 41] == 41
    assert "w" * 41 not in table
