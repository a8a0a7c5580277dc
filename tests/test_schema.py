"""The published JSON Schemas say of every data file what the build says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from policygraph.curated.schema import schemas
from policygraph.paths import data_dir

PACKS = [data_dir(), *sorted((Path(__file__).parent / "packs").iterdir())]
VALIDATORS = {
    name.removesuffix(".schema.json"): Draft202012Validator(json.loads(text))
    for name, text in schemas().items()
}


def _plain(value: Any) -> Any:
    """What an editor checks: dates are texts there."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _files(folder: Path) -> dict[str, list[Path]]:
    registry = {file.stem: [file] for file in sorted((folder / "registry").glob("*.yaml"))}
    sources, briefs = sorted((folder / "sources").glob("*.yaml")), sorted((folder / "briefs").glob("*.md"))
    return {**registry, "pack": [folder / "pack.yaml"], "source": sources, "brief": briefs}


def _read(file: Path) -> Any:
    text = file.read_text(encoding="utf-8")
    head = text.split("---\n")[1] if file.suffix == ".md" else text
    return _plain(yaml.safe_load(head))


@pytest.mark.parametrize("kind", VALIDATORS)
def test_it_is_a_schema_with_a_name(kind: str) -> None:
    schema = json.loads(schemas()[f"{kind}.schema.json"])
    Draft202012Validator.check_schema(schema)
    assert schema["$id"].endswith(f"/{kind}.schema.json")


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_every_data_file_is_valid(folder: Path) -> None:
    faults = [
        f"{file.name}: {fault.json_path}: {fault.message}"
        for kind, files in _files(folder).items()
        for file in files
        for fault in VALIDATORS[kind].iter_errors(_read(file))
    ]
    assert faults == []


SOURCE: dict[str, Any] = {
    "title": "t",
    "kind": "news",
    "publisher": "p",
    "date": "2024-01-02",
    "figures": [{"id": "f", "indicator": "i", "area": "a", "period": "2024", "value": 1, "unit": "USD"}],
}
FIGURE = SOURCE["figures"][0]


def test_the_example_is_valid() -> None:
    assert VALIDATORS["source"].is_valid(SOURCE)


@pytest.mark.parametrize(
    "broken",
    [
        [],
        None,
        {**SOURCE, "titel": "t"},
        {key: value for key, value in SOURCE.items() if key != "publisher"},
        {**SOURCE, "date": "January"},
        {**SOURCE, "date": "2024-1"},
        {**SOURCE, "url": "ftp://example.org/"},
        {**SOURCE, "figures": FIGURE},
        {**SOURCE, "figures": [{key: value for key, value in FIGURE.items() if key != "period"}]},
        {**SOURCE, "figures": [{**FIGURE, "id": "Not An Id"}]},
        {**SOURCE, "figures": [{**FIGURE, "value": "1,000"}]},
        {**SOURCE, "figures": [{**FIGURE, "at": [1]}]},
        {**SOURCE, "figures": [{**FIGURE, "at": [-1, 2]}]},
        {**SOURCE, "figures": [{**FIGURE, "growth": {"rate": 1}}]},
        {**SOURCE, "text": {"sha256": "x", "length": 3}},
    ],
)
def test_a_broken_source_is_refused(broken: object) -> None:
    assert not VALIDATORS["source"].is_valid(broken)


@pytest.mark.parametrize(
    ("kind", "broken"),
    [
        ("people", {"a": {"names": []}}),
        ("people", {"a": {"name": "A", "wikidata": "843"}}),
        ("places", {"a": {"name": "A", "code": "pk"}}),
        ("bodies", {"a": {"name": "A"}}),
        ("posts", {"a": "A"}),
        ("initiatives", []),
        ("indicators", {"a": {"name": "A", "unit": "USD", "definitions": {"d": {}}}}),
        ("brief", {"title": "t", "date": "2024", "sources": [], "facts": [{"source": "s", "fact": "f"}]}),
        ("pack", {"id": "x"}),
    ],
)
def test_other_broken_files_are_refused(kind: str, broken: object) -> None:
    assert not VALIDATORS[kind].is_valid(broken)
