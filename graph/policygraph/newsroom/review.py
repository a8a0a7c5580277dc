"""What waits for review, and what a person decides of it; a judgement is kept and never asked for again.

1. A judgement is kept with its author, its day and the fields that were corrected, under the fact's key and
   the hash of the text.
2. With it the article is resolved anew against what is known: an accepted spelling settles every fact that
   waited for it, too.
3. A fact that is accepted and lacks something is not taken: the error says what to correct.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from policygraph.curated.own_files import take_out
from policygraph.errors import NotFoundError, UsageError
from policygraph.model.own import Judgement, Judgements, PendingFact, Verdict
from policygraph.newsroom.add import lay_in
from policygraph.newsroom.desk import Desk, at_desk
from policygraph.newsroom.remove import own_source
from policygraph.periods import Period
from policygraph.reader.document import Document
from policygraph.reader.read import read
from policygraph.resolve.article import Article
from policygraph.resolve.resolve import resolve
from policygraph.resolve.resolved import Resolved
from policygraph.shipped import own_folder

__all__ = ["Decision", "Question", "Reviewed", "judge", "waiting_facts"]

_AROUND = 160
"""Characters of the text shown on either side of a passage."""


@dataclass(frozen=True)
class Question:
    """A fact that waits, with its passage in context."""

    fact: PendingFact
    before: str
    quote: str
    after: str


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


def waiting_facts(
    source: str, *, data: Path | str | None = None, own: Path | str | None = None
) -> tuple[Question, ...]:
    """The facts of an own source that wait; raises NotFoundError or UsageError where it is no own source."""
    from policygraph.curated.load import load_pack
    from policygraph.paths import data_dir

    base = Path(data) if data is not None else None
    pack = load_pack(base or data_dir(), own_folder(own, base))
    own_source(pack, source)
    text = pack.texts.get(source, "")
    return tuple(_question(text, fact) for fact in pack.pending.get(source, ()))


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
        if source not in desk.pack.texts:
            raise UsageError(f"the text of {source} is not there ({desk.own}/texts/{source}.txt)")
        made = [_judgement(one, author, day) for one in decisions]
        resolved = _resolved(desk, source, made)
        desk.put(desk.built([source]))
        return Reviewed(source, len(resolved.source.facts), resolved.pending)


def _resolved(desk: Desk, source: str, made: list[Judgement]) -> Resolved:
    pack = desk.pack
    described, text = pack.sources[source], pack.texts[source]
    before = {fact.key for fact in pack.pending.get(source, ())}
    kept = pack.judgements.get(source)
    digest = described.text.sha256 if described.text else ""
    earlier = kept.judgements if kept and kept.sha256 == digest else ()
    fresh = {one.key for one in made}
    judgements = Judgements(
        sha256=digest, judgements=(*(one for one in earlier if one.key not in fresh), *made)
    )
    take_out(pack, source)
    desk.renew()
    document = Document(
        source,
        text,
        described.title,
        described.date.end if described.date else None,
        described.country or desk.known.country_code,
        described.url,
        described.publisher,
    )
    article = Article(source, document, read(document, desk.known.gazetteer))
    plain = resolve(desk.known, article, Judgements(sha256=digest, judgements=earlier))
    asked = {one.key for one in plain.pending} | {one.key for one in earlier}
    _check_keys(source, made, before | asked | set(plain.keys.values()))
    resolved = resolve(desk.known, article, judgements)
    _check_taken(resolved, made)
    pack.judgements[source] = judgements
    lay_in(desk, resolved, text)
    return resolved


def _check_keys(source: str, made: list[Judgement], known: set[str]) -> None:
    for one in made:
        if one.key not in known:
            raise NotFoundError(f"fact of {source}", one.key, tuple(sorted(known))[:5])


def _check_taken(resolved: Resolved, made: list[Judgement]) -> None:
    """Rule 3."""
    waiting = {fact.key: fact for fact in resolved.pending}
    for one in made:
        if one.verdict != "reject" and one.key in waiting:
            reason = waiting[one.key].reason
            raise UsageError(f"{one.key} cannot be taken as it is: {reason}; correct it with FIELD=VALUE")


def _judgement(one: Decision, author: str, day: date) -> Judgement:
    fields: dict[str, Any] = dict(one.fields)
    return Judgement(
        key=one.key, verdict=one.verdict, author=author, date=Period(day, day), note=one.note, fields=fields
    )


def _question(text: str, fact: PendingFact) -> Question:
    start, end = fact.at
    return Question(fact, text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND])
