"""What a capitalised word may be, looked up once for each word: bits of a plain integer."""

from __future__ import annotations

from functools import cache, lru_cache

from policygraph.lexicon import flat, groups, phrases

__all__ = ["class_of", "head_kind", "is_people", "is_place", "lexicon_set"]

HONORIFIC, WEAK_HONORIFIC, OFFICE, OPENER, CALENDAR, FIELD, GIVEN, SUFFIX = (1 << n for n in range(8))
PLACE, DEMONYM, PLACE_HEAD, THING, HEAD, WEAK_HEAD, LEAD_HEAD, DOUBTFUL = (1 << n for n in range(8, 16))
BODY_OPENER, FIRST_HEAD, CAPITALS, NAME_END, CODE, NO_BODY = (1 << n for n in range(16, 22))
"""The last four: in capitals alone, without a hyphen; what the name of a body ends in that is one with a
capital alone (`Parliament`), or a party's adjective; a few letters and digits (`P24`); no body by itself."""

_SECTIONS = (
    (HONORIFIC, "people", "honorifics"),
    (WEAK_HONORIFIC, "people", "weak_honorifics"),
    (OPENER, "people", "leading"),
    (CALENDAR, "people", "calendar"),
    (FIELD, "people", "portfolios"),
    (GIVEN, "given_names", "names"),
    (SUFFIX, "people", "suffixes"),
    (DEMONYM, "places", "demonyms"),
    (DEMONYM, "places", "countries"),
    (PLACE, "places", "demonyms"),
    (PLACE, "places", "countries"),
    (PLACE, "places", "regions"),
    (PLACE, "places", "cities"),
    (PLACE_HEAD, "places", "heads"),
    (THING, "bodies", "thing_heads"),
    (WEAK_HEAD, "bodies", "weak_heads"),
    (LEAD_HEAD, "bodies", "lead_heads"),
    (DOUBTFUL, "bodies", "doubtful_heads"),
    (BODY_OPENER, "bodies", "openers"),
    (FIRST_HEAD, "bodies", "first_heads"),
    (NO_BODY, "bodies", "no_bodies"),
)  # fmt: skip
_CODE_LENGTH = 6
"""Letters and digits of a code at most."""


@cache
def lexicon_set(name: str, key: str) -> frozenset[str]:
    """A list of the lexicon as a set."""
    return frozenset(phrases(name, key))


@lru_cache(maxsize=65536)
def class_of(word: str) -> int:
    """The bits of a word as printed.

    >>> bool(class_of("Ministry") & HEAD), bool(class_of("Chairman") & OFFICE), class_of("Xyzzy")
    (True, True, 0)
    >>> [bool(class_of(word) & bit) for word, bit in (("Labour", NAME_END), ("P24", CODE), ("GDP", NO_BODY))]
    [True, True, True]
    """
    low = word if word in lexicon_set("people", "shortened") else word.lower()
    bits = _classes().get(word, 0) | _small_classes().get(low, 0)
    if len(word) < 3:
        bits |= NO_BODY
    if "-" in word:
        return bits | _hyphenated(word.rpartition("-")[2])
    if len(word) > 1 and word.isupper() and word != low:
        bits |= CAPITALS
    if len(word) <= _CODE_LENGTH and not word.isalpha() and any(map(str.isdigit, word)):
        bits |= CODE
    return bits


def _hyphenated(last: str) -> int:
    """What the last part of a word with a hyphen makes of it (`co-chairman`, `Rivers-born`)."""
    opens = last.islower() and last.endswith(("born", "based", "ed", "led"))
    return (OPENER if opens else 0) | _small_classes().get(last.lower(), 0) & OFFICE


def is_place(name: str) -> bool:
    """Whether a name is that of a country, people, region or city."""
    return bool(_classes().get(name, 0) & PLACE)


def is_people(name: str) -> bool:
    """Whether a name is that of a country or of its people."""
    return bool(_classes().get(name, 0) & DEMONYM)


def head_kind(word: str) -> str | None:
    """The kind of organisation that a head word makes.

    >>> head_kind("Ministry"), head_kind("Noor")
    ('ministry', None)
    """
    return _heads().get(word)


@cache
def _classes() -> dict[str, int]:
    bits: dict[str, int] = {}
    for bit, name, key in _SECTIONS:
        for word in phrases(name, key):
            bits[word] = bits.get(word, 0) | bit
    for word in _heads():
        bits[word] = bits.get(word, 0) | HEAD
    return bits


@cache
def _small_classes() -> dict[str, int]:
    """What words are in any case: offices, and the ends of names of bodies."""
    bits = dict.fromkeys(phrases("people", "offices"), OFFICE)
    for key in ("capital_names", "party_words"):
        for name in flat("bodies", key):
            last = name.rpartition(" ")[2]
            bits[last] = bits.get(last, 0) | NAME_END
    return bits


@cache
def _heads() -> dict[str, str]:
    heads: dict[str, str] = {}
    for kind, words in groups("bodies", "heads").items():
        for word in words:
            heads.setdefault(word, kind)
    return heads
