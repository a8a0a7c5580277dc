"""Phrases that name a policy measure, or describe it so clearly that one can tell which.

1. A phrase that ends in a head word of `initiatives.yaml` is a candidate. As a name (the head has a
   capital, and so has a word before it) it is one, unless a body of that name was read.
2. A strong head (`rebate`, `bill`, `scheme`) counts in lower case too, where a word says which: one before
   it that is not empty (`new`, `other`), or a complement after it (`incentives to freelancers`). A head
   that is told by its modifier alone (`tax`, `loan`, `study`) counts with a word before it that says which,
   or with its rate (`tax at 5 per cent`).
3. A weak head (`centres`, `plan`, `service`) counts where somebody does a deed to it: it follows a verb of
   launching, approving, establishing, funding, planning, or a noun of such a deed, or such a verb in the
   passive follows it; and where a sum of money is part of it.
   So does one right after a name (`the RISE project`), and any head that what follows tells (told_beside.py).
4. A noun of what is done counts with `of` and what it is done to (`the auction of spectrum`).
5. A name that ends in a year, or that is launched (launched_names.py), is one whatever its head. A goal is
   one only with its number.
6. More heads (`fee`, `licences`, `directives`) count in small letters where someone known acts on them
   (acted_on.py); so does a head that who did it tells of (`the plan approved by the board`), and a bare one
   (`the waiver`) where the text has no other name for the measure. A law may have an organisation's name
   before it (`the ABC bill`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from policygraph.lexicon import phrases
from policygraph.reader.deeds.acted_on import acted_on, agent_end, passive_after
from policygraph.reader.deeds.governed import governed
from policygraph.reader.deeds.launched_names import launched_name
from policygraph.reader.deeds.measure_heads import Candidate, Head, head_at, heads_by_word, says_which
from policygraph.reader.deeds.measure_names import (
    after_sum,
    is_inside,
    is_post,
    name_end,
    named_beside,
    owner_of,
    widened_name,
)
from policygraph.reader.deeds.told_beside import is_called, is_owed, is_rated, reports, told_beside
from policygraph.reader.text.money_signs import money_marks
from policygraph.reader.text.phrases import complemented, core_start, number_words
from policygraph.reader.text.small_words import DEFINITE
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["candidates"]

_WHERE = frozenset({"to", "at", "in", "near", "from", "on"})
_VAGUE = frozenset({"other", "event", "facility"})
"""Kinds of heads that by themselves are no measure, whoever acts on them (`the offer`)."""
_NONE_OR_ANY = frozenset({"no", "any", "every", "each"})


class _Phrase(NamedTuple):
    """A phrase from its first word to its head, in its sentence."""

    words: Words
    clause: Clause
    first: int
    last: int
    head: Head
    doers: Sequence[int]
    """The last words of who acts, in order."""
    which: bool
    """Whether a word before the head says which measure is meant."""


def candidates(
    words: Words, clause: Clause, places: Sequence[int], held: set[int], doers: Sequence[int]
) -> Iterator[Candidate]:
    """The candidates of a sentence.

    `places` are its heads, and where a dated or launched name may begin; `held` are the words of people and
    bodies.
    """
    heads, low, tag = heads_by_word(), words.low, words.tag
    for i in places:
        options = heads.get(low[i])
        if not options:
            if i not in held and (last := launched_name(words, clause, i)):
                yield Candidate(i, last, last, Head((low[last],), "programme", True), False)
        elif i + 1 == clause.end or low[i + 1] not in heads or tag[i + 1] not in "wU":
            head = head_at(words, clause, i, options)
            if head and (candidate := _candidate(words, clause, i, head, held, doers)):
                yield candidate._replace(first=after_sum(words, clause, candidate.first, candidate.last))


def _candidate(
    words: Words, clause: Clause, i: int, head: Head, held: set[int], doers: Sequence[int]
) -> Candidate | None:
    first = core_start(words, clause, i)
    inside = is_inside(words, clause, i)
    is_name = words.tag[i] == "U" and not head.acted_on and not inside
    if is_name and (name := _named(words, clause, first, i, head, held)):
        return name
    apart = first in held and i - 1 not in held and not (head.kind == "law" and head.strong)
    no_measure = inside or reports(words, clause, i, head) or is_owed(words, clause, first, i)
    if i in held or apart or no_measure or _is_part(words, clause, first, i):
        return None
    if run := named_beside(words, clause, (first, i), head, held):
        return Candidate(*run, run[1], head, False)
    if head.of_what:
        full = complemented(words, clause, i)
        return Candidate(first, i, full, head, False) if full > i and words.low[i + 1] == "of" else None
    which = says_which(words, first, i, head)
    if beside := told_beside(words, clause, (first, i), head, which):
        return beside
    told = head.strong or (which and (head.told or is_called(words, i, head, held)))
    return _by_what_is_said(_Phrase(words, clause, first, i, head, doers, which), told)


def _by_what_is_said(phrase: _Phrase, told: bool) -> Candidate | None:
    """The candidate that a head in small letters makes, by the words around it (rules 2, 3 and 6)."""
    words, clause, first, i, head, doers, which = phrase
    told = told or (head.told and is_rated(words, i)) or _done_to(phrase)
    full = complemented(words, clause, i) if told or head.kind == "target" else i
    if head.kind == "target" and "N" not in words.tag[first : full + 1]:
        return None
    if told and (which or full > i or _needs_no_more(phrase)):
        return Candidate(first, i, full, head, False)
    if told and (by := agent_end(words, clause, i, doers)) and (by > i or _is_new(words, clause, first)):
        return Candidate(first, i, i, head, False, told_by=by)
    if told and (owner := owner_of(words, clause, first)) is not None:
        return Candidate(owner, i, i, head, False)
    bare = _bare(phrase)
    if bare and first == i and head.kind not in _VAGUE and acted_on(words, clause, first, i, doers):
        return bare._replace(acted=True)
    return None if head.acted_on else bare


def _needs_no_more(phrase: _Phrase) -> bool:
    """Whether a head that somebody does something to is a measure without a word that says which."""
    words, clause, first, last, head = phrase[:5]
    if head.strong:
        return governed(words, clause, first, last)
    return head.words[-1] in lexicon_set("initiatives", "signed")


def _is_new(words: Words, clause: Clause, first: int) -> bool:
    return first == clause.start or words.low[first - 1] not in DEFINITE


def _bare(phrase: _Phrase) -> Candidate | None:
    """A head after a determiner, or with a word that says which: it may mention a measure again."""
    words, clause, first, last, head = phrase[:5]
    bare = first > clause.start and words.low[first - 1] in DEFINITE
    counted = first < last and words.low[first] in number_words()
    told = bare or phrase.which or counted
    return Candidate(first, last, last, head, True, counted=counted) if told else None


def _is_part(words: Words, clause: Clause, first: int, i: int) -> bool:
    """Whether the head only modifies the word after it, or it is no one measure (`no bill`, `into law`)."""
    modifies = i + 1 < clause.end and words.tag[i + 1] in "wU" and words.tag[i] != "U"
    before = words.low[first - 1] if first > clause.start else ""
    any_law = first == i and words.low[i] == "law" and words.tag[i - 1] == "P"
    return (modifies and words.low[i + 1] != "worth") or before in _NONE_OR_ANY or any_law


def _done_to(phrase: _Phrase) -> bool:
    """Whether somebody does a deed to the phrase, or a sum of money is part of it."""
    words, clause, first, last, head, doers, _ = phrase
    full = last if head.strong else complemented(words, clause, last)
    if (full > last or (head.acted_on and first < last)) and passive_after(words, clause, full):
        return True
    sums = (j for j in range(first + 1, last) if words.tag[j] == "N" and words.shown[j - 1] in money_marks())
    if acted_on(words, clause, first, last, doers):
        return True
    return not head.acted_on and (governed(words, clause, first, last, full) or any(sums))


def _named(words: Words, clause: Clause, first: int, i: int, head: Head, held: set[int]) -> Candidate | None:
    while first < i and words.tag[first] != "U":
        first += 1
    first = widened_name(words, clause, first)
    last = name_end(words, clause, i)
    named_so = [j in held for j in range(i, last + 1)]
    if (len(head.words) == 1 and any(named_so)) or (all(named_so) and last > i):
        return None
    if first == i and last == i:
        return None
    if (
        head.words[-1] in phrases("initiatives", "places")
        and first > clause.start
        and words.low[first - 1] in _WHERE
    ):
        return None
    if not head.strong and head.words[0] in _bodies() and not governed(words, clause, first, last):
        return None
    return None if is_post(words, first, last) else Candidate(first, last, last, head, False)


@cache
def _bodies() -> frozenset[str]:
    return lexicon_set("initiatives", "bodies") | lexicon_set("initiatives", "places")
