"""Who does the deeds of a list, as in `the board (a) raised the fund; (b) cut the levy`.

1. A line that begins with a mark (`-`, `•`) or a letter or number in brackets, and then with a verb, says
   what is done by who is named last, and is no part of a complement, in the line before the list.
2. That line ends without a full stop: what ends its sentence is followed by a list of its own.
"""

from __future__ import annotations

from policygraph.reader.deeds.action_subjects import subject_of
from policygraph.reader.deeds.scene import ACTORS, Item, Scene
from policygraph.reader.text.words import Clause, Words

__all__ = ["doer_of_list"]

_MARKS = frozenset("-–—•*·▪●")
_ENDS = frozenset(".!?")
_MOST = 20
"""Lines of a list back to the one before it."""


def doer_of_list(scene: Scene, number: int) -> Item | None:
    """Who does what the sentence of this number says, where it is a line of a list; None elsewhere."""
    words, clauses = scene.words, scene.words.clauses
    verb = _after_mark(words, clauses[number])
    if verb is None or words.tag[verb] != "V":
        return None
    for before in reversed(clauses[max(0, number - _MOST) : number]):
        if _after_mark(words, before) is None:
            ended = before.end == before.start or words.shown[before.end - 1] in _ENDS
            return None if ended else subject_of(words, scene.within(before, ACTORS))
    return None


def _after_mark(words: Words, clause: Clause) -> int | None:
    """The word after the mark that begins a line of a list; None where none does."""
    first, shown = clause.start, words.shown
    if clause.end - first > 1 and shown[first] in _MARKS:
        return first + 1
    bracketed = clause.end - first > 3 and shown[first] == "(" and shown[first + 2] == ")"
    return first + 3 if bracketed else None
