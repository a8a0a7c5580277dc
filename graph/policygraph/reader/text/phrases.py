"""Where a noun phrase around a word begins and ends.

1. To the left a phrase runs over plain words, names and numbers, over a currency mark (`$`, `Rs.`) before a
   number and the stroke within one (`2030/31`); it stops before a determiner, a verb, a preposition, a
   possessive or any other mark, and at a number in words after a plain word.
2. To the right the core ends with the head; names are read further in measure_names.py.
3. The full phrase adds up to two complements: a preposition of `initiatives.yaml`'s kind (`for`, `of`, `on`,
   `to`, `in`, `against`, `into`) and the words after it, up to the next verb, conjunction or mark.
4. A date or a stretch of time is no complement (`on 9 June`, `in the same month`), nor is a participle with
   `in` or `from` (`played in`), which may be the verb of the sentence; nor one that is the only verb that a
   whole sentence has (`The levy applied to boats.`).
5. A complement ends on a noun: a word in `-ly` or a title (`Dr`) is left off, a plural that may be a verb is
   a noun before a mark or a verb, and an infinitive whose own object is cut off is left out.
6. Someone told by what they do (`for anyone who`) ends a phrase.
7. A participle after a preposition or a verb is part of the phrase (`submitted revised plans`).
"""

from __future__ import annotations

from functools import cache

from policygraph.lexicon import section
from policygraph.reader.text.money_signs import money_marks, money_signs
from policygraph.reader.text.time_words import is_time
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["complemented", "core_start", "number_words", "object_end"]

_BEFORE_NUMBER = money_marks() | {"-"}
_TAKES = frozenset({"for", "of", "on", "to", "in", "against", "into", "from", "with", "at"})
_TAKES_AFTER_PARTICIPLE = frozenset({"for", "to", "on", "at", "of", "with", "against"})
_FINITE = frozenset({"accounted", "amounted", "referred", "objected", "belonged", "led", "contributed"})
"""Never a participle before `to` or `for`."""
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "prof"})
_SOMEONE = frozenset({"anyone", "anybody", "everyone", "everybody", "those"})
"""Before `who`: whom the phrase is for."""
_APOSTROPHES = frozenset("'’")
_MOST = 12
"""Words to either side that a phrase may have."""


def core_start(words: Words, clause: Clause, head: int) -> int:
    """The first word of the phrase that ends in the head (rule 1)."""
    first, furthest, numbers = head, max(clause.start, head - _MOST), number_words()
    while first > furthest:
        before, tag = words.shown[first - 1], words.tag[first - 1]
        if tag == "w" and first < head and words.low[first] in numbers and before not in numbers:
            break
        if (
            tag in "wUN"
            or (tag == "." and before in _BEFORE_NUMBER and _joined(words, first - 1))
            or (before == "/" and words.tag[first - 2] == "N" == words.tag[first])
            or (before == "." and first - 1 > furthest and _is_short(words, first - 1))
            or (tag == "V" and _is_adjective(words, clause, first - 1))
        ):
            first -= 1
        elif tag == "." and before in "\"“‘'" and words.shown[first] != before:
            break
        else:
            break
    return first


def _is_adjective(words: Words, clause: Clause, i: int) -> bool:
    """Whether a participle tells of the word after it: a preposition or a verb stands before it (rule 7)."""
    if not words.low[i].endswith("ed") or words.tag[i + 1] != "w" or i <= clause.start:
        return False
    return words.tag[i - 1] in "PV" and words.low[i - 1] != "to"


def _joined(words: Words, i: int) -> bool:
    return words.tag[i + 1] == "N" or words.shown[i] == "-"


def _is_short(words: Words, i: int) -> bool:
    """Whether a full stop only shortens a currency before its number (`Rs. 12,000`)."""
    return words.tag[i + 1 : i + 2] == ["N"] and words.low[i - 1] in money_signs()


def complemented(words: Words, clause: Clause, head: int, complements: int = 2) -> int:
    """The last word of the phrase with what follows its head (rule 3)."""
    last = head
    if (
        head + 3 < clause.end
        and words.low[head + 1].endswith("ed")
        and words.low[head + 2] in _TAKES_AFTER_PARTICIPLE
        and not _is_finite(words, clause, head + 1)
        and not is_time(words, clause, head + 3)
    ):
        reach = object_end(words, clause, head + 3)
        last = reach if reach > head + 2 else head
    for _ in range(complements):
        after = last + 1
        if after + 1 >= clause.end or words.low[after] not in _TAKES or words.low[after + 1] == "law":
            break
        if is_time(words, clause, after + 1):
            break
        if words.low[after + 1] in _SOMEONE and words.low[after + 2 : after + 3] == ["who"]:
            return after + 1
        reach = object_end(words, clause, after + 1)
        if reach == after:
            break
        last = reach
    return last


def _is_finite(words: Words, clause: Clause, verb: int) -> bool:
    """Whether a form in `-ed` is the verb of its sentence, and no participle (rule 4)."""
    if words.low[verb] in _FINITE:
        return True
    if words.shown[clause.end - 1] != ".":
        return False
    others = (j for j in range(clause.start, clause.end) if words.tag[j] in "VX" and j != verb)
    return all(words.low[j - 1] == "to" for j in others)


def object_end(words: Words, clause: Clause, first: int) -> int:
    """The last word of the phrase that starts here; the word before it where there is none."""
    last = first - 1
    for i in range(first, min(clause.end, first + _MOST)):
        tag = words.tag[i]
        if (
            tag in "wUNS"
            or (tag == "D" and words.tag[i - 1] in "PV")
            or (words.shown[i] in _BEFORE_NUMBER and i + 1 < clause.end)
            or (words.shown[i] == "." and i > first and _is_short(words, i))
            or (tag == "V" and i > first and _is_noun(words, clause, i))
            or (tag == "V" and i == first and i + 1 < clause.end and _is_adjective(words, clause, i))
        ):
            last = i
        elif (words.low[i] == "and" and i + 1 < clause.end and _goes_on(words, i)) or (
            words.shown[i] in _APOSTROPHES
            and words.low[i - 1][-1] == "s"
            and words.tag[i + 1 : i + 2] == ["w"]
        ):
            continue
        elif tag == "V" and i == first and words.low[i - 1] in {"to", "for", "of"}:
            last = i
        else:
            if tag == "D" and words.low[first - 1] == "to" and words.tag[last] == "w":
                return first - 1
            break
    while last > first and words.low[last].endswith("ly") and words.tag[last] in "wA":
        last -= 1
    while last > first and words.low[last] in _TITLES:
        last -= 1
    hangs = last >= first and (
        words.tag[last] == "D"
        or words.low[last] in _TITLES
        or (
            words.tag[last] == "V"
            and not words.low[last].endswith("ing")
            and not (last > first and _is_noun(words, clause, last))
        )
    )
    return first - 1 if hangs else last


def _goes_on(words: Words, i: int) -> bool:
    """Whether `and` joins two words of the phrase: of one kind, or a short form and what it stands beside."""
    before, after = words.tag[i - 1], words.tag[i + 1]
    if before == after and after in "wU":
        return True
    return before == "U" and after == "w" and words.shown[i - 1].isupper() and words.tag[i - 2] == "D"


def _is_noun(words: Words, clause: Clause, i: int) -> bool:
    """Whether a plural that may be a verb ends a phrase: a name or a noun before it, no object after."""
    if (
        words.low[i] not in lexicon_set("words", "also_nouns")
        or words.low[i][-1] != "s"
        or words.tag[i - 1] not in "wU"
    ):
        return False
    if i + 1 >= clause.end or words.tag[i + 1] in ".XCV":
        return True
    return words.tag[i + 1] == "P" and words.shown[i - 1].isupper()


@cache
def number_words() -> frozenset[str]:
    """Numbers in words: they count, and do not say which."""
    return frozenset(section("numbers", "words"))
