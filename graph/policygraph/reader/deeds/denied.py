"""What a sentence tells only to deny it.

1. A verb or noun of denial and `that` deny what follows (`denied that`, `the board's denial that`); so does
   the verb with a clause right after it (`denied it had opened`).
2. So do a verb of rejecting, a noun of what is claimed and `that` (`dismissed reports in the press that`), a
   word for what is wrong and `that`, and one for what is right with a negation before it (`isn't true that`).
3. A denial that is itself negated (`did not deny that`) is none.
4. What would have been done (`exports would have reached`) was not.
5. What is denied ends at a semicolon, a `but` or its like, an `and` before a verb of saying, a comma before
   a form in `-ing` (`, adding that`), and with the sentence.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from policygraph.lexicon import phrases
from policygraph.reader.deeds.speech import says_at
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["denied_in", "is_unreal"]

_FAR = 7
"""Words from a denial to its `that`, or to the verb of its clause."""
_UNREAL = 9
"""Words from `would have` to what was not reached."""
_WOULD = frozenset({"would", "could", "might"})
_BUT = frozenset({";", "but", "while", "although", "though", "whereas", "however"})


def denied_in(words: Words, clause: Clause) -> range:
    """The words of a sentence that it denies; an empty range where there are none.

    >>> from policygraph.reader.text.sentences import sentences_of
    >>> from policygraph.reader.text.words import words_of
    >>> text = "Noor denied that it was sold, but sold it."
    >>> words = words_of(text, sentences_of(text))
    >>> [words.low[i] for i in denied_in(words, words.clauses[0])]
    ['it', 'was', 'sold', ',']
    """
    low = words.low[clause.start : clause.end]
    for i, word in enumerate(low) if not _may_deny().isdisjoint(low) else ():
        if word in _may_deny() and (first := _complement(words, clause, clause.start + i)):
            return range(first, _end(words, clause, first))
    return range(0)


def is_unreal(words: Words, clause: Clause, at: int) -> bool:
    """Whether a verb of what would have been stands before a word in its part of the sentence (rule 4)."""
    for i in range(at - 1, max(clause.start, at - _UNREAL), -1):
        if words.shown[i] in ",;" or words.tag[i] == "C":
            return False
        if words.low[i] == "have" and words.low[i - 1] in _WOULD and "V" in words.tag[i + 1 : i + 3]:
            return words.low[i + 1] != "to"
    return False


def _complement(words: Words, clause: Clause, at: int) -> int:
    """The first word of what the word at a place denies; 0 where it denies nothing."""
    low = words.low[at]
    negated = not lexicon_set("actions", "negated").isdisjoint(words.low[max(clause.start, at - 3) : at])
    if low in lexicon_set("actions", "right"):
        return _after_that(words, clause, at) if negated else 0
    if negated:
        return 0
    if low in _denies():
        return _after_that(words, clause, at) or _own_clause(words, clause, at)
    if low in _rejects():
        return _after_that(words, clause, at, lexicon_set("actions", "claimed"))
    return _after_that(words, clause, at)


def _after_that(words: Words, clause: Clause, at: int, named: Collection[str] = ()) -> int:
    """The word after `that`, where no verb and no mark stands before it, and one of the nouns does."""
    met = not named
    for i in range(at + 1, min(clause.end - 1, at + _FAR)):
        if words.low[i] == "that":
            return i + 1 if met else 0
        if words.tag[i] in "VXC.":
            return 0
        met = met or words.low[i] in named
    return 0


def _own_clause(words: Words, clause: Clause, at: int) -> int:
    """The word after a verb of denial that a subject and an auxiliary follow."""
    if words.tag[at + 1 : at + 2] not in (["R"], ["D"], ["U"]):
        return 0
    for i in range(at + 2, min(clause.end, at + _FAR)):
        if words.tag[i] in "VXC.P":
            return at + 1 if words.tag[i] == "X" else 0
    return 0


def _end(words: Words, clause: Clause, first: int) -> int:
    """The word that what is denied ends before (rule 5)."""
    for i in range(first, clause.end - 1):
        going_on = words.shown[i] == "," and words.low[i + 1].endswith("ing")
        told = words.low[i] == "and" and says_at(words, clause, i + 1)
        if words.low[i] in _BUT or going_on or told:
            return i
    return clause.end


@cache
def _denies() -> frozenset[str]:
    return frozenset(verb_forms(phrases("actions", "denies"))) | lexicon_set("actions", "denials")


@cache
def _rejects() -> frozenset[str]:
    return frozenset(verb_forms(phrases("actions", "rejects")))


@cache
def _may_deny() -> frozenset[str]:
    """All words that may begin a denial."""
    return _denies() | _rejects() | lexicon_set("actions", "right") | lexicon_set("actions", "wrong")
