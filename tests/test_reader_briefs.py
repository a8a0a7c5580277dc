"""The briefs read by the reader give the facts that their author meant, but for the misses named here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefs_read import Row, rows_of
from policygraph.graph import Graph
from policygraph.paths import data_dir

GOLDEN: list[Row] = json.loads((Path(__file__).parent / "golden" / "briefs.json").read_text(encoding="utf-8"))
LEAST_FOUND = 108
"""Of 122; it only ever rises."""


@pytest.fixture(scope="module")
def rows(shipped: Graph) -> list[Row]:
    """What is read now."""
    return list(rows_of(data_dir(), shipped))


def key(row: Row) -> tuple[str | bool, ...]:
    return row["brief"], row["source"], row["fact"], row["kind"]


def test_the_golden_table_has_every_fact_of_every_brief(rows: list[Row]) -> None:
    assert [key(row) for row in rows] == [key(row) for row in GOLDEN]


def test_what_was_found_is_still_found(rows: list[Row]) -> None:
    now = {key(row): row["found"] for row in rows}
    assert [key(row) for row in GOLDEN if row["found"] and not now[key(row)]] == []
    assert sum(bool(row["found"]) for row in rows) >= LEAST_FOUND


def test_what_is_read_is_what_was_looked_at(rows: list[Row]) -> None:
    now = {key(row): row["read"] for row in rows}
    assert {key(row): now[key(row)] for row in GOLDEN if row["found"]} == {
        key(row): row["read"] for row in GOLDEN if row["found"]
    }


def test_each_miss_says_why() -> None:
    missed = [row for row in GOLDEN if not row["found"]]
    assert len(missed) == len(GOLDEN) - LEAST_FOUND
    assert all(len(str(row["why"]).split()) > 5 for row in missed)
    assert all("why" not in row and row["read"] for row in GOLDEN if row["found"])


@pytest.mark.parametrize("kind", ["attribution", "tenure", "ranking", "amount", "target", "step", "figure"])
def test_every_kind_of_fact_is_found_in_the_briefs(kind: str) -> None:
    assert any(row["found"] for row in GOLDEN if row["kind"] == kind)
