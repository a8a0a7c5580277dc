"""A web page as a document: main text, title, date, publisher and address, by trafilatura (extra `html`).

The date is the one that the page's markup, its address or its byline gives. A date that its text happens to
name is not when it was published: where the page gives none, `--date` does.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from policygraph.errors import MissingExtraError, Problem
from policygraph.reader.document import Document

__all__ = ["document_of_page"]

_LARGEST = 8_000_000
"""Characters of a page; parsing takes many times that in memory."""
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
"""For htmldate: no guesses from the text, the day of publication and not of a change, and not up to today,
so that a page is read alike on any day."""
_DEEPEST = 2_000
"""Opening tags in a row without a closing one."""


def document_of_page(path: Path, page: str) -> Document | Problem:
    """The article of a page, or a Problem with the reason; raises MissingExtraError without trafilatura."""
    if len(page) > _LARGEST:
        return Problem(path, 0, "", f"has {len(page):,} characters; a page has at most {_LARGEST:,}")
    if _depth(page) > _DEEPEST:
        return Problem(path, 0, "", f"nests more than {_DEEPEST:,} elements deep")
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise MissingExtraError("trafilatura", "html") from None
    try:
        found = bare_extraction(
            page, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=_DATES
        )
    except Exception as error:  # noqa: BLE001  a parser of the open web may fail in any way; the page is to blame
        return Problem(path, 0, "", f"cannot be parsed: {type(error).__name__}: {error}"[:200])
    text = str(getattr(found, "text", None) or "")
    if not text.strip():
        return Problem(path, 0, "", "no article was found on this page")
    return Document(
        id=path.stem,
        text=text,
        title=str(getattr(found, "title", None) or ""),
        date=_day(getattr(found, "date", None)),
        url=str(getattr(found, "url", None) or ""),
        publisher=str(getattr(found, "sitename", None) or ""),
    )


def _day(said: object) -> date | None:
    try:
        return date.fromisoformat(str(said)[:10])
    except ValueError:
        return None


def _depth(page: str) -> int:
    """How deep elements may nest at most: opening tags less closing ones, in one pass."""
    deepest = depth = 0
    for piece in page.split("<")[1:]:
        if piece[:1] == "/":
            depth = max(0, depth - 1)
        elif piece[:1].isalpha() and "/>" not in piece[:200] and not piece[:4].lower().startswith(_VOID):
            depth += 1
            deepest = max(deepest, depth)
    return deepest


_VOID = (
    "br",
    "img",
    "hr",
    "meta",
    "link",
    "inpu",
    "p>",
    "p ",
    "li",
    "td",
    "tr",
    "th",
    "opti",
    "sour",
    "wbr",
    "col",
    "dd",
    "dt",
)
