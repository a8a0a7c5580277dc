"""What stands beside the head of a measure and tells which is meant, in this order.

1. A participle of a deed and who did it (`the plan approved by the board`).
2. `That` or `which` and a deed (`a portal which the board launched`); the phrase ends with the deed.
3. After a report, who made it or what it is on (`a study by Acme`, `its report on rivers`), and after a
   survey whom it asked (`a survey of bakers`).
4. Before a head that nothing else tells, an owner who does: a group in the plural (`farmers' scheme`), the
   author of a report, the year of a budget.
5. After a tax or its like its rate (`tax at 5 per cent`, `tax of 5 per cent`), or what is taxed (`the tax on
   sugar`); after any head but that of a trade what it is worth (`contracts worth $8 million`).
6. A bill that is paid, or for what is used (`the electricity bill`), is no law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policygraph.lexicon import phrases
from policygraph.reader.deeds.governed import is_deed, is_sum, scales
from policygraph.reader.deeds.granted import is_share
from policygraph.reader.deeds.measure_heads import Candidate, Head
from policygraph.reader.text.phrases import complemented, object_end
from policygraph.reader.text.small_words import DEFINITE, SETTLED_BE
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.word_class import is_place, lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["after_names", "is_called", "is_owed", "is_rated", "reports", "told_beside"]

_OF_REPORT = frozenset({"by", "on", "for", "into"})
_PLURAL_MARKS = frozenset("'’")
_OWNED = frozenset({"'s", "’s", "'", "’"})
_NAME = re.compile(r"DU{1,4}(?=V(?:[.CXP]|\Z))")
"""In the tags of a text: a determiner, a name, and what may be a verb but has no object."""
_NO_KIND = ("-old", "-long", "e-mail")
_PAID = 7
"""Words from a verb of paying to a bill."""
_SUM = 5
"""Words after `worth` among which its sum begins."""
_FAR = 9
"""Words after `which` among which the deed must be."""


def told_beside(
    words: Words, clause: Clause, place: tuple[int, int], head: Head, says_which: bool
) -> Candidate | None:
    """The measure of a phrase, from its first word to its head, that something beside it tells."""
    first, i = place
    if sum_end := _worth_after(words, clause, i):
        return Candidate(first, i, sum_end, head, False)
    if head.acted_on:
        return None
    if last := _told_after(words, clause, first, i, head):
        return Candidate(first, i, i, head, False, told_by=last)
    owner = None if says_which else _owner_of(words, clause, first, head)
    return None if owner is None else Candidate(owner, i, i, head, False)


def after_names(words: Words, heads: Sequence[int]) -> Iterator[int]:
    """Of heads that look like verbs, those that end the phrase of a name (`the RIVA project,`)."""
    ends = {match.end() for match in _NAME.finditer(words.tags)} if heads else set()
    return (i for i in heads if i in ends and words.low[i + 1 : i + 2] != ["to"])


def is_called(words: Words, i: int, head: Head, held: set[int]) -> bool:
    """Whether right before a weak head stands a name, of no body or place, or a phrase written as a word."""
    before = words.shown[i - 1]
    if before.count("-") > 1 or before.startswith("e-"):
        return not head.acted_on and not before.endswith(_NO_KIND)
    no_name = i - 1 in held or is_place(before) or before in lexicon_set("bodies", "no_bodies")
    named = words.tag[i - 1] == "U" and not no_name
    return named and words.tag[i] != "U" and head.words[-1] in phrases("initiatives", "called")


def reports(words: Words, clause: Clause, i: int, head: Head) -> bool:
    """Whether a word for a report is a verb: of a plural right before it (`the banks report`), or by `to`."""
    before = words.low[i - 1]
    if head.kind != "report" or words.low[i][-1] == "s" or i == clause.start:
        return False
    plural = words.tag[i - 1] == "w" and before[-1] == "s" and before[-2:] != "ss"
    joined = before == "and" and words.tag[i - 2] == "V"
    return before == "to" or joined or (plural and before not in phrases("initiatives", "reported"))


def is_rated(words: Words, i: int) -> bool:
    """Whether a rate follows a head, or what is taxed (rule 5)."""
    after = words.low[i + 1 : i + 2]
    if after == ["on"]:
        return words.low[i] == "tax"
    rate = words.tag[i + 2 : i + 3] == ["N"]
    return rate and (after == ["at"] or (after == ["of"] and is_share(words, i + 2)))


def _worth_after(words: Words, clause: Clause, i: int) -> int:
    """The last word of the sum of money that a phrase is worth; 0 where none is told."""
    last = i + 2
    if (
        last >= clause.end
        or words.low[i + 1] != "worth"
        or words.low[i] in lexicon_set("initiatives", "traded")
    ):
        return 0
    last = next((j for j in range(last, min(clause.end, last + _SUM)) if words.tag[j] == "N"), 0)
    if not last or not is_sum(words, clause, last):
        return 0
    return last + 1 if last + 1 < clause.end and words.low[last + 1] in scales() else last


def is_owed(words: Words, clause: Clause, first: int, i: int) -> bool:
    """Whether a bill is one that is paid, and no law (rule 6)."""
    if words.low[i] not in {"bill", "bills"} or words.tag[i] == "U":
        return False
    pays = verb_forms(phrases("initiatives", "pays"))
    before = words.low[max(clause.start, first - _PAID) : first]
    return words.low[i - 1] in phrases("initiatives", "billed") or not pays.keys().isdisjoint(before)


def _told_after(words: Words, clause: Clause, first: int, i: int, head: Head) -> int:
    """The last word of what follows the head and tells which it is; 0 where nothing does.

    The head itself where it names the measure well enough (`the budget that they passed`).
    """
    low, after = words.low, i + 1
    if after + 1 >= clause.end or head.kind == "target":
        return 0
    of_whom = low[i] == "survey" and low[after] == "of" and words.tag[i] == "w"
    if of_whom or (head.kind == "report" and low[after] in _OF_REPORT):
        return _agent(words, clause, after) if low[after] == "by" else complemented(words, clause, i)
    if words.tag[after] == "V":
        by_whom = low[after + 1] == "by" and _is_done(low[after])
        return _agent(words, clause, after + 1) if by_whom else 0
    deed = _relative(words, clause, after) if low[after] in {"that", "which"} else 0
    definite = first > clause.start and low[first - 1] in DEFINITE
    return deed and i if definite else deed


def _is_done(word: str) -> bool:
    return is_deed(word) or word in phrases("initiatives", "made")


def _agent(words: Words, clause: Clause, by: int) -> int:
    """The last word of who is named after `by`; 0 where that is no name."""
    last = object_end(words, clause, by + 1)
    return last if "U" in words.tag[by + 1 : last + 1] else 0


def _relative(words: Words, clause: Clause, which: int) -> int:
    """The deed in a clause that `which` begins, done by others or in the passive; 0 for none."""
    for j in range(which + 2, min(clause.end, which + _FAR)):
        if words.tag[j] in ".C":
            return 0
        if words.tag[j] == "V":
            by_others = any(tag in "wUR" for tag in words.tag[which + 1 : j])
            going, be = words.low[j].endswith("ing"), words.low[j - 1] in SETTLED_BE
            done = by_others if going == be else not by_others and be
            return j if done and _is_done(words.low[j]) else 0
    return 0


def _owner_of(words: Words, clause: Clause, first: int, head: Head) -> int | None:
    """Where the owner begins (rule 4)."""
    mark, owner = first - 1, first - 2
    if owner < clause.start or words.shown[mark] not in _OWNED:
        return None
    low, tag = words.low[owner], words.tag[owner]
    if words.shown[mark] in _PLURAL_MARKS:
        return owner if head.strong and tag == "w" and low[-1] == "s" else None
    if head.kind == "report":
        return owner if tag == "U" and head.told else None
    of_year = low in phrases("words", "stretches") and owner > clause.start and head.told
    return owner - 1 if of_year else None
