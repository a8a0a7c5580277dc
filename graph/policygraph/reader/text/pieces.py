"""A text cut at its blanks, once for all parts of the reader: its words, and which of them have capitals.

1. A word is a number, a run of letters with the marks that hold it together (`P@SHA`, `co-working`,
   `Rs10,000`), or one mark. A possessive ending is a word of its own.
2. No rule on what a word is looks past a blank. So a text is cut at every blank and line break, and what a
   piece (`said`) holds is worked out when it is first met; most pieces of a text have been met before.
3. Nor does any rule look past the marks around a word. So a new piece (`said,"`) is put together from what
   stands between its marks, which most often is not new, and the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, compress, pairwise
from typing import Any, NamedTuple

from policygraph.reader.text.capitals import Capital, capitals_in
from policygraph.reader.text.remembered import Remembered
from policygraph.reader.text.word_codes import code_of, small_letters

__all__ = ["Pieces", "pieces_between", "pieces_of", "split_words"]

_WORD = re.compile(
    r"(\d+(?:[.,]\d+)*(?:%|[A-Za-z][\w-]*)?|['’]s(?!\w)"
    r"|[^\W_]+(?:(?:[-&@./+]|['’](?!s\b)|(?<=\d),(?=\d{2,3}(?!\d)))[^\W_]+)*|[^\w\s]|_)"
)
"""As a group, so that a split gives what stands between words too, by turns."""
_MOST = 1_000_000
"""Characters that are cut at once, so that memory stays in line with what is kept."""
_MARKS = '.,;:!?…"“”()[]*\r'
"""Marks that are words of their own wherever they stand before or after one."""


class Pieces(NamedTuple):
    """The words of a text in parallel lists; the capitalised ones between marks, with where that starts."""

    words: list[str]
    low: list[str]
    codes: str
    """Of `word_codes`, one letter a word."""
    starts: list[int]
    capitals: list[tuple[int, tuple[Capital, ...]]]


@lru_cache(maxsize=2)
def pieces_of(text: str) -> Pieces:
    """All words of a text.

    >>> pieces = pieces_of("Noor's  fund, 5%")
    >>> list(zip(pieces.low, pieces.starts))
    [('noor', 0), ("'s", 4), ('fund', 8), (',', 12), ('5%', 14)]
    >>> [(start, [one.text for one in capitals]) for start, capitals in pieces.capitals]
    [(0, ['Noor'])]
    """
    return pieces_between(text, ())


def pieces_between(text: str, cuts: Sequence[int]) -> Pieces:
    """All words of a text that is also cut at some places, in order, which may be within a word.

    >>> pieces_between("a long fund", [4]).words
    ['a', 'lo', 'ng', 'fund']
    """
    if len(text) > _MOST:
        cuts = sorted({*cuts, *_blanks(text)})
    if not cuts:
        return _pieces(text)
    whole = Pieces([], [], "", [], [])
    all_codes: list[str] = []
    for first, last in pairwise([0, *cuts, len(text)]):
        words, low, codes, starts, capitals = _pieces(text[first:last])
        whole.words.extend(words)
        whole.low.extend(low)
        all_codes.append(codes)
        whole.starts.extend(first + start for start in starts)
        whole.capitals.extend((first + start, inside) for start, inside in capitals)
    return whole._replace(codes="".join(all_codes))


def _pieces(text: str) -> Pieces:
    row = list(chain.from_iterable(map(_ROWS.__getitem__, _cut(text))))
    words, low, codes, capitals = row[::5], row[1::5], "".join(row[2::5]), row[4::5]
    starts = list(accumulate(row[3::5], initial=0))
    capitalised = list(zip(compress(starts, capitals), filter(None, capitals), strict=True))
    if len(codes) < len(words):  # an empty word is none, and has no code
        starts = list(compress(starts, words))
        words, low = ([one for one in column if one] for column in (words, low))
    return Pieces(words, low, codes, starts[: len(words)], capitalised)


def split_words(text: str) -> list[str]:
    """The words of a run of text, as they are shown.

    >>> split_words("R&D’s 5%")
    ['R&D', '’s', '5%']
    >>> split_words("Rs10,000,oars")
    ['Rs10,000', ',', 'oars']
    """
    return _WORD.findall(text)


def _blanks(text: str) -> Iterator[int]:
    """Where to cut a text that is too long: after a blank every so often, if there is one near."""
    for place in range(_MOST, len(text), _MOST):
        if at := text.find(" ", place, place + _MOST) + 1:
            yield at


def _cut(text: str) -> list[str]:
    r"""The pieces between blanks; the second line break of a blank line is a piece's last character.

    >>> _cut("A fund.\n\nIt is")
    ['A', 'fund.\r', 'It', 'is']
    """
    return text.replace("\n\n", "\r ").replace("\n", " ").split(" ")


def _row(piece: str) -> tuple[Any, ...]:
    """For each word of the piece its entries in five columns.

    They are the word, its small letters, its code, how far it is to the start of the next word, and with the
    first word between marks the capitalised words. An empty word is none: it leads over blanks at the start.
    """
    if piece.isalpha():
        return _row_of_letters(piece)
    core = piece.strip(_MARKS)
    if core != piece and "(" in core and f"{core})" in piece:  # `RP(U)`
        core += ")"
    if core == piece or not core:
        return _row_of_core(piece)
    before, _, after = piece.partition(core)
    row = _ROWS[core]
    if after:
        row = _joined(row, _ROWS[after])
    return _joined(_ROWS[before], row) if before else row


def _joined(row: tuple[Any, ...], following: tuple[Any, ...]) -> tuple[Any, ...]:
    """Both rows as one: there is no blank between them."""
    return *row[:-2], row[-2] - 1, row[-1], *following


def _row_of_letters(word: str) -> tuple[Any, ...]:
    if word.islower():
        return word, word, code_of(word, word), len(word) + 1, ()
    low = small_letters(word)
    return word, low, code_of(word, low), len(word) + 1, capitals_in(word)


def _row_of_core(piece: str) -> tuple[Any, ...]:
    capitals = capitals_in(piece) if piece != piece.lower() else ()
    parts = ["", *_WORD.split(f"{piece} ")]
    row: list[Any] = []
    first = 0 if parts[1] else 2
    for word, gap in zip(parts[first::2], parts[first + 1 :: 2], strict=True):
        low = small_letters(word)
        row += (word, low, code_of(word, low) if word else "", len(word) + len(gap), capitals)
        capitals = ()
    return tuple(row)


_ROWS = Remembered(_row)
