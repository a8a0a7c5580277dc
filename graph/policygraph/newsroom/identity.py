"""Which source an article is: one that is there already, or a new one with an id of its own.

1. A text that is there already, from the same publisher or from nobody named, is not added again; from
   another publisher it is a copy of it, and a source of its own.
2. An article with the address of a source is that source, whose facts are there. Where that is an own one,
   and its text another, the article was changed since, and has to take its place.
3. An article's id is that of its file or line, in small letters; one that another article has gets the first
   letters of a hash of the text, its publisher and its address, and a number where that is taken, too.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from policygraph.curated.pack import LoadedPack
from policygraph.model.own import Judgements
from policygraph.reader.document import Document
from policygraph.terms import slugged

__all__ = ["Recognised", "free_id", "judgements_on", "same_source"]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def same_source(pack: LoadedPack, document: Document) -> str | None:
    """The source that an article is already, or None."""
    digest, publisher = _hash(document.text), _publisher(document)
    for name, source in sorted(pack.sources.items()):
        if document.url and source.url == document.url:
            return name
        if source.text and source.text.sha256 == digest:
            nobody = not publisher or ("sources", name) not in pack.own
            if nobody or publisher == source.publisher:
                return name
    return None


def _is_changed(pack: LoadedPack, name: str, document: Document) -> bool:
    """Whether an own source is this article with another text."""
    text = pack.sources[name].text
    return ("sources", name) in pack.own and text is not None and text.sha256 != _hash(document.text)


@dataclass
class Recognised:
    """The documents that are sources already, with the same text and with another."""

    there: list[tuple[str, str]] = field(default_factory=list)
    changed: list[tuple[str, str]] = field(default_factory=list)

    def has(self, pack: LoadedPack, document: Document) -> bool:
        """Whether the pack has the article; it is then noted."""
        same = same_source(pack, document)
        if same:
            some = self.changed if _is_changed(pack, same, document) else self.there
            some.append((document.id, same))
        return same is not None


def free_id(pack: LoadedPack, document: Document) -> str:
    """The id of a new article, which no source has."""
    digest = _hash(document.text)
    stem = slugged(document.id)[:80].strip("._-")
    if stem and _is_free(pack, stem, digest):
        return stem
    told = "\n".join(one for one in (document.text, _publisher(document), document.url) if one)
    stem = f"{stem or 'article'}-{_hash(told)[:8]}"
    number, chosen = 1, stem
    while not _is_free(pack, chosen, digest):
        number += 1
        chosen = f"{stem}-{number}"
    return chosen


def _is_free(pack: LoadedPack, name: str, digest: str) -> bool:
    """Whether nothing has this id; what was judged under it must be of the same text."""
    judged = pack.judgements.get(name)
    taken = name in pack.sources or name in pack.briefs
    return not taken and (judged is None or judged.sha256 == digest)


def _publisher(document: Document) -> str:
    return " ".join(document.publisher.split())


def judgements_on(pack: LoadedPack, name: str, document: Document) -> Judgements | None:
    """What was decided of this very text, if anything."""
    judged = pack.judgements.get(name)
    return judged if judged and judged.sha256 == _hash(document.text) else None
