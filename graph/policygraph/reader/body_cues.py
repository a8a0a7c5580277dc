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

from collections.abc import Iterable
from functools import cache, lru_cache

from policygraph.reader import word_class as wc
from policygraph.reader.found import FoundBody
from policygraph.reader.lexicon import flat, inverted
from policygraph.reader.names import Run, Word
from policygraph.reader.reading import Span
from policygraph.reader.word_class import head_kind, is_place, lexicon_set

__all__ = ["cued_bodies", "cues"]

_ENOUGH = 2.0
_BEFORE_NAME = frozenset(" “\"‘'")
_AFTER_NAME = frozenset(" ,'’")
_LINKS = frozenset({"of", "at", "for", "with", "in"})
_LIST_LINKS = frozenset({", ", " and ", ", and ", " or ", " & "})
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
_NEVER_WITHIN = wc.HONORIFIC | wc.OFFICE
_NEVER_LAST = _NEVER_WITHIN | wc.THING | wc.PLACE_HEAD
_NEVER_ALONE = _NEVER_LAST | wc.FIELD | wc.PLACE | wc.HEAD
"""What any word, the last of several, and the only word of such a name never is."""
_REACH = 48
"""Characters before a name among which cues stand."""

_NOUN, _HEADING, _AGENT, _LINK, _FOR, _TO, _PART_LINK, _OFFICE, _SPOKES, _SHARE = (1 << n for n in range(10))
_STAFF, _KIND, _VERB, _SKIPPED, _SMALL, _APPOSES, _ARTICLE = (1 << n for n in range(10, 17))
_TELLING = _NOUN | _HEADING | _AGENT | _LINK | _TO

_Place = tuple[float, Run, Span]
"""Where one name stands, and how much speaks for an organisation there."""


def cued_bodies(text: str, runs: list[Run], taken: Iterable[Span]) -> list[FoundBody]:
    """The organisations among the runs that are left; their runs are marked as taken."""
    bodies: list[FoundBody] = []
    for name, places in _places(text, runs, {end for _, end in taken}).items():
        score = max([score for score, _, _ in places])
        if score + (1.0 if len(places) > 2 else 0.5 if len(places) > 1 else 0.0) < _ENOUGH:
            continue
        for _, run, _ in places:
            run.taken = True
        spans = [span for _, _, span in places]
        acronym = name if name.isupper() and len(name) > 1 and " " not in name else None
        bodies.append(FoundBody(spans, [name], _kind_of(text, spans[0]), acronym, headed=False))
    return bodies


def _places(text: str, runs: list[Run], ends: set[int]) -> dict[str, list[_Place]]:
    """The places of each name that may be an organisation's; `ends` are those of bodies that are known."""
    places: dict[str, list[_Place]] = {}
    opener, before = 0, -1
    for at in _candidates(text, runs):
        run, first = runs[at], at
        while first > before and runs[first].words[0].gap in _LIST_LINKS:
            first -= 1
        if first > before:
            opener = runs[first].start if runs[first].words[0].gap != " " else 0
        before = at
        span = start, end = run.core[0].start, run.core[-1].end
        score = cues(text, span, run.first) + (3.0 if opener and _opens_list(text, opener) else 0.0)
        if first < at and run.start - len(gap := run.words[0].gap) in ends:
            score += 1.5 if gap == ", " and text[end : end + 1] != "," else 2.0
        places.setdefault(text[start:end], []).append((score, run, span))
    return places


def _candidates(text: str, runs: list[Run]) -> list[int]:
    """The runs that are left whose one to three words may be such a name."""
    return [
        at
        for at, run in enumerate(runs)
        if not run.taken
        and (words := run.core)
        and not words[-1].bits & (_NEVER_LAST if len(words) > 1 else _NEVER_ALONE)
        and (_may_be_alone(words[0].text) if len(words) == 1 else _may_be(text, words))
    ]


def _may_be(text: str, words: list[Word]) -> bool:
    """Whether these are two or three words that name no person with an office, field or place."""
    if len(words) > 3 or any(word.bits & _NEVER_WITHIN for word in words):
        return False
    name = text[words[0].start : words[-1].end]
    is_field = all(word.bits & wc.FIELD for word in words)
    none = is_field or is_place(name) or name in lexicon_set("bodies", "no_bodies")
    return not none and _is_word(words[-1].text)


@lru_cache(maxsize=8192)
def _may_be_alone(word: str) -> bool:
    return len(word) > 2 and word not in lexicon_set("bodies", "no_bodies") and _is_word(word)


def _is_word(word: str) -> bool:
    """Whether it is no product or code of a few letters and digits."""
    return word.isalpha() or len(word) > 6 or "-" in word or not any(c.isdigit() for c in word)


def cues(text: str, span: Span, first: bool = False) -> float:
    """How much speaks for an organisation at this place."""
    start, end = span
    score = -0.5 if first else 0.0
    if text[start - 1 : start] in _BEFORE_NAME:
        score += _before(text[max(0, start - _REACH) : start], text[start:end])
    if text[end : end + 1] in _AFTER_NAME:
        score += _after(text[end : end + 60])
    if not text[start + 1 : end].islower():
        score += _capitals(text, start, end)
    return score


def _capitals(text: str, start: int, end: int) -> float:
    name = text[start:end]
    if name.isupper() and len(name) > 2:
        return 2.0 if text.endswith(" the ", 0, start) else 1.5
    return 0.0 if " " in name or "-" in name or name[1:].islower() else 1.0


def _before(before: str, name: str) -> float:
    """What the words right before a name tell."""
    words = before.rsplit(None, 1)
    if not words or not (last := _cue(words[-1])) & (_TELLING | _ARTICLE):
        return 0.0
    words = before.rsplit(None, 3)
    if last & _ARTICLE and len(words) > 1:
        words.pop()
        last = _cue(words[-1])
    score = 3.0 if last & _NOUN else 2.5 if last & _HEADING else 0.0
    noun = _cue(words[-2]) if len(words) > 1 else 0
    officer = noun & (_SPOKES if last & _FOR else _OFFICE)
    if last & _LINK and (officer or (noun & _SHARE and last & _PART_LINK)):
        score += 2.5
    if last & _TO and words[-2:-1] in (["according"], ["According"]):
        score += 1.0 if " " in name else 2.0
    return score + (1.0 if last & _AGENT else 0.0)


def _after(after: str) -> float:
    """What follows a name tells, from the mark or blank after it on."""
    words = after.removeprefix("'s").removeprefix("’s").split(None, 4)[:4]
    if not words:
        return 0.0
    cue = _cue(words[0])
    score = 3.0 if cue & _APPOSES and after.startswith(_APPOSED) and _noun_in(after) else 0.0
    if after[0] != "," and (cue & _STAFF or (cue & _SMALL and len(words) > 1 and _cue(words[1]) & _STAFF)):
        return score + 2.0
    if not cue & (_SKIPPED | _VERB):
        return score
    for word in words:
        if not (cue := _cue(word)) & _SKIPPED:
            return score + (1.5 if cue & _VERB else 0.0)
    return score


@lru_cache(maxsize=16384)
def _cue(printed: str) -> int:
    """What a word beside a name tells, with the marks that it is printed with: bits of a plain integer."""
    word, low = printed.strip(_EDGES), _bare(printed)
    office = bool(wc.class_of(low) & wc.OFFICE)
    noun = low in inverted("bodies", "before")
    tells = (
        (_NOUN, noun),
        (_HEADING, low in lexicon_set("bodies", "heading")),
        (_AGENT, low in lexicon_set("bodies", "agents")),
        (_LINK, low in _LINKS),
        (_FOR, low == "for"),
        (_TO, low == "to"),
        (_PART_LINK, low in {"of", "in"}),
        (_OFFICE, office),
        (_SPOKES, office and low.startswith("spokes")),
        (_SHARE, low in lexicon_set("bodies", "shares_of")),
        (_STAFF, office or low in lexicon_set("bodies", "staff")),
        (_KIND, noun or head_kind(word) is not None),
        (_SMALL, printed.islower()),
        (_ARTICLE, printed == "the"),
        (_APPOSES, printed in {mark for opening in _APPOSED for mark in opening.split()}),
        (_VERB, printed.strip(_EDGES[5:]) in lexicon_set("bodies", "after_verbs")),
        (_SKIPPED, printed.strip(",") in lexicon_set("bodies", "skipped")),
    )
    return sum(bit for bit, is_so in tells if is_so)


def _noun_in(after: str) -> bool:
    part = after[3:].partition(",")[0].partition(". ")[0]
    return any(_cue(word) & _KIND for word in part.split()[:7])


def _opens_list(text: str, start: int) -> bool:
    """Whether the words before end in a noun for organisations that a list of them follows."""
    first = max(0, start - _REACH)
    if not _may_open_list(text[max(first, text.rfind(" ", first, start - 1) + 1) : start]):
        return False
    for word in reversed(text[first:start].split()):
        if (opens := _opens(word)) is not None:
            return opens
    return False


@lru_cache(maxsize=8192)
def _opens(printed: str) -> bool | None:
    """Whether a word is the noun that opens a list; None for one that may stand between the two."""
    for word in reversed(printed.lower().replace(",", " ").split()):
        if word not in _LIST_WORDS and word.strip(":") not in _LIST_MARKS:
            return word.rstrip(":") in flat("bodies", "list_openers")
    return None


@lru_cache(maxsize=8192)
def _may_open_list(printed: str) -> bool:
    """Whether a word, with what is printed after it, may be the last before a list."""
    return printed.strip(" :,").lower() in _list_ends()


@cache
def _list_ends() -> frozenset[str]:
    return frozenset({*flat("bodies", "list_openers"), *_LIST_WORDS, *_LIST_MARKS})


def _kind_of(text: str, span: Span) -> str:
    words = text[max(0, span[0] - 30) : span[0]].split()
    near = [*words[-1:], *text[span[1] : span[1] + 48].split()[:7]]
    kinds = inverted("bodies", "before")
    return next((kinds[_bare(word)] for word in near if _cue(word) & _NOUN), "company")


def _bare(printed: str) -> str:
    return printed.strip(_EDGES).lower()
