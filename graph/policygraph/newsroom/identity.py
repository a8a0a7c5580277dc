"""Which source an article is: one that is there already, or a new one with an id of its own.

1. A text that is there already, from the same publisher or from nobody named, is not added again; from
   another publisher it is a copy of it, and a source of its own.
2. An article with the address of a source is that source, whose facts are there.
3. An article's id is that of its file or line, in small letters; one that another text has gets the first
   letters of the text's hash.
"""

from __future__ import annotations

import hashlib

from policygraph.curated.pack import LoadedPack
from policygraph.model.own import Judgements
from policygraph.reader.document import Document
from policygraph.terms import slugged

__all__ = ["free_id", "judgements_on", "same_source"]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def same_source(pack: LoadedPack, document: Document) -> str | None:
    """The source that an article is already, or None."""
    digest, publisher = _hash(document.text), " ".join(document.publisher.split())
    for name, source in sorted(pack.sources.items()):
        if document.url and source.url == document.url:
            return name
        if source.text and source.text.sha256 == digest:
            nobody = not publisher or ("sources", name) not in pack.own
            if nobody or publisher == source.publisher:
                return name
    return None


def free_id(pack: LoadedPack, document: Document) -> str:
    """The id of a new article."""
    digest = _hash(document.text)
    stem = slugged(document.id)[:80].strip("._-")
    if not stem:
        return f"article-{digest[:8]}"
    judged = pack.judgements.get(stem)
    free = stem not in pack.sources and stem not in pack.briefs
    return stem if free and (judged is None or judged.sha256 == digest) else f"{stem}-{digest[:8]}"


def judgements_on(pack: LoadedPack, name: str, document: Document) -> Judgements | None:
    """What was decided of this very text, if anything."""
    judged = pack.judgements.get(name)
    return judged if judged and judged.sha256 == _hash(document.text) else None
