"""The office that stands beside a name.

1. Before a name: read back from it over honorifics, one comma, fields (`IT and Telecommunication`),
   capitalised words and links (`of`, `for`, `and`), to a word for an office; then on over what qualifies it
   (`Caretaker Federal`, `shadow transport`). Any other word in between, or the end of a sentence, means
   there is none.
2. After a name: a comma (or `is`, `was`), an article, and within a few qualifying or capitalised words a
   word for an office; its field follows up to the next comma, verb or stop.
   `Has been` and `became` open it as `is` does, and a day after the office is no part of it.
3. Verbs tell offices too (office_verbs.py).
4. A link directly before the name (`the minister and Noor`) means that the office is someone else's.
"""

from __future__ import annotations

import re

from policygraph.reader import word_class as wc
from policygraph.reader.office_verbs import headed, was
from policygraph.reader.office_words import Office, has_office_word, is_field, office_of, qualifies
from policygraph.reader.word_class import class_of, lexicon_set

__all__ = ["Office", "has_office_word", "office_after", "office_before"]

_TOKEN = re.compile(r"[\w][\w'’&@-]*|[^\w\s]|\n\s*\n")
_OPENING = re.compile(
    r"(?:\s?\([^()]{1,30}\))?\s?(?:,|–|-|\s(?:is|was|as|has been|had been|became|remains))\s"
    r"(?:(?:who|is|was|has|been|the|an|a|its|his|her|their|our|itself|now|also)\s){0,4}"
)
_IS = (" is ", " was ", " has been ", " had been ", " became ", " remains ")
_OPENS = (",", " (", " as ", " –", " -", " ,", *_IS)
_REACH = 110
_COMPLEMENT = frozenset({"of", "for", "at", "in", "to", "on", "with", "and", "&", "the"})


def office_before(text: str, start: int) -> Office | None:
    """The office whose holder is named from `start`.

    >>> sample = "Its chairman, Jo Noor, left."
    >>> office_before(sample, 14).text
    'chairman'
    """
    if not _may_precede(text, start):
        return was(text, start)
    offset = max(0, start - _REACH)
    tokens = [(m.start() + offset, m.end() + offset, m[0]) for m in _TOKEN.finditer(text[offset:start])]
    last = _skip_titles(tokens)
    if last < 0:
        return None
    if tokens[last][2] == ",":
        last -= 1
    elif tokens[last][2].lower() in lexicon_set("people", "office_links"):
        return None
    at = _back_to_office(tokens, last)
    if at is None:
        return None
    first = _back_over_qualifiers(tokens, at)
    return office_of(text, tokens[first][0], tokens[last][1])


def _may_precede(text: str, start: int) -> bool:
    """A cheap look at the word before: a small one that is neither office nor field speaks against it."""
    if start < 3 or text[start - 1] not in " \u00a0\n":
        return False
    word = text[
        max(
            text.rfind(" ", max(0, start - 24), start - 1),
            text.rfind("\n", max(0, start - 24), start - 1),
            start - 25,
            -1,
        )
        + 1 : start - 1
    ]
    if word[-1:] in {",", ")", "."}:
        return True
    return not word.islower() or has_office_word(word) or is_field(word)


def office_after(text: str, end: int) -> Office | None:
    """The office named in apposition after a name that ends at `end`.

    >>> sample = "Jo Noor, the interim chairman of Acme, left."
    >>> office_after(sample, 7)
    Office(text='interim chairman of Acme', start=13, end=37, body='Acme')
    """
    if not text.startswith(_OPENS, end):
        return headed(text, end)
    opening = _OPENING.match(text, end, end + 70)
    if opening is None:
        return None
    tokens = [
        (m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text, opening.end(), opening.end() + _REACH)
    ]
    at = _on_to_office(tokens[:9])
    if at is None:
        return None
    last = _on_over_complement(tokens, at)
    return office_of(text, tokens[0][0], tokens[last][1])


def _on_to_office(tokens: list[tuple[int, int, str]]) -> int | None:
    """Where the office that the tokens begin with ends; one unknown word may stand right before it."""
    for at, (_, _, word) in enumerate(tokens):
        if has_office_word(word.lower()):
            return _last_of_office(tokens, at)
        if not qualifies(word):
            unknown = word.isalpha() and word not in lexicon_set("people", "office_links")
            following = tokens[at + 1][2].lower() if unknown and at + 1 < len(tokens) else ""
            if not (following and has_office_word(following)):
                return None
    return None


def _last_of_office(tokens: list[tuple[int, int, str]], at: int) -> int:
    while at + 1 < len(tokens) and has_office_word(tokens[at + 1][2].lower()):
        at += 1
    return at


def _skip_titles(tokens: list[tuple[int, int, str]]) -> int:
    at = len(tokens) - 1
    while at >= 0:
        word = tokens[at][2]
        if (
            word == "."
            and at
            and (tokens[at - 1][2] in lexicon_set("people", "honorifics") or len(tokens[at - 1][2]) == 1)
        ):
            at -= 2
        elif word in lexicon_set("people", "honorifics") and not has_office_word(word.lower()):
            at -= 1
        else:
            break
    return at


def _back_to_office(tokens: list[tuple[int, int, str]], last: int) -> int | None:
    for at in range(last, max(-1, last - 14), -1):
        word = tokens[at][2]
        if has_office_word(word.lower()):
            return at
        if not (
            word[0].isupper()
            or word in ",&()"
            or word in lexicon_set("people", "office_links")
            or is_field(word)
        ):
            return None
    return None


def _back_over_qualifiers(tokens: list[tuple[int, int, str]], at: int) -> int:
    while at > 0:
        word = tokens[at - 1][2]
        low = word.lower()
        joined = word == "and" and at > 1 and has_office_word(tokens[at - 2][2].lower())
        if not (
            joined
            or is_field(low)
            or has_office_word(low)
            or (
                word[0].isupper()
                and "'" not in word
                and "’" not in word
                and low not in {"the", "its", "his", "her"}
            )
        ):
            break
        at -= 1
    return at


def _on_over_complement(tokens: list[tuple[int, int, str]], at: int) -> int:
    last = at
    for place in range(at + 1, min(at + 16, len(tokens))):
        word = tokens[place][2]
        if word[0].isupper() or is_field(word) or has_office_word(word):
            last = place
        elif (word not in _COMPLEMENT and word != "'s") or (
            word in {"and", "&"} and not _goes_on(tokens, at, place)
        ):
            break
    return last


def _goes_on(tokens: list[tuple[int, int, str]], at: int, link: int) -> bool:
    """Whether what follows `and` is more of the office or its field, and not another person's name."""
    if link + 1 >= len(tokens):
        return False
    word = tokens[link + 1][2]
    more = bool(class_of(word) & (wc.FIELD | wc.HEAD)) or is_field(word) or has_office_word(word.lower())
    return more or link > at + 1
