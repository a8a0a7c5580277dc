"""Articles added to the graph: read, resolved, built, validated, audited, stored; all of them or none.

1. An article that is there already is not added again (see `identity`); where it was changed since, that is
   told, and whether the new one takes its place is the user's to say. It then has the id of the old one, and
   what was judged of that holds for what is read in it as before (see `carrying`).
2. An article without a date or a country has those that are given, else no date, and the country that its
   text tells (see `reader.files.countries_told`) or else the pack's; whose country nobody gave is told.
3. What was judged of this very text holds: it is not asked again.
4. What a language model or a name finder proposes waits for review, whatever else there is to say of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from policygraph.curated.pack import LoadedPack
from policygraph.errors import DataError, Problem
from policygraph.newsroom.desk import Desk, at_desk
from policygraph.newsroom.diff import Diff, diff_of
from policygraph.newsroom.identity import Changed, Recognised
from policygraph.newsroom.reading import readings
from policygraph.newsroom.taking import Replaced, Taken, taken_in
from policygraph.proposers.contract import Proposed, Proposer
from policygraph.rdf import Quad
from policygraph.reader.document import Document, Given
from policygraph.reader.files.countries_told import completed
from policygraph.resolve.known import lands_of
from policygraph.resolve.resolved import Resolved

__all__ = ["Added", "add_articles"]


@dataclass(frozen=True)
class Added:
    """What became of the articles."""

    diff: Diff
    added: tuple[str, ...] = ()
    """Ids of the sources that were added, in order."""
    there: tuple[tuple[str, str], ...] = ()
    """Document -> the source that it is already."""
    changed: tuple[Changed, ...] = ()
    """Those that are own sources, which were added with another text or date, and are not replaced."""
    replaced: tuple[Replaced, ...] = ()
    """The own sources that articles took the place of."""
    copies: tuple[tuple[str, str], ...] = ()
    """Source -> another publisher's with the very same text."""
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
    again: str = "tell",
) -> Added:
    """Add articles to an own folder (the user's, over the shipped data, where none is named).

    Gives what is new, confirmed, contradicted, moved and waiting; `proposer` is who else reads them (a
    `proposers.llm.LanguageModel`, a `proposers.spacy_names.SpacyNames`). A new version of an own source is
    told; with `again="replace"` it takes its place, with `again="beside"` it is one more. Raises
    DataInvalidError where pack or folder are wrong as they are, StoreError where the folder cannot be
    written; nothing is then changed.
    """
    with at_desk(data, own, dry=dry_run) as desk:
        taken, known, problems = _taken(desk, documents, jobs, proposer, Recognised(again))
        there, changed = tuple(known.there), tuple(known.changed)
        if not taken:
            return Added(Diff(), (), there, changed, problems=tuple(problems))
        told = tuple((one.document.id, one.found) for one in taken) if proposer else ()
        quads, kept = _built(desk, taken, problems)
        diff = diff_of(desk.before, desk.pack, kept, desk.earlier(), quads)
        if not dry_run and kept:
            desk.put(quads)
        ids = tuple(one.id for one in kept)
        return Added(
            diff,
            ids,
            there,
            changed,
            tuple(one.replaced for one in taken if one.replaced and one.resolved.id in ids),
            tuple(_copies(desk.pack, ids)),
            tuple(problems),
            bool(kept) and not dry_run,
            told,
            tuple((one.document.id, one.document.country or "") for one in taken if one.document.assumed),
        )


def _copies(pack: LoadedPack, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each with the first other source that has the very same text."""
    digests: dict[str, list[str]] = defaultdict(list)
    for name, source in sorted(pack.sources.items()):
        if source.text:
            digests[source.text.sha256].append(name)
    for name in ids:
        described = pack.sources[name].text
        yield from [(name, one) for one in digests[described.sha256 if described else ""] if one != name][:1]


def _taken(
    desk: Desk,
    documents: Iterable[Document | Problem],
    jobs: int,
    proposer: Proposer | None,
    known: Recognised,
) -> tuple[list[Taken], Recognised, list[Problem]]:
    taken: list[Taken] = []
    problems: list[Problem] = []
    fresh = _fresh(desk, documents, known)
    for one in readings(fresh, desk.known.gazetteer, jobs, proposer):
        if isinstance(one, Problem):
            problems.append(one)
            continue
        document, found = one
        if known.has(desk.pack, document, frozenset(one.resolved.id for one in taken)):
            continue
        made = taken_in(desk, document, found, known.replaced(desk.pack, document))
        if isinstance(made, Problem):
            problems.append(made)
            continue
        taken.append(made)
        made.lay_in(desk)
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


def _built(desk: Desk, taken: list[Taken], problems: list[Problem]) -> tuple[list[Quad], list[Resolved]]:
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


def _one_by_one(desk: Desk, taken: list[Taken], problems: list[Problem]) -> tuple[list[Quad], list[Resolved]]:
    """Each is resolved anew beside those that were kept: nothing may rest on one that is left out."""
    sound = desk.before
    kept: list[Resolved] = []
    tried = {one.resolved.id for one in taken}
    for one in taken:
        _back_to(desk, sound)
        again = taken_in(desk, one.document, one.found, one.replaced.source if one.replaced else "")
        if isinstance(again, Problem):
            problems.append(again)
            continue
        tried.add(again.resolved.id)
        again.lay_in(desk)
        try:
            desk.built(tried)
        except DataError as error:
            problems.append(_unsound(one.document, error))
            continue
        sound = desk.pack
        kept.append(again.resolved)
    _back_to(desk, sound)
    return desk.built(tried) if kept else desk.earlier(), kept


def _back_to(desk: Desk, pack: LoadedPack) -> None:
    desk.pack = pack.copied()
    desk.renew()


def _unsound(document: Document, error: DataError) -> Problem:
    return Problem(Path(document.id), 1, "", f"cannot be added: {error}"[:600])
