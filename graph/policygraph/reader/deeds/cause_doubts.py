"""Where words that link cause and effect tell of no cause.

1. After a form of `be` a verb of causing is in the passive, and has its cause elsewhere; `given the` after
   an auxiliary gives something to someone.
2. `Due to` before a verb is a plan (`is due to open`), and `by` before a share or a time says how much
   (`cut by 5%`, `delayed by two days`), as `cost` before a sum says a price.
3. A verb of causing before a preposition has no object, and so no effect (`margins eroded to 29%`); nor has
   `helped` without a verb after it, or `forced` without one of what it is to.
4. `The result of` something is told of its cause where it opens the sentence or is said of something.
5. Who leads is no cause (`a round led by Acme`), nor who supports or helps.
6. What people, bodies and groups help to do, encourage, create or reduce is their deed (the verbs are in
   `causes.yaml`).
7. `Since` and `so` link a cause before a clause of its own alone, which has its verb near and is no time
   (`since May`); what follows `so` has to tell what came about.
"""

from __future__ import annotations

from functools import cache

from policygraph.lexicon import phrases, section
from policygraph.reader.deeds.cause_cues import CueAt
from policygraph.reader.deeds.scene import ACTORS, Scene
from policygraph.reader.text.deed_forms import deed_forms
from policygraph.reader.text.money_signs import money_marks
from policygraph.reader.text.small_words import BE
from policygraph.reader.text.time_words import is_time
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.reader.text.word_class import lexicon_set
from policygraph.reader.text.words import Clause, Words

__all__ = ["is_none"]

_MAY_LINK, _VERB_IN = frozenset({"since", "so"}), 7
"""Words that link a cause only before a clause of their own, and how soon its verb stands."""
_ARTICLES = frozenset({"a", "an", "the"})
_QUALIFIED = 4
"""Words to a number from `by` or `cost`: `by more than two`."""
_INFINITIVE = 9
"""Words from `forced` to what someone is forced to."""
_WHO = ACTORS - {"it"}
"""Who acts and is no thing."""


def is_none(scene: Scene, clause: Clause, cue: CueAt) -> bool:
    """Whether a cue tells of no cause here."""
    words, first = scene.words, cue.first
    if words.low[first] == "given":
        return words.tag[first - 1] in "XA" and first > clause.start
    if words.low[cue.last] in _MAY_LINK:
        return not _clause_after(words, clause, cue.last + 1)
    if words.low[first] in _ARTICLES and not _is_said_of(words, clause, first):
        return True
    if not cue.effect_first:
        return _has_no_effect(scene, clause, first, cue.last)
    return (
        _is_planned(words, clause, cue) or _is_measured(words, clause, cue) or _is_done_by(scene, clause, cue)
    )


def _is_said_of(words: Words, clause: Clause, first: int) -> bool:
    """Whether `the result of` opens the sentence, or is said of something: after a form of `be`."""
    at = first - 1
    while at > clause.start and words.tag[at] == "A":
        at -= 1
    return first == clause.start or words.low[at] in BE


def _has_no_effect(scene: Scene, clause: Clause, first: int, last: int) -> bool:
    """Whether a verb of causing is in the passive, prices or lacks its object, or is someone's deed."""
    words, low, after = scene.words, scene.words.low, min(last + 1, clause.end - 1)
    if low[first - 1] in BE or (low[last] == "cost" and _number_after(words, clause, after) is not None):
        return True
    if words.tag[last] in "Vw" and (words.tag[after] == "P" or low[after] == "to"):
        return True
    if low[last] == "helped" and words.tag[after] != "V":
        return True
    if low[last] == "forced" and "to" not in low[after : min(clause.end, after + _INFINITIVE)]:
        return True
    is_deed = " ".join(low[first : last + 1]) in lexicon_set("causes", "deeds")
    return is_deed and not _by_a_thing(scene, clause, first)


def _is_planned(words: Words, clause: Clause, cue: CueAt) -> bool:
    """`Is due to open`; what may be a noun is one before a preposition and no time (`due to increase in`)."""
    low, after = words.low, cue.last + 1
    if low[cue.first : after] != ["due", "to"] or after + 1 >= clause.end or low[after] not in _bases():
        return False
    nouns = low[after] in lexicon_set("words", "also_nouns")
    return not nouns or words.tag[after + 1] in "DRU" or is_time(words, clause, after + 2)


def _is_measured(words: Words, clause: Clause, cue: CueAt) -> bool:
    """`By 5%`, `by more than two hours`."""
    number = _number_after(words, clause, cue.last + 1) if words.low[cue.last] == "by" else None
    if number is None or number + 1 >= clause.end:
        return False
    unit, share = words.low[number + 1], " ".join(words.low[number + 1 : number + 3])
    measured = {unit, share} & {*phrases("numbers", "percent")} or unit.rstrip("s") in _times()
    return bool(measured) or words.shown[number - 1] in money_marks() or words.low[number] in _times()


def _number_after(words: Words, clause: Clause, first: int) -> int | None:
    """The number that begins here, past words of about how much; None for none."""
    for i in range(first, min(clause.end, first + _QUALIFIED)):
        if words.tag[i] == "N" or words.low[i] in section("numbers", "words") or words.low[i] in _times():
            return i
        if words.low[i] not in _about() and words.shown[i] not in money_marks():
            return None
    return None


def _is_done_by(scene: Scene, clause: Clause, cue: CueAt) -> bool:
    """`Led by Acme`, `supported by the minister`: the phrase after `by` is or ends in somebody."""
    words, after = scene.words, cue.last + 1
    if words.low[cue.last] != "by" or words.low[cue.first] not in phrases("causes", "done_by"):
        return False
    end = after
    while end < clause.end and words.tag[end] in "DwUNS":
        end += 1
    if words.low[cue.first] == "led" and "U" in words.tag[after:end]:
        return True
    return any(item.last == end - 1 for item in scene.within(Clause(after, end), _WHO))


def _by_a_thing(scene: Scene, clause: Clause, first: int) -> bool:
    """Whether the subject before a verb is a plain noun, with a name or without, and stands for nobody."""
    words, at = scene.words, first - 1
    while at > clause.start and (words.tag[at] in "XA" or words.shown[at] == ","):
        at -= 1
    if words.tag[at] == "U":
        while at > clause.start and words.tag[at] == "U":
            at -= 1
        return words.tag[at] == "P"
    if words.tag[at] not in "wD" and words.low[at] != "which":
        return False
    return all(item.last != at for item in scene.within(Clause(clause.start, first), _WHO))


def _clause_after(words: Words, clause: Clause, at: int) -> bool:
    """Whether a clause begins here (rule 7)."""
    if at >= clause.end or words.tag[at] not in "RDUw" or is_time(words, clause, at):
        return False
    verb = next((j for j in range(at + 1, min(clause.end, at + _VERB_IN)) if words.tag[j] in "VX,"), None)
    if verb is None or words.low[at] == "that":
        return False
    low = words.low[verb]
    return words.low[at - 1] == "since" or low in _past() or (low.endswith("ed") and low not in _bases())


@cache
def _bases() -> frozenset[str]:
    """Verbs by themselves, of all that are listed."""
    listed = verb_forms(
        (*phrases("words", "verbs"), *phrases("actions", "comes"), *section("words", "irregular"))
    )
    found = {form for form, (_, kind) in listed.items() if kind == "b"}
    return frozenset(found | {form for form, known in deed_forms().items() if known.form == "b"} | {"be"})


@cache
def _past() -> frozenset[str]:
    return frozenset(form for forms in section("words", "irregular").values() for form in forms)


@cache
def _times() -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in phrases("words", "stretches")) | {"hour", "minute"}


@cache
def _about() -> frozenset[str]:
    return frozenset(word for phrase in phrases("numbers", "about") for word in phrase.split())
