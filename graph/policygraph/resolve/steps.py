"""Steps: what someone did to a measure, as a stage of its life.

1. The object of a deed must be a measure that the registry has or that the article names. A deed whose object
   is a general word (`the scheme`) waits, with the measure that was named before; one with another object is
   left out, unless somebody says which measure it is.
2. A deed that may mean several stages (`establish`, `plan`, `direct`) waits; hosting is a stage of an event
   alone, and funding of a measure where a sum stands in the sentence.
3. When it was is told by `step_times`; else the step is undated.
4. An undated step that the registry has once, dated no later than the article, is that step, told again; so
   is one of the very day or month that the registry has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policygraph.lexicon import flat
from policygraph.reader.reading import ReadAction
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
        stage = _stage(known, measure, read)
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


def _told_again(known: Known, article: Article, fact: Mapping[str, object]) -> str | None:
    """Rule 4."""
    day = article.document.date
    same = known.steps.get((str(fact["initiative"]), str(fact["stage"]), str(fact["modality"])), {})
    if when := fact["date"]:
        return next((one for one, step in sorted(same.items()) if str(step.date) == when), None)
    earlier = [one for one, step in same.items() if step.date and day and step.date.start <= day]
    return earlier[0] if len(earlier) == 1 == len(same) else None
