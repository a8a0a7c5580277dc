"""The same text in one spelling of case, quotes, blanks and dashes, every character at its old place."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["folded"]

_MARKS = (
    *(("'", mark) for mark in "‘’ʼ′"),
    *(('"', mark) for mark in "“”„″"),
    *(("-", mark) for mark in "‐‑‒–−"),
)
_BLANKS = tuple((" ", blank) for blank in "\t\n\r\v\f")
_WIDE_BLANKS = tuple((" ", blank) for blank in "\u00a0\u2007\u2009\u202f")


@lru_cache(maxsize=4)
def folded(text: str) -> str:
    """Lower case (ASCII letters alone, so that no offset moves), straight quotes, plain blanks and hyphens.

    >>> folded("Rs\u00a05–6 Crore’s")
    "rs 5-6 crore's"
    """
    low = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    for plain, other in _BLANKS if low.isascii() else (*_BLANKS, *_WIDE_BLANKS, *_MARKS):
        low = low.replace(other, plain)
    return low
