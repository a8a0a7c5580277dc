"""Facts that count something: figures, growths and targets."""

from __future__ import annotations

from policygraph.terms import PG, SDMX_ATTRIBUTE, SDMX_DIMENSION, SDMX_MEASURE
from policygraph.view.fact import Fact, Node, Part, amount_of, period_of, tag_unusual
from policygraph.view.findings import verdict_words
from policygraph.view.snapshot import Snapshot
from policygraph.view.wording import period_words, rate_words

__all__ = ["figure_fact", "growth_fact", "target_fact"]


def figure_fact(see: Snapshot, iri: str) -> Fact:
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


def growth_fact(see: Snapshot, iri: str) -> Fact:
    start, _, when = period_of(see, iri, SDMX_DIMENSION.refPeriod, PG.periodLabel)
    rate = f"{rate_words(see.value(iri, PG.rate))} {see.words(iri, PG.basis)}".strip()
    fact = Fact("growth", iri, [Node(see.value(iri, PG.indicator)), f", {when}: {rate}"], start, when)
    base = see.value(iri, PG.basePeriod)
    if base:
        fact.row("Compared with", period_words(see.value(base, PG.start), see.value(base, PG.end)))
    fact.row("Computed again", verdict_words(see, iri))
    _observed(fact, see, iri)
    return fact


def _observed(fact: Fact, see: Snapshot, iri: str) -> None:
    """What figures and growths have in common."""
    tag_unusual(fact, see, iri, SDMX_ATTRIBUTE.obsStatus, "actual")
    claimant = see.value(iri, PG.claimant)
    fact.sentence += [" (figure of ", Node(claimant), ")"] if claimant else []
    fact.about = see.values(iri, SDMX_DIMENSION.refArea)
    definition = see.value(iri, PG.definition)
    fact.row("Counts", see.label(definition) if definition else see.value(iri, PG.definitionNote))
    fact.row("Area", see.words(iri, SDMX_DIMENSION.refArea))
    fact.row("As printed", see.value(iri, PG.printed))
    fact.row("Whose figure", see.value(iri, PG.claimantNote))
    doubt = see.value(iri, PG.doubt)
    fact.row("Editors’ doubt", doubt)
    fact.tags += ["doubtful"] if doubt else []


def target_fact(see: Snapshot, iri: str) -> Fact:
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
