"""Texts that are copies of one another, more or less; the one place that uses rensa.

1. A text is the set of its runs of five words, folded: no case, no punctuation.
2. MinHash sketches in bands propose pairs; each pair is then compared exactly, so that no chance of the
   sketch makes a copy.
3. Two texts are copies where 40% of all their runs are common (Jaccard), or 80% of the shorter one's
   stand in the other: a wire story that was cut. Two articles of one desk on one event share up to 37%
   where the second takes over the background of the first (measured on 5,436 articles).
4. Texts of fewer than 30 runs are no evidence: two short notes may be alike by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rensa import RMinHash, RMinHashLSH

__all__ = ["copies", "shingles"]

_WORD: Final = re.compile(r"\w+")
_RUN: Final = 5
_LEAST: Final = 30
_JACCARD: Final = 0.4
_CONTAINED: Final = 0.8
_SKETCH: Final = 192
_BANDS: Final = 64
"""Three values a band: of pairs at 0.4 the bands miss 1 in 70, of those at 0.5 fewer than 1 in 5,000."""
_SEED: Final = 1

Shingles = frozenset[str]


def shingles(text: str) -> Shingles:
    """The runs of five words of a text; none for a text too short to tell.

    >>> len(shingles("one two three four five six")), len(shingles(" ".join(map(str, range(40)))))
    (0, 36)
    """
    words = _WORD.findall(text.casefold())
    runs = frozenset(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    return runs if len(runs) >= _LEAST else frozenset()


def copies(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of places in `texts`, the lower first, whose texts are copies; in no particular order."""
    index = RMinHashLSH(threshold=_JACCARD, num_perm=_SKETCH, num_bands=_BANDS)
    for place, text in enumerate(texts):
        runs = shingles(text)
        if not runs:
            continue
        sketch = RMinHash(num_perm=_SKETCH, seed=_SEED)
        sketch.update(runs)
        for other in sorted(index.query(sketch)):
            if _alike(shingles(texts[other]), runs):  # made again: candidates are few, runs are many
                yield other, place
        index.insert(place, sketch)


def _alike(one: Shingles, other: Shingles) -> bool:
    common = len(one & other)
    together = len(one) + len(other) - common
    return common >= _JACCARD * together or common >= _CONTAINED * min(len(one), len(other))
