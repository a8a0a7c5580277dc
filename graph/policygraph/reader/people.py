"""People: who is named, in what post, and who that is in the registry.

1. A candidate is a run of capitalised words, after known names, offices, honorifics, days, fields and the
   usual first words of sentences have been cut off its ends. What ends in the head word of an organisation,
   a place, a law or a thing is none.
2. Cues add up: an honorific or office before it (3), an office in apposition (3), a known name (5), a
   common given name (2), an initial or particle within (1.5), a verb of saying beside it (1.5), `who` after
   it (2), a later use of its last word alone (1), a verb that people say things with right after two or
   three words that are nothing else, with no article or preposition before them (0.5); words of offices,
   fields or places in it take 1.5 away each. From 2 on it is a person; so are two or three plain words in a
   list with one. A single word needs an honorific or an office directly before it.
3. The last word of a person's name, or the first, is a further mention of that person within the article;
   so is a longer or shorter form (persons.py).
4. `the Noor government` names a person, where nothing else is called Noor.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from policygraph.reader import word_class as wc
from policygraph.reader.candidates import name_part, vetoed
from policygraph.reader.gazetteer import Known
from policygraph.reader.lexicon import phrases
from policygraph.reader.name_key import DROPPED
from policygraph.reader.names import Run, Word
from policygraph.reader.offices import office_after, office_before
from policygraph.reader.persons import FoundPerson, People
from policygraph.reader.word_class import class_of, lexicon_set

__all__ = ["find_people"]

_ENOUGH = 2.0
_MOST_WORDS = 5
_OF_BODY = re.compile(r" (?:of|from|at) (?:the )?[A-Z]\w+(?: [A-Z]\w+)?(?: [A-Z]\w+)?(?: [A-Z]\w+)? ([a-z]+)")
_PLAIN = re.compile(r"[^\W\d_][^\W\d_A-Z]+(?:-[^\W\d_]+)?")
_NO_SPEAKER = (" of ", " at ", " for ", " from ", " in ", "the ", "The ", " a ", " an ")
_NO_LIST = (" of ", " at ", " for ", " the ")
_EDGES = ",:\"“”'‘("

_Left = tuple[Run, list[Word], bool]
"""A run that names nobody by itself, its candidate words, and whether an office or honorific led them."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a candidate is judged against: the text, words that stand alone in it, known people by start."""

    text: str
    singles: frozenset[str]
    known: Mapping[int, Known]


def find_people(text: str, runs: list[Run], known: Mapping[int, Known]) -> list[FoundPerson]:
    """All people named by the runs; runs that name one are taken. `known`: by each place in its span."""
    scene = _Scene(text, frozenset(run.words[0].text for run in runs if len(run.words) == 1), known)
    people = People()
    left: list[_Left] = []
    for run in runs:
        if run.taken or (
            len(run.words) == 1 and run.words[0].bits & (wc.OPENER | wc.CALENDAR) and run.start not in known
        ):
            continue
        name, titled = name_part(run)
        if not 0 < len(name) <= _MOST_WORDS:
            continue
        found = _person(scene, run, name, titled)
        if found is None:
            left.append((run, name, titled))
        else:
            run.taken = True
            people.add(found)
    left = _listed(text, people, left)
    _short_mentions(text, people, left)
    return people.all


def _listed(text: str, people: People, left: list[_Left]) -> list[_Left]:
    """Two or three plain words that share a list with a person's name are one too; returns the others."""
    ends = {end for one in people.all for _, end in one.spans}
    starts = {start for one in people.all for start, _ in one.spans}
    links = phrases("people", "list_links")
    rest: list[_Left] = []
    for run, name, titled in left:
        start, end = name[0].start, name[-1].end
        near = text.endswith(links, 0, start) and any(
            text.endswith(link, 0, start) and start - len(link) in ends for link in links
        )
        if not near and text.startswith(links, end) and not text.endswith(_NO_LIST, 0, start):
            near = any(text.startswith(link, end) and end + len(link) in starts for link in links)
        plain = 2 <= len(name) <= 3 and not titled and name[0] is run.words[0]
        if near and plain and not vetoed(text, name) and _inner(name) >= 0:
            run.taken = True
            people.add(FoundPerson([(start, end)], [text[start:end]], None))
        else:
            rest.append((run, name, titled))
    return rest


def _person(scene: _Scene, run: Run, name: list[Word], titled: bool) -> FoundPerson | None:
    text, start, end = scene.text, name[0].start, name[-1].end
    known = scene.known
    hit = next((known[word.start] for word in name if word.start in known), None) if known else None
    iri = hit.entry.iri if hit is not None and _is_all(hit, name) else None
    if hit is None and (
        vetoed(text, name) or (len(name) == 1 and not _directly_titled(text, run, name[0], titled))
    ):
        return None
    before = office_before(text, start)
    after = None if before else office_after(text, end)
    score = (3.0 if titled or before else 0.0) + (3.0 if after else 0.0) + (5.0 if hit else 0.0)
    score += _inner(name) + _beside(text, start, end)
    score += 1.0 if len(name) > 1 and name[-1].text in scene.singles else 0.0
    score += 0.5 if _plainly_says(text, run, name) else 0.0
    return FoundPerson([(start, end)], [text[start:end]], before or after, iri) if score >= _ENOUGH else None


def _plainly_says(text: str, run: Run, name: list[Word]) -> bool:
    """Whether a run of two or three words that mean nothing else is all that says who speaks."""
    if len(name) != len(run.words) or not 2 <= len(name) <= 3 or any(word.bits for word in name):
        return False
    if text.endswith(_NO_SPEAKER, 0, name[0].start) or not all(_PLAIN.fullmatch(one.text) for one in name):
        return False
    verb = text[name[-1].end : name[-1].end + 16].split(" ", 2)[1:2]
    return bool(verb) and verb[0].strip(",:") in lexicon_set("people", "says")


def _is_all(hit: Known, name: list[Word]) -> bool:
    """Whether the known name is the whole name, but for `Syed` or `Muhammad` in front."""
    before = (word for word in name if word.end <= hit.start)
    return hit.end >= name[-1].end and all(word.text.lower() in DROPPED for word in before)


def _directly_titled(text: str, run: Run, name: Word, titled: bool) -> bool:
    """Whether an honorific or a small office stands right before a single word."""
    if titled:
        return not (len(run.words) == 2 and run.words[0].bits & wc.WEAK_HONORIFIC)
    if run.first or name.start < 2 or text[name.start - 2] == ",":
        return False
    space = text.rfind(" ", max(0, name.start - 24), name.start - 1)
    word = text[max(space, name.start - 25) + 1 : name.start - 1]
    return (
        word[:1].islower()
        and bool(class_of(word) & wc.OFFICE)
        and office_before(text, name.start) is not None
    )


def _inner(name: list[Word]) -> float:
    """What the words themselves say."""
    score = 2.0 if name[0].bits & wc.GIVEN or class_of(name[0].text.partition("-")[0]) & wc.GIVEN else 0.0
    if not score and any(word.bits & wc.GIVEN for word in name[1:]):
        score = 1.5
    if any(len(word.text) == 1 or _after_particle(word) for word in name[1:]):
        score += 1.5
    odd = sum(1 for word in name if word.bits & (wc.FIELD | wc.OFFICE | wc.PLACE))
    return score - 1.5 * odd - (1.0 if len(name) > 4 else 0.0)


def _after_particle(word: Word) -> bool:
    return len(word.gap) > 2 and word.gap.strip() in lexicon_set("people", "particles")


def _beside(text: str, start: int, end: int) -> float:
    """What the words right before and after say."""
    speech = lexicon_set("people", "speech")
    score = 3.0 if text.startswith(phrases("people", "in_chair"), end + 1) else 0.0
    if text.startswith((" of ", " from ", " at "), end) and (found := _OF_BODY.match(text, end, end + 80)):
        score += 2.0 if found[1] in speech or found[1] in lexicon_set("people", "after_speech") else 0.0
    following = text[end : end + 44].replace(",", " ").split(None, 5)[:5]
    while (
        following
        and (following[0] in lexicon_set("people", "skipped") or following[0].endswith("day"))
        and following[0] != "who"
    ):
        following.pop(0)
    if following:
        score += (
            1.5
            if following[0] in speech
            else 2.0
            if following[0] in lexicon_set("people", "person_verbs")
            else 0.0
        )
    before = text[max(0, start - 30) : start].split()
    last = before[-1].strip(_EDGES).lower() if before else ""
    if last == "of" and before[-2:-1] and before[-2].lower() in lexicon_set("people", "reigns"):
        score += 2.0
    if last in lexicon_set("people", "list_words"):
        last = next(
            (
                word.strip(_EDGES).lower()
                for word in reversed(before)
                if word not in lexicon_set("people", "list_words")
            ),
            "",
        )
    return score + (
        1.5 if last in speech else 2.0 if last in lexicon_set("people", "plural_offices") else 0.0
    )


def _short_mentions(text: str, people: People, left: list[_Left]) -> None:
    """Single words that are the first or last of a name, and `the Noor government`."""
    by_word = {
        part: one
        for one in reversed(people.all)
        for name in reversed(one.names)
        for part in (name.split()[0], name.split()[-1])
        if not class_of(part) & wc.HONORIFIC
    }
    for run, name, _ in left:
        start, end = name[0].start, name[-1].end
        called = text[start:end]
        owner = by_word.get(called.split()[-1])
        if owner is not None and (
            len(name) == 1 or (len(name) == 2 and by_word.get(called.split()[0]) is owner)
        ):
            run.taken = True
            owner.spans.append((start, end))
            owner.names += [called] if called not in owner.names else []
        elif _reigns(text, run, name):
            run.taken = True
            people.add(FoundPerson([(start, end)], [called], None))


def _reigns(text: str, run: Run, name: list[Word]) -> bool:
    if len(name) > 1 or (run.first and name[0] is run.words[0]) or name[0].possessive or vetoed(text, name):
        return False
    following = text[name[0].end : name[0].end + 40].split(None, 2)[:2]
    return (
        any(word.strip(",.") in lexicon_set("people", "reigns") for word in following)
        and text[name[0].end : name[0].end + 1] == " "
    )
