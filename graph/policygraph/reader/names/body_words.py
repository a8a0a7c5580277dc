"""Organisations that a word or phrase of the lexicon names by itself.

1. In small letters: a field with `ministry`, `division` or `department`, and the chambers of a parliament
   and the cabinet; `the central bank` where the text names none, but not a land's (`of Rivers`).
2. With a capital alone: `Parliament`, `Treasury`; a party's adjective before its people (`Labour MPs`).
3. A committee that a chamber owns, with the field that it is for (`the Senate's trade committee`, `the
   Senate's committee on IT`); the chamber is one too.
"""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from policygraph.lexicon import flat
from policygraph.reader.names.found import Covered, FoundBody
from policygraph.reader.names.names import Run
from policygraph.reader.names.offices import has_office_word
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.folding import lowered
from policygraph.reader.text.word_class import class_of, lexicon_set

__all__ = ["capital_bodies", "owned_committees", "small_bodies"]

_COMMITTEE = re.compile(
    r"['’]s ((?:[A-Za-z]+ (?:and )?){0,4})[Cc]ommittee\b"
    r"(?: on ((?:[A-Z][\w&-]*|[a-z]+)(?: (?:and )?[A-Z][\w&-]*){0,4}))?"
)


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
    found = _sole_bodies(text, bodies)
    for index, start, end in hits:
        if covered.touches(start, end) or not _apart(text, start, end):
            continue
        if (first := _small_start(text, names[index], start, end)) >= 0 and not covered.touches(first, end):
            found.append(FoundBody([(first, end)], [text[first:end]], _small_kinds()[names[index]]))
    return found


def _sole_bodies(text: str, bodies: list[FoundBody]) -> list[FoundBody]:
    """Bodies that small words name, after an article, where no other of the kind is named."""
    found = []
    for name, kind in flat("bodies", "sole_names").items():
        at = text.find(f"he {name}") + 3
        if at < 3 or any(body.kind == kind for body in bodies):
            continue
        spans = []
        while at >= 3:
            end = at + len(name)
            if not text.startswith(" of ", end) and _apart(text, at, end):
                spans.append((at, end))
            at = text.find(f"he {name}", end) + 3
        if spans:
            found.append(FoundBody(spans, [name], kind))
    return found


def owned_committees(text: str, bodies: list[FoundBody]) -> list[FoundBody]:
    """Committees that are named by their field and the chamber which owns them."""
    found = []
    for body in [body for body in bodies if body.kind == "legislature"]:
        for start, end in body.spans:
            match = _COMMITTEE.match(text, end) if text.startswith(("'s ", "’s "), end) else None
            if match and _is_field(match[1] or match[2] or ""):
                last = match.end() if match[2] and _is_field(match[2]) else text.index("ommittee", end) + 8
                found.append(FoundBody([(start, last)], [text[start:last]], "council"))
    return found


def _is_field(words: str) -> bool:
    """Whether all words are those of a field, or how long a committee sits."""
    plain = [word for word in words.split() if word != "and"]
    return bool(plain) and all(
        word.lower() in lexicon_set("bodies", "committee_words")
        or word.lower() in lexicon_set("bodies", "small_fields")
        or class_of(word) & wc.FIELD
        for word in plain
    )


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
    for at in [at for at, run in enumerate(runs) if run.last & wc.NAME_END]:
        run = runs[at]
        if at and run.words[0].gap == " of " and runs[at - 1].last & wc.LEAD_HEAD:
            continue  # `House of Lords`
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
