"""Answers as people read them: which columns a table has, how they share the width, Markdown, files."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from policygraph.cli.asked_columns import laid_out
from policygraph.cli.main import run
from policygraph.cli.output import print_rows, print_table
from policygraph.cli.row_forms import as_markdown, cell_words
from policygraph.cli.widths import how_many_fit, shared
from policygraph.network.answers import PathHop
from policygraph.questions.catalog import catalog, question
from policygraph.questions.run import FUNCTIONS, Rows, row_type

GROWTHS = ["ask", "growth-claims", "--indicator", "ict-exports", "--period", "2021-08"]


def columns_of(name: str) -> tuple[str, ...]:
    """The columns of a question's answer."""
    return tuple(row_type(name)._fields) if name in FUNCTIONS else PathHop._fields


@pytest.mark.parametrize("name", sorted(catalog()))
def test_the_chief_columns_of_a_question_are_columns_of_it(name: str) -> None:
    shown = question(name).shown
    assert set(shown) <= set(columns_of(name))
    assert len(set(shown)) == len(shown)
    assert shown or len(columns_of(name)) <= 5
    assert "value" not in shown or "unit" in shown or name == "describe"


@pytest.mark.parametrize(("width", "columns"), [(80, 7), (120, 8), (200, 8)])
def test_a_table_has_the_chief_columns_that_fit(
    width: int, columns: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert run(GROWTHS) == 0
    printed = capsys.readouterr()
    lines = printed.out.splitlines()[1:]
    assert max(map(len, lines)) <= width
    assert len(lines[0].split("┳")) == columns
    assert f"{columns} of 19 columns: --columns all, or -f csv, gives every one" in printed.err
    assert "Commerce" in printed.out
    assert "https://" not in printed.out


def test_all_columns_are_there_for_the_asking_and_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*GROWTHS, "--columns", "all", "-f", "markdown"]) == 0
    assert capsys.readouterr().out.splitlines()[2].count("|") == 20
    assert run([*GROWTHS, "-f", "csv"]) == 0
    printed = capsys.readouterr()
    assert next(csv.reader(printed.out.splitlines())) == list(columns_of("growth-claims"))
    assert "columns" not in printed.err


def test_a_quantity_stands_with_its_bound_and_unit_and_what_says_nothing_is_left_out() -> None:
    figures, columns = question("figures"), columns_of("figures")
    record = dict.fromkeys(columns, "") | {"value": Decimal(2_000_000_000), "unit": "USD", "status": "actual"}
    rows = [tuple((record | {"bound": bound}).values()) for bound in ("at-least", None)]
    names, cells = laid_out(figures, Rows("figures", columns, rows), None, "markdown")
    assert names == ["value", "status"]
    assert cells == [["at least USD 2 billion", "actual"], ["USD 2 billion", "actual"]]
    names, cells = laid_out(figures, Rows("figures", columns, rows), "unit, value", "markdown")
    assert (names, cells[0]) == (["unit", "value"], ["USD", Decimal(2_000_000_000)])


def test_what_was_asked_for_has_a_column_only_where_it_differs() -> None:
    asked, columns = question("rankings"), columns_of("rankings")
    row = dict.fromkeys(columns, "x")
    same, other = tuple(row.values()), tuple((row | {"ranker_name": "y"}).values())
    assert "ranker_name" not in laid_out(asked, Rows("", columns, [same]), None, "markdown", ["ranker"])[0]
    assert "ranker_name" in laid_out(asked, Rows("", columns, [same, other]), None, "markdown", ["ranker"])[0]
    assert "ranker_name" in laid_out(asked, Rows("", columns, [same]), None, "markdown")[0]


@pytest.mark.parametrize(("width", "fit"), [(20, 2), (40, 3), (80, 3), (120, 3)])
def test_columns_share_the_width_and_break_no_short_word(width: int, fit: int) -> None:
    heads = ("id", "stage", "what it says")
    rows = [("7", "announced", "telecommunication " * 9), ("8", "in force", "y")]
    widths = shared(heads, rows, width)
    assert sum(widths) + 3 * 3 + 1 <= width
    assert how_many_fit(heads, rows, width) == fit
    if fit == 3:
        assert widths[:2] == [2, 9]
        assert widths[2] >= len("telecommunication")


def test_an_empty_table_has_its_heads(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    print_table(("name", "stage"), [])
    assert capsys.readouterr().out.splitlines()[1] == "┃ name ┃ stage ┃"


def test_markdown_takes_no_word_for_a_mark(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(("a_b", "n"), [("x|y\n*z*", Decimal("1234.5"))], "markdown", "T_t")
    lines = ["**T\\_t**", "", "| a b | n |", "| --- | ---: |", "| x\\|y \\*z\\* | 1,234.5 |", ""]
    assert capsys.readouterr().out.splitlines() == lines
    assert as_markdown(("a",), []).splitlines() == ["| a |", "| --- |"]


def test_a_long_list_says_how_much_more_there_is() -> None:
    assert cell_words(tuple("abcdef")) == "a; b; c; d; e; f"
    assert cell_words(tuple("abcdefg")) == "a; b; c; d; e; 2 more"


COMMANDS = {
    "ask": ["ask", "verdicts"],
    "promises": ["promises", "--only", "targets"],
    "outcomes": ["outcomes", "erozgaar-centres", "--only", "steps"],
    "network": ["network"],
    "query": ["query", "SELECT ?s { ?s a pg:Target } ORDER BY ?s"],
    "audit": ["audit"],
}
FORMS = {"json": "json", "md": "markdown", "txt": "table"}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("ending", FORMS)
def test_an_answer_goes_whole_to_a_file_in_the_form_of_its_ending(
    command: str, ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*COMMANDS[command], "--format", FORMS[ending]]) == 0
    printed = capsys.readouterr().out
    file = tmp_path / "below" / f"answer.{ending}"
    assert run([*COMMANDS[command], "-o", str(file)]) == 0
    told = capsys.readouterr()
    assert (told.out, file.read_text(encoding="utf-8")) == ("", printed)
    assert "wrote " in told.err
    assert ending != "json" or json.loads(printed)
    assert ending != "md" or "| --- |" in printed


def test_a_failed_answer_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("mine")
    assert run(["ask", "posts-held", "--person", "Nobody At All", "-o", str(tmp_path / "a.csv")]) == 4
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.csv", "mine")]


def test_findings_are_written_though_the_exit_code_tells_of_them(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    assert run(["audit", "--fail-on", "major", "-o", str(file)]) == 3
    assert file.read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_an_export_takes_its_format_from_the_ending(tmp_path: Path) -> None:
    assert run(["export", "-o", str(tmp_path / "a.void.ttl")]) == 0
    assert run(["export", "-o", str(tmp_path / "a.nt")]) == 0
    assert "void:Dataset" in (tmp_path / "a.void.ttl").read_text(encoding="utf-8")
    assert (tmp_path / "a.nt").read_text(encoding="utf-8").startswith("<http")
