"""Words that stand for a measure named before: `it`, `its text`, `the scheme`.

1. `It` right after an active deed, or right before a passive one, stands for the measure last named; so do
   `it`'s text and draft (`its text`), and a bare word for any measure (`the scheme`) where no measure goes
   by that word.
2. What stands for nothing (`it was announced that`), or begins a clause of its own (`announced it would`), is
   no measure; nor is `it` where an organisation was
   named after the measure in the same sentence, since it may be that.
3. A measure named further back than a reader has in mind is not meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from policygraph.reader.deeds import Deed
from policygraph.reader.lexicon import phrases
from policygraph.reader.scene import Item, Scene
from policygraph.reader.words import Clause, Words

__all__ = ["antecedent", "referred"]

_IN_MIND = 45
"""Words back to which `it` may reach."""
_DONE_TO_IT = frozenset({"announce", "launch", "approve", "establish", "fund", "other"})
_DETERMINERS = frozenset({"the", "its", "this", "that"})
_CLAUSE = frozenset({"that", "to", "has", "is", "was"})
"""After `it was announced`: what was announced is told then."""


def referred(scene: Scene, clause: Clause, deed: Deed) -> Item | None:
    """The measure that a word beside the deed stands for, at the place of that word."""
    words = scene.words
    if deed.action not in _DONE_TO_IT:
        return None
    if deed.passive:
        return _pronoun_before(scene, clause, deed)
    after = deed.at + 1
    if deed.participle or after >= clause.end:
        return None
    if words.low[after] == "it":
        if deed.form == "g" or (after + 1 < clause.end and words.tag[after + 1] in "XV"):
            return None
        return _standing_in(scene, after, after, deed.first)
    if words.low[after] in _DETERMINERS and after + 1 < clause.end and words.low[after + 1] in _again():
        if after + 2 >= clause.end or words.tag[after + 2] not in "wU":
            return _standing_in(scene, after + 1, after + 1, deed.first)
    return None


def antecedent(scene: Scene, at: int) -> Item | None:
    """The measure last named before a word."""
    before = scene.before(at)
    found = next((one for one in before if one.kind == "measure" and one.said != "goal"), None)
    return found if found and at - found.last <= _IN_MIND else None


def _pronoun_before(scene: Scene, clause: Clause, deed: Deed) -> Item | None:
    words, at = scene.words, deed.first - 1
    if at < clause.start or words.low[at] != "it" or _is_empty(words, clause, deed):
        return None
    before = scene.before(at)
    nearest = next((one for one in before if one.kind in {"measure", "body"} and one.said != "goal"), None)
    return _standing_in(scene, at, at, at) if nearest and nearest.kind == "measure" else None


def _is_empty(words: Words, clause: Clause, deed: Deed) -> bool:
    after = words.low[deed.at + 1 : min(clause.end, deed.at + 8)]
    return bool(after) and (after[0] in _CLAUSE or "that" in after[:3])


def _standing_in(scene: Scene, first: int, last: int, before: int) -> Item | None:
    found = antecedent(scene, before)
    return Item(first, last, "measure", found.name, found.said) if found else None


@cache
def _again() -> frozenset[str]:
    return frozenset(phrases("initiatives", "again"))


