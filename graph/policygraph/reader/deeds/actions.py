"""Who does what to which measure or body.

1. Each deed that a sentence says is done or planned is paired with its objects and their actors; what it
   tells only to deny it (denied.py) is none.
2. A deed on a measure whose doer is not said has the actor `government`.
3. What will be done is a plan, unless it is to be funded, hosted or approved.
4. A line of a list tells what is done by who is named before the list (list_items.py).
5. Deeds told by a noun, and what a measure comes to, are actions too (happenings.py); a word that stands for
   a measure (references.py) is that measure.
6. One actor does one deed to one object: the fullest statement counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policygraph.reader.deeds.action_actors import actors
from policygraph.reader.deeds.action_objects import objects, said
from policygraph.reader.deeds.bare_forms import set_up_by
from policygraph.reader.deeds.deeds import Deed, deeds_in
from policygraph.reader.deeds.denied import denied_in
from policygraph.reader.deeds.happenings import happenings
from policygraph.reader.deeds.list_items import doer_of_list
from policygraph.reader.deeds.references import begun_with, referred
from policygraph.reader.deeds.scene import ACTORS, GOVERNMENT, UNNAMED, Item, Scene
from policygraph.reader.deeds.told import Told
from policygraph.reader.reading import ReadAction
from policygraph.reader.text.words import Clause, Words

__all__ = ["read_actions"]

_SHORT = 12
"""Words of a sentence that may name nobody and nothing (`The launch followed in May`)."""
_KEEPS = frozenset({"fund", "host", "approve", "direct"})
_DONE_TO = frozenset({"measure", "body"})
_TAKE_PART = ACTORS | {"measure"}
_Done = tuple[ReadAction, Item | None, Item]


def read_actions(words: Words, scene: Scene, told: Told) -> tuple[ReadAction, ...]:
    """The actions of a text in its order."""
    found: dict[tuple[str, str, str], ReadAction] = {}
    on_verbs = sorted([*told.on("deeds", "VX"), *set_up_by(words, told.on("deeds", "w"))])
    verbs, happens = told.by_clause(on_verbs), told.by_clause(told.on("happens"))
    measures = told.by_clause([item.first for item in scene.items if item.kind == "measure"])
    done_to = told.by_clause([item.first for item in scene.items if item.kind in _DONE_TO])
    deeds_on = verbs.keys() & (done_to.keys() | told.by_clause(told.on("stand-ins")).keys())
    told_of = deeds_on | happens.keys() | measures.keys() | told.by_clause(told.on("body-nouns")).keys()
    for number in sorted(told_of):
        clause = words.clauses[number]
        items = scene.within(clause, _TAKE_PART)
        if items and (doer := doer_of_list(scene, number)):
            items.insert(0, doer)
        if items or clause.end - clause.start < _SHORT:
            deeds = deeds_in(words, clause, verbs.get(number, ()))
            for action, actor, target in _in_clause(scene, clause, items, deeds, happens.get(number, ())):
                key = (
                    actor.name if actor and actor.kind == "body" else action.actor,
                    target.name,
                    action.action,
                )
                if key[0] != key[1] and (key not in found or _fullness(action) > _fullness(found[key])):
                    found[key] = action
    return tuple(sorted(found.values(), key=lambda action: action.span))


def _fullness(action: ReadAction) -> tuple[int, int, int]:
    """A name tells more than a description, a long one more than a short one; then who did it counts."""
    return sum(word[0].isupper() for word in action.object.split()), len(action.object), len(action.actor)


def _in_clause(
    scene: Scene, clause: Clause, items: Sequence[Item], deeds: list[Deed], happened: Sequence[int]
) -> Iterator[_Done]:
    words = scene.words
    used: set[int] = set()
    denied = denied_in(words, clause)
    deeds = [deed for deed in deeds if deed.at not in denied] if denied else deeds
    if deeds and deeds[-1].action == "announce":
        deeds = deeds[-1:] if said(deeds[-1], items) else deeds
    for deed in deeds:
        meant = referred(scene, clause, deed)
        targets = [meant] if meant else objects(words, clause, deed, items)
        if not targets and (site := begun_with(scene, clause, deed)):
            targets = [site]
        for target in targets:
            if words.low[target.first - 1] == "no" and target.first > clause.start:
                used.add(target.first)
                continue
            if target.said in UNNAMED:
                used.add(target.first)
            for actor in actors(words, clause, deed, target, items):
                used.add(target.first)
                yield _action(clause, deed, actor, target, scene)
    for deed, doer, target in happenings(scene, clause, items, used, happened):
        if deed.at not in denied:
            yield _action(clause, deed, doer, target, scene)


def _action(clause: Clause, deed: Deed, actor: Item | None, target: Item, scene: Scene) -> _Done:
    words = scene.words
    action = "plan" if deed.planned and deed.action not in _KEEPS else deed.action
    status = "planned" if deed.planned or deed.action == "plan" else "done"
    edges = [deed.first, deed.at, target.first, target.last]
    edges += [actor.first, actor.last] if actor and actor.first >= clause.start else []
    span = (words.start[min(edges)], words.end(max(edges)))
    name = scene.resolved(actor, target.name) if actor else GOVERNMENT
    return ReadAction(span, name, action, scene.named(target), status), actor, target
