"""The ledger that the data began with: tab-separated files beside the checkout, where they are shared."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from policygraph.curated.pack import LoadedPack
from policygraph.periods import Period

__all__ = ["READ_BY_HAND", "Row", "could_state", "needs_ledger", "parts", "rows", "written"]

_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "facts"

needs_ledger = pytest.mark.skipif(not _FOLDER.is_dir(), reason="the ledger ../shared/facts is not here")
"""For tests that compare with it."""

READ_BY_HAND = {"seed-000", "seed-003"}
"""Articles whose text was read again: of an initiative's row they keep what their text states."""

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """The rows of one file, by column."""
    with (_FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def parts(text: str, separator: str = ",") -> tuple[str, ...]:
    """The non-empty parts of a cell.

    >>> parts("a,b,")
    ('a', 'b')
    """
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def written(period: Period | None) -> str:
    """A period as the ledger writes it; nothing for none."""
    return str(period) if period else ""


def could_state(pack: LoadedPack, source: str, on: str) -> bool:
    """Whether a source was published on or after a day, or on a day that nobody knows."""
    date = pack.sources[source].date
    return not on or date is None or date.end >= Period.parse(on).start
