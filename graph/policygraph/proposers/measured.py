"""Proposed figures and growths: the reader's own grammar must read the same from the quote.

1. A figure counts where the grammar reads an amount of the same value and unit wholly within the quote, and
   reads no change there. `$303` of `$303 million` is no such amount, nor is the year of a date.
2. A growth counts where the grammar reads a change by the same per cent, sign included, from the quote: in
   its sentence, or by itself; what it reads by itself must be printed in full (`rose 5` of `rose 5.3%` is
   not).
3. A period counts where the grammar reads that very period in the sentence, a basis where the sentence has
   a word for it; else they are left open. The status is the grammar's own. The indicator is the proposer's
   word: nothing but its quote speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from policygraph.periods import Period
from policygraph.proposers.contract import Proposal
from policygraph.proposers.evidence import Evidence, NotBorneOutError
from policygraph.reader.figures.changes import change_sign
from policygraph.reader.figures.growths import read_growths
from policygraph.reader.figures.measures import Place, measures_of
from policygraph.reader.figures.statuses import status_of
from policygraph.reader.periods.text_periods import printed
from policygraph.reader.reading import ReadFigure, ReadGrowth, Span
from policygraph.reader.text.cues import has_cue
from policygraph.reader.text.sentences import Sentence, sentences_of

__all__ = ["proposed_figure", "proposed_growth"]

_UNITS = {"ordinal": "count"}
_CHANGES = frozenset({"percent", "points"})


def proposed_figure(evidence: Evidence, proposal: Proposal) -> ReadFigure:
    """The figure, as the text bears it out; raises NotBorneOutError where it does not."""
    said = proposal.said
    reason = f"no {_plain(said['value'])} {said['unit']} is read from that quote"
    for span, sentence in evidence.stated(said["quote"]):
        for place in evidence.amounts(span):
            amount = place.amount
            if amount.value != said["value"] or _UNITS.get(amount.unit, amount.unit) != said["unit"]:
                continue
            if change_sign(evidence.measures, place):
                reason = "it is read as a change there, not as a level"
                continue
            period = _period(evidence, sentence, said["period"])
            status = status_of(evidence.measures, place, said["indicator"], period, due=False)
            return ReadFigure(
                span,
                said["indicator"],
                amount.value,
                said["unit"],
                printed(period),
                status,
                origin=proposal.origin,
            )
    raise NotBorneOutError(reason)


def proposed_growth(evidence: Evidence, proposal: Proposal) -> ReadGrowth:
    """The growth, as the text bears it out; raises NotBorneOutError where it does not."""
    said = proposal.said
    pct = Decimal(said["pct"])
    for span, sentence in evidence.stated(said["quote"]):
        if pct in _changes(evidence, span, pct):
            basis = said["basis"]
            if basis and not has_cue(evidence.measures.text, sentence.start, sentence.end, "changes", basis):
                basis = None
            period = printed(_period(evidence, sentence, said["period"]))
            return ReadGrowth(span, said["indicator"], pct, basis, period, origin=proposal.origin)
    raise NotBorneOutError(f"no change by {_plain(pct)} per cent is read from that quote")


def _changes(evidence: Evidence, span: Span, wanted: Decimal) -> Iterator[Decimal]:
    """The changes that the grammar reads from a quote, in its sentence and then by itself (rule 2)."""
    whole = False
    for place in evidence.amounts(span):
        if place.amount.unit in _CHANGES:
            whole = whole or place.amount.value == abs(wanted)
            yield place.amount.value * change_sign(evidence.measures, place)
    document = evidence.document
    alone = replace(document, text=evidence.text(span), title="")
    sentences = sentences_of(alone.text)
    if whole or not _has(measures_of(alone, sentences).places, abs(wanted)):
        yield from (one.pct for one in read_growths(alone, sentences))


def _has(places: tuple[Place, ...], value: Decimal) -> bool:
    return any(place.amount.value == value for place in places)


def _period(evidence: Evidence, sentence: Sentence, said: str | None) -> Period | None:
    for one in evidence.measures.periods_in(sentence.start, sentence.end) if said else ():
        if one.period and printed(one.period) == said:
            return one.period
    return None


def _plain(value: object) -> str:
    return str(value)[:40]
