"""Policy measures, each with all its mentions.

1. Every name that the gazetteer knows as an initiative's is one, and so is a phrase that has the words of
   one registered name (measure_words.py); then come the phrases of `initiative_phrases.py`.
2. What someone intends to reach, with a number in it (`raise exports to $5 billion by 2026`), is a target.
3. Further mentions of one measure are put together (found_measures.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from policygraph.reader.found_measures import Found, FoundMeasures
from policygraph.reader.gazetteer import Gazetteer, Known
from policygraph.reader.initiative_phrases import Candidate, candidates, places_of, registered
from policygraph.reader.known_measures import described, heads_of
from policygraph.reader.lexicon import groups
from policygraph.reader.reading import ReadInitiative
from policygraph.reader.scene import Item, Scene
from policygraph.reader.targets import intents_of, targets_in
from policygraph.reader.words import Clause, Words

__all__ = ["read_initiatives"]


def read_initiatives(
    words: Words,
    scene: Scene,
    known: Sequence[Known] = (),
    registry: Gazetteer | None = None,
    title: Sequence[Known] = (),
) -> tuple[ReadInitiative, ...]:
    """The measures of a text in its order, with every mention, the longest first."""
    return tuple(_as_read(words, found) for found in find_initiatives(words, scene, known, registry, title))


def find_initiatives(
    words: Words,
    scene: Scene,
    known: Sequence[Known] = (),
    registry: Gazetteer | None = None,
    title: Sequence[Known] = (),
) -> list[Found]:
    """The measures of a text, and their occurrences added to the scene."""
    in_registry = {candidate.first: candidate for hit in known if (candidate := registered(words, hit))}
    held = {
        i for item in scene.items if item.kind in {"person", "body"} for i in range(item.first, item.last + 1)
    }
    places, intents = places_of(words), words.among(intents_of())
    heads = heads_of(words, registry) if registry else []
    found = FoundMeasures(words)
    for clause in words.clauses:
        taken: set[int] = set()
        for candidate in _registered_in(words, clause, in_registry, heads, registry):
            met = candidate.sure or found.has(candidate.entry)
            if met and taken.isdisjoint(range(candidate.first, candidate.full + 1)):
                found.add(candidate)
                taken.update(range(candidate.first, candidate.full + 1))
        found.add_heads(clause, taken, held)
        for candidate in candidates(words, clause, words.within(clause, places), held):
            if not taken & {candidate.first, candidate.last}:
                found.add(candidate)
                taken.update(range(candidate.first, candidate.full + 1))
        for first, last in targets_in(words, clause, words.within(clause, intents)):
            if not taken & set(range(first, last + 1)):
                found.all.append(Found("target", set(), [(first, last)], [(first, last)]))
    found.finish(title)
    _mentioned(scene, found.all)
    return found.all


def _registered_in(
    words: Words,
    clause: Clause,
    named: Mapping[int, Candidate],
    heads: list[int],
    registry: Gazetteer | None,
) -> Iterator[Candidate]:
    """The registered measures of a sentence: those named, then those described."""
    for place in range(clause.start, clause.end) if named else ():
        if place in named and named[place].last < clause.end:
            yield named[place]
    if registry:
        yield from described(words, clause, words.within(clause, heads), registry)


def _mentioned(scene: Scene, found: Sequence[Found]) -> None:
    words = scene.words
    measures: list[Item] = []
    for one in found:
        name, said = _name(words, one), one.kind if one.heads else "goal"
        measures += [Item(first, last, "measure", name, said) for first, last in one.fulls]
    scene.add(measures)


def _name(words: Words, one: Found) -> str:
    return max(
        (words.quote(first, last) for first, last in one.cores),
        key=lambda said: (not said.isupper(), len(said.split()), len(said)),
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
