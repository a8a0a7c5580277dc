"""Who says that one thing led to another.

1. A verb of crediting (`attributed the rise to reforms`, `credited reforms with the rise`) has a claimant
   before it, and its two sides after it, parted by its own preposition.
2. Words such as `due to`, `thanks to`, `on the back of` have the effect before them and the cause after
   them; at the start of a sentence the cause follows and, after the comma, the effect.
3. Words such as `led to`, `fuelled`, `resulted in` have the cause before them and the effect after them;
   before `which` the cause is what `which` stands for.
4. A side reaches to a mark, or to the word of saying that brings the sentence in; it is left out where it
   is empty.
5. A denial or a condition before the words (`not due to`, `if`) makes it none.
6. The claimant is who says it in the same sentence (`said`, `according to`), in the article's words where
   it is no one known, or whoever spoke the quotation; else the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from policygraph.reader.claimants import Speakers, says_at
from policygraph.reader.lexicon import phrases, section
from policygraph.reader.reading import ReadAttribution
from policygraph.reader.scene import Scene
from policygraph.reader.verb_forms import verb_forms
from policygraph.reader.words import Clause, Words

__all__ = ["read_attributions"]

_LEFT, _RIGHT = 22, 18
"""Words that a side may have."""
_EDGE = frozenset(';:()\u201c\u201d"\u2014')


def read_attributions(words: Words, scene: Scene) -> tuple[ReadAttribution, ...]:
    """The attributions of a text in its order."""
    found: list[ReadAttribution] = []
    speakers = Speakers(scene)
    verbs, links = [i for i in words.among(_claims()) if words.tag[i] == "V"], words.among(_cues())
    for number, clause in enumerate(words.clauses):
        inside, linking = words.within(clause, verbs), words.within(clause, links)
        if inside or linking:
            speakers.enter(number)
            found.extend(
                _credited(words, speakers, clause, inside) or _cued(words, speakers, clause, linking)
            )
    return tuple(found)


def _credited(
    words: Words, speakers: Speakers, clause: Clause, verbs: Sequence[int]
) -> list[ReadAttribution]:
    claims = _claims()
    found: list[ReadAttribution] = []
    for i in verbs:
        if not clause.start < i < clause.end - 2 or _passive(words, i) or words.low[i].endswith("ing"):
            continue
        for preposition, effect_first in claims[words.low[i]]:
            at = next(
                (j for j in range(i + 2, min(clause.end - 1, i + _LEFT)) if words.low[j] == preposition), None
            )
            if at is None or _denied(words, clause, i):
                continue
            one, rest = (i + 1, at - 1), (at + 1, _right_end(words, clause, at + 1))
            for other in _parts(words, rest, preposition):
                sides = (other, one) if effect_first else (one, other)
                found.extend(_stated(words, speakers.of(i), *sides, clause.start, clause.end))
            break
    return found


def _parts(words: Words, run: tuple[int, int], preposition: str) -> Iterator[tuple[int, int]]:
    """What follows the preposition, and what follows it again after `and`."""
    first = run[0]
    for i in range(run[0], run[1]):
        if words.low[i] == "and" and words.low[i + 1] == preposition:
            yield first, i - 1
            first = i + 2
    yield first, run[1]


def _passive(words: Words, i: int) -> bool:
    return words.tag[i - 1] == "X" and words.low[i - 1] in {"is", "are", "was", "were", "be", "been", "being"}


def _cued(words: Words, speakers: Speakers, clause: Clause, links: Sequence[int]) -> list[ReadAttribution]:
    found: list[ReadAttribution] = []
    previous = -9
    for first, last, effect_first in _cues_in(words, links):
        near, previous = first - previous <= 4, last
        if near or _denied(words, clause, first) or words.low[first - 1 : first] == ["of"]:
            continue
        cause, effect = _sides(words, clause, first, last, effect_first)
        if words.low[first] == "because" and not _telling(speakers.scene, cause, effect):
            continue
        found.extend(_stated(words, speakers.of(first), cause, effect, clause.start, clause.end))
    return found


def _sides(
    words: Words, clause: Clause, first: int, last: int, effect_first: bool
) -> tuple[tuple[int, int], tuple[int, int]]:
    right = (last + 1, _right_end(words, clause, last + 1))
    if effect_first and last + 1 < clause.end and words.low[last + 1] == "which":
        return _left(words, clause, first), (last + 2, _right_end(words, clause, last + 2))
    if effect_first and first - clause.start <= 2:
        after = right[1] + 2
        while after < clause.end and (says_at(words, clause, after) or words.low[after] in {",", "that"}):
            after += 1
        return right, (after, _right_end(words, clause, after))
    left = _left(words, clause, first)
    return (right, left) if effect_first else (left, right)


def _left(words: Words, clause: Clause, first: int) -> tuple[int, int]:
    last = first - 1
    while last > clause.start and (words.tag[last] in "XAC." or words.low[last] == "to"):
        last -= 1
    start = last
    while start > clause.start and last - start < _LEFT:
        before = words.low[start - 1]
        if (
            words.shown[start - 1] in _EDGE and not (words.tag[last] == "." or _closed(words, start, last))
        ) or before in {"that", "said", "but", "while"}:
            break
        if words.shown[start - 1] == "," and last - start >= 3 and words.tag[start] != "C":
            break
        start -= 1
    return start, last


def _closed(words: Words, start: int, last: int) -> bool:
    """Whether what a quotation mark opens is closed again before the words."""
    return any(words.shown[i] in '\u201d")' for i in range(start, last + 2))


def _right_end(words: Words, clause: Clause, first: int) -> int:
    last = first - 1
    for i in range(first, min(clause.end, first + _RIGHT)):
        shown = words.shown[i]
        if shown in _EDGE and i == first:
            last = i
            continue
        if (
            shown in _EDGE
            or shown in ",.!?"
            or (i > first + 1 and words.low[i] in {"but", "while", "although", "which"})
        ):
            break
        last = i
    return last


def _stated(
    words: Words, claimant: str, cause: tuple[int, int], effect: tuple[int, int], first: int, end: int
) -> Iterator[ReadAttribution]:
    if (
        cause[0] > cause[1]
        or effect[0] > effect[1]
        or max(cause[1], effect[1]) >= end
        or min(cause[0], effect[0]) < first
    ):
        return
    cause, effect = _trimmed(words, cause), _trimmed(words, effect)
    if cause[0] > cause[1] or effect[0] > effect[1]:
        return
    start, last = min(cause[0], effect[0]), max(cause[1], effect[1])
    span = (words.start[start], words.end(last))
    yield ReadAttribution(span, claimant, words.quote(*cause), words.quote(*effect))


def _trimmed(words: Words, side: tuple[int, int]) -> tuple[int, int]:
    first, last = side
    while first <= last and (words.tag[first] in ".C" and words.shown[first] not in "$£€₹"):
        first += 1
    while first <= last and words.tag[last] in ".C" and words.shown[last] != "%":
        last -= 1
    return first, last


def _telling(scene: Scene, *sides: tuple[int, int]) -> bool:
    """Whether a side names someone, something or a number: `because` may link anything."""
    words = scene.words
    if any(words.low[i] in {"i", "i'm", "you"} for first, last in sides for i in range(first, last + 1)):
        return False
    inside = [i for first, last in sides for i in range(first, last + 1)]
    return any(words.tag[i] in "UN" for i in inside)


def _denied(words: Words, clause: Clause, first: int) -> bool:
    return not _not_if().isdisjoint(words.low[max(clause.start, first - 3) : first])


def _cues_in(words: Words, links: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
    """First and last word of each run of words that links cause and effect, the longest at each place."""
    cues, low, end = _cues(), words.low, 0
    for i in links:
        for cue, effect_first in cues[low[i]] if i >= end else ():
            if (len(cue) == 1 or low[i : i + len(cue)] == cue) and words.tag[i] != "U":
                end = i + len(cue)
                yield i, end - 1, effect_first
                break


@cache
def _cues() -> dict[str, Sequence[tuple[list[str], bool]]]:
    found: dict[str, list[tuple[list[str], bool]]] = {}
    for name, effect_first in (("effect_first", True), ("cause_first", False)):
        for cue in phrases("causes", name):
            split = cue.split()
            found.setdefault(split[0], []).append((split, effect_first))
    return {word: sorted(cues, key=lambda cue: -len(cue[0])) for word, cues in found.items()}


@cache
def _claims() -> dict[str, list[tuple[str, bool]]]:
    found: dict[str, list[tuple[str, bool]]] = {}
    for name, pairs in section("causes", "claims").items():
        for verb, preposition in pairs:
            for form in verb_forms([verb]):
                found.setdefault(form, []).append((preposition.split()[-1], name == "effect_first"))
    return found


@cache
def _not_if() -> frozenset[str]:
    return frozenset(phrases("causes", "not_if"))
