"""Files as documents: plain text, Markdown, HTML, JSON lines, folders, standard input.

A file that cannot be read gives a Problem in its place, which says what is wrong with it; the others go on.

1. A file is HTML, JSON lines or text by its ending; standard input, and a file with no ending, by how it
   begins.
2. Bytes are UTF-8, or UTF-16 by their byte order mark; others are read as Windows-1252, which a note says.
   A file with NUL characters is no text.
3. The head of a text file (see `headers`) says what it is of the article, and is no part of the text; nor
   are the marks of Markdown in a file that is such by its ending (see `markdown`).
4. What an article does not say is what is given, and at last its first line is its title, if it may be one.
5. An article longer than `LONGEST` characters is no article.
6. A folder gives its files with a known ending, in the order of their paths, hidden ones left out.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from policygraph.errors import MissingExtraError, Problem
from policygraph.reader.document import Document, Given
from policygraph.reader.files.decoding import is_other, text_of
from policygraph.reader.files.headers import headed, headline
from policygraph.reader.files.json_lines import Lines, lines_of
from policygraph.reader.files.markdown import unmarked
from policygraph.reader.files.web_page import document_of_page

__all__ = ["LONGEST", "Part", "documents_in", "documents_of", "how_many", "parts_in"]

Part = Lines | Document | Problem
"""Lines that hold documents but are not read yet, a document, or what is wrong with a file."""

LONGEST = 2_000_000
"""Characters of an article; a year of a newspaper is no article."""
_LARGEST = 64_000_000
"""Bytes of a file that holds one article."""
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})
_MARKED = frozenset({".md", ".markdown"})
_TEXTS = _MARKED | {".txt", ".text"}


Tell = Callable[[str], object]
_NOTHING = Given()


def documents_in(
    paths: Iterable[Path], given: Given = _NOTHING, tell: Tell = str
) -> Iterator[Document | Problem]:
    """Every document of the files and folders, and a Problem for each that is none; `-` is standard input.

    What was read in another encoding than UTF-8, and what a head says unclearly, is told to `tell`.
    """
    for part in parts_in(paths, given, tell):
        yield from documents_of(part)


def documents_of(part: Part) -> Iterable[Document | Problem]:
    """The documents of a part, and a Problem for each that is none."""
    return _checked(part.path, part.documents()) if isinstance(part, Lines) else (part,)


def parts_in(paths: Iterable[Path], given: Given = _NOTHING, tell: Tell = str) -> Iterator[Part]:
    """As `documents_in`, but lines of JSON in runs that `documents_of` reads, in another process maybe."""
    for path in paths:
        if str(path) == "-":
            yield from _read(Path("stdin"), sys.stdin.buffer.read(_LARGEST + 1), "", given, tell)
        elif path.is_dir():
            for file in _files(path):
                yield from _file(file, given, tell)
        else:
            yield from _file(path, given, tell)


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


def _file(path: Path, given: Given, tell: Tell) -> Iterator[Part]:
    try:
        if path.suffix.lower() in _LINES:
            with path.open("rb") as lines:
                yield from lines_of(path, lines, given)
            return
        size = path.stat().st_size
        if size > _LARGEST:
            yield Problem(path, 1, "", f"has {size:,} bytes; a file of one article has at most {_LARGEST:,}")
            return
        yield from _read(path, path.read_bytes(), path.suffix.lower(), given, tell)
    except OSError as error:
        yield Problem(path, 1, "", f"cannot be read: {error.strerror or error}")


def _read(path: Path, content: bytes, ending: str, given: Given, tell: Tell) -> Iterator[Part]:
    found = text_of(content)
    if isinstance(found, str) and len(content) > _LARGEST:
        yield Problem(path, 1, "", f"has more than {_LARGEST:,} bytes; a file of one article has less")
        return
    if found is None:
        yield Problem(path, 1, "", "is no text: it holds NUL characters, or bytes of no known encoding")
        return
    if is_other(content, found):
        tell(f"{path}: is not UTF-8; read as Windows-1252")
    start = found[:400].lstrip().lower()
    if ending in _PAGES or (
        ending not in _TEXTS and start.startswith(("<!doctype html", "<html", "<head", "<body"))
    ):
        yield from _checked(path, [_page(path, found, given)])
    elif ending not in _TEXTS and start.startswith("{"):
        # A line ends at a line feed alone: a string of JSON may hold any other mark that ends lines.
        yield from lines_of(path, found.encode().split(b"\n"), given)
    else:
        yield from _checked(path, [_text(path, found, given, tell)])


def _text(path: Path, found: str, given: Given, tell: Tell) -> Document:
    """Rules 3 and 4."""
    head = headed(found)
    for unclear in head.unclear:
        tell(f"{path}: {unclear}")
    text, title = found[head.start :], head.title
    if path.suffix.lower() in _MARKED:
        text, title = unmarked(text), unmarked(title)
    said = Document(path.stem, text, title, head.day, head.country or None, head.url, head.publisher)
    whole = given.fill(said)
    return whole if whole.title else replace(whole, title=headline(text))


def _page(path: Path, found: str, given: Given) -> Document | Problem:
    """A page that cannot be read here does not stop the others."""
    try:
        page = document_of_page(path, found)
    except MissingExtraError as error:
        return Problem(path, 1, "", str(error))
    return given.fill(page) if isinstance(page, Document) else page


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
