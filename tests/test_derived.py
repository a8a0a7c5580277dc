"""What is derived from the code is up to date: `make schema` writes it again."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from policygraph.curated.schema import schemas


def _derive(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("derive", root / "scripts" / "derive.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_published_schemas_are_current(root: Path) -> None:
    folder = root / "data" / "schema"
    assert {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()} == schemas()


def test_the_help_file_is_current(root: Path) -> None:
    expected = _derive(root).help_text()
    assert (root / "graph/policygraph/help.txt").read_text(encoding="utf-8") == expected
