"""Who credits what to what: `attributed the rise to reforms`, `the credit goes to the board`.

1. A verb of crediting has a claimant before it, and its two sides after it, parted by its own preposition,
   the nearest that it takes; with a particle it is another verb (`tied up with`).
2. Where the preposition is right after it, what `which` before the claimant tells of is the one side (`a
   delay which the board blames on floods`).
3. After a comma its participle tells who credits as well (`, attributing it to lower taxes`), for the verbs
   that have no other sense; `it` or `this` is then what was told before.
4. Credit that goes to someone has the effect that follows `for`, or else that of the attribution just
   before.
5. Money is credited to an account too: that is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.lexicon import phrases, section
from policygraph.reader.deeds.cause_sides import denied, right_end, stated, trimmed
from policygraph.reader.deeds.claimants import Speakers
from policygraph.reader.deeds.left_sides import LEFT, left_side, named_before
from policygraph.reader.reading import ReadAttribution
from policygraph.reader.text.money_signs import money_marks
from policygraph.reader.text.small_words import BE
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.words import Clause, Words

__all__ = ["CREDIT", "claims", "credited", "shared"]

CREDIT = "credit"

_NEAR = 150
"""Characters after an attribution within which its effect is still spoken of."""
_FAR = 12
"""Words from `which` to the verb."""
_NONE = -1, -1
_AGAIN = (["it"], ["this"], ["that"])
_PARTICLES = frozenset({"up", "in"})
_GOES = frozenset({"goes", "go", "went", "belongs", "belong"})


def credited(words: Words, speakers: Speakers, clause: Clause, told: Sequence[int]) -> list[ReadAttribution]:
    """The attributions that verbs of crediting tell in a sentence; they are among its words `told`."""
    known = claims()
    found: list[ReadAttribution] = []
    for i in told:
        if not clause.start < i < clause.end - 2 or words.tag[i] != "V" or words.low[i] not in known:
            continue
        if _passive(words, i) or (words.low[i].endswith("ing") and not _beside(words, i)):
            continue
        if (parted := _parted(words, clause, i, known[words.low[i]])) and not denied(words, clause, i):
            at, size, effect_first = parted
            one = (i + 1, at - size) if at - size > i else _told_of(words, clause, i)
            if words.low[one[0] : one[1] + 1] in _AGAIN and words.shown[i - 1] == ",":
                one = left_side(words, clause, i)
            for other in _parts(words, (at + 1, right_end(words, clause, at + 1)), words.low[at]):
                sides = (other, one) if effect_first else (one, other)
                found.extend(stated(words, speakers.of(i), *sides, clause.start, clause.end))
            break
    return found


def shared(
    words: Words,
    speakers: Speakers,
    clause: Clause,
    told: Sequence[int],
    before: Sequence[ReadAttribution],
) -> list[ReadAttribution]:
    """`The credit for it goes to`: the effect is what follows `for`, else that of the attribution before."""
    low = words.low
    credit = next((i for i in told if low[i] == CREDIT and words.tag[i] != "V"), None)
    if credit is None or denied(words, clause, credit):
        return []
    goes = next((i for i in range(credit + 1, min(clause.end - 2, credit + LEFT)) if low[i] in _GOES), None)
    if goes is None or low[goes + 1] != "to":
        return []
    found: list[ReadAttribution] = []
    for cause in _parts(words, (goes + 2, right_end(words, clause, goes + 2, brackets=True)), "to"):
        if low[credit + 1] == "for":
            found.extend(
                stated(words, speakers.of(goes), cause, (credit + 2, goes - 1), clause.start, clause.end)
            )
        elif before and words.start[clause.start] - before[0].span[1] < _NEAR:
            first, last = trimmed(words, cause)
            if first <= last:
                last += "(" in words.shown[first:last] and words.shown[last + 1 : last + 2] == [")"]
                span = (words.start[credit], words.end(last))
                found.append(
                    ReadAttribution(span, before[0].claimant, words.quote(first, last), before[0].effect)
                )
    return found


def _parted(
    words: Words, clause: Clause, verb: int, options: Sequence[tuple[tuple[str, ...], bool]]
) -> tuple[int, int, bool] | None:
    """Where the verb's own preposition ends, its size, and whether the effect comes first; the nearest."""
    if words.low[verb + 1] in _PARTICLES:
        return None
    for at in range(verb + 1, min(clause.end - 1, verb + LEFT)):
        for preposition, effect_first in options:
            if preposition == ("to",) and not _may_give(words, verb):
                continue
            size = len(preposition)
            if tuple(words.low[at - size + 1 : at + 1]) != preposition or at - size < verb:
                continue
            if at - size > verb or _told_of(words, clause, verb)[0] >= clause.start:
                return at, size, effect_first
    return None


def _told_of(words: Words, clause: Clause, verb: int) -> tuple[int, int]:
    """First and last word of what `which` and a claimant tell of before a verb; (-1, -1) for none."""
    which = next(
        (i for i in range(verb - 2, max(clause.start, verb - _FAR), -1) if words.low[i] == "which"), None
    )
    if which is None or {"w", "U", "R"}.isdisjoint(words.tag[which + 1 : verb]):
        return _NONE
    if words.shown[which - 1] == ",":
        return left_side(words, clause, which)
    return named_before(words, clause, which - 1), which - 1


def _beside(words: Words, i: int) -> bool:
    """Whether a participle of crediting tells who credits (rule 3)."""
    return (
        words.shown[i - 1] == ","
        and verb_forms(phrases("causes", "claims_beside")).get(words.low[i]) is not None
    )


def _may_give(words: Words, verb: int) -> bool:
    """Money is credited to an account too, and credits are bought: only what was credited, and is no sum."""
    if not words.low[verb].startswith("credit"):
        return True
    sums = any(
        words.tag[j] == "N" or words.shown[j] in money_marks()
        for j in range(verb + 1, min(verb + 4, len(words.tag)))
    )
    return words.low[verb] == "credited" and not sums


def _parts(words: Words, run: tuple[int, int], preposition: str) -> Iterator[tuple[int, int]]:
    """What follows the preposition, and what follows it again after `and`."""
    first = run[0]
    for i in range(run[0], run[1]):
        if words.low[i] == "and" and words.low[i + 1] == preposition:
            yield first, i - 1
            first = i + 2
    yield first, run[1]


def _passive(words: Words, i: int) -> bool:
    return words.tag[i - 1] == "X" and words.low[i - 1] in BE


@cache
def claims() -> dict[str, list[tuple[tuple[str, ...], bool]]]:
    """Forms of the verbs of crediting, each with its prepositions, and whether the effect comes first."""
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for name, pairs in section("causes", "claims").items():
        for verb, preposition in pairs:
            for form in verb_forms([verb]):
                found.setdefault(form, []).append((tuple(preposition.split()), name == "effect_first"))
    return found
