"""Many documents in one process and in several: the same results in the same order."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from policygraph.errors import PolicygraphError, Problem
from policygraph.reader.document import Document
from policygraph.reader.files import workers
from policygraph.reader.files.inputs import Part, documents_in, documents_of, parts_in
from policygraph.reader.files.json_lines import Lines
from policygraph.reader.files.many import made_of, read_row
from summaries import Summary, collector, summary

TEXT = "The Rivers Board launched a $20 million flood relief fund on Monday."


def lines_file(folder: Path, count: int) -> Path:
    """A file of so many articles, blank lines between them, one line that is no JSON."""
    lines = [json.dumps({"id": f"d{i}", "text": TEXT.replace("20", str(20 + i))}) for i in range(count)]
    lines[7] = "no JSON"
    (folder / "a.jsonl").write_text("\n\n".join(lines) + "\n")
    return folder / "a.jsonl"


def test_several_processes_give_the_same_in_the_same_order(tmp_path: Path) -> None:
    file = lines_file(tmp_path, 70)
    others = [Document("broken", TEXT), Document("last", TEXT)]

    def found(jobs: int) -> list[Summary | Problem]:
        return list(made_of([*parts_in([file]), *others], summary, None, jobs))

    alone, shared = found(1), found(2)
    assert [str(one) if isinstance(one, Problem) else one.said for one in shared] == [
        str(one) if isinstance(one, Problem) else one.said for one in alone
    ]
    assert {one.process for one in alone if isinstance(one, Summary)} == {os.getpid()}
    assert os.getpid() not in {one.process for one in shared if isinstance(one, Summary)}
    told = [str(one) for one in shared if isinstance(one, Problem)]
    assert (len(shared), len(told)) == (72, 2)
    assert "a.jsonl:15" in told[0]
    assert "the reader failed: RecursionError: too deep" in told[1]


def test_each_process_can_load_the_reader_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "get_all_start_methods", lambda: ["spawn"])
    documents = [Document(f"d{i}", TEXT) for i in range(20)]
    assert list(made_of(documents, read_row, None, 2)) == list(made_of(documents, read_row))


def test_workers_look_for_cycles_seldom_and_who_calls_as_before() -> None:
    documents = [Document("a", TEXT), Document("b", TEXT)]
    before = gc.get_threshold()[0], gc.get_freeze_count() > 0
    assert before[0] < 5_000, "a test before this one has left the collector changed"
    for often, frozen in made_of(documents, collector, None, 2):  # type: ignore[misc]
        assert often > 10 * before[0]
        assert frozen
    assert list(made_of(documents, collector)) == [before, before]


def test_a_process_that_is_ended_from_outside_is_told() -> None:
    documents = [Document("a", TEXT), Document("killed", TEXT)]
    with pytest.raises(PolicygraphError, match=r"ended from outside.*fewer --jobs") as raised:
        list(made_of(documents, summary, None, 2))
    assert raised.value.__suppress_context__


def test_no_more_is_taken_than_is_under_way() -> None:
    taken = 0

    def endless() -> Iterator[Part]:
        nonlocal taken
        while True:
            taken += 1
            yield Document(f"d{taken}", TEXT)

    made = made_of(endless(), read_row, None, 2)
    assert next(made)["id"] == "d1"  # type: ignore[index]
    assert taken <= 2 * 3 * 16 + 1
    made.close()  # type: ignore[attr-defined]


def test_what_goes_to_a_worker_is_lines_and_no_documents(tmp_path: Path) -> None:
    parts = list(parts_in([lines_file(tmp_path, 40)]))
    assert all(isinstance(part, Lines) for part in parts)
    assert [one for part in parts for one in documents_of(part)] == list(documents_in([tmp_path]))


def test_a_run_of_long_lines_is_short(tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT + " " * 900_000})
    (tmp_path / "a.jsonl").write_text(f"{line}\n" * 5)
    assert [len(part.lines) for part in parts_in([tmp_path]) if isinstance(part, Lines)] == [2, 2, 1]
