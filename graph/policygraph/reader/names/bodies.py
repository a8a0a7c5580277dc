"""Organisations that are known, or whose names say what they name.

1. Known names count as they are, a company's suffix after them included; a known government is no body, and
   a platform that is only where something was said (`on Twitter`) is not named as one.
2. Names with a head word (body_names.py), and what an acronym in brackets follows. A head that measures and
   places have too (`Fund`, `Centre`) needs an acronym or another cue; being named by whom
   something is done (`run by the Rivers Centre`) is enough. What goes on behind the bracket as a
   measure's name does (`the Rivers Workers (Pay) Bill`) is none, nor is what stands within it an acronym.
"""

from __future__ import annotations

import re

from policygraph.lexicon import flat
from policygraph.reader.names.body_aliases import in_measure
from policygraph.reader.names.body_beside import cues
from policygraph.reader.names.body_names import (
    HEADS,
    FoundName,
    acronym_after,
    named_by_head,
    reached,
)
from policygraph.reader.names.entries import Known
from policygraph.reader.names.found import FoundBody
from policygraph.reader.names.names import Run, trimmed
from policygraph.reader.names.run_parts import part_runs
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.word_class import head_kind, is_place, lexicon_set

__all__ = ["headed_bodies", "known_bodies"]

_SUFFIX = re.compile(r",? ([A-Z][A-Za-z]{1,12})\b\.?")


def known_bodies(text: str, known: tuple[Known, ...]) -> list[FoundBody]:
    """What the gazetteer found, each mention apart."""
    kinds = flat("bodies", "registry_kinds")
    found = []
    for hit in known:
        if hit.entry.kind != "body" or hit.entry.sort == "government" or _is_medium(text, hit.start, hit.end):
            continue
        kind = kinds.get(hit.entry.sort, hit.entry.sort or "other")
        suffix = _SUFFIX.match(text, hit.end)
        is_suffix = suffix is not None and suffix[1] in lexicon_set("bodies", "corporate_suffixes")
        end = suffix.end() if suffix and is_suffix else hit.end
        name = text[hit.start : end]
        acronym = name if name == hit.entry.acronym else None
        found.append(FoundBody([(hit.start, end)], [name], kind, acronym, hit.entry.iri, known=True))
    return found


def _is_medium(text: str, start: int, end: int) -> bool:
    """Whether a platform is named only as where something was said (`on Twitter`)."""
    if text[start:end] not in lexicon_set("bodies", "platforms"):
        return False
    before = text[max(0, start - 12) : start]
    return before.endswith(("| ", ": ")) or before.rpartition(" ")[0].rpartition(" ")[
        2
    ].lower() in lexicon_set("bodies", "platform_uses")


def _brackets(text: str) -> set[int]:
    """Where a blank and an opening bracket stand."""
    places: set[int] = set()
    place = text.find(" (")
    while place >= 0:
        places.add(place)
        place = text.find(" (", place + 1)
    return places


def headed_bodies(text: str, runs: list[Run]) -> list[FoundBody]:
    """Names with a head word or an acronym in brackets; their runs are marked as taken."""
    found: list[FoundBody] = []
    brackets = _brackets(text)
    part_runs(text, runs)
    for at in [
        at
        for at, run in enumerate(runs)
        if (words := run.core)
        and (words[-1].bits & HEADS or words[0].bits & wc.FIRST_HEAD or words[-1].end in brackets)
    ]:
        name = None if runs[at].taken else _headed(text, runs, at, brackets)
        if name is None or (name.acronym is None and _doubtful(text, name)):
            continue
        for one in name.runs:
            one.taken = True
        body = FoundBody([(name.start, name.end)], [text[name.start : name.end]], name.kind, name.acronym)
        if name.acronym:
            place = text.find(name.acronym, name.end)
            body.spans.append((place, place + len(name.acronym)))
            body.names.append(name.acronym)
            _take_acronym(runs, at, place)
        found.append(body)
    return found


def _doubtful(text: str, name: FoundName) -> bool:
    words = name.runs[-1].words
    if len(name.runs) > 1 or not words[-1].bits & wc.DOUBTFUL or (words[-2:-1] and words[-2].possessive):
        return False
    return not text.endswith(" by the ", 0, name.start) and cues(text, (name.start, name.end)) < 1.5


def _take_acronym(runs: list[Run], at: int, place: int) -> None:
    for run in runs[at : at + 8]:
        if run.start == place:
            run.taken = True


def _headed(text: str, runs: list[Run], at: int, brackets: set[int]) -> FoundName | None:
    """The organisation whose name the run at this place begins: by its head, by an acronym, or by both."""
    run = runs[at]
    headed = named_by_head(text, runs, at)
    if not brackets:
        return headed
    words = trimmed([word for member in headed.runs for word in member.words]) if headed else run.core
    spelt = acronym_after(text, words) if words and words[-1].end in brackets else None
    if spelt is None:
        if headed and headed.end in brackets and in_measure(text, headed.end):
            return None
        return headed and (reached(text, runs, at, headed, brackets) or headed)
    acronym, first, after = spelt
    if headed:
        return FoundName(headed.start, words[-1].end, headed.kind, acronym, headed.runs)
    name = FoundName(words[first].start, words[-1].end, head_kind(words[-1].text) or "other", acronym, (run,))
    return None if _is_thing(text, name, after) else name


def _is_thing(text: str, name: FoundName, after: int) -> bool:
    """Whether a name with an acronym is that of a place, a subject or a measure, or what follows says so."""
    if name.runs[-1].words[-1].bits & (wc.THING | wc.PLACE_HEAD) or is_place(text[name.start : name.end]):
        return True
    following = text[after : after + 24].strip().partition(" ")[0].strip(".,")
    return name.acronym in lexicon_set("bodies", "no_bodies") or following in lexicon_set(
        "bodies", "things_after"
    )
