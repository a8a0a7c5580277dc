"""Forms of verbs of deeds that are no verbs, and participles that look like nouns.

1. A form in `-ing` after a preposition is only spoken of (`spoke of raising`); `thanks to` is no thanking.
2. A bare form is a noun after a preposition (`in force`), and after an article and one thing (`a relief
   force`): whoever is one would take the form in `-s`.
3. A bare form that is a participle too is one before its particle and `by` (`set up by the board`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policygraph.reader.text.deed_forms import DeedForm, deed_forms
from policygraph.reader.text.words import Clause, Words

__all__ = ["is_no_verb", "set_up_by"]

_MANY = frozenset({"people", "police", "men", "women", "children", "public", "government", "opposition"})
"""Nouns that take the bare form of a verb (`the police support`)."""
_NO_DEED_AFTER = frozenset({"of", "on", "into", "for", "from", "about", "against", "at"})
"""Before a form in `-ing`: what is spoken of, and not said to be done."""


def is_no_verb(words: Words, clause: Clause, i: int, known: DeedForm) -> bool:
    """Whether the form is none of a verb that is done (rules 1 and 2)."""
    low, before = words.low, words.low[i - 1] if i > clause.start else ""
    if known.form == "g" and before in _NO_DEED_AFTER:
        return True
    bare = known.form == "b" and not known.participle
    if bare and before != "to" and (words.tag[i - 1] == "P" or _is_noun(words, clause, i)):
        return True
    return low[i : i + 2] == ["thanks", "to"]


def _is_noun(words: Words, clause: Clause, i: int) -> bool:
    """Whether an article and one thing stand before a bare form (rule 2)."""
    article = i - 2
    if article < clause.start or words.tag[i - 1] != "w" or words.low[i - 1] in _MANY:
        return False
    while article > clause.start and words.tag[article] == "w":
        article -= 1
    one = words.low[article] in {"a", "an"} or (words.low[article] == "the" and words.low[i - 1][-1] != "s")
    return one and (article == clause.start or words.tag[article - 1] != "X")


def set_up_by(words: Words, bare: Iterable[int]) -> Iterator[int]:
    """Of bare forms that look like nouns, those of rule 3."""
    low = words.low
    for i in bare:
        if low[i + 2 : i + 3] == ["by"]:
            known = deed_forms()[low[i]]
            if known.participle and known.form == "b" and low[i + 1] in known.particles:
                yield i
