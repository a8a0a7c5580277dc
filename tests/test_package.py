"""The wheel carries what an installed policygraph needs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from policygraph.graph import Graph


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(root),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_data_and_ontology_travel_in_the_wheel(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "policygraph/_ontology/policygraph.ttl" in names
    assert "policygraph/_ontology/questions/post-holders.rq" in names
    assert "policygraph/_data/pack.yaml" in names
    assert sum(name.startswith("policygraph/_data/sources/") for name in names) == 324
    assert not [name for name in names if name.startswith(("tests/", "build/"))]


def test_an_installed_wheel_opens_the_same_graph(wheel: Path, tmp_path: Path, shipped: Graph) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = "import policygraph; print(policygraph.__file__); print(len(policygraph.open()))"
    environment = {
        **os.environ,
        "PYTHONPATH": str(tmp_path / "site"),
        "POLICYGRAPH_CACHE": str(tmp_path / "cache"),
    }
    # -P keeps the checkout's own folder off the path; the extracted wheel comes before the editable install.
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    place, count = done.stdout.split()
    assert place.startswith(str(tmp_path))
    assert int(count) == len(shipped)
    assert repr(shipped) == f"<Graph of {len(shipped):,} quads>"


def test_importing_costs_no_heavy_module() -> None:
    code = (
        "import sys, policygraph; "
        "heavy = {'rdflib', 'networkx', 'pyvis', 'pyshacl', 'pandas', 'pydantic'} & set(sys.modules); "
        "print(sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
