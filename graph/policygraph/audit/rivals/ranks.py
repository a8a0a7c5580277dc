"""Places in lists that cannot both hold.

1. One subject at two places of one list in one year.
2. Two subjects at one place of it: they may share it, so this is worth a look only.
A ranker that is not named may be any; two that are named and differ have a list each. Lists are told apart by
their words, upper and lower case being the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from policygraph.audit.records.counted import RankRecord
from policygraph.audit.records.facts import Facts
from policygraph.audit.records.findings import Finding
from policygraph.audit.wording import Wording, joined

__all__ = ["check_ranks"]

K = TypeVar("K", str, int)


def check_ranks(facts: Facts) -> list[Finding]:
    """Places in one list and year that cannot both hold.

    >>> check_ranks(Facts())
    []
    """
    words = Wording(facts)
    lists: dict[tuple[str, int], list[RankRecord]] = defaultdict(list)
    for rank in facts.ranks:
        lists[" ".join(rank.list.casefold().split()), rank.year].append(rank)
    return [finding for _, ranks in sorted(lists.items()) for finding in _of_list(ranks, words)]


def _of_list(ranks: list[RankRecord], words: Wording) -> Iterator[Finding]:
    rankers: list[str | None] = [*sorted({rank.ranker for rank in ranks if rank.ranker})] or [None]
    for ranker in rankers:
        same = sorted((one for one in ranks if one.ranker in (ranker, None)), key=_order)
        for subject, places in _by(same, lambda one: one.subject):
            if len({one.rank for one in places}) > 1:
                said = f"{words.name(subject)} is placed {_places(places, words)}: both cannot hold"
                yield _finding(places, "major", said, words)
        for place, subjects in _by(same, lambda one: one.rank):
            if len({one.subject for one in subjects}) > 1:
                named = joined(_subjects(subjects, words))
                yield _finding(subjects, "minor", f"{named} are all said to be number {place}", words)


def _by(ranks: Iterable[RankRecord], key: Callable[[RankRecord], K]) -> list[tuple[K, list[RankRecord]]]:
    groups: dict[K, list[RankRecord]] = defaultdict(list)
    for rank in ranks:
        groups[key(rank)].append(rank)
    return list(groups.items())


def _finding(ranks: list[RankRecord], severity: str, said: str, words: Wording) -> Finding:
    about = tuple(sorted({rank.iri for rank in ranks}))
    by = next((f", {words.name(rank.ranker)}" for rank in ranks if rank.ranker), "")
    return Finding("rank-conflict", severity, about, f"{ranks[0].list}, {ranks[0].year}{by}: {said}.")


def _places(ranks: list[RankRecord], words: Wording) -> str:
    sources: dict[int, list[str]] = defaultdict(list)
    for rank in ranks:
        sources[rank.rank].append(words.source(rank.source))
    return joined(
        f"number {place} ({'; '.join(dict.fromkeys(named))})" for place, named in sorted(sources.items())
    )


def _subjects(ranks: list[RankRecord], words: Wording) -> list[str]:
    return [f"{words.name(rank.subject)} ({words.source(rank.source)})" for rank in ranks]


def _order(rank: RankRecord) -> tuple[str, int, str]:
    return rank.subject, rank.rank, rank.iri
