"""The measures found so far in a text, and which of them a further phrase mentions again.

1. A phrase with the same head is a further mention of a measure where the words of one all occur in the
   other, or differ by an acronym and what it stands for; so is a bare head after a determiner (`the policy`)
   of the measure last named with it (`the zones` of several rather than of one), an acronym in brackets, and
   what it is known as (`a scheme, known as Clean Rivers`). `The law` is one of the laws that are named.
2. A number in words before a head (`four zones`) mentions a registered measure or none.
3. A bare head that is made of a registered measure (`a programme of` and its name) is that measure; one
   before the only measure that goes by it is a mention too; one that the text never names is the one
   registered measure of the title that goes by it. What is on paper (`the document`) is one that is named.
4. A bare word for several kinds (`the scheme`) stands for the measure that stood_for.py finds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policygraph.lexicon import inverted
from policygraph.reader.deeds.found import Found
from policygraph.reader.deeds.known_measures import known_as_after
from policygraph.reader.deeds.measure_heads import Candidate, is_head, tells
from policygraph.reader.deeds.stood_for import stood_for
from policygraph.reader.names.entries import Entry, Known
from policygraph.reader.text.words import Clause, Words

__all__ = ["FoundMeasures"]

_IN_MIND = 200
"""Measures back to which a shorter mention may reach."""


@dataclass(slots=True)
class FoundMeasures:
    """All measures of a text in the order in which they were found."""

    words: Words
    all: list[Found] = field(default_factory=list)
    _waiting: list[Candidate] = field(default_factory=list)
    _by_head: dict[str, Found] = field(default_factory=dict)
    """Registered measures whose head makes no measure by itself (`committee`)."""

    def add(self, candidate: Candidate) -> None:
        """Put the candidate to a measure that it mentions again, or as a new one, or keep it for later."""
        content = self._content(candidate)
        if known := self._again(candidate, content):
            known.mention(candidate.first, candidate.last, candidate.full)
        elif candidate.bare:
            self._waiting.append(candidate)
            return
        else:
            known = self._new(candidate, content)
            self.all.append(known)
        if not (candidate.bare or candidate.entry or candidate.first in known.stand_ins):
            known.content |= content
        if candidate.described and not is_head(head := self.words.low[candidate.last]):
            self._by_head[head] = known

    def has(self, entry: Entry | None) -> bool:
        """Whether the registered measure was met in the text."""
        return entry is not None and any(one.entity == entry.iri for one in self.all)

    def add_heads(self, clause: Clause, heads: Sequence[int], *taken: set[int]) -> None:
        """`The committee` of a sentence, where a registered measure with that head was named before.

        `heads` are the words of the sentence that a registered measure's phrase may end in.
        """
        low = self.words.low
        for i in heads if self._by_head else ():
            after_the = i > clause.start and low[i - 1] == "the"
            if after_the and low[i] in self._by_head and not any(i in held for held in taken):
                self._by_head[low[i]].mention(i, i, i)

    def finish(self, title: Sequence[Known]) -> None:
        """Settle what waits for measures named later, or in the title."""
        for candidate in self._waiting:
            later = [one for one in self.all if _head(candidate) in one.heads]
            if len(later) == 1 and candidate.head.strong and candidate.first == candidate.last:
                later[0].mention(candidate.first, candidate.last, candidate.full)
        self._unnamed()
        for hit in title:
            ends = {word.rstrip("s") for word in hit.entry.names[0].lower().split()}
            bare = [one for one in self.all if not one.entity and one.heads <= ends and self._is_bare(one)]
            if hit.entry.kind == "initiative" and len(bare) == 1:
                main = hit.entry.names[0]
                bare[0].entity = hit.entry.iri
                bare[0].why = f"the title names the registered “{main}”, and the text none like it."

    def _unnamed(self) -> None:
        """Bare heads that someone does something to, where the text has no other name for the measure."""
        named, kinds = {head for one in self.all for head in one.heads}, {one.kind for one in self.all}
        named |= {word for word, kind in inverted("initiatives", "any_of").items() if kind in kinds}
        named |= {"document", "text", "draft"} if self.all else set()
        waiting = (one for one in self._waiting if one.acted)
        while acted := next((one for one in waiting if _head(one) not in named), None):
            named.add(_head(acted))
            first, *others = [
                one for one in self._waiting if _head(one) == _head(acted) and one.first == one.last
            ]
            self.all.append(self._new(first, self._content(first)))
            for other in others:
                self.all[-1].mention(other.first, other.last, other.full)
        self.all.sort(key=lambda one: one.fulls[0])

    def _content(self, candidate: Candidate) -> set[str]:
        inside = range(candidate.first, candidate.last + 1)
        return {self.words.low[i].rstrip("s") for i in inside if tells(self.words, i)}

    def _again(self, candidate: Candidate, content: set[str]) -> Found | None:
        """The measure that the candidate mentions again, the nearest first."""
        if candidate.entry:
            return next((one for one in self.all if one.entity == candidate.entry.iri), None)
        head = _head(candidate)
        if whole := self._made_of(candidate, content):
            whole.heads.add(head)
            return whole
        near = self.all[: -_IN_MIND - 1 : -1]
        near = [one for one in near if one.entity] if candidate.counted else near
        found = (one for one in near if _same(one, candidate, content, head))
        nearest, low = next(found, None), self.words.low
        if nearer := stood_for(self.words, candidate, self.all, nearest):
            nearer.stand_ins.add(candidate.first)
            return nearer
        if nearest and candidate.bare and low[candidate.last][-1] == "s" != low[nearest.cores[0][1]][-1]:
            return next((one for one in found if low[one.cores[0][1]][-1] == "s"), nearest)
        return nearest

    def _made_of(self, candidate: Candidate, content: set[str]) -> Found | None:
        after = candidate.last + 2
        if len(content) > 1 or after >= len(self.words.low) or self.words.low[after - 1] != "of":
            return None
        if any(tells(self.words, i) for i in range(candidate.first, candidate.last)):
            return None
        return next((one for one in self.all if one.entity and any(at == after for at, _ in one.cores)), None)

    def _new(self, candidate: Candidate, content: set[str]) -> Found:
        words, core = self.words, (candidate.first, candidate.last)
        one = Found(candidate.head.kind, {_head(candidate)}, [core], [(candidate.first, candidate.full)])
        one.content = content
        if candidate.entry:
            one.entity = candidate.entry.iri
            said = words.quote(candidate.first, candidate.full)
            one.why = f"“{said}” is a registered name."
            if candidate.described:
                main = candidate.entry.names[0]
                one.why = f"“{said}” has words of the registered “{main}” and of no other measure's name."
        if also := known_as_after(words, candidate.goes_by or candidate.full):
            one.cores.append(also)
        if candidate.told_by > candidate.last:
            one.cores.append((candidate.first, candidate.told_by))
        one.acronym = _acronym_after(words, candidate.last)
        return one

    def _is_bare(self, one: Found) -> bool:
        inside = (i for first, last in one.cores for i in range(first, last))
        return bool(one.heads) and not any(tells(self.words, i) for i in inside)


def _head(candidate: Candidate) -> str:
    return candidate.head.words[-1].rstrip("s")


def _same(known: Found, candidate: Candidate, content: set[str], head: str) -> bool:
    if known.acronym and known.acronym.lower() in content and len(content) <= 2:
        return True
    if head not in known.heads:
        return False
    bare = candidate.bare and not content - known.content
    return bare or content <= known.content or known.content <= content or _initials(content, known.content)


def _initials(one: set[str], other: set[str]) -> bool:
    """Whether the words that differ are an acronym on one side and begin with its letters on the other."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    letters = [word for word in short - long if len(word) <= 4]
    return (
        len(letters) == 1
        and len(short - long) == 1
        and sum(word[0] in letters[0] for word in long - short) >= len(letters[0])
    )


def _acronym_after(words: Words, last: int) -> str:
    if last + 3 < len(words.low) and words.shown[last + 1] == "(" and words.shown[last + 3] == ")":
        short = words.shown[last + 2]
        return short if len(short) > 1 and short[:2].isupper() else ""
    return ""
