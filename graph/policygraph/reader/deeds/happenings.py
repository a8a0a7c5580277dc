"""Deeds told with no verb of doing: by a noun, by what lies ahead, and by what a measure comes to.

1. A noun of a deed with its object is the deed (nominal_deeds.py). A bare one that comes about (`the launch
   followed in May`) is done to the measure last named.
2. A goal that someone means to reach, and a measure that will start, open or be done, is a plan; a goal that
   a measure sets (`the bill names a goal of`) is the government's.
3. A measure that comes into force, takes effect or is on hold is done so, or planned where that lies ahead, and
   so is one that will be ready. A report that is out is announced by whose it is.
4. What someone will be let keep or given back is a plan.
5. A request is made by whose it is (`its request for a waiver`).
6. A sum `for` a measure (`$20 million for a park`) is given to it where no verb tells what is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.reader.deeds.action_actors import ACTORS, INSIDE, subject_of
from policygraph.reader.deeds.deeds import Deed, group_start
from policygraph.reader.deeds.governed import given_to
from policygraph.reader.deeds.nominal_deeds import Happening, deed_nouns, nominal, of_bodies
from policygraph.reader.deeds.references import antecedent
from policygraph.reader.deeds.scene import Item, Scene
from policygraph.reader.text.lexicon import groups, phrases
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.words import Clause, Words

__all__ = ["happenings", "happens"]

_ITS = frozenset({"its", "their"})
_NEAR = 8
"""Words between a measure and a goal that it sets."""
_GRANT = 4
"""Words from a verb of what lies ahead to what is let or given back."""
_FAR = 9
"""Words between a measure and what becomes of it."""


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
        if item.kind == "measure" and item.first not in used:
            if item.said == "goal":
                yield _goal(words, items, item)
            elif item.said == "granted":
                if _has_ahead(words.low[max(clause.start, item.first - _GRANT) : item.first]):
                    yield Deed(item.last, item.first, "plan", True, False, False), None, item
            elif (asked := deed_nouns().get(words.low[item.first])) == "direct":
                if words.low[item.first - 1] in _ITS:
                    yield Deed(item.first, item.first, asked, False, False, False), _its(item), item
            elif item.said == "target" and _has_goal(words, clause, item):
                yield _goal(words, items, item)
            elif given_to(words, clause, item.first):
                yield Deed(item.first, item.first, "fund", False, False, False), None, item
            elif item.said == "due":
                yield Deed(item.last, item.first, "plan", True, False, False), None, item
            elif found := _became(words, clause, item) or _coming(words, clause, item):
                deed, _, _ = found
                owned = deed.action == "announce" and words.low[item.first - 1] in _ITS
                yield deed, _its(item) if owned else None, item
    yield from _bare(scene, clause, happened)


def _its(item: Item) -> Item:
    """Whose the measure is, by `its` before it."""
    return Item(item.first - 1, item.first - 1, "group", "its")


def _has_goal(words: Words, clause: Clause, item: Item) -> bool:
    """`Has a target of`, `names a goal`: a verb that gives someone a goal stands before it."""
    verbs = phrases("actions", "has_goal")
    return any(words.low[j] in verbs for j in range(max(clause.start, item.first - 2), item.first))


def _has_ahead(before: Sequence[str]) -> bool:
    return not {"will", "would", "shall"}.isdisjoint(before)


def _goal(words: Words, items: Sequence[Item], item: Item) -> Happening:
    before = [one for one in items if one.last < item.first and one.kind in ACTORS | {"measure"}]
    if before and before[-1].kind == "measure" and item.first - before[-1].last <= _NEAR:
        before = []
    before = [one for one in before if one.kind in ACTORS]
    deed = Deed(item.first, item.first, "plan", True, False, False)
    return deed, subject_of(words, before), item


def _coming(words: Words, clause: Clause, item: Item) -> Happening | None:
    outer = item.first - 1
    while outer > clause.start and words.tag[outer] in "DSU":
        outer -= 1
    if outer >= clause.start and (words.low[outer] in INSIDE or words.low[item.first - 1] == "no"):
        return None
    for verb in range(item.last + 1, min(clause.end, item.last + _FAR)):
        if words.tag[verb] == "V":
            first = group_start(words, clause, verb)
            group = set(words.low[first:verb])
            ahead = "will" in group or "to" in group or {"would", "be"} <= group
            own = "will" in group or words.low[verb] in _comes() or "be" in group
            if ahead and own and _denied().isdisjoint(group):
                return Deed(verb, first, "plan", True, False, False), None, item
            return None
        if words.tag[verb] in ".C" and words.shown[verb] != ",":
            return None
    return None


def _became(words: Words, clause: Clause, item: Item) -> Happening | None:
    """What the measure comes to: only auxiliaries, adverbs and verbs of coming may stand between."""
    states, passing = _states()
    group: list[str] = []
    for at in range(item.last + 1, min(clause.end, item.last + _FAR)):
        low = words.low[at]
        for state, action in states.get(low, ()):
            if words.low[at : at + len(state)] == state:
                return _state(item, at + len(state) - 1, action, group)
        if low not in passing and words.tag[at] not in "XA" and words.shown[at] != ",":
            return None
        group.append(low)
    return None


def _state(item: Item, last: int, action: str, group: Sequence[str]) -> Happening | None:
    planned = not {"will", "shall", "would", "to"}.isdisjoint(group)
    if not _denied().isdisjoint(group) or (action == "plan" and not planned):
        return None
    deed = Deed(last, item.last + 1, "plan" if planned else action, planned, False, False)
    return deed, None, item


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
def _comes() -> frozenset[str]:
    return frozenset(phrases("actions", "comes"))


@cache
def happens() -> frozenset[str]:
    """The verbs of happening (`followed`)."""
    return frozenset(
        form for form, (_, kind) in verb_forms(phrases("actions", "happens")).items() if kind == "d"
    )


@cache
def _states() -> tuple[dict[str, list[tuple[list[str], str]]], frozenset[str]]:
    """What a measure may come to, by first word, and the verbs that lead there."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for action, states in groups("actions", "states").items():
        for state in states:
            split = state.split()
            found.setdefault(split[0], []).append((split, action))
    passing = set(verb_forms(phrases("actions", "passing"))) | {"too", "to", "been"}
    return found, frozenset(passing)


@cache
def _denied() -> frozenset[str]:
    return frozenset(phrases("actions", "negated")) | frozenset(phrases("actions", "unsure"))
