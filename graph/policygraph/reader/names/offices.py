"""The office that stands beside a name.

1. Before a name: read back from it over honorifics, one comma, fields (`IT and Telecommunication`),
   capitalised words and links (`of`, `for`, `and`), to a word for an office; then on over what qualifies it
   (`Caretaker Federal`, `shadow transport`). Any other word in between, or the end of a sentence, means
   there is none.
2. After a name: a comma (or `is`, `was`), an article, and within a few qualifying or capitalised words a
   word for an office; its field follows up to the next comma, verb or stop.
   `Has been` and `became` open it as `is` does, and a day after the office is no part of it.
3. Verbs tell offices too (office_verbs.py).
4. An office in brackets is of the name before it; so is one between two commas, and what follows is then no
   name of who holds it (`Jo Noor, chairman, Rivers Board`). Its letters are part of it (`Chief Executive
   Officer (CEO)`).
5. A link directly before the name (`the minister and Noor`) means that the office is someone else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from policygraph.reader.names import office_words as ow
from policygraph.reader.names.office_tokens import office_bounds
from policygraph.reader.names.office_verbs import headed, into, was
from policygraph.reader.names.office_words import Office, has_office_word, office_of, role_of
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.remembered import Remembered
from policygraph.reader.text.word_class import class_of, is_place

__all__ = ["Office", "has_office_word", "office_after", "office_before"]

_TOKEN = re.compile(r"\w[\w'’&@-]*|[^\w\s]|\n\s*\n")
_OPENING = re.compile(
    r"(?:\s?\([^()]{1,30}\))?\s?(?:,|–|-|\s(?:is|was|as|has been|had been|became|remains))\s"
    r"(?:(?:who|is|was|has|been|the|an|a|its|his|her|their|our|itself|now|also)\s){0,4}"
)
_BRACKET = re.compile(r" \((?=[A-Za-z])")
_IS = (" is ", " was ", " has been ", " had been ", " became ", " remains ")
_OPENS = (",", " (", " as ", " –", " -", " ,", *_IS)
_NEAR, _REACH = 44, 110
"""How far around a name an office is read, in characters; hardly any goes further than the first."""
_FEW = 3
"""Tokens before an office that may be more of it."""
_BEFORE_OFFICE = 9
"""Words after a name among which an office must be named."""
_COMPLEMENT = frozenset({"of", "for", "at", "in", "to", "on", "with", "and", "&", "the", "'s"})
_WHERE = frozenset({"at", "in", "on"})
"""What opens where somebody came to an office, after the place that it is of."""


def office_before(text: str, start: int) -> Office | None:
    """The office whose holder is named from `start`.

    >>> sample = "Its chairman, Jo Noor, left."
    >>> office_before(sample, 14).text
    'chairman'
    """
    if not _may_precede(text, start):
        return was(text, start)
    far = max(0, start - _REACH)
    for begin in (max(far, text.find(" ", max(0, start - _NEAR), start)), far):
        tokens = _TOKEN.findall(text, begin, start)
        bounds = office_bounds(tokens, begin > far)
        if bounds is None or bounds[0] > _FEW:
            break  # else there may be more of it further back
    if bounds is None or bounds[0] < 0:
        return was(text, start)
    first, last = bounds
    end = _start_of(text, tokens[last:], start) + len(tokens[last])
    return office_of(text, _start_of(text, tokens[first : last + 1], end), end)


def _may_precede(text: str, start: int) -> bool:
    """A cheap look at the word before."""
    if start < 3 or text[start - 1] not in " \u00a0\n":
        return False
    return _PRECEDES[text[max(0, start - 24) : start - 1].rpartition(" ")[2].rpartition("\n")[2]]


def _precedes(word: str) -> bool:
    """Whether a word may be an office's last; a small one of no office, or a sentence's last, is not."""
    mark, bare = word[-1:], word[:-1]
    if mark == "." and len(bare) > 1 and bare.isalpha():
        return bool(role_of(bare) & ow.HONORIFIC)
    if mark == "," and bare.islower() and bare.isalpha():
        return bool(role_of(bare) & (ow.OFFICE | ow.FIELD | ow.LINK))
    return mark in {",", ")", "."} or not word.islower() or bool(role_of(word) & (ow.OFFICE | ow.FIELD))


_PRECEDES = Remembered(_precedes)


def office_after(text: str, end: int) -> Office | None:
    """The office named in apposition after a name that ends at `end`.

    >>> sample = "Jo Noor, the interim chairman of Acme, left."
    >>> office_after(sample, 7)
    Office(text='interim chairman of Acme', start=13, end=37, body='Acme')
    """
    for opening in _openings(text, end):
        start, reach = opening.end(), opening.end() + _REACH
        at = _on_to_office(islice(_TOKEN.finditer(text, start, reach), _BEFORE_OFFICE))
        if at is not None:
            tokens = _TOKEN.findall(text, start, reach)
            first = text.index(tokens[0], start)
            last = _on_over_complement(tokens, at)
            return office_of(text, first, _end_of(text, tokens[: last + 1], first))
    return headed(text, end)


def _openings(text: str, end: int) -> Iterator[re.Match[str]]:
    """What may open an office after a name."""
    found = [into(text, end)]
    if text.startswith(_OPENS, end):
        found += [_OPENING.match(text, end, end + 70), _BRACKET.match(text, end)]
    return filter(None, found)


def _start_of(text: str, tokens: list[str], end: int) -> int:
    """Where the first of the tokens starts that stand before a place, with nothing but blanks between."""
    for token in reversed(tokens):
        end = text.rindex(token, 0, end)
    return end


def _end_of(text: str, tokens: list[str], start: int) -> int:
    """Where the last of the tokens ends that stand after a place."""
    for token in tokens:
        start = text.index(token, start) + len(token)
    return start


def _on_to_office(tokens: Iterator[re.Match[str]]) -> int | None:
    """Which token ends the office that they begin with; one unknown word may stand right before it."""
    last, unknown = None, False
    for at, token in enumerate(tokens):
        role = role_of(token[0])
        if role & ow.OFFICE:
            last = at
        elif last is not None or unknown:
            break
        elif not role & ow.QUALIFIER:
            if role & ow.LINK or not token[0].isalpha():
                break
            unknown = True
    return last


def _on_over_complement(tokens: list[str], at: int) -> int:
    last = at
    for place in range(at + 1, min(at + 16, len(tokens))):
        word = tokens[place]
        if role_of(word) & (ow.CAPITAL | ow.FIELD | ow.OFFICE):
            last = place
        elif word not in _COMPLEMENT or not _is_more(tokens, at, place, last):
            break
    return last


def _is_more(tokens: list[str], at: int, link: int, last: int) -> bool:
    """Whether what follows a link belongs to the office."""
    if tokens[link] in _WHERE and is_place(tokens[last]):
        return False
    return tokens[link] not in {"and", "&"} or _goes_on(tokens, at, link)


def _goes_on(tokens: list[str], at: int, link: int) -> bool:
    """Whether what follows `and` is more of the office or its field, and not another person's name."""
    if link + 1 >= len(tokens):
        return False
    word = tokens[link + 1]
    more = class_of(word) & (wc.FIELD | wc.HEAD) or role_of(word) & (ow.FIELD | ow.OFFICE)
    return bool(more) or link > at + 1
