"""What is read: a text and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Document"]


@dataclass(frozen=True, slots=True)
class Document:
    """An article; every offset of its reading counts Unicode code points of `text`, from 0."""

    id: str
    text: str
    title: str = ""
    date: date | None = None
    """Date of publication: what `last month` is counted from."""
    country: str | None = None
    """ISO 3166-1 code: whose fiscal year and whose rupees are meant."""
    url: str = ""
    publisher: str = ""
