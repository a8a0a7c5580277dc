"""What is known before a text is read: things with their names, and who held which post when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

__all__ = ["Entry", "Known", "Tenure"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A known thing: kind, IRI (None for one without) and all its names, the main one first."""

    kind: str
    iri: str | None
    names: tuple[str, ...]
    acronym: str | None = None
    sort: str = ""
    """A body's kind, as the graph or the lexicon names it."""
    body: str | None = None
    """A post's body, by IRI."""
    local: tuple[str, ...] = ()
    """Names that mean it within its own country alone (see `homes`)."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in a post, by IRI: from `start` to `end`, each None where not known, or seen on days."""

    person: str
    post: str
    start: date | None = None
    end: date | None = None
    seen: tuple[date, ...] = ()

    def covers(self, day: date) -> bool:
        """Whether this tenure vouches for the day; an open end vouches for no more than was seen."""
        if self.start and self.end:
            return self.start <= day <= self.end
        first = min([*self.seen, *filter(None, (self.start, self.end))], default=None)
        last = max([*self.seen, *filter(None, (self.start, self.end))], default=None)
        return bool(first and last and first <= day <= last)

    def excludes(self, day: date) -> bool:
        """Whether the day lies outside what is stated."""
        return bool((self.start and day < self.start) or (self.end and day > self.end))


class Known(NamedTuple):
    """A known name at its place in the text."""

    start: int
    end: int
    entry: Entry
