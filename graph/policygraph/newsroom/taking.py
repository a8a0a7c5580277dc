"""An article taken in: resolved against what is known, and laid into the pack of the desk.

What was judged of its very text holds; where it takes the place of an own source, what was judged of that
(see `carrying`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from policygraph.curated.own_files import put_aliases, put_entries, put_source
from policygraph.errors import PolicygraphError, Problem
from policygraph.model.own import ProposedEntry
from policygraph.newsroom.carrying import carried
from policygraph.newsroom.desk import Desk
from policygraph.newsroom.identity import free_id, judgements_on
from policygraph.newsroom.proposals import proposed_in, with_kept
from policygraph.newsroom.rereading import check_text, judgements_of, taken_up
from policygraph.proposers.contract import Proposed
from policygraph.reader.document import Document
from policygraph.reader.read import read
from policygraph.resolve.article import Article
from policygraph.resolve.resolve import resolve
from policygraph.resolve.resolved import Resolved

__all__ = ["Replaced", "Taken", "lay_in", "taken_in"]


@dataclass(frozen=True)
class Replaced:
    """An own source that has a new version."""

    source: str
    kept: int
    """Judgements that hold for it, too."""
    lost: tuple[str, ...]
    """The keys of those that do not."""


@dataclass(frozen=True)
class Taken:
    """A document that is to be added, and what was made of it."""

    document: Document
    found: Proposed
    resolved: Resolved
    replaced: Replaced | None = None

    def lay_in(self, desk: Desk) -> None:
        lay_in(desk, self.resolved, self.document.text, proposed_in(self.found.reading))


def taken_in(desk: Desk, document: Document, found: Proposed, replaces: str) -> Taken | Problem:
    """What is made of a document; the source that it replaces is taken out of the pack of the desk."""
    try:
        if not replaces:
            name = free_id(desk.pack, document)
            judged = judgements_on(desk.pack, name, document)
            return Taken(document, found, resolve(desk.known, Article(name, document, found.reading), judged))
        return _in_place(desk, document, found, replaces)
    except PolicygraphError:
        raise
    except Exception as error:  # noqa: BLE001  one text must not stop a thousand; the fault is told at the end
        message = f"could not be resolved: {type(error).__name__}: {error}"
        return Problem(Path(document.id), 1, "", message[:200])


def _in_place(desk: Desk, document: Document, found: Proposed, source: str) -> Taken:
    """The document is read anew: what the old one named is known no more."""
    check_text(desk, source)
    before, old = judgements_of(desk, source), taken_up(desk, source)
    again = with_kept(read(document, desk.known.gazetteer), proposed_in(found.reading), desk.own)
    new = Article(source, document, again)
    held = carried(desk.known, old, before, new)
    desk.pack.judgements[source] = held.judgements
    told = Replaced(source, len(held.judgements.judgements), held.lost)
    resolved = resolve(desk.known, new, held.judgements)
    return Taken(document, replace(found, reading=again), resolved, told)


def lay_in(desk: Desk, resolved: Resolved, text: str, proposed: tuple[ProposedEntry, ...]) -> None:
    """Put a resolved article into the pack of the desk."""
    put_source(desk.pack, resolved.id, resolved.source, text, resolved.pending, proposed)
    put_entries(desk.pack, "people", resolved.people)
    put_entries(desk.pack, "bodies", resolved.bodies)
    put_entries(desk.pack, "posts", resolved.posts)
    put_entries(desk.pack, "initiatives", resolved.initiatives)
    put_aliases(desk.pack, resolved.id, ((one.part, one.slug, one.name) for one in resolved.aliases))
    named = resolved.people or resolved.bodies or resolved.initiatives or resolved.aliases
    if named or resolved.source.tenures:
        desk.renew()
