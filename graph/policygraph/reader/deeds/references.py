"""Words that stand for a measure named before: `it`, `its text`, `the scheme`.

1. `It` right after an active deed or a sum that is given (`spent $3 million on it`), or right before a
   passive one, stands for the measure last named; so do `it`'s text and draft (`its text`), and a bare word
   for any measure (`the proposal`) where no measure goes by that word. `It` is no plural (`the schemes`), and
   `the document` nothing that is on no paper (`the bus service`).
2. What stands for nothing (`it was announced that`), or begins a clause of its own (`announced it would`), is
   no measure; nor is `it` where an organisation was named after the measure in the same sentence, since it
   may be that.
3. A measure named further back than a reader has in mind is not meant.
4. Where only what begins a facility is told (`cut the ribbon`, `ground was broken`), it is the one named
   most, and of several the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import cache

from policygraph.lexicon import phrases, section
from policygraph.reader.deeds.deeds import Deed
from policygraph.reader.deeds.scene import UNNAMED, Item, Scene
from policygraph.reader.text.deed_forms import deed_forms
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["antecedent", "begun_with", "referred", "stand_ins"]

_IN_MIND = 45
"""Words back to which `it` may reach."""
_SUBJECT = 4
"""Words before a deed among which a condition makes it none (`unless the board approved it`)."""
_CEREMONY = 5
"""Words from a verb to the noun that says how a measure is begun."""
_SUM = 8
"""Words from a deed of giving to `it` after the sum."""
_GIVEN = frozenset({"on", "to", "for", "into"})
_DONE_TO_IT = frozenset({"announce", "launch", "approve", "establish", "fund", "other"})
_DETERMINERS = frozenset({"the", "its", "this", "that"})
_CLAUSE = frozenset({"that", "to", "has", "is", "was"})
"""After `it was announced`: what was announced is told then."""


def referred(scene: Scene, clause: Clause, deed: Deed) -> Item | None:
    """The measure that a word beside the deed stands for, at the place of that word."""
    words, after = scene.words, deed.at + 1
    before = words.low[max(clause.start, deed.first - _SUBJECT) : deed.first]
    if deed.action not in _DONE_TO_IT or not lexicon_set("actions", "unsure").isdisjoint(before):
        return None
    if deed.passive:
        return _pronoun_before(scene, clause, deed)
    if not deed.participle and after < clause.end:
        return _after(scene, clause, deed)
    return None


def begun_with(scene: Scene, clause: Clause, deed: Deed) -> Item | None:
    """The facility named most, where only what begins one is told (rule 4)."""
    words = scene.words
    if deed.action != "launch" or not deed_forms()[words.low[deed.at]].nouns:
        return None
    near = range(max(clause.start, deed.first - 1), min(clause.end, deed.at + _CEREMONY))
    noun = next((j for j in near if words.low[j] in _ceremonies()), None)
    if noun is None or words.low[noun + 1 : noun + 2] == ["of"] or words.low[noun + 2 : noun + 3] == ["of"]:
        return None
    places = [one for one in scene.before(deed.first)[::-1] if one.said == "facility"]
    named = Counter(one.name for one in places)
    site = max(places, key=lambda one: named[one.name], default=None)
    return Item(noun, noun, "measure", site.name, site.said) if site else None


def _after(scene: Scene, clause: Clause, deed: Deed) -> Item | None:
    """`It`, or a word for any measure, as the object of an active deed."""
    words, after = scene.words, deed.at + 1
    following = words.tag[after + 1] if after + 1 < clause.end else "."
    if words.low[after] == "it":
        subject = deed.form == "g" or following in "XV" or (deed.action == "fund" and following in "DNP")
        return None if subject else _standing_in(scene, after, after, deed.first)
    if deed.action == "fund" and (at := _given_to_it(words, clause, deed)):
        return _standing_in(scene, at, at, deed.first)
    again = (
        words.low[after] in _DETERMINERS
        and after + 1 < clause.end
        and words.low[after + 1] in lexicon_set("initiatives", "again")
    )
    behind = after + 2
    if again and (behind >= clause.end or (words.tag[behind] not in "wU" and words.low[behind] != "of")):
        return _standing_in(scene, after + 1, after + 1, deed.first)
    return None


def _given_to_it(words: Words, clause: Clause, deed: Deed) -> int:
    """`It` after a sum that is given to it (`spent $3 million on it`); 0 where there is none."""
    for at in range(deed.at + 3, min(clause.end, deed.at + _SUM)):
        if words.low[at] == "it" and words.low[at - 1] in _GIVEN:
            return at if "N" in words.tag[deed.at + 1 : at] else 0
        if words.tag[at] in "XVC":
            break
    return 0


def antecedent(scene: Scene, at: int, *, one: bool = False, kinds: Collection[str] = ()) -> Item | None:
    """The measure last named before a word, of these kinds if any are given; `one`: that is no plural."""
    low = scene.words.low
    measures = (item for item in scene.before(at) if item.kind == "measure" and item.said not in UNNAMED)
    measures = (item for item in measures if not kinds or item.said in kinds)
    found = next((item for item in measures if not (one and low[item.last].endswith("s"))), None)
    return found if found and at - found.last <= _IN_MIND else None


def _pronoun_before(scene: Scene, clause: Clause, deed: Deed) -> Item | None:
    words, at = scene.words, deed.first - 1
    if at < clause.start or words.low[at] != "it" or _is_empty(words, clause, deed):
        return None
    before = scene.before(at)
    nearest = next(
        (one for one in before if one.kind in {"measure", "body"} and one.said not in UNNAMED), None
    )
    return _standing_in(scene, at, at, at) if nearest and nearest.kind == "measure" else None


def _is_empty(words: Words, clause: Clause, deed: Deed) -> bool:
    after = words.low[deed.at + 1 : min(clause.end, deed.at + 8)]
    return bool(after) and (after[0] in _CLAUSE or "that" in after[:3])


def _standing_in(scene: Scene, first: int, last: int, before: int) -> Item | None:
    word = scene.words.low[last]
    kinds = phrases("initiatives", "on_paper") if word == "document" else ()
    found = antecedent(scene, before, one=word == "it", kinds=kinds)
    return Item(first, last, "measure", found.name, found.said) if found else None


@cache
def stand_ins() -> frozenset[str]:
    """The words that may stand for a measure: `referred` finds none in a sentence without one."""
    return lexicon_set("initiatives", "again") | {"it"} | _ceremonies()


@cache
def _ceremonies() -> frozenset[str]:
    return frozenset(section("actions", "light")["launch"])
