"""Markdown's marks: what goes, what stays, and what is read of the words they stood around."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from linear_time import in_linear_time
from policygraph.reader.document import Document, Given
from policygraph.reader.files.inputs import documents_in
from policygraph.reader.files.markdown import unmarked
from policygraph.reader.read import read


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("It rose **25 per cent**, *or* _so_.", "It rose 25 per cent, or so."),
        ("***Boats*** and ~~ships~~ and __rafts__", "Boats and ships and rafts"),
        ("**Boats *and* rafts** sail", "Boats and rafts sail"),
        ("**Rs**300 for a `boat`, ``two`` for 5", "Rs300 for a boat, two for 5"),
        ('[$3bn](https://a.org/b_c "_d_") and [Rs5](x(y)) and [**six**][1]', "$3bn and Rs5 and six"),
        ("A boat.[^1]\n\n[^1]: Or two.\n[1]: https://a.org\n", "A boat.\n\n Or two.\n\n"),
        ("![A boat](boat.png)It sails.<!-- or not -->", "It sails."),
        ("## Boats ##\nThey sail.\n", "Boats\n\nThey sail.\n"),
        ("> They **sail**.\n> > Well.", "They sail.\nWell."),
        ("Boats\n-----\n```\n5\n```\n", "Boats\n\n\n5\n\n"),
        (r"\$3 billion, 5\*3, \_a\_", "$3 billion, 5*3, _a_"),
        ("Rs&nbsp;5 for R&amp;D", "Rs\u00a05 for R&D"),
    ],
)
def test_marks_go_and_words_stay(marked: str, plain: str) -> None:
    assert unmarked(marked) == plain


@pytest.mark.parametrize(
    "plain",
    [
        "",
        "A note_on_boats, 5*3*2, 2 ** 3 and a * b.\r\n\r\nOn.",
        "It earned $3bn*, they said. (* provisional)",
        "**A mark of one paragraph\n\nends with it** there.",
        "- a boat\n- a raft [sic] (of wood) at R&D <b>\n\n# \n",
        'He said: "[They] sail" #1 - #2 \\ back_ _',
    ],
)
def test_what_has_no_marks_stays(plain: str) -> None:
    assert unmarked(plain) == plain


def test_the_reader_sees_the_words_of_a_markdown_file(tmp_path: Path) -> None:
    file = tmp_path / "boats.md"
    file.write_text(
        "# The **boats**\n\nSoftware exports rose **25 per cent** to [$3 billion](https://a.org) in *2023*, "
        "_Rs5 crore_ of it from **Mary Poe**, the `minister`.\n"
    )
    (found,) = documents_in([file], Given(date(2024, 6, 1), "PK"))
    assert isinstance(found, Document)
    assert found.title == "The boats"
    reading = read(found)
    assert [str(one.pct) for one in reading.growths] == ["25"]
    assert [str(one.value) for one in reading.figures] == ["3000000000", "50000000"]
    spans = [one.span for one in reading.growths] + [one.span for one in reading.figures]
    assert all("*" not in found.text[slice(*span)] for span in spans)


def test_a_plain_text_keeps_its_stars(tmp_path: Path) -> None:
    (tmp_path / "boats.txt").write_text("It rose **25 per cent**.")
    (found,) = documents_in([tmp_path / "boats.txt"])
    assert isinstance(found, Document)
    assert found.text == "It rose **25 per cent**."


@pytest.mark.parametrize(
    "unit", ["**a ", "*a* ", "[a](", "<!--", "```\n", "|-", "# # ", "[x]((", "_", "a**b", "![", "*a **b _c "]
)
def test_hostile_marks_take_linear_time(unit: str) -> None:
    assert in_linear_time(unmarked, unit * 4_000, unit * 20_000)
