"""A reading with what proposals add to it; what the reader found stays as it is.

1. A proposal counts where the text bears it out (measured.py, named.py, told.py), and the reader, or a
   proposal before it, does not have the fact.
2. It has a figure of the same value and unit that overlaps, or of the same indicator (or none) with the same
   period (or none); a growth of the same per cent likewise; a name that is one of the mentions; a deed of
   the same kind, or a claim of cause, whose quote overlaps.
3. A percentage that the reader has as a level is no growth.
4. What counts is put in the order of the text, with its `origin`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from policygraph.proposers.contract import Proposal, Proposed, Proposer, Refused
from policygraph.proposers.evidence import Evidence, NotBorneOutError
from policygraph.proposers.measured import proposed_figure, proposed_growth
from policygraph.proposers.named import (
    Occupied,
    proposed_body,
    proposed_initiative,
    proposed_person,
    untitled,
)
from policygraph.proposers.told import proposed_action, proposed_attribution
from policygraph.reader.document import Document
from policygraph.reader.jsonl import row_of
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.read import read
from policygraph.reader.reading import LISTS, Reading, Span

__all__ = ["merged", "row_with", "with_proposals"]

_NAMED = frozenset({"people", "bodies", "initiatives"})


def with_proposals(
    document: Document, reading: Reading, proposer: Proposer, gazetteer: Gazetteer | None = None
) -> Proposed:
    """The reading of a document with what the proposer adds; raises ModelError where it cannot be asked."""
    return merged(document, reading, proposer.proposals(document), gazetteer)


def merged(
    document: Document,
    reading: Reading,
    proposals: Iterable[Proposal | Refused],
    gazetteer: Gazetteer | None = None,
) -> Proposed:
    """The reading with those proposals that count, and why the others do not.

    >>> text = "Its 4,200 looms were cleaned by Xylo Quent on Monday."
    >>> document = Document("d1", text)
    >>> said = {"mentions": ["Xylo Quent"], "post": None, "body": None}
    >>> lie = {"mentions": ["Jo Noor"], "post": None, "body": None}
    >>> found = merged(document, Reading("d1"), [Proposal("people", one, "llm m") for one in (said, lie)])
    >>> [(one.mentions, one.span, one.origin) for one in found.reading.people]
    [(('Xylo Quent',), (32, 42), 'llm m')]
    >>> [str(one) for one in found.refused]
    ['people: “Jo Noor”: is not in the text']
    """
    merge = _Merge(Evidence.of(document, gazetteer), reading)
    known, refused = 0, []
    for proposal in proposals:
        one = merge.add(proposal) if isinstance(proposal, Proposal) else proposal
        if one is not None and one.known:
            known += 1
        elif one is not None:
            refused.append(one)
    lists = {name: tuple(sorted(merge.lists[name], key=_place)) for name in LISTS}
    taken = sum(map(len, lists.values())) - sum(len(getattr(reading, name)) for name in LISTS)
    return Proposed(Reading(document.id, **lists), taken, known, tuple(refused))


def row_with(proposer: Proposer, document: Document, gazetteer: Gazetteer) -> dict[str, Any]:
    """Read a document with a proposer: its row, and under `proposals` what became of them."""
    found = with_proposals(document, read(document, gazetteer), proposer, gazetteer)
    told = {"taken": found.taken, "known": found.known, "refused": [str(one) for one in found.refused]}
    return row_of(document, found.reading) | {"proposals": told}


class _Merge:
    """A reading that grows."""

    def __init__(self, evidence: Evidence, reading: Reading) -> None:
        self.lists: dict[str, list[Any]] = {name: list(getattr(reading, name)) for name in LISTS}
        self._evidence = evidence
        text = evidence.document.text
        names = [name for kind in ("people", "bodies") for one in self.lists[kind] for name in one.mentions]
        measures = [name for one in reading.initiatives for name in one.mentions]
        self._names, self._measures = Occupied(text, [*names, *measures]), Occupied(text, measures)
        self._mentions = {
            name: {mention for one in self.lists[name] for mention in one.mentions} for name in _NAMED
        }

    def add(self, proposal: Proposal) -> Refused | None:
        """Take the proposal in, or say why not."""
        name = proposal.list
        if name in _NAMED and not self._mentions[name].isdisjoint(_names_in(proposal)):
            return Refused.of(proposal, "is read already", known=True)
        try:
            entry = self._named(proposal) if name in _NAMED else self._stated(proposal)
        except NotBorneOutError as error:
            return Refused.of(proposal, str(error))
        if name not in _NAMED and any(_same(name, one, entry) for one in self.lists[name]):
            return Refused.of(proposal, "is read already", known=True)
        if name == "growths" and any(_is_level(one, entry) for one in self.lists["figures"]):
            return Refused.of(proposal, "it is read as a level there, not as a change")
        if name in _NAMED:
            self._mentions[name].update(entry.mentions)
        self.lists[name].append(entry)
        return None

    def _stated(self, proposal: Proposal) -> Any:
        match proposal.list:
            case "figures":
                return proposed_figure(self._evidence, proposal)
            case "growths":
                return proposed_growth(self._evidence, proposal)
            case "actions":
                return proposed_action(self._evidence, proposal)
        return proposed_attribution(self._evidence, proposal)

    def _named(self, proposal: Proposal) -> Any:
        entry: Any
        if proposal.list == "initiatives":
            entry, spans = proposed_initiative(self._evidence, proposal, self._measures)
            self._measures.take(spans)
            return entry
        if proposal.list == "people":
            iris = {one.entity for one in self.lists["bodies"] if one.entity}
            entry, spans = proposed_person(self._evidence, proposal, self._names, iris)
        else:
            entry, spans = proposed_body(self._evidence, proposal, self._names)
        self._names.take(spans)
        return entry


def _names_in(proposal: Proposal) -> set[str]:
    """The mentions of a proposal, those of people also without their titles."""
    mentions = set(proposal.said["mentions"])
    return mentions | set(map(untitled, mentions)) if proposal.list == "people" else mentions


def _place(entry: Any) -> Span:
    span: Span = entry.span
    return span


def _overlap(one: Any, other: Any) -> bool:
    return bool(one.span[0] < other.span[1] and other.span[0] < one.span[1])


def _same(name: str, one: Any, other: Any) -> bool:
    """Whether two entries state one fact (rule 2)."""
    if name == "attributions":
        return _overlap(one, other)
    if name == "actions":
        return bool(one.action == other.action) and _overlap(one, other)
    value = ("value", "unit") if name == "figures" else ("pct",)
    if any(getattr(one, field) != getattr(other, field) for field in value):
        return False
    about = {one.indicator, other.indicator}
    apart = one.period and other.period and one.period != other.period
    return _overlap(one, other) or ((len(about) == 1 or "other" in about) and not apart)


def _is_level(figure: Any, growth: Any) -> bool:
    return bool(figure.unit == "percent" and figure.value == abs(growth.pct) and _overlap(figure, growth))
