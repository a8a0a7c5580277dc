"""Organisations whose names do not say what they name.

1. Of a run of at most three words the cues around it are added up; from 2 on it is an organisation. What is
   a person, a place, a subject (`AI`), a measure, a day or an office is none.
2. Before it: a noun for a company or a party (3), an office or share `of`, `at` or `in` it (2.5), `heads`
   (2.5), `according to` (2, and 1 for more words, as people have), `by`, `told` or `with` (1).
3. After it: such a noun in apposition (3), an officer or staff (2), what organisations do (1.5).
4. In it: capitals alone (1.5), capitals within (1).
5. A list opened by a noun for organisations (3), or shared with one (2); being named often (0.5 or 1).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from policygraph.reader import word_class as wc
from policygraph.reader.found import FoundBody
from policygraph.reader.lexicon import flat, inverted
from policygraph.reader.names import Run, Word
from policygraph.reader.reading import Span
from policygraph.reader.word_class import head_kind, is_place, lexicon_set

__all__ = ["cued_bodies", "cues"]

_ENOUGH = 2.0
_BEFORE_NAME = frozenset(" “\"‘'")
_LIST_LINKS = frozenset({", ", " and ", ", and ", " or ", " & "})
_LINKS = frozenset({"of", "at", "for", "with", "in"})
_APPOSED = (
    ", a ",
    ", an ",
    ", the ",
    ", one of ",
    " (a ",
    " (the ",
    " is a ",
    " is an ",
    " is the ",
    " – a ",
    " - a ",
)
_LIST_WORDS = frozenset({"the", "as", "such", "involved"})
_LIST_MARKS = frozenset({"including", "like", "namely", "-", "–", "—", ""})
_EDGES = "()'s,.:;\"“”"


@dataclass(slots=True)
class _Spot:
    """Where one name stands, and the best score of its places."""

    runs: list[Run] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    score: float = -9.0


def cued_bodies(text: str, runs: list[Run], taken: list[Span]) -> list[FoundBody]:
    """The organisations among the runs that are left; their runs are marked as taken."""
    spots = _spots(text, runs, {end for _, end in taken})
    bodies: list[FoundBody] = []
    for name, spot in spots.items():
        score = spot.score + (1.0 if len(spot.runs) > 2 else 0.5 if len(spot.runs) > 1 else 0.0)
        if score < _ENOUGH:
            continue
        for run in spot.runs:
            run.taken = True
        acronym = name if name.isupper() and len(name) > 1 and " " not in name else None
        bodies.append(FoundBody(spot.spans, [name], _kind_of(text, spot.spans[0]), acronym, headed=False))
    return bodies


def _spots(text: str, runs: list[Run], ends: set[int]) -> dict[str, _Spot]:
    spots: dict[str, _Spot] = {}
    opener = 0
    for run in runs:
        gap = run.words[0].gap
        linked = gap in _LIST_LINKS
        if not linked:
            opener = run.start if gap != " " else 0
        if run.taken:
            continue
        words = run.core
        if not 0 < len(words) < 4 or not _may_be(text, words):
            continue
        span = words[0].start, words[-1].end
        spot = spots.setdefault(text[slice(*span)], _Spot())
        opened = _opens_list(text[max(0, opener - 48) : opener])
        score = cues(text, span, run.first) + (3.0 if opened else 0.0)
        if linked and run.start - len(gap) in ends:
            score += 1.5 if gap == ", " and text[span[1] : span[1] + 1] != "," else 2.0
        spot.score = max(spot.score, score)
        spot.runs.append(run)
        spot.spans.append(span)
    return spots


def _may_be(text: str, words: list[Word]) -> bool:
    name, last = text[words[0].start : words[-1].end], words[-1]
    if name in lexicon_set("bodies", "no_bodies") or is_place(name) or last.bits & (wc.THING | wc.PLACE_HEAD):
        return False
    some, every = 0, wc.FIELD
    for word in words:
        some, every = some | word.bits, every & word.bits
    if every or some & (wc.HONORIFIC | wc.OFFICE):
        return False
    if len(words) == 1 and (len(last.text) < 3 or head_kind(last.text)):
        return False
    return (
        last.text.isalpha()
        or len(last.text) > 6
        or "-" in last.text
        or not any(c.isdigit() for c in last.text)
    )


def cues(text: str, span: Span, first: bool = False) -> float:
    """How much speaks for an organisation at this place."""
    start, end = span
    name = text[start:end]
    score = _before(text[max(0, start - 48) : start], " " in name) + _after(text[end : end + 60])
    if name.isupper() and len(name) > 2:
        score += 2.0 if text.endswith(" the ", 0, start) else 1.5
    elif " " not in name and "-" not in name and not name[1:].islower():
        score += 1.0
    return score - (0.5 if first else 0.0)


def _before(before: str, several: bool) -> float:
    words = before.rsplit(None, 4)
    if not words or before[-1:] not in _BEFORE_NAME:
        return 0.0
    if words[-1] == "the" and len(words) > 1:
        words.pop()
    last = words[-1].strip(_EDGES).lower()
    score = (
        3.0
        if last in inverted("bodies", "before")
        else 2.5
        if last in lexicon_set("bodies", "heading")
        else 0.0
    )
    if last in _LINKS and len(words) > 1:
        noun = words[-2].strip(_EDGES).lower()
        office = wc.class_of(noun) & wc.OFFICE and (last != "for" or noun.startswith("spokes"))
        if office or (last in {"of", "in"} and noun in lexicon_set("bodies", "shares_of")):
            score += 2.5
    if last == "to" and words[-2:-1] in (["according"], ["According"]):
        score += 1.0 if several else 2.0
    return score + (1.0 if last in lexicon_set("bodies", "agents") else 0.0)


def _after(after: str) -> float:
    if after[:1] not in {" ", ",", "'", "’"}:
        return 0.0
    score = 3.0 if after.startswith(_APPOSED) and _noun_in(after) else 0.0
    words = after.removeprefix("'s").removeprefix("’s").split(None, 4)[:4]
    if words and after[:1] != "," and any(_is_staff(word) for word in words[: 1 + words[0].islower()]):
        return score + 2.0
    while words and words[0].strip(",") in lexicon_set("bodies", "skipped"):
        words.pop(0)
    verb = bool(words) and words[0].strip(_EDGES[5:]) in lexicon_set("bodies", "after_verbs")
    return score + (1.5 if verb else 0.0)


def _is_staff(word: str) -> bool:
    low = word.strip(_EDGES).lower()
    return low in lexicon_set("bodies", "staff") or bool(wc.class_of(low) & wc.OFFICE)


def _noun_in(after: str) -> bool:
    part = after[3:].partition(",")[0].partition(". ")[0]
    return any(_noun(word) is not None or head_kind(word.strip(_EDGES)) for word in part.split()[:7])


def _noun(word: str) -> str | None:
    return inverted("bodies", "before").get(word.strip(_EDGES).lower())


def _opens_list(before: str) -> bool:
    """Whether the words before end in a noun for organisations that a list of them follows."""
    if before[before.rfind(" ", 0, -1) + 1 :].strip(" :,").lower() not in _list_ends():
        return False
    words = [word for word in before.lower().replace(",", " ").split() if word not in _LIST_WORDS]
    while words and words[-1].strip(":") in _LIST_MARKS:
        words.pop()
    return bool(words) and words[-1].rstrip(":") in flat("bodies", "list_openers")


@cache
def _list_ends() -> frozenset[str]:
    return frozenset({*flat("bodies", "list_openers"), *_LIST_WORDS, *_LIST_MARKS})


def _kind_of(text: str, span: Span) -> str:
    words = text[max(0, span[0] - 30) : span[0]].split()
    if words and (kind := _noun(words[-1])):
        return kind
    return next(filter(None, map(_noun, text[span[1] : span[1] + 48].split()[:7])), "company")
