"""The floors of the reader on the annotated corpus: they only ever rise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from policygraph.errors import Problem
from policygraph.reader.files.inputs import documents_in
from policygraph.reader.jsonl import line_of, row_of
from policygraph.reader.read import read

FLOORS = {
    "policy": {
        "figures": 0.93,
        "figures exact": 0.75,
        "growths": 0.92,
        "growths exact": 0.80,
        "people": 0.93,
        "bodies": 0.88,
        "initiatives": 0.76,
        "actions": 0.57,
        "attributions": 0.82,
    },
    "wikinews": {"people": 0.77, "bodies": 0.67, "initiatives": 0.53, "actions": 0.28, "attributions": 0.54},
}
MEANS = {"policy": 0.82, "wikinews": 0.60}


@pytest.fixture(scope="module", params=sorted(FLOORS))
def scored(
    request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Any]:
    """A set's name and what `score.py` says of its reading without the registry."""
    corpus = shared / "corpus"
    if not (corpus / "score.py").is_file():
        pytest.skip("the annotated corpus is not beside this checkout")
    folder = corpus / str(request.param)
    system = tmp_path_factory.mktemp("scores") / "system.jsonl"
    with system.open("w", encoding="utf-8") as sink:
        for document in documents_in([folder / "articles.jsonl"]):
            assert not isinstance(document, Problem)
            sink.write(line_of(row_of(document, read(document))))
    files = map(str, (corpus / "score.py", folder / "gold.jsonl", folder / "articles.jsonl", system))
    done = subprocess.run([sys.executable, *files, "--json"], capture_output=True, text=True, check=True)
    return request.param, json.loads(done.stdout)


def test_no_list_falls_below_its_floor(scored: tuple[str, Any]) -> None:
    name, scores = scored
    below = {key: scores[key]["f1"] for key, floor in FLOORS[name].items() if scores[key]["f1"] < floor}
    assert below == {}
    assert scores["mean F1"] >= MEANS[name]


def test_no_quote_is_ever_wrong(scored: tuple[str, Any]) -> None:
    assert scored[1]["quotes not in the text"] == 0
