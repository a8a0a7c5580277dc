"""The organisation of an office whose own words do not end in it.

1. One that is named within the office, or right before it as its owner (`Rivers Board chairman`, `the Rivers
   Board's chairman`, `the Rivers Board, led by chairman Jo Noor`).
2. `Its` and `whose`, and what an organisation is (`the board's chairman`, `chairman of the board`), stand for
   the one organisation, of those that are that, which the sentence has named so far; where it has named none,
   for the one that the sentence before names. Where there are several, for none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from policygraph.lexicon import inverted
from policygraph.reader.names.found import FoundBody
from policygraph.reader.names.office_words import Office
from policygraph.reader.names.persons import FoundPerson
from policygraph.reader.text.sentences import Sentence

__all__ = ["name_office_bodies"]

_OWNER = re.compile(r"\b(?:[Ii]ts|[Ww]hose|[Tt]he ([a-z]+)['’]s) (?:[a-z]+ )?\Z")
_OF = re.compile(r" of the ([a-z]+)\Z")
_NEAR, _FAR = 32, 80
"""How far before an office the word for its owner, and the name of it, begin."""
_MOST = 40
"""Mentions in a sentence that are looked at."""
_START = itemgetter(0)
_OWNS = ("'s ", "’s ", "' ", "’ ", ", led by ", ", headed by ", ", under ", ", through ")
_Mention = tuple[int, int, FoundBody]


def name_office_bodies(
    text: str, people: list[FoundPerson], bodies: list[FoundBody], sentences: Sequence[Sentence]
) -> None:
    """Note in each office without an organisation the one whose it is."""
    offices = [(one, one.office) for one in people if one.office is not None and one.office.body is None]
    if not offices or not bodies:
        return
    mentions = sorted(((*span, body) for body in bodies for span in body.spans), key=itemgetter(0, 1))
    starts = [one.start for one in sentences]
    for person, office in offices:
        body = _within(text, office, mentions) or _meant(text, office, mentions, starts)
        if body is not None:
            person.office = office._replace(body=body)


def _within(text: str, office: Office, mentions: list[_Mention]) -> str | None:
    """Rule 1: the first of those in the office, or who owns it."""
    for start, end, body in mentions[bisect_left(mentions, office.start - _FAR, key=_START) :]:
        if start >= office.end:
            break
        owns = any(end + len(mark) == office.start and text.startswith(mark, end) for mark in _OWNS)
        if owns or (office.start <= start and end <= office.end):
            return _full(text[start:end], body)
    return None


def _meant(text: str, office: Office, mentions: list[_Mention], starts: list[int]) -> str | None:
    """Rule 2."""
    owner = _OWNER.search(text, max(0, office.start - _NEAR), office.start)
    of = None if owner else _OF.search(office.text)
    if owner is None and of is None:
        return None
    noun = owner[1] if owner else of[1] if of else None
    at = bisect_right(starts, office.start) - 1
    near = _between(mentions, starts[at], office.start) if at >= 0 else []
    if not near and at > 0:
        near = _between(mentions, starts[at - 1], starts[at])
    fits = [one for one in near if noun is None or _is_a(one[2], noun)]
    if len({id(body) for _, _, body in fits}) != 1:
        return None
    start, end, body = fits[-1]
    return _full(text[start:end], body)


def _between(mentions: list[_Mention], start: int, end: int) -> list[_Mention]:
    """The mentions that start between two places, of very many the last."""
    last = bisect_left(mentions, end, key=_START)
    return mentions[max(bisect_left(mentions, start, key=_START), last - _MOST) : last]


def _full(name: str, body: FoundBody) -> str:
    """The name, but for a head word alone (`the Board`) the longest that the organisation has."""
    return name if " " in name or name.isupper() else max(body.names, key=len)


def _is_a(body: FoundBody, noun: str) -> bool:
    """Whether a noun says what an organisation is: a word of its name, or its kind."""
    if any(noun in name.lower().split() for name in body.names):
        return True
    return noun == body.kind or inverted("bodies", "before").get(noun) == body.kind
