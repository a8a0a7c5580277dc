"""What makes a phrase an office, and the office as it was printed.

1. The organisation in an office is what follows its word and `of`, `at` or `in`, with a capital.
2. A rank is none (`Minister of State for Rivers`), but may begin the name of one (`State Bank`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from policygraph.reader.text import word_class as wc
from policygraph.reader.text.word_class import class_of, lexicon_set

__all__ = ["Office", "has_office_word", "office_of", "role_of"]

OFFICE, FIELD, LINK, HONORIFIC, CAPITAL, QUALIFIER, IN_FRONT = (1 << n for n in range(7))
"""Roles of a word in or beside an office, as bits: it makes a phrase one; may stand within it (`federal`,
`finance`); holds its parts together; is a title; begins with a capital; may stand before the word for the
office, after the name and before it."""

_QUALIFIERS = frozenset({"of", "the", "and", "&"})
_OF_OTHERS = frozenset({"the", "its", "his", "her"})


class Office(NamedTuple):
    """An office as printed, where it stands, and the organisation named in it."""

    text: str
    start: int
    end: int
    body: str | None


def has_office_word(word: str) -> bool:
    """Whether the word makes a phrase an office."""
    return bool(class_of(word) & wc.OFFICE)


@lru_cache(maxsize=65536)
def role_of(word: str) -> int:
    """The bits of a word or mark.

    >>> bool(role_of("chairman") & OFFICE), bool(role_of("federal") & FIELD), role_of("left")
    (True, True, 0)
    """
    low, capital = word.lower(), word[0].isupper()
    role = OFFICE | IN_FRONT if has_office_word(low) else 0
    role |= FIELD | QUALIFIER | IN_FRONT if low in lexicon_set("people", "office_modifiers") else 0
    role |= LINK if word in lexicon_set("people", "office_links") else 0
    role |= HONORIFIC if word in lexicon_set("people", "honorifics") else 0
    role |= QUALIFIER if word in _QUALIFIERS else 0
    if capital:
        role |= CAPITAL | QUALIFIER
        role |= IN_FRONT if low not in _OF_OTHERS and "'" not in word and "’" not in word else 0
    return role


def office_of(text: str, start: int, end: int) -> Office:
    """The office printed between two places, with the organisation named in it."""
    found = text[start:end]
    for link in (" of the ", " of ", " at the ", " at ", " in the "):
        head, _, rest = found.partition(link)
        if rest and has_office_word(head.rpartition(" ")[2].lower()) and rest[0].isupper():
            return Office(found, start, end, None if _is_rank(rest) else rest)
    return Office(found, start, end, None)


def _is_rank(named: str) -> bool:
    """Whether what follows the word for an office is its rank (rule 2)."""
    first, _, more = named.partition(" ")
    return first.rstrip(",") in lexicon_set("people", "ranks") and not more[:1].isupper()
