"""What a measure comes to that no verb of doing tells.

1. A goal that someone means to reach or has (`has a target of`) is a plan of theirs; one that a measure sets
   (`the bill names a goal of`) is the government's.
2. A measure that will start, open, do something or be done is a plan, and so is what someone will be let keep
   or given back. What a measure stands inside of (`firms in the zone will pay`) is not its doing.
3. A measure that comes into force, takes effect or is on hold is done so, or planned where that lies ahead,
   and so is one that will be ready. A report that is out is announced by whose it is.
4. A request is made by whose it is (`its request for a waiver`).
5. A sum `for` a measure (`$20 million for a park`) is given to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from policygraph.lexicon import groups, phrases
from policygraph.reader.deeds.action_subjects import INSIDE, subject_of
from policygraph.reader.deeds.deeds import Deed, denials, group_start
from policygraph.reader.deeds.governed import given_to
from policygraph.reader.deeds.nominal_deeds import Happening
from policygraph.reader.deeds.scene import ACTORS, Item
from policygraph.reader.text.deed_forms import deed_nouns
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["comes_to"]

_ITS = frozenset({"its", "their"})
_AHEAD = frozenset({"will", "would", "shall"})
_NEAR = 8
"""Words between a measure and a goal that it sets."""
_GRANT = 4
"""Words from a verb of what lies ahead to what is let or given back."""
_FAR = 9
"""Words between a measure and what becomes of it."""


def comes_to(words: Words, clause: Clause, items: Sequence[Item], item: Item) -> Happening | None:
    """What a sentence tells of the measure itself; None where that is nothing."""
    if item.said == "due" and words.low[item.first - 1] not in _AHEAD:
        return _planned(item)
    if item.said in {"due", "goal"}:
        return _goal(words, items, item)
    if item.said == "granted":
        ahead = (
            words.low[max(clause.start, item.first - _GRANT) : item.first] + words.low[item.last + 1 :][:1]
        )
        return None if _AHEAD.isdisjoint(ahead) else _planned(item)
    told = _requested(words, item) or _aimed_at(words, clause, items, item) or _given(words, clause, item)
    return told or _became(words, clause, item) or _coming(words, clause, item)


def _planned(item: Item) -> Happening:
    return Deed(item.last, item.first, "plan", True, False, False), None, item


def _requested(words: Words, item: Item) -> Happening | None:
    asked = deed_nouns().get(words.low[item.first]) == "direct" and words.low[item.first - 1] in _ITS
    return (Deed(item.first, item.first, "direct", False, False, False), _its(item), item) if asked else None


def _aimed_at(words: Words, clause: Clause, items: Sequence[Item], item: Item) -> Happening | None:
    """`Has a target of`, `names a goal`: a verb that gives someone a goal stands before it."""
    before = words.low[max(clause.start, item.first - 2) : item.first]
    has = item.said == "target" and not lexicon_set("actions", "has_goal").isdisjoint(before)
    return _goal(words, items, item) if has else None


def _given(words: Words, clause: Clause, item: Item) -> Happening | None:
    given = given_to(words, clause, item.first)
    return (Deed(item.first, item.first, "fund", False, False, False), None, item) if given else None


def _its(item: Item) -> Item:
    """Whose the measure is, by `its` before it."""
    return Item(item.first - 1, item.first - 1, "group", "its")


def _goal(words: Words, items: Sequence[Item], item: Item) -> Happening:
    """Who means to reach a goal; a goal that a measure sets is the government's."""
    before = [one for one in items if one.last < item.first and one.kind in ACTORS | {"measure"}]
    if before and before[-1].kind == "measure" and item.first - before[-1].last <= _NEAR:
        before = []
    before = [one for one in before if one.kind in ACTORS]
    deed = Deed(item.first, item.first, "plan", True, False, False)
    return deed, subject_of(words, before), item


def _coming(words: Words, clause: Clause, item: Item) -> Happening | None:
    """A measure that will start, open or be done (rule 2)."""
    outer = item.first - 1
    while outer > clause.start and words.tag[outer] in "DSU":
        outer -= 1
    if outer >= clause.start and (words.low[outer] in INSIDE or words.low[item.first - 1] == "no"):
        return None
    for verb in range(item.last + 1, min(clause.end, item.last + _FAR)):
        if words.tag[verb] == "V":
            first = group_start(words, clause, verb)
            group = set(words.low[first:verb])
            own = "will" in group or words.low[verb] in lexicon_set("actions", "comes") or "be" in group
            ahead = "to" in group or not _AHEAD.isdisjoint(group)
            if ahead and own and denials().isdisjoint(group):
                return Deed(verb, first, "plan", True, False, False), None, item
            return None
        if words.low[verb] == "whereby" or (words.tag[verb] in ".C" and words.shown[verb] != ","):
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
                return _state(words, item, at + len(state) - 1, action, group)
        if low not in passing and words.tag[at] not in "XA" and words.shown[at] != ",":
            return None
        group.append(low)
    return None


def _state(words: Words, item: Item, last: int, action: str, group: Sequence[str]) -> Happening | None:
    planned = not {"will", "shall", "would", "to"}.isdisjoint(group)
    if not denials().isdisjoint(group) or (action == "plan" and not planned):
        return None
    deed = Deed(last, item.last + 1, "plan" if planned else action, planned, False, False)
    owned = deed.action == "announce" and words.low[item.first - 1] in _ITS
    return deed, _its(item) if owned else None, item


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
