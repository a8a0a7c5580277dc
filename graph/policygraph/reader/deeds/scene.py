"""Who and what is named where: people, bodies and measures, by the words of the text.

Occurrences are found in occurrences.py. `he`, `she` and a bare office (`the minister`) stand for the person
last named who holds such an office, and else for the one last named; `it`, `the company` and other bare
groups for the body last named that is of that sort, and an `It` that begins its sentence for the body that
the sentence before begins with and tells what it did; the government and its like stand for themselves. A
high office that no post of the text has (`the PM`) is the government; a group of no government (`the
chamber`) that stands for nobody is itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["ACTORS", "BY_PLACE", "GOVERNMENT", "UNNAMED", "UNNAMED_BY_KIND", "Item", "Scene"]

GOVERNMENT = "government"
ACTORS = frozenset({"person", "body", "government", "he", "it", "office", "group"})
"""Kinds of occurrences that can do something."""
UNNAMED_BY_KIND = {"target": "goal", "policy": "due", "incentive": "granted"}
UNNAMED = frozenset(UNNAMED_BY_KIND.values())
"""What is said of a measure that has no noun, by its kind and at all."""
_IN_MIND = 400
_PLACE, BY_PLACE = itemgetter(0), itemgetter(0, 1)
"""Of an occurrence: its first word; its first and last."""
_HIGH = frozenset({"pm", "premier", "president", "official", "dg", "md", "speaker", "undersecretary"})
"""Offices that are nobody's of the text where no post has the word."""
_IT_MAY_BE = frozenset({"body", "government", "measure"})
_ENDS = frozenset(".!?")
_VERB = (["V"], ["X"])


class Item(NamedTuple):
    """An occurrence of a thing, from word `first` to word `last`; `name` is its fullest mention."""

    first: int
    last: int
    kind: str
    """person, body, measure, government, pronoun, office or group."""
    name: str
    said: str = ""
    """Post of a person; kind of a body."""


@dataclass(slots=True)
class Scene:
    """The occurrences of a text in order."""

    words: Words
    items: list[Item] = field(default_factory=list)

    def within(self, clause: Clause, kinds: Container[str]) -> list[Item]:
        """Occurrences of these kinds within a run of words."""
        first = bisect_left(self.items, clause.start, key=_PLACE)
        last = bisect_left(self.items, clause.end, lo=first, key=_PLACE)
        return [item for item in self.items[first:last] if item.kind in kinds]

    def add(self, items: Iterable[Item]) -> None:
        """More occurrences, put in order."""
        self.items.extend(items)
        self.items.sort(key=BY_PLACE)

    def before(self, at: int) -> list[Item]:
        """Occurrences before a word, the nearest first; so many as a reader may have in mind."""
        last = bisect_left(self.items, at, key=_PLACE)
        return self.items[max(0, last - _IN_MIND) : last][::-1]

    def said(self, item: Item) -> str:
        """The occurrence as the text has it."""
        return self.words.quote(item.first, item.last)

    def named(self, item: Item) -> str:
        """A measure by its name where one plain word stands for it (`the bill`), else as the text has it."""
        one = item.kind == "measure" and item.first == item.last
        plain = one and (self.words.shown[item.last].islower() or self.words.low[item.last] == "it")
        return item.name if plain else self.said(item)

    def resolved(self, item: Item, but: str = "") -> str:
        """Whom or what an occurrence stands for; the government where nothing else is known.

        It does not stand for the measure `but`.
        """
        if item.kind == "body":
            return self.said(item)
        if item.kind in {"person", "measure"}:
            return item.name
        if item.kind == "government":
            return GOVERNMENT
        before = [one for one in self.before(item.first) if one.name != but]
        if item.kind == "he" and (doer := self._doer(before)):
            return doer
        if self.words.shown[item.first] == "It" and (doer := self._body_that_did(before)):
            return doer
        return _person_before(item, before) if item.kind in {"office", "he"} else _body_before(item, before)

    def _body_that_did(self, before: Sequence[Item]) -> str | None:
        """The body that opens the sentence before, where a verb follows its name."""
        tags, shown = self.words.tags, self.words.shown
        for one in [one for one in before if one.kind in _IT_MAY_BE][:4]:
            opens = one.first - 1 if tags[one.first - 1 : one.first] == "D" else one.first
            verb = one.last + 2 if tags[one.last + 1] == "A" else one.last + 1
            if opens <= 0 or shown[opens - 1] in _ENDS:
                return one.name if one.kind == "body" and tags[verb] in "VX" else None
        return None

    def _doer(self, before: Sequence[Item]) -> str | None:
        """Of the people last named, the one who did something: a verb follows the name."""
        people = [one for one in before if one.kind == "person"][:3]
        tags = self.words.tag
        return next(
            (
                one.name
                for one in people
                if tags[one.last + 1 : one.last + 2] in _VERB or (one.first and tags[one.first - 1] == ".")
            ),
            None,
        )


def _person_before(item: Item, before: Sequence[Item]) -> str:
    people = [other for other in before if other.kind == "person"]
    if item.kind == "office":
        people = _holding(item.name, people) or (
            [] if " " in item.name or item.name in _HIGH else people[-1:]
        )
    return people[0].name if people else GOVERNMENT


def _holding(office: str, people: Sequence[Item]) -> list[Item]:
    """The first person of the text whose post has these words; a minister is not the prime one."""
    fits = [one for one in people if set(office.split()) <= set(one.said.lower().split())]
    if office == "minister":
        fits = [one for one in fits if "prime" not in one.said.lower()] or fits
    return fits[-1:]


def _body_before(item: Item, before: Sequence[Item]) -> str:
    kinds = _IT_MAY_BE if item.kind == "it" else {"body"}
    bodies = [other for other in before if other.kind in kinds and other.said not in UNNAMED]
    if item.kind == "group":
        word = "compan" if item.name in {"company", "firm"} else item.name
        bodies = [one for one in bodies if word in one.name.lower() or word in one.said] or bodies
        if word in {"ministry", "department"} and bodies and word not in bodies[0].name.lower():
            return GOVERNMENT
    if bodies and bodies[0].kind == "body":
        return bodies[0].name
    private = item.kind == "group" and item.name in lexicon_set("actions", "private")
    return item.name if private else GOVERNMENT
