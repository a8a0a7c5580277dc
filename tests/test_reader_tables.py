"""Tables in articles: no figure is read from their rows, and a note says that they were not read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from linear_time import in_linear_time
from policygraph.reader.document import Document, Given
from policygraph.reader.files.inputs import documents_in
from policygraph.reader.files.tables import untabled
from policygraph.reader.read import read

TABLE = "| Year | IT exports ($ million) |\n|------|---:|\n| FY23 | 2,596 |\n| FY24 | $3,223 million |\n"
BEFORE = "The board has trained 900 freelancers in software."
AFTER = "Software exports came to $4 billion in FY25."
CELL = "The board has trained freelancers in many towns. " * 5


@pytest.mark.parametrize(
    ("text", "prose", "rows"),
    [
        (f"{BEFORE}\n\n{TABLE}\n{AFTER}", f"{BEFORE}\n\n\n\n{AFTER}", 2),
        (f"{BEFORE}\n{TABLE}{AFTER}", f"{BEFORE}\n\n{AFTER}", 2),
        ("Year | Boats\r\n--- | ---\r\n2023 | 5\r\n\r\nOn.", "\n\r\nOn.", 1),
        (f"{TABLE}\n{TABLE}", "\n\n\n", 4),
        ("| Year | Boats |\n|---|---|", "", 0),
        ("They sail.\n| 2023 | 5 | \n| 2024 | 6 | ", "They sail.\n", 2),
    ],
)
def test_rows_of_a_table_go(text: str, prose: str, rows: int) -> None:
    assert untabled(text) == (prose, rows)


@pytest.mark.parametrize(
    "text",
    [
        AFTER,
        "Boats | rafts\nThey sail.",
        "Boats | rafts\nThey | sail.",
        "| Boats and rafts |\nThey | sail.",
        "Boats | rafts\n\n|---|\n",
        "Boats\n-----\nThey | sail.",
        f"| menu | {CELL} |\n|---|---|\n| more | {CELL} |\n",
    ],
)
def test_what_is_no_table_stays(text: str) -> None:
    assert untabled(text) == (text, 0)


def page(body: str) -> str:
    cells = TABLE.replace("|------|---:|\n", "").splitlines()
    rows = (line.strip("| ").replace(" | ", "</td><td>") for line in cells)
    table = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    return f"<html><body><article><p>{CELL}</p><p>{body}</p><table>{table}</table><p>{AFTER}</p></article>"


@pytest.mark.parametrize("ending", [".md", ".txt", ".html"])
def test_no_figure_is_read_from_one_and_a_note_says_so(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"made{ending}"
    file.write_text(page(BEFORE) if ending == ".html" else f"Made of boats\n\n{BEFORE}\n\n{TABLE}\n{AFTER}\n")
    told: list[str] = []
    (found,) = documents_in([file], Given(date(2025, 11, 19), "PK"), told.append)
    assert isinstance(found, Document)
    assert [(str(one.value), one.indicator) for one in read(found).figures] == [
        ("900", "freelancers"),
        ("4000000000", "it-exports"),
    ]
    assert told == [f"{file}: {3 if ending == '.html' else 2} rows of tables were not read"]


@pytest.mark.parametrize("unit", ["a|", "|a|\n", "|-|\n", "|a|\n|-|\n"])
def test_tables_are_found_in_linear_time(unit: str) -> None:
    assert in_linear_time(untabled, unit * 4_000, unit * 20_000)
