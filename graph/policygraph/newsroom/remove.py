"""An own source taken out again, with what only it said."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from policygraph.curated.own_files import take_out
from policygraph.curated.pack import LoadedPack
from policygraph.errors import NotFoundError, UsageError
from policygraph.newsroom.desk import at_desk
from policygraph.newsroom.wording import fact_words

__all__ = ["Removed", "own_source", "remove_source"]


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
    """Take out an own source; gives what went.

    Raises NotFoundError where there is none of this id, UsageError for one that ships with the data; nothing
    is then changed.
    """
    with at_desk(data, own) as desk:
        own_source(desk.pack, source)
        facts = tuple(fact_words(desk.pack, fact) for fact in desk.pack.sources[source].facts)
        waiting = len(desk.pack.pending.get(source, ()))
        entries, names = take_out(desk.pack, source)
        desk.put(desk.built([source]))
        judged = source in desk.pack.judgements
    return Removed(source, facts, waiting, tuple(entries), tuple(names), judged)


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
