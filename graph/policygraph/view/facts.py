"""Every fact of the dataset as a sentence with links, its particulars and who states it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from policygraph.rdf import NamedNode
from policygraph.terms import DCT, ORG, PG, PROV
from policygraph.view.fact import Fact, Node, Part, amount_of, tag_unusual
from policygraph.view.figure_facts import figure_fact, growth_fact, target_fact
from policygraph.view.snapshot import Snapshot
from policygraph.view.wording import day_words, period_words, stated_words

__all__ = ["facts_of"]


def facts_of(see: Snapshot) -> Iterator[Fact]:
    """All facts that are nodes of their own, kind by kind, sorted by IRI."""
    for term, make in _MAKERS.items():
        for iri in see.of_class(PG[term]):
            fact = make(see, iri)
            fact.graphs |= set(see.evidence(iri)) | set(see.values(iri, PROV.wasQuotedFrom))
            yield fact


def _tenure(see: Snapshot, iri: str) -> Fact:
    person, post = see.value(iri, ORG.member), see.value(iri, PG.post)
    start, end = see.value(iri, PG.startStated), see.value(iri, PG.endStated)
    seen_from, seen_until = see.value(iri, PG.attestedFrom), see.value(iri, PG.attestedUntil)
    begins, ends = see.value(iri, PG.start), see.value(iri, PG.end)
    verb = " held the post of " if begins or ends else " was seen in the post of "
    fact = Fact("tenure", iri, [Node(person), verb, Node(post)], begins or ends or seen_from)
    fact.when = _span(stated_words(start or begins), stated_words(end or ends))
    if not fact.when and seen_from:
        fact.when = f"seen {period_words(seen_from, seen_until or seen_from)}"
    fact.about = see.values(iri, ORG.organization)
    tag_unusual(fact, see, iri, PG.capacity, "substantive")
    return fact


def _span(start: str, end: str) -> str:
    if start and end:
        return f"{start} to {end}"
    if start:
        return f"from {start}; no source states the end"
    return f"until {end}; no source states the start" if end else ""


def _step(see: Snapshot, iri: str) -> Fact:
    initiative = see.value(iri, PG.initiative)
    sentence: list[Part] = [Node(initiative), f": {see.words(iri, PG.stage)}"]
    sentence += _listed(" by ", see.values(iri, PG.actor))
    day = see.value(iri, PG.date)
    stated = stated_words(see.value(iri, PG.dateStated) or day)
    fact = Fact("step", iri, sentence, day, stated or "date not stated")
    tag_unusual(fact, see, iri, PG.modality, "done")
    fact.row("As recorded", see.value(iri, PG.stated))
    fact.row("Where", ", ".join(see.label(place) for place in see.values(iri, DCT.spatial)))
    return fact


def _amount(see: Snapshot, iri: str) -> Fact:
    words = f": {see.words(iri, PG.role)} of {amount_of(see, iri, PG.amountValue)}"
    fact = Fact("amount", iri, [Node(see.value(iri, PG.initiative)), words])
    fact.row("As printed", see.value(iri, PG.printed))
    return fact


def _attribution(see: Snapshot, iri: str) -> Fact:
    day = see.value(iri, PG.date)
    sentence = _end(see, iri, PG.claimant, PG.claimantNote, "The source")
    sentence += [" credits ", *_end(see, iri, PG.cause, PG.causeNote, "something")]
    effect, effect_note = see.value(iri, PG.effect), see.value(iri, PG.effectNote)
    sentence += [" for ", Node(effect)] if effect else []
    sentence += [f" ({effect_note})" if effect else f" for {effect_note}"] if effect_note else []
    fact = Fact("attribution", iri, sentence, day, day_words(day), ["claim"])
    fact.about = see.values(effect, PG.indicator) if effect else []
    return fact


def _end(see: Snapshot, iri: str, predicate: NamedNode, note: NamedNode, missing: str) -> list[Part]:
    value, words = see.value(iri, predicate), see.value(iri, note)
    if not value:
        return [words or missing]
    return [Node(value), f" ({words})"] if words else [Node(value)]


def _ranking(see: Snapshot, iri: str) -> Fact:
    year, ranker = see.value(iri, PG.year), see.value(iri, PG.ranker)
    sentence: list[Part] = [Node(see.value(iri, PG.subject)), f" ranks {see.value(iri, PG.rank)} in "]
    sentence += [see.value(iri, PG.list), f", {year}" if year else ""]
    by: Part = Node(ranker) if ranker else see.value(iri, PG.rankerNote)
    sentence += [", by ", by] if by else []
    return Fact("ranking", iri, sentence, year, year)


def _listed(before: str, iris: list[str]) -> list[Part]:
    parts: list[Part] = []
    for place, iri in enumerate(iris):
        parts += [before if not place else ", ", Node(iri)]
    return parts


_MAKERS: Final[dict[str, Callable[[Snapshot, str], Fact]]] = {
    "Tenure": _tenure,
    "Step": _step,
    "Figure": figure_fact,
    "Growth": growth_fact,
    "Target": target_fact,
    "Amount": _amount,
    "Attribution": _attribution,
    "Ranking": _ranking,
}
