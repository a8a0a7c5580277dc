"""What waits for review, and what a person decides of it; a judgement is kept and never asked for again.

1. A judgement is kept with its author, its day and the fields that were corrected, under the fact's key and
   the hash of the text.
2. With it the article is resolved anew against what is known: an accepted spelling settles every fact that
   waited for it, too.
3. A fact that is accepted and lacks something is not taken: the error says what to correct.
4. Of several judgements those on names come first: one on a fact is of the fact as read with them, or,
   where the names leave nothing to read there, as it was read without.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from policygraph.curated.own_files import take_out
from policygraph.curated.pack import LoadedPack
from policygraph.errors import NotFoundError, UsageError
from policygraph.model.own import Judgement, Judgements, PendingFact, Verdict
from policygraph.newsroom.add import lay_in
from policygraph.newsroom.corrections import checked
from policygraph.newsroom.desk import Desk, at_desk
from policygraph.newsroom.proposals import with_kept
from policygraph.newsroom.remove import own_source
from policygraph.newsroom.wording import waiting_words
from policygraph.periods import Period
from policygraph.reader.document import Document, Given
from policygraph.reader.read import read
from policygraph.resolve.article import Article
from policygraph.resolve.judged import digest_of
from policygraph.resolve.resolve import resolve
from policygraph.resolve.resolved import ALIASES, NAMES, Candidate, Resolved
from policygraph.shipped import own_folder

__all__ = ["Decision", "Question", "Reviewed", "judge", "waiting_facts"]

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
    return tuple(_question(pack, text, fact) for fact in pack.pending.get(source, ()))


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
        resolved = _resolved(desk, source, list(decisions), author, day)
        desk.put(desk.built([source]))
        return Reviewed(source, len(resolved.source.facts), resolved.pending)


def _resolved(desk: Desk, source: str, decisions: list[Decision], author: str, day: date) -> Resolved:
    pack = desk.pack
    described, text = pack.sources[source], pack.texts[source]
    kept = pack.judgements.get(source)
    digest = described.text.sha256 if described.text else ""
    earlier = kept.judgements if kept and kept.sha256 == digest else ()
    judgements = Judgements(sha256=digest, judgements=earlier)
    proposed = pack.proposed.get(source, ())
    take_out(pack, source)
    desk.renew()
    published = described.date.end if described.date else None
    document = Given(country=desk.known.country_code, home=desk.known.home).fill(
        Document(
            source, text, described.title, published, described.country, described.url, described.publisher
        )
    )
    file = desk.own / "pending" / f"{source}.yaml"
    reading = with_kept(read(document, desk.known.gazetteer), proposed, file)
    article = Article(source, document, reading)
    resolved = resolve(desk.known, article, judgements)
    reads = resolved.reads
    _check_keys(source, decisions, reads)
    for some in _names_first(decisions, reads):
        reads = {**reads, **resolved.reads}
        judgements = _with(judgements, [_judgement(pack, one, reads[one.key], author, day) for one in some])
        resolved = resolve(desk.known, article, judgements)
    _check_taken(resolved, decisions)
    pack.judgements[source] = judgements
    lay_in(desk, resolved, text, proposed)
    return resolved


def _check_keys(source: str, decisions: list[Decision], known: Mapping[str, Candidate]) -> None:
    for one in decisions:
        if one.key not in known:
            raise NotFoundError(f"fact of {source}", one.key, tuple(sorted(known))[:5])


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
            raise UsageError(f"{one.key} cannot be taken as it is: {reason}; correct it with FIELD=VALUE")


def _judgement(pack: LoadedPack, one: Decision, read: Candidate, author: str, day: date) -> Judgement:
    try:
        return Judgement(
            key=one.key,
            read=digest_of(read),
            verdict=one.verdict,
            author=author,
            date=Period(day, day),
            note=one.note,
            fields=checked(pack, read, one.fields),
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise UsageError(f"{one.key}: {first['loc'][0]}: {first['msg']}") from None


def _question(pack: LoadedPack, text: str, fact: PendingFact) -> Question:
    start, end = fact.at
    words = waiting_words(pack, fact)
    return Question(
        fact, words, text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND]
    )
