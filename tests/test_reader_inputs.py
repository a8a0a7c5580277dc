"""Files as documents, and what is said of files that are none."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from policygraph.errors import NotFoundError, Problem
from policygraph.reader.document import Document, Given
from policygraph.reader.files.inputs import documents_in
from policygraph.reader.files.lengths import LONGEST

PAGE = """<html><head><title>A fund for boats</title>
<meta property="article:published_time" content="2021-03-01">
<meta property="og:site_name" content="The Paper">
</head><body><nav>Home About Us</nav><article><h1>A fund for boats</h1>
<p>The board on Friday launched a relief fund for boats on the river, its chairwoman told reporters
at length.</p>
<p>The fund will lend to owners in all provinces, and it opens in June, officials of the board added
later.</p>
</article></body></html>"""


NOTHING = Given()


def one(path: Path, given: Given = NOTHING, tell: Callable[[str], object] = str) -> Document | Problem:
    """The only thing that a file gives."""
    (found,) = documents_in([path], given, tell)
    return found


def test_text_keeps_every_character(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Boats\r\n\r\nThey sail — “well”.\r\n".encode())
    found = one(tmp_path / "a.txt", Given(date(2031, 1, 1), "PK"))
    assert found == Document("a", "Boats\r\n\r\nThey sail — “well”.\r\n", "Boats", date(2031, 1, 1), "PK")


def test_another_encoding_is_read_and_named(tmp_path: Path) -> None:
    told: list[str] = []
    (tmp_path / "a.txt").write_bytes("The café opened.".encode("cp1252"))
    found = one(tmp_path / "a.txt", tell=told.append)
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
        ("a.txt", b"%PDF-1.4\nExports rose 5pc.", "is a PDF, not text"),
        ("a.png", b"\x89PNG\r\n", "is an image, not text"),
        ("a.html", b"", "a.html: is empty"),
        ("a.jsonl", b"", "a.jsonl: is empty"),
        ("a.jsonl", b'\n{"text": " "}', "a.jsonl:2: text: is empty"),
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


def test_a_missing_file_stops_the_work_before_it_begins(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Boats sail.")
    with pytest.raises(NotFoundError, match=r"no file or folder '.*none\.txt'"):
        next(documents_in([tmp_path / "a.txt", tmp_path / "none.txt"]))


def test_a_folder_without_an_article_is_a_problem_that_says_what_is_looked_for(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert ".md, .ndjson, .text, .txt" in str(one(tmp_path / "empty"))
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    found = str(one(tmp_path))
    assert found.startswith(f"{tmp_path}: holds no article")
    assert found.endswith("it has 1 .docx")


def test_what_a_folder_has_besides_articles_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.4\nExports rose.")
    for name in ("c.pdf", "d.pdf", "a.txt", ".hidden.png", "LICENSE"):
        (tmp_path / name).write_text("Boats sail.")
    told: list[str] = []
    found = one(tmp_path, tell=told.append)
    assert isinstance(found, Document)
    others = "2 .pdf, 1 .txt that is a PDF, 1 without an ending"
    assert told == [f"{tmp_path}: left out, as no articles: {others}"]


def test_a_page_gives_its_article_title_date_and_publisher(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(PAGE)
    found = one(tmp_path / "a.html")
    assert isinstance(found, Document)
    assert (found.title, found.date, found.publisher) == ("A fund for boats", date(2021, 3, 1), "The Paper")
    assert "relief fund" in found.text
    assert "About Us" not in found.text


def test_the_day_of_a_page_is_not_guessed_from_its_text(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    undated = PAGE.replace("article:published_time", "x").replace("on Friday", "on 3 May 2019")
    (tmp_path / "a.html").write_text(undated)
    assert [one.date for one in documents_in([tmp_path / "a.html"]) if isinstance(one, Document)] == [None]
    given = Given(date(2031, 1, 1))
    found = [one.date for one in documents_in([tmp_path / "a.html"], given) if isinstance(one, Document)]
    assert found == [date(2031, 1, 1)]


def test_a_page_changed_later_has_the_day_of_its_publication(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    changed = '<meta property="article:modified_time" content="2021-09-01">\n<meta property="og:site'
    (tmp_path / "a.html").write_text(PAGE.replace('<meta property="og:site', changed))
    assert [one.date for one in documents_in([tmp_path / "a.html"]) if isinstance(one, Document)] == [
        date(2021, 3, 1)
    ]


def test_lines_say_what_they_know_and_defaults_fill_the_rest(tmp_path: Path) -> None:
    rows = [
        {"id": "x", "text": "Boats.", "date": "2031-02-03T10:00", "country": "KE"},
        {"text": "Ships.", "date": None},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n\n")
    found = list(documents_in([tmp_path / "a.jsonl"], Given(date(2031, 1, 1), "PK")))
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


BODY = "KARACHI: Boat exports rose 5 per cent in May 2031.\r\n\r\nDate: none was set.\r\n"
WHOLE = Document("a", BODY, "Boats go on", date(2031, 6, 2), "XR", "https://a.org/b", "The Canal Post")


HEADS = """\
Title: Boats go on|Publisher: The Canal Post|Date: 2031-06-02|URL: https://a.org/b|Country: xr
**Source:** The Canal Post|**Published:** Monday, June 2nd, 2031|Link: <https://a.org/b>|Country: XR|\
Headline: Boats go on|Byline: Jo Noor||---|
# Boats go on||By: Jo Noor|Source: The Canal Post||country: XR|date: 2/6/2031|url: https://a.org/b
Boats go on|Source: The Canal Post|Country: XR|Date: 2 June 2031|URL: https://a.org/b
---|title: 'Boats go on'|date: 2031-06-02|url: https://a.org/b|tags: [a, b]|source: The Canal Post|\
country: XR|---|# Boats go on
---|title: Boats go on|date: 2 June: 2031|source: The Canal Post|country: XR|link: https://a.org/b|...
""".splitlines()


@pytest.mark.parametrize("head", HEADS)
def test_the_head_of_a_file_is_no_part_of_the_text(tmp_path: Path, head: str) -> None:
    told: list[str] = []
    (tmp_path / "a.md").write_bytes(f"{head}|\r\n{BODY}".replace("|", "\n").encode())
    found = one(tmp_path / "a.md", tell=told.append)
    assert isinstance(found, Document)
    assert found.text == BODY
    unclear = "2/6" in head or "June: " in head
    assert found == (replace(WHOLE, date=None) if unclear else WHOLE)
    assert bool(told) == unclear
    assert not unclear or "date" in told[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Boats go on\n\nThey sail.",
        "KARACHI: they sail.\nDate: 2031-06-02\n",
        "They sail.\nSource: The Canal Post\n",
        "---\nThey sail.\n---\nAnd on.",
        "---\ntitle: Boats\nThey sail.",
        "Title: Boats\n",
        "#boats sail\n\nWell.",
        "Title: " + "x" * 400 + "\n\nBoats sail.",
        "Question: do they sail?\n\nThey do.",
    ],
)
def test_what_is_no_head_stays_in_the_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    found = one(tmp_path / "a.txt")
    assert isinstance(found, Document)
    assert found.text == text
    assert (found.date, found.publisher) == (None, "")


def test_only_the_first_heading_is_the_title(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Boats #\n# They sail\n")
    assert one(tmp_path / "a.md") == Document("a", "They sail\n\n", "Boats")


@pytest.mark.parametrize("head", ["---\n" * 50_000, "title: b\n" * 50_000, "*" * 500_000, "# x\n" * 50_000])
def test_a_hostile_head_is_read_in_time_that_grows_with_its_length(tmp_path: Path, head: str) -> None:
    (tmp_path / "a.md").write_text(f"{head}\nBoats sail.")
    assert isinstance(one(tmp_path / "a.md"), Document)


def test_what_a_file_says_comes_before_what_is_given(tmp_path: Path) -> None:
    given = Given(date(2030, 1, 1), "PK", publisher="Other", title="Another", url="https://example.org/b")
    (tmp_path / "a.md").write_text(
        "Boats go on\nSource: The Canal Post\nCountry: XR\nDate: 2 June 2031\nURL: https://a.org/b\n\nText."
    )
    assert one(tmp_path / "a.md", given) == replace(WHOLE, text="Text.")
    (tmp_path / "a.md").write_text("Boats go on\n\nThey sail.")
    assert one(tmp_path / "a.md", given) == Document(
        "a", "Boats go on\n\nThey sail.", "Another", date(2030, 1, 1), "PK", "https://example.org/b", "Other"
    )


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("---\ntitle: Boats\ndate: 2031-06-02\n\n", "no line --- ends what line 1 begins"),
        ("---\ntitle: Boats\ndate: [2031\n---\n", "head not understood: line 4: "),
        ("---\ntags: [a\n---\n", "head not understood, and left in the text: line 3: "),
        ("---\ntitle: [Boats, go]\ndate: 2031-06-02\n---\n", "title is a list or more, no text"),
        ("Title: Boats\nDate: 31/02/2025\n\n", "date '31/02/2025': it is no day: give --date"),
        ("Title: Boats\nDate: 3/4/2025\n\n", "date '3/4/2025': it is no single day: give --date"),
        ("Title: Boats\nCountry: Elbonia\n\n", "country 'Elbonia' is no code like PK: give --country"),
    ],
)
def test_a_head_that_is_not_understood_is_told(tmp_path: Path, head: str, words: str) -> None:
    told: list[str] = []
    (tmp_path / "a.md").write_text(f"{head}They sail.\n")
    one(tmp_path / "a.md", tell=told.append)
    assert words in told[0]
    assert str(tmp_path / "a.md") in told[0]


def test_a_value_that_only_yaml_could_read_is_no_title(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: [Boats\ndate: 2031-06-02\n---\nThey sail.\n")
    assert one(tmp_path / "a.md") == Document("a", "They sail.\n", date=date(2031, 6, 2))


def test_a_line_of_json_from_standard_input_may_hold_any_mark_that_ends_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "A fund opened.\u2028It\u2029is\x85small."
    rows = [json.dumps({"id": name, "text": text}, ensure_ascii=False) for name in "ab"]
    content = "\r\n".join(rows).encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO(content)))
    found = list(documents_in([Path("-")]))
    assert [(one.id, one.text) for one in found if isinstance(one, Document)] == [("a", text), ("b", text)]
