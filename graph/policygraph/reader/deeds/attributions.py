"""Who says that one thing led to another.

1. A verb of crediting has a claimant and two sides of its own (crediting.py).
2. Words such as `due to`, `thanks to`, `on the back of` have the effect before them and the cause after
   them; at the start of a sentence the cause follows and, after the comma, the effect.
3. Words such as `led to`, `fuelled`, `resulted in` have the cause before them and the effect after them;
   before `which` the cause is what `which` stands for. A role that someone plays in doing a thing is a
   cause.
4. So has a noun of cause (nominal_causes.py). The sides are cut as cause_sides.py has it; a denial or a
   condition makes it none. `It`, where something is credited, is the effect of the attribution before.
   `Because` counts where someone says so, where it is all that the sentence tells, or where a side names
   someone, something or a number. Where other words tell of no cause, cause_doubts.py has.
5. The claimant is who says it in the same sentence (`said`, `according to`), in the article's words where
   it is no one known, or whoever spoke the quotation; else the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policygraph.reader.deeds.cause_cues import CueAt, cues_at
from policygraph.reader.deeds.cause_doubts import is_none
from policygraph.reader.deeds.cause_sides import denied, sides, stated
from policygraph.reader.deeds.claimants import ARTICLE, Speakers
from policygraph.reader.deeds.crediting import credited, shared
from policygraph.reader.deeds.nominal_causes import named_causes
from policygraph.reader.deeds.scene import Scene
from policygraph.reader.deeds.told import Told
from policygraph.reader.reading import ReadAttribution
from policygraph.reader.text.words import Clause, Words

__all__ = ["read_attributions"]

_ANYONE = frozenset({"i", "i'm", "you"})
_PLAYS = frozenset({"play", "plays", "played", "playing"})


def read_attributions(words: Words, scene: Scene, told: Told) -> tuple[ReadAttribution, ...]:
    """The attributions of a text in its order."""
    cues = cues_at(words, told.on("cues"))
    cued, claimed = told.by_clause(cues), told.by_clause(told.on("claims"))
    named = told.by_clause(told.on("cause-nouns"))
    if not cued and not claimed and not named:
        return ()
    found: list[ReadAttribution] = []
    speakers = Speakers(scene, told.on("says"))
    for number in sorted(cued.keys() | claimed.keys() | named.keys()):
        clause, inside = words.clauses[number], claimed.get(number, ())
        speakers.enter(number)
        before = found[-1:]
        credit = [_resolved(one, before) for one in credited(words, speakers, clause, inside)]
        credit = credit or shared(words, speakers, clause, inside, before)
        credit = credit or list(named_causes(words, speakers, clause, named.get(number, ())))
        found += credit or _cued(words, speakers, clause, [cues[i] for i in cued.get(number, ())])
    return tuple(found)


def _resolved(one: ReadAttribution, before: Sequence[ReadAttribution]) -> ReadAttribution:
    """`He also credited it to`: it is the effect of the attribution before."""
    return replace(one, effect=before[0].effect) if one.effect.lower() == "it" and before else one


def _cued(words: Words, speakers: Speakers, clause: Clause, cues: Sequence[CueAt]) -> list[ReadAttribution]:
    found: list[ReadAttribution] = []
    previous = -9
    for first, last, effect_first in cues:
        if first <= previous:
            continue
        near, previous = first - previous <= 4, last
        if near or denied(words, clause, first) or words.low[first - 1 : first] == ["of"]:
            continue
        if is_none(speakers.scene, clause, CueAt(first, last, effect_first)):
            continue
        start = _played(words, clause, first, last) if words.low[first] == "role" else first
        if start is None:
            continue
        cause, effect = sides(words, clause, start, last, effect_first)
        if words.low[start] in _PLAYS and "role" in words.low[cause[0] : cause[1]]:
            cause = words.low.index("role", cause[0]) + 1, cause[1]
        claimant = speakers.of(first)
        if words.low[first] == "because" and not _telling(words, claimant, clause, cause, effect):
            continue
        found.extend(stated(words, claimant, cause, effect, clause.start, clause.end))
    return found


def _played(words: Words, clause: Clause, role: int, last: int) -> int | None:
    """Where `plays a role in doing` begins; None where it is to be played, or is no role in doing a thing."""
    played = next(
        (j for j in range(role - 1, max(clause.start, role - 6), -1) if words.low[j] in _PLAYS), None
    )
    doing = last + 1 < clause.end and words.low[last + 1].endswith("ing")
    return played if played and doing and words.low[played - 1] != "to" else None


def _telling(words: Words, claimant: str, clause: Clause, *sides: tuple[int, int]) -> bool:
    """Whether `because`, which may link anything, tells of a cause.

    Someone says so, it is all that the sentence says, or a side names someone, something or a number.
    """
    inside = [i for first, last in sides for i in range(first, last + 1)]
    if any(
        words.low[i] in _ANYONE or (words.low[i] == "one" and words.tag[i + 1 : i + 2] in (["X"], ["V"]))
        for i in inside
    ):
        return False
    if words.shown[clause.end - 1] == "?":
        return False
    whole = sides[-1][0] == clause.start
    return whole or claimant != ARTICLE or any(words.tag[i] in "UN" for i in inside)
