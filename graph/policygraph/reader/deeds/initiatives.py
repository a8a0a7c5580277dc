"""Policy measures, each with all its mentions.

1. Every name that the gazetteer knows as an initiative's is one, and so is a phrase that has the words of
   one registered name (measure_words.py); then come the phrases of `initiative_phrases.py`.
2. What someone intends to reach, with a number in it (`raise exports to $5 billion by 2026`), is a target.
3. Further mentions of one measure are put together (found_measures.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from policygraph.lexicon import groups
from policygraph.reader.deeds.found import Found
from policygraph.reader.deeds.found_measures import FoundMeasures
from policygraph.reader.deeds.granted import granted_in
from policygraph.reader.deeds.initiative_phrases import candidates
from policygraph.reader.deeds.known_measures import described, heads_of
from policygraph.reader.deeds.launched_names import names_in
from policygraph.reader.deeds.measure_heads import Candidate, registered
from policygraph.reader.deeds.scene import ACTORS, UNNAMED_BY_KIND, Item, Scene
from policygraph.reader.deeds.told import Told
from policygraph.reader.deeds.told_beside import after_names
from policygraph.reader.deeds.told_clauses import due_in, told_clauses
from policygraph.reader.figures.targets import targets_in
from policygraph.reader.names.entries import Known
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.reading import ReadInitiative
from policygraph.reader.text.words import Clause, Words

__all__ = ["read_initiatives"]

_NAMED = frozenset({"person", "body"})
_Unnamed = tuple[
    str, Mapping[int, list[int]], Callable[[Words, Clause, list[int]], Iterator[tuple[int, int]]]
]
"""Measures without a noun: their kind, words that tell of one by sentence, how they are read from those."""


def read_initiatives(
    words: Words,
    scene: Scene,
    told: Told,
    known: Sequence[Known] = (),
    registry: Gazetteer | None = None,
    title: Sequence[Known] = (),
) -> tuple[ReadInitiative, ...]:
    """The measures of a text in its order, with every mention, the longest first.

    Their occurrences are added to the scene.
    """
    found = _found(words, scene, told, known, registry)
    found.finish(title)
    _mentioned(scene, found.all)
    return tuple(_as_read(words, one) for one in found.all)


def _found(
    words: Words, scene: Scene, told: Told, known: Sequence[Known], registry: Gazetteer | None
) -> FoundMeasures:
    """The measures of a text, sentence by sentence, in those that may hold one."""
    named = {candidate.first: candidate for hit in known if (candidate := registered(words, hit))}
    names = told.by_clause(sorted(named))
    heads = told.by_clause(heads_of(words, registry) if registry else ())
    named_so = after_names(words, told.on("heads", "V"))
    names_after = names_in(words, [*told.on("launches"), *told.on("presents", "V")])
    places = told.by_clause(sorted({*told.on("heads", "wU"), *named_so, *names_after}))
    unnamed: list[_Unnamed] = [
        ("target", told.by_clause(told.on("intents")), targets_in),
        ("policy", told.by_clause(due_in(words, told.on("deeds", "V"))), told_clauses),
        ("incentive", told.by_clause(told.on("grants")), granted_in),
    ]
    held = {i for item in scene.items if item.kind in _NAMED for i in range(item.first, item.last + 1)}
    doers = sorted(item.last for item in scene.items if item.kind in ACTORS)
    found = FoundMeasures(words)
    for number in sorted(set().union(names, heads, places, *(cues for _, cues, _ in unnamed))):
        clause = words.clauses[number]
        taken: set[int] = set()
        if number in names or number in heads:
            in_registry = [one for at in names.get(number, ()) if (one := named[at]).last < clause.end]
            if registry and number in heads:
                in_registry += described(words, clause, heads[number], registry)
            _add_registered(found, in_registry, taken)
            found.add_heads(clause, heads.get(number, ()), taken, held)
        if number in places:
            for candidate in candidates(words, clause, places[number], held, doers):
                if candidate.first not in taken and candidate.last not in taken:
                    found.add(candidate)
                    taken.update(range(candidate.first, candidate.full + 1))
        for kind, cues, reading in unnamed:
            if number in cues:
                _add_unnamed(found, kind, reading(words, clause, cues[number]), taken)
    return found


def _add_unnamed(found: FoundMeasures, kind: str, told: Iterable[tuple[int, int]], taken: set[int]) -> None:
    """Add the measures of a sentence that are told by their first and last words alone."""
    for first, last in told:
        if taken.isdisjoint(range(first, last + 1)):
            found.all.append(Found(kind, set(), [(first, last)], [(first, last)]))


def _add_registered(found: FoundMeasures, candidates: Sequence[Candidate], taken: set[int]) -> None:
    """Add the registered measures of a sentence that share no word; `taken` is told their words."""
    for candidate in candidates:
        inside = range(candidate.first, candidate.full + 1)
        if (candidate.sure or found.has(candidate.entry)) and taken.isdisjoint(inside):
            found.add(candidate)
            taken.update(inside)


def _mentioned(scene: Scene, found: Sequence[Found]) -> None:
    words = scene.words
    measures: list[Item] = []
    for one in found:
        name, said = one.name(words), one.kind if one.heads else UNNAMED_BY_KIND[one.kind]
        measures += [Item(first, last, "measure", name, said) for first, last in one.fulls]
    if measures:
        scene.add(measures)


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
    padded, (firsts, clues) = f" {said} ", _clues()
    if firsts.isdisjoint(said.split(" ")):
        return ()
    return tuple(code for code, told in clues if any(clue in padded for clue in told))


@cache
def _clues() -> tuple[frozenset[str], tuple[tuple[str, tuple[str, ...]], ...]]:
    """The first words of all clues, and each target group with the words that tell of it, between blanks."""
    groups_told = groups("initiatives", "target_groups")
    firsts = frozenset(clue.split()[0] for clues in groups_told.values() for clue in clues)
    told = ((code, tuple(f" {clue} " for clue in clues)) for code, clues in groups_told.items())
    return firsts, tuple(told)
