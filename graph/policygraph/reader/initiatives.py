"""Policy measures, each with all its mentions.

1. Every name that the gazetteer knows as an initiative's is one, and so is a phrase that has the words of
   one registered name (measure_words.py); then come the phrases of `initiative_phrases.py`.
2. What someone intends to reach, with a number in it (`raise exports to $5 billion by 2026`), is a target.
3. A phrase with the same head is a further mention of a measure where the words of one all occur in the
   other, or differ by an acronym and what it stands for; so is a bare head after a determiner (`the
   policy`) of the measure last named with it, an acronym in brackets, and what it is known as (`a scheme,
   known as Clean Rivers`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policygraph.reader.gazetteer import Gazetteer, Known
from policygraph.reader.initiative_phrases import Candidate, candidates, is_head, registered, tells
from policygraph.reader.known_measures import described, known_as_after
from policygraph.reader.lexicon import groups
from policygraph.reader.reading import ReadInitiative
from policygraph.reader.scene import Item, Scene
from policygraph.reader.targets import targets_in
from policygraph.reader.words import Words

__all__ = ["read_initiatives"]

_IN_MIND = 200
"""Measures back to which a shorter mention may reach."""


@dataclass(slots=True)
class Found:
    """A measure: its occurrences as (first, last) words of the core and of the full phrase."""

    kind: str
    heads: set[str]
    cores: list[tuple[int, int]]
    fulls: list[tuple[int, int]]
    acronym: str = ""
    entity: str | None = None
    why: str = ""
    content: set[str] = field(default_factory=set)


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
    found: list[Found] = []
    waiting: list[Candidate] = []
    by_head: dict[str, Found] = {}
    for clause in words.clauses:
        taken: set[int] = set()
        for place in range(clause.start, clause.end) if in_registry else ():
            if place in in_registry and in_registry[place].last < clause.end:
                _placed(words, found, in_registry[place])
                taken.update(range(place, in_registry[place].last + 1))
        for candidate in described(words, clause, registry) if registry else ():
            if taken.isdisjoint(range(candidate.first, candidate.full + 1)):
                _placed(words, found, candidate)
                taken.update(range(candidate.first, candidate.full + 1))
                if not is_head(words.low[candidate.last]):
                    by_head[words.low[candidate.last]] = found[-1]
        for i in range(clause.start + 1, clause.end) if by_head else ():
            if words.low[i] in by_head and words.low[i - 1] == "the" and i not in taken | held:
                by_head[words.low[i]].fulls.append((i, i))
                by_head[words.low[i]].cores.append((i, i))
                taken.add(i)
        for candidate in candidates(words, clause, held):
            if not taken & {candidate.first, candidate.last}:
                if candidate.last + 2 in taken and (whole := _made_of(words, found, candidate)):
                    whole.cores.append((candidate.first, candidate.last))
                    whole.fulls.append((candidate.first, candidate.last))
                    whole.heads.add(candidate.head.words[-1].rstrip("s"))
                elif not _placed(words, found, candidate):
                    waiting.append(candidate)
                taken.update(range(candidate.first, candidate.full + 1))
        for first, last in targets_in(words, clause):
            if not taken & set(range(first, last + 1)):
                found.append(Found("target", set(), [(first, last)], [(first, last)]))
    _named_later(found, waiting)
    _titled(words, found, title)
    _mentioned(scene, found)
    return found


def _made_of(words: Words, found: Sequence[Found], candidate: Candidate) -> Found | None:
    """The registered measure that a bare head is made of (`a programme of` and its name)."""
    if words.low[candidate.last + 1] != "of" or any(
        tells(words, i) for i in range(candidate.first, candidate.last)
    ):
        return None
    return next((one for one in found if one.entity and _starts_at(one, candidate.last + 2)), None)


def _starts_at(one: Found, place: int) -> bool:
    return any(first == place for first, _ in one.cores)


def _named_later(found: Sequence[Found], waiting: Sequence[Candidate]) -> None:
    """A bare head before the one measure of the text that goes by it is a mention of it too."""
    for candidate in waiting:
        head = candidate.head.words[-1].rstrip("s")
        later = [one for one in found if head in one.heads]
        if len(later) == 1 and candidate.head.strong and candidate.first == candidate.last:
            later[0].cores.append((candidate.first, candidate.last))
            later[0].fulls.append((candidate.first, candidate.full))


def _titled(words: Words, found: Sequence[Found], title: Sequence[Known]) -> None:
    """A measure that the text never names is the one registered one of the title that goes by its head."""
    for hit in title:
        ends = {word.rstrip("s") for word in hit.entry.names[0].lower().split()}
        bare = [one for one in found if not one.entity and one.heads <= ends and _is_bare(words, one)]
        if hit.entry.kind == "initiative" and len(bare) == 1:
            bare[0].entity = hit.entry.iri
            bare[0].why = f"the title names the registered “{hit.entry.names[0]}”, and the text none like it."


def _is_bare(words: Words, one: Found) -> bool:
    return bool(one.heads) and not any(tells(words, i) for first, last in one.cores for i in range(first, last))


def _placed(words: Words, found: list[Found], candidate: Candidate) -> bool:
    """Add the candidate to a measure that it mentions again (rule 3), or as a new one; False where neither."""
    content = {
        words.low[i].rstrip("s") for i in range(candidate.first, candidate.last + 1) if tells(words, i)
    }
    head = candidate.head.words[-1].rstrip("s")
    for known in found[: -_IN_MIND - 1 : -1]:
        if candidate.entry and known.entity == candidate.entry.iri:
            known.cores.append((candidate.first, candidate.last))
            known.fulls.append((candidate.first, candidate.full))
            return True
        if candidate.entry or (candidate.counted and not known.entity):
            continue
        same = head in known.heads and (
            (candidate.bare and not content - known.content)
            or content <= known.content
            or known.content <= content
        )
        same = same or (head in known.heads and _initials(content, known.content))
        if same or (known.acronym and known.acronym.lower() in content and len(content) <= 2):
            known.cores.append((candidate.first, candidate.last))
            known.fulls.append((candidate.first, candidate.full))
            if not candidate.bare:
                known.content |= content
            return True
    if not candidate.bare:
        one = Found(
            candidate.head.kind,
            {head},
            [(candidate.first, candidate.last)],
            [(candidate.first, candidate.full)],
        )
        one.content = content
        if candidate.entry:
            one.entity = candidate.entry.iri
            said = words.quote(candidate.first, candidate.full)
            one.why = f"“{said}” is a registered name."
            if candidate.described:
                main = candidate.entry.names[0]
                one.why = f"“{said}” has words of the registered “{main}” and of no other measure's name."
        if also := known_as_after(words, candidate.goes_by or candidate.full):
            one.cores.append(also)
        one.acronym = _acronym_after(words, candidate.last)
        found.append(one)
    return not candidate.bare


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
    for one in found:
        name = _name(words, one)
        scene.items.extend(
            Item(first, last, "measure", name, one.kind if one.heads else "goal") for first, last in one.fulls
        )
    scene.items.sort(key=lambda item: (item.first, item.last))


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
    span = (words.start[first], words.end[last])
    return ReadInitiative(
        span, tuple(mentions), one.kind, _targets(" ".join(mentions).lower()), one.entity, one.why
    )


def _targets(said: str) -> tuple[str, ...]:
    return tuple(
        code
        for code, clues in groups("initiatives", "target_groups").items()
        if any(f" {clue} " in f" {said} " for clue in clues)
    )
