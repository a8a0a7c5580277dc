"""Cues: words of a lexicon's section within a run of text, whole, the longest first, one after another."""

from __future__ import annotations

import pytest

from policygraph.reader.text.cues import cues, first_cue, has_cue, last_cue
from policygraph.reader.text.folding import folded


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


def said(text: str, file: str, key: str, start: int = 0, end: int | None = None) -> list[tuple[str, str]]:
    stop = len(text) if end is None else end
    return [(text[one.start : one.end], one.code) for one in cues(text, start, stop, file, key)]


def test_the_longest_of_a_place_counts_and_the_next_comes_after_it() -> None:
    assert said("growth rate of growth", "changes", "nouns_up") == [
        ("growth rate", "nouns_up"),
        ("growth", "nouns_up"),
    ]
    assert last_cue("a rise, a fall, a rise", 0, 22, "changes", "nouns_up") == (18, 22, "nouns_up")


def test_sections_seldom_asked_for_are_found_too() -> None:
    assert [word for word, _ in said("not now, never", "actions", "negated")] == ["not", "never"]
    assert has_cue("never", 0, 5, "actions", "negated")
    assert not has_cue("ever", 0, 4, "actions", "negated")


def test_runs_may_be_asked_for_in_any_order() -> None:
    text = folded("Exports rose. The firms hired.\n\nNo profits fell. Revenue grew.")
    runs = [(0, len(text)), (40, 55), (0, 12), (14, 29), (48, 62), (0, 29)]
    apart = [[one.start for one in cues(text, *run, "figures", "money")] for run in runs]
    assert apart == [[0, 35, 49], [], [0], [], [49], [0]]
    assert first_cue(text, 30, len(text), "figures", "money") == (35, 42, "revenue")
