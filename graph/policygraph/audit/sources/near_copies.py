"""Texts that are copies of one another, more or less; the one place that uses rensa.

1. Texts that are the same but for white space are copies, however short.
2. Else a text is the set of its runs of five words, folded: no case, no punctuation.
3. Two texts are copies where 40% of all their runs are common (Jaccard), or 80% of the shorter one's
   stand in the other: a wire story that was cut. Two articles of one desk on one event share up to 37%
   where the second takes over the background of the first (measured on 5,436 articles).
4. MinHash sketches in bands propose pairs for the first. For the second, all runs are put in one order,
   about the rarest first: who has 80% of a text's runs has one of its first 20% and one more, so only the
   texts that share one of these are proposed, and none is missed. Each pair is then compared exactly (by
   the hashes of its runs, and where they agree by the runs), so that no chance makes a copy.
5. Texts of fewer than 30 runs that are not the same are no evidence: two short notes may be alike by chance.
"""

from __future__ import annotations

import hashlib
import math
import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

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
_COUNTERS: Final = 1 << 22
"""Of runs, by their hash: runs that share one pass for less rare, which costs a look and misses nothing."""
_MOST: Final = 255

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
    """Pairs of places in `texts`, the lower first, whose texts are copies; in no particular order.

    Of texts that are the same the first alone is compared with others.

    >>> list(copies(["Exports rose.", "Exports  rose.\\n", "Exports fell."]))
    [(0, 1)]
    """
    first: dict[bytes, int] = {}
    for place, text in enumerate(texts):
        same = first.setdefault(_fingerprint(text), place)
        if same < place and text.strip():
            yield same, place
    alone = {place: runs for place in first.values() if (runs := _hashed(texts[place]))}
    proposed = {*_alike_as_sketches(texts, alone), *_cut(alone)}
    here, held = -1, frozenset[int]()
    for one, other in sorted(proposed):
        if one != here:
            here, held = one, frozenset(alone[one])
        if _alike(held, frozenset(alone[other])) and _alike(shingles(texts[one]), shingles(texts[other])):
            yield one, other


def _fingerprint(text: str) -> bytes:
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).digest()


def _hashed(text: str) -> array[int]:
    return array("q", map(hash, shingles(text)))


def _alike_as_sketches(texts: Sequence[str], places: Mapping[int, array[int]]) -> Iterator[tuple[int, int]]:
    index = RMinHashLSH(threshold=_JACCARD, num_perm=_SKETCH, num_bands=_BANDS)
    for place in places:
        sketch = RMinHash(num_perm=_SKETCH, seed=_SEED)
        sketch.update(shingles(texts[place]))
        for other in index.query(sketch):
            yield other, place
        index.insert(place, sketch)


def _cut(places: Mapping[int, array[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of which one may hold 80% of the other's runs (rule 4)."""
    counts = bytearray(_COUNTERS)
    for runs in places.values():
        for run in runs:
            counts[run % _COUNTERS] = min(_MOST, counts[run % _COUNTERS] + 1)
    holders: dict[int, list[int]] = defaultdict(list)
    for place, runs in places.items():
        for run in runs:
            if counts[run % _COUNTERS] > 1:
                holders[run].append(place)
    for place, runs in places.items():
        spare = len(runs) - math.ceil(_CONTAINED * len(runs)) + 1
        rarest = sorted(runs, key=lambda run: (counts[run % _COUNTERS], run))[:spare]
        found = {other for run in rarest for other in holders.get(run, ())}
        longer = (other for other in found if other != place and len(places[other]) >= len(runs))
        yield from ((min(place, other), max(place, other)) for other in longer)


def _alike(one: frozenset[Any], other: frozenset[Any]) -> bool:
    common = len(one & other)
    together = len(one) + len(other) - common
    return common >= _JACCARD * together or common >= _CONTAINED * min(len(one), len(other))
