"""Articles added to the graph: read, resolved, built, validated, audited, stored; all of them or none.

1. An article that is there already is not added again (see `identity`); where its text is another now, that
   is told, and how the new one takes its place is the user's to say.
2. An article without a date or a country has those that are given, else no date, and the country that its
   text tells (see `reader.files.countries_told`) or else the pack's; whose country nobody gave is told.
3. What was judged of this very text holds: it is not asked again.
4. What a language model or a name finder proposes waits for review, whatever else there is to say of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from policygraph.curated.own_files import put_aliases, put_entries, put_source
from policygraph.curated.pack import LoadedPack
from policygraph.errors import DataError, Problem
from policygraph.model.own import ProposedEntry
from policygraph.newsroom.desk import Desk, at_desk
from policygraph.newsroom.diff import Diff, diff_of
from policygraph.newsroom.identity import Recognised, free_id, judgements_on
from policygraph.newsroom.proposals import proposed_in
from policygraph.newsroom.reading import readings
from policygraph.proposers.contract import Proposed, Proposer
from policygraph.rdf import Quad
from policygraph.reader.document import Document, Given
from policygraph.reader.files.countries_told import completed
from policygraph.reader.reading import Reading
from policygraph.resolve.article import Article
from policygraph.resolve.known import lands_of
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
    changed: tuple[tuple[str, str], ...] = ()
    """Document -> the own source of the same address, which was added with another text."""
    problems: tuple[Problem, ...] = ()
    """What could not be read or taken."""
    stored: bool = False
    proposals: tuple[tuple[str, Proposed], ...] = ()
    """Document -> what was proposed for it and what became of that, where somebody was asked."""
    assumed: tuple[tuple[str, str], ...] = ()
    """Document -> the country that it is read as being on, where nobody gave it (rule 2)."""


def add_articles(
    documents: Iterable[Document | Problem],
    *,
    data: Path | str | None = None,
    own: Path | str | None = None,
    jobs: int = 1,
    dry_run: bool = False,
    proposer: Proposer | None = None,
) -> Added:
    """Add articles to an own folder (the user's, over the shipped data, where none is named).

    Gives what is new, confirmed, contradicted, moved and waiting; `proposer` is who else reads them (a
    `proposers.llm.LanguageModel`, a `proposers.spacy_names.SpacyNames`). Raises DataInvalidError where pack
    or folder are wrong as they are, StoreError where the folder cannot be written; nothing is then changed.
    """
    with at_desk(data, own, dry=dry_run) as desk:
        taken, known, problems = _taken(desk, documents, jobs, proposer)
        there, changed = tuple(known.there), tuple(known.changed)
        if not taken:
            return Added(Diff(), (), there, changed, tuple(problems))
        told = tuple((one.document.id, one.found) for one in taken) if proposer else ()
        quads, kept = _built(desk, taken, problems)
        diff = diff_of(desk.before, desk.pack, kept, desk.earlier(), quads)
        if not dry_run and kept:
            desk.put(quads)
        ids = tuple(one.id for one in kept)
        lands = tuple((one.document.id, one.document.country or "") for one in taken if one.document.assumed)
        return Added(diff, ids, there, changed, tuple(problems), bool(kept) and not dry_run, told, lands)


@dataclass(frozen=True)
class _Taken:
    """A document that is to be added, and what was made of it."""

    document: Document
    found: Proposed
    resolved: Resolved

    def lay_in(self, desk: Desk) -> None:
        lay_in(desk, self.resolved, self.document.text, proposed_in(self.found.reading))


def _taken(
    desk: Desk, documents: Iterable[Document | Problem], jobs: int, proposer: Proposer | None
) -> tuple[list[_Taken], Recognised, list[Problem]]:
    taken: list[_Taken] = []
    known = Recognised()
    problems: list[Problem] = []
    fresh = _fresh(desk, documents, known)
    for one in readings(fresh, desk.known.gazetteer, jobs, proposer):
        if isinstance(one, Problem):
            problems.append(one)
            continue
        document, found = one
        if known.has(desk.pack, document):
            continue
        resolved = _resolved(desk, document, found.reading)
        if isinstance(resolved, Problem):
            problems.append(resolved)
            continue
        taken.append(_Taken(document, found, resolved))
        taken[-1].lay_in(desk)
    return taken, known, problems


def _fresh(
    desk: Desk, documents: Iterable[Document | Problem], known: Recognised
) -> Iterator[Document | Problem]:
    """The documents that nothing is known of yet: nobody need read the others, least of all a model."""
    given = Given(home=desk.known.home, lands=lands_of(desk.pack), usual=desk.known.country_code)
    for one in documents:
        if isinstance(one, Problem):
            yield one
        elif not known.has(desk.before, one):
            yield completed(one, given)


def _resolved(desk: Desk, document: Document, reading: Reading) -> Resolved | Problem:
    name = free_id(desk.pack, document)
    judged = judgements_on(desk.pack, name, document)
    try:
        return resolve(desk.known, Article(name, document, reading), judged)
    except Exception as error:  # noqa: BLE001  one text must not stop a thousand; the fault is told at the end
        message = f"could not be resolved: {type(error).__name__}: {error}"
        return Problem(Path(document.id), 1, "", message[:200])


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


def _built(desk: Desk, taken: list[_Taken], problems: list[Problem]) -> tuple[list[Quad], list[Resolved]]:
    """The graph with the articles; one that makes it unsound is left out, and told among the problems.

    One by one is slow, and needed only where the rules of this module let something unsound through.
    """
    try:
        return desk.built([one.resolved.id for one in taken]), [one.resolved for one in taken]
    except DataError as error:
        if len(taken) > 1:
            return _one_by_one(desk, taken, problems)
        problems.append(_unsound(taken[0].document, error))
        _back_to(desk, desk.before)
        return desk.earlier(), []


def _one_by_one(
    desk: Desk, taken: list[_Taken], problems: list[Problem]
) -> tuple[list[Quad], list[Resolved]]:
    """Each is resolved anew beside those that were kept: nothing may rest on one that is left out."""
    sound = desk.before
    kept: list[Resolved] = []
    tried = {one.resolved.id for one in taken}
    for one in taken:
        _back_to(desk, sound)
        again = _resolved(desk, one.document, one.found.reading)
        if isinstance(again, Problem):
            problems.append(again)
            continue
        tried.add(again.id)
        replace(one, resolved=again).lay_in(desk)
        try:
            desk.built(tried)
        except DataError as error:
            problems.append(_unsound(one.document, error))
            continue
        sound = desk.pack
        kept.append(again)
    _back_to(desk, sound)
    return desk.built(tried) if kept else desk.earlier(), kept


def _back_to(desk: Desk, pack: LoadedPack) -> None:
    desk.pack = pack.copied()
    desk.renew()


def _unsound(document: Document, error: DataError) -> Problem:
    return Problem(Path(document.id), 1, "", f"cannot be added: {error}"[:600])
