"""Which sources go back to one origin: near-copies of one text, and articles that cite another paper.

1. Sources whose texts are copies (see `near_copies`) have one origin: the one that was published first.
2. A text that says "according to P", "P reported", "citing P" or "told P" (in the words of the lexicon,
   `citing`), where P publishes other sources of the graph, goes back to P's newest source that is not younger
   than the text itself and at most a week older, if the two have something in common: a statement, or a
   number of three digits or more.
3. Origins are followed to their end; in a circle the earliest is the origin.
4. Only texts that the user holds can be compared; a source without one is its own origin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from policygraph.audit.records.facts import SourceRecord
from policygraph.audit.sources.near_copies import copies
from policygraph.lexicon import any_of, phrases

__all__ = ["origins"]

_WEEK: Final = timedelta(days=7)
_NUMBER: Final = re.compile(r"\d[\d.,]*\d")


def origins(sources: Iterable[SourceRecord], together: Iterable[Collection[str]] = ()) -> dict[str, str]:
    """Source IRI -> the IRI of the source that it goes back to, itself where it copies nobody.

    `together` are sets of sources that state the same.

    >>> origins([SourceRecord("urn:a"), SourceRecord("urn:b")])
    {'urn:a': 'urn:a', 'urn:b': 'urn:b'}
    """
    ordered = sorted(sources, key=_age)
    first = _first_copies(ordered)
    cited = dict(_cited(ordered, together))
    place = {source.iri: at for at, source in enumerate(ordered)}
    return {iri: _followed(iri, first, cited, place) for iri in sorted(place)}


def _age(source: SourceRecord) -> tuple[date, str]:
    return source.published or date.max, source.iri


def _first_copies(ordered: list[SourceRecord]) -> dict[str, str]:
    """Each source that has a text -> the earliest of those that its text is a copy of."""
    held = [source for source in ordered if source.text]
    first = list(range(len(held)))

    def root(at: int) -> int:
        while first[at] != at:
            at = first[at]
        return at

    for one, other in copies([source.text for source in held]):
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return {source.iri: held[root(at)].iri for at, source in enumerate(held)}


def _cited(ordered: list[SourceRecord], together: Iterable[Collection[str]]) -> Iterator[tuple[str, str]]:
    """Sources that cite another publisher, with the source of its that they most likely mean."""
    known = {source.iri: source for source in ordered}
    candidates = {citing.iri: found for citing, found in _candidates(ordered) if found}
    common = set(_common(candidates, together)) if candidates else set()
    for iri, others in candidates.items():
        for other in others:
            if (iri, other) in common or _numbers(known[iri].text) & _numbers(known[other].text):
                yield iri, other
                break


def _candidates(ordered: list[SourceRecord]) -> Iterator[tuple[SourceRecord, list[str]]]:
    """Each source with those that it may mean: of a publisher that it cites, no younger, a week at most."""
    by_publisher: dict[str, list[SourceRecord]] = defaultdict(list)
    for source in ordered:
        if source.publisher and source.published:
            by_publisher[source.publisher].append(source)
    names = {name: name.casefold() for name in sorted(by_publisher)}
    for citing in ordered:
        text = " ".join(citing.text.split()) if citing.published else ""
        folded = text.casefold()
        cited = (
            name
            for name, known in names.items()
            if known in folded and name != citing.publisher and _pattern(name).search(text)
        )
        yield (
            citing,
            [one.iri for name in cited for one in reversed(by_publisher[name]) if _near(citing, one)],
        )


def _near(citing: SourceRecord, other: SourceRecord) -> bool:
    if citing.published is None or other.published is None:
        return False
    return timedelta(0) <= citing.published - other.published <= _WEEK


def _common(
    candidates: Mapping[str, list[str]], together: Iterable[Collection[str]]
) -> Iterator[tuple[str, str]]:
    """The pairs that state something in common."""
    for sources in together:
        for citing in candidates.keys() & sources:
            yield from ((citing, other) for other in candidates[citing] if other in sources)


@lru_cache(maxsize=1024)
def _pattern(name: str) -> re.Pattern[str]:
    before, after = (any_of(phrases("citing", key)) for key in ("before", "after"))
    report, article, kind, auxiliary = map(_perhaps, ("report", "article", "kind", "auxiliary"))
    named = rf"(?<!\w){re.escape(' '.join(name.split()))}(?!\w)"
    cited = rf"{before} {report}{article}{named}|{named} {kind}{auxiliary}{after}"
    return re.compile(cited, re.IGNORECASE)


def _perhaps(key: str) -> str:
    return f"(?:{any_of(phrases('citing', key))} )?"


def _numbers(text: str) -> set[str]:
    found = (number.replace(",", "") for number in _NUMBER.findall(text))
    return {
        number for number in found if len(number) >= 3 and not (len(number) == 4 and number[:2] in _CENTURIES)
    }


_CENTURIES: Final = ("19", "20")
"""Years say nothing: every article of the time has them."""


def _followed(iri: str, first: Mapping[str, str], cited: Mapping[str, str], place: Mapping[str, int]) -> str:
    seen: list[str] = []
    here = iri
    while here not in seen:
        seen.append(here)
        copied = first.get(here, here)
        here = copied if copied != here else cited.get(here, here)
        if here == seen[-1]:
            return here
    return min(seen[seen.index(here) :], key=place.__getitem__)
