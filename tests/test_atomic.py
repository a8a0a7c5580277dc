"""A file is there whole or not at all."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from policygraph.atomic import replace_file


def test_it_makes_the_folder_and_the_file(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "page.html"
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o644
    assert [entry.name for entry in target.parent.iterdir()] == ["page.html"]


def test_it_takes_the_place_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_bytes(b"old and long")
    with target.open("rb") as reader:
        replace_file(target, b"new")
        assert reader.read() == b"old and long"
    assert target.read_bytes() == b"new"


@contextmanager
def _full_disk(limit: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_full_disk_leaves_the_old_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_bytes(b"old")
    with _full_disk(1_000), pytest.raises(OSError, match="too large"):
        replace_file(target, b"x" * 2_000)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "page.html").mkdir()
    with pytest.raises(OSError, match="directory"):
        replace_file(tmp_path / "page.html", b"new")
    assert list(tmp_path.iterdir()) == [tmp_path / "page.html"]


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError, match=r"exists|directory"):
        replace_file(tmp_path / "a" / "page.html", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
