"""What each word is by itself: its small letters and its tag, worked out once for every word that is met."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from policygraph.reader.lexicon import inverted, phrases, section
from policygraph.reader.verb_forms import verb_forms

__all__ = [
    "ALONE",
    "DETERMINER",
    "MARK",
    "NAME",
    "PLAIN",
    "POSSESSIVE",
    "PREPOSITION",
    "SMALL",
    "UNSETTLED",
    "VERB",
]

DETERMINER, PREPOSITION, CONJUNCTION, PRONOUN, AUXILIARY, ADVERB, VERB = "DPCRXAV"
NUMBER, MARK, POSSESSIVE, NAME, PLAIN = "N.SUw"
_TAGS: Mapping[str, str] = MappingProxyType(
    {
        "determiner": DETERMINER,
        "preposition": PREPOSITION,
        "conjunction": CONJUNCTION,
        "pronoun": PRONOUN,
        "auxiliary": AUXILIARY,
        "adverb": ADVERB,
        "calendar": ADVERB,
    }
)
_MOST = 40_000
"""Words that are kept in mind; more than almost any text has."""
_PERHAPS_VERB = "e"
UNSETTLED = frozenset({VERB, _PERHAPS_VERB})
"""Tags that the word before settles."""


class _Met(dict[str, str]):
    """What is known of each word met so far, worked out once; never of very many."""

    def __init__(self, work_out: Callable[[str], str]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = sys.intern(self._work_out(word))
        return found


def _small(shown: str) -> str:
    return shown.lower().replace("’", "'")


def _alone(shown: str) -> str:
    """The tag of a word where nothing stands beside it."""
    low = _small(shown)
    tag = _known().get(low) or _unlisted(shown, low)
    return NAME if len(low) > 1 and tag in "RDPCX" and shown.isupper() else tag


def _unlisted(shown: str, word: str) -> str:
    first = word[0]
    if first.isdigit():
        return NUMBER
    if not first.isalpha():
        return POSSESSIVE if len(word) == 2 else MARK
    if shown[0].isupper() or not shown.islower():
        return NAME
    return _PERHAPS_VERB if word.endswith("ed") and len(word) > 4 else PLAIN


@cache
def _known() -> Mapping[str, str]:
    known = dict.fromkeys(verb_forms(_all_verbs()), VERB)
    known.update({word: _TAGS[name] for word, name in inverted("words", "tags").items()})
    return MappingProxyType(known)


def _all_verbs() -> tuple[str, ...]:
    deeds = [verb for verbs in section("actions", "verbs").values() for verb in verbs]
    claims = [pair[0] for kind in section("causes", "claims").values() for pair in kind]
    return (*phrases("words", "verbs"), *deeds, *phrases("causes", "says"), *claims)


SMALL, ALONE = _Met(_small), _Met(_alone)
"""Each word in small letters, and its tag where nothing stands beside it."""
