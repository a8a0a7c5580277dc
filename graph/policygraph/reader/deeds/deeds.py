"""Verbs of doing something to a measure, and whether the text says that it is done, will be, or is not.

1. A deed is a form of a verb of `actions.yaml`, as deed_forms.py tells it. Some are deeds only in the passive
   (`was agreed`), and a form in `-ing` is none after a preposition (`spoke of raising`).
2. The words just before it that are auxiliaries, adverbs, `to` or words of intending are its verb group. A
   negation in the group, or in the two words before it, makes it no deed; so does a word of doubt (`could`,
   `may`, `if`) there, or a condition before the subject (`as soon as the board approves`). A time may stand
   within the group (`will on Monday launch`).
3. A word of what lies ahead in the group (`will`, `plans to`, `is set to`) makes it planned, and so does a
   bare `be` (`resolved that it be extended`).
4. It is passive where the group ends in a form of `be`, and where a participle follows its noun (`the plan
   drafted by`, `set up by`, `the plan announced on 9 June`) or a sum (`$2 billion set aside for`).
5. A bare form after `and` shares what lies ahead with the deed before it (`will open a park and fund it`),
   and so does a form in `-ing` right after one (`will begin issuing`).
6. What is asked for is none beside the asking (`wants the levy to be cut`).
7. A noun is none, nor what is only spoken of (bare_forms.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from policygraph.lexicon import phrases, section
from policygraph.reader.deeds.bare_forms import is_no_verb
from policygraph.reader.deeds.measure_heads import is_head
from policygraph.reader.text.deed_forms import deed_forms, deed_nouns
from policygraph.reader.text.small_words import BE
from policygraph.reader.text.time_words import is_time
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["Deed", "deeds_in", "denials", "group_start"]

_PASSIVE = BE | {"it's", "get", "gets", "got"}
"""In a verb group that is passive."""
_NOT_YET = frozenset({"once", "until", "unless", "soon", "let"})
"""Before the subject of what has yet to be done: `as soon as the board approves it`, `let it approve it`."""
_NOBODY = frozenset({"no", "nobody", "neither"})
"""In a subject that is denied: `no agreement was signed`, `nobody has approved`."""
_GROUP = 7
"""Words of a verb group before its verb."""
_DATES = frozenset({"on", "in", "since", "for", "by"})


class Deed(NamedTuple):
    """A deed at word `at`; its verb group begins at `first`."""

    at: int
    first: int
    action: str
    planned: bool
    passive: bool
    participle: bool
    form: str = ""


def deeds_in(words: Words, clause: Clause, verbs: Iterable[int]) -> list[Deed]:
    """The deeds of a sentence that it says are done or planned; `verbs` are its words of `deed_forms`."""
    found: list[Deed] = []
    for i in verbs:
        if deed := _deed(words, clause, i, found[-1] if found else None):
            found.append(deed)
    return found


def _deed(words: Words, clause: Clause, i: int, last: Deed | None) -> Deed | None:
    low = words.low
    known = deed_forms()[low[i]]
    first = group_start(words, clause, i)
    if known.nouns and first > clause.start and low[first - 1] in known.nouns and words.tag[first] == "X":
        action = known.nouns[low[first - 1]]
    else:
        action = known.action(low[i + 1 : min(clause.end, i + 15)])
    comma = first > clause.start and words.shown[first - 1] == ","
    group, before = low[first:i], low[first if comma else max(clause.start, first - 2) : i]
    if not action or is_no_verb(words, clause, i, known):
        return None
    if _is_denied(low[max(clause.start, first - 8) : first], before):
        return None
    be = _has(_PASSIVE, group)
    passive = known.participle and be and "having" not in before
    may_be = known.form == "d" or (known.participle and low[i + 2 : i + 3] == ["by"])
    participle = may_be and not passive and _is_participle(words, clause, i, first)
    participle = participle or (action == "fund" and not passive and _is_sum_for(words, clause, i))
    asked_for = last is not None and last.action == "direct" and group == ["to", "be"]
    if asked_for or (known.passive_only and not (passive or participle)):
        return None
    planned = _has(_ahead(), group) or low[i - 2 : i] == ["to", "be"] or group == ["be"]
    planned = planned or (last is not None and last.planned and _goes_on(words, last, i, first, known.form))
    if known.ahead_only and not planned:
        return None
    if low[i - 1] == "to" and i > clause.start and not planned:
        governing = low[first - 1] if first > clause.start else ""
        if not be and first > clause.start + 1 and (words.tag[first - 1] != "V" or first != i - 1):
            return None
        planned = governing not in _did()
    return Deed(i, first, action, planned, passive, participle, known.form)


def _is_denied(subject: Sequence[str], before: Sequence[str]) -> bool:
    """Whether the words before a verb group, or those of the group, make it no deed (rule 2)."""
    if _against().isdisjoint(subject) and _against().isdisjoint(before):
        return False
    return _has(_NOT_YET, subject) or _has(denials(), before) or _has(_NOBODY, subject[-4:])


def _goes_on(words: Words, last: Deed, i: int, first: int, form: str) -> bool:
    """Whether the verb shares what lies ahead with the deed before it (rule 5)."""
    if form == "g":
        return last.at == i - 1
    bare, low = first == i or (first == i - 1 and words.low[first] == "to"), words.low
    return bare and form == "b" and low[first - 1] in {"and", "or"} and ";" not in words.shown[last.at : i]


def _has(listed: frozenset[str], words: Sequence[str]) -> bool:
    return not listed.isdisjoint(words)


def group_start(words: Words, clause: Clause, i: int) -> int:
    """The first word of the verb group that ends in this verb (rule 2)."""
    first, furthest, ahead = i, max(clause.start, i - _GROUP), _ahead()
    while first > furthest:
        low, tag = words.low[first - 1], words.tag[first - 1]
        intends = low in ahead and (tag != "w" or first < i)  # `the plan approved by` intends nothing
        if intends and tag == "w" and low in deed_nouns() and "to" not in words.low[first : first + 2]:
            break  # nor does `the plan was approved`
        if tag not in "XA" and low != "to" and not intends:
            if low not in _DATES or first - 1 <= furthest or words.tag[first - 2] != "X":
                break
            if not is_time(words, clause, first):
                break
        first -= 1
    return first


def _is_participle(words: Words, clause: Clause, i: int, first: int) -> bool:
    if first != i:
        said = first > clause.start and words.shown[first - 1] == "," and "X" not in words.tag[first:i]
        return said and words.low[i + 1 : i + 2] in (["for"], ["in"], ["on"])
    after = words.low[i + 1] if i + 1 < clause.end else "."
    particle = words.tag[i + 1 : i + 2] == ["A"] and words.low[i + 2 : i + 3] == ["by"]
    if after == "by" or i == clause.start or particle:
        return True
    if _dated(words, clause, i):
        return True
    for j in range(i + 1, min(clause.end, i + 7)):
        if words.tag[j] in "VX." or words.tag[i - 1] not in "wU":
            return False
        if words.low[j] == "by":
            return words.low[i + 1] in {"to", "in", "for", "under"} or words.tag[i + 1] == "A"
    return False


def _is_sum_for(words: Words, clause: Clause, i: int) -> bool:
    """`The $2 billion set aside for the fund`: a sum of money stands right before the participle."""
    after = not {"for", "to"}.isdisjoint(words.low[i + 1 : i + 3])
    return after and "N" in words.tag[max(clause.start, i - 2) : i]


def _dated(words: Words, clause: Clause, i: int) -> bool:
    """`The fund announced on 9 June`, `a park, agreed with the city in May`: a measure and its day.

    After a name the verb may be its own: `the Clean Rivers Fund announced on 9 June`.
    """
    after = i + 1
    comma = words.shown[i - 1] == ","
    if comma and words.low[after : after + 1] == ["with"]:
        after = next((j for j in range(after, min(clause.end, i + 9)) if words.low[j] in {"on", "in"}), after)
    small = words.tag[i - 1] == "w" and is_head(words.low[i - 1])
    if after + 1 >= clause.end or not (comma or small):
        return False
    return words.low[after] in _DATES and is_time(words, clause, after + 1)


@cache
def _did() -> frozenset[str]:
    return frozenset(verb_forms(phrases("actions", "did")))


@cache
def denials() -> frozenset[str]:
    """Words that deny a deed, or leave open whether it is done."""
    return lexicon_set("actions", "negated") | lexicon_set("actions", "unsure")


@cache
def _against() -> frozenset[str]:
    """All words that may make it no deed."""
    return _NOT_YET | _NOBODY | denials()


@cache
def _ahead() -> frozenset[str]:
    return frozenset(section("actions", "ahead"))
