"""Registered measures by the words of their names, where an article describes rather than names one.

1. Every word of the phrase must be a word of one name of the measure, and two at least (`the online portal
   for freelancers`, of `Freelancers' online registration portal`); words that say little (`new`, `state`,
   `the`) do not count. Plurals, doubled letters, `centre` and `center`, and ways to print a percentage are
   one.
2. Its kind may stand for its name's head where a number says which (`the 35pc rule`).
3. A phrase that fits the names of two measures is none, unless it is all of one's words; the longest phrase
   that fits one decides.
4. Something else in the article must speak for it: a registered person, organisation or measure named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from policygraph.reader.lexicon import phrases, section

__all__ = ["NONE", "MeasureWords", "measure_words"]

_WORD = re.compile(r"[0-9]+(?:\.[0-9]+)?%?|[^\W_0-9]+[^\W_]*")
_PERCENT = re.compile(r"\b([0-9]+(?:\.[0-9]+)?|[a-z]+) ?(?:%|pc\b|per ?cent\b)")
_DOUBLE = re.compile(r"([a-z])\1")
_BREAKS = re.compile(r" (?:for|of|on|in|to|up|from|at|with|by|\w+ed)\b|,")


@dataclass(frozen=True, slots=True)
class _Name:
    measure: int
    words: frozenset[str]
    heads: frozenset[str]
    kind: str


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """Names of measures by each of their words; a measure is its place in the list it was made from."""

    heads: frozenset[str]
    by_word: Mapping[str, tuple[_Name, ...]]

    def may_end(self, word: str) -> bool:
        """Whether a word, in small letters, may be the head of a phrase that fits."""
        return _one(word) in self.heads

    def fits(self, head: str, phrase: str) -> int | None:
        """The one measure that has all words of the phrase in a name, and the head for one of its heads.

        >>> made = measure_words([("fund", ["Rivers cash-reward fund for boat builders"]), ("law", ["Rivers Act"])])
        >>> made.fits("fund", "cash reward fund"), made.fits("fund", "new fund")
        (0, None)
        """
        said = _content(phrase)
        if len(said) < 2:
            return None
        rarest = min((self.by_word.get(word, ()) for word in said - _kinds()), key=len, default=())
        fitting = [name for name in rarest if _is_of(said, name)]
        fitting = [name for name in fitting if name.words == said] or fitting
        found = {name.measure for name in fitting}
        ends = any(_one(head) in name.heads or _one(head) == name.kind for name in fitting)
        return found.pop() if ends and len(found) == 1 else None


NONE = MeasureWords(frozenset(), MappingProxyType({}))


def measure_words(measures: Iterable[tuple[str, Iterable[str]]]) -> MeasureWords:
    """From the kind and the names of each measure."""
    by_word: dict[str, list[_Name]] = {}
    heads: set[str] = set()
    for place, (kind, names) in enumerate(measures):
        for name in names:
            one = _Name(place, _content(name), _heads_of(name), _one(kind))
            heads |= {*one.heads, one.kind}
            for word in sorted(one.words):
                by_word.setdefault(word, []).append(one)
    return MeasureWords(
        frozenset(heads), MappingProxyType({word: tuple(names) for word, names in by_word.items()})
    )


def _is_of(said: frozenset[str], name: _Name) -> bool:
    rest = said - name.words
    if not rest:
        return True
    return rest == {name.kind} and any(word[0].isdigit() for word in said)


def _heads_of(name: str) -> frozenset[str]:
    """The words that a phrase for this name may end in: its core's last, its last, and known heads."""
    core = _WORD.findall(_BREAKS.split(name.lower(), maxsplit=1)[0])
    words = _WORD.findall(name.lower())
    ends = {one[-1] for one in (core, words) if one}
    return frozenset(_one(word) for word in [*ends, *(word for word in words if word in _known_heads())])


@lru_cache(maxsize=4096)
def _content(phrase: str) -> frozenset[str]:
    """The words that say which, each in its one form."""
    numbers = _numbers()
    text = _PERCENT.sub(lambda m: f" {numbers.get(m[1], m[1])}% ", phrase.replace("’", "'").lower())
    text = text.replace("'s ", " ")
    return frozenset(_one(word) for word in _WORD.findall(text) if word not in _silent())


@lru_cache(maxsize=8192)
def _one(word: str) -> str:
    """One form of a word for its plural, doubled letters and the two spellings of `centre`.

    >>> _one("centres") == _one("center"), _one("Rozgaar".lower()) == _one("rozgar")
    (True, True)
    """
    stem = word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
    stem = stem[:-2] + "er" if stem.endswith("tre") else stem
    stem = stem[:-2] if stem.endswith("mme") else stem
    return _DOUBLE.sub(r"\1", stem)


@cache
def _silent() -> frozenset[str]:
    tags = section("words", "tags")
    small = {word for tag in ("determiner", "preposition", "conjunction", "pronoun") for word in tags[tag]}
    return frozenset(small | set(phrases("initiatives", "empty")) | set(phrases("initiatives", "says_little")))


@cache
def _numbers() -> Mapping[str, str]:
    return {word: str(value) for word, value in section("numbers", "words").items()}


@cache
def _kinds() -> frozenset[str]:
    """Kinds that may stand for a head: the words of a phrase that do not find its names."""
    return frozenset({"rule", "policy", "law"})


@cache
def _known_heads() -> frozenset[str]:
    strengths = ("strong", "told", "weak")
    heads = (head for one in strengths for listed in section("initiatives", one).values() for head in listed)
    return frozenset(head.split()[-1] for head in heads)
