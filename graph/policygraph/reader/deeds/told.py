"""Which words of a text may tell of a measure, a deed or a cause: found in one pass for all who ask.

Each word is looked up once, in a table of all lists that it may be on. What is found is put to the sentences
it is in, so that no other sentence is looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from itertools import compress

from policygraph.reader.deeds.cause_cues import cue_keys
from policygraph.reader.deeds.crediting import claims
from policygraph.reader.deeds.governed import launches, presents
from policygraph.reader.deeds.granted import grants_of
from policygraph.reader.deeds.happenings import happens
from policygraph.reader.deeds.measure_heads import heads_by_word
from policygraph.reader.deeds.nominal_causes import cause_nouns
from policygraph.reader.deeds.nominal_deeds import body_nouns
from policygraph.reader.deeds.occurrences import stand_for
from policygraph.reader.deeds.references import stand_ins
from policygraph.reader.deeds.speech import says
from policygraph.reader.figures.targets import intents_of
from policygraph.reader.text.deed_forms import deed_forms
from policygraph.reader.text.words import Words

__all__ = ["Told"]

_LISTS: Mapping[str, Callable[[], Collection[str]]] = {
    "body-nouns": body_nouns,
    "cause-nouns": cause_nouns,
    "claims": claims,
    "cues": cue_keys,
    "deeds": deed_forms,
    "grants": grants_of,
    "happens": happens,
    "heads": heads_by_word,
    "intents": intents_of,
    "launches": launches,
    "presents": presents,
    "says": says,
    "stand-for": stand_for,
    "stand-ins": stand_ins,
}


class Told:
    """The words of a text by the lists that they are on, and its sentences by number."""

    def __init__(self, words: Words) -> None:
        self._tag = words.tag
        self._later = [clause.start for clause in words.clauses[1:]]
        """Where the sentences after the first begin."""
        self._on: dict[str, list[int]] = {name: [] for name in _LISTS}
        on = self._on
        lists = list(map(_lists().get, words.low))
        for i in compress(range(len(lists)), lists):
            for name in lists[i] or ():
                on[name].append(i)

    def on(self, name: str, tags: str = "") -> list[int]:
        """The words on a list, in order; with `tags`, those that have one of them."""
        found, tag = self._on[name], self._tag
        return [i for i in found if tag[i] in tags] if tags else found

    def by_clause(self, places: Iterable[int]) -> dict[int, list[int]]:
        """Words, in order, by the number of the sentence that they are in."""
        found: dict[int, list[int]] = {}
        later = self._later
        for place in places:
            found.setdefault(bisect_right(later, place), []).append(place)
        return found


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    """The lists that each word is on."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in _LISTS.items():
        for word in words():
            found[word] = (*found.get(word, ()), name)
    return found
