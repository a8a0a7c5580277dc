"""Articles added to the graph: read, resolved, built, validated, audited, stored; all of them or none.

1. An article that is there already is not added again (see `identity`).
2. An article without a date or a country has those that are given, else none, and the pack's.
3. What was judged of this very text holds: it is not asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, fields, replace
from pathlib import Path

from policygraph.curated.own_files import put_aliases, put_entries, put_source
from policygraph.curated.pack import LoadedPack
from policygraph.errors import DataError, Problem
from policygraph.newsroom.desk import Desk, at_desk
from policygraph.newsroom.diff import Diff, diff_of
from policygraph.newsroom.identity import free_id, judgements_on, same_source
from policygraph.newsroom.reading import readings
from policygraph.rdf import Quad
from policygraph.reader.document import Document
from policygraph.reader.reading import Reading
from policygraph.resolve.article import Article
from policygraph.resolve.resolve import resolve
from policygraph.resolve.resolved import Resolved

__all__ = ["Added", "add_articles", "lay_in"]


@dataclass(frozen=True)
class Added:
    """What became of the articles."""

    diff: Diff
    added: tuple[str, ...] = ()
    """Ids of the sources that were added, in order."""
    there: tuple[tuple[str, str], ...] = ()
    """Document -> the source that it is already."""
    problems: tuple[Problem, ...] = ()
    """What could not be read or taken."""
    stored: bool = False


def add_articles(
    documents: Iterable[Document | Problem],
    *,
    data: Path | str | None = None,
    own: Path | str | None = None,
    jobs: int = 1,
    dry_run: bool = False,
) -> Added:
    """Add articles to an own folder (the user's, over the shipped data, where none is named).

    Gives what is new, confirmed, contradicted, moved and waiting. Raises DataInvalidError where pack or
    folder are wrong as they are, StoreError where the folder cannot be written; nothing is then changed.
    """
    with at_desk(data, own, dry=dry_run) as desk:
        earlier = _snapshot(desk.pack)
        taken, there, problems = _taken(desk, documents, jobs)
        if not taken:
            return Added(Diff(), there=tuple(there), problems=tuple(problems))
        quads, kept = _built(desk, earlier, taken, problems)
        diff = diff_of(earlier, desk.pack, kept, desk.earlier(), quads)
        if not dry_run and kept:
            desk.put(quads)
        ids = tuple(one.id for one in kept)
        return Added(diff, ids, tuple(there), tuple(problems), stored=bool(kept) and not dry_run)


_Taken = tuple[Resolved, Document]


def _taken(
    desk: Desk, documents: Iterable[Document | Problem], jobs: int
) -> tuple[list[_Taken], list[tuple[str, str]], list[Problem]]:
    taken: list[_Taken] = []
    there: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for one in readings(_placed(desk, documents), desk.known.gazetteer, jobs):
        if isinstance(one, Problem):
            problems.append(one)
            continue
        document, reading = one
        if same := same_source(desk.pack, document):
            there.append((document.id, same))
            continue
        resolved = _resolved(desk, document, reading)
        if isinstance(resolved, Problem):
            problems.append(resolved)
            continue
        lay_in(desk, resolved, document.text)
        taken.append((resolved, document))
    return taken, there, problems


def _resolved(desk: Desk, document: Document, reading: Reading) -> Resolved | Problem:
    name = free_id(desk.pack, document)
    judged = judgements_on(desk.pack, name, document)
    try:
        return resolve(desk.known, Article(name, document, reading), judged)
    except Exception as error:  # noqa: BLE001  one text must not stop a thousand; the fault is told at the end
        message = f"could not be resolved: {type(error).__name__}: {error}"
        return Problem(Path(document.id), 1, "", message[:200])


def _placed(desk: Desk, documents: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    for one in documents:
        if isinstance(one, Document) and one.country is None:
            yield replace(one, country=desk.known.country_code or None)
        else:
            yield one


def lay_in(desk: Desk, resolved: Resolved, text: str) -> None:
    """Put a resolved article into the pack of the desk."""
    put_source(desk.pack, resolved.id, resolved.source, text, resolved.pending)
    put_entries(desk.pack, "people", resolved.people)
    put_entries(desk.pack, "bodies", resolved.bodies)
    put_entries(desk.pack, "initiatives", resolved.initiatives)
    put_aliases(desk.pack, resolved.id, ((one.part, one.slug, one.name) for one in resolved.aliases))
    named = resolved.people or resolved.bodies or resolved.initiatives or resolved.aliases
    if named or resolved.source.tenures:
        desk.renew()


def _built(
    desk: Desk, earlier: LoadedPack, taken: list[_Taken], problems: list[Problem]
) -> tuple[list[Quad], list[Resolved]]:
    """The graph with the articles; one that makes it unsound is left out, and told among the problems."""
    try:
        return desk.built([one.id for one, _ in taken]), [one for one, _ in taken]
    except DataError as error:
        if len(taken) == 1:
            problems.append(Problem(Path(taken[0][1].id), 1, "", f"cannot be added: {error}"[:600]))
            return desk.earlier(), []
    return _one_by_one(desk, earlier, taken, problems)


def _one_by_one(
    desk: Desk, earlier: LoadedPack, taken: list[_Taken], problems: list[Problem]
) -> tuple[list[Quad], list[Resolved]]:
    """Slow, and needed only where the rules of this module let something unsound through."""
    kept: list[Resolved] = []
    quads = desk.earlier()
    for resolved, document in taken:
        before = _snapshot(earlier)
        desk.pack = before
        for good in [*kept, resolved]:
            text = next(one.text for other, one in taken if other.id == good.id)
            lay_in(desk, good, text)
        try:
            quads = desk.built([one.id for one, _ in taken])
            kept.append(resolved)
        except DataError as error:
            problems.append(Problem(Path(document.id), 1, "", f"cannot be added: {error}"[:600]))
    desk.pack = _snapshot(earlier)
    for good in kept:
        lay_in(desk, good, next(one.text for other, one in taken if other.id == good.id))
    return desk.built([one.id for one, _ in taken]) if kept else quads, kept


def _snapshot(pack: LoadedPack) -> LoadedPack:
    """A copy whose entries may come and go; the records themselves never change."""
    whole = copy(pack)
    for field in fields(pack):
        value = getattr(pack, field.name)
        if isinstance(value, dict | set):
            setattr(whole, field.name, copy(value))
    return whole
