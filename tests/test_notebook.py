"""The notebook runs from top to bottom, in a kernel of its own."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient


@pytest.mark.filterwarnings("default")
def test_the_notebook_runs(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(_own_kernel(tmp_path)))
    notebook = _read(root)
    NotebookClient(notebook, timeout=120, kernel_name="policygraph-test").execute()
    outputs = [out for cell in notebook.cells if cell.cell_type == "code" for out in cell.outputs]
    assert not [out for out in outputs if out.output_type == "error"]
    text = "".join(str(out.get("data", {}).get("text/plain", "")) for out in outputs)
    assert "Dec 2023" in text
    assert "Umar Saif" in text


def test_the_notebook_is_kept_without_outputs(root: Path) -> None:
    notebook = _read(root)
    assert all(
        not cell.outputs and cell.execution_count is None
        for cell in notebook.cells
        if cell.cell_type == "code"
    )


def _read(root: Path) -> Any:
    content = (root / "docs" / "explore.ipynb").read_text(encoding="utf-8")
    return nbformat.reads(content, as_version=4)  # type: ignore[no-untyped-call]


def _own_kernel(folder: Path) -> Path:
    """A kernel that is this very Python, whatever kernels the machine has."""
    spec = folder / "jupyter" / "kernels" / "policygraph-test" / "kernel.json"
    spec.parent.mkdir(parents=True)
    argv = [sys.executable, "-Xfrozen_modules=off", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec.write_text(
        json.dumps({"argv": argv, "display_name": "test", "language": "python"}), encoding="utf-8"
    )
    return folder / "jupyter"
