"""The words that the reader knows are words: what YAML reads otherwise is seen here, and not in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from policygraph.paths import ontology_dir

FILES = sorted((ontology_dir() / "lexicon").glob("*.yaml"))


def _values(part: Any) -> Iterator[Any]:
    """Every key and every single value of a file."""
    if isinstance(part, dict):
        yield from part
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            yield from _values(one)
    else:
        yield part


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_no_word_is_a_truth_value_or_nothing(name: str) -> None:
    read = _values(yaml.safe_load((ontology_dir() / "lexicon" / name).read_text(encoding="utf-8")))
    assert [value for value in read if value is None or isinstance(value, bool)] == []


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_no_word_has_the_marks_that_were_meant_to_quote_it(name: str) -> None:
    whole = yaml.safe_load((ontology_dir() / "lexicon" / name).read_text(encoding="utf-8"))
    words = {one for part in whole.values() if isinstance(part, list | dict) for one in _values(part)}
    assert sorted(one for one in words if isinstance(one, str) and len(one) > 1 and '"' in one) == []
