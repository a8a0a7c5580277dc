"""Who says what a sentence says.

1. The person, body or stand-in before a verb of saying, or right after it, is who says what stands nearest;
   so is who follows `according to`. A plain noun phrase in that place is given in the text's own words.
2. A paper (`the statement`, `the handout`) stands for the body last named.
3. A sentence with no such words belongs to who spoke last in the paragraph where it stands within quotation
   marks, or is told as speech is (`had`, `would`).
4. Else it is the article that says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from policygraph.reader.deeds.scene import Item, Scene
from policygraph.reader.text.lexicon import phrases, section
from policygraph.reader.text.phrases import core_start
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.words import Clause, Words

__all__ = ["ARTICLE", "Speakers", "says", "says_at"]

ARTICLE = "article"
_WHO = frozenset({"person", "body", "government", "he", "it", "office", "group"})
_PAPERS = frozenset({"statement", "handout", "release", "report", "note", "communique", "data", "figures"})
_TOLD = frozenset({"had", "would"})
_QUOTATION = 1_000
"""Characters that a quotation has at most."""
_OPEN, _CLOSE = "\u201c", "\u201d"


class Speakers:
    """Who speaks in a sentence, and, where that does not say it, in those before it."""

    def __init__(self, scene: Scene, said: Iterable[int] | None = None) -> None:
        """`said` are the words of the text that are among `says`, where they are known already."""
        self.scene = scene
        among = scene.words.among(says()) if said is None else said
        self._says = [i for i in among if _is_saying(scene.words, i)]
        self._number = 0
        self._spoken = {0: ARTICLE}
        """Who spoke last before each sentence that was asked about."""

    def enter(self, number: int) -> None:
        """Go on to a sentence."""
        self._number = number

    def _transcribed(self) -> str | None:
        """Whose words a paragraph gives after the name and a colon, as an interview is printed."""
        words, number = self.scene.words, self._number
        paragraph = words.clauses[number].paragraph
        while number and words.clauses[number - 1].paragraph == paragraph:
            number -= 1
        first = self.scene.within(words.clauses[number], _WHO)[:1]
        begins = first and first[0].first == words.clauses[number].start
        named = begins and words.shown[first[0].last + 1 : first[0].last + 2] == [":"]
        return self.scene.resolved(first[0]) if named else None

    def _last(self) -> str:
        """Who spoke last before the sentence, where that speech goes on (rule 3)."""
        number, found = self._number, None
        while found is None:
            found = self._spoken.get(number) or self._just_before(number)
            number -= 1
        self._spoken.update(dict.fromkeys(range(number + 1, self._number + 1), found))
        return found

    def _just_before(self, number: int) -> str | None:
        """Who speaks in the sentence before; the article where a speech ends there, None where it goes on."""
        clause, before = self.scene.words.clauses[number], self.scene.words.clauses[number - 1]
        quoted = self._quoted(clause.start)
        if not quoted and clause.paragraph != before.paragraph:
            return ARTICLE
        says = self.scene.words.within(before, self._says)
        speaker = self._said_by(before, self.scene.within(before, _WHO), says[-1]) if says else None
        return speaker or (None if quoted else ARTICLE)

    def of(self, at: int) -> str:
        """Who says what stands at this word."""
        words = self.scene.words
        clause = words.clauses[self._number]
        items = self.scene.within(clause, _WHO)
        if words.tag[at] == "V" and words.low[at] in _credits():
            before = [item for item in items if item.last < at]
            return self.scene.resolved(_subject_of(words, before)) if before else ARTICLE
        nearest = sorted(words.within(clause, self._says), key=lambda i: (i > at, abs(i - at)))
        for i in nearest:
            if i != at and (said := self._said_by(clause, items, i)):
                return said
        told = not _TOLD.isdisjoint(words.low[max(clause.start, at - 6) : at + 1])
        return self._last() if told or self._quoted(at) else self._transcribed() or ARTICLE

    def _said_by(self, clause: Clause, items: Sequence[Item], verb: int) -> str | None:
        words = self.scene.words
        if words.low[verb] == "according":
            after = [item for item in items if verb < item.first <= verb + 5]
            return self.scene.resolved(after[0]) if after else None
        before = [item for item in items if item.last < verb]
        if before and verb - before[-1].last <= 4:
            return self.scene.resolved(_subject_of(words, before))
        after = [item for item in items if verb < item.first <= verb + 6]
        if after and after[0].kind in {"person", "body"} and words.low[verb + 1] != "that":
            return self.scene.resolved(next((item for item in after if item.kind == "person"), after[0]))
        return self._described(clause, verb, before)

    def _described(self, clause: Clause, verb: int, before: Sequence[Item]) -> str | None:
        words = self.scene.words
        last = verb - 1
        while last > clause.start and words.tag[last] in "XA":
            last -= 1
        if last >= clause.start and words.low[last] in _PAPERS:
            return next((item.name for item in self.scene.before(last) if item.kind == "body"), None)
        if last > clause.start and words.shown[last] == "," and before:
            return self.scene.resolved(before[0])
        if last > clause.start and words.shown[last] == ",":
            last = words.shown.index(",", clause.start, last + 1) - 1
        if before and not any(words.tag[j] == "V" for j in range(before[-1].last + 1, verb)):
            return self.scene.resolved(_subject_of(words, before))
        return _phrase(words, clause, last) if last >= clause.start and words.tag[last] in "wU" else None

    def _quoted(self, at: int) -> bool:
        """Whether a quotation that began before this word is still open."""
        words = self.scene.words
        if at >= len(words.start):
            return False
        place = words.start[at]
        start = max(0, place - _QUOTATION, words.text.rfind("\n", max(0, place - _QUOTATION), place))
        before = words.text[start:place]
        return before.count('"') % 2 == 1 or before.rfind(_OPEN) > before.rfind(_CLOSE)


def _is_saying(words: Words, i: int) -> bool:
    low = words.low[i]
    if low in {"went", "goes"}:
        return words.low[i + 1 : i + 2] == ["on"]
    return low == "according" or (words.tag[i] == "V" and words.low[i - 1 : i] != ["a"])


def _phrase(words: Words, clause: Clause, last: int) -> str:
    first = core_start(words, clause, last)
    if (
        first - 2 >= clause.start
        and words.low[first - 1] in {"in", "of", "at"}
        and words.tag[first - 2] in "wU"
    ):
        first = core_start(words, clause, first - 2)
    if first > clause.start and words.low[first - 1] in {"a", "an", "some"}:
        first -= 1
    return words.quote(first, last)


def _subject_of(words: Words, before: Sequence[Item]) -> Item:
    for item in reversed(before):
        outer = words.low[item.first - 1] if item.first else ""
        outer = words.low[item.first - 2] if outer == "the" and item.first > 1 else outer
        if outer not in {"of", "for", "in", "at", "from", "with", "on", "to", "by"}:
            return _first_of_row(words, item, before)
    return before[-1]


def _first_of_row(words: Words, last: Item, before: Sequence[Item]) -> Item:
    """Of organisations in a row (`A, B and C said`), the first."""
    chosen = last
    for item in reversed(before):
        gap = range(item.last + 1, chosen.first)
        in_row = all(words.shown[j] == "," or words.low[j] in {"and", "the"} for j in gap)
        if item.kind == chosen.kind == "body" and len(gap) in {1, 2, 3} and in_row:
            chosen = item
    return chosen


def says_at(words: Words, clause: Clause, at: int) -> bool:
    """Whether an inserted `he said,` stands here."""
    return at + 2 < clause.end and any(words.low[j] in says() for j in range(at, at + 2))


@cache
def says() -> frozenset[str]:
    """Forms of the verbs of saying, and `according`."""
    return frozenset(verb_forms(phrases("causes", "says"))) | {"according", "went", "goes"}


@cache
def _credits() -> frozenset[str]:
    verbs = [verb for pairs in section("causes", "claims").values() for verb, _ in pairs]
    return frozenset(verb_forms(verbs))
