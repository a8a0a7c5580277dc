"""Cells of CSV and TSV files that a spreadsheet may open: none is taken for a formula, no list is garbled.

Spreadsheets run a cell that starts with `=`, `+`, `-` or `@` (or a tab or line break before one) as a
formula. Such a cell gets an apostrophe in front, unless it is a plain number.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

__all__ = ["guarded", "guarded_csv", "guarded_tsv", "listed"]

_NUMBER: Final = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_QUOTED: Final = re.compile(r'"(?P<words>.*)"(?P<kind>@[^"]*|\^\^<[^"]*>)?', re.DOTALL)
_ESCAPED_BREAKS: Final = (r"\t", r"\r", r"\n")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("-4.5"), guarded("-x")
    ("'=1+1", '-4.5', "'-x")
    """
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell


def guarded_csv(results: bytes) -> bytes:
    """SPARQL 1.1 results as CSV with every cell guarded."""
    target = io.StringIO(newline="")
    rows = csv.reader(io.StringIO(results.decode(), newline=""))
    csv.writer(target).writerows([guarded(cell) for cell in row] if row else row for row in rows)
    return target.getvalue().encode()


def guarded_tsv(results: bytes) -> bytes:
    r"""SPARQL 1.1 results as TSV, whose cells are terms: the words of a literal are guarded in their quotes.

    >>> guarded_tsv(b'?x\t?y\n"=1+1"@en\t-4.5\n')
    b'?x\t?y\n"\'=1+1"@en\t-4.5\n'
    """
    lines = results.decode().split("\n")
    return "\n".join("\t".join(map(_guarded_term, line.split("\t"))) for line in lines).encode()


def listed(items: Iterable[str]) -> str:
    r"""Several values in one cell, `; ` between them; a semicolon or backslash inside one gets a backslash.

    >>> listed(["a; b", "c"])
    'a\\; b; c'
    """
    return "; ".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items)


def _guarded_term(term: str) -> str:
    quoted = _QUOTED.fullmatch(term)
    if quoted is None:
        return guarded(term)
    words, kind = quoted["words"], quoted["kind"] or ""
    risky = words.startswith((*_FORMULA, *_ESCAPED_BREAKS)) and not _NUMBER.fullmatch(words)
    return f'"\'{words}"{kind}' if risky else term
