"""Organisations whose names do not say what they name.

1. Of a run of at most three words the cues around it are added up; from 2 on it is an organisation. What is
   a person, a place, a subject (`AI`), a measure, a day or an office is none.
2. The words beside it: see `body_beside`; what it looks like: see `body_form`.
3. A list opened by a noun for organisations (3), unless it begins with a place, or shared with one (2), or,
   without `and`, begun by one (1.5); being
   named often (0.5 or 1).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from policygraph.lexicon import flat, inverted
from policygraph.reader.names.body_beside import REACH, cues
from policygraph.reader.names.body_cue_words import number_of
from policygraph.reader.names.body_form import is_no_name
from policygraph.reader.names.found import FoundBody
from policygraph.reader.names.names import Run, Word
from policygraph.reader.reading import Span
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.remembered import Remembered
from policygraph.reader.text.word_class import is_place, lexicon_set

__all__ = ["cued_bodies"]

_ENOUGH = 2.0
_LIST_LINKS = frozenset({", ", " and ", ", and ", " or ", " & "})
_LIST_WORDS = frozenset({"the", "as", "such", "involved"})
_LIST_MARKS = frozenset({"including", "like", "namely", "-", "–", "—", ""})
_NEVER_WITHIN = wc.HONORIFIC | wc.OFFICE
_NEVER_LAST = _NEVER_WITHIN | wc.THING | wc.PLACE_HEAD | wc.CODE
_NEVER_ALONE = _NEVER_LAST | wc.FIELD | wc.PLACE | wc.HEAD | wc.NO_BODY
"""What any word, the last of several, and the only word of such a name never is."""
_Place = tuple[float, Run, Span]
"""Where one name stands, and how much speaks for an organisation there."""


def cued_bodies(text: str, runs: list[Run], taken: Iterable[Span]) -> list[FoundBody]:
    """The organisations among the runs that are left; their runs are marked as taken."""
    bodies: list[FoundBody] = []
    known = list(taken)
    for name, places in _places(text, runs, {end for _, end in known}, {start for start, _ in known}).items():
        score = max([score for score, _, _ in places])
        if score + (1.0 if len(places) > 2 else 0.5 if len(places) > 1 else 0.0) < _ENOUGH:
            continue
        if all(is_no_name(text, run) for _, run, _ in places):
            continue
        for _, run, _ in places:
            run.taken = True
        spans = [span for _, _, span in places]
        acronym = name if name.isupper() and len(name) > 1 and " " not in name else None
        bodies.append(FoundBody(spans, [name], _kind_of(text, spans[0]), acronym, headed=False))
    return bodies


def _places(text: str, runs: list[Run], ends: set[int], starts: set[int]) -> dict[str, list[_Place]]:
    """The places of each name that may be an organisation's; `ends` and `starts` are those of bodies."""
    places: dict[str, list[_Place]] = {}
    opener, before = 0, -1
    for at in _candidates(text, runs):
        run, first = runs[at], at
        while first > before and runs[first].words[0].gap in _LIST_LINKS:
            first -= 1
        if first > before:
            opener = runs[first].start if runs[first].words[0].gap != " " else 0
            opener = 0 if opener and _is_place_at(text, runs[first]) else opener
        before = at
        span = start, end = run.core[0].start, run.core[-1].end
        score = cues(text, span, run.first) + (3.0 if opener and _opens_list(text, opener) else 0.0)
        if first < at and run.start - len(gap := run.words[0].gap) in ends:
            between = text.startswith(", ", end) or (text.startswith(" and ", end) and end + 5 in starts)
            score += 2.0 if gap != ", " or between else 1.5
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
        and (len(words) == 1 or _may_be(text, words))
    ]


def _may_be(text: str, words: list[Word]) -> bool:
    """Whether these are two or three words that name no person with an office, field or place."""
    if len(words) > 3 or any(word.bits & _NEVER_WITHIN for word in words):
        return False
    name = text[words[0].start : words[-1].end]
    is_field = all(word.bits & wc.FIELD for word in words)
    return not (is_field or is_place(name) or name in lexicon_set("bodies", "no_bodies"))


def _is_place_at(text: str, run: Run) -> bool:
    return bool(run.last & wc.PLACE) or is_place(text[run.start : run.end])


def _opens_list(text: str, start: int) -> bool:
    """Whether the words before end in a noun for organisations that a list of them follows."""
    first = max(0, start - REACH)
    if not _ENDS_LIST[text[max(first, text.rfind(" ", first, start - 1) + 1) : start]]:
        return False
    for word in reversed(text[first:start].split()):
        if (opens := _opens(word)) is not None:
            return opens
    return False


def _opens(printed: str) -> bool | None:
    """Whether a word is the noun that opens a list; None for one that may stand between the two."""
    for word in reversed(printed.lower().replace(",", " ").split()):
        if word not in _LIST_WORDS and word.strip(":") not in _LIST_MARKS:
            return word.rstrip(":") in flat("bodies", "list_openers")
    return None


@cache
def _list_ends() -> frozenset[str]:
    return frozenset({*flat("bodies", "list_openers"), *_LIST_WORDS, *_LIST_MARKS})


_ENDS_LIST = Remembered(lambda printed: printed.strip(" :,").lower() in _list_ends())
"""Whether a word may be the last before a list of organisations."""


def _kind_of(text: str, span: Span) -> str:
    words = text[max(0, span[0] - 30) : span[0]].split()
    near = [*words[-1:], *text[span[1] : span[1] + REACH].split()[:7]]
    kinds = inverted("bodies", "before")
    return next((kinds[low] for word in near for low in number_of(word) if low in kinds), "company")
