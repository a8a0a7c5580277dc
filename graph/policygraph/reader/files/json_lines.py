"""Articles in JSON lines: `id`, `url`, `publisher`, `date`, `country`, `title`, `text`, all but `text` as may
be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policygraph.errors import Problem
from policygraph.reader.document import Document, Given
from policygraph.reader.files.countries_told import completed
from policygraph.reader.files.lengths import EMPTY, checked

__all__ = ["Lines", "documents_of_lines", "lines_of"]

_LONGEST_LINE = 16_000_000
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_RUN, _RUN_BYTES = 16, 1_000_000
"""So many lines are kept together, or as many as have so many bytes; one at least."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Some lines of a file, from line `first` on, not read yet: cheap to send to another process."""

    path: Path
    first: int
    lines: tuple[bytes, ...]
    given: Given

    def documents(self) -> Iterator[Document | Problem]:
        """One document a line; a Problem, with its line, for each that is none."""
        return documents_of_lines(self.path, self.lines, self.given, self.first)


def lines_of(path: Path, lines: Iterable[bytes], given: Given) -> Iterator[Lines | Problem]:
    """The lines of a file in short runs; a Problem where it has none."""
    first, run, size = 1, list[bytes](), 0
    for line in lines:
        run.append(line)
        size += len(line)
        if len(run) == _RUN or size > _RUN_BYTES:
            yield Lines(path, first, tuple(run), given)
            first, run, size = first + len(run), [], 0
    if run:
        yield Lines(path, first, tuple(run), given)
    if first == 1 and not run:
        yield Problem(path, 0, "", EMPTY)


def documents_of_lines(
    path: Path, lines: Iterable[bytes], given: Given, first: int = 1
) -> Iterator[Document | Problem]:
    """One document a line; a Problem, with its line, for each that is none."""
    for number, line in enumerate(lines, start=first):
        if line.strip():
            found = _document(path, number, line)
            yield checked(path, number, completed(found, given)) if isinstance(found, Document) else found


def _document(path: Path, number: int, line: bytes) -> Document | Problem:
    if len(line) > _LONGEST_LINE:
        return Problem(path, number, "", f"is longer than {_LONGEST_LINE:,} bytes")
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Problem(path, number, "", f"is no JSON: {error}"[:200])
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return Problem(path, number, "text", "is missing or no text")
    try:
        when = date.fromisoformat(str(row["date"])[:10]) if row.get("date") else None
    except ValueError:
        return Problem(path, number, "date", f"{str(row['date'])[:40]!r} is no date like 2026-01-31")
    place = str(row.get("country") or "")
    if place and not _COUNTRY.fullmatch(place):
        return Problem(path, number, "country", f"{place[:40]!r} is no country code like PK")
    return Document(
        id=str(row.get("id") or f"{path.stem}-{number}"),
        text=_whole(row["text"]),
        title=str(row.get("title") or ""),
        date=when,
        country=place.upper() or None,
        url=str(row.get("url") or ""),
        publisher=str(row.get("publisher") or ""),
    )


def _whole(text: str) -> str:
    """The text with halves of surrogate pairs, which no file can hold, as U+FFFD; every offset stays."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text
