"""What a percentage that is a level is a share of.

1. A counted noun within three words after `of` says it (`a third of those jobs`), unless a word of a rate
   stands before the percentage in its clause (`banks keep 35 per cent of`).
2. After `of that`, `of the total` and their kind it is of what was told last; after `of them`, of what was
   counted last.
3. Else the key words of `indicators` decide; with none of them, the last share of the sentence, then a noun
   before it in the clause, then what was counted last.
"""

from __future__ import annotations

import re

from policygraph.reader.cues import first_cue, last_cue
from policygraph.reader.indicators import nearest
from policygraph.reader.lexicon import one_of
from policygraph.reader.measures import Measures, Place
from policygraph.reader.talk import RECENT, Talk

__all__ = ["is_of_told", "share_of"]

_OF_TOLD = re.compile(rf" of {one_of('grammar', 'of_told')}\b")
_OF_COUNTED = re.compile(rf" of {one_of('grammar', 'of_counted')}\b")
_WORDS = re.compile(r"(?:share )?(?:[a-z'-]+ ){0,2}[a-z'-]+")


def share_of(measures: Measures, place: Place, talk: Talk) -> str:
    """The indicator of a percentage; `other` where nothing tells."""
    text, end = measures.text, place.amount.end
    if talk.made and _OF_TOLD.match(text, end):
        return talk.made.indicator
    if talk.counted and _OF_COUNTED.match(text, end):
        return talk.counted
    cue = nearest(measures, place, "share")
    rated = cue is not None and cue.code == "rate" and place.start <= cue.start < place.amount.start
    if not rated and (noun := _of_noun(text, end, place.end)):
        return noun
    return cue.code if cue else _meant(measures, place, talk)


def is_of_told(text: str, end: int) -> bool:
    """Whether what follows a percentage says that it is of what was told last."""
    return _OF_TOLD.match(text, end) is not None


def _of_noun(text: str, end: int, limit: int) -> str | None:
    if not text.startswith(" of ", end):
        return None
    found = _WORDS.match(text, end + 4, limit)
    cue = first_cue(text, end + 4, found.end(), "figures", "nouns") if found else None
    several = cue is not None and text[cue.end - 1] == "s"
    return cue.code if cue and several and cue.code != "other" else None


def _meant(measures: Measures, place: Place, talk: Talk) -> str:
    """What a share with no key word is of (rule 3)."""
    if talk.share_at >= place.sentence.start:
        return talk.share
    noun = last_cue(measures.text, place.start, place.amount.start, "figures", "nouns")
    if noun and noun.code != "other":
        return noun.code
    recent = place.amount.start - talk.counted_at < RECENT
    return talk.counted if recent and talk.counted else "other"
