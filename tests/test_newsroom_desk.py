"""The desk: what was known before a change is built once, and found by the next."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsroom_made import PACK, added, article, graph_of, with_first
from policygraph.build.pipeline import build_pack
from policygraph.curated.pack import LoadedPack
from policygraph.newsroom import desk
from policygraph.newsroom.desk import at_desk
from policygraph.rdf import DefaultGraph, Quad
from policygraph.terms import AUDIT_GRAPH

SECOND = "Finance Minister Sigmund Tarlenheim announced the Drawbridge Tax Act on 3 June 2024.\n"
THIRD = "The Harbour Coding Board (HCB) approved the Lantern Skills Programme on 3 June 2024.\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own folder with an article in it, and a cache that knows nothing of it."""
    monkeypatch.setenv("POLICYGRAPH_CACHE", str(tmp_path / "other"))
    folder = with_first(tmp_path / "own")
    monkeypatch.setenv("POLICYGRAPH_CACHE", str(tmp_path / "cache"))
    return folder


@pytest.fixture
def builds(own: Path, monkeypatch: pytest.MonkeyPatch) -> list[LoadedPack]:
    """The packs that are built at a desk."""
    built: list[LoadedPack] = []

    def noted(pack: LoadedPack, *more: Any) -> list[Quad]:
        built.append(pack)
        return build_pack(pack, *more)

    monkeypatch.setattr(desk, "build_pack", noted)
    return built


def test_what_was_known_is_built_once_for_two_looks(builds: list[LoadedPack], own: Path) -> None:
    first = added(own, article("second", SECOND), dry_run=True)
    assert ["second" in pack.sources for pack in builds] == [False, True]
    again = added(own, article("second", SECOND), dry_run=True)
    assert ["second" in pack.sources for pack in builds] == [False, True, True]
    assert again.diff == first.diff


def test_what_was_put_is_known_to_the_next(builds: list[LoadedPack], own: Path) -> None:
    assert added(own, article("second", SECOND)).added
    builds.clear()
    assert added(own, article("third", THIRD)).added
    assert ["third" in pack.sources for pack in builds] == [True]


@pytest.mark.parametrize("there", [True, False])
def test_what_was_built_is_what_is_found(
    builds: list[LoadedPack], own: Path, tmp_path: Path, there: bool
) -> None:
    own = own if there else tmp_path / "new"
    with at_desk(PACK, own, dry=True) as made:
        every = made.earlier()
    with at_desk(PACK, own, dry=True) as again:
        found = again.earlier()
    assert len(builds) == 1
    assert {str(quad) for quad in every} == set(graph_of(own if there else None))
    kept = {quad for quad in every if quad.graph_name in (DefaultGraph(), AUDIT_GRAPH)}
    assert set(found) == kept


def test_a_pack_that_changed_meanwhile_is_not_kept_under_what_it_is_now(
    builds: list[LoadedPack], own: Path
) -> None:
    with at_desk(PACK, own, dry=True) as made:
        made.digest = "of other files"
        made.earlier()
    with at_desk(PACK, own, dry=True) as again:
        again.earlier()
    assert len(builds) == 2
