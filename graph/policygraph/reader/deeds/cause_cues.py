"""Words that link cause and effect (`due to`, `led to`), and where a text has them.

A cue is looked for by its longest word, the last of several, which is seldom a small one; of cues that begin
at the same word the longest counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from policygraph.reader.text.lexicon import phrases
from policygraph.reader.text.words import Words

__all__ = ["CueAt", "cue_keys", "cues_at"]


class CueAt(NamedTuple):
    """A cue from word `first` to word `last`, and whether the effect stands before it."""

    first: int
    last: int
    effect_first: bool


class _Cue(NamedTuple):
    words: list[str]
    key: int
    """Which of them it is found by: the longest, `wake` of `in the wake of`."""
    effect_first: bool


@cache
def cue_keys() -> dict[str, list[_Cue]]:
    """The cues by the word that they are found by, those with the effect before them first."""
    found: dict[str, list[_Cue]] = {}
    for name in ("effect_first", "cause_first"):
        for cue in phrases("causes", name):
            split = cue.split()
            key = max(range(len(split)), key=lambda at: (len(split[at]), at))
            found.setdefault(split[key], []).append(_Cue(split, key, name == "effect_first"))
    return found


def cues_at(words: Words, keys: Iterable[int]) -> dict[int, CueAt]:
    """The longest cue at each word where one begins, by that word; `keys` are words of `cue_keys`."""
    low, found = words.low, dict[int, CueAt]()
    for i in keys:
        for cue in cue_keys()[low[i]]:
            first = i - cue.key
            end = first + len(cue.words)
            if first >= 0 and low[first:end] == cue.words and words.tag[first] != "U":
                known = found.get(first)
                if known is None or known.last < end - 1:
                    found[first] = CueAt(first, end - 1, cue.effect_first)
    return dict(sorted(found.items()))
