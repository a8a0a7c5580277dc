"""Words that link cause and effect (`due to`, `led to`), and where a text has them.

A cue is looked for by its longest word, the last of several, which is seldom a small one; of cues that begin
at the same word the longest counts. A word of how much may stand in one of two words (`caused mainly by`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from policygraph.lexicon import phrases
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
    found: dict[int, CueAt] = {}
    low = words.low
    for i in keys:
        for cue in cue_keys()[low[i]]:
            first = i - cue.key
            if first < 0 or low[first] != cue.words[0] or words.tag[first] == "U":
                continue
            if end := _end(low, first, cue):
                known = found.get(first)
                if known is None or known.last < end - 1:
                    found[first] = CueAt(first, end - 1, cue.effect_first)
    return dict(sorted(found.items()))


def _end(low: list[str], first: int, cue: _Cue) -> int:
    """Where the cue ends that begins at a word; 0 where it does not."""
    size = len(cue.words)
    if low[first : first + size] == cue.words:
        return first + size
    if size != 2 or cue.key or not cue.effect_first or first + 2 >= len(low):
        return 0
    for degree in _degrees().get(low[first + 1], ()):
        last = first + 1 + len(degree)
        if low[first + 1 : last] == degree and low[last : last + 1] == cue.words[1:]:
            return last + 1
    return 0


@cache
def _degrees() -> dict[str, list[list[str]]]:
    """Words of how much, by the first of them."""
    found: dict[str, list[list[str]]] = {}
    for degree in phrases("causes", "degrees"):
        found.setdefault(degree.split()[0], []).append(degree.split())
    return found
