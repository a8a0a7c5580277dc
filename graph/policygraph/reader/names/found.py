"""Organisations under construction, and a way to ask what text is taken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from policygraph.reader.reading import Span

__all__ = ["Covered", "FoundBody"]


@dataclass(slots=True)
class FoundBody:
    """One organisation: its places, its names, and what is known of it so far."""

    spans: list[Span]
    names: list[str]
    kind: str
    acronym: str | None = None
    iri: str | None = None
    known: bool = False
    headed: bool = True
    """Whether its name says what it is; where cues alone do, its kind is a guess."""


class Covered:
    """Spans that do not overlap, to be asked whether one touches a run of text.

    >>> Covered([(3, 5)]).touches(4, 9), Covered([(3, 5)]).touches(5, 9)
    (True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(set(spans))
        self._starts, self._ends = [start for start, _ in ordered], [end for _, end in ordered]

    def touches(self, start: int, end: int) -> bool:
        """Whether any span shares a character with `start` to `end`."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < end
