"""What each word is by itself: its small letters and its code.

A code is the word's tag where the word by itself tells it, and else says what the word before has to settle.

1. A word on one of the lists of `words.yaml` has that list's tag; a known verb in any of its forms is a verb.
   A form that may be a noun is one after a determiner, a preposition, a possessive, a number or an adjective,
   and a verb after an auxiliary, `to` or a pronoun. Without an ending it is a noun after a name too, but
   before an article it is a verb there, and after a mark or a conjunction in any form.
2. A word in `-ed` that no list knows is a verb unless a determiner stands before it.
3. Any other word is a name where it has a capital or a digit, and else a plain word.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from policygraph.lexicon import any_of, flat, inverted, phrases, section
from policygraph.reader.text.deed_forms import deed_verbs
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.word_class import lexicon_set

__all__ = [
    "ARTICLE",
    "BEFORE_ARTICLE",
    "SETTLED",
    "START",
    "TAG_OF",
    "UNSETTLED",
    "code_of",
    "small_letters",
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
START = MARK
"""The code before a sentence."""
ARTICLE = "d"
_TO, _TO_IN_CAPITALS = "tT"
TAG_OF = str.maketrans(
    "DPCRXAVN.SUw" + ARTICLE + _TO + _TO_IN_CAPITALS, "DPCRXAVN.SUw" + DETERMINER + PREPOSITION + NAME
)
"""From a settled code to its tag: they differ where the word after asks for more than the tag."""
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "our", "my", "your"})
_PERHAPS_VERB = "e"
_CAPITALISED, _NOUN, _ENDING, _BASE = 1, 2, 4, 8
_VERBS = "0123456789!#$%&*"
"""Codes of verbs, by these bits; the ending is that of a participle, or where it may be a noun, `-ed`."""
_SMALL_WORDS = PRONOUN + DETERMINER + PREPOSITION + CONJUNCTION + AUXILIARY + ARTICLE + _TO
"""Codes of words that are names where they stand in capitals alone (`WHO`)."""
UNSETTLED = frozenset(_VERBS + _PERHAPS_VERB)
"""Codes that the word before settles."""


def small_letters(shown: str) -> str:
    """The word in small letters, with a straight apostrophe."""
    return sys.intern(shown.lower().replace("’", "'"))


def code_of(shown: str, low: str) -> str:
    """The code of a word, which is also given in small letters.

    >>> code_of("Noor", "noor"), code_of("the", "the"), code_of("funds", "funds") in UNSETTLED
    ('U', 'd', True)
    """
    code = _listed().get(low)
    if code is None:
        return _unlisted(shown, low)
    return code if shown == low else _capitalised(shown, code)


def _capitalised(shown: str, code: str) -> str:
    """The code of a listed word as it is shown, by its code in small letters."""
    if code in _VERBS:
        return _VERBS[_VERBS.index(code) | _CAPITALISED] if shown[0].isupper() else code
    if len(shown) > 1 and code in _SMALL_WORDS and shown.isupper():
        return _TO_IN_CAPITALS if code == _TO else NAME
    return code


def _unlisted(shown: str, word: str) -> str:
    if not shown.isalpha():
        first = word[0]
        if first.isdigit() or (first.isalpha() and _sum().match(word)):
            return NUMBER
        if not first.isalpha():
            return POSSESSIVE if len(word) == 2 else MARK
        if shown[0].isupper():
            return NAME
    if not shown.islower():
        return NAME
    return _PERHAPS_VERB if word.endswith("ed") and len(word) > 4 else PLAIN


@cache
def _sum() -> re.Pattern[str]:
    """A sign of money and its number in one word (`Rs9.5bn`)."""
    signs = any_of((*flat("countries", "signs"), *flat("countries", "local_signs").values()), whole=False)
    return re.compile(rf"{signs}\d")


def _verb(low: str) -> str:
    noun = low in lexicon_set("words", "also_nouns")
    ending = low.endswith("ed" if noun else ("ed", "ing", "given", "known"))
    base = noun and not low.endswith(("s", "ed", "ing")) and low not in section("words", "irregular")
    return _VERBS[_NOUN * noun + _ENDING * ending + _BASE * base]


def _settled(before: str, code: str) -> str:
    """The tag of a word by the code before it."""
    tag = before.translate(TAG_OF)
    if code == _PERHAPS_VERB:
        return PLAIN if tag in (DETERMINER, POSSESSIVE) else VERB
    bits = _VERBS.index(code)
    to = before in (_TO, _TO_IN_CAPITALS)
    if bits & _CAPITALISED and tag in (NAME, PREPOSITION, DETERMINER) and not to:
        return NAME
    if before in (POSSESSIVE, ARTICLE):
        return PLAIN
    if not bits & _NOUN:
        return PLAIN if tag == DETERMINER and bits & _ENDING else VERB
    finite = tag != NAME or not bits & _BASE or bits & _CAPITALISED
    if to or (finite and tag in (AUXILIARY, PRONOUN, ADVERB, NAME)):
        return VERB
    return VERB if tag == PLAIN and bits & _ENDING else PLAIN


def _may_be_noun(code: str) -> bool:
    return code in _VERBS and bool(_VERBS.index(code) & _NOUN)


@cache
def _listed() -> Mapping[str, str]:
    """The code of each word of the lists, in small letters."""
    listed = {form: _verb(form) for form in verb_forms(_all_verbs())}
    listed |= {word: _TAGS[name] for word, name in inverted("words", "tags").items()}
    articles = {word: ARTICLE for word in _ARTICLES if listed.get(word) == DETERMINER}
    return MappingProxyType(listed | articles | {"to": _TO})


def _all_verbs() -> tuple[str, ...]:
    deeds = [verb for verbs in deed_verbs().values() for verb in verbs]
    claims = [pair[0] for kind in section("causes", "claims").values() for pair in kind]
    return (*phrases("words", "verbs"), *deeds, *phrases("causes", "says"), *claims)


_BEFORE = "DPCRXAVN.SUw" + ARTICLE + _TO + _TO_IN_CAPITALS
SETTLED: Mapping[str, Mapping[str, str]] = {
    before: {code: _settled(before, code) for code in sorted(UNSETTLED)} for before in _BEFORE
}
"""The tag of a word: by the settled code before it, by its own code."""
BEFORE_ARTICLE: Mapping[str, Mapping[str, str]] = {
    before: {
        code: VERB if tag == PLAIN and before in MARK + CONJUNCTION + NAME and _may_be_noun(code) else tag
        for code, tag in tags.items()
    }
    for before, tags in SETTLED.items()
}
"""The same where an article follows: `the policy, cleared in May, offers a subsidy`."""
