"""Cues: words of a lexicon's section within a run of text, whole, the longest first, one after another."""

from __future__ import annotations

import pytest

from policygraph.reader.cues import cues, first_cue, has_cue, last_cue


def money(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, str]]:
    found = cues(text, start, len(text) if end is None else end, "figures", "money")
    return [(text[cue.start : cue.end], cue.code) for cue in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("venture capital and a loan", [("venture capital", "investment"), ("loan", "investment")]),
        ("venture\n capital", [("venture\n capital", "investment")]),
        ("venture-capital", []),
        ("venture, capital", []),
        ("a seed round", [("seed round", "investment")]),
        ("they borrowed", [("borrowed", "investment")]),
        ("it unborrowed", []),
        ("a co-loan", []),
        ("loan-free loaned loan_1", [("loan", "investment")]),
        ("loans' cost", [("loans", "investment"), ("cost", "investment")]),
        ("", []),
    ],
)
def test_whole_words_that_no_hyphen_comes_before(text: str, found: list[tuple[str, str]]) -> None:
    assert money(text) == found


def test_a_cue_lies_within_the_run() -> None:
    text = "venture capital, borrowed"
    assert money(text, 0, 15) == [("venture capital", "investment")]
    assert money(text, 0, 14) == money(text, 1, 15) == []
    assert money(text, 17, 24) == money(text, 18) == []
    assert money(text, 17) == [("borrowed", "investment")]


def test_the_first_and_the_last() -> None:
    text = "a loan, a stake"
    first, last = (pick(text, 0, len(text), "figures", "money") for pick in (first_cue, last_cue))
    assert first is not None
    assert last is not None
    assert (text[first.start : first.end], text[last.start : last.end]) == ("loan", "stake")
    assert not has_cue(text, 3, 10, "figures", "money")
