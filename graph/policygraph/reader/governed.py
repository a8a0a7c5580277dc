"""Whether somebody does a deed to a phrase: what makes a measure of one that would not tell by itself.

1. A verb of launching, approving, establishing, funding, planning or hosting stands before it, or a noun of
   such a deed with `of`, `for`, `to` or `on`.
2. Such a verb in the passive follows it, or one of coming that lies ahead (`will start`); a short insertion
   between commas does not part them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from policygraph.reader.deed_forms import deed_forms, deed_verbs
from policygraph.reader.lexicon import phrases, section
from policygraph.reader.verb_forms import verb_forms
from policygraph.reader.words import Clause, Words

__all__ = ["acted_on", "agent_end", "governed", "is_launch", "launches", "passive_after"]

_DEEDS = ("announce", "launch", "approve", "establish", "fund", "plan", "host")
_SUBJECT, _AGENT, _RELATIVE = 24, 9, 12
"""Words before a verb within which its subject is; after a phrase within which its agent is, or a verb that tells of
it."""


def governed(words: Words, clause: Clause, first: int, last: int) -> bool:
    """Whether someone does a deed to the phrase from word `first` to word `last`."""
    return bool(_deed_before(words, clause, first)) or _deed_after(words, clause, last)


def acted_on(words: Words, clause: Clause, first: int, last: int, doers: Sequence[int]) -> bool:
    """Whether somebody known does a deed of any sort to the phrase; `doers` are the last words of who acts.

    Active: someone known stands before the verb. Passive: someone known follows `by`.
    """
    verb = _verb_before(words, clause, first)
    if verb is not None:
        at = bisect_left(doers, verb) - 1
        return at >= 0 and doers[at] >= clause.start and verb - doers[at] <= _SUBJECT
    if (verb := _relative_verb(words, clause, last)) is not None:
        at = bisect_left(doers, verb) - 1
        return at >= 0 and doers[at] > last
    if (by := _by_after(words, clause, last)) is None:
        return False
    at = bisect_left(doers, by)
    return at < len(doers) and doers[at] < min(clause.end, by + _AGENT)


def agent_end(words: Words, clause: Clause, last: int, doers: Sequence[int]) -> int:
    """The last word of what says who did it, right after the phrase (`approved by the board`); the phrase's own
    where that is a clause (`which the board approved`); 0 where nothing does.
    """
    if (verb := _relative_verb(words, clause, last)) is not None:
        at = bisect_left(doers, verb) - 1
        return last if at >= 0 and doers[at] > last else 0
    by = last + 2
    if by >= clause.end or words.tag[last + 1] != "V" or words.low[by] != "by":
        return 0
    at = bisect_left(doers, by)
    return doers[at] if at < len(doers) and doers[at] < min(clause.end, by + _AGENT) else 0


def _verb_before(words: Words, clause: Clause, first: int) -> int | None:
    """The verb of a deed whose object begins here: only what belongs to a phrase stands between."""
    if words.low[max(clause.start, first - 2) : first] == ["number", "of"]:
        first -= 2
    for j in range(first - 1, max(clause.start, first - 5) - 1, -1):
        tag, low = words.tag[j], words.low[j]
        if tag == "V":
            known = deed_forms().get(low)
            return j if known and known.action(words.low[j + 1 : first]) else None
        if tag not in "DANwSU" and low not in _particles():
            return None
    return None


def _relative_verb(words: Words, clause: Clause, last: int) -> int | None:
    """The verb of a deed in a clause that tells of the phrase (`rules that the board is preparing`)."""
    start = last + 2 if words.shown[last + 1 : last + 2] == [","] else last + 1
    if words.low[start : start + 1] not in (["which"], ["that"]):
        return None
    for j in range(start + 1, min(clause.end, start + _RELATIVE)):
        if words.tag[j] == "V":
            return j if words.low[j] in deed_forms() else None
        if words.tag[j] in "C.":
            return None
    return None


def _by_after(words: Words, clause: Clause, last: int) -> int | None:
    """`By` after a deed in the passive that follows the phrase."""
    verb = None
    for j in range(last + 1, min(clause.end, last + _AGENT)):
        low, tag = words.low[j], words.tag[j]
        if low == "by" and verb is not None:
            return j
        if tag == "V":
            if verb is not None or low not in deed_forms():
                return None
            verb = j
        elif tag in ".C" or (tag in "wUN" and verb is None):
            return None
    return None


def _deed_before(words: Words, clause: Clause, first: int) -> str:
    deeds, nouns = _deeds(), _nouns()
    for j in range(first - 1, max(clause.start, first - 5) - 1, -1):
        tag, low = words.tag[j], words.low[j]
        if tag in "VX":
            deed = deeds.get(low)
            return deed if deed and tag == "V" else ""
        if low in nouns and j + 1 < first and words.low[j + 1] in {"of", "for", "to", "on"}:
            return nouns[low]
        if tag not in "DANwP" and words.low[j] not in {"up", "out", "and"}:
            return ""
    return ""


def _deed_after(words: Words, clause: Clause, last: int) -> bool:
    deeds = _deeds()
    passive = ahead = False
    start = _past_insertion(words, clause, last + 1)
    for j in range(start, min(clause.end, start + 8)):
        low, tag = words.low[j], words.tag[j]
        if tag == "V":
            if ahead and low in phrases("actions", "comes"):
                return True
            return low in deeds and low.endswith(("ed", "en", "t", "n")) and (passive or j == last + 1)
        if tag in ".C":
            return False
        passive = passive or tag == "X"
        ahead = ahead or low in {"will", "shall"} or (passive and low == "to")
    return False


def passive_after(words: Words, clause: Clause, last: int) -> bool:
    """Whether a deed in the passive, done or ahead, follows the phrase (`have been withdrawn`)."""
    be = False
    for j in range(last + 1, min(clause.end, last + _AGENT)):
        low, tag = words.low[j], words.tag[j]
        if tag == "V":
            known = deed_forms().get(low)
            return (
                be and known is not None and known.participle and bool(known.action(words.low[j + 1 : j + 4]))
            )
        if tag not in "XA" and low != "to":
            return False
        be = be or low in {"been", "be", "being", "were", "was"}
    return False


def _past_insertion(words: Words, clause: Clause, start: int) -> int:
    """The word after a short insertion between commas (`, by his account,`)."""
    if start < clause.end and words.shown[start] == "," and words.tag[start + 1 : start + 2] == ["P"]:
        reach = range(start + 1, min(clause.end, start + 8))
        return next((j for j in reach if words.shown[j] == ","), start - 1) + 1
    return start


def is_launch(words: Words, at: int) -> bool:
    """A verb of launching, or `the launch of`, `the launch ceremony of`."""
    if words.tag[at] == "V":
        return _deeds().get(words.low[at]) == "launch"
    if at < 1 or words.low[at] != "of":
        return False
    return any(
        _nouns().get(words.low[j]) == "launch"
        for j in (at - 1, at - 2)
        if j == at - 1 or _is_event(words, at - 1)
    )


@cache
def launches() -> frozenset[str]:
    """The verbs and nouns of launching: one of them begins what `is_launch` holds at the end of."""
    deeds = (*_deeds().items(), *_nouns().items())
    return frozenset(word for word, deed in deeds if deed == "launch")


@cache
def _particles() -> frozenset[str]:
    return frozenset(word for form in deed_forms().values() for word in form.particles)


def _is_event(words: Words, at: int) -> bool:
    return words.low[at] in {"ceremony", "event"}


@cache
def _deeds() -> dict[str, str]:
    return {form: deed for deed in _DEEDS for form in verb_forms(deed_verbs()[deed])}


@cache
def _nouns() -> dict[str, str]:
    return {noun: deed for deed, nouns in section("actions", "nouns").items() for noun in nouns}
