"""A text cut at its blanks, once for all parts of the reader: its words, and which of them have capitals.

1. A word is a number, a run of letters with the marks that hold it together (`P@SHA`, `co-working`), or one
   mark. A possessive ending is a word of its own.
2. No rule on what a word is looks past a blank. So a text is cut at every blank and line break, and what a
   piece (`said,"`) holds is worked out when it is first met; most pieces of a text have been met before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain, compress, count
from typing import NamedTuple

from policygraph.reader.capitals import Capital, capitals_in
from policygraph.reader.remembered import Remembered

__all__ = ["Pieces", "pieces_of", "split_words"]

_WORD = re.compile(
    r"(\d+(?:[.,]\d+)*(?:%|[A-Za-z][\w-]*)?|['’]s(?!\w)"
    r"|[^\W_]+(?:(?:[-&@./+]|['’](?!s\b))[^\W_]+)*|[^\w\s]|_)"
)
"""As a group, so that a split gives what stands between words too, by turns."""


class _Piece(NamedTuple):
    """What a piece holds; `steps` is how far it is from each word's start to the next one's.

    The last step leads over the blank after the piece. An empty word is none: it only leads on.
    """

    words: tuple[str, ...]
    steps: tuple[int, ...]
    capitals: tuple[Capital, ...]


class Pieces(NamedTuple):
    """The words of a text and where they start; the capitalised ones also by the start of their piece."""

    words: list[str]
    starts: list[int]
    capitals: Sequence[tuple[int, tuple[Capital, ...]]]


@lru_cache(maxsize=2)
def pieces_of(text: str) -> Pieces:
    """All pieces of a text.

    >>> pieces = pieces_of("Noor's  fund, 5%")
    >>> list(zip(pieces.words, pieces.starts))
    [('Noor', 0), ("'s", 4), ('fund', 8), (',', 12), ('5%', 14)]
    >>> [(start, [one.text for one in capitals]) for start, capitals in pieces.capitals]
    [(0, ['Noor'])]
    """
    cut = text.replace("\n", " ").split(" ")
    words, steps, capitals = zip(*map(_MET.__getitem__, cut), strict=True)
    shown = list(chain.from_iterable(words))
    starts = list(accumulate(chain.from_iterable(steps), initial=0))
    if "" in shown:
        starts = list(compress(starts, shown))
        shown = list(filter(None, shown))
    else:
        starts.pop()
    lengths = accumulate(map(len, cut), initial=0)
    capitalised = compress(zip(map(int.__add__, lengths, count()), capitals, strict=False), capitals)
    return Pieces(shown, starts, list(capitalised))


def split_words(text: str) -> list[str]:
    """The words of a run of text, as they are shown.

    >>> split_words("R&D’s 5%")
    ['R&D', '’s', '5%']
    """
    return _WORD.findall(text)


def _piece(piece: str) -> _Piece:
    capitals = () if piece.islower() else tuple(capitals_in(piece))
    if piece.isalpha():
        return _Piece((piece,), (len(piece) + 1,), capitals)
    parts = ["", *_WORD.split(f"{piece} ")]
    lengths = list(map(len, parts))
    steps = map(int.__add__, lengths[::2], lengths[1::2])
    first = 0 if lengths[1] else 1
    return _Piece(tuple(parts[::2][first:]), tuple(steps)[first:], capitals)


_MET = Remembered(_piece)
