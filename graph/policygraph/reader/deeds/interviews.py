"""Whose words an interview prints without saying so in the sentence.

1. A paragraph that begins with a name and a colon is that person's.
2. Where two paragraphs or more are a question and nothing else, what is told in the first person after the
   first of them is said by the person, but for one of the press, whom the text named first, before it; not
   a paragraph in brackets.
"""

from __future__ import annotations

from policygraph.reader.deeds.scene import ACTORS, Item, Scene
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause

__all__ = ["interviewed", "transcribed"]

_QUESTIONS = 2


def transcribed(scene: Scene, number: int) -> Item | None:
    """Who is named with a colon at the start of the paragraph of a sentence (rule 1)."""
    words, first = scene.words, _begins(scene, number)
    items = scene.within(words.clauses[first], ACTORS)[:1]
    begins = items and items[0].first == words.clauses[first].start
    return items[0] if begins and words.shown[items[0].last + 1 : items[0].last + 2] == [":"] else None


def interviewed(scene: Scene, number: int) -> str | None:
    """Who answers in the paragraph of a sentence, where the text is an interview (rule 2)."""
    words = scene.words
    if words.text.count("?\n") < _QUESTIONS:
        return None
    asked = [at for at, clause in enumerate(words.clauses) if _is_question(scene, at, clause)]
    if len(asked) < _QUESTIONS or number <= asked[0] or number in asked:
        return None
    first, end = _begins(scene, number), number
    while end < len(words.clauses) and words.clauses[end].paragraph == words.clauses[number].paragraph:
        end += 1
    start = words.clauses[first].start
    told = words.low[start : words.clauses[end - 1].end]
    if words.shown[start : start + 1] == ["("] or lexicon_set("causes", "first_person").isdisjoint(told):
        return None
    before = scene.within(Clause(0, words.clauses[asked[0]].start), {"person"})
    return next(
        (one.name for one in before if lexicon_set("causes", "press").isdisjoint(one.said.lower().split())),
        None,
    )


def _begins(scene: Scene, number: int) -> int:
    """The first sentence of the paragraph that a sentence is in."""
    clauses = scene.words.clauses
    while number and clauses[number - 1].paragraph == clauses[number].paragraph:
        number -= 1
    return number


def _is_question(scene: Scene, number: int, clause: Clause) -> bool:
    clauses = scene.words.clauses
    if clause.end == clause.start or scene.words.shown[clause.end - 1] != "?":
        return False
    beside = clauses[max(0, number - 1) : number] + clauses[number + 1 : number + 2]
    return all(one.paragraph != clause.paragraph for one in beside)
