"""Who does what to which measure or body.

1. Each deed that a sentence says is done or planned is paired with its objects and their actors.
2. A deed on a measure whose doer is not said has the actor `government`.
3. What will be done is a plan, unless it is to be funded, hosted or approved. So is a goal that someone
   means to reach, and a measure that will start, open or be done.
4. A noun of a deed with its object (`the launch of the fund`) is the deed, done; who follows `by` did it.
5. One actor does one deed to one object: the fullest statement counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.reader.action_actors import ACTORS, actors, subject_of
from policygraph.reader.action_objects import objects, said
from policygraph.reader.deeds import Deed, deeds_in, group_start, verbs_of
from policygraph.reader.lexicon import phrases, section
from policygraph.reader.reading import ReadAction
from policygraph.reader.scene import GOVERNMENT, Item, Scene
from policygraph.reader.words import Clause, Words

__all__ = ["read_actions"]

_KEEPS = frozenset({"fund", "host", "approve", "direct"})
_OBJECTS = frozenset({"measure", "body"})
_TAKE_PART = ACTORS | _OBJECTS
_Done = tuple[ReadAction, Item | None, Item]


def read_actions(words: Words, scene: Scene) -> tuple[ReadAction, ...]:
    """The actions of a text in its order."""
    found: dict[tuple[str, str, str], ReadAction] = {}
    verbs = verbs_of(words)
    for clause in words.clauses:
        items = scene.within(clause, _TAKE_PART)
        if any(item.kind in _OBJECTS for item in items):
            deeds = deeds_in(words, clause, words.within(clause, verbs))
            for action, actor, target in _in_clause(words, scene, clause, items, deeds):
                key = (
                    actor.name if actor and actor.kind == "body" else action.actor,
                    target.name,
                    action.action,
                )
                if key[0] != key[1] and (key not in found or len(action.object) > len(found[key].object)):
                    found[key] = action
    return tuple(sorted(found.values(), key=lambda action: action.span))


def _in_clause(
    words: Words, scene: Scene, clause: Clause, items: Sequence[Item], deeds: list[Deed]
) -> Iterator[_Done]:
    used: set[int] = set()
    if deeds and deeds[-1].action == "announce":
        deeds = deeds[-1:] if said(deeds[-1], items) else deeds
    for deed in deeds:
        targets = objects(words, clause, deed, items)
        for target in targets:
            used.add(target.first)
            for actor in actors(words, clause, deed, target, items):
                yield _action(words, deed, actor, target, scene)
    yield from _nominal(words, scene, clause, items, used)
    yield from _coming(words, scene, clause, items, used)


def _action(words: Words, deed: Deed, actor: Item | None, target: Item, scene: Scene) -> _Done:
    action = "plan" if deed.planned and deed.action not in _KEEPS else deed.action
    status = "planned" if deed.planned or deed.action == "plan" else "done"
    edges = [deed.first, deed.at, target.first, target.last, *([actor.first, actor.last] if actor else [])]
    span = (words.start[min(edges)], words.end(max(edges)))
    name = scene.resolved(actor) if actor else GOVERNMENT
    return ReadAction(span, name, action, scene.said(target), status), actor, target


def _nominal(
    words: Words, scene: Scene, clause: Clause, items: Sequence[Item], used: set[int]
) -> Iterator[_Done]:
    nouns = _nouns()
    for item in items:
        if item.kind != "measure" or item.first in used:
            continue
        for j in range(item.first - 1, max(clause.start - 1, item.first - 7), -1):
            if (
                words.low[j] in nouns
                and words.tag[j] != "V"
                and words.low[j + 1] in {"of", "for", "to", "on", "in"}
            ):
                planned = nouns[words.low[j]] == "plan"
                before = [one for one in items if one.last < j and one.kind in ACTORS - {"it"}]
                if planned:
                    before = [one for one in before if one.last >= j - 5]
                used.add(item.first)
                deed = Deed(j, j, nouns[words.low[j]], planned, False, False)
                by = [
                    one
                    for one in items
                    if one.kind in ACTORS and words.low[item.last + 1 : one.first] in (["by"], ["by", "the"])
                ]
                actor = by[0] if by else subject_of(words, before)
                if actor or deed.action != "other":
                    yield _action(words, deed, actor, item, scene)
                break
            if words.tag[j] in "VX.":
                break


def _coming(
    words: Words, scene: Scene, clause: Clause, items: Sequence[Item], used: set[int]
) -> Iterator[_Done]:
    """Measures that will start or be done (rule 5), and goals (rule 4)."""
    for item in items:
        if item.kind != "measure" or item.first in used:
            continue
        if item.said == "goal":
            before = [one for one in items if one.last < item.first and one.kind in ACTORS]
            subject = subject_of(words, before)
            yield _action(
                words, Deed(item.first, item.first, "plan", True, False, False), subject, item, scene
            )
            continue
        for verb in range(item.last + 1, min(clause.end, item.last + 9)):
            if words.tag[verb] == "V":
                first = group_start(words, clause, verb)
                group = set(words.low[first:verb])
                ahead = "will" in group or "to" in group or {"would", "be"} <= group
                if ahead and (words.low[verb] in _comes() or "be" in group):
                    yield _action(words, Deed(verb, first, "plan", True, False, False), None, item, scene)
                break
            if words.tag[verb] in ".C" and words.shown[verb] != ",":
                break


@cache
def _nouns() -> dict[str, str]:
    return {noun: deed for deed, nouns in section("actions", "nouns").items() for noun in nouns}


@cache
def _comes() -> frozenset[str]:
    return frozenset(phrases("actions", "comes"))
