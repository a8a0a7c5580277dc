"""Runs of capitalised words: what may be a name, before it is known of what.

1. Capitalised words are those of `capitals`.
2. Words with nothing but a blank between them make a run; so do an initial, an honorific or a company's
   suffix with its full stop and what follows (`J. Noor`, `Dr. Noor`), and words with a small particle
   between them, or two (`Noor ul Amin`, `Jo van der Noor`), and a rank that is held no more (`Col (retd)
   Noor`). The start of a sentence always ends a run.
3. A line or heading in capitals alone says nothing about names and gives no run.
"""

from __future__ import annotations

from dataclasses import dataclass

from policygraph.reader.text import word_class as wc
from policygraph.reader.text.pieces import pieces_of
from policygraph.reader.text.sentences import Sentence
from policygraph.reader.text.word_class import lexicon_set

__all__ = ["Run", "Word", "runs_of", "trimmed"]

_OPENING = wc.OPENER | wc.CALENDAR
_BLANKS = frozenset({" ", "\u00a0", "\n", "\r\n", "  "})
_STOPS = frozenset({". ", ".", ".\u00a0"})
_FAR = 12
"""A gap of so many characters joins nothing."""
_SHOUTED = 4
"""This many words in capitals in a row are a heading."""


@dataclass(slots=True)
class Word:
    """A capitalised word, without a possessive ending; `gap` is the text since the word before."""

    start: int
    end: int
    text: str
    gap: str
    possessive: bool
    bits: int


class Run:
    """Capitalised words that belong together; `first` where a sentence begins with it."""

    __slots__ = ("core", "end", "first", "last", "start", "taken", "words")

    def __init__(self, words: list[Word], first: bool, taken: bool = False) -> None:
        self.words, self.first, self.taken = words, first, taken
        begin, final = words[0], words[-1]
        self.start, self.end = begin.start, final.end
        self.last = final.bits
        """What its last word may be."""
        self.core = trimmed(words) if begin.bits & _OPENING or final.bits & wc.CALENDAR else words
        """Its words as those of an organisation: see `trimmed`."""


def trimmed(words: list[Word]) -> list[Word]:
    """The words without articles, days and first words of sentences in front, and days at the end."""
    first, last = 0, len(words)
    while first < last and words[first].bits & _OPENING and not words[first].bits & wc.BODY_OPENER:
        first += 1
    while last > first and words[last - 1].bits & wc.CALENDAR:
        last -= 1
    return words[first:last]


def runs_of(text: str, sentences: tuple[Sentence, ...]) -> list[Run]:
    """All runs in order.

    >>> from policygraph.reader.text.sentences import sentences_of
    >>> sample = "The head of Acme Ltd., Dr. Jo de Silva, left."
    >>> [sample[run.start:run.end] for run in runs_of(sample, sentences_of(sample))]
    ['The', 'Acme Ltd', 'Dr. Jo de Silva']
    """
    starts = {_first_letter(text, s.start) for s in sentences}
    found: list[list[Word]] = []
    last = 0
    before = None
    for at, capitals in pieces_of(text).capitals:
        for first, end, after, bare, possessive, bits in capitals:
            start = at + first
            gap = text[last:start]
            word = Word(start, at + end, bare, gap, possessive, bits)
            if len(gap) < _FAR and start not in starts and before is not None and _joins(before, word):
                found[-1].append(word)
            else:
                found.append([word])
            before, last = word, at + after
    return [
        Run(words, words[0].start in starts, len(words) >= _SHOUTED and _is_heading(words)) for words in found
    ]


def _first_letter(text: str, start: int) -> int:
    if text[start].isalpha():
        return start
    for place in range(start, min(start + 8, len(text))):
        if text[place].isalpha():
            return place
    return start


def _joins(before: Word, word: Word) -> bool:
    gap, bits = word.gap, word.bits
    if before.possessive:
        return gap == " " and bool(bits & wc.HEAD) and _owns_body(before)
    if word.text == "The" or (bits & wc.HONORIFIC and _titles_anew(before, word)):
        return False
    if gap in _BLANKS:
        return True
    if gap in _STOPS:
        return _abbreviated(before, gap, word)
    if "(" in gap or ")" in gap:
        return _retired(before, gap, word)
    return gap[:1] == gap[-1:] == " " and lexicon_set("people", "particles").issuperset(gap.split())


def _retired(before: Word, gap: str, word: Word) -> bool:
    """Whether a bracket after a rank says that it is held no more (`Col (retd) Noor`, `Col (R) Noor`)."""
    said = lexicon_set("people", "retired")
    if gap[-1] == "(":
        return word.text in said and bool(before.bits & wc.HONORIFIC)
    if gap[0] == "(" or gap[:2] == " (":
        return bool(before.bits & wc.HONORIFIC) and gap.strip(" (.)") in said
    return before.text in said and before.gap.endswith("(") and not gap.strip(" .)")


def _owns_body(before: Word) -> bool:
    """Whether the owner is part of the name of what it owns (`Farmers' Union`, `the Governor's Office`)."""
    return bool(before.bits & wc.OFFICE) or before.text in lexicon_set("bodies", "owners")


def _titles_anew(before: Word, word: Word) -> bool:
    """Whether a title begins a name after an office (`Rivers Vice-Chancellor Prof Jo Noor`)."""
    title = not word.bits & (wc.WEAK_HONORIFIC | wc.OFFICE)
    return title and before.bits & (wc.HONORIFIC | wc.OFFICE) == wc.OFFICE


def _abbreviated(before: Word, gap: str, word: Word) -> bool:
    if gap == ".":
        return (len(before.text) == len(word.text) == 1) or bool(before.bits & wc.HONORIFIC)
    return (
        len(before.text) == 1
        or bool(before.bits & wc.HONORIFIC)
        or before.text in lexicon_set("people", "shortened")
        or (len(before.text) == 3 and before.text[1:2] == ".")
    )


def _is_heading(words: list[Word]) -> bool:
    """Whether it is a heading in capitals, which says nothing about names."""
    long = [word.text for word in words if len(word.text) > 1]
    return len(long) >= _SHOUTED and all(text.isupper() for text in long)
