"""What a percentage that is a level is a share of.

1. A counted noun within four words after `of` says it (`a third of those jobs`); of people who have found
   work it is of jobs (`60% of trainees had jobs`). The other end of `from 5 to 9 per cent` is of the same as
   the first.
2. After `of that`, `of the total` and their kind it is of what was told last; after `of them`, and where `of
   whom` stands before it, of what was counted last.
3. Else the key words of `indicators` decide; with none of them, the last share of the sentence, then a noun
   before it in the clause, then what was counted last; a share of some other things (`of the seats`) is of
   no such.
4. A share of someone's own income, turnover or pay that is paid or contributed is a rate (`contributes 2% of
   its turnover`).
5. A number with nothing after it is a percentage where a share was told shortly before and it was asked for,
   or told of `it` (`The industry had asked for 50`).
"""

from __future__ import annotations

import re
from itertools import islice

from policygraph.lexicon import one_of
from policygraph.reader.figures.indicators import nearest
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.figures.talk import RECENT, Talk, is_other_end
from policygraph.reader.text.cues import first_cue, has_cue, last_cue
from policygraph.reader.text.word_class import lexicon_set

__all__ = ["bare_share", "is_of_counted", "is_of_told", "share_of"]

_OF_TOLD = re.compile(rf" of {one_of('grammar', 'of_told')}\b")
_OF_COUNTED = re.compile(rf" of {one_of('grammar', 'of_counted')}\b")
_OF_WHOM = re.compile(rf"\bof {one_of('grammar', 'of_counted')}(?: {one_of('numbers', 'about')})? \Z")
_WORKING = re.compile(rf" of (?:[\w'-]+ ){{1,4}}(?:(?:had|have|are|were) )?{one_of('figures', 'at_work')}\b")
_OF_INCOME = re.compile(
    rf" of (?:its|their|his|her|our|your|annual|gross|total)"
    rf" (?:[a-z]+ ){{0,2}}{one_of('figures', 'incomes')}\b"
)
_OF_OTHERS = re.compile(r" of (?:(?:the|its|their|all|these|those) )?(?:[a-z-]+ ){0,2}[a-z]{3,}s\b")
_ASKED = re.compile(rf"{one_of('figures', 'share_asked', opening=True)} \Z")
_ENDED = re.compile(r"[.;]?(?:\s|\Z)(?! *[a-z0-9])")
_BEFORE, _WHOLE = 24, 100
_NOUN_IN = 4
"""Words after `of` among which the noun stands."""
_WORD = re.compile(r"([a-z'-]+) ?")


def share_of(measures: Measures, place: Place, talk: Talk) -> str:
    """The indicator of a percentage; `other` where nothing tells."""
    text, end = measures.text, place.amount.end
    if talk.made and (_OF_TOLD.match(text, end) or is_other_end(measures, place, talk)):
        return talk.made.indicator
    if talk.counted and _is_of_them(text, place, talk):
        return talk.counted
    if _WORKING.match(text, end, place.end):
        return "jobs"
    if _OF_INCOME.match(text, end) and has_cue(text, place.start, place.amount.start, "figures", "paying"):
        return "rate"
    if noun := _of_noun(text, end, place.end):
        return noun
    cue = nearest(measures, place, "share")
    return cue.code if cue else _meant(measures, place, talk)


def _is_of_them(text: str, place: Place, talk: Talk) -> bool:
    """Whether a share is of what was counted last: by `of them` after it or `of whom` before."""
    if is_of_counted(text, place.amount.end):
        return True
    told = _OF_WHOM.search(text, place.start, place.amount.start) is not None
    return told and talk.counted_at >= place.sentence.start


def bare_share(measures: Measures, place: Place, talk: Talk) -> bool:
    """Whether a bare number is a percentage (rule 5)."""
    text, amount = measures.text, place.amount
    if talk.share_at < 0 or amount.start - talk.share_at > RECENT or not 1 < amount.value <= _WHOLE:
        return False
    before = max(place.sentence.start, amount.start - _BEFORE)
    return (
        _ENDED.match(text, amount.end) is not None and _ASKED.search(text, before, amount.start) is not None
    )


def is_of_told(text: str, end: int) -> bool:
    """Whether what follows a percentage says that it is of what was told last."""
    return _OF_TOLD.match(text, end) is not None


def is_of_counted(text: str, end: int) -> bool:
    """Whether what follows an amount says that it is of those counted last."""
    return _OF_COUNTED.match(text, end) is not None


def _of_noun(text: str, end: int, limit: int) -> str | None:
    if not text.startswith(" of ", end):
        return None
    stop = begin = end + len(" of ")
    for word in islice(_WORD.finditer(text, begin, limit), _NOUN_IN):
        stops = stop > begin and word[1] in lexicon_set("figures", "noun_stops")
        if stops or word.start() != stop:
            break
        stop = word.end()
    cue = first_cue(text, begin, stop, "figures", "nouns") if stop > begin else None
    several = cue is not None and text[cue.end - 1] == "s" and text[cue.end : cue.end + 1] != "'"
    return cue.code if cue and several and cue.code != "other" else None


def _meant(measures: Measures, place: Place, talk: Talk) -> str:
    """What a share with no key word is of (rule 3)."""
    if talk.share_at >= place.sentence.start:
        return talk.share
    noun = last_cue(measures.text, place.start, place.amount.start, "figures", "nouns")
    if noun and noun.code != "other":
        return noun.code
    if _OF_OTHERS.match(measures.text, place.amount.end):
        return "other"
    recent = place.amount.start - talk.counted_at < RECENT
    return talk.counted if recent and talk.counted else "other"
