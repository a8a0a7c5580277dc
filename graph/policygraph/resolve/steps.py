"""Steps: what someone did to a measure, as a stage of its life.

1. The object of a deed must be a measure that the registry has or that the article names; a deed with no
   such object is left out.
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
from policygraph.resolve.known import Known
from policygraph.resolve.names import Named, Names
from policygraph.resolve.resolved import Candidate
from policygraph.resolve.step_times import time_of

__all__ = ["steps_of"]


def steps_of(known: Known, article: Article, names: Names) -> Iterator[Candidate]:
    """The steps that an article tells of."""
    for read in article.reading.actions:
        measure = names.find(read.object, "initiatives")
        if measure is None:
            continue
        actor = names.find(read.actor, "people", "bodies")
        stage = _stage(known, measure, read)
        when = time_of(article, read)
        doubts = [one.doubt for one in (measure, actor) if one and one.doubt]
        money = any(one.is_money for one in article.measures.amounts_in(*article.sentence(read.span[0])))
        if stage is None or (read.action == "fund" and not money):
            doubts.append(f"“{read.action}” is no stage of a measure's life by itself")
        fact = {
            "initiative": measure.slug,
            "stage": stage,
            "date": when,
            "by": [actor.slug] if actor else None,
            "modality": read.status,
        }
        known_id = _told_again(known, article, fact) if stage else None
        if known_id:
            fact["id"] = known_id
        yield Candidate("steps", read.span, fact, tuple(doubts), origin=read.origin)


def _stage(known: Known, measure: Named, read: ReadAction) -> str | None:
    entry = known.pack.initiatives.get(measure.slug) or measure.entry
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
