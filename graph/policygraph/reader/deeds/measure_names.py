"""Where the name of a measure begins and ends.

1. To the left a name reaches over `of`, `for` or `and` to names before it, over names in brackets (`the
   Rivers (Fees) (Amendment) Bill`), and to whose it is (`the Women's Savings Scheme`).
2. To the right it takes names joined by `for` or `of`, and a year (`Act 2022`, `Bill, 2024`); neither the
   place where it is (`in Rivertown`) nor when that was (`in FY2025-26`). A sum of money before a name is no
   part of it (`the Rs 300 million Clean Rivers Mission`).
3. A name and its acronym in brackets stand before a head in small letters (`the Clean Rivers Act (CRA)
   scheme`), unless that names an organisation.
4. A name in which an office is `for` or `of` something (`Minister for Training`) is a post, and no measure.
5. A phrase explains the name before it (`Boats for Girls, a project of`, `Boatcount, the software which`),
   which may begin with an organisation's (`REB Boats`); not the word that a sentence begins with (`Happily,
   the`).
"""

from __future__ import annotations

import re
from functools import cache

from policygraph.lexicon import phrases
from policygraph.reader.deeds.governed import is_sum, scales
from policygraph.reader.deeds.measure_heads import Head
from policygraph.reader.text.money_signs import money_signs
from policygraph.reader.text.phrases import core_start
from policygraph.reader.text.time_words import is_time
from policygraph.reader.text.word_class import is_people, is_place, lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["after_sum", "is_inside", "is_post", "name_end", "named_beside", "owner_of", "widened_name"]

_EXPLAINS = frozenset({"programme", "fund", "incentive", "platform"})
"""Kinds of heads that explain a name; others explain places too (`Rivermouth, a port`)."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?\Z")
_HOLDS = frozenset({"of", "for", "and", "&", "on", "in", "to"})
_IN_BRACKETS = 7
"""Words from a name to the mark that opens brackets before it."""
_MOST = 12
"""Words of a name after its head."""


def widened_name(words: Words, clause: Clause, first: int) -> int:
    """The first word of a name that reaches over `of`, `for` or `and` to names before it."""
    if (
        first - 2 >= clause.start
        and words.tag[first - 1] == "S"
        and words.low[first - 2] in lexicon_set("initiatives", "owners")
    ):
        first = core_start(words, clause, first - 2)
        while words.tag[first] != "U":
            first += 1
    first = _over_brackets(words, clause, first)
    while first - 2 >= clause.start and words.low[first - 1] in _HOLDS and words.tag[first - 2] == "U":
        if words.tag[first] != "U":
            break
        first = core_start(words, clause, first - 2)
        while words.tag[first] != "U":
            first += 1
    return first


def _over_brackets(words: Words, clause: Clause, first: int) -> int:
    """The first word of a name that begins before brackets, or `first`."""
    opened = first
    while opened - 3 >= clause.start and words.shown[opened - 1] == ")":
        reach = range(opened - 2, max(clause.start, opened - _IN_BRACKETS), -1)
        mark = next((j for j in reach if not _in_title(words, j)), clause.start)
        if words.shown[mark] != "(" or mark == clause.start:
            break
        opened = mark
        if words.tag[mark - 1] == "U":
            first = opened = core_start(words, clause, mark - 1)
            while words.tag[first] != "U":
                first += 1
    return first


def _in_title(words: Words, j: int) -> bool:
    """Whether a word has a capital, which may be a verb's (`(Repeal)`), or joins two that have one."""
    return words.tag[j] == "U" or words.shown[j][0].isupper() or words.low[j] in _HOLDS


def after_sum(words: Words, clause: Clause, first: int, last: int) -> int:
    """The first word of a name without a sum of money before it; `first` where no name follows a sum."""
    if words.tag[last] != "U" or "N" not in words.tag[first:last]:
        return first
    at, is_money = first, False
    while at < last and (words.tag[at] == "N" or words.shown[at] == "." or words.low[at] in _of_sums()):
        is_money = is_money or (words.tag[at] == "N" and is_sum(words, clause, at))
        at += 1
    return at if is_money and words.tag[at] == "U" and at < last else first


@cache
def _of_sums() -> frozenset[str]:
    return money_signs() | scales()


def is_inside(words: Words, clause: Clause, head: int) -> bool:
    """Whether a head ends brackets that a name goes on after (`the Rivers (Amendment) Bill`)."""
    if words.shown[head + 1 : head + 2] != [")"] or words.tag[head + 2 : head + 3] not in (["U"], ["."]):
        return False
    if words.tag[head + 2] != "U" and words.shown[head + 2] != "(":
        return False
    reach = range(head, max(clause.start, head - _IN_BRACKETS), -1)
    mark = next((j for j in reach if words.shown[j] == "("), clause.start)
    return mark > clause.start and (words.tag[mark - 1] == "U" or words.shown[mark - 1] == ")")


def name_end(words: Words, clause: Clause, head: int) -> int:
    """The last word of the name whose head this is: names joined by `for` or `of`, and a year (rule 2)."""
    last = head
    while last + 1 < clause.end and last - head < _MOST:
        if words.tag[last + 1] == "U":
            last += 1
        elif last + 2 < clause.end and _holds(words, clause, last):
            last += 2
        else:
            break
    year = last + 2 if last + 2 < clause.end and words.shown[last + 1] == "," else last + 1
    if year < clause.end and words.tag[last] == "U":
        last = _with_year(words, clause, last, year)
    return last


def _holds(words: Words, clause: Clause, last: int) -> bool:
    """Whether a small word and a further name of the same measure follow (rule 2)."""
    after = words.low[last + 1]
    joins = after in _HOLDS and after != "to" and words.tag[last + 2] == "U" and words.tag[last] == "U"
    where = after == "in" and is_place(words.shown[last + 2])
    return joins and not where and not is_time(words, clause, last + 2)


def _with_year(words: Words, clause: Clause, last: int, year: int) -> int:
    if not _YEAR.match(words.shown[year]):
        return last
    if year + 2 < clause.end and words.shown[year + 1] in "-–/" and words.tag[year + 2] == "N":
        return year + 2
    return year


def _before_acronym(words: Words, clause: Clause, i: int, held: set[int]) -> int | None:
    """The first word of a name that its acronym in brackets and the head follow (rule 3)."""
    last = i - 4
    if last < clause.start or words.shown[i - 1] != ")" or words.shown[i - 3] != "(":
        return None
    if not any(letter.isupper() for letter in words.shown[i - 2]) or words.tag[last] != "U" or last in held:
        return None
    first = core_start(words, clause, last)
    while words.tag[first] != "U":
        first += 1
    first = widened_name(words, clause, first)
    return first if first not in held and first < last else None


def is_post(words: Words, first: int, last: int) -> bool:
    """Whether a name tells of an office (rule 4)."""
    offices = phrases("actions", "offices")
    return any(words.low[j] in offices and words.low[j + 1] in {"for", "of"} for j in range(first, last))


def named_beside(
    words: Words, clause: Clause, place: tuple[int, int], head: Head, held: set[int]
) -> tuple[int, int] | None:
    """First and last word of a name that the phrase of a head explains (rule 5), or follows (rule 3)."""
    first, i = place
    explains = head.kind in _EXPLAINS and (not head.acted_on or head.kind == "platform")
    if explains and (run := _explained_name(words, clause, first, held)):
        return run
    name = None if head.acted_on else _before_acronym(words, clause, i, held)
    return None if name is None else (name, i)


def _explained_name(words: Words, clause: Clause, first: int, held: set[int]) -> tuple[int, int] | None:
    """First and last word of a name that the phrase explains (`Boats for Girls, a project of`)."""
    last = first - 3
    if (
        last <= clause.start
        or words.low[first - 1] not in {"a", "an", "the"}
        or words.shown[first - 2] != ","
    ):
        return None
    if words.tag[last] != "U" or last in held:
        return None
    start = last
    while start > clause.start and words.tag[start - 1] == "U":
        start -= 1
    start = widened_name(words, clause, start)
    opens = words.low[first - 1] == "the" and start == last and words.tag[start - 1] == "."
    owned = start in held and start + 1 in held
    return (start, last) if not (opens or owned) and not is_place(words.quote(start, last)) else None


def owner_of(words: Words, clause: Clause, first: int) -> int | None:
    """The first word of a name whose the phrase is (`Rivernet's licence`)."""
    owned = first - 2 >= clause.start and words.tag[first - 1] == "S" and words.tag[first - 2] == "U"
    return core_start(words, clause, first - 2) if owned and not is_people(words.shown[first - 2]) else None
