"""Where people, bodies and what stands for them occur in a text.

1. Every whole-word occurrence of a mention stands for its person or body, the longest first.
2. A bare office, a bare group and a word for the government are occurrences too, and so is a country or a
   region that does something: its government does it.
3. A group with a name of its own that was not read as a body's (`the Group of Boat Builders`) is one here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.lexicon import flat, phrases
from policygraph.reader.deeds.scene import BY_PLACE, GOVERNMENT, Item, Scene
from policygraph.reader.reading import ReadBody, ReadPerson
from policygraph.reader.text.pieces import split_words
from policygraph.reader.text.words import Words, places_in

__all__ = ["scene_of", "stand_for"]

_THE = frozenset({"the", "its", "his", "her", "their", "our"})
_WHERE = frozenset(
    {"in", "of", "from", "to", "for", "with", "at", "by", "near", "outside", "across", "within"}
)
"""Before a country or a region: it is where something is, and does nothing."""


def scene_of(
    words: Words,
    people: Sequence[ReadPerson],
    bodies: Sequence[ReadBody],
    for_someone: Sequence[int] | None = None,
) -> Scene:
    """All people, bodies and what stands for them; measures are added when they are known.

    `for_someone` are the words of `stand_for`, where the caller has them.
    """
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
    for i in places_in(shown, starts):
        if i < end:
            continue
        for split, size, known in starts[shown[i]]:
            if size == 1 or shown[i : i + size] == split:
                end = i + size
                if shown[i - 1] != "(" or not _in_brackets(items, i, known[1]):
                    taken.update(range(i, end))
                    items.append(Item(i, end - 1, *known))
                break
    items += _stand_ins(words, words.among(stand_for()) if for_someone is None else for_someone, taken)
    items.sort(key=BY_PLACE)
    return Scene(words, items)


def _in_brackets(items: Sequence[Item], first: int, name: str) -> bool:
    """An acronym in brackets right after what it stands for is no second occurrence."""
    return first > 1 and bool(items) and items[-1].name == name and items[-1].last == first - 2


def _stand_ins(words: Words, places: Sequence[int], taken: set[int]) -> Iterator[Item]:
    low, tag, sorts = words.low, words.tag, stand_for()
    for i in places:
        word, sort = low[i], sorts[low[i]]
        if sort == "he" or (sort == "it" and tag[i] != "U"):
            yield Item(i, i, sort, word)
        elif i in taken or sort == "it":
            continue
        elif sort == "government" and tag[i] != "V":
            yield Item(i, i, sort, GOVERNMENT)
        elif sort == "place":
            if tag[i] == "U" and tag[i + 1 : i + 2] in (["V"], ["X"]) and (not i or low[i - 1] not in _WHERE):
                yield Item(i, i, "government", GOVERNMENT)
        elif sort in {"office", "group"} and (item := (_office if sort == "office" else _group)(words, i)):
            yield item


def _group(words: Words, i: int) -> Item | None:
    """`the central bank`, `the Group of Boat Builders`, `the board`."""
    low, sole = words.low, flat("bodies", "sole_names")
    if i > 1 and low[i - 2] == "the" and (kind := sole.get(f"{low[i - 1]} {low[i]}")):
        return Item(i - 1, i, "group", kind)
    if last := _named_so(words, i):
        return Item(i, last, "body", words.quote(i, last))
    if i and low[i - 1] in _THE:
        return Item(i, i, "he" if low[i - 1] in {"his", "her"} else "group", low[i])
    return None


def _named_so(words: Words, i: int) -> int:
    """The last word of a name that a group begins and that is read as no body's; 0 where none is (rule 3)."""
    last, tag = i + 2, words.tag
    if tag[i] != "U" or words.low[i + 1 : i + 2] != ["of"] or tag[last : last + 1] != ["U"]:
        return 0
    while tag[last + 1 : last + 2] == ["U"]:
        last += 1
    return last


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
def stand_for() -> dict[str, str]:
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
