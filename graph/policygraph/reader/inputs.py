"""Files as documents: plain text, Markdown, HTML, JSON lines, folders, standard input.

A file that cannot be read gives a Problem in its place, which says what is wrong with it; the others go on.

1. A file is HTML, JSON lines or text by its ending; standard input, and a file with no ending, by how it
   begins.
2. Bytes are UTF-8, or UTF-16 by their byte order mark; others are read as Windows-1252, which a note says.
   A file with NUL characters is no text.
3. An article longer than `LONGEST` characters is no article.
4. A folder gives its files with a known ending, in the order of their paths, hidden ones left out.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policygraph.errors import MissingExtraError, Problem
from policygraph.reader.decoding import is_other, text_of
from policygraph.reader.document import Document
from policygraph.reader.json_lines import Lines, lines_of
from policygraph.reader.web_page import document_of_page

__all__ = ["LONGEST", "Defaults", "Part", "documents_in", "documents_of", "how_many", "parts_in"]

Part = Lines | Document | Problem
"""Lines that hold documents but are not read yet, a document, or what is wrong with a file."""

LONGEST = 2_000_000
"""Characters of an article; a year of a newspaper is no article."""
_HEADLINE = 200
_STOPS = (".", ":", ";", ",")
_LARGEST = 64_000_000
"""Bytes of a file that holds one article."""
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})
_TEXTS = frozenset({".txt", ".text", ".md", ".markdown"})


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for documents that do not say it themselves."""

    date: date | None = None
    country: str | None = None
    tell: Callable[[str], object] = str


def documents_in(paths: Iterable[Path], defaults: Defaults | None = None) -> Iterator[Document | Problem]:
    """Every document of the files and folders, and a Problem for each that is none; `-` is standard input.

    What was read in another encoding than UTF-8 is told to `defaults.tell`.
    """
    for part in parts_in(paths, defaults):
        yield from documents_of(part)


def documents_of(part: Part) -> Iterable[Document | Problem]:
    """The documents of a part, and a Problem for each that is none."""
    return _checked(part.path, part.documents()) if isinstance(part, Lines) else (part,)


def parts_in(paths: Iterable[Path], defaults: Defaults | None = None) -> Iterator[Part]:
    """As `documents_in`, but lines of JSON in runs that `documents_of` reads, in another process maybe."""
    known = defaults or Defaults()
    for path in paths:
        if str(path) == "-":
            yield from _read(Path("stdin"), sys.stdin.buffer.read(_LARGEST + 1), "", known)
        elif path.is_dir():
            for file in _files(path):
                yield from _file(file, known)
        else:
            yield from _file(path, known)


def how_many(paths: Iterable[Path]) -> int | None:
    """How many documents and Problems `documents_in` will give; None for standard input."""
    count = 0
    for path in paths:
        if str(path) == "-":
            return None
        for file in _files(path) if path.is_dir() else [path]:
            count += _lines_in(file) if file.suffix.lower() in _LINES else 1
    return count


def _lines_in(file: Path) -> int:
    try:
        with file.open("rb") as lines:
            return sum(not line.isspace() for line in lines)
    except OSError:  # a Problem, in its turn
        return 1


def _files(folder: Path) -> list[Path]:
    endings = _PAGES | _LINES | _TEXTS
    return sorted(
        file
        for file in folder.rglob("*")
        if file.suffix.lower() in endings
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )


def _file(path: Path, defaults: Defaults) -> Iterator[Part]:
    try:
        if path.suffix.lower() in _LINES:
            with path.open("rb") as lines:
                yield from lines_of(path, lines, defaults.date, defaults.country)
            return
        size = path.stat().st_size
        if size > _LARGEST:
            yield Problem(path, 1, "", f"has {size:,} bytes; a file of one article has at most {_LARGEST:,}")
            return
        yield from _read(path, path.read_bytes(), path.suffix.lower(), defaults)
    except OSError as error:
        yield Problem(path, 1, "", f"cannot be read: {error.strerror or error}")


def _read(path: Path, content: bytes, ending: str, defaults: Defaults) -> Iterator[Part]:
    found = text_of(content)
    if isinstance(found, str) and len(content) > _LARGEST:
        yield Problem(path, 1, "", f"has more than {_LARGEST:,} bytes; a file of one article has less")
        return
    if found is None:
        yield Problem(path, 1, "", "is no text: it holds NUL characters, or bytes of no known encoding")
        return
    if is_other(content, found):
        defaults.tell(f"{path}: is not UTF-8; read as Windows-1252")
    start = found[:400].lstrip().lower()
    if ending in _PAGES or (
        ending not in _TEXTS and start.startswith(("<!doctype html", "<html", "<head", "<body"))
    ):
        yield from _checked(path, [_page(path, found, defaults)])
    elif ending not in _TEXTS and start.startswith("{"):
        lines = (line.encode() for line in found.splitlines())
        yield from lines_of(path, lines, defaults.date, defaults.country)
    else:
        document = Document(path.stem, found, _headline(found), defaults.date, defaults.country)
        yield from _checked(path, [document])


def _headline(text: str) -> str:
    """The first line where it stands alone and is no sentence; the empty text where there is none."""
    first, _, rest = text.strip().partition("\n")
    line = first.strip()
    return "" if not rest.strip() or len(line) > _HEADLINE or line.endswith(_STOPS) else line.lstrip("# ")


def _page(path: Path, found: str, defaults: Defaults) -> Document | Problem:
    """A page that cannot be read here does not stop the others."""
    try:
        return document_of_page(path, found, defaults.date, defaults.country)
    except MissingExtraError as error:
        return Problem(path, 1, "", str(error))


def _checked(path: Path, found: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    for one in found:
        if isinstance(one, Document) and not one.text.strip():
            yield Problem(path, 1, "text", f"{one.id}: is empty")
        elif isinstance(one, Document) and len(one.text) > LONGEST:
            yield Problem(
                path,
                1,
                "text",
                f"{one.id}: has {len(one.text):,} characters; an article has at most {LONGEST:,}",
            )
        else:
            yield one
