"""How a table's columns share the width of a terminal.

1. A column is never narrower than its longest word, up to `_WORD` letters: what is longer is broken.
2. Columns that need little have what they need; the others share the rest evenly.
3. Where even rule 1 leaves no room, all columns are as narrow as they must be.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["how_many_fit", "shared"]

_WORD = 18
_FRAME = 3
"""What a column takes beside its text: a line and a blank on either side."""


def how_many_fit(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> int:
    """How many columns, from the first on, stand beside each other with no word broken; one at least.

    >>> how_many_fit(("name", "stage"), [("Fund of funds", "announced")], 21)
    2
    """
    room = width - 1
    for at, least in enumerate(_least(heads, rows)):
        room -= least + _FRAME
        if room < 0:
            return max(at, 1)
    return len(heads)


def shared(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column's text.

    >>> shared(("id", "text"), [("a", "words " * 20)], 40)
    [2, 31]
    """
    wished = [
        max(len(line) for text in column for line in (text.splitlines() or [""]))
        for column in _columns(heads, rows)
    ]
    room = max(width - 1 - _FRAME * len(heads), len(heads))
    if sum(wished) <= room:
        return wished
    least = [min(one, wish) for one, wish in zip(_least(heads, rows), wished, strict=True)]
    if sum(least) > room:
        least = [1] * len(heads)
    return _levelled(least, wished, room)


def _levelled(least: Sequence[int], wished: Sequence[int], room: int) -> list[int]:
    """Each as much as it wishes up to a level, the highest for which there is room (rule 2)."""
    low, high = 1, room
    while low < high:
        level = (low + high + 1) // 2
        taken = sum(max(one, min(wish, level)) for one, wish in zip(least, wished, strict=True))
        low, high = (level, high) if taken <= room else (low, level - 1)
    widths = [max(one, min(wish, low)) for one, wish in zip(least, wished, strict=True)]
    for at, wish in reversed(list(enumerate(wished))):
        if sum(widths) < room and widths[at] < wish:
            widths[at] += 1
    return widths


def _least(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    return [
        min(max(len(word) for text in column for word in (text.split() or [""])), _WORD)
        for column in _columns(heads, rows)
    ]


def _columns(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[head, *(row[at] for row in rows)] for at, head in enumerate(heads)]
