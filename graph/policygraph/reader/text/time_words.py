"""Whether a phrase tells when rather than what: a day, a month, a year, a stretch of time."""

from __future__ import annotations

import re
from functools import cache

from policygraph.lexicon import phrases, section
from policygraph.reader.text.words import Clause, Words

__all__ = ["is_time"]

_SINGLE_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_NAMED_YEAR = re.compile(
    r"(?=\D*\d)(?:[1-4][hq]|[hq][1-4](?!\d))?(?:fys?|cy)?['’]?(?:\d{4}|\d{2})?(?:[-/]\d{2,4})?\Z"
)
"""A fiscal year, or a part of a year (`fy2030-31`, `h1`, `2hfy31`)."""
_WHICH_TIME = frozenset(
    {"same", "last", "next", "past", "coming", "previous", "following", "early", "late", "mid"}
)


def is_time(words: Words, clause: Clause, first: int) -> bool:
    """Whether a day, a month, a year or a stretch of time starts here.

    So do `9 June`, `that same week`, `FY2030-31`, `Q1` and `2024`.
    """
    months, times = _times()
    at = first
    while at < clause.end and (words.tag[at] == "D" or words.low[at] in _WHICH_TIME):
        at += 1
    if at >= clause.end:
        return False
    if words.tag[at] == "U" and _NAMED_YEAR.match(words.low[at]):
        return True
    if _is_month(words, at, months) or (at > first and words.low[at] in times):
        return True
    if words.tag[at] != "N":
        return False
    if at + 1 < clause.end and _is_month(words, at + 1, months):
        return True
    return bool(_SINGLE_YEAR.match(words.shown[at])) and (
        at + 1 >= clause.end or words.tag[at + 1] not in "wU"
    )


def _is_month(words: Words, i: int, months: frozenset[str]) -> bool:
    """Whether the word is a month or a day of the week; `May` only with its capital."""
    return words.low[i] in months or words.shown[i] == "May"


@cache
def _times() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(section("words", "tags")["calendar"]), frozenset(phrases("words", "stretches"))
