"""The rows of a text's tables, which are no prose: what a number in one is of, its place alone says.

1. A table is a line with a bar, a ruled one below it (`|---|---|`), and the lines with a bar that follow; or
   two lines and more that begin and end with one. Its lines go, and what stands around it is two paragraphs.
2. A line with a cell of `_PROSE` characters or more is text that a page was laid out with; it stays.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

__all__ = ["Untabled", "untabled"]

_BAR = "|"
_RULED = frozenset(" \t\r|:-")
_PROSE = 160


class Untabled(NamedTuple):
    """A text without its tables."""

    text: str
    rows: int
    """That were left out; those of headings are none."""


def untabled(text: str) -> Untabled:
    r"""The text without the lines of its tables; one that has none as it is.

    >>> untabled("They sail.\n\n| Year | Boats |\n|---|--:|\n| 2023 | 5 |\n\nOn.")
    Untabled(text='They sail.\n\n\n\nOn.', rows=1)
    """
    if _BAR not in text:
        return Untabled(text, 0)
    lines = [*text.split("\n"), ""]
    kept: list[str] = []
    rows, inside = 0, False
    for line, following in pairwise(lines):
        if inside and (_is_row(line) or _is_ruled(line)):
            rows += not _is_ruled(line)
        elif _begins(line, following):
            rows += not _is_ruled(following)
            inside = True
            kept.append("")
        else:
            inside = inside and _BAR in line
            kept.append(line)
    return Untabled("\n".join(kept), rows)


def _begins(line: str, following: str) -> bool:
    """Whether a line is the first of a table (rule 1)."""
    if not _is_row(line) or _is_ruled(line):
        return False
    return _is_ruled(following) or all(map(_is_barred, (line, following)))


def _is_row(line: str) -> bool:
    return _BAR in line and max(map(len, line.split(_BAR))) < _PROSE


def _is_barred(line: str) -> bool:
    cells = line.strip()
    return _is_row(line) and cells.count(_BAR) > 1 and cells.startswith(_BAR) and cells.endswith(_BAR)


def _is_ruled(line: str) -> bool:
    return _BAR in line and "-" in line and _RULED.issuperset(line)
