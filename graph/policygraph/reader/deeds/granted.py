"""What the state lets someone keep, gives back or gives for each: measures told as clauses.

1. After a word of letting (`let`, `allowed to`, `can`, `able to`) a verb of keeping with a share or a sum of
   money in its object (`exporters can keep 40 per cent of their earnings`).
2. A verb of giving back with such an object (`reimburses half the rent`); `exempts them from tax`.
3. A share of something that is `reserved for` someone (`30% of the plots are reserved for women`).
4. A sum `for every` or `for each` (`$90 for every trainee`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.lexicon import phrases
from policygraph.reader.text.money_signs import money_signs
from policygraph.reader.text.phrases import complemented, object_end
from policygraph.reader.text.words import Clause, Words

__all__ = ["granted_in", "grants_of", "is_money", "is_share"]

_FAR = 7
"""Words from one of letting to the verb, and from `exempts` to `from`."""
_SHARES = frozenset({"half", "third", "quarter", "all"})
_EACH = frozenset({"every", "each"})
_PERCENT = (["percent"], ["per"], ["pc"], ["%"])


def granted_in(words: Words, clause: Clause, cues: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last word of each such clause of a sentence; `cues` are its words among `grants_of`."""
    for i in cues:
        word = words.low[i]
        if word in _EACH:
            found = _for_each(words, clause, i)
        elif word == "reserved":
            found = _reserved(words, clause, i)
        elif word == "exempts":
            found = _exempted(words, clause, i)
        elif word in phrases("initiatives", "refunds"):
            found = _with_amount(words, clause, i) if words.tag[i] == "V" else None
        else:
            found = _let(words, clause, i)
        if found:
            yield found


@cache
def grants_of() -> frozenset[str]:
    """The words that tell of such a clause."""
    return frozenset(
        (*phrases("initiatives", "lets"), *phrases("initiatives", "refunds"), "reserved", *_EACH)
    )


def _let(words: Words, clause: Clause, i: int) -> tuple[int, int] | None:
    keeps = phrases("initiatives", "keeps")
    for j in range(i + 1, min(clause.end, i + _FAR)):
        if words.low[j] in keeps:
            return _with_amount(words, clause, j)
        if words.tag[j] in ".CV":
            return None
    return None


def _reserved(words: Words, clause: Clause, i: int) -> tuple[int, int] | None:
    """From a share of something to its last word, before `shall be reserved for`."""
    last = i - 1
    while last > clause.start and words.tag[last] in "XA":
        last -= 1
    if words.low[i + 1 : i + 2] != ["for"] or last == i - 1:
        return None
    first = next((j for j in range(last, max(clause.start, last - _FAR), -1) if words.low[j] == "of"), 0)
    share = first - 2 if first and words.low[first - 1] in {"cent", "percent", "pc"} else first - 1
    share -= words.low[share : share + 1] == ["per"]
    return (share, last) if first and share >= clause.start and _is_amount(words, share) else None


def _exempted(words: Words, clause: Clause, i: int) -> tuple[int, int] | None:
    """From `exempts` to what from."""
    reach = range(i + 1, min(clause.end, i + _FAR))
    at = next((j for j in reach if words.low[j] == "from"), clause.end)
    last = object_end(words, clause, at + 1)
    return (i, last) if last > at else None


def _with_amount(words: Words, clause: Clause, verb: int) -> tuple[int, int] | None:
    """From the verb to the end of its object, where an amount or a share begins that."""
    first = verb + 1
    while first < clause.end and (words.tag[first] == "A" or words.low[first - 1] == "up"):
        first += 1
    last = object_end(words, clause, first)
    if not any(_is_amount(words, j) for j in range(first, min(last + 1, first + 3))):
        return None
    if words.low[last] in _SHARES and words.tag[last + 1 : last + 2] == ["D"]:
        last = object_end(words, clause, last + 2)
    return verb, complemented(words, clause, last)


def _is_amount(words: Words, j: int) -> bool:
    """Whether a word is a share (`half`, `40%`) or a sum of money; a bare number may count anything."""
    if words.tag[j] != "N":
        return words.low[j] in _SHARES
    return is_share(words, j) or is_money(words, j - 1)


def is_share(words: Words, j: int) -> bool:
    """Whether a number is a percentage."""
    return words.low[j].endswith(("%", "pc")) or words.low[j + 1 : j + 2] in _PERCENT


def is_money(words: Words, j: int) -> bool:
    """Whether a word is the sign or the short form of a currency."""
    return words.low[j] in money_signs()


def _for_each(words: Words, clause: Clause, i: int) -> tuple[int, int] | None:
    sum_of, money = i - 2, i - 3
    if money < clause.start or words.low[i - 1] != "for" or words.tag[sum_of] != "N":
        return None
    plain = words.tag[i + 1 : i + 2] == ["w"]
    return (money, object_end(words, clause, i + 1)) if plain and is_money(words, money) else None
