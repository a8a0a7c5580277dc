"""How long an article may be."""

from __future__ import annotations

from pathlib import Path

from policygraph.errors import Problem
from policygraph.reader.document import Document

__all__ = ["EMPTY", "LONGEST", "checked"]

LONGEST = 2_000_000
"""Characters of an article; a year of a newspaper is no article."""
EMPTY = "is empty: there is nothing to read"


def checked(path: Path, line: int, article: Document) -> Document | Problem:
    """The article; a Problem, with its line or 0 for the whole file, where it is empty or too long."""
    field = "text" if line else ""
    if not article.text.strip():
        return Problem(path, line, field, EMPTY)
    if len(article.text) > LONGEST:
        length = f"has {len(article.text):,} characters; an article has at most {LONGEST:,}"
        return Problem(path, line, field, length)
    return article
