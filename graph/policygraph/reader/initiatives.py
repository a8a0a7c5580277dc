"""Policy measures, each with all its mentions.

1. Every name that the gazetteer knows as an initiative's is one; then come the phrases of
   `initiative_phrases.py`.
2. What someone intends to reach, with a number in it (`raise exports to $5 billion by 2026`), is a target.
3. A phrase with the same head is a further mention of a measure where the words of one all occur in the
   other, or differ by an acronym and what it stands for; so is a bare head after a determiner (`the
   policy`) of the measure last named with it, and an acronym in brackets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from policygraph.reader.gazetteer import Known
from policygraph.reader.initiative_phrases import Candidate, candidates, places_of, registered, tells
from policygraph.reader.lexicon import groups
from policygraph.reader.reading import ReadInitiative
from policygraph.reader.scene import Item, Scene
from policygraph.reader.targets import intents_of, targets_in
from policygraph.reader.words import Words

__all__ = ["read_initiatives"]

_IN_MIND = 200
"""Measures back to which a shorter mention may reach."""


@dataclass(slots=True)
class Found:
    """A measure: its occurrences as (first, last) words of the core and of the full phrase."""

    kind: str
    head: str
    cores: list[tuple[int, int]]
    fulls: list[tuple[int, int]]
    acronym: str = ""
    entity: str | None = None
    why: str = ""
    content: set[str] = field(default_factory=set)


def read_initiatives(words: Words, scene: Scene, known: Sequence[Known] = ()) -> tuple[ReadInitiative, ...]:
    """The measures of a text in its order, with every mention, the longest first."""
    return tuple(_as_read(words, found) for found in find_initiatives(words, scene, known))


def find_initiatives(words: Words, scene: Scene, known: Sequence[Known] = ()) -> list[Found]:
    """The measures of a text, and their occurrences added to the scene."""
    in_registry = {candidate.first: candidate for hit in known if (candidate := registered(words, hit))}
    held = {
        i for item in scene.items if item.kind in {"person", "body"} for i in range(item.first, item.last + 1)
    }
    found: list[Found] = []
    places, intents = places_of(words), words.among(intents_of())
    for clause in words.clauses:
        taken: set[int] = set()
        for place in range(clause.start, clause.end) if in_registry else ():
            if place in in_registry and in_registry[place].last < clause.end:
                _placed(words, found, in_registry[place])
                taken.update(range(place, in_registry[place].last + 1))
        for candidate in candidates(words, clause, words.within(clause, places), held):
            if not taken & {candidate.first, candidate.last}:
                _placed(words, found, candidate)
                taken.update(range(candidate.first, candidate.full + 1))
        for first, last in targets_in(words, clause, words.within(clause, intents)):
            if not taken & set(range(first, last + 1)):
                found.append(Found("target", "", [(first, last)], [(first, last)]))
    _mentioned(scene, found)
    return found


def _placed(words: Words, found: list[Found], candidate: Candidate) -> None:
    """Add the candidate to a measure that it mentions again (rule 7), or as a new one."""
    content = {
        words.low[i].rstrip("s") for i in range(candidate.first, candidate.last + 1) if tells(words, i)
    }
    head = candidate.head.words[-1].rstrip("s")
    for known in found[: -_IN_MIND - 1 : -1]:
        if candidate.entry and known.entity == candidate.entry.iri:
            known.cores.append((candidate.first, candidate.last))
            known.fulls.append((candidate.first, candidate.full))
            return
        if candidate.entry:
            continue
        same = known.head == head and (
            (candidate.bare and not content - known.content)
            or content <= known.content
            or known.content <= content
        )
        same = same or (known.head == head and _initials(content, known.content))
        if same or (known.acronym and known.acronym.lower() in content and len(content) <= 2):
            known.cores.append((candidate.first, candidate.last))
            known.fulls.append((candidate.first, candidate.full))
            if not candidate.bare:
                known.content |= content
            return
    if not candidate.bare:
        one = Found(
            candidate.head.kind,
            head,
            [(candidate.first, candidate.last)],
            [(candidate.first, candidate.full)],
        )
        one.content = content
        if candidate.entry:
            one.entity = candidate.entry.iri
            one.why = f"“{words.quote(candidate.first, candidate.last)}” is a registered name."
        one.acronym = _acronym_after(words, candidate.last)
        found.append(one)


def _initials(one: set[str], other: set[str]) -> bool:
    """Whether the words that differ are an acronym on one side and begin with its letters on the other."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    letters = [word for word in short - long if len(word) <= 4]
    return (
        len(letters) == 1
        and len(short - long) == 1
        and sum(word[0] in letters[0] for word in long - short) >= len(letters[0])
    )


def _acronym_after(words: Words, last: int) -> str:
    if last + 3 < len(words.low) and words.shown[last + 1] == "(" and words.shown[last + 3] == ")":
        short = words.shown[last + 2]
        return short if len(short) > 1 and short[:2].isupper() else ""
    return ""


def _mentioned(scene: Scene, found: Sequence[Found]) -> None:
    words = scene.words
    measures: list[Item] = []
    for one in found:
        name, said = _name(words, one), one.kind if one.head else "goal"
        measures += [Item(first, last, "measure", name, said) for first, last in one.fulls]
    scene.add(measures)


def _name(words: Words, one: Found) -> str:
    return max(
        (words.quote(first, last) for first, last in one.cores),
        key=lambda said: (len(said.split()), len(said)),
    )


def _as_read(words: Words, one: Found) -> ReadInitiative:
    said = [words.quote(*span) for span in (*one.fulls, *one.cores)]
    mentions = sorted(
        dict.fromkeys([*said, *([one.acronym] if one.acronym else [])]), key=lambda text: -len(text)
    )
    first, last = one.fulls[0]
    span = (words.start[first], words.end(last))
    return ReadInitiative(
        span, tuple(mentions), one.kind, _targets(" ".join(mentions).lower()), one.entity, one.why
    )


def _targets(said: str) -> tuple[str, ...]:
    padded = f" {said} "
    return tuple(code for code, clues in _clues() if any(clue in padded for clue in clues))


@cache
def _clues() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each target group with the words that tell of it, between blanks."""
    told = groups("initiatives", "target_groups").items()
    return tuple((code, tuple(f" {clue} " for clue in clues)) for code, clues in told)
