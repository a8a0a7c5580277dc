"""What a person decides of what waits for review; a judgement is kept and never asked for again.

1. A judgement is kept with its author, its day and the fields that were corrected, under the fact's key and
   the hash of the text.
2. With it the article is resolved anew against what is known: an accepted spelling settles every fact that
   waited for it, too.
3. A fact that is accepted and lacks something is not taken: the error says what to give, and how. Nor is one
   that needs a name which waits itself: the name has to be judged first, or with it.
4. Of several judgements those on names come first: one on a fact is of the fact as read with them, or,
   where the names leave nothing to read there, as it was read without. Two on one fact that say unlike
   things are refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from policygraph.curated.references import pointed_to
from policygraph.errors import DataInvalidError, NotFoundError, UsageError
from policygraph.model.own import Judgement, Judgements, PendingFact, Verdict
from policygraph.newsroom.corrections import checked
from policygraph.newsroom.desk import Desk, at_desk
from policygraph.newsroom.remove import own_source
from policygraph.newsroom.rereading import check_text, judgements_of, taken_up
from policygraph.newsroom.taking import lay_in
from policygraph.periods import Period
from policygraph.rdf import Quad
from policygraph.resolve.judged import digest_of
from policygraph.resolve.known import Known
from policygraph.resolve.recast import GAINED
from policygraph.resolve.resolve import resolve
from policygraph.resolve.resolved import ALIASES, NAMES, Candidate, Resolved, lacking

__all__ = ["Decision", "Reviewed", "judge"]


@dataclass(frozen=True)
class Decision:
    """What a person says of one fact."""

    key: str
    verdict: Verdict
    fields: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True)
class Reviewed:
    """What came of judgements on one source."""

    source: str
    taken: int
    """Facts of the source in the graph now."""
    waiting: tuple[PendingFact, ...]
    """What still waits."""


def judge(
    source: str,
    decisions: Iterable[Decision],
    *,
    author: str,
    day: date,
    data: Path | str | None = None,
    own: Path | str | None = None,
) -> Reviewed:
    """Keep judgements on facts of an own source, and have the graph follow them.

    Raises NotFoundError for a source or key that is not there, UsageError for a fact that cannot be taken
    as it is, DataInvalidError where the result would not be sound; nothing is then changed.
    """
    with at_desk(data, own) as desk:
        own_source(desk.pack, source)
        check_text(desk, source)
        resolved = _resolved(desk, source, list(decisions), author, day)
        desk.put(_built(desk, source))
        return Reviewed(source, len(resolved.source.facts), resolved.pending)


def _built(desk: Desk, source: str) -> list[Quad]:
    """The graph; a wrong fact is told by its field, since the file that it would stand in is none yet."""
    try:
        return desk.built([source])
    except DataInvalidError as error:
        file = desk.own / "sources" / f"{source}.yaml"
        if any(one.file != file for one in error.problems):
            raise
        told = (f"{one.field.rpartition('].')[2]}: {one.message}" for one in error.problems)
        raise UsageError(f"{source} cannot be as judged: {'; '.join(told)}") from None


def _resolved(desk: Desk, source: str, decisions: list[Decision], author: str, day: date) -> Resolved:
    pack, judgements = desk.pack, judgements_of(desk, source)
    text, proposed = pack.texts[source], pack.proposed.get(source, ())
    article = taken_up(desk, source)
    resolved = resolve(desk.known, article, judgements)
    reads = resolved.reads
    _check_keys(source, decisions, reads)
    for some in _names_first(decisions, reads):
        reads = {**reads, **resolved.reads}
        made = [_judgement(desk.known, one, reads[one.key], author, day, resolved.named) for one in some]
        judgements = _with(judgements, made)
        resolved = resolve(desk.known, article, judgements)
    _check_taken(resolved, decisions)
    pack.judgements[source] = judgements
    lay_in(desk, resolved, text, proposed)
    return resolved


def _check_keys(source: str, decisions: list[Decision], known: Mapping[str, Candidate]) -> None:
    for one in decisions:
        if one.key not in known:
            raise NotFoundError(f"fact of {source}", one.key, tuple(sorted(known))[:5])
        other = next(two for two in decisions if two.key == one.key)
        if other != one:
            raise UsageError(
                f"{one.key} is judged twice, {other.verdict} and {one.verdict}: give one of them"
            )


def _names_first(decisions: list[Decision], reads: Mapping[str, Candidate]) -> Sequence[list[Decision]]:
    """Rule 4."""
    names = [one for one in decisions if reads[one.key].kind in {ALIASES, NAMES}]
    return [some for some in (names, [one for one in decisions if one not in names]) if some]


def _with(judgements: Judgements, made: list[Judgement]) -> Judgements:
    fresh = {one.key: one for one in made}
    kept = (one for one in judgements.judgements if one.key not in fresh)
    return judgements.model_copy(update={"judgements": (*kept, *fresh.values())})


def _check_taken(resolved: Resolved, decisions: list[Decision]) -> None:
    """Rule 3."""
    waiting = {fact.key: fact for fact in resolved.pending}
    for one in decisions:
        if one.verdict != "reject" and one.key in waiting:
            reason = waiting[one.key].reason
            raise UsageError(f"{one.key} cannot be taken as it is: {reason}{_what_to_give(waiting[one.key])}")
    _check_names(resolved, decisions)


def _check_names(resolved: Resolved, decisions: Iterable[Decision]) -> None:
    taken = {resolved.keys[fact.id]: fact for fact in resolved.source.facts if fact.id in resolved.keys}
    for one in decisions:
        fact = taken.get(one.key)
        needs = [slug for slug in pointed_to(fact) if slug in resolved.unsettled] if fact else []
        if needs:
            key = resolved.unsettled[needs[0]]
            raise UsageError(
                f"{one.key} needs the name {needs[0]}, which waits itself: judge {key} first, or with it"
            )


def _what_to_give(waits: PendingFact) -> str:
    """What to type, after the reason."""
    given = " ".join(f"{name}=..." for name in lacking(waits.kind, waits.fact))
    if not given:
        return "; correct it with FIELD=VALUE"
    money = "initiative" in GAINED.get(waits.kind, {}) and waits.fact.get("value")
    measure = "; if it is money for a measure, initiative=... role=..." if money else ""
    return f"; correct it with {given}{measure} (`policygraph review --fields` says what each takes)"


def _judgement(
    known: Known, one: Decision, read: Candidate, author: str, day: date, named: frozenset[str]
) -> Judgement:
    try:
        return Judgement(
            key=one.key,
            read=digest_of(read),
            verdict=one.verdict,
            author=author,
            date=Period(day, day),
            note=one.note,
            fields=checked(known, read, one.fields, named),
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise UsageError(f"{one.key}: {first['loc'][0]}: {first['msg']}") from None
