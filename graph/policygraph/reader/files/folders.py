"""What a folder has to read: the files that may be articles, and what else is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from policygraph.reader.files.decoding import format_of

__all__ = ["ENDINGS", "LINES", "MARKED", "PAGES", "TEXTS", "files_in", "told"]

PAGES = frozenset({".html", ".htm", ".xhtml"})
LINES = frozenset({".jsonl", ".ndjson"})
MARKED = frozenset({".md", ".markdown"})
TEXTS = MARKED | {".txt", ".text"}
ENDINGS = PAGES | LINES | TEXTS
"""Of the files that a folder gives."""
_BEGINNING = 16
"""Bytes by which a file of another format is known."""


def files_in(folder: Path) -> tuple[list[Path], Counter[str]]:
    """The files that may be articles, sorted, and how many others there are by ending; no hidden ones."""
    files, others = list[Path](), Counter[str]()
    for file in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in file.relative_to(folder).parts) or not file.is_file():
            continue
        ending = file.suffix.lower()
        other = _other(file) if ending in ENDINGS else ending or "without an ending"
        if other:
            others[other] += 1
        else:
            files.append(file)
    return files, others


def told(others: Mapping[str, int]) -> str:
    """Files that are no articles, in a line.

    >>> told({".png": 1, ".pdf": 3})
    '3 .pdf, 1 .png'
    """
    return ", ".join(f"{count:,} {other}" for other, count in sorted(others.items()))


def _other(file: Path) -> str:
    """What a file is that has the ending of a text and is none; empty for what may be one."""
    try:
        with file.open("rb") as content:
            found = format_of(content.read(_BEGINNING))
    except OSError:  # a Problem, in its turn
        return ""
    return f"{file.suffix.lower()} that is {found}" if found else ""
