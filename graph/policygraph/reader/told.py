"""Which words of a text may tell of a measure, a deed or a cause: found in one pass for all who ask.

1. A text is turned into a string with one character a word: one for each set of lists that words share, and
   a blank for a word on none. A pattern then finds the words of a list, however long the text.
2. What is found is put to the sentences it is in, so that no other sentence is looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from itertools import repeat

from policygraph.reader.cause_cues import cue_keys
from policygraph.reader.crediting import claims
from policygraph.reader.deeds import deed_forms
from policygraph.reader.happenings import happens
from policygraph.reader.launched_names import before_names
from policygraph.reader.measure_heads import heads_by_word
from policygraph.reader.references import stand_ins
from policygraph.reader.targets import intents_of
from policygraph.reader.words import Clause, Words

__all__ = ["Told"]

_LISTS: Mapping[str, Callable[[], Collection[str]]] = {
    "before names": before_names,
    "claims": claims,
    "cues": cue_keys,
    "deeds": deed_forms,
    "happens": happens,
    "heads": heads_by_word,
    "intents": intents_of,
    "stand-ins": stand_ins,
}
_BLANK = " "
_AFTER_DETERMINER = re.compile("(?<=D)U")


class Told:
    """The words of a text by the lists that they are on, and its sentences by number."""

    def __init__(self, words: Words) -> None:
        codes, self._patterns = _codes()
        self._words = words
        self._tags = "".join(words.tag)
        self._told = "".join(map(codes.get, words.low, repeat(_BLANK)))
        self._starts = [clause.start for clause in words.clauses]

    def on(self, name: str, tags: str = "") -> list[int]:
        """The words on a list, in order; with `tags`, those that have one of them."""
        found = [match.start() for match in self._patterns[name].finditer(self._told)]
        return [i for i in found if self._tags[i] in tags] if tags else found

    def names(self) -> list[int]:
        """The capitals by which a launched name may be found: after a determiner or a word of launching."""
        after = {match.start() for match in _AFTER_DETERMINER.finditer(self._tags)}
        after.update(i + 1 for i in self.on("before names") if self._tags[i + 1 : i + 2] == "U")
        return sorted(after)

    def by_clause(self, places: Iterable[int]) -> dict[int, list[int]]:
        """Words, in order, by the number of the sentence that they are in."""
        found: dict[int, list[int]] = {}
        for place in places:
            found.setdefault(bisect_right(self._starts, place) - 1, []).append(place)
        return found


@cache
def _codes() -> tuple[Mapping[str, str], Mapping[str, re.Pattern[str]]]:
    """The character of each word that is on a list, and for each list a pattern for its words."""
    lists = {name: frozenset(words()) for name, words in _LISTS.items()}
    sets = {word: tuple(name for name in lists if word in lists[name]) for word in sorted(set().union(*lists.values()))}
    characters = {names: chr(ord("A") + number) for number, names in enumerate(sorted(set(sets.values())))}
    patterns = {
        name: re.compile(f"[{''.join(re.escape(c) for names, c in characters.items() if name in names)}]")
        for name in lists
    }
    return {word: characters[names] for word, names in sets.items()}, patterns
