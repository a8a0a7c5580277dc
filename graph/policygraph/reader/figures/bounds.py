"""Sums that are no amount of anything: the bounds of a rule, and whom it is for.

1. A sum near a word of limiting or insuring (`a cap of`), or after what one earns and a bound (`income of
   less than`), is a limit in force.
2. It is that of no sum where it is said to be on something (`the limit on`) or tells who is meant (`anyone
   who sells less than`).
"""

from __future__ import annotations

import re

from policygraph.lexicon import one_of
from policygraph.reader.figures.measures import Place
from policygraph.reader.text.cues import has_cue

__all__ = ["is_bound", "is_limit", "tells_whom"]

_NEAR, _AFTER = 80, 20
"""Characters before and after a sum among which words of limiting stand."""
_BOUNDS = one_of("figures", "bounds")
_LIMIT_ON = re.compile(rf"{one_of('figures', 'limits', opening=True)} (?:on|for)\b[^.;:]{{0,70}}\Z")
_WHOM = re.compile(rf"{one_of('figures', 'whoever', opening=True)} (?:[a-z]+ ){{1,3}}{_BOUNDS} \Z")
_EARNED = re.compile(
    rf"{one_of('figures', 'bounded', opening=True)} (?:of )?{_BOUNDS} (?:the [a-z]+ of )?"
    r"(?:[^;:]{1,24} (?:and |to |\())?\Z"
)


def is_limit(text: str, place: Place) -> bool:
    """Whether a sum is that of a limit."""
    start, end = place.amount.start, min(place.end, place.amount.end + _AFTER)
    near = max(place.start, start - _NEAR)
    told = any(has_cue(text, near, end, "figures", key) for key in ("limits", "covers"))
    return told or _EARNED.search(text, near, start) is not None


def is_bound(text: str, place: Place) -> bool:
    """Whether a sum is one of a limit on something, or of what one may earn, or tells who is meant."""
    start, end = place.start, place.amount.start
    return (
        _LIMIT_ON.search(text, start, end) is not None
        or _EARNED.search(text, start, end) is not None
        or tells_whom(text, place)
    )


def tells_whom(text: str, place: Place) -> bool:
    """Whether a sum is a bound that tells who is meant."""
    return _WHOM.search(text, place.start, place.amount.start) is not None
