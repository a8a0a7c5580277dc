"""Own sources taken out again, with what only they said: all that are named, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from policygraph.curated.own_files import take_out
from policygraph.curated.pack import LoadedPack
from policygraph.errors import NotFoundError, UsageError
from policygraph.newsroom.desk import at_desk
from policygraph.newsroom.wording import fact_words

__all__ = ["Removed", "own_source", "remove_source", "remove_sources"]


@dataclass(frozen=True)
class Removed:
    """What went with a source."""

    source: str
    facts: tuple[str, ...]
    """What it stated, in words; another source may state the same and then still does."""
    waiting: int
    """How many of its facts waited for review."""
    entries: tuple[str, ...]
    """Entries of the registry that only it named."""
    names: tuple[str, ...]
    """Further names that only it used."""
    judged: bool
    """Whether judgements on it are kept, for when the same text is added again."""


def remove_source(source: str, *, data: Path | str | None = None, own: Path | str | None = None) -> Removed:
    """Take out an own source; gives what went. Raises what `remove_sources` raises."""
    return remove_sources([source], data=data, own=own)[0]


def remove_sources(
    sources: Sequence[str], *, data: Path | str | None = None, own: Path | str | None = None
) -> tuple[Removed, ...]:
    """Take out own sources, each once, in this order; gives what went with each.

    Raises NotFoundError where there is none of an id, UsageError for one that ships with the data; nothing
    is then changed.
    """
    named = tuple(dict.fromkeys(sources))
    with at_desk(data, own) as desk:
        for source in named:
            own_source(desk.pack, source)
        gone = tuple(_removed(desk.pack, source) for source in named)
        desk.put(desk.built(named))
    return gone


def _removed(pack: LoadedPack, source: str) -> Removed:
    facts = tuple(fact_words(pack, fact) for fact in pack.sources[source].facts)
    waiting = len(pack.pending.get(source, ()))
    entries, names = take_out(pack, source)
    return Removed(source, facts, waiting, tuple(entries), tuple(names), source in pack.judgements)


def own_source(pack: LoadedPack, source: str) -> None:
    """Check that this is a source of the own folder; raises NotFoundError or UsageError."""
    if ("sources", source) in pack.own:
        return
    if source in pack.sources or source in pack.briefs:
        place = pack.files.get(("sources", source), "a brief")
        raise UsageError(
            f"{source} ships with the data ({place}), which is not changed here; to do without it, copy the "
            "data folder, delete the file there and name the copy with --data"
        )
    own = sorted(name for part, name in pack.own if part == "sources")
    raise NotFoundError("source of your own", source, tuple(get_close_matches(source, own)))
