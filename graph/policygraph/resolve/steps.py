"""Steps: what someone did to a measure, as a stage of its life.

1. The object of a deed must be a measure that the registry has or that the article names. A deed whose object
   is a general word (`the scheme`) waits, with the measure that was named before; one with another object is
   left out, unless somebody says which measure it is.
2. A deed that may mean several stages (`establish`, `plan`, `direct`) waits; hosting is a stage of an event
   alone, and funding of a measure where a sum stands in the sentence. A verb of ending (`scrapped`) is one
   where the measure is what it is done to: right after it, or before it in the passive.
3. When it was is told by `step_times`; else the step is undated.
4. An undated step that the registry has once, dated no later than the article, is that step, told again; so
   is one of the very day or month that the registry has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from policygraph.lexicon import flat, groups
from policygraph.reader.reading import ReadAction
from policygraph.reader.text.small_words import BE
from policygraph.reader.text.verb_forms import verb_forms
from policygraph.resolve.article import Article
from policygraph.resolve.general import is_general, named_before
from policygraph.resolve.known import Known
from policygraph.resolve.named import Named
from policygraph.resolve.names import Names
from policygraph.resolve.resolved import Candidate
from policygraph.resolve.step_times import time_of

__all__ = ["steps_of"]


def steps_of(known: Known, article: Article, names: Names) -> Iterator[Candidate]:
    """The steps that an article tells of."""
    for read in article.reading.actions:
        measure, doubts = _measure(article, names, read)
        actor = names.find(read.actor, "people", "bodies")
        stage = _stage(known, measure, read) or _ended(article.text[slice(*read.span)], read)
        when = time_of(article, read)
        doubts += [actor.doubt] if actor and actor.doubt else []
        money = any(one.is_money for one in article.measures.amounts_in(*article.sentence(read.span[0])))
        if stage is None or (read.action == "fund" and not money):
            doubts.append(f"“{read.action}” is no stage of a measure's life by itself")
        fact = {
            "initiative": measure.slug if measure else None,
            "stage": stage,
            "date": when,
            "by": [actor.slug] if actor else None,
            "modality": read.status,
        }
        known_id = _told_again(known, article, fact) if measure and stage else None
        if known_id:
            fact["id"] = known_id
        left = "" if measure else f"“{read.object}” is no measure with a name"
        yield Candidate("steps", read.span, fact, tuple(doubts), origin=read.origin, left=left)


def _measure(article: Article, names: Names, read: ReadAction) -> tuple[Named | None, list[str]]:
    """Rule 1."""
    measure = names.find(read.object, "initiatives")
    guess = None
    if measure is None and is_general(read.object):
        guess = named_before(article, names, read.span[0], read.object)
    if guess:
        return guess.named, guess.doubts
    return measure, [measure.doubt] if measure and measure.doubt else []


def _stage(known: Known, measure: Named | None, read: ReadAction) -> str | None:
    entry = (known.pack.initiatives.get(measure.slug) or measure.entry) if measure else None
    if getattr(entry, "kind", "") == "event" and (found := flat("resolve", "event_stages").get(read.action)):
        return found
    return flat("resolve", "stages").get(read.action)


def _ended(quote: str, read: ReadAction) -> str | None:
    """The stage that a verb of ending in the quote tells of its object (rule 2)."""
    if read.action != "other":
        return None
    before, name, after = (part.lower().split() for part in quote.partition(read.object))
    while before and before[-1] in groups("words", "tags")["determiner"]:
        before.pop()
    if before and (stage := _endings().get(before[-1])):
        return stage
    verb = next((at for at, word in enumerate(after) if word not in _passive()), len(after))
    passive = not BE.isdisjoint(after[:verb])
    return _endings().get(after[verb]) if name and passive and verb < len(after) else None


@cache
def _endings() -> dict[str, str]:
    """The forms of the verbs of ending, each with its stage."""
    return {form: stage for stage, verbs in groups("resolve", "ending").items() for form in verb_forms(verbs)}


@cache
def _passive() -> frozenset[str]:
    """What may stand between a measure and the verb of what was done to it."""
    tags = groups("words", "tags")
    return frozenset((*tags["auxiliary"], *tags["adverb"]))


def _told_again(known: Known, article: Article, fact: Mapping[str, object]) -> str | None:
    """Rule 4."""
    day = article.document.date
    same = known.steps.get((str(fact["initiative"]), str(fact["stage"]), str(fact["modality"])), {})
    if when := fact["date"]:
        return next((one for one, step in sorted(same.items()) if str(step.date) == when), None)
    earlier = [one for one, step in same.items() if step.date and day and step.date.start <= day]
    return earlier[0] if len(earlier) == 1 == len(same) else None
