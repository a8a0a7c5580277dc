"""What is worked out once for each word that is met: a table that fills itself, never without end."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TypeVar

__all__ = ["Remembered"]

_Value = TypeVar("_Value")
_MOST = 131_072
"""Words that are kept in mind; more than almost any text has."""
_LONGEST = 40
"""Letters of a word that is kept: a longer one hardly comes again."""


class Remembered(dict[str, _Value]):
    """From a word to what a function makes of it; `list(map(table.__getitem__, words))` asks for many.

    When it is full, the half that came first is forgotten.

    >>> lengths = Remembered(len)
    >>> list(map(lengths.__getitem__, ["one", "three", "one"])), list(lengths)
    ([3, 5, 3], ['one', 'three'])
    """

    def __init__(self, work_out: Callable[[str], _Value]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> _Value:
        found = self._work_out(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                for old in list(islice(self, _MOST // 2)):
                    del self[old]
            self[word] = found
        return found
