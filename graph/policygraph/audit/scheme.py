"""The scheme of indicators: which of them a figure of one may be mistaken for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import chain

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
        self._below: dict[str, list[str]] = defaultdict(list)
        for indicator, above in broader.items():
            for one in above:
                self._below[one].append(indicator)

    def above(self, indicator: str) -> tuple[str, ...]:
        """The indicators that it is part of."""
        return self._above.get(indicator, ())

    def related(self, indicator: str) -> list[str]:
        """Those above it, and of those below it or below one of these the first in order; sorted."""
        above = set(self.above(indicator)) - {indicator}
        lower = chain.from_iterable(self._below.get(one, ()) for one in (indicator, *above))
        others = sorted({*lower} - above - {indicator})
        return sorted([*sorted(above), *others][:_MOST])
