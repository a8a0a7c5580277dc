"""One measure of a text, with all the words that it is mentioned by."""

from __future__ import annotations

from dataclasses import dataclass, field

from policygraph.reader.text.words import Words

__all__ = ["Found"]


@dataclass(slots=True)
class Found:
    """A measure: its occurrences as (first, last) words of the core and of the full phrase."""

    kind: str
    heads: set[str]
    cores: list[tuple[int, int]]
    fulls: list[tuple[int, int]]
    acronym: str = ""
    entity: str | None = None
    why: str = ""
    content: set[str] = field(default_factory=set)
    stand_ins: set[int] = field(default_factory=set)
    """Words that stand for it and are none of its name (`the scheme`)."""

    def mention(self, first: int, last: int, full: int) -> None:
        """One more occurrence: from `first` to `last` the core, to `full` with its complements."""
        self.cores.append((first, last))
        self.fulls.append((first, full))

    def name(self, words: Words) -> str:
        """The mention of most words that is no acronym and no stand-in."""
        return max(
            (words.quote(first, last) for first, last in self.cores if first not in self.stand_ins),
            key=lambda said: (not said.isupper(), len(said.split()), len(said)),
        )
