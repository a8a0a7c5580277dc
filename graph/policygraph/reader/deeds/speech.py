"""The words that tell that someone says something: verbs of saying, `according`, and words for a view.

1. A verb of saying in the passive (`it is said`) tells of nobody who says it, and `a say` is none.
2. `Went on` is one, and so is a view or opinion after `in` or `of` (`in her view`, `was of the opinion`).
"""

from __future__ import annotations

from functools import cache

from policygraph.lexicon import phrases, section
from policygraph.reader.text.small_words import BE
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["credits_of", "hears", "is_saying", "says", "says_at", "views"]

_GOES = frozenset({"went", "goes"})
_NEAR = 5
"""Words before `view` among which `in` or `of` stands."""


def is_saying(words: Words, i: int) -> bool:
    """Whether a word of `says` tells here that someone says something."""
    low = words.low[i]
    if low in _GOES:
        return words.low[i + 1 : i + 2] == ["on"]
    if low in views():
        return not {"in", "of"}.isdisjoint(words.low[max(0, i - _NEAR) : i])
    if words.tag[i] != "V" or words.low[i - 1 : i] == ["a"]:
        return low == "according"
    helper = words.low[i - 2 if i > 1 and words.tag[i - 1] == "A" else i - 1]
    return helper not in BE or low.endswith("ing")


def says_at(words: Words, clause: Clause, at: int) -> bool:
    """Whether an inserted `he said,` stands here."""
    return at + 2 < clause.end and any(words.low[j] in says() for j in range(at, at + 2))


@cache
def says() -> frozenset[str]:
    """Forms of the verbs of saying, `according`, and words for a view."""
    return frozenset(verb_forms(phrases("causes", "says"))) | {"according"} | _GOES | views()


def views() -> frozenset[str]:
    """Words for what someone thinks."""
    return lexicon_set("causes", "views")


@cache
def hears() -> frozenset[str]:
    """Forms of those of them after which stands who is told."""
    return frozenset(verb_forms(phrases("causes", "hears")))


@cache
def credits_of() -> frozenset[str]:
    """Forms of the verbs of crediting."""
    verbs = [verb for pairs in section("causes", "claims").values() for verb, _ in pairs]
    return frozenset(verb_forms(verbs))
