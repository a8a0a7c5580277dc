"""An own source read anew from the text that was kept, to judge it or to put a new version in its place."""

from __future__ import annotations

from policygraph.curated.own_files import take_out
from policygraph.errors import UsageError
from policygraph.model.own import Judgements
from policygraph.newsroom.desk import Desk
from policygraph.newsroom.proposals import with_kept
from policygraph.reader.document import Document, Given
from policygraph.reader.read import read
from policygraph.resolve.article import Article

__all__ = ["check_text", "judgements_of", "taken_up"]


def judgements_of(desk: Desk, source: str) -> Judgements:
    """What was judged of the text that an own source has; of another text, nothing."""
    described, kept = desk.pack.sources[source], desk.pack.judgements.get(source)
    digest = described.text.sha256 if described.text else ""
    return kept if kept and kept.sha256 == digest else Judgements(sha256=digest)


def check_text(desk: Desk, source: str) -> None:
    """Check that the text of an own source is there; raises UsageError."""
    if source not in desk.pack.texts:
        raise UsageError(f"the text of {source} is not there ({desk.own}/texts/{source}.txt)")


def taken_up(desk: Desk, source: str) -> Article:
    """Take an own source out of the pack of the desk; gives its text, read anew, with what was proposed."""
    described, text = desk.pack.sources[source], desk.pack.texts[source]
    proposed = desk.pack.proposed.get(source, ())
    take_out(desk.pack, source)
    desk.renew()
    published = described.date.end if described.date else None
    document = Given(country=desk.known.country_code, home=desk.known.home).fill(
        Document(
            source, text, described.title, published, described.country, described.url, described.publisher
        )
    )
    file = desk.own / "pending" / f"{source}.yaml"
    return Article(source, document, with_kept(read(document, desk.known.gazetteer), proposed, file))
