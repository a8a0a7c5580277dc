"""The capitalised words of a piece of text without blanks: what a name may be made of.

1. A capitalised word begins with a capital (`Noor`), with one small letter before it (`eBay`), or with a
   small article (`al-Noor`); it may hold digits, `&`, `@`, `+`, apostrophes and hyphens, and after capitals
   more of them in brackets (`RP(U)`).
2. A final `'s` is no part of it, nor is a mark at its end. What runs into a sum of money is no word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from policygraph.reader.text.word_class import class_of

__all__ = ["Capital", "capitals_in"]

_UPPER = "".join(chr(n) for n in range(0x41, 0x250) if chr(n).isupper())
_CAPITALISED = re.compile(rf"[{_UPPER}][\w'’&@+-]*(?:(?<=[{_UPPER}])\([{_UPPER}]{{1,3}}\))?")
_TRAILING = "-&@+'’"
_MONEY = frozenset("$€£")
_APOSTROPHES = frozenset("'’")
_ARTICLES = frozenset({"al-", "Al-", "el-", "El-", "ul-", "ur-", "ud-"})


class Capital(NamedTuple):
    """A capitalised word without a possessive ending, by its places in the piece.

    The ending is left out of the gap to the next word, which starts at `after`.
    """

    start: int
    end: int
    after: int
    text: str
    possessive: bool
    bits: int


def capitals_in(piece: str) -> tuple[Capital, ...]:
    """The capitalised words in order.

    >>> [(one.text, one.possessive) for one in capitals_in("(al-Noor’s/eBay")]
    [('al-Noor', True), ('eBay', False)]
    """
    if piece == piece.lower():
        return ()
    if piece.isalpha() and piece[0] in _UPPER:
        return (Capital(0, len(piece), len(piece), piece, False, class_of(piece)),)
    return tuple(_within(piece))


def _within(piece: str) -> Iterator[Capital]:
    last = 0
    for match in _CAPITALISED.finditer(piece):
        start, stop = match.span()
        before = piece[start - 1 : start]
        if before and (before.isalnum() or before in "-&@_$€£"):
            start = _with_small_start(piece, start)
            if start < last:
                continue
        if piece[stop : stop + 1] in _MONEY:
            continue
        bare, possessive = _without_possessive(piece[start:stop])
        last = end = start + len(bare)
        if possessive:
            last += piece[end : end + 1] in _APOSTROPHES
            last += piece[end + 1 : end + 2] == "s"
        yield Capital(start, end, last, bare, possessive, class_of(bare))


def _with_small_start(piece: str, start: int) -> int:
    """Where `eBay` or `al-Noor` begins, or -1 where the capital is in the middle of something else."""
    if piece[start - 3 : start] in _ARTICLES and not piece[start - 4 : start - 3].isalnum():
        return start - 3
    one = piece[start - 1 : start]
    if (
        one.islower()
        and not piece[start - 2 : start - 1].isalnum()
        and piece[start + 1 : start + 2].islower()
    ):
        return start - 1
    return -1


def _without_possessive(raw: str) -> tuple[str, bool]:
    if (raw[-1].isalnum() or raw[-1] == ")") and raw[-2:-1] not in _APOSTROPHES:
        return raw, False
    bare = raw.rstrip(_TRAILING)
    if len(bare) > 2 and bare[-1] == "s" and bare[-2] in "'’":
        return bare[:-2], True
    return bare, bare != raw and raw[len(bare)] in "'’" and bare[-1] == "s"
