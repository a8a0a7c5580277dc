"""Times that stand apart from a sentence: the label of an item, and the day on which a report was filed.

1. A period that opens a sentence, an item after a semicolon, or a bracket, with a colon and an amount after
   it, is the label of that amount and of no other (`FY19: $90m; FY18: $80m`).
2. The day after the place in a report's first line (`HILLTOWN, 3 May (Wire) -`) is the time of no figure.
"""

from __future__ import annotations

import re

from policygraph.reader.figures.measures import Measures, Place
from policygraph.reader.periods.text_periods import TextPeriod

__all__ = ["labels_in"]

_FILED = re.compile(r"[a-z][a-z .'-]*(?:, )?(?:\([a-z]+\) )?")
_FILED_END = re.compile(r" ?(?:\(|-|—|:)")
_BACK = 40
"""Characters from the start of a report to its day."""


def labels_in(
    measures: Measures, place: Place, periods: list[TextPeriod]
) -> tuple[TextPeriod | None, list[TextPeriod]]:
    """The label of the amount, if it has one, and the periods that are no labels and no day of filing."""
    if periods and _is_dateline(measures.text, place.sentence.start, periods[0]):
        periods = periods[1:]
    labels = [one for one in periods if _is_label(measures, place.sentence.start, one)]
    if not labels:
        return None, periods
    own = next((one for one in labels if one.end + len(": ") == place.amount.start), None)
    return own, [one for one in periods if one not in labels]


def _is_label(measures: Measures, start: int, period: TextPeriod) -> bool:
    """Whether a period opens an item and has a colon and an amount after it."""
    text, end = measures.text, period.end + len(": ")
    if not text.startswith(": ", period.end) or not measures.amounts_in(end, end + 1):
        return False
    return period.start == start or text.endswith(("(", "; "), 0, period.start)


def _is_dateline(text: str, start: int, period: TextPeriod) -> bool:
    """Whether a day stands after the place in which a report was filed (`HILLTOWN, 3 May (Wire) -`)."""
    if period.start - start > _BACK or not period.period or period.period.start != period.period.end:
        return False
    return bool(_FILED.fullmatch(text, start, period.start) and _FILED_END.match(text, period.end))
