"""The words that may tell of something: each where it stands, and the sentence it is in."""

from __future__ import annotations

import pytest

from policygraph.reader.deeds.cause_cues import cues_at
from policygraph.reader.deeds.launched_names import launched_name, names_in
from policygraph.reader.deeds.told import Told
from policygraph.reader.text.sentences import sentences_of
from policygraph.reader.text.words import Words, words_of


def words(text: str) -> Words:
    """The words of a text."""
    return words_of(text, sentences_of(text))


def test_words_are_found_by_list_and_sentence() -> None:
    text = words("The board launched a fund. Nobody came. It said the scheme led to a rise.")
    told = Told(text)
    assert [text.low[i] for i in told.on("heads")] == ["fund", "scheme"]
    assert [text.low[i] for i in told.on("launches")] == ["launched"]
    assert [text.low[i] for i in told.on("stand-ins")] == ["it", "scheme"]
    assert told.by_clause(told.on("heads")) == {0: [4], 2: [text.low.index("scheme")]}


def test_a_list_can_be_asked_for_words_of_some_tags() -> None:
    text = words("The launch followed. She will launch it.")
    assert [text.tag[i] for i in Told(text).on("deeds", "V")] == ["V"]
    assert len(Told(text).on("launches")) == 2


def test_the_longest_cue_at_a_word_counts() -> None:
    text = words("Sales rose as a direct result of reform, and as a result of luck, due to rain.")
    found = cues_at(text, Told(text).on("cues"))
    said = [text.quote(cue.first, cue.last) for cue in found.values()]
    assert said[0] == "as a direct result of"
    assert "as a result of" in said
    assert said[-1] == "due to"
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met at the Rivers Gala 2031 again.", "Rivers Gala 2031"),
        (
            "They met for Rivers of Boats and Quays on Lakes in Towns, 2031.",
            "Rivers of Boats and Quays on Lakes",
        ),
        ("It comes under the Boats & Quays 2031 push.", "Boats & Quays 2031"),
        ("She launched Clean Rivers in Xylotown.", "Clean Rivers"),
        ("After the launch ceremony of the Clean Rivers all left.", "Clean Rivers"),
    ],
)
def test_a_dated_or_launched_name_is_found_where_it_begins(text: str, name: str) -> None:
    read = words(text)
    found = {
        read.quote(first, last)
        for first in names_in(read, Told(read).on("launches"))
        if (last := launched_name(read, read.clauses[0], first))
    }
    assert found == {name}


def test_a_number_far_from_a_name_makes_none() -> None:
    assert names_in(words("The Rivers Board has met since 2031."), []) == set()
