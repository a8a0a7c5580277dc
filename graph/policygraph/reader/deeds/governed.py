"""Whether somebody does a deed to a phrase: what makes a measure of one that would not tell by itself.

1. A verb of launching, approving, establishing, funding, planning or hosting stands before it, or a noun of
   such a deed with `of`, `for`, `to` or `on`.
2. Such a verb in the passive follows it, or one of coming that lies ahead (`will start`); a short insertion
   between commas does not part them; so does its participle after a comma (`, signed in May`).
3. A sum of money, `for` and a determiner stand before it (`$20 million for a centre`).
"""

from __future__ import annotations

from functools import cache

from policygraph.lexicon import phrases, section
from policygraph.reader.deeds.granted import is_money
from policygraph.reader.text.deed_forms import deed_forms, deed_nouns, deed_verbs
from policygraph.reader.text.money_signs import money_signs
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.words import Clause, Words

__all__ = ["given_to", "governed", "is_deed", "is_launch", "is_sum", "launches", "presents", "scales"]

_WHEN = frozenset({"in", "on", "by", "last", "with"})
_DEEDS = ("announce", "launch", "approve", "establish", "fund", "plan", "host")


def governed(words: Words, clause: Clause, first: int, last: int, full: int = 0) -> bool:
    """Whether someone does a deed to the phrase from word `first` to word `last`, complements to `full`."""
    if words.tag[first - 1] == "D" and given_to(words, clause, first):
        return True
    if _deed_before(words, clause, first) or _deed_after(words, clause, last):
        return True
    return _is_dated(words, clause, max(full, last) + 1)


def given_to(words: Words, clause: Clause, first: int) -> bool:
    """Whether a sum of money and `for` stand before a phrase (`Rs450m for a park`)."""
    link = first - 2 if words.tag[first - 1] == "D" else first - 1
    if words.low[link] != "for":
        return False
    number = link - 2 if words.low[link - 1] in scales() else link - 1
    if number < clause.start or words.tag[number] != "N":
        return False
    return is_sum(words, clause, number)


def is_sum(words: Words, clause: Clause, number: int) -> bool:
    """Whether a number is one of money: written as a word with its currency, or right after that."""
    joined = words.low[number].startswith(tuple(money_signs()))
    return joined or (number > clause.start and is_money(words, number - 1))


def is_deed(word: str) -> bool:
    """Whether a word, in small letters, is a form of a verb of launching, approving or their kind."""
    return word in _deeds()


def _deed_before(words: Words, clause: Clause, first: int) -> str:
    deeds, nouns = _deeds(), deed_nouns()
    for j in range(first - 1, max(clause.start, first - 5) - 1, -1):
        tag, low = words.tag[j], words.low[j]
        if tag in "VX":
            deed = deeds.get(low) if tag == "V" else None
            known = deed_forms().get(low)
            return deed if deed and (known is None or known.action(words.low[j + 1 : first])) else ""
        if low in nouns and j + 1 < first and words.low[j + 1] in {"of", "for", "to", "on"}:
            return nouns[low]
        if tag not in "DANwP" and words.low[j] not in {"up", "out", "and"}:
            return ""
    return ""


def _deed_after(words: Words, clause: Clause, last: int) -> bool:
    deeds = _deeds()
    passive = ahead = False
    start = _past_insertion(words, clause, last + 1)
    furthest = min(clause.end, start + 8)
    if words.tags.find("V", start, furthest) < 0:
        return False
    for j in range(start, furthest):
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


def _is_dated(words: Words, clause: Clause, comma: int) -> bool:
    """`, signed in December`: a comma, a participle of a deed, and when or by whom."""
    verb = comma + 1
    if verb + 1 >= clause.end or words.shown[comma] != "," or not is_deed(words.low[verb]):
        return False
    return words.low[verb].endswith("ed") and words.low[verb + 1] in _WHEN


def _past_insertion(words: Words, clause: Clause, start: int) -> int:
    """The word after a short insertion between commas (`, by his account,`)."""
    if start < clause.end and words.shown[start] == "," and words.tag[start + 1 : start + 2] == ["P"]:
        reach = range(start + 1, min(clause.end, start + 8))
        return next((j for j in reach if words.shown[j] == ","), start - 1) + 1
    return start


def is_launch(words: Words, at: int) -> bool:
    """A verb of launching, or `the launch of`, `the launch ceremony of`."""
    if words.tag[at] == "V":
        if _deeds().get(words.low[at]) != "launch":
            return False
        known = deed_forms().get(words.low[at])
        return known is None or known.action(words.low[at + 1 : at + 4]) == "launch"
    if at < 1 or words.low[at] != "of":
        return False
    return any(
        deed_nouns().get(words.low[j]) == "launch"
        for j in (at - 1, at - 2)
        if j == at - 1 or _is_event(words, at - 1)
    )


@cache
def launches() -> frozenset[str]:
    """The verbs and nouns of launching: one of them begins what `is_launch` holds at the end of."""
    deeds = (*_deeds().items(), *deed_nouns().items())
    return frozenset(word for word, deed in deeds if deed == "launch")


@cache
def presents() -> frozenset[str]:
    """The verbs of showing or approving something by its name: `unveiled the Golden Oar`."""
    return frozenset(verb_forms(phrases("actions", "presents")))


def _is_event(words: Words, at: int) -> bool:
    return words.low[at] in {"ceremony", "event"}


@cache
def scales() -> frozenset[str]:
    """The words of thousands and more after a number."""
    return frozenset(section("numbers", "scales"))


@cache
def _deeds() -> dict[str, str]:
    return {form: deed for deed in _DEEDS for form in verb_forms(deed_verbs()[deed])}
