"""Registered measures by the words of their names, where an article describes rather than names one.

1. Every word of the phrase must be a word of one name of the measure, and two at least (`the online portal
   for freelancers`, of `Freelancers' online registration portal`). Where there are only two, they stand side
   by side in the name, and unless they end as its core does, they only mention again a measure already met.
   Words that say little (`new`, `state`, `the`), plain numbers and stretches of time do not count. Plurals,
   doubled letters, `centre` and `center`, and ways to print a percentage are one.
2. Its kind may stand for its name's head where a number says which (`the 35pc rule`).
3. A phrase that fits the names of two measures is none, unless it is all of one's words; the longest phrase
   that fits one decides.
4. Something else in the article must speak for it: a registered person, measure, or organisation that is
   not known the world over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from types import MappingProxyType

from policygraph.lexicon import phrases, section

__all__ = ["MeasureWords", "measure_words"]

_WORD = re.compile(r"[0-9]+(?:\.[0-9]+)?%?|[^\W_0-9]+[^\W_]*")
_PERCENT = re.compile(r"\b([0-9]+(?:\.[0-9]+)?|[a-z]+) ?(?:%|pc\b|per ?cent\b)")
_IT = re.compile(r"\bIT\b")
_DOUBLE = re.compile(r"([a-z])\1")
_BREAKS = re.compile(r" (?:for|of|on|in|to|up|from|at|with|within|under|by|\w+ed)\b|,")


@dataclass(frozen=True, slots=True)
class _Name:
    measure: int
    listed: tuple[str, ...]
    words: frozenset[str]
    heads: frozenset[str]
    core_end: str
    kind: str


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """Names of measures by each of their words; a measure is its place in the list it was made from."""

    heads: frozenset[str]
    by_word: Mapping[str, tuple[_Name, ...]]

    def may_end(self, word: str) -> bool:
        """Whether a word, in small letters, may be the head of a phrase that fits."""
        return _one(word) in self.heads

    def fits(self, head: str, phrase: str) -> tuple[int, bool] | None:
        """The one measure that has all words of the phrase in a name, and the head for one of its heads.

        True beside it where the phrase tells enough by itself: it has the name's own head, or three words.

        >>> made = measure_words([("fund", ["Rivers cash-reward fund for boats"]), ("law", ["Rivers Act"])])
        >>> made.fits("fund", "cash reward fund"), made.fits("fund", "new fund")
        ((0, True), None)
        """
        listed = _listed(phrase)
        said = frozenset(listed)
        if sum(map(_tells, said)) < 2:
            return None
        rarest = min((self.by_word.get(word, ()) for word in said - _kinds()), key=len, default=())
        fitting = [name for name in rarest if _is_of(said, name) and _close(said, name)]
        fitting = [name for name in fitting if name.words == said] or fitting
        found = {name.measure for name in fitting}
        end = _one(head)
        if len(found) != 1 or not any(end in name.heads or end == name.kind for name in fitting):
            return None
        own = any(end in {name.core_end, name.kind} or said == name.words for name in fitting)
        return found.pop(), own or sum(map(_tells, said)) > 2


def measure_words(measures: Iterable[tuple[str, Iterable[str]]]) -> MeasureWords:
    """From the kind and the names of each measure."""
    by_word: dict[str, list[_Name]] = {}
    heads: set[str] = set()
    for place, (kind, names) in enumerate(measures):
        for name in names:
            one = _Name(
                place, _listed(name), frozenset(_listed(name)), _heads_of(name), _core_end(name), _one(kind)
            )
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


def _close(said: frozenset[str], name: _Name) -> bool:
    """Whether a phrase of two words has them side by side in the name, or a number says which."""
    if len(said) > 2 or said == name.words or any(word.endswith("%") for word in said):
        return True
    return any({one, other} == said for one, other in pairwise(name.listed))


def _tells(word: str) -> bool:
    """Whether a word helps to say which: no plain number, scale or stretch of time."""
    return word not in _measures() and (not word[0].isdigit() or not word.replace(".", "").isdigit())


def _core_end(name: str) -> str:
    core = _WORD.findall(_BREAKS.split(name.lower(), maxsplit=1)[0])
    return _one(core[-1]) if core else ""


def _heads_of(name: str) -> frozenset[str]:
    """The words that a phrase for this name may end in: its core's last, and known heads."""
    known = (_one(word) for word in _WORD.findall(name.lower()) if word in _known_heads())
    return frozenset({_core_end(name), *known} - {""})


@lru_cache(maxsize=4096)
def _listed(phrase: str) -> tuple[str, ...]:
    """The words that say which in their order, each in its one form."""
    numbers = _numbers()
    text = _PERCENT.sub(
        lambda m: f" {numbers.get(m[1], m[1])}% ", _IT.sub("infotech", phrase).replace("’", "'").lower()
    )
    text = text.replace("'s ", " ")
    return tuple(_one(word) for word in _WORD.findall(text) if word not in _silent())


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
    return frozenset(
        small | set(phrases("initiatives", "empty")) | set(phrases("initiatives", "says_little"))
    )


@cache
def _numbers() -> Mapping[str, str]:
    return {word: str(value) for word, value in section("numbers", "words").items()}


@cache
def _measures() -> frozenset[str]:
    times, scales = phrases("words", "stretches"), section("numbers", "scales")
    return frozenset(_one(word) for word in (*times, *scales, *section("numbers", "words")))


@cache
def _kinds() -> frozenset[str]:
    """Kinds that may stand for a head: the words of a phrase that do not find its names."""
    return frozenset({"rule", "policy", "law"})


@cache
def _known_heads() -> frozenset[str]:
    strengths = ("strong", "told", "weak")
    heads = (head for one in strengths for listed in section("initiatives", one).values() for head in listed)
    return frozenset(head.split()[-1] for head in heads)
