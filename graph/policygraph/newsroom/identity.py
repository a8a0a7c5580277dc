"""Which source an article is: one that is there already, a new version of one, or a new one.

1. An article with the text or the address of a source is that source; but the text of an own source that
   another publisher prints is a copy, and a source of its own.
2. Where that is an own source, and the article has another text, it is a new version; so is one with the name
   of an own source, or its title and publisher, and most of its words (see `_is_alike`), unless it names
   another publisher.
3. A new version takes the place of the own source, or is a source beside it, where the user says so; one of
   the same address is never beside it. So does the same text with another date, publisher, title or address.
4. An article's id is that of its file or line, in small letters; one that another article has gets the first
   letters of a hash of the text, its publisher and its address, and a number where that is taken, too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from policygraph.curated.pack import LoadedPack
from policygraph.model.own import Judgements
from policygraph.model.sources import Source
from policygraph.reader.document import Document
from policygraph.resolve.resolve import UNNAMED
from policygraph.terms import slugged

__all__ = ["Changed", "Recognised", "free_id", "judgements_on"]

_HALF = 0.5
_RUN = 3
"""Words: two texts on one matter have few runs of three in common, two versions of one text most."""
_WORD = re.compile(r"\w+")
_ONE_ADDRESS = "one address is one article: give it another --url"
_ONE_TEXT = "one text of one publisher is one article"
_MARKED = re.compile(r"-[0-9a-f]{8}(-[0-9]+)?")
"""What `free_id` puts after a name that is taken."""


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Changed:
    """A document that is an own source, and not as it was added."""

    document: str
    source: str
    why: str
    """In words: it has the address, or the name and most of the words, or the text and another date."""
    alone: str = ""
    """Why it cannot be an article of its own, and what would make it one; empty where it can."""


@dataclass
class Recognised:
    """The documents that are sources already; `again` is what the user wants of new versions (rule 3).

    `again` is `tell`, `replace` or `beside`.
    """

    again: str = "tell"
    there: list[tuple[str, str]] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)

    def has(self, pack: LoadedPack, document: Document, fresh: frozenset[str] = frozenset()) -> bool:
        """Whether the pack has the article, and it is not to be added; it is then noted.

        A version of one that was added in the same run (`fresh`) never takes its place.
        """
        found = _found(pack, document)
        if found is None or self._is_wanted(found, fresh):
            return False
        if isinstance(found, Changed):
            self.changed.append(found)
        else:
            self.there.append((document.id, found))
        return True

    def replaced(self, pack: LoadedPack, document: Document) -> str:
        """The own source whose place the article is to take; empty for none."""
        found = _found(pack, document) if self.again == "replace" else None
        return found.source if isinstance(found, Changed) else ""

    def _is_wanted(self, found: Changed | str, fresh: frozenset[str]) -> bool:
        if isinstance(found, str):
            return False
        return (
            not found.alone
            if self.again == "beside"
            else self.again == "replace" and found.source not in fresh
        )


def _found(pack: LoadedPack, document: Document) -> Changed | str | None:
    """The source that an article is, as it is or changed; None for a new one."""
    same = _same_source(pack, document)
    if same is None:
        version = _version(pack, document)
        return Changed(document.id, *version) if version else None
    if ("sources", same) not in pack.own:
        return same
    source = pack.sources[same]
    if source.text and source.text.sha256 != _hash(document.text):
        why = f"looks like a new version of {same}: the same address"
        return Changed(document.id, same, why, _ONE_ADDRESS)
    others = ", ".join(_told_otherwise(document, source))
    why = f"has the text of {same}, and another {others}"
    return Changed(document.id, same, why, _ONE_TEXT) if others else same


def _same_source(pack: LoadedPack, document: Document) -> str | None:
    """Rule 1."""
    digest, publisher = _hash(document.text), _publisher(document)
    for name, source in sorted(pack.sources.items()):
        if document.url and source.url == document.url:
            return name
        if source.text and source.text.sha256 == digest:
            nobody = not publisher or ("sources", name) not in pack.own
            if nobody or source.publisher in {publisher, UNNAMED}:
                return name
    return None


def _told_otherwise(document: Document, source: Source) -> Iterator[str]:
    """What the article says of itself and the source says otherwise, or not at all."""
    if document.date and str(document.date) != str(source.date):
        yield "date"
    if _publisher(document) and _publisher(document) != source.publisher:
        yield "publisher"
    if document.title.strip() and " ".join(document.title.split())[:200] != source.title:
        yield "title"
    if document.url.startswith(("http://", "https://")) and document.url != source.url:
        yield "address"


def _version(pack: LoadedPack, document: Document) -> tuple[str, str] | None:
    """Rule 2: the own source that this has the name or the title of, and most of the words; and why."""
    stem, title = slugged(document.id)[:80].strip("._-"), " ".join(document.title.split())
    for name, source in sorted(pack.sources.items()):
        other = _publisher(document) and source.publisher not in {_publisher(document), UNNAMED}
        if other or ("sources", name) not in pack.own or name not in pack.texts:
            continue
        named = name == stem or (name.startswith(stem) and _MARKED.fullmatch(name, len(stem)))
        titled = title and (title, _publisher(document) or UNNAMED) == (source.title, source.publisher)
        if (named or titled) and _is_alike(pack.texts[name], document.text):
            what = "name" if named else "title and publisher"
            return name, f"looks like a new version of {name}: the same {what}, and most of its words"
    return None


def _is_alike(one: str, other: str) -> bool:
    """Whether half of the shorter text's runs of three words stand in the other."""
    runs, others = _runs(one), _runs(other)
    return len(runs & others) >= _HALF * max(1, min(len(runs), len(others)))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))}


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
    """What was decided of this very text, if anything: under this id, else under another."""
    digest, others = _hash(document.text), (one for _, one in sorted(pack.judgements.items()))
    judged = pack.judgements.get(name)
    own = (judged,) if judged else ()
    return next((one for one in (*own, *others) if one.sha256 == digest), None)
