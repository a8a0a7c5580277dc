"""Keys under which spellings of one name fall together: they propose, they never merge.

A person's key:
1. Accents, case, full stops and honorifics are dropped; `Syed` and `Muhammad` in front are dropped too,
   where two words are left.
2. `ul`, `ur`, `ud` ... are glued to the word before and the word after (`Amin ul Haq`, `Aminul Haq`).
3. Letters that South Asian names are spelt with alternately become one: q, k and ck; o, u and oo; e, i, ee
   and y; ph and f; w and v; z and s apart; double letters single; h after a consonant and at the end
   silent.
4. A vowel at the end (`Haque`, `Haq`) and the vowel before a vowel (`Siddiqui`, `Siddiqi`) go.

A body's key is the set of its words: articles, links and the order left out, and each word replaced by the
one that the lexicon holds the same (`Telecom`, `Telecommunication`; `IT`, `Information Technology`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from policygraph.lexicon import flat, phrases

__all__ = ["DROPPED", "body_key", "folded", "person_key", "skeleton"]

_WORD = re.compile(r"[a-z0-9@&+]+")
_LINKS = frozenset({"ul", "ur", "ud", "us", "uz", "un", "al", "el"})
_SILENT = frozenset({"the", "of", "for", "and", "on", "to", "in", "a", "&"})
DROPPED = frozenset(
    {"syed", "sayed", "saiyid", "muhammad", "mohammad", "mohammed", "mohamed", "muhammed", "mian", "md"}
)
_ALIKE = str.maketrans("qwyoe", "kviui")
_ASPIRATES = (("ph", "f"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("bh", "b"))
_DOUBLE = re.compile(r"(.)\1")
_VOWEL_RUN = re.compile(r"[aiu](?=[aiu])")
_VOWELS = str.maketrans("", "", "aeiou")


def folded(text: str) -> str:
    """Small letters without accents; typographic apostrophes and dashes as plain ones.

    >>> folded("Shaza’s Café–Bar")
    "shaza's cafe-bar"
    """
    if text.isascii():
        return text.casefold()
    split = unicodedata.normalize("NFKD", text).replace("’", "'").replace("–", "-").replace("‑", "-")
    return "".join(c for c in split if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=8192)
def person_key(name: str) -> str:
    """The key of a person's name; empty where nothing is left.

    >>> len({person_key(n) for n in ["Syed Amin Ul Haque", "Aminul Haq", "Amin-ul-Haq"]})
    1
    >>> person_key("Shaza Fatima") == person_key("Shaza Fatima Khawaja")
    False
    """
    dropped = _honorifics()
    words = [w for w in _WORD.findall(folded(name)) if w not in dropped]
    while len(words) > 2 and words[0] in DROPPED:
        words.pop(0)
    if any(map(_glues, words)):
        words = _glued(words)
    return " ".join(filter(None, map(_sound, words)))


@lru_cache(maxsize=8192)
def body_key(name: str) -> str:
    """The key of an organisation's name.

    >>> body_key("Ministry of IT & Telecom")
    'information ministry technology telecommunication'
    >>> body_key("finance ministry") == body_key("Ministry of Finance")
    True
    """
    same = flat("bodies", "same_words")
    words = set(_WORD.findall(folded(name).replace("'s", "").replace("'", "")))
    if known := words & same.keys():
        words = (words - known).union(*[same[word].split() for word in known])
    return " ".join(sorted(words - _SILENT))


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """The consonants of one word in order: what survives a slip of the pen.

    >>> skeleton("Tirmizi") == skeleton("Tirmzi")
    True
    """
    return _single(folded(word).translate(_VOWELS))


def _glued(words: list[str]) -> list[str]:
    """`amin ul haq` and `aminul haq` become `aminulhaq`."""
    done: list[str] = []
    glue = False
    for word in words:
        if done and (glue or word in _LINKS):
            done[-1] += word
        else:
            done.append(word)
        glue = _glues(word)
    return done


def _glues(word: str) -> bool:
    """Whether the word after this one is glued to it."""
    return word in _LINKS or (len(word) > 4 and word[-2:] in {"ul", "ur"} and word[-3] not in "aeiou")


def _single(word: str) -> str:
    """Each pair of the same letter as one; a function is faster here than a template."""
    return _DOUBLE.sub(lambda pair: pair[1], word)


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    word = word.replace("ck", "k").translate(_ALIKE)
    if "h" in word:
        for spelling, one in _ASPIRATES:
            word = word.replace(spelling, one)
    word = _VOWEL_RUN.sub("", _single(word))
    if len(word) > 3 and word[-1] == "h":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "aiu" else word


@cache
def _honorifics() -> frozenset[str]:
    dotless = frozenset(word.lower().replace(".", "") for word in phrases("people", "honorifics"))
    return dotless - {
        "sultan",
        "king",
        "air",
    }
