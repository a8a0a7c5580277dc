"""The built graph is cached by what it is made of, and does without a cache where there can be none."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from policygraph import inputs
from policygraph.build import pipeline
from policygraph.errors import DataInvalidError
from policygraph.graph import open_graph
from policygraph.inputs import inputs_digest
from policygraph.paths import ontology_dir
from policygraph.rdf import Quad
from policygraph.shipped import cached_store

PACK = Path(__file__).parent / "packs" / "ruritania"
BULLETIN = "sources/royal-bank-bulletin-2024-04.yaml"


class Counted:
    """The build, and how often it was called."""

    def __init__(self) -> None:
        self.times = 0
        self._build = pipeline.build

    def __call__(self, data: Path, own: Path | None = None) -> list[Quad]:
        self.times += 1
        return self._build(data, own)


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted()
    monkeypatch.setattr(pipeline, "build", counted)
    return counted


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("POLICYGRAPH_CACHE", str(folder))
    return folder


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACK, tmp_path / "pack"))


def _graphs(cache: Path) -> list[str]:
    return sorted(entry.name for entry in cache.iterdir() if (entry / "CURRENT").is_file())


def test_built_once(pack: Path, cache: Path, builds: Counted) -> None:
    first, second = cached_store(pack), cached_store(pack)
    assert builds.times == 1
    assert len(first) == len(second) > 0
    assert _graphs(cache) == [inputs_digest(pack)]


def test_a_change_of_data_builds_anew(pack: Path, cache: Path, builds: Counted) -> None:
    before = inputs_digest(pack)
    cached_store(pack)
    file = pack / BULLETIN
    file.write_text(file.read_text().replace("612.5", "612.4"))
    assert inputs_digest(pack) != before
    assert not cached_store(pack).query("ASK { ?s sdmx-measure:obsValue 612500000 }")
    assert builds.times == 2


def test_a_new_a_renamed_and_a_removed_file_change_the_digest(pack: Path) -> None:
    digests = [inputs_digest(pack)]
    (pack / "briefs").mkdir(exist_ok=True)
    (pack / "briefs" / "new.md").write_text("---\n")
    digests.append(inputs_digest(pack))
    (pack / "briefs" / "new.md").rename(pack / "briefs" / "other.md")
    digests.append(inputs_digest(pack))
    (pack / BULLETIN).unlink()
    digests.append(inputs_digest(pack))
    assert len(set(digests)) == 4


def test_the_place_of_a_pack_does_not_matter(pack: Path) -> None:
    assert inputs_digest(pack) == inputs_digest(PACK)


def test_an_ontology_of_its_own_changes_the_digest(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = inputs_digest(pack)
    other = Path(shutil.copytree(ontology_dir(), tmp_path / "ontology"))
    monkeypatch.setattr(inputs, "ontology_dir", lambda: other)
    assert inputs_digest(pack) == before
    concepts = other / "concepts.ttl"
    concepts.write_text(concepts.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    assert inputs_digest(pack) != before


@pytest.mark.parametrize("below", ["", "below/it"])
def test_without_a_cache_the_graph_is_in_memory(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, builds: Counted, below: str
) -> None:
    (tmp_path / "a-file").write_text("in the way")
    monkeypatch.setenv("POLICYGRAPH_CACHE", str(tmp_path / "a-file" / below))
    assert len(cached_store(pack)) == len(cached_store(pack)) > 0
    assert builds.times == 2
    assert (tmp_path / "a-file").read_text() == "in the way"


@pytest.mark.parametrize("damage", ["pointer", "content", "folder"])
def test_a_damaged_cache_is_made_anew(pack: Path, cache: Path, builds: Counted, damage: str) -> None:
    whole = len(cached_store(pack))
    place = cache / _graphs(cache)[0]
    [generation] = place.glob("generation-*")
    if damage == "pointer":
        (place / "CURRENT").write_text("generation-none\n")
    elif damage == "content":
        for file in generation.glob("*.sst"):
            file.write_bytes(b"")
    else:
        shutil.rmtree(generation)
    assert len(cached_store(pack)) == whole
    assert builds.times == 2
    assert len(cached_store(pack)) == whole
    assert builds.times == 2


def test_wrong_data_is_not_cached(pack: Path, cache: Path) -> None:
    (pack / BULLETIN).write_text("title: [")
    with pytest.raises(DataInvalidError):
        cached_store(pack)
    assert not cache.exists()


def test_no_folder(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(DataInvalidError, match="not a data folder"):
        open_graph(tmp_path / "nowhere")


def test_few_are_kept(pack: Path, cache: Path) -> None:
    places = pack / "registry" / "places.yaml"
    for number in range(7):
        places.write_text(places.read_text() + f"# {number}\n")
        cached_store(pack)
    assert len(_graphs(cache)) <= 5
    assert inputs_digest(pack) in _graphs(cache)


def test_opened_from_a_folder_that_was_built(pack: Path, cache: Path) -> None:
    built = open_graph(pack)
    place = cache / _graphs(cache)[0]
    assert len(open_graph(store=place)) == len(open_graph(str(pack))) == len(built)


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files whose content was read for a digest."""
    read: list[Path] = []
    whole = Path.read_bytes

    def noted(self: Path) -> bytes:
        read.append(self)
        return whole(self)

    monkeypatch.setattr(Path, "read_bytes", noted)
    return read


def test_files_that_have_settled_are_hashed_once(
    pack: Path, cache: Path, hashed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.mkdir()
    first = inputs_digest(pack)
    count = len(hashed)
    assert count > 20
    assert inputs_digest(pack) == first
    assert len(hashed) == 2 * count  # they were copied just now
    monkeypatch.setattr(inputs, "_SETTLED", 0)
    assert inputs_digest(pack) == inputs_digest(pack) == inputs_digest(pack) == first
    assert len(hashed) == 3 * count
    times = (pack / BULLETIN).stat()
    (pack / BULLETIN).write_text((pack / BULLETIN).read_text().replace("612.5", "612.4"))
    os.utime(pack / BULLETIN, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert inputs_digest(pack) != first


def test_a_spoilt_memory_of_digests_is_not_believed(
    pack: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "_SETTLED", 0)
    cache.mkdir()
    first = inputs_digest(pack)
    [memory] = (cache / "digests").iterdir()
    for spoilt in (b"", b"\xff" * 24, b"short"):
        memory.write_bytes(spoilt)
        assert inputs_digest(pack) == first


@pytest.mark.parametrize("kind", ["folder", "dangling"])
def test_what_only_looks_like_a_file_is_named(pack: Path, cache: Path, kind: str) -> None:
    cached_store(pack)
    odd = pack / "sources" / "odd.yaml"
    if kind == "folder":
        odd.mkdir()
    else:
        odd.symlink_to(pack / "nowhere.yaml")
    with pytest.raises(DataInvalidError, match=r"odd\.yaml"):
        cached_store(pack)
