"""The same text in one spelling of case, quotes, blanks and dashes, every character at its old place."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["folded"]

_FOLD = str.maketrans(
    {chr(code): chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    | dict.fromkeys("‘’ʼ′", "'")
    | dict.fromkeys("“”„″", '"')
    | dict.fromkeys("‐‑‒–−", "-")
    | dict.fromkeys("\t\n\r\v\f\u00a0\u2007\u2009\u202f", " ")
)


@lru_cache(maxsize=4)
def folded(text: str) -> str:
    """Lower case (ASCII letters alone, so that no offset moves), straight quotes, plain blanks and hyphens.

    >>> folded("Rs\u00a05–6 Crore’s")
    "rs 5-6 crore's"
    """
    return text.translate(_FOLD)
