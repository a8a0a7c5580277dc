"""Fixtures that many tests share: the shipped graph, the second country pack, and where things are."""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path

import pytest

from policygraph.build.pipeline import build
from policygraph.graph import Graph
from policygraph.paths import data_dir
from policygraph.store.embedded import EmbeddedStore

ROOT = Path(__file__).resolve().parents[1]

# A developer's own articles are no part of a test: before any module opens a graph, and for every process
# that a test starts.
os.environ["POLICYGRAPH_OWN"] = str(Path(tempfile.gettempdir(), "policygraph-tests", "no-such-folder"))


# Tests that run in the background ignore interrupts, and so would the commands that they start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The own folder of the test, which is not there yet."""
    folder = tmp_path / "own"
    monkeypatch.setenv("POLICYGRAPH_OWN", str(folder))
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The material that is shared beside a checkout; skips where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the shared material is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def shipped() -> Graph:
    """The shipped graph, built from this checkout's data; read-only by agreement."""
    return Graph(EmbeddedStore.of(build(data_dir())))


@pytest.fixture(scope="session")
def second_pack() -> Graph:
    """A tiny pack of another country: other fiscal year, other currency, same code."""
    folders = sorted((ROOT / "tests" / "packs").iterdir())
    return Graph(EmbeddedStore.of(build(folders[0])))
