"""Which figures of a text are one fact.

1. Two with the same value, unit and indicator (or none) are, unless they have two different periods.
2. Of two the one with a period stays, else the one whose indicator is known.
"""

from __future__ import annotations

from collections.abc import Iterable

from policygraph.reader.reading import ReadFigure

__all__ = ["is_one_fact", "once"]


def is_one_fact(one: ReadFigure, other: ReadFigure) -> bool:
    """Whether two statements may be of one fact (rule 1)."""
    named = one.indicator == other.indicator or "other" in {one.indicator, other.indicator}
    timed = one.period is None or other.period is None or one.period == other.period
    return (one.value, one.unit) == (other.value, other.unit) and named and timed


def once(found: Iterable[ReadFigure]) -> list[ReadFigure]:
    """Each fact once, in the order of the text."""
    kept: dict[tuple[object, ...], list[ReadFigure]] = {}
    for figure in found:
        same = kept.setdefault((figure.value, figure.unit), [])
        for place, other in enumerate(same):
            if is_one_fact(figure, other):
                fuller = figure.period is not None and other.period is None
                same[place] = figure if fuller or (other.indicator == "other" != figure.indicator) else other
                break
        else:
            same.append(figure)
    return sorted((figure for same in kept.values() for figure in same), key=lambda figure: figure.span)
