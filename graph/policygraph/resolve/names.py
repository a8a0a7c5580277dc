"""Who and what the names of an article mean, in the registry or in new entries of it.

1. A name that the reader resolved, or that is word for word one of the registry's, means that entity; so
   does that of a body of the pack's country without the country (`Royal Bank`, of the Royal Bank of
   Ruritania), in an article on it.
2. One that may be a spelling of a known name waits for review, and so does every fact that needs it.
3. Any other is a new entry (see `entries`), which is kept where a fact that is taken needs it; a name that
   the article merely mentions is nobody's. So it is with entries of the own folder that it names again.
4. A name that is none of these means nobody; facts have it in words, or wait.
5. A name that someone else than the reader saw waits, and so does every fact that needs it; accepted, it
   means what it would by the rules above, or the entity that the judgement names, and is kept.
6. A post is new where a tenure needs it: with its body, which is then needed too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from policygraph.model.base import Span
from policygraph.model.registry import Body, Entity, Initiative, Person, Post
from policygraph.reader.names.name_key import folded
from policygraph.reader.reading import ReadBody, ReadInitiative, ReadPerson
from policygraph.resolve.article import Article
from policygraph.resolve.entries import (
    clean_name,
    free_slug,
    new_body,
    new_initiative,
    new_person,
    new_post,
    widened,
)
from policygraph.resolve.judged import Decided
from policygraph.resolve.known import Known, slug_of
from policygraph.resolve.resolved import ALIASES, NAMES, Alias, Candidate
from policygraph.resolve.spelling import national_body, spelling_of

__all__ = ["Named", "Names"]

_Read = ReadPerson | ReadBody | ReadInitiative


@dataclass(frozen=True)
class Named:
    """What a name means; `doubt` where a person has to say whether it does."""

    part: str
    slug: str
    span: Span
    doubt: str = ""
    entry: Entity | None = None
    """The new entry, or the own one that this article names again."""
    keep: bool = False
    """Whether the entry is kept though no fact needs it: somebody has accepted the name."""
    origin: str = ""
    """Who else than the reader saw the name, while that is not judged."""


class Names:
    """The names of one article; `candidates` are those that wait, `accepted` spellings that were taken."""

    def __init__(self, known: Known, article: Article, judged: Decided) -> None:
        self._known, self._article, self._judged = known, article, judged
        self.candidates: list[Candidate] = []
        self.accepted: list[Alias] = []
        self._taken: dict[str, str] = {}
        self._posts: dict[str, Post] = {}
        self._by_mention: dict[str, Named] = {}
        self.judged = 0
        """How many that others than the reader saw were settled by a judgement."""
        for part, read in self._reads():
            named = self._judged_name(part, read) if read.origin else self._meaning(part, read)
            if named:
                for mention in read.mentions:
                    self._by_mention.setdefault(mention, named)

    def __iter__(self) -> Iterator[tuple[str, Named]]:
        return iter(self._by_mention.items())

    def find(self, mention: str | None, *parts: str) -> Named | None:
        """What this very mention means, if it is of one of these parts of the registry."""
        found = self._by_mention.get(mention or "")
        return found if found and (not parts or found.part in parts) else None

    def within(self, text: str, *parts: str) -> Named | None:
        """What the longest mention in a phrase means."""
        found = [
            mention for mention, named in self._by_mention.items() if named.part in parts and mention in text
        ]
        return self._by_mention[max(found, key=lambda one: (len(one), one))] if found else None

    def post(self, office: str, printed: str, body: Named) -> str | None:
        """The id of a new post in a body (rule 6); None where its name is none."""
        known = body.entry or self._known.pack.bodies[body.slug]
        entry = new_post(office, printed, body.slug, known.name)
        if entry is None:
            return None
        slug = self._slug("posts", entry.name)
        self._posts[slug] = entry
        return slug

    def entries(self, used: Collection[str]) -> dict[str, dict[str, Any]]:
        """Part -> id -> entry, of all that is to be written."""
        posts = {slug: post for slug, post in self._posts.items() if slug in used}
        needed = {*used, *(post.body for post in posts.values())}
        kept: dict[str, dict[str, Any]] = {"people": {}, "bodies": {}, "posts": posts, "initiatives": {}}
        for named in self._by_mention.values():
            if named.entry and not named.doubt and (named.keep or named.slug in needed):
                kept[named.part][named.slug] = named.entry
        return kept

    def _reads(self) -> Iterator[tuple[str, _Read]]:
        reading = self._article.reading
        yield from (("bodies", one) for one in reading.bodies)
        yield from (("people", one) for one in reading.people)
        yield from (("initiatives", one) for one in reading.initiatives)

    def _judged_name(self, part: str, read: _Read) -> Named | None:
        """Rule 5."""
        key = f"{NAMES}-{part}-{read.span[0]}-{read.span[1]}"
        slug = slug_of(read.entity) or self._exact(part, read)
        entry = _new(read, self._article.id)
        if entry is None and not slug:
            return None
        name = self._article.text[slice(*read.span)]
        said = {"kind": part, "name": entry.name if entry else name, "entity": slug}
        fact = {field: value for field, value in said.items() if value}
        asked = Candidate(NAMES, read.span, fact, (f"{read.origin} proposes it",), key, read.origin)
        verdict = self._judged.of(asked)
        self.judged += verdict is not None
        if verdict is None:
            self.candidates.append(self._judged.asked(asked))
            doubt = f"{read.origin} proposes the name “{name}”: judge it first"
            return Named(part, slug, read.span, doubt=doubt, origin=read.origin)
        if verdict.verdict == "reject":
            return None
        meant = str(verdict.fields.get("entity", slug))
        if meant in getattr(self._known.pack, part):
            return self._registered(part, meant, read, keep=True)
        return self._entered(part, entry, read, keep=True) if entry else None

    def _meaning(self, part: str, read: _Read) -> Named | None:
        slug = slug_of(read.entity) or self._exact(part, read)
        if not slug and part == "bodies" and self._known.is_home(self._article.document.country):
            slug = national_body(self._known, read.mentions)
        if slug and slug in getattr(self._known.pack, part):
            return self._registered(part, slug, read)
        entry = _new(read, self._article.id)
        if entry is None:
            return None
        near = spelling_of(self._known, part, entry.name, self._article.document.country)
        if near:
            return self._proposed(part, entry, read, near.slug, near.why)
        return self._entered(part, entry, read)

    def _exact(self, part: str, read: _Read) -> str:
        names = self._known.names(part, self._article.document.country)
        found = {names.get(folded(clean_name(one) or "")) for one in read.mentions if " " in one} - {None}
        return found.pop() or "" if len(found) == 1 else ""

    def _registered(self, part: str, slug: str, read: _Read, *, keep: bool = False) -> Named:
        own = (part, slug) in self._known.pack.own
        entry = widened(getattr(self._known.pack, part)[slug], self._article.id) if own else None
        return Named(part, slug, read.span, entry=entry, keep=keep)

    def _proposed(self, part: str, entry: Entity, read: _Read, slug: str, why: str) -> Named:
        fact = {"kind": part, "entity": slug, "name": entry.name}
        key = f"{ALIASES}-{read.span[0]}-{read.span[1]}"
        asked = Candidate(ALIASES, read.span, fact, (f"{why}: is it the same?",), key)
        verdict = self._judged.of(asked)
        if verdict is None:
            self.candidates.append(self._judged.asked(asked))
            return Named(part, slug, read.span, doubt=f"{why}: say first whether it is the same")
        if verdict.verdict == "reject":
            return self._entered(part, entry, read)
        meant = str(verdict.fields.get("entity", slug))
        self.accepted.append(Alias(part, meant, entry.name))
        return self._registered(part, meant, read, keep=True)

    def _entered(self, part: str, entry: Entity, read: _Read, *, keep: bool = False) -> Named:
        return Named(part, self._slug(part, entry.name), read.span, entry=entry, keep=keep)

    def _slug(self, part: str, name: str) -> str:
        """The id of a new entry of this name, the same each time it is asked for."""
        if f"{part} {name}" not in self._taken:
            taken = set(self._taken.values())
            self._taken[f"{part} {name}"] = free_slug(
                name, lambda one: self._known.is_taken(one) or one in taken
            )
        return self._taken[f"{part} {name}"]


def _new(read: _Read, source: str) -> Person | Body | Initiative | None:
    if isinstance(read, ReadPerson):
        return new_person(read, source)
    return new_body(read, source) if isinstance(read, ReadBody) else new_initiative(read, source)
