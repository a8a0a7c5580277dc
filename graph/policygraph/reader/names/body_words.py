"""Organisations that a word or phrase of the lexicon names by itself.

1. In small letters: a field with `ministry`, `division` or `department`, and the chambers of a parliament
   and the cabinet.
2. With a capital alone: `Parliament`, `Treasury`; a party's adjective before its people (`Labour MPs`).
"""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from policygraph.reader.names.found import Covered, FoundBody
from policygraph.reader.names.names import Run
from policygraph.reader.names.offices import has_office_word
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.folding import lowered
from policygraph.reader.text.lexicon import flat
from policygraph.reader.text.word_class import lexicon_set

__all__ = ["capital_bodies", "small_bodies"]


@cache
def _small() -> tuple[AhoCorasick, tuple[str, ...]]:
    names = (*flat("bodies", "small_heads"), *flat("bodies", "small_names"))
    kind = Implementation.DFA
    return AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest, implementation=kind), names


def small_bodies(text: str, bodies: list[FoundBody]) -> list[FoundBody]:
    """Ministries and chambers in small letters, outside the bodies that are found already."""
    automaton, names = _small()
    hits = automaton.find_matches_as_indexes(lowered(text))
    covered = Covered([span for body in bodies for span in body.spans] if hits else [])
    found = []
    for index, start, end in hits:
        if covered.touches(start, end) or not _apart(text, start, end):
            continue
        if (first := _small_start(text, names[index], start, end)) >= 0 and not covered.touches(first, end):
            found.append(FoundBody([(first, end)], [text[first:end]], _small_kinds()[names[index]]))
    return found


def _apart(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or hyphen joins a name to what stands beside it."""
    after = text[end : end + 1]
    return not (text[start - 1 : start].isalnum() or after.isalnum() or after == "-")


def _small_start(text: str, name: str, start: int, end: int) -> int:
    """Where a name in small letters begins, with its field; -1 where it is none."""
    if name in flat("bodies", "small_heads"):
        start = _field_start(text, start)
    alone = name in flat("bodies", "small_names")
    return -1 if alone and has_office_word(_next(text, end).lower()) else start


@cache
def _small_kinds() -> dict[str, str]:
    """The kind of each; of the names that are heads too, that of the head."""
    return {**flat("bodies", "small_names"), **flat("bodies", "small_heads")}


def _field_start(text: str, head: int) -> int:
    """Where the field before `ministry` begins, or a people's name before that; -1 for none."""
    parts = text[max(0, head - 40) : head].split(" ")
    if len(parts) < 3 or parts[-2].lower() not in lexicon_set("bodies", "small_fields"):
        return -1
    start = head - 1 - len(parts[-2])
    if parts[-3] in lexicon_set("places", "demonyms"):
        start -= 1 + len(parts[-3])
    return start


def capital_bodies(text: str, runs: list[Run]) -> list[FoundBody]:
    """`Parliament`, `Treasury`, `Reserve Bank`: names by themselves; a party's adjective needs a group."""
    names, parties = flat("bodies", "capital_names"), flat("bodies", "party_words")
    found = []
    for run in [run for run in runs if run.last & wc.NAME_END]:
        words = run.words[1:] if run.words[0].bits & wc.OPENER else run.words
        if not words or len(words) > 3 or run.taken or text.startswith(" of ", run.end):
            continue
        low = text[words[0].start : words[-1].end].lower()
        party = low in parties and (
            words[-1].possessive or _next(text, run.end) in lexicon_set("bodies", "party_groups")
        )
        if party or (low in names and not (run.first and len(run.words) == 1)):
            run.taken = True
            span = words[0].start, words[-1].end
            found.append(FoundBody([span], [text[slice(*span)]], names.get(low) or parties[low]))
    return found


def _next(text: str, end: int) -> str:
    return text[end + 1 : end + 20].partition(" ")[0]
