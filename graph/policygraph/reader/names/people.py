"""People: who is named, in what post, and who that is in the registry.

1. A candidate is a run of capitalised words, after known names, offices, honorifics, days, fields and the
   usual first words of sentences have been cut off its ends. What ends in the head word of an organisation,
   a place, a law or a thing is none.
2. Cues add up: an honorific or office before it (3), an office in apposition (3), a known name (5), a later
   use of its last word alone (1), and what the words in it and beside it say (person_cues.py). From 2 on it
   is a person; so are two or three plain words in a list with one. A single word needs an honorific or an
   office directly before it.
3. The last word of a person's name, or the first, is a further mention of that person within the article;
   so is a longer or shorter form (persons.py).
4. `the Noor government` names a person, where nothing else is called Noor.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policygraph.lexicon import phrases
from policygraph.reader.names.candidates import Candidate, candidates, vetoed
from policygraph.reader.names.entries import Known
from policygraph.reader.names.name_key import DROPPED
from policygraph.reader.names.names import Run, Word
from policygraph.reader.names.offices import has_office_word, office_after, office_before
from policygraph.reader.names.person_cues import beside, inner, plainly_says, reigns
from policygraph.reader.names.persons import FoundPerson, People
from policygraph.reader.text import word_class as wc
from policygraph.reader.text.remembered import Remembered
from policygraph.reader.text.word_class import class_of, lexicon_set

__all__ = ["find_people"]

_ENOUGH = 2.0
_NO_LIST = (" of ", " at ", " for ", " the ")


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a candidate is judged against: the text, words that stand alone in it, known people by start."""

    text: str
    singles: frozenset[str]
    known: Mapping[int, Known]


def find_people(text: str, runs: list[Run], known: Mapping[int, Known]) -> list[FoundPerson]:
    """All people named by the runs; runs that name one are taken. `known`: by each place in its span."""
    scene = _Scene(text, frozenset([run.words[0].text for run in runs if len(run.words) == 1]), known)
    people = People()
    left: list[Candidate] = []
    last = 0
    for candidate in candidates(runs):
        found = _person(scene, last, *candidate)
        if found is None:
            left.append(candidate)
        else:
            candidate[0].taken = True
            last = found.spans[0][0]
            people.add(found)
    if people.all:
        left = _listed(text, people, left)
    _short_mentions(text, people, left)
    return people.all


def _listed(text: str, people: People, left: list[Candidate]) -> list[Candidate]:
    """Two or three plain words that share a list with a person's name are one too; returns the others."""
    ends = {end for one in people.all for _, end in one.spans}
    starts = {start for one in people.all for start, _ in one.spans}
    rest: list[Candidate] = []
    for run, name, titled in left:
        plain = 2 <= len(name) <= 3 and not titled and name[0] is run.words[0]
        if plain and _in_list(text, name, starts, ends) and not vetoed(text, name) and inner(name) >= 0:
            run.taken = True
            people.add(_called(text, name))
        else:
            rest.append((run, name, titled))
    return rest


def _in_list(text: str, name: list[Word], starts: set[int], ends: set[int]) -> bool:
    """Whether only a link of a list stands between the name and that of a person."""
    start, end = name[0].start, name[-1].end
    links = phrases("people", "list_links")
    if text.endswith(links, 0, start) and any(
        start - len(link) in ends and text.endswith(link, 0, start) for link in links
    ):
        return True
    if not text.startswith(links, end) or text.endswith(_NO_LIST, 0, start):
        return False
    return any(end + len(link) in starts and text.startswith(link, end) for link in links)


def _called(text: str, name: list[Word]) -> FoundPerson:
    """A person of whom there is the name alone."""
    start, end = name[0].start, name[-1].end
    return FoundPerson([(start, end)], [text[start:end]], None)


def _person(scene: _Scene, last: int, run: Run, name: list[Word], titled: bool) -> FoundPerson | None:
    """The person whom a run names; an office around the name of the one before, at `last`, is theirs."""
    text, known = scene.text, scene.known
    hit = next((known[word.start] for word in name if word.start in known), None) if known else None
    if hit is None and (
        (len(name) == 1 and not _directly_titled(text, run, name[0], titled)) or vetoed(text, name)
    ):
        return None
    start, end = name[0].start, name[-1].end
    before = office_before(text, start)
    theirs = before is not None and before.start < last < before.end
    after = None if before and not theirs else office_after(text, end)
    score = (3.0 if titled or before else 0.0) + (3.0 if after else 0.0) + (5.0 if hit else 0.0)
    score += inner(name)
    if score < _ENOUGH and score + _around(scene, run, name) < _ENOUGH:
        return None
    iri = hit.entry.iri if hit is not None and _is_all(hit, name) else None
    office = after if theirs else before or after
    return FoundPerson([(start, end)], [text[start:end]], office, iri)


def _around(scene: _Scene, run: Run, name: list[Word]) -> float:
    """What speaks for a name outside it; nothing does against it, so that who is a person is not asked."""
    score = beside(scene.text, name[0].start, name[-1].end)
    score += 1.0 if len(name) > 1 and name[-1].text in scene.singles else 0.0
    return score + (0.5 if len(name) == len(run.words) and plainly_says(scene.text, name) else 0.0)


def _is_all(hit: Known, name: list[Word]) -> bool:
    """Whether the known name is the whole name, but for `Syed` or `Muhammad` in front."""
    before = (word for word in name if word.end <= hit.start)
    return hit.end >= name[-1].end and all(word.text.lower() in DROPPED for word in before)


def _directly_titled(text: str, run: Run, name: Word, titled: bool) -> bool:
    """Whether an honorific or a small office stands right before a single word."""
    if titled:
        title = run.words[run.words.index(name) - 1]
        return not _is_weak(title, alone=len(run.words) == 2)
    start = name.start
    if run.first or start < 2 or text[start - 2] == ",":
        return False
    word = text[max(0, start - 24) : start - 1].rpartition(" ")[2]
    return _IS_SMALL_OFFICE[word] and office_before(text, start) is not None


def _is_weak(title: Word, *, alone: bool) -> bool:
    """Whether a title may as well begin the name of a thing (`General Motors`, `the Republican Party`)."""
    if title.bits & wc.HONORIFIC:
        return alone and bool(title.bits & wc.WEAK_HONORIFIC)
    return title.text.lower() in lexicon_set("people", "office_modifiers")


_IS_SMALL_OFFICE = Remembered(lambda word: word[:1].islower() and has_office_word(word))
"""Whether a word makes a phrase an office, in small letters."""


def _short_mentions(text: str, people: People, left: list[Candidate]) -> None:
    """Single words that are the first or last of a name, and `the Noor government`."""
    by_word = _by_word(people)
    may_reign = any(word in text for word in phrases("people", "reigns"))
    for run, name, _ in left:
        owner = by_word.get(name[-1].text) if len(name) == 1 else _bearer(text, name, by_word)
        if owner is not None:
            run.taken = True
            one = _called(text, name)
            owner.spans += one.spans
            owner.names += one.names if one.names[0] not in owner.names else []
        elif may_reign and len(name) == 1 and _reigns(text, run, name[0]) and not vetoed(text, name):
            run.taken = True
            people.add(_called(text, name))


def _bearer(text: str, name: list[Word], by_word: Mapping[str, FoundPerson]) -> FoundPerson | None:
    """Who bears both words of a name."""
    words = text[name[0].start : name[-1].end].split() if len(name) == 2 else []
    owner = by_word.get(words[-1]) if words else None
    return owner if owner is not None and by_word.get(words[0]) is owner else None


def _by_word(people: People) -> dict[str, FoundPerson]:
    """People by the first and last words of their names; a word is of the first who bears it."""
    by_word: dict[str, FoundPerson] = {}
    for one in people.all:
        for name in one.names:
            words = name.split()
            for part in {words[0], words[-1]}:
                if not class_of(part) & wc.HONORIFIC:
                    by_word.setdefault(part, one)
    return by_word


def _reigns(text: str, run: Run, word: Word) -> bool:
    return not (word.possessive or (run.first and word is run.words[0])) and reigns(text, word.end)
