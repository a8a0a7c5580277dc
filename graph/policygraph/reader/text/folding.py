"""The same text in one spelling of case, quotes, blanks and dashes, every character at its old place."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["folded", "lowered"]

_MARKS = (
    *(("'", mark) for mark in "‘’ʼ′"),
    *(('"', mark) for mark in "“”„″"),
    *(("-", mark) for mark in "‐‑‒–−"),
)
_BLANKS = tuple((" ", blank) for blank in "\t\n\r\v\f")
_WIDE_BLANKS = tuple((" ", blank) for blank in "\u00a0\u2007\u2009\u202f")
_BLANK_LINE = re.compile(r"\n(?=[ \t\r]*\n)")
"""The line break before it becomes a bar, so that no number, date or phrase runs over it."""


def lowered(text: str) -> str:
    """Small letters, every one at its old place: of a capital whose small form is longer, its first alone.

    >>> lowered("Émile"), lowered("\u0130zmir")
    ('émile', 'izmir')
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join([letter.lower()[0] for letter in text])


@lru_cache(maxsize=4)
def folded(text: str) -> str:
    r"""Lower case (ASCII letters alone, so that no offset moves), straight quotes, plain blanks and hyphens.

    A blank line becomes a bar.

    >>> folded("Rs\u00a05–6 Crore’s")
    "rs 5-6 crore's"
    >>> folded("In May\n\n15 firms")
    'in may| 15 firms'
    """
    low = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    low = _BLANK_LINE.sub("|", low)
    for plain, other in _BLANKS if low.isascii() else (*_BLANKS, *_WIDE_BLANKS, *_MARKS):
        low = low.replace(other, plain)
    return low
