"""Every fact of the dataset as a sentence with links, its particulars and who states it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from policygraph.rdf import NamedNode
from policygraph.terms import DCT, ORG, PG, PROV, SDMX_ATTRIBUTE, SDMX_DIMENSION, SDMX_MEASURE, SKOS
from policygraph.view.snapshot import Snapshot
from policygraph.view.wording import amount_words, day_words, period_words, rate_words, stated_words

__all__ = ["Fact", "Node", "Part", "amount_of", "caption", "currency_of", "facts_of", "period_of"]


@dataclass(frozen=True)
class Node:
    """A place in a sentence where a thing is named: the page makes a link of it."""

    iri: str


Part = str | Node


@dataclass
class Fact:
    """One fact; `iri` is the node that holds it, `day` an ISO date to sort by, `about` more it concerns."""

    kind: str
    iri: str
    sentence: list[Part]
    day: str = ""
    when: str = ""
    tags: list[str] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    graphs: set[str] = field(default_factory=set)

    def row(self, name: str, value: str) -> None:
        """Add a particular, unless it is empty."""
        if value:
            self.rows.append((name, value))


def facts_of(see: Snapshot) -> Iterator[Fact]:
    """All facts that are nodes of their own, kind by kind, sorted by IRI."""
    for term, make in _MAKERS.items():
        for iri in see.of_class(PG[term]):
            fact = make(see, iri)
            fact.graphs |= set(see.evidence(iri)) | set(see.values(iri, PROV.wasQuotedFrom))
            yield fact


def amount_of(see: Snapshot, iri: str, predicate: NamedNode) -> str:
    """The value of a node with its unit, in words."""
    unit = see.value(iri, SDMX_ATTRIBUTE.unitMeasure)
    value = see.value(iri, predicate)
    if not value:
        return ""
    return amount_words(value, see.label(unit) if unit else "", currency_of(see, unit))


def currency_of(see: Snapshot, unit: str) -> str:
    """The ISO 4217 code of a unit that is money, else the empty text."""
    code = see.value(unit, SKOS.notation)
    return code if len(code) == 3 and code.isalpha() and code.isupper() else ""


def period_of(see: Snapshot, iri: str, predicate: NamedNode, label: NamedNode) -> tuple[str, str, str]:
    """First day, last day and words of the period that a node points to."""
    period = see.value(iri, predicate)
    start, end = see.value(period, PG.start), see.value(period, PG.end)
    return start, end, period_words(start, end, see.value(iri, label))


def caption(see: Snapshot, iri: str) -> str:
    """A figure, rate or target in few words: what it says and when."""
    if aim := amount_of(see, iri, PG.targetValue):
        return f"{aim} by {period_of(see, iri, PG.due, PG.dueLabel)[2]}"
    when = period_of(see, iri, SDMX_DIMENSION.refPeriod, PG.periodLabel)[2]
    value = amount_of(see, iri, SDMX_MEASURE.obsValue) or rate_words(see.value(iri, PG.rate))
    return f"{value} {when}"


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
    _tag(fact, see, iri, PG.capacity, "substantive")
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
    _tag(fact, see, iri, PG.modality, "done")
    fact.row("As recorded", see.value(iri, PG.stated))
    fact.row("Where", ", ".join(see.label(place) for place in see.values(iri, DCT.spatial)))
    return fact


def _figure(see: Snapshot, iri: str) -> Fact:
    start, _, when = period_of(see, iri, SDMX_DIMENSION.refPeriod, PG.periodLabel)
    value = amount_of(see, iri, SDMX_MEASURE.obsValue)
    bound = see.words(iri, PG.bound)
    said = f"{bound} {value}" if bound else value
    fact = Fact(
        "figure", iri, [Node(see.value(iri, PG.indicator)), f", {when}: {said or 'no value'}"], start, when
    )
    _observed(fact, see, iri)
    fact.row("Depends on", see.value(iri, PG.condition))
    return fact


def _growth(see: Snapshot, iri: str) -> Fact:
    start, _, when = period_of(see, iri, SDMX_DIMENSION.refPeriod, PG.periodLabel)
    rate = f"{rate_words(see.value(iri, PG.rate))} {see.words(iri, PG.basis)}".strip()
    fact = Fact("growth", iri, [Node(see.value(iri, PG.indicator)), f", {when}: {rate}"], start, when)
    base = see.value(iri, PG.basePeriod)
    if base:
        fact.row("Compared with", period_words(see.value(base, PG.start), see.value(base, PG.end)))
    _observed(fact, see, iri)
    return fact


def _observed(fact: Fact, see: Snapshot, iri: str) -> None:
    """What figures and growths have in common."""
    _tag(fact, see, iri, SDMX_ATTRIBUTE.obsStatus, "actual")
    claimant = see.value(iri, PG.claimant)
    fact.sentence += [" (figure of ", Node(claimant), ")"] if claimant else []
    fact.about = see.values(iri, SDMX_DIMENSION.refArea)
    definition = see.value(iri, PG.definition)
    fact.row("Counts", see.label(definition) if definition else see.value(iri, PG.definitionNote))
    fact.row("Area", see.words(iri, SDMX_DIMENSION.refArea))
    fact.row("As printed", see.value(iri, PG.printed))
    fact.row("Whose figure", see.value(iri, PG.claimantNote))
    doubt = see.value(iri, PG.doubt)
    fact.row("Doubt", doubt)
    fact.tags += ["doubtful"] if doubt else []


def _target(see: Snapshot, iri: str) -> Fact:
    start, _, when = period_of(see, iri, PG.due, PG.dueLabel)
    agent = see.value(iri, PG.agent)
    sentence: list[Part] = [Node(agent) if agent else see.value(iri, PG.agentNote) or "A target", " aims at "]
    sentence += [
        f"{amount_of(see, iri, PG.targetValue)} for ",
        Node(see.value(iri, PG.indicator)),
        f" by {when}",
    ]
    initiative = see.value(iri, PG.initiative)
    sentence += [" under ", Node(initiative)] if initiative else []
    fact = Fact("target", iri, sentence, start, f"due {when}", ["target"])
    fact.about = see.values(iri, SDMX_DIMENSION.refArea)
    fact.row("Counts", see.words(iri, PG.definition) or see.value(iri, PG.definitionNote))
    fact.row("As printed", see.value(iri, PG.printed))
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


def _tag(fact: Fact, see: Snapshot, iri: str, predicate: NamedNode, usual: str) -> None:
    """A tag for what is out of the ordinary: a caretaker, a plan, a forecast."""
    value = see.value(iri, predicate)
    if value and not value.endswith(f"/{usual}"):
        fact.tags.append(see.label(value))


def _listed(before: str, iris: list[str]) -> list[Part]:
    parts: list[Part] = []
    for place, iri in enumerate(iris):
        parts += [before if not place else ", ", Node(iri)]
    return parts


_MAKERS: Final[dict[str, Callable[[Snapshot, str], Fact]]] = {
    "Tenure": _tenure,
    "Step": _step,
    "Figure": _figure,
    "Growth": _growth,
    "Target": _target,
    "Amount": _amount,
    "Attribution": _attribution,
    "Ranking": _ranking,
}
