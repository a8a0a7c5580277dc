"""Files as documents: plain text, Markdown, HTML, JSON lines, folders, standard input.

A file that cannot be read gives a Problem in its place, which says what is wrong with it; the others go on.

1. A file is HTML, JSON lines or text by its ending; standard input, and a file with no ending, by how it
   begins.
2. Bytes are UTF-8, or UTF-16 by their byte order mark; others are read as Windows-1252, which a note says.
   A file with NUL characters is no text, and one that begins as PDF, images and the like do is none.
3. The head of a text file (see `headers`) says what it is of the article, and is no part of the text; nor
   are the marks of Markdown in a file that is such by its ending (see `markdown`), nor the rows of tables in
   any text or page (see `tables`), of which a note tells.
4. What an article does not say is what is given, and at last its first line is its title, if it may be one;
   its country is told by its text where none is given (see `countries_told`).
5. An article longer than `LONGEST` characters is no article.
6. A folder gives its files with a known ending, in the order of their paths. Hidden ones are left out; so
   are files with other endings, and such as begin as no text does, of which a note tells. One that gives
   no file is a Problem.
7. A file that is named and is not there stops all the work before it begins.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from policygraph.errors import MissingExtraError, NotFoundError, Problem
from policygraph.reader.document import Document, Given
from policygraph.reader.files.countries_told import completed
from policygraph.reader.files.decoding import format_of, is_other, text_of
from policygraph.reader.files.folders import ENDINGS, LINES, MARKED, PAGES, TEXTS, files_in, told
from policygraph.reader.files.headers import headed, headline
from policygraph.reader.files.json_lines import Lines, lines_of
from policygraph.reader.files.lengths import EMPTY, checked
from policygraph.reader.files.markdown import unmarked
from policygraph.reader.files.tables import untabled
from policygraph.reader.files.web_page import document_of_page

__all__ = ["Part", "documents_in", "documents_of", "how_many", "parts_in"]

Part = Lines | Document | Problem
"""Lines that hold documents but are not read yet, a document, or what is wrong with a file."""

_LARGEST = 64_000_000
"""Bytes of a file that holds one article."""

Tell = Callable[[str], object]
_NOTHING = Given()


def documents_in(
    paths: Iterable[Path], given: Given = _NOTHING, tell: Tell = str
) -> Iterator[Document | Problem]:
    """Every document of the files and folders, and a Problem for each that is none; `-` is standard input.

    What was read in another encoding than UTF-8, what a head says unclearly, and what a folder has besides
    articles, is told to `tell`. Raises NotFoundError for a path that is not there.
    """
    for part in parts_in(paths, given, tell):
        yield from documents_of(part)


def documents_of(part: Part) -> Iterable[Document | Problem]:
    """The documents of a part, and a Problem for each that is none."""
    return part.documents() if isinstance(part, Lines) else (part,)


def parts_in(paths: Iterable[Path], given: Given = _NOTHING, tell: Tell = str) -> Iterator[Part]:
    """As `documents_in`, but lines of JSON in runs that `documents_of` reads, in another process maybe."""
    named = list(paths)
    for path in named:
        if str(path) != "-" and not path.exists():
            raise NotFoundError("file or folder", str(path))
    return (part for path in named for part in _parts(path, given, tell))


def _parts(path: Path, given: Given, tell: Tell) -> Iterator[Part]:
    if str(path) == "-":
        yield from _read(Path("stdin"), sys.stdin.buffer.read(_LARGEST + 1), "", given, tell)
    elif path.is_dir():
        yield from _folder(path, given, tell)
    else:
        yield from _file(path, given, tell)


def _folder(folder: Path, given: Given, tell: Tell) -> Iterator[Part]:
    """Rule 6."""
    files, others = files_in(folder)
    if not files:
        looked = f"holds no article: looked for files that end in {', '.join(sorted(ENDINGS))}"
        yield Problem(folder, 0, "", f"{looked}; it has {told(others)}" if others else looked)
        return
    for file in files:
        yield from _file(file, given, tell)
    if others:
        tell(f"{folder}: left out, as no articles: {told(others)}")


def how_many(paths: Iterable[Path]) -> int | None:
    """How many documents and Problems `documents_in` will give; None for standard input."""
    count = 0
    for path in paths:
        if str(path) == "-":
            return None
        files = files_in(path)[0] if path.is_dir() else [path]
        count += sum(_lines_in(file) if file.suffix.lower() in LINES else 1 for file in files) or 1
    return count


def _lines_in(file: Path) -> int:
    try:
        with file.open("rb") as lines:
            return sum(not line.isspace() for line in lines)
    except OSError:  # a Problem, in its turn
        return 1


def _file(path: Path, given: Given, tell: Tell) -> Iterator[Part]:
    try:
        if path.suffix.lower() in LINES:
            with path.open("rb") as lines:
                yield from lines_of(path, lines, given)
            return
        size = path.stat().st_size
        if size > _LARGEST:
            yield Problem(path, 0, "", f"has {size:,} bytes; a file of one article has at most {_LARGEST:,}")
            return
        yield from _read(path, path.read_bytes(), path.suffix.lower(), given, tell)
    except OSError as error:
        yield Problem(path, 0, "", f"cannot be read: {error.strerror or error}")


def _read(path: Path, content: bytes, ending: str, given: Given, tell: Tell) -> Iterator[Part]:
    if other := format_of(content):
        yield Problem(path, 0, "", f"is {other}, not text: save its text as .txt or .html, and read that")
        return
    found = text_of(content)
    if isinstance(found, str) and len(content) > _LARGEST:
        yield Problem(path, 0, "", f"has more than {_LARGEST:,} bytes; a file of one article has less")
        return
    if found is None:
        why = "is no text: it holds NUL characters, or bytes of no known encoding"
        yield Problem(path, 0, "", f"{why}: save it as UTF-8")
        return
    if is_other(content, found):
        tell(f"{path}: is not UTF-8; read as Windows-1252")
    start = found[:400].lstrip().lower()
    if ending in PAGES or (
        ending not in TEXTS and start.startswith(("<!doctype html", "<html", "<head", "<body"))
    ):
        yield _page(path, found, given, tell)
    elif ending not in TEXTS and start.startswith("{"):
        # A line ends at a line feed alone: a string of JSON may hold any other mark that ends lines.
        yield from lines_of(path, found.encode().split(b"\n"), given)
    else:
        yield checked(path, 0, _text(path, found, given, tell))


def _text(path: Path, found: str, given: Given, tell: Tell) -> Document:
    """Rules 3 and 4."""
    head = headed(found)
    for unclear in head.unclear:
        tell(f"{path}: {unclear}")
    text, title = _prose(path, found[head.start :], tell), head.title
    if path.suffix.lower() in MARKED:
        text, title = unmarked(text), unmarked(title)
    said = Document(path.stem, text, title, head.day, head.country or None, head.url, head.publisher)
    whole = completed(said, given)
    return whole if whole.title else replace(whole, title=headline(text))


def _prose(path: Path, text: str, tell: Tell) -> str:
    """A text without its tables, of whose rows a note tells."""
    prose, rows = untabled(text)
    if rows:
        tell(f"{path}: {rows:,} {'row of a table was' if rows == 1 else 'rows of tables were'} not read")
    return prose


def _page(path: Path, found: str, given: Given, tell: Tell) -> Document | Problem:
    """A page that cannot be read here does not stop the others."""
    if not found.strip():
        return Problem(path, 0, "", EMPTY)
    try:
        page = document_of_page(path, found)
    except MissingExtraError as error:
        return Problem(path, 0, "", str(error))
    if isinstance(page, Problem):
        return page
    prose = replace(page, text=_prose(path, page.text, tell))
    return checked(path, 0, completed(prose, given))
