"""Places in a list that a verb of ranking gives: `ranks second`, `placed it 44th`, `had it first for`.

1. After a form of `rank`, within three words that are no prepositions, an ordinal is a rank; after `place`,
   `put` or `have` it is one where what is ranked stands between and a word of comparing follows (`second
   among`, `first for`).
2. An ordinal with a noun of its own (`first time`, `third party`) is none; one with a superlative or a noun
   of place (`2nd largest`, `eighth place`) is read with the figures.
3. `89th of 193` is a rank where there are that many to be one of.
4. A rank is a figure: the value is the place, the unit `count`, with no period of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from policygraph.lexicon import one_of, section
from policygraph.reader.periods.spots import Spots, spots_of
from policygraph.reader.reading import ReadFigure
from policygraph.reader.text.folding import folded

__all__ = ["with_ranks"]

_GATE = re.compile(r"\b(?:rank(?:s|ed|ing)?|place[sd]|puts?|had|has|have) ")
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
"""Of an ordinal in figures."""
_OF_ALL = re.compile(
    r"(?<![\w.,-])(?P<place>[0-9]{1,3})(?:st|nd|rd|th)"
    r" (?:out of|of|among) (?:the )?(?:[3-9][0-9]|1[0-9]{2})\b"
)
_LONGEST = 24
"""Characters of such a rank from its last digit."""
_REACH = 120
"""Characters before an ordinal among which its verb stands."""


def with_ranks(
    text: str, figures: Iterable[ReadFigure], spots: Spots | None = None
) -> tuple[ReadFigure, ...]:
    """The figures, and the ranks that verbs tell, in the order of the text.

    `spots` are those of the folded text, where the caller has them.

    >>> [(one.indicator, one.value) for one in with_ranks("The list ranks Rivers second in exports.", [])]
    [('rank', Decimal('2'))]
    """
    known, low = tuple(figures), folded(text)
    taken = [figure.span for figure in known]
    ranks = [
        one
        for one in _distinct(low, spots or spots_of(low))
        if not any(one.span[0] < end and start < one.span[1] for start, end in taken)
    ]
    return tuple(sorted((*known, *ranks), key=lambda figure: figure.span)) if ranks else known


def _distinct(low: str, spots: Spots) -> Iterator[ReadFigure]:
    told = list(_ranks(low, spots))
    yield from told
    ends = {one.span[1] for one in told}
    for one in _among_all(low, spots):
        if not any(one.span[0] < end <= one.span[1] for end in ends):
            yield one


def _ranks(low: str, spots: Spots) -> Iterator[ReadFigure]:
    for gate in _gates(low, spots):
        pattern = _ranked() if gate[0].startswith("rank") else _put()
        if found := pattern.match(low, gate.end()):
            place = found["place"]
            value = Decimal(section("numbers", "ordinals").get(place) or place[:-2])
            yield ReadFigure((gate.start(), found.end("place")), "rank", value, "count", None, "actual")


def _among_all(low: str, spots: Spots) -> Iterator[ReadFigure]:
    """Ordinals in figures with the number that were ranked (rule 3)."""
    for last in _ordinal_digits(low, spots):
        found = _OF_ALL.search(low, max(0, last - 2), last + _LONGEST)
        if found and found.start("place") <= last:
            value = Decimal(found["place"])
            yield ReadFigure((found.start(), found.end()), "rank", value, "count", None, "actual")


def _ordinal_digits(low: str, spots: Spots) -> list[int]:
    """Where the last digit of each ordinal in figures is."""
    return [i for i in spots.numbers if low[i + 1 : i + 3] in _ENDINGS and low[i].isdigit()]


def _gates(low: str, spots: Spots) -> Iterator[re.Match[str]]:
    """The verbs that may give a rank: those that an ordinal follows."""
    end = 0
    digits = _ordinal_digits(low, spots)
    for place in sorted([*spots.ranks, *digits]):
        for gate in _GATE.finditer(low, max(end, place - _REACH), place):
            end = gate.end()
            yield gate


@cache
def _ranked() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_WORD} ){{0,3}}?{_place()}(?= ?(?:[.,;:)]|\Z)| {one_of('figures', 'after_rank')}\b)"
    )


@cache
def _put() -> re.Pattern[str]:
    after = rf"(?= (?:in [0-9]{{4}} )?{one_of('figures', 'compared')}\b)"
    return re.compile(rf"{_WORD}(?: {_WORD}){{0,2}} {_place()}{after}")


_WORD = r"(?!(?:in|between|of|on|for|by|to|from|and|or|with|its|his|her|their|been|a|an)\b)[a-z][\w'.-]*"


def _place() -> str:
    return rf"(?P<place>{'|'.join(section('numbers', 'ordinals'))}|[0-9]{{1,3}}(?:st|nd|rd|th))"
