"""Who does a deed.

1. The actor of an active deed is who stands before it (action_subjects.py). Where a comma stands right
   before the verb, it is who stands before an insertion between commas (`the minister, who chairs the board,
   opened`). A thing that acts in a clause of `that` or `which` is nobody (`a patent that allows`).
2. The actor of a passive one is told after it (action_agents.py).
3. A deed on a measure whose doer is not said, or is a measure, has no actor here: None.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policygraph.reader.deeds.action_agents import agents
from policygraph.reader.deeds.action_subjects import before_insertion, subject_of, with_others
from policygraph.reader.deeds.deeds import Deed
from policygraph.reader.deeds.scene import ACTORS, Item
from policygraph.reader.text.words import Clause, Words

__all__ = ["actors"]

_INSERTED = 12
"""Words of an insertion between a measure and its verb, with the commas."""


def actors(
    words: Words, clause: Clause, deed: Deed, target: Item, items: Sequence[Item]
) -> Iterable[Item | None]:
    """Who does a deed to the target; None stands for the government."""
    if deed.passive or deed.participle:
        return agents(words, clause, deed, target, items)
    before = [item for item in items if item.last < deed.first and item.kind in ACTORS and item is not target]
    if _measure_does(words, clause, deed, items):
        return [None]
    if _thing_does(words, clause, deed, before):
        return []
    subject = before_insertion(words, clause, deed.first, before) or subject_of(words, before)
    if subject is None:
        return [None] if deed.form == "g" and target.kind == "measure" else []
    return with_others(words, [subject], before)


def _measure_does(words: Words, clause: Clause, deed: Deed, items: Sequence[Item]) -> bool:
    """Whether a measure does it, which is the government's doing: `the policy, cleared in May, offers`."""
    last = deed.first - 1
    if last > clause.start and words.low[last] in {"which", "that"}:
        last -= 1
    if last > clause.start and words.shown[last] == ",":
        ends = {item.last for item in items if item.kind == "measure" and item.last < last}
        commas = (j for j in range(last, max(clause.start, last - _INSERTED), -1) if words.shown[j] == ",")
        return any(comma - 1 in ends for comma in commas)
    return any(item.kind == "measure" and item.last == last for item in items)


def _thing_does(words: Words, clause: Clause, deed: Deed, before: Sequence[Item]) -> bool:
    """Whether `that` or `which` stands for no one who acts (`a patent that allows`)."""
    which = deed.first - 1
    if which <= clause.start or words.low[which] not in {"which", "that"}:
        return False
    last = which - 2 if words.shown[which - 1] == "," else which - 1
    return words.tag[last] in "wU" and all(item.last != last for item in before)
