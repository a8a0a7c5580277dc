"""Numbers that count nothing, by what stands around them.

1. One after `#`, a hyphen or a word of numbering names or numbers a thing (`page 12`, `F-16`), and one before
   the name of a street its house (`1119 Elm Street`).
2. After `at` a number with no known noun is none either (`at 40 High Street`), nor is a small one in words
   (`at three firms`).
3. So much of a length is a way where a word of direction follows it (`70 km away`; not `900 km from
   the port to the border`), and states counted as
   members say who sits on a body.
"""

from __future__ import annotations

import re

from policygraph.lexicon import one_of
from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.text.cues import Cue, is_listed

__all__ = ["is_label", "is_no_thing", "is_placed"]

_NUMBERING = re.compile(rf"{one_of('figures', 'numbering', opening=True)} ?\.? ?\Z")
_APART = re.compile(rf" (?:{one_of('figures', 'apart')}\b|from (?!(?:[\w'-]+ ){{1,5}}to ))")
_STREET = re.compile(
    r"(?: [A-Z][\w.'-]*){1,3} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square)\b"
)
_BEFORE = 50


def is_label(measures: Measures, place: Place) -> bool:
    """Whether a number names or numbers a thing (rule 1)."""
    start, end = place.amount.start, place.amount.end
    before = measures.text[max(place.sentence.start, start - _BEFORE) : start]
    if before.endswith(("-", "#")):
        return before[-1] == "#" or ("a" <= before[-2:-1] <= "z")
    return bool(_NUMBERING.search(before) or _STREET.match(measures.document.text, end))


def is_placed(text: str, amount: Amount, noun: Cue | None, *, small: bool) -> bool:
    """Whether a number says where (rule 2)."""
    if not text.endswith(" at ", 0, amount.start):
        return False
    return (small and amount.in_words) or not (noun or amount.exponent)


def is_no_thing(text: str, amount: Amount, noun: Cue) -> bool:
    """Whether what is counted is a way, or who sits on a body (rule 3)."""
    if noun.code != "other":
        return False
    if text.startswith(" member ", amount.end):
        return True
    return is_listed(text[noun.start : noun.end], "figures", "lengths") and bool(_APART.match(text, noun.end))
