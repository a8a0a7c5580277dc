"""What makes a phrase an office, and the office as it was printed."""

from __future__ import annotations

from dataclasses import dataclass

from policygraph.reader import word_class as wc
from policygraph.reader.word_class import class_of, lexicon_set

__all__ = ["Office", "has_office_word", "is_field", "office_of", "qualifies"]


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed, where it stands, and the organisation named in it."""

    text: str
    start: int
    end: int
    body: str | None


def has_office_word(word: str) -> bool:
    """Whether the word, in small letters, makes a phrase an office."""
    return bool(class_of(word) & wc.OFFICE)


def is_field(word: str) -> bool:
    """Whether a word may stand within an office (`federal`, `finance`)."""
    return word.lower() in lexicon_set("people", "office_modifiers")


def qualifies(word: str) -> bool:
    """Whether a word may stand before the word for the office."""
    return word[0].isupper() or is_field(word) or word in {"of", "the", "and", "&"}


def office_of(text: str, start: int, end: int) -> Office:
    """The office printed between two places, with the organisation named in it."""
    found = text[start:end]
    for link in (" of the ", " of ", " at the ", " at ", " in the "):
        head, _, rest = found.partition(link)
        if rest and has_office_word(head.rpartition(" ")[2].lower()) and rest[0].isupper():
            return Office(found, start, end, rest)
    return Office(found, start, end, None)
