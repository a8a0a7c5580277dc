"""Places in a list that verbs tell; ordinals with another meaning are none."""

from __future__ import annotations

import pytest

from policygraph.reader.figures.ranks import with_ranks
from reading_made import reading_of


def ranks(text: str) -> list[int]:
    return [int(one.value) for one in reading_of(text).figures if one.indicator == "rank"]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("The index ranked Rivers second among suppliers.", 2),
        ("Rivers ranks 53rd in exports.", 53),
        ("The list placed Rivers second in 2021 for low cost.", 2),
        ("In 2023 the index had the country first for low cost.", 1),
        ("The report put it third as a supplier.", 3),
        ("Rivers is ranked third.", 3),
        ("Rivers is the 2nd largest supplier.", 2),
        ("The index ranked Rivers as the 4th largest supplier.", 4),
    ],
)
def test_a_rank_is_found(text: str, rank: int) -> None:
    assert ranks(text) == [rank]


@pytest.mark.parametrize(
    "text",
    [
        "We always put our users first.",
        "The country had its first loss.",
        "It ranks somewhere between third and fifth.",
        "They placed a second order.",
        "The firm had a third party among its owners.",
    ],
)
def test_an_ordinal_may_be_no_rank(text: str) -> None:
    assert ranks(text) == []


def test_the_span_is_from_the_verb_to_the_place() -> None:
    text = "The index RANKED Rivers Second in exports."
    [rank] = with_ranks(text, [])
    assert text[slice(*rank.span)] == "RANKED Rivers Second"
