"""Who says what a sentence says.

1. The person, body or stand-in before a verb of saying (see subjects.py), or right after it, is who says
   what stands nearest; so is who follows `according to` or `in the view of`, and whose view it is (`in her
   view`). A plain noun phrase in that place, and `officials`, are given in the text's own words. Who is
   told, after a verb that has a hearer (`told Acme that`), is no speaker.
2. A paper (`the statement`, `the handout`) stands for the body last named; a bare word for a body (`the
   Board`) is given by the body's full name. Whom `he` or an office stands for, pronouns.py has.
3. A sentence with no such words belongs to who spoke last in the paragraph where it stands within quotation
   marks, or is told as speech is (`had`, `would`; not where a condition in the sentence asks for it).
4. In an interview it is who answers (interviews.py); else it is the article that says it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policygraph.reader.deeds.interviews import interviewed, transcribed
from policygraph.reader.deeds.pronouns import one_near, spoke_before, sure
from policygraph.reader.deeds.scene import ACTORS, Item, Scene
from policygraph.reader.deeds.speech import credits_of, hears, is_saying, says, views
from policygraph.reader.deeds.subjects import NEAR, officer, phrase_at, speaker_of, uncited
from policygraph.reader.text.word_class import HEAD, class_of, lexicon_set
from policygraph.reader.text.words import Clause

__all__ = ["ARTICLE", "Speakers"]

ARTICLE = "article"
_TOLD = frozenset({"had", "would"})
_HIS = frozenset({"his", "her"})
_FAR = 6
"""Words from a verb of saying to who is named after it."""
_QUOTATION = 1_000
"""Characters that a quotation has at most."""
_OPEN, _CLOSE = "\u201c", "\u201d"


class Speakers:
    """Who speaks in a sentence, and, where that does not say it, in those before it."""

    def __init__(self, scene: Scene, said: Iterable[int] | None = None) -> None:
        """`said` are the words of the text that are among `says`, where they are known already."""
        self.scene = scene
        among = scene.words.among(says()) if said is None else said
        self._says = [i for i in among if is_saying(scene.words, i)]
        self._number = 0
        self._spoken = {0: ARTICLE}
        """Who spoke last before each sentence that was asked about."""

    def enter(self, number: int) -> None:
        """Go on to a sentence."""
        self._number = number

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
        speaker = self._said_by(before, self.scene.within(before, ACTORS), says[-1]) if says else None
        return speaker or (None if quoted else ARTICLE)

    def is_sure(self, at: int, name: str) -> bool:
        """Whether the sentence of this word has a stand-in that can be nobody but this person."""
        return any(known == name == self._meant(item) for item, known in sure(self.scene, at))

    def of(self, at: int) -> str:
        """Who says what stands at this word."""
        words = self.scene.words
        clause = words.clauses[self._number]
        items = self.scene.within(clause, ACTORS)
        if words.tag[at] == "V" and words.low[at] in credits_of():
            before = uncited(words, [item for item in items if item.last < at])
            return self._resolved(clause, speaker_of(words, before)) if before else ARTICLE
        nearest = sorted(words.within(clause, self._says), key=lambda i: (i > at, abs(i - at)))
        for i in nearest:
            if i != at and (said := self._said_by(clause, items, i)):
                return said
        told = not _TOLD.isdisjoint(words.low[max(clause.start, at - 6) : at + 1])
        told = told and "if" not in words.low[clause.start : clause.end]
        return self._last() if told or self._quoted(at) else self._printed() or ARTICLE

    def _printed(self) -> str | None:
        """Whose words the paragraph gives in an interview."""
        if item := transcribed(self.scene, self._number):
            return self.scene.resolved(item)
        return interviewed(self.scene, self._number)

    def _said_by(self, clause: Clause, items: Sequence[Item], verb: int) -> str | None:
        words, low = self.scene.words, self.scene.words.low
        after = [item for item in items if verb < item.first <= verb + _FAR]
        if low[verb] in views() and low[verb + 1 : verb + 2] != ["that"]:
            return self._viewed(clause, items, verb)
        if low[verb] == "according":
            return self._resolved(clause, after[0]) if after and after[0].first < verb + _FAR else None
        before = uncited(words, [item for item in items if item.last < verb])
        if before and verb - before[-1].last <= NEAR:
            return self._subject(clause, before)
        told = low[verb + 1 : verb + 2] == ["that"] or low[verb] in hears()
        if after and after[0].kind in {"person", "body"} and not told:
            return self.scene.resolved(next((item for item in after if item.kind == "person"), after[0]))
        return self._described(clause, verb, before)

    def _viewed(self, clause: Clause, items: Sequence[Item], view: int) -> str | None:
        """Whose view it is: `in the view of the board`, `in the board's view`, `in her view`."""
        words = self.scene.words
        if words.low[view + 1 : view + 2] == ["of"]:
            after = [item for item in items if view < item.first <= view + NEAR]
            return self._resolved(clause, after[0]) if after else None
        if words.low[view - 1] in _HIS and words.low[view - 2] == "in":
            return self._resolved(clause, Item(view - 1, view - 1, "he", "he"))
        before = [item for item in items if item.last in {view - 2, view - 1} and item.kind != "he"]
        return self._resolved(clause, before[-1]) if before and words.tag[view - 1] == "S" else None

    def _subject(self, clause: Clause, before: Sequence[Item]) -> str:
        subject = speaker_of(self.scene.words, before)
        if said := officer(self.scene.words, clause, subject):
            definite = "the" in self.scene.words.low[max(clause.start, subject.first - 2) : subject.first]
            return (definite and one_near(self.scene, subject.first)) or said
        return self._resolved(clause, subject)

    def _resolved(self, clause: Clause, item: Item) -> str:
        """Whom an occurrence that speaks stands for."""
        words = self.scene.words
        if item.kind == "government" and words.low[item.last] == "officials":
            return phrase_at(words, clause, item.last)
        if item.kind == "body" and item.first == item.last and class_of(words.shown[item.first]) & HEAD:
            return item.name
        return self._meant(item)

    def _meant(self, item: Item) -> str:
        return (item.kind == "he" and spoke_before(self.scene, item)) or self.scene.resolved(item)

    def _described(self, clause: Clause, verb: int, before: Sequence[Item]) -> str | None:
        words = self.scene.words
        last = verb - 1
        while last > clause.start and words.tag[last] in "XA":
            last -= 1
        if last >= clause.start and words.low[last] in lexicon_set("causes", "papers"):
            return next((item.name for item in self.scene.before(last) if item.kind == "body"), None)
        if last > clause.start and words.shown[last] == "," and before:
            titled = len(before) > 1 and before[0].kind == "office" and before[1].first == before[0].last + 1
            return self.scene.resolved(before[titled])
        if last > clause.start and words.shown[last] == ",":
            last = words.shown.index(",", clause.start, last + 1) - 1
        if before and not any(words.tag[j] == "V" for j in range(before[-1].last + 1, verb)):
            return self._subject(clause, before)
        return phrase_at(words, clause, last) if last >= clause.start and words.tag[last] in "wU" else None

    def _quoted(self, at: int) -> bool:
        """Whether a quotation that began before this word is still open."""
        words = self.scene.words
        if at >= len(words.start):
            return False
        place = words.start[at]
        start = max(0, place - _QUOTATION, words.text.rfind("\n", max(0, place - _QUOTATION), place))
        before = words.text[start:place]
        return before.count('"') % 2 == 1 or before.rfind(_OPEN) > before.rfind(_CLOSE)
