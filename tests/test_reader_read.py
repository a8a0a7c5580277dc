"""The whole reading: spans, rows, strange texts, time."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linear_time import in_linear_time
from policygraph.reader.document import Document
from policygraph.reader.files.many import made_of, read_row
from policygraph.reader.jsonl import line_of, row_of
from policygraph.reader.read import read
from policygraph.reader.reading import LISTS
from reading_made import reading_of

TEXT = (
    "The Rivers Board launched a $20 million flood relief fund on Monday. Amna Noor, its chairwoman, "
    "attributed the 12 per cent rise in boat sales to lower taxes."
)


def _check_mentions(text: str) -> None:
    reading = reading_of(text)
    for name in LISTS:
        for one in getattr(reading, name):
            start, end = one.span
            assert 0 <= start < end <= len(text)
            assert all(mention in text for mention in getattr(one, "mentions", ()))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u00a0", " \U0001f600 ", "e\u0301 ", "\u2028"])
def test_spans_survive_what_texts_are_made_of(end: str) -> None:
    text = end.join(TEXT.replace("'", "’").split(" "))
    _check_mentions(text)


def test_rows_have_the_form_of_the_corpus_and_the_place_in_the_text() -> None:
    document = Document("d", TEXT)
    row = json.loads(line_of(row_of(document, read(document))))
    assert list(row) == ["id", *LISTS]
    (fund,) = row["initiatives"]
    start, end = fund["evidence"]
    assert TEXT[start:end] == fund["mentions"][0] == "$20 million flood relief fund"
    assert row["growths"][0]["pct"] == 12
    assert all(TEXT[slice(*one["evidence"])] == one["quote"] for one in row["actions"] + row["attributions"])


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    _check_mentions(text)


@given(
    st.lists(
        st.sampled_from([*TEXT.split(), '"', "“", "(", "$", ",", "\n\n", "which", "and", "due to"]),
        max_size=80,
    )
)
@example(words=["fund", "launched"])
@settings(max_examples=60, deadline=None)
def test_any_order_of_words_can_be_read(words: list[str]) -> None:
    _check_mentions(" ".join(words))


@pytest.mark.parametrize(
    "piece",
    ["(", "a ", "$", "1,", "“", "of ", "Fund ", "launched ", "because ", "\n", "launched the relief fund "],
)
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    assert in_linear_time(reading_of, piece * 2_000, piece * 12_000)


def test_a_document_that_breaks_the_reader_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(document: Document, names: object) -> object:
        if document.id == "bad":
            raise RecursionError("too deep")
        return read(document)

    monkeypatch.setattr("policygraph.reader.read.read", breaks)
    found = list(made_of([Document("bad", TEXT), Document("good", TEXT)], read_row))
    assert "too deep" in str(found[0])
    assert isinstance(found[1], dict)
