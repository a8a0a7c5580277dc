"""Files as documents, and what is said of files that are none."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from policygraph.errors import Problem
from policygraph.reader.document import Document
from policygraph.reader.inputs import LONGEST, Defaults, documents_in

PAGE = """<html><head><title>A fund for boats</title>
<meta property="article:published_time" content="2021-03-01">
<meta property="og:site_name" content="The Paper">
</head><body><nav>Home About Us</nav><article><h1>A fund for boats</h1>
<p>The board on Friday launched a relief fund for boats on the river, its chairwoman told reporters
at length.</p>
<p>The fund will lend to owners in all provinces, and it opens in June, officials of the board added
later.</p>
</article></body></html>"""


def one(path: Path, defaults: Defaults | None = None) -> Document | Problem:
    """The only thing that a file gives."""
    (found,) = documents_in([path], defaults)
    return found


def test_text_keeps_every_character(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("# Boats\r\n\r\nThey sail — “well”.\r\n".encode())
    found = one(tmp_path / "a.txt", Defaults(date(2031, 1, 1), "PK"))
    assert found == Document("a", "# Boats\r\n\r\nThey sail — “well”.\r\n", "Boats", date(2031, 1, 1), "PK")


def test_another_encoding_is_read_and_named(tmp_path: Path) -> None:
    told: list[str] = []
    (tmp_path / "a.txt").write_bytes("The café opened.".encode("cp1252"))
    found = one(tmp_path / "a.txt", Defaults(tell=told.append))
    assert isinstance(found, Document)
    assert found.text == "The café opened."
    assert "Windows-1252" in told[0]


def test_a_byte_order_mark_names_the_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Boats".encode("utf-16"))
    found = one(tmp_path / "a.txt")
    assert isinstance(found, Document)
    assert found.text == "Boats"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t ", "is empty"),
        ("a.txt", b"\x00\x01\x02PNG", "is no text"),
        ("a.txt", b"a" * (LONGEST + 1), "characters"),
        ("a.html", b"<html></html>", "no article"),
        ("a.html", b"<div>" * 100_000, "deep"),
        ("a.html", b"<p>x" * 3_000_000, "at most"),
        ("a.jsonl", b"{", "no JSON"),
        ("a.jsonl", b"[" * 200_000, "no JSON"),
        ("a.jsonl", b'{"text": 3}', "missing or no text"),
        ("a.jsonl", b'{"text": "Boats.", "date": "soon"}', "is no date"),
    ],
)
def test_a_bad_file_is_a_problem_that_says_what_is_wrong(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    found = one(tmp_path / name)
    assert isinstance(found, Problem)
    assert message in str(found)


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    assert "cannot be read" in str(one(tmp_path / "none.txt"))


def test_a_page_gives_its_article_title_date_and_publisher(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(PAGE)
    found = one(tmp_path / "a.html")
    assert isinstance(found, Document)
    assert (found.title, found.date, found.publisher) == ("A fund for boats", date(2021, 3, 1), "The Paper")
    assert "relief fund" in found.text
    assert "About Us" not in found.text


def test_lines_say_what_they_know_and_defaults_fill_the_rest(tmp_path: Path) -> None:
    rows = [
        {"id": "x", "text": "Boats.", "date": "2031-02-03T10:00", "country": "KE"},
        {"text": "Ships.", "date": None},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n\n")
    found = list(documents_in([tmp_path / "a.jsonl"], Defaults(date(2031, 1, 1), "PK")))
    assert found == [
        Document("x", "Boats.", date=date(2031, 2, 3), country="KE"),
        Document("a-2", "Ships.", date=date(2031, 1, 1), country="PK"),
    ]


def test_a_folder_gives_its_files_in_order_and_one_bad_one_stops_none(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/c.md", "a.txt", ".hidden.txt", "d.bin"):
        (tmp_path / name).write_text("Boats sail.")
    (tmp_path / "z.txt").write_bytes(b"\0")
    found = list(documents_in([tmp_path]))
    assert [getattr(item, "id", "bad") for item in found] == ["a", "c", "bad"]
