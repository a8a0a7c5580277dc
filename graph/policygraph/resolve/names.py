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
6. A measure that is less than sure (see `entries`) waits where a fact needs it, with the kind proposed.
7. A post is new where a tenure needs it, or where a person gives one: with its body, which is then needed
   too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from policygraph.model.own import Judgement
from policygraph.model.registry import Entity, Initiative, Post
from policygraph.reader.names.name_key import folded
from policygraph.resolve.article import Article
from policygraph.resolve.entries import (
    ReadName,
    clean_name,
    doubtful_measure,
    free_slug,
    names_read,
    new_entry,
    new_post,
    widened,
)
from policygraph.resolve.judged import Decided
from policygraph.resolve.known import PARTS, Known, slug_of
from policygraph.resolve.name_questions import whether_named, whether_new, whether_same
from policygraph.resolve.named import Named
from policygraph.resolve.resolved import Alias, Candidate
from policygraph.resolve.spelling import national_body, spelling_of

__all__ = ["Names"]


class Names:
    """The names of one article; `candidates` are those that wait, `accepted` spellings that were taken."""

    def __init__(self, known: Known, article: Article, judged: Decided) -> None:
        self._known, self._article, self._judged = known, article, judged
        self.candidates: list[Candidate] = []
        self.accepted: list[Alias] = []
        self._taken: dict[str, str] = {}
        self._posts: dict[str, Post] = {}
        self._by_mention: dict[str, Named] = {}
        self._unsure: dict[str, Candidate] = {}
        self.judged = 0
        """How many that others than the reader saw were settled by a judgement."""
        for part, read in names_read(article.reading):
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
        """The id of a new post in a body (rule 7); None where its name is none."""
        known = body.entry or self._known.pack.bodies[body.slug]
        entry = new_post(office, printed, body.slug, known.name)
        if entry is None:
            return None
        slug = self._slug("posts", entry.name)
        self._posts[slug] = entry
        return slug

    def post_in(self, office: str, body: str) -> str | None:
        """The id of the post of this office in a body, which may be new; None where there is no such body."""
        there = [one for one in self._by_mention.values() if (one.part, one.slug) == ("bodies", body)]
        named = there[0] if there else Named("bodies", body, (0, 0))
        if named.doubt or not (there or body in self._known.pack.bodies):
            return None
        name = f"{office}, {self.title(body)}"
        known = self._known.names("posts").get(folded(name))
        return known or self.post(office, "", named)

    def title(self, slug: str) -> str:
        """The name of a body or other entry, as the registry has it or as it would."""
        return self.unknown().get(slug) or next(
            str(entries[slug].name)
            for part in PARTS.values()
            if slug in (entries := getattr(self._known.pack, part))
        )

    def unknown(self) -> dict[str, str]:
        """Id -> name, of what the registry does not have."""
        found = ((one, getattr(self._known.pack, one.part)) for one in self._by_mention.values())
        named = {one.slug: one.entry.name for one, had in found if one.entry and one.slug not in had}
        return named | {slug: post.name for slug, post in self._posts.items()}

    def waiting(self, needed: Collection[str]) -> list[Candidate]:
        """The names that wait; of those of rule 6, the ones that are needed."""
        return [*self.candidates, *(one for slug, one in self._unsure.items() if slug in needed)]

    def unsettled(self) -> dict[str, str]:
        """Id of a proposed entry -> the key under which its name waits."""
        asked = {one.at: one.key for one in (*self.candidates, *self._unsure.values())}
        named = self._by_mention.values()
        return {one.slug: asked[one.span] for one in named if one.doubt and one.span in asked and one.entry}

    def entries(self, used: Collection[str]) -> dict[str, dict[str, Any]]:
        """Part -> id -> entry, of all that is to be written."""
        posts = {slug: post for slug, post in self._posts.items() if slug in used}
        needed = {*used, *(post.body for post in posts.values())}
        kept: dict[str, dict[str, Any]] = {"people": {}, "bodies": {}, "posts": posts, "initiatives": {}}
        for named in self._by_mention.values():
            if named.entry and not named.doubt and (named.keep or named.slug in needed):
                kept[named.part][named.slug] = named.entry
        return kept

    def _judged_name(self, part: str, read: ReadName) -> Named | None:
        """Rule 5."""
        slug = slug_of(read.entity) or self._exact(part, read)
        entry = new_entry(read, self._article.id) or doubtful_measure(read, self._article.id)
        if entry is None and not slug:
            return None
        name = self._article.text[slice(*read.span)]
        asked = whether_named(part, read, entry.name if entry else name, slug)
        verdict = self._judged.of(asked)
        self.judged += verdict is not None
        if verdict is None:
            self.candidates.append(self._judged.asked(asked))
            doubt = f"{read.origin} proposes the name “{name}”: judge it first"
            return Named(part, slug, read.span, doubt=doubt, origin=read.origin)
        if verdict.verdict == "reject":
            return None
        return self._as_judged(part, entry, read, verdict, slug or "")

    def _meaning(self, part: str, read: ReadName) -> Named | None:
        slug = slug_of(read.entity) or self._exact(part, read)
        if not slug and part == "bodies" and self._known.is_home(self._article.document.country):
            slug = national_body(self._known, read.mentions)
        if slug and slug in getattr(self._known.pack, part):
            return self._registered(part, slug, read)
        entry = new_entry(read, self._article.id) or doubtful_measure(read, self._article.id)
        if entry is None:
            return None
        near = spelling_of(self._known, part, entry.name, self._article.document.country)
        if near:
            return self._proposed(part, entry, read, near.slug, near.why)
        return self._entered_if_sure(part, entry, read)

    def _entered_if_sure(self, part: str, entry: Entity, read: ReadName) -> Named | None:
        """Rule 6."""
        if not isinstance(entry, Initiative) or new_entry(read, self._article.id):
            return self._entered(part, entry, read)
        asked = whether_new(part, read, entry)
        verdict = self._judged.of(asked)
        self.judged += verdict is not None
        if verdict is None:
            doubt = f"“{entry.name}” may be a new measure: judge the name first"
            named = replace(self._entered(part, entry, read), doubt=doubt)
            self._unsure[named.slug] = self._judged.asked(asked)
            return named
        if verdict.verdict == "reject":
            return None
        return self._as_judged(part, entry, read, verdict)

    def _as_judged(
        self, part: str, entry: Entity | None, read: ReadName, verdict: Judgement, slug: str = ""
    ) -> Named | None:
        """What a name that somebody accepted means: a known entity, or the new one."""
        meant = str(verdict.fields.get("entity", slug))
        if meant in getattr(self._known.pack, part):
            return self._registered(part, meant, read, keep=True)
        if entry and "measure" in verdict.fields:
            entry = entry.model_copy(update={"kind": verdict.fields["measure"]})
        return self._entered(part, entry, read, keep=True) if entry else None

    def _exact(self, part: str, read: ReadName) -> str:
        names = self._known.names(part, self._article.document.country)
        found = {names.get(folded(clean_name(one) or "")) for one in read.mentions if " " in one} - {None}
        return found.pop() or "" if len(found) == 1 else ""

    def _registered(self, part: str, slug: str, read: ReadName, *, keep: bool = False) -> Named:
        own = (part, slug) in self._known.pack.own
        entry = widened(getattr(self._known.pack, part)[slug], self._article.id) if own else None
        return Named(part, slug, read.span, entry=entry, keep=keep)

    def _proposed(self, part: str, entry: Entity, read: ReadName, slug: str, why: str) -> Named | None:
        asked = whether_same(part, read, entry, slug, why)
        verdict = self._judged.of(asked)
        if verdict is None:
            self.candidates.append(self._judged.asked(asked))
            return Named(part, slug, read.span, doubt=f"{why}: say first whether it is the same")
        if verdict.verdict == "reject":
            return self._entered_if_sure(part, entry, read)
        meant = str(verdict.fields.get("entity", slug))
        self.accepted.append(Alias(part, meant, entry.name))
        return self._registered(part, meant, read, keep=True)

    def _entered(self, part: str, entry: Entity, read: ReadName, *, keep: bool = False) -> Named:
        return Named(part, self._slug(part, entry.name), read.span, entry=entry, keep=keep)

    def _slug(self, part: str, name: str) -> str:
        """The id of a new entry of this name, the same each time it is asked for."""
        key = f"{part} {name}"
        if key not in self._taken:
            taken = set(self._taken.values())
            self._taken[key] = free_slug(name, lambda one: self._known.is_taken(one) or one in taken)
        return self._taken[key]
