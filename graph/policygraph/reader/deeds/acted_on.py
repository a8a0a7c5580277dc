"""Whether somebody known does a deed of any sort to a phrase: more words are measures there than elsewhere.

1. Active: someone known stands before the verb, and only what belongs to a phrase between it and this one;
   so too in a clause that tells of the phrase (`rules that the board is preparing`).
2. Passive: someone known follows `by`.
3. Where no one is named, a deed in the passive right after the phrase may still be the government's
   (`the permits have been withdrawn`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from policygraph.reader.text.deed_forms import deed_forms
from policygraph.reader.text.small_words import BE
from policygraph.reader.text.words import Clause, Words

__all__ = ["acted_on", "agent_end", "passive_after"]

_SUBJECT, _AGENT, _RELATIVE = 24, 9, 12
"""Words from a verb to its subject, from a phrase to its agent and to a verb that tells of it."""
_CLOSE, _OBJECT = 5, 7
"""Words from a verb to its object, and to what that is of (`laid the foundation stone of`)."""
_AFTER_NOUNS = frozenset({"to", "in", "at", "over", "about", "for", "with"})
"""After the noun that tells a deed (`voiced doubts about`)."""
_DONE_OR_AHEAD = BE - {"is", "are"}
"""Forms of `be`; one of the present may tell what is usual (`permits are issued`)."""


def acted_on(words: Words, clause: Clause, first: int, last: int, doers: Sequence[int]) -> bool:
    """Whether somebody known does a deed to the phrase; `doers` are the last words of who acts, in order."""
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
    """The last word of who did it, told right after the phrase (`approved by the board`); 0 where it is not.

    Where that is a clause (`which the board approved`), it is the phrase's own last word.
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
    if first - 2 >= clause.start and words.low[first - 1] == "of" and words.low[first - 2] == "number":
        first -= 2
    furthest = max(clause.start, first - _OBJECT)
    if words.tags.rfind("V", furthest, first) < 0:
        return None
    between: set[str] = set()
    of = False
    for j in range(first - 1, furthest - 1, -1):
        tag, low = words.tag[j], words.low[j]
        if j < first - _CLOSE and not of:
            return None
        if tag == "V":
            known = deed_forms().get(low)
            if not known or known.ahead_only or not known.action(words.low[j + 1 : first]):
                return None
            return (
                j if between <= (known.particles.keys() | (_AFTER_NOUNS if known.nouns else set())) else None
            )
        if low == "of" and words.tag[j - 1] == "w":
            of = True
        elif tag == "P":
            between.add(low)
        elif tag not in "DANwSU" or (of and tag == "N"):
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
    verb, furthest = None, min(clause.end, last + _AGENT)
    if "by" not in words.low[last + 1 : furthest]:
        return None
    for j in range(last + 1, furthest):
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


def passive_after(words: Words, clause: Clause, last: int) -> bool:
    """Whether a deed in the passive, done or ahead, follows the phrase (`have been withdrawn`)."""
    be, furthest = False, min(clause.end, last + _AGENT)
    if words.tags.find("V", last + 1, furthest) < 0:
        return False
    for j in range(last + 1, furthest):
        low, tag = words.low[j], words.tag[j]
        if tag == "V":
            known = deed_forms().get(low)
            return (
                be and known is not None and known.participle and bool(known.action(words.low[j + 1 : j + 4]))
            )
        if tag not in "XA" and low != "to":
            return False
        be = be or low in _DONE_OR_AHEAD
    return False
