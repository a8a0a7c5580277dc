"""The scheme of indicators: which of them a figure of one may be mistaken for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import merge

__all__ = ["Scheme"]

_MOST = 20
"""So many related indicators are looked at: where a thousand are beside one, none is in particular."""


class Scheme:
    """What stands above, below and beside each indicator.

    >>> Scheme({"cars": ("vehicles",), "vans": ("vehicles",)}).related("cars")
    ['vans', 'vehicles']
    """

    def __init__(self, broader: Mapping[str, tuple[str, ...]]) -> None:
        self._above = broader
        below: dict[str, set[str]] = defaultdict(set)
        for indicator, above in broader.items():
            for one in above:
                below[one].add(indicator)
        self._below = {one: sorted(those) for one, those in below.items()}

    def above(self, indicator: str) -> tuple[str, ...]:
        """The indicators that it is part of."""
        return self._above.get(indicator, ())

    def related(self, indicator: str) -> list[str]:
        """Those above it, and of those below it or below one of these the first in order; sorted."""
        above = set(self.above(indicator)) - {indicator}
        found = dict.fromkeys(sorted(above))
        for one in merge(*(self._below.get(one, ()) for one in (indicator, *above))):
            if len(found) >= _MOST:  # thousands may be beside it
                break
            if one != indicator:
                found[one] = None
        return sorted(list(found)[:_MOST])
