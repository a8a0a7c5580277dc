"""Where a quote stands in a text: exactly there, or nowhere.

1. A quote and a text are compared after folding: any run of white space is one blank, typographic and
   doubled-up quote marks are the plain ones, and every dash is a hyphen. Nothing else is folded: not case,
   not accents, not the order of words.
2. White space at both ends of a quote is left out; a quote of nothing stands nowhere.
3. A quote begins and ends with whole words: `$30` does not stand in `$303 million`, nor a letter without the
   accent that is put on it.
4. Of places that overlap, the first counts.

Folding is one pass, and so is the search for one quote.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from policygraph.reader.reading import Span

__all__ = ["Quotes"]

_BLANKS = re.compile(r"\s+")
_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′´`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    }
)


class Quotes:
    """A text to find quotes in; offsets are code points of the text as it is.

    >>> text = "He said:  “exports\\u00a0rose—at last”."
    >>> span = Quotes(text).find('"exports rose-at last"')
    >>> text[slice(*span)]
    '“exports\\xa0rose—at last”'
    """

    def __init__(self, text: str) -> None:
        self._starts, self._shifts = [0], [0]
        pieces, last, shift = [], 0, 0
        plain = text.translate(_MARKS)
        for blank in _BLANKS.finditer(plain):
            pieces += [plain[last : blank.start()], " "]
            last = blank.end()
            if last - blank.start() > 1:
                shift += last - blank.start() - 1
                self._starts.append(last - shift)
                self._shifts.append(shift)
        self._folded = "".join([*pieces, plain[last:]])

    def find(self, quote: str) -> Span | None:
        """The first place of a quote, or None."""
        return next(self.places(quote), None)

    def places(self, quote: str) -> Iterator[Span]:
        """All places of a quote in order."""
        wanted = _folded(quote)
        at = self._folded.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            if _whole(self._folded, at, end):
                yield self._place(at), self._place(end - 1) + 1
            at = self._folded.find(wanted, end)

    def _place(self, at: int) -> int:
        """Where a character of the folded text stands in the text."""
        return at + self._shifts[bisect_right(self._starts, at) - 1]


def _folded(quote: str) -> str:
    return _BLANKS.sub(" ", quote.translate(_MARKS)).strip()


def _whole(text: str, start: int, end: int) -> bool:
    after = text[end : end + 1]
    if after and unicodedata.category(after)[0] == "M":
        return False
    before = text[start - 1 : start]
    return not (before.isalnum() and _wordlike(text[start])) and not (
        after.isalnum() and text[end - 1].isalnum()
    )


def _wordlike(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"
