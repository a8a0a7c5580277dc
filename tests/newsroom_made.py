"""Made-up articles on the second pack, and an own folder to add them to."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from policygraph.build.pipeline import build
from policygraph.curated.load import load_pack
from policygraph.curated.pack import LoadedPack
from policygraph.newsroom.add import Added, add_articles
from policygraph.reader.document import Document

__all__ = ["DAY", "FIRST", "PACK", "added", "article", "files_of", "graph_of", "pack_of", "with_first"]

PACK = Path(__file__).parent / "packs" / "ruritania"
DAY = date(2024, 6, 20)
FIRST = """Software exports up in April

Software exports of Ruritania rose 12 per cent year-on-year to $52 million in April 2024, the Royal Bank of \
Ruritania said on Thursday.

Flavia Elphberg, Minister of Digital Crafts, announced the Lantern Skills Programme with a budget of $3 \
million. Ruritania wants software exports of $900 million by December 2026.

The Harbour Coding Board (HCB) has trained 1,200 apprentices. Software exports to India were $4 million in \
April 2024.
"""


def article(name: str, text: str = FIRST, publisher: str = "", day: date | None = DAY) -> Document:
    """A document of the second pack's country."""
    return Document(name, text, "", day, None, "", publisher)


def added(own: Path, *articles: Document, dry_run: bool = False) -> Added:
    """What comes of adding them to the own folder over the second pack."""
    return add_articles(articles, data=PACK, own=own, dry_run=dry_run)


@cache
def _first() -> Path:
    """A folder with FIRST in it, added once for all tests."""
    folder = Path(tempfile.mkdtemp(prefix="policygraph-first-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    added(folder / "own", article("first"))
    return folder / "own"


def with_first(own: Path) -> Path:
    """The own folder with FIRST added to it."""
    return Path(shutil.copytree(_first(), own))


def pack_of(own: Path) -> LoadedPack:
    """The second pack with the own folder over it."""
    return load_pack(PACK, own)


def graph_of(own: Path | None) -> list[str]:
    """The graph of the second pack and the own folder, as lines."""
    return [str(quad) for quad in build(PACK, own)]


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its content."""
    found: Iterable[Path] = sorted(folder.rglob("*")) if folder.exists() else ()
    return {str(file.relative_to(folder)): file.read_bytes() for file in found if file.is_file()}
