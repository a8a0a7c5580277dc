"""Deeds told with no verb of doing: by a noun, by what lies ahead, and by what a measure comes to.

1. A noun of a deed with its object is the deed (nominal_deeds.py). A bare one that comes about (`the launch
   followed in May`) is done to the measure last named.
2. A measure to which no deed is done may come to something by itself (comings.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.lexicon import phrases
from policygraph.reader.deeds.comings import comes_to
from policygraph.reader.deeds.deeds import Deed
from policygraph.reader.deeds.nominal_deeds import Happening, nominal, of_bodies
from policygraph.reader.deeds.references import antecedent
from policygraph.reader.deeds.scene import Item, Scene
from policygraph.reader.text.deed_forms import deed_nouns
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.words import Clause

__all__ = ["happenings", "happens"]


def happenings(
    scene: Scene, clause: Clause, items: Sequence[Item], used: set[int], happened: Sequence[int]
) -> Iterator[Happening]:
    """What is told so in a sentence; `used`: first words of the measures that a verb has already.

    `happened` are its words of `happens`.
    """
    words = scene.words
    for item in items:
        if (
            item.kind == "measure"
            and item.first not in used
            and (found := nominal(words, clause, items, item))
        ):
            used.add(item.first)
            if found[1] or found[0].action != "other":
                yield found
    yield from of_bodies(words, clause, items)
    for item in items:
        if (
            item.kind == "measure"
            and item.first not in used
            and (found := comes_to(words, clause, items, item))
        ):
            yield found
    yield from _bare(scene, clause, happened)


def _bare(scene: Scene, clause: Clause, happened: Sequence[int]) -> Iterator[Happening]:
    """`The launch followed`: a noun of a deed alone as the subject of a verb of happening."""
    words, low = scene.words, scene.words.low
    for verb in happened:
        noun, first = verb - 1, verb - 2
        if first < clause.start or low[first] not in {"the", "its"}:
            continue
        if first > clause.start and words.tag[first - 1] not in ".C":
            continue
        action = deed_nouns().get(low[noun], "")
        if action in {"launch", "approve"} and (target := antecedent(scene, first)):
            here = Item(noun, noun, "measure", target.name, target.said)
            yield Deed(verb, noun, action, False, False, False), None, here


@cache
def happens() -> frozenset[str]:
    """The verbs of happening (`followed`)."""
    return frozenset(
        form for form, (_, kind) in verb_forms(phrases("actions", "happens")).items() if kind == "d"
    )
