"""How much the words right beside a name speak for an organisation.

1. Before it: a noun for a company or a party (3), an office or share `of`, `at` or `in` it (2.5), `heads`
   (2.5), `according to` (2, and 1 for more words, as people have), `now at` (1.5), `by`, `told` or `with`
   (1), a document or officials `from` or `by` it (1). In brackets: 2 after a word for a group, else -1.5.
2. After it: such a noun in apposition (3), `and two rivals` (2.5), an officer or staff (2, and 2.5 where it
   owns them), what organisations do (1.5); what a measure or a disease ends in speaks against it (-2).
3. In it: capitals alone (1.5), capitals within (1), two words written as one (1.5), capitals and a word (1).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from policygraph.reader.reading import Span
from policygraph.reader.text.lexicon import inverted, section
from policygraph.reader.text.remembered import Remembered
from policygraph.reader.text.word_class import head_kind, lexicon_set

__all__ = ["EDGES", "REACH", "cues"]

_BEFORE_NAME = frozenset(" “\"‘'")
_AFTER_NAME = frozenset(" ,'’")
_OWNING = "'’"
_APPOSED = (
    ", a ", ", an ", ", the ", ", one of ", " (a ", " (the ", " is a ", " is an ", " is the ", " – a ",
    " - a ",
)  # fmt: skip
_CAMEL = re.compile(r"(?!Ma?c[A-Z])[A-Z][a-z]+[A-Z][a-z]+|[A-Z][a-z]{2,}[A-Z]+")
"""Two words written as one (`DataRivers`), or a word and capitals (`RivIT`)."""
EDGES = "()'s,.:;\"“”"
"""What may be printed right before or after a word."""
_STOPS = EDGES[5:]
_APPOSING = frozenset(opening.split()[0] for opening in _APPOSED)
"""What an apposition begins with."""
REACH = 48
"""Characters before a name among which cues stand."""

_NOUN, _HEADING, _AGENT, _LINK, _FOR, _TO, _PART_LINK, _OFFICE, _SPOKES, _SHARE, _STAFF, _ARTICLE = (
    1 << n for n in range(12)
)
_SOURCE, _AT_WORK, _SENT = (1 << n for n in range(12, 15))
_OFFICER = _OFFICE | _STAFF
_APPOSES, _MEASURED, _SKIPPED, _DOES = (1 << n for n in range(4))
"""What a word after a name does: opens an apposition, ends what is no body, is passed over, tells a deed."""
_TELLING = _NOUN | _HEADING | _AGENT | _LINK | _TO | _ARTICLE | _SENT


def cues(text: str, span: Span, first: bool = False) -> float:
    """How much speaks for an organisation at this place."""
    start, end = span
    name, mark = text[start:end], text[start - 1 : start]
    plain = name[1:].islower()
    score = -0.5 if first and (plain or " " in name) else 0.0
    if mark == "(":
        score += _bracketed(text[max(0, start - REACH) : start - 1])
    elif mark in _BEFORE_NAME:
        score += _before(text[max(0, start - REACH) : start], name)
    if text[end : end + 1] in _AFTER_NAME:
        score += _after(text[end : end + 60])
    return score if plain else score + _capitals(text, start, name)


def _capitals(text: str, start: int, name: str) -> float:
    """What capitals tell of a name that starts there and has more than the first."""
    if name.isupper() and len(name) > 2:
        return 2.0 if text.endswith(" the ", 0, start) else 1.5
    first, _, rest = name.partition(" ")
    if rest:
        return 1.0 if len(first) > 2 and first.isupper() and not rest.isupper() else 0.0
    return 0.0 if "-" in name else 1.5 if _CAMEL.fullmatch(name) else 1.0


def _bracketed(before: str) -> float:
    """What the word before a bracket tells of a name within it."""
    words = before.split()[-1:]
    if not words or not words[0].islower():
        return 0.0
    return 2.0 if _CUE[words[0]] & _NOUN or head_kind(words[0].capitalize()) else -1.5


def _before(before: str, name: str) -> float:
    """What the words right before a name tell."""
    words = before.rsplit(None, 3)
    if words[-1:] == ["the"] and len(words) > 1:
        words.pop()
    if not words or not (last := _CUE[words[-1]]) & _TELLING:
        return 0.0
    score = 3.0 if last & _NOUN else 2.5 if last & _HEADING else 0.0
    noun = _CUE[words[-2]] if len(words) > 1 else 0
    officer = noun & (_SPOKES if last & _FOR else _OFFICE)
    if last & _LINK and (officer or (noun & _SHARE and last & _PART_LINK)):
        score += 2.5
    if noun & _SOURCE and last & _SENT:
        score += 1.0
    if noun & _AT_WORK and last & _LINK:
        score += 1.5
    if last & _TO and words[-2:-1] in (["according"], ["According"]):
        score += 1.0 if " " in name else 2.0
    return score + (1.0 if last & _AGENT else 0.0)


def _after(after: str) -> float:
    """What follows a name tells, from the mark or blank after it on."""
    mark = after[0]
    if mark in _OWNING:
        after = after.removeprefix("'s").removeprefix("’s")
    after = after.removeprefix(", which")
    words = after.split(None, 4)
    if not words:
        return 0.0
    first = words[0]
    role = _NEXT[first]
    score = 3.0 if role & _APPOSES and after.startswith(_APPOSED) and _noun_in(after) else 0.0
    if role & _MEASURED and mark == " ":
        return -2.0
    if first == "and" and _and_its_like(words[1:4]):
        return score + 2.5
    if mark != "," and (
        _CUE[first] & _STAFF or (len(words) > 1 and _CUE[words[1]] & _STAFF and first.islower())
    ):
        return score + (2.5 if mark in _OWNING else 2.0)
    for word in words[:4]:
        role = _NEXT[word]
        if not role & _SKIPPED:
            return score + (1.5 if role & _DOES else 0.0)
    return score


def _following(printed: str) -> int:
    """What a word after a name is, with the marks that it is printed with, as bits."""
    bits = _APPOSES if printed in _APPOSING else 0
    bits |= _MEASURED if printed.rstrip(",.;:") in lexicon_set("bodies", "measures_after") else 0
    bits |= _SKIPPED if printed.strip(",") in lexicon_set("bodies", "skipped") else 0
    return bits | (_DOES if printed.strip(_STOPS) in lexicon_set("bodies", "after_verbs") else 0)


_NEXT = Remembered(_following)


def _and_its_like(words: list[str]) -> bool:
    """`And its partners`, `and two rivals` after a name: what stands beside it is of its kind."""
    theirs = words[:1] == ["its"] or (words and words[0] in section("numbers", "words"))
    return bool(theirs) and any(_CUE[word] & _NOUN for word in words[1:])


def _told(printed: str) -> int:
    """What a word beside a name tells, with the marks that it is printed with: bits of a plain integer."""
    low = printed.strip(EDGES).lower()
    known = _cue_words()
    bits = known.get(low, 0)
    if "-" in low and known.get(low.rpartition("-")[2], 0) & _OFFICE:  # `vice-chairman`
        bits |= _OFFICER
    return bits


_CUE = Remembered(_told)


@cache
def _cue_words() -> Mapping[str, int]:
    offices = lexicon_set("people", "offices")
    bits: dict[str, int] = defaultdict(int)
    for bit, words in (
        (_NOUN, inverted("bodies", "before")),
        (_HEADING, lexicon_set("bodies", "heading")),
        (_AGENT, lexicon_set("bodies", "agents")),
        (_LINK, ("of", "at", "for", "with", "in")),
        (_PART_LINK, ("of", "in")),
        (_FOR, ("for",)),
        (_TO, ("to",)),
        (_ARTICLE, ("the",)),
        (_SENT, ("from", "by")),
        (_SOURCE, lexicon_set("bodies", "sources")),
        (_AT_WORK, lexicon_set("bodies", "posts_at")),
        (_SHARE, lexicon_set("bodies", "shares_of")),
        (_STAFF, lexicon_set("bodies", "staff")),
        (_OFFICER, offices),
        (_SPOKES, [office for office in offices if office.startswith("spokes")]),
    ):
        for word in words:
            bits[word] |= bit
    return MappingProxyType(dict(bits))


def _noun_in(after: str) -> bool:
    part = after[3:].partition(",")[0].partition(". ")[0]
    if not part.startswith("ne of "):
        part = part.partition(" of ")[0]
    return any(_CUE[word] & _NOUN or head_kind(word.strip(EDGES)) for word in part.split()[:7])
