"""What the look of a name tells of whether it is an organisation's.

1. For it speak capitals alone (1.5, and 2 after an article), capitals within (1), two words written as one
   (1.5), and capitals with a word (1) or with a place (2: `REB Riverton`).
2. The letter and number of a road or a model (`R-9`) is no organisation, nor is what ends in where it is from
   (`Riverton-based`), or an adverb that opens a sentence (`Jointly, the boards`).
"""

from __future__ import annotations

import re

from policygraph.reader.names.names import Run
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.word_class import is_place, lexicon_set

__all__ = ["form_score", "is_no_name"]

_CAMEL = re.compile(r"(?!Ma?c[A-Z])[A-Z][a-z]+[A-Z][a-z]+|[A-Z][a-z]{2,}[A-Z]+")
"""Two words written as one (`DataRivers`), or a word and capitals (`RivIT`)."""
_MODEL = re.compile(r"[A-Z]{1,2}-[0-9]+[A-Za-z]?")


def form_score(text: str, start: int, name: str) -> float:
    """What capitals tell of a name that starts there and has more than the first.

    >>> [form_score(name, 0, name) for name in ("REB", "DataRivers", "REB Energy", "REB France")]
    [1.5, 1.5, 1.0, 2.0]
    """
    if name.isupper() and len(name) > 2:
        return 2.0 if text.endswith(" the ", 0, start) else 1.5
    first, _, rest = name.partition(" ")
    if not rest:
        return 0.0 if "-" in name else 1.5 if _CAMEL.fullmatch(name) else 1.0
    if len(first) < 3 or not first.isupper() or rest.isupper():
        return 0.0
    place = is_place(rest) and rest not in lexicon_set("places", "demonyms")
    return 2.0 if place and first not in lexicon_set("bodies", "no_bodies") else 1.0


def is_no_name(text: str, run: Run) -> bool:
    """Whether a run that else may name an organisation is a road, an origin or an adverb (rule 2)."""
    words = run.core
    last = words[-1]
    if "-" in last.text:
        is_origin = bool(last.bits & wc.OPENER)
        return is_origin or (len(words) == 1 and _MODEL.fullmatch(last.text) is not None)
    opens = run.first and len(run.words) == 1
    return opens and last.text.endswith("ly") and text.startswith(",", run.end)
