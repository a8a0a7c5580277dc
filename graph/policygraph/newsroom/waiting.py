"""What waits for review in the own sources, each fact with its passage in context; and all that was read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from policygraph.curated.load import load_pack
from policygraph.curated.pack import LoadedPack
from policygraph.model.own import PendingFact
from policygraph.newsroom.desk import at_desk
from policygraph.newsroom.remove import own_source
from policygraph.newsroom.rereading import check_text, judgements_of, taken_up
from policygraph.newsroom.wording import fact_words, waiting_words
from policygraph.paths import data_dir
from policygraph.resolve.resolve import resolve
from policygraph.shipped import own_folder

__all__ = ["Question", "facts_read", "waiting_counts", "waiting_facts"]

_AROUND = 160
"""Characters of the text shown on either side of a passage."""


@dataclass(frozen=True)
class Question:
    """A fact that waits, with its passage in context."""

    fact: PendingFact
    words: str
    """The fact as far as it is known."""
    before: str
    quote: str
    after: str


def waiting_facts(
    source: str, *, data: Path | str | None = None, own: Path | str | None = None
) -> tuple[Question, ...]:
    """The facts of an own source that wait; raises NotFoundError or UsageError where it is no own source."""
    pack = _loaded(data, own)
    own_source(pack, source)
    text = pack.texts.get(source, "")
    return tuple(_question(pack, text, fact) for fact in pack.pending.get(source, ()))


def facts_read(
    source: str, *, data: Path | str | None = None, own: Path | str | None = None
) -> tuple[tuple[str, str, str], ...]:
    """All that is read in an own source, in the order of the text: key, words, and what became of it.

    Raises NotFoundError or UsageError where it is no own source.
    """
    with at_desk(data, own, dry=True) as desk:
        own_source(desk.pack, source)
        check_text(desk, source)
        judgements = judgements_of(desk, source)
        found = resolve(desk.known, taken_up(desk, source), judgements)
        kept = desk.before
    taken = [
        (one.at or (0, 0), found.keys[one.id], fact_words(kept, one), "taken") for one in found.source.facts
    ]
    waits = [(one.at, one.key, waiting_words(kept, one), f"waits: {one.reason}") for one in found.pending]
    left = [(one.at, one.key, waiting_words(kept, one), f"left out: {one.reason}") for one in found.left]
    return tuple(row[1:] for row in sorted([*taken, *waits, *left]))


def waiting_counts(
    *, data: Path | str | None = None, own: Path | str | None = None
) -> tuple[tuple[str, str, int, int], ...]:
    """The own sources: id, title, how many facts of it are in the graph and how many wait."""
    pack = _loaded(data, own)
    named = sorted(name for part, name in pack.own if part == "sources")
    return tuple(
        (name, pack.sources[name].title, len(pack.sources[name].facts), len(pack.pending.get(name, ())))
        for name in named
    )


def _loaded(data: Path | str | None, own: Path | str | None) -> LoadedPack:
    base = Path(data) if data is not None else None
    return load_pack(base or data_dir(), own_folder(own, base))


def _question(pack: LoadedPack, text: str, fact: PendingFact) -> Question:
    start, end = fact.at
    words = waiting_words(pack, fact)
    return Question(
        fact, words, text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND]
    )
