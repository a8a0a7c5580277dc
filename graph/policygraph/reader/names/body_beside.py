"""How much the words right beside a name speak for an organisation.

1. Before it, in the same sentence: a noun for a company or a party (3), an office, students or staff `of` or
   `at` it or a share `of` or `in` it (2.5; who holds an office `in` it is as often in a town), `heads` (2.5),
   `according to` (2, and 1 for more words, as people have), `now at` (1.5), `by`, `told` or `with` (1), a
   document or officials `from` or `by` it (1), an agreement `with` it or a sale `to` it (1). In brackets: 2
   after a word for a group, else -1.5; who sent a report stands between its place and a dash, at the start
   of a line (2: `RIVERTON (RPA) —`).
2. After it: such a noun in apposition (3), `and two rivals` (2.5), an officer or staff (2, and 2.5 where it
   owns them), its licence or turnover (2.5), what organisations do (1.5); what a measure or a disease ends
   in speaks against it (-2).
3. What it looks like: see `body_form`.
"""

from __future__ import annotations

from policygraph.lexicon import flat, section
from policygraph.reader.names.body_cue_words import (
    AGENT,
    ARTICLE,
    AT_WORK,
    CUE,
    DEAL,
    EDGES,
    FOR,
    GIVEN,
    HEADING,
    JOINING,
    LINK,
    NOUN,
    OFFICE,
    OWNED,
    PART_LINK,
    SENT,
    SHARE,
    SOURCE,
    SPOKES,
    STAFF,
    TO,
    WITH,
)
from policygraph.reader.names.body_form import form_score
from policygraph.reader.reading import Span
from policygraph.reader.text.remembered import Remembered
from policygraph.reader.text.word_class import head_kind, lexicon_set

__all__ = ["REACH", "cues"]

_BEFORE_NAME = frozenset(" “\"‘'")
_AFTER_NAME = frozenset(" ,'’")
_OWNING = "'’"
_APPOSED = (
    ", a ", ", an ", ", the ", ", one of ", " (a ", " (the ", " is a ", " is an ", " is the ", " – a ",
    " - a ",
)  # fmt: skip
_ENDS = ".;?!"
"""What ends what a name belongs to."""
_STOPS = '.:;"“”'
_SENT_ON = (") —", ") –", ") -")
_APPOSING = frozenset(opening.split()[0] for opening in _APPOSED)
"""What an apposition begins with."""
REACH = 48
"""Characters before a name among which cues stand."""

_APPOSES, _MEASURED, _SKIPPED, _DOES = (1 << n for n in range(4))
"""What a word after a name does: opens an apposition, ends what is no body, is passed over, tells a deed."""
_TELLING = NOUN | HEADING | AGENT | LINK | PART_LINK | TO | ARTICLE | SENT


def cues(text: str, span: Span, first: bool = False) -> float:
    """How much speaks for an organisation at this place."""
    start, end = span
    name, mark = text[start:end], text[start - 1 : start]
    plain = name[1:].islower()
    score = -0.5 if first and (plain or (" " in name and not name[:3].isupper())) else 0.0
    if mark == "(":
        score += _bracketed(text[max(0, start - REACH) : start - 1], _is_dateline(text, start, end))
    elif mark in _BEFORE_NAME:
        score += _before(text[max(0, start - REACH) : start], name)
    if text[end : end + 1] in _AFTER_NAME:
        score += _after(text[end : end + 60])
    return score if plain else score + form_score(text, start, name)


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a name in brackets ends what a report opens with: its place and day, at the start of a line."""
    return text.startswith(_SENT_ON, end) and (start <= REACH or "\n" in text[start - REACH : start])


def _bracketed(before: str, sent_on: bool) -> float:
    """What the word before a bracket tells of a name within it, and whether a dash follows."""
    words = before.split()[-1:]
    if not words or not words[0].islower():
        return 2.0 if words and sent_on else 0.0
    return 2.0 if CUE[words[0]] & NOUN or head_kind(words[0].capitalize()) else -1.5


def _before(before: str, name: str) -> float:
    """What the words right before a name tell."""
    words = before.rsplit(None, 3)
    if words[-1:] == ["the"] and len(words) > 1:
        words.pop()
    if not words or words[-1][-1] in _ENDS or not (last := CUE[words[-1]]) & _TELLING:
        return 0.0
    score = 3.0 if last & NOUN else 2.5 if last & HEADING else 0.0
    noun = CUE[words[-2]] if len(words) > 1 else 0
    officer = noun & (SPOKES if last & FOR else OFFICE)
    if (last & LINK and officer) or (noun & SHARE and last & PART_LINK):
        score += 2.5
    if (noun & SOURCE and last & SENT) or (noun & GIVEN and last & TO):
        score += 1.0
    if noun & DEAL and last & WITH and words[-3:-2] != ["to"]:
        score += 1.0
    if noun & AT_WORK and last & LINK:
        score += 1.5
    if last & TO and words[-2:-1] in (["according"], ["According"]):
        score += 1.0 if " " in name else 2.0
    return score + (1.0 if last & AGENT else 0.0)


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
    theirs = STAFF | OWNED if mark in _OWNING else STAFF
    told = CUE[first]
    between = len(words) > 1 and first.islower() and not told & JOINING
    if mark != "," and (told & theirs or (between and CUE[words[1]] & STAFF)):
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
    return bool(theirs) and any(CUE[word] & NOUN for word in words[1:])


def _noun_in(after: str) -> bool:
    part = after[3:].partition(",")[0].partition(". ")[0]
    head, _, many = part.partition(" of ")
    if head == "ne" or head.endswith("est"):
        return any(word.strip(EDGES) in flat("bodies", "list_openers") for word in many.split()[:7])
    return any(CUE[word] & NOUN or head_kind(word.strip(EDGES)) for word in head.split()[:7])
