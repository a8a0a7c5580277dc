"""Who and what is named where: people, bodies and measures, by the words of the text.

1. Every whole-word occurrence of a mention stands for its person, body or measure, the longest first.
2. `he`, `she` and a bare office (`the minister`) stand for the person last named who holds such an office,
   and else for the one last named; `it`, `the company` and other bare groups for the body last named that is
   of that sort; the government and its like stand for themselves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from policygraph.reader.lexicon import phrases
from policygraph.reader.pieces import split_words
from policygraph.reader.reading import ReadBody, ReadPerson
from policygraph.reader.words import Clause, Words

__all__ = ["GOVERNMENT", "Item", "Scene", "scene_of"]

GOVERNMENT = "government"
_IN_MIND = 400
_PLACE, _RUN = itemgetter(0), itemgetter(0, 1)
"""Of an occurrence: its first word; its first and last."""
_THE = frozenset({"the", "its", "his", "her", "their", "our"})


_HIGH = frozenset({"pm", "premier", "president", "official", "dg", "md", "speaker", "undersecretary"})
"""Offices that are nobody's of the text where no post has the word."""
_VERB = (["V"], ["X"])
_WHERE = frozenset(
    {"in", "of", "from", "to", "for", "with", "at", "by", "near", "outside", "across", "within"}
)
"""Before a country or a region: it is where something is, and does nothing."""


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
        self.items.sort(key=_RUN)

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
        """Whom or what an occurrence stands for (rule 2); the government where nothing else is known.

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
        return _person_before(item, before) if item.kind in {"office", "he"} else _body_before(item, before)

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
    kinds = {"body", "government", "measure"} if item.kind == "it" else {"body"}
    bodies = [other for other in before if other.kind in kinds]
    if item.kind == "group":
        word = "compan" if item.name in {"company", "firm"} else item.name
        bodies = [one for one in bodies if word in one.name.lower() or word in one.said] or bodies
        if word in {"ministry", "department"} and bodies and word not in bodies[0].name.lower():
            return GOVERNMENT
    return bodies[0].name if bodies and bodies[0].kind == "body" else GOVERNMENT


def scene_of(words: Words, people: Sequence[ReadPerson], bodies: Sequence[ReadBody]) -> Scene:
    """All people, bodies and what stands for them; measures are added when they are known."""
    named = [
        (mention, ("person", one.mentions[0], one.post or "")) for one in people for mention in one.mentions
    ]
    named += [(mention, ("body", one.mentions[0], one.kind)) for one in bodies for mention in one.mentions]
    starts: dict[str, list[tuple[list[str], int, tuple[str, str, str]]]] = {}
    for mention, known in sorted(named, key=lambda row: -len(row[0])):
        if split := split_words(mention):
            starts.setdefault(split[0], []).append((split, len(split), known))
    items: list[Item] = []
    taken: set[int] = set()
    shown, end = words.shown, 0
    for i in [i for i, word in enumerate(shown) if word in starts]:
        if i < end:
            continue
        for split, size, known in starts[shown[i]]:
            if size == 1 or shown[i : i + size] == split:
                end = i + size
                if shown[i - 1] != "(" or not _in_brackets(items, i, known[1]):
                    taken.update(range(i, end))
                    items.append(Item(i, end - 1, *known))
                break
    items += _stand_ins(words, taken)
    items.sort(key=_RUN)
    return Scene(words, items)


def _in_brackets(items: Sequence[Item], first: int, name: str) -> bool:
    """An acronym in brackets right after what it stands for is no second occurrence."""
    return first > 1 and bool(items) and items[-1].name == name and items[-1].last == first - 2


def _stand_ins(words: Words, taken: set[int]) -> Iterator[Item]:
    low, tag, sorts = words.low, words.tag, _sorts()
    for i in words.among(sorts):
        word, sort = low[i], sorts[low[i]]
        if sort == "he" or (sort == "it" and tag[i] != "U"):
            yield Item(i, i, sort, word)
        elif i in taken or sort == "it":
            continue
        elif sort == "government" and tag[i] != "V":
            yield Item(i, i, sort, GOVERNMENT)
        elif sort == "place":
            if tag[i] == "U" and tag[i + 1 : i + 2] in _VERB and (not i or low[i - 1] not in _WHERE):
                yield Item(i, i, "government", GOVERNMENT)
        elif sort == "office" and (item := _office(words, i)):
            yield item
        elif sort == "group" and i and low[i - 1] in _THE:
            yield Item(i, i, "he" if low[i - 1] in {"his", "her"} else "group", word)


def _office(words: Words, i: int) -> Item | None:
    """`the minister`, `the finance minister`, or `Minister` where a sentence begins."""
    word = words.low[i]
    if i and words.low[i - 1] in _THE:
        return Item(i, i, "office", word)
    if words.tag[i] == "U" and (not i or words.tag[i - 1] in ".N"):
        return Item(i, i, "office", word)
    if i > 1 and words.low[i - 2] in _THE and words.tag[i - 1] in "wU":
        return Item(i - 1, i, "office", f"{words.low[i - 1]} {word}")
    return None


@cache
def _sorts() -> dict[str, str]:
    """What each word that stands for someone may stand for; of two sorts the first counts."""
    sorts = {
        word.split()[-1].lower(): "place"
        for key in ("countries", "regions")
        for word in phrases("places", key)
    }
    sorts |= dict.fromkeys(phrases("actions", "groups"), "group")
    sorts |= dict.fromkeys(phrases("actions", "offices"), "office")
    sorts |= dict.fromkeys(phrases("actions", "government"), "government")
    return sorts | {"he": "he", "she": "he", "it": "it"}
