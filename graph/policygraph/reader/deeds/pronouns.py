"""Whom `he`, `she` and a bare office stand for where they speak.

1. `He` and `she`, where their sentence has named nobody before, are who spoke in the sentence that last
   named anyone: whom that speaker spoke of is not meant.
2. They, and an office, are sure to be a person where they can be nobody else: of those who fit (who hold
   the office; all, if nobody does) exactly one is named from where the paragraph begins to where the
   sentence ends, or, where nobody is, in the sentence before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from policygraph.reader.deeds.scene import Item, Scene
from policygraph.reader.deeds.speech import credits_of, says
from policygraph.reader.deeds.subjects import NEAR, speaker_of, uncited
from policygraph.reader.text.words import Clause

__all__ = ["one_near", "spoke_before", "sure"]

_PEOPLE = frozenset({"person", "office", "he"})
_BACK = 12
"""Sentences that are looked back over."""
_START, _PARAGRAPH = itemgetter(0), itemgetter(2)
"""Of a sentence."""


def spoke_before(scene: Scene, he: Item) -> str | None:
    """Who spoke in the sentence that last named anyone, where that is a person (rule 1)."""
    number, clauses = _sentence(scene, he.first), scene.words.clauses
    if any(one.kind == "person" and one.last < he.first for one in scene.within(clauses[number], _PEOPLE)):
        return None
    for before in reversed(clauses[max(0, number - _BACK) : number]):
        people = scene.within(before, _PEOPLE)
        speaker = _speaking(scene, before, people) if people else None
        if speaker and speaker.kind != "he":
            return scene.resolved(speaker)
        if speaker is None and any(item.kind == "person" for item in people):
            return None
    return None


def sure(scene: Scene, at: int) -> Iterator[tuple[Item, str]]:
    """The stand-ins of the sentence of a word that can be but one person, and who that is (rule 2)."""
    number = _sentence(scene, at)
    stand_ins = [item for item in scene.within(scene.words.clauses[number], _PEOPLE) if item.kind != "person"]
    people = _near(scene, number) if stand_ins else []
    for item in stand_ins:
        if len(names := _fitting(item, people)) == 1:
            yield item, names.pop()


def one_near(scene: Scene, at: int) -> str | None:
    """The one person named near a word, as rule 2 has it; None where it is not one."""
    names = {item.name for item in _near(scene, _sentence(scene, at))}
    return names.pop() if len(names) == 1 else None


def _near(scene: Scene, number: int) -> list[Item]:
    """The people named from where the paragraph of a sentence begins to its end, or in the one before."""
    clauses = scene.words.clauses
    paragraph = clauses[bisect_left(clauses, clauses[number].paragraph, key=_PARAGRAPH)]
    people = scene.within(Clause(paragraph.start, clauses[number].end), {"person"})
    return people or scene.within(clauses[max(0, number - 1)], {"person"})


def _fitting(stand_in: Item, people: Sequence[Item]) -> set[str]:
    """The names of those people whom a stand-in may stand for."""
    office = set(stand_in.name.split())
    holders = {one.name for one in people if office <= set(one.said.lower().split())}
    return holders if holders and stand_in.kind == "office" else {one.name for one in people}


def _speaking(scene: Scene, clause: Clause, people: Sequence[Item]) -> Item | None:
    """Who of these speaks in a sentence: right before a verb of saying or crediting."""
    words = scene.words
    for i in range(clause.start + 1, clause.end):
        if words.tag[i] == "V" and (words.low[i] in says() or words.low[i] in credits_of()):
            before = uncited(words, [item for item in people if item.last < i])
            if before and i - before[-1].last <= NEAR:
                return speaker_of(words, before)
    return None


def _sentence(scene: Scene, at: int) -> int:
    """The number of the sentence that a word is in."""
    return max(0, bisect_right(scene.words.clauses, at, key=_START) - 1)
