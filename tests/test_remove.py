"""A source taken out: what only it said goes, everything else stays to the byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsroom_made import FIRST, PACK, added, article, files_of, graph_of, pack_of, with_first
from policygraph.cli.main import run
from policygraph.errors import NotFoundError, UsageError
from policygraph.newsroom.remove import remove_source, remove_sources

SECOND = "The Harbour Coding Board (HCB) approved the Lantern Skills Programme on 3 June 2024.\n"


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One cache for all tests."""
    os.environ["POLICYGRAPH_CACHE"] = str(tmp_path_factory.mktemp("cache"))


def test_add_then_remove_gives_the_graph_of_before_byte_by_byte(own_folder: Path) -> None:
    with_first(own_folder)
    gone = remove_source("first", data=PACK, own=own_folder)
    assert any("USD 52 million" in words for words in gone.facts)
    assert gone.entries == ("initiatives/lantern-skills-programme",)
    assert gone.waiting > 0
    assert files_of(own_folder) == {}
    assert graph_of(own_folder) == graph_of(None)


def test_what_another_source_names_stays(own_folder: Path) -> None:
    with_first(own_folder)
    alone = own_folder.parent / "alone"
    added(alone, article("second", SECOND))
    added(own_folder, article("second", SECOND))
    assert remove_source("first", data=PACK, own=own_folder).entries == ()
    pack = pack_of(own_folder)
    assert pack.bodies["harbour-coding-board"].sources == ("second",)
    assert [step.stage for step in pack.sources["second"].steps] == ["approved"]
    assert files_of(own_folder)["sources/second.yaml"] == files_of(alone)["sources/second.yaml"]


def test_a_shipped_source_is_refused_with_what_to_do(own_folder: Path) -> None:
    with_first(own_folder)
    before = files_of(own_folder)
    with pytest.raises(UsageError, match="ships with the data"):
        remove_source("zenda-courier-2024-06-11", data=PACK, own=own_folder)
    with pytest.raises(NotFoundError, match="did you mean first"):
        remove_source("frist", data=PACK, own=own_folder)
    assert files_of(own_folder) == before


def test_what_was_removed_can_be_added_again(own_folder: Path) -> None:
    with_first(own_folder)
    before = files_of(own_folder)
    remove_source("first", data=PACK, own=own_folder)
    assert added(own_folder, article("first", FIRST)).added == ("first",)
    assert files_of(own_folder) == before


def test_several_are_taken_out_at_once_or_none(own_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with_first(own_folder)
    added(own_folder, article("second", SECOND))
    before = files_of(own_folder)
    for wrong in ("frist", "zenda-courier-2024-06-11"):
        with pytest.raises((NotFoundError, UsageError)):
            remove_sources(["second", wrong], data=PACK, own=own_folder)
        assert files_of(own_folder) == before
    capsys.readouterr()
    folders = ["--data", str(PACK), "--own", str(own_folder)]
    assert run(["remove", "second", "first", "second", "--format", "csv", *folders]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[0] == "source,what,went"
    assert "first,entry,initiatives/lantern-skills-programme" in rows
    assert not any(row.startswith("second,entry,initiatives") for row in rows)
    assert files_of(own_folder) == {}
    assert graph_of(own_folder) == graph_of(None)
