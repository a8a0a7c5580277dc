"""Times that stay within their clause, and those of a whole that stand after an aside on its base.

1. Where the part of a sentence between semicolons, or before or after `while`, says a year of its own that is
   no base of comparison, no time of another part is that of its amounts.
2. `$3 million, down from $4 million, in May`: the time after the aside is that of the first amount, not of
   the one that it is compared with.
"""

from __future__ import annotations

import re

from policygraph.lexicon import one_of
from policygraph.reader.figures.amount import Amount
from policygraph.reader.figures.compared import is_base
from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.periods.text_periods import TextPeriod

__all__ = ["in_own_part", "is_aside"]

_PARTS = re.compile(rf"; |,? {one_of('grammar', 'parting')} ")
_ASIDE = re.compile(
    rf",? (?:[a-z]+ )?{one_of('grammar', 'against')} (?:(?:the|a|{one_of('numbers', 'about')}) )*"
)
_AFTER = re.compile(rf", {one_of('grammar', 'before_times')} ")


def in_own_part(measures: Measures, place: Place, inside: list[TextPeriod]) -> list[TextPeriod]:
    """The times of a sentence that an amount may have (rule 1)."""
    if len(inside) < 2:
        return inside
    text, (first, last, _) = measures.text, place.sentence
    for found in _PARTS.finditer(text, first, last):
        if found.end() <= place.amount.start:
            first = found.end()
        else:
            last = found.start()
            break
    part = [one for one in inside if first <= one.start < last]
    if len(part) == len(inside):
        return inside
    own = any(one.named and one.period and not is_base(text, first, one) for one in part)
    return part if own else inside


def is_aside(text: str, amount: Amount, base: Amount) -> bool:
    """Whether the second of two amounts is an aside, with a comma and a time after it (rule 2)."""
    return bool(_AFTER.match(text, base.end)) and bool(_ASIDE.fullmatch(text, amount.end, base.start))
