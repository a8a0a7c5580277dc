"""Where a text may hold a number or a time: one pass over it for every word or digit that tells of one.

A spot is only a place to look at; the patterns of `numbers`, `growths` and `period_words` are tried there
and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from policygraph.lexicon import flat
from policygraph.reader.periods.period_words import TRIGGERS
from policygraph.reader.reading import Span

__all__ = ["Spots", "first_scales", "spots_of"]


class Spots(NamedTuple):
    """Places where a text has a word of each sort, in order."""

    numbers: list[int]
    """Digits and number words; one within a word (`often`) is among them."""
    articles: list[int]
    """`a` or `an` with a scale after it."""
    parts: list[int]
    """What ends the name of a part of a whole: `half`, `third`."""
    ranks: list[int]
    """Ordinals."""
    multiples: list[int]
    """`doubled` and its kind."""
    times: Mapping[str, list[Span]]
    """For each pattern of `period_words` what must be near it, where there is any."""


def spots_of(text: str) -> Spots:
    """The spots of a folded text.

    >>> spots_of("a third of 12 doubled")
    Spots(numbers=[11, 12], articles=[], parts=[2], ranks=[2], multiples=[14], times={})
    """
    automaton, sorts = _automaton()
    places: list[set[int]] = [set(), set(), set(), set(), set()]
    times: dict[str, list[Span]] = {}
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        for sort in sorts[index]:
            if isinstance(sort, int):
                places[sort].add(start)
            else:
                times.setdefault(sort, []).append((start, end))
    for spans in times.values():
        spans.sort()
    numbers, articles, parts, ranks, multiples = map(sorted, places)
    return Spots(numbers, articles, parts, ranks, multiples, times)


@cache
def first_scales() -> tuple[str, ...]:
    """Words that an article may stand before, the longest first."""
    first = {scale.split()[0] for scale in flat("numbers", "scales")}
    return tuple(sorted(first | {"dozen"}, key=len, reverse=True))


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[int | str, ...], ...]]:
    """All words, and for each of them the sorts that it is of: fields of Spots, or patterns of times."""
    scaled = (f"{article}{gap}{scale}" for article in ("a", "an") for gap in " -" for scale in first_scales())
    by_sort: tuple[Iterable[str], ...] = (
        (*"0123456789", *flat("numbers", "words")),
        scaled,
        {part.replace("-", " ").split()[-1] for part in flat("numbers", "fractions")},
        flat("numbers", "ordinals"),
        flat("changes", "multiples"),
    )
    listed: list[tuple[int | str, Iterable[str]]] = [*enumerate(by_sort), *TRIGGERS.items()]
    sorts: dict[str, list[int | str]] = {}
    for sort, words in listed:
        for word in words:
            sorts.setdefault(word, []).append(sort)
    automaton = AhoCorasick(list(sorts), matchkind=MatchKind.Standard, implementation=Implementation.DFA)
    return automaton, tuple(tuple(of_word) for of_word in sorts.values())
