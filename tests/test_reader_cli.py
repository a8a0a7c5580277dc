"""`policygraph read` as a person uses it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from policygraph.cli.resuming import fresh, hash_of
from policygraph.errors import Problem
from policygraph.reader.document import Document
from policygraph.reader.files.inputs import parts_in
from policygraph.reader.files.json_lines import Lines

TEXT = "The Rivers Board launched a flood relief fund on Monday."


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all runs, so that the graph is built once."""
    return tmp_path_factory.mktemp("cache")


def run(arguments: list[str], cache: Path, given: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    environment = {**os.environ, "POLICYGRAPH_CACHE": str(cache), "NO_COLOR": "1", "COLUMNS": "120"}
    command = [sys.executable, "-m", "policygraph", "read", *arguments]
    return subprocess.run(
        command, env=environment, input=given, capture_output=True, text=True, check=False, timeout=120
    )


def test_standard_input_gives_a_line_of_json(cache: Path) -> None:
    done = run(["-", "--format", "jsonl"], cache, TEXT)
    row = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert row["actions"][0]["object"] == "flood relief fund"


def test_a_table_and_yaml_are_for_people(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert "flood relief fund" in run([str(tmp_path / "a.txt")], cache).stdout
    assert "- id: a" in run([str(tmp_path / "a.txt"), "--format", "yaml"], cache).stdout


def test_one_bad_file_is_told_at_the_end(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"\0")
    done = run([str(tmp_path), "--format", "jsonl"], cache)
    assert done.returncode == 3
    assert json.loads(done.stdout)["id"] == "a"
    assert "b.txt" in done.stderr


def test_a_run_that_was_cut_short_goes_on(cache: Path, tmp_path: Path) -> None:
    rows = [json.dumps({"id": f"d{i}", "text": TEXT}) for i in range(3)]
    (tmp_path / "in.jsonl").write_text("\n".join(rows))
    out = tmp_path / "out.jsonl"
    arguments = [str(tmp_path / "in.jsonl"), "--out", str(out)]
    run(arguments, cache)
    whole = out.read_bytes()
    out.write_bytes(whole[: len(whole) - 40])
    done = run(arguments, cache)
    assert out.read_bytes() == whole
    assert "read 1 article; 2 were there already" in done.stderr


def test_a_run_that_is_interrupted_says_what_is_there(cache: Path, tmp_path: Path) -> None:
    rows = [json.dumps({"id": f"d{i}", "text": f"{TEXT} " * 40}) for i in range(5000)]
    (tmp_path / "in.jsonl").write_text("\n".join(rows))
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "policygraph", "read", str(tmp_path / "in.jsonl"), "-o", str(out)]
    environment = {**os.environ, "POLICYGRAPH_CACHE": str(cache)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        for _ in range(1200):
            if out.is_file() and out.stat().st_size:
                break
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "interrupted: what was read so far is in" in told
    assert json.loads(out.read_text().splitlines()[0])["id"] == "d0"


def test_a_run_that_reads_nothing_leaves_no_file(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" ")
    for name in ("out.jsonl", "out.yaml"):
        done = run([str(tmp_path / "a.txt"), "-o", str(tmp_path / name)], cache)
        assert (done.returncode, "a.txt: is empty" in done.stderr) == (3, True)
        assert not (tmp_path / name).exists()


def test_two_processes_write_the_same_file_and_go_on_with_it(cache: Path, tmp_path: Path) -> None:
    rows = [json.dumps({"id": f"d{i}", "text": TEXT}) for i in range(40)]
    (tmp_path / "in.jsonl").write_text("\n".join([*rows[:3], "no JSON", *rows[3:]]))
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    alone = run([str(tmp_path / "in.jsonl"), "--out", str(one)], cache)
    arguments = [str(tmp_path / "in.jsonl"), "--jobs", "2", "--out", str(two)]
    shared = run(arguments, cache)
    assert (shared.returncode, shared.stderr) == (3, alone.stderr)
    whole = one.read_bytes()
    assert two.read_bytes() == whole
    two.write_bytes(whole[: whole.index(b'"d30"')])
    done = run(arguments, cache)
    assert two.read_bytes() == whole
    assert "read 10 articles; 30 were there already" in done.stderr


def test_what_is_done_is_left_out_before_it_is_shared(tmp_path: Path) -> None:
    """So no process but the first need know of it; what was read from another text is not done."""
    file = tmp_path / "in.jsonl"
    rows = [json.dumps({"id": f"d{i}", "text": TEXT}) for i in range(40)]
    file.write_text("\n".join([*rows, "no JSON"]))
    done = {f"d{i}": hash_of(Document(f"d{i}", TEXT if i != 5 else "!")) for i in range(38)}
    left = list(fresh(parts_in([file]), done))
    assert [one.id for one in left if isinstance(one, Document)] == ["d5", "d38", "d39"]
    assert [one.line for one in left if isinstance(one, Problem)] == [41]
    assert list(fresh([Document("d1", TEXT)], done, "a model")) == [Document("d1", TEXT)]
    assert all(isinstance(one, Lines) for one in fresh(parts_in([file]), {}))


@pytest.mark.parametrize(
    ("arguments", "message"), [(["-", "--date", "soon"], "no date"), (["-", "--format", "csv"], "no format")]
)
def test_a_wrong_option_is_a_usage_error(arguments: list[str], message: str, cache: Path) -> None:
    done = run(arguments, cache, TEXT)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_a_file_that_is_there_for_something_else_is_not_written_over(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.jsonl").write_text("My own notes.")
    done = run(["-", "-o", str(tmp_path / "notes.jsonl")], cache, TEXT)
    assert done.returncode == 2
    assert (tmp_path / "notes.jsonl").read_text() == "My own notes."
