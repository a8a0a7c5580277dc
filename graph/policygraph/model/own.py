"""What a user's own folder holds beside sources and entries: names, facts that wait, and judgements."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from policygraph.model.base import Code, PeriodValue, Record, Slug, Span, Text

__all__ = [
    "Aliases",
    "Judgement",
    "Judgements",
    "Pending",
    "PendingFact",
    "ProposedEntry",
    "Spellings",
    "Verdict",
]

Spellings = dict[Slug, dict[Text, tuple[Slug, ...]]]
"""Entity -> a further name of it -> the sources that use that name."""

Verdict = Literal["accept", "correct", "reject"]


class Aliases(Record):
    """Further names of entries, each with the sources that use it: `registry/aliases.yaml`."""

    people: Spellings = Field(default_factory=dict)
    bodies: Spellings = Field(default_factory=dict)
    posts: Spellings = Field(default_factory=dict)
    initiatives: Spellings = Field(default_factory=dict)


class PendingFact(Record):
    """Something that was read and that a person is to judge."""

    key: Slug
    """What the judgement is kept under: kind and place, the same whenever the same text is read."""
    kind: Code
    """The list of the source that it would stand in (`figures`, `steps`, ...), `aliases` or `names`."""
    at: Span
    reason: Text
    """Why it was not taken as it is."""
    fact: dict[str, Any]
    """The fields as read; what is missing has to be given when it is accepted."""
    names: dict[Slug, Text] = Field(default_factory=dict)
    """Id -> name, of entries among them that the registry does not have."""


class ProposedEntry(Record):
    """What a language model or a name finder read in a text, kept so that a review need not ask it again."""

    list: Code
    """The list of a reading that it belongs in."""
    at: Span
    origin: Text
    """Who proposed it."""
    said: dict[str, Any]
    """Its other fields."""


class Pending(Record):
    """The facts of one source that wait, and what was proposed of it: `pending/<source>.yaml`."""

    facts: tuple[PendingFact, ...] = ()
    proposed: tuple[ProposedEntry, ...] = ()


class Judgement(Record):
    """What a person decided of one fact."""

    key: Slug
    read: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Digest of what was judged: who read it, and its fields as read."""
    verdict: Verdict
    author: Text
    date: PeriodValue
    """The day of the judgement."""
    note: str = ""
    fields: dict[str, Any] = Field(default_factory=dict)
    """The fields that were corrected."""


class Judgements(Record):
    """All judgements on one source: `judgements/<source>.yaml`; they outlive the source's removal."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Of the text that was judged: another text under the same id is asked about anew."""
    judgements: tuple[Judgement, ...] = ()

    def of(self, key: str) -> Judgement | None:
        """The last judgement under this key, or None."""
        return next((one for one in reversed(self.judgements) if one.key == key), None)
