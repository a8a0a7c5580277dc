"""The newsroom diff: what an article adds to what was known, in lines that an editor can act on.

1. A fact that no other source states is new; one that others state is confirmed, and by whom (see
   `matches`). Of several new articles, a later one may confirm an earlier.
2. A level and its rate are told as one where the same sources stated both, or neither; else apart.
3. What it contradicts is what the audit finds of its facts and did not find before (see `findings`), but
   for what it finds harmless; targets that moved are told apart, and so is what was in dispute before.
4. Of a new version of a source, what the old one stated too is told as unchanged, and what is gone with that.
5. What waits, and what names are new, is told with the reason; so is all else that was read and left out,
   names that no fact is about on one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from policygraph.curated.pack import LoadedPack
from policygraph.model.facts import Fact, Figure
from policygraph.newsroom.findings import Found, Stated, findings_of, origins_of
from policygraph.newsroom.matches import Match, matches_of
from policygraph.newsroom.wording import fact_words, waiting_words
from policygraph.rdf import Quad
from policygraph.resolve.resolved import Resolved

__all__ = ["Confirmed", "Diff", "LeftOut", "Line", "Waiting", "diff_of"]


@dataclass(frozen=True)
class Line:
    """A fact of a new source in words, with the passage that says so."""

    source: str
    key: str
    """What it may be judged under."""
    words: str
    quote: str
    at: tuple[int, int] | None


@dataclass(frozen=True)
class Confirmed:
    """A fact that was known already, and who stated it."""

    line: Line
    by: tuple[Match, ...]


@dataclass(frozen=True)
class Waiting:
    """A fact that a person is to judge."""

    line: Line
    reason: str


@dataclass(frozen=True)
class LeftOut:
    """Something that was read and is in the graph neither now nor after a review of what waits."""

    line: Line
    """Without a key where it is no fact that could be judged."""
    reason: str


@dataclass(frozen=True)
class Diff:
    """All that changed."""

    new: tuple[Line, ...] = ()
    unchanged: tuple[Line, ...] = ()
    """What the version of a source before had stated, and no other source."""
    gone: tuple[tuple[str, str], ...] = ()
    """Source, and a fact in words that its version before had stated."""
    confirmed: tuple[Confirmed, ...] = ()
    contradicted: tuple[Found, ...] = ()
    disputed: tuple[Found, ...] = ()
    """What the audit had found before of a number that is stated again."""
    moved: tuple[Found, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    left: tuple[LeftOut, ...] = ()
    names: tuple[tuple[str, str, str], ...] = ()
    """Part of the registry, id, name."""


def diff_of(
    before: LoadedPack,
    after: LoadedPack,
    added: Iterable[Resolved],
    earlier: Iterable[Quad],
    quads: Iterable[Quad],
) -> Diff:
    """What the added sources change; `earlier` and `quads` are the graph before and after."""
    new = tuple(added)
    now = list(quads)
    origins = origins_of(now)
    ids = [one.id for one in new]
    matched = [
        (one, part, by)
        for place, one in enumerate(new)
        for fact in one.source.facts
        for part, by in _matched(after, one.id, fact, origins, frozenset(ids[place:]))
    ]
    again = frozenset(chain.from_iterable(_levels(one, fact) for one, fact, by in matched if by))
    found, disputed = findings_of(earlier, now, frozenset(ids), again)
    lines = [_line(after, one, fact) for one, fact, by in matched if not by]
    old = {one.id: _words_before(before, one.id) for one in new}
    return Diff(
        new=tuple(one for one in lines if one.words not in old[one.source]),
        unchanged=tuple(one for one in lines if one.words in old[one.source]),
        gone=tuple((one.id, words) for one in new for words in _gone(after, one, old[one.id])),
        confirmed=tuple(Confirmed(_line(after, one, fact), by) for one, fact, by in matched if by),
        contradicted=tuple(one for one in found if one.kind != "target-moved"),
        disputed=disputed,
        moved=tuple(one for one in found if one.kind == "target-moved"),
        waiting=tuple(_waiting(after, new)),
        left=tuple(_left(after, new)),
        names=tuple(_names(before, after)),
    )


def _words_before(before: LoadedPack, source: str) -> frozenset[str]:
    """What a source stated when it was there before, in words."""
    known = before.sources.get(source)
    return frozenset(fact_words(before, fact) for fact in known.facts) if known else frozenset()


def _gone(after: LoadedPack, one: Resolved, old: frozenset[str]) -> list[str]:
    return sorted(old - {fact_words(after, fact) for fact in one.source.facts})


def _matched(
    pack: LoadedPack, source: str, fact: Fact, origins: Mapping[str, str], later: frozenset[str]
) -> list[tuple[Fact, tuple[Match, ...]]]:
    """A fact and who stated it before; a level and its rate by rule 2."""
    parts = [fact]
    if isinstance(fact, Figure) and fact.value is not None and fact.growth is not None:
        parts = [fact.model_copy(update={name: None}) for name in ("growth", "value")]
    found = [(part, matches_of(pack, source, part, origins, later)) for part in parts]
    return [(fact, found[0][1])] if len({by for _, by in found}) == 1 else found


def _levels(one: Resolved, fact: Fact) -> Iterator[Stated]:
    """The level and the rate of a figure, as they were stated."""
    if isinstance(fact, Figure) and fact.value is not None:
        yield one.id, fact.id, "figure"
    if isinstance(fact, Figure) and fact.growth is not None:
        yield one.id, fact.id, "growth"


def _line(pack: LoadedPack, one: Resolved, fact: Fact) -> Line:
    return Line(
        one.id,
        one.keys.get(fact.id, ""),
        fact_words(pack, fact),
        _quote(pack.texts, one.id, fact.at),
        fact.at,
    )


def _quote(texts: Mapping[str, str], source: str, at: tuple[int, int] | None) -> str:
    return texts.get(source, "")[slice(*at)] if at else ""


def _waiting(pack: LoadedPack, added: Iterable[Resolved]) -> Iterator[Waiting]:
    for one in added:
        for fact in one.pending:
            words, quote = waiting_words(pack, fact), _quote(pack.texts, one.id, fact.at)
            yield Waiting(Line(one.id, fact.key, words, quote, fact.at), fact.reason)


def _left(pack: LoadedPack, added: Iterable[Resolved]) -> Iterator[LeftOut]:
    for one in added:
        for fact in one.left:
            words, quote = waiting_words(pack, fact), _quote(pack.texts, one.id, fact.at)
            yield LeftOut(Line(one.id, fact.key, words, quote, fact.at), fact.reason)
        for part in sorted({name.list for name in one.unused}):
            alone = [name.name for name in one.unused if name.list == part]
            yield LeftOut(Line(one.id, "", ", ".join(dict.fromkeys(alone)), "", None), _ALONE[part])


_ALONE = {
    "people": "named, and no fact is about them",
    "bodies": "named, and no fact is about them",
    "initiatives": "told of as measures, and no fact is about them",
}


def _names(before: LoadedPack, after: LoadedPack) -> Iterator[tuple[str, str, str]]:
    for part in ("people", "bodies", "posts", "initiatives"):
        for slug, entry in sorted(getattr(after, part).items()):
            if slug not in getattr(before, part):
                yield part, slug, entry.name
