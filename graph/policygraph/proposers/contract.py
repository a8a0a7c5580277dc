"""What a proposer is, what it gives, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from policygraph.reader.document import Document
from policygraph.reader.reading import Reading

__all__ = ["Proposal", "Proposed", "Proposer", "Refused", "Several"]

_SHOWN = 80


@dataclass(frozen=True)
class Proposal:
    """One entry for a list of a reading, in the form of `ontology/lexicon/proposals.yaml`, unchecked."""

    list: str
    said: Mapping[str, Any]
    origin: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A proposal that does not count, and why; `known` where the reader has the fact already."""

    list: str
    said: str
    reason: str
    known: bool = False

    def __str__(self) -> str:
        return f"{self.list}: {self.said}: {self.reason}"

    @classmethod
    def of(cls, proposal: Proposal, reason: str, *, known: bool = False) -> Refused:
        """The proposal by its quote or name, in characters that can be printed.

        >>> print(Refused.of(Proposal("people", {"mentions": ["Jo Noor"]}, "llm m"), "is not in the text"))
        people: “Jo Noor”: is not in the text
        """
        told = proposal.said.get("quote") or proposal.said.get("mentions") or proposal.said
        whole = " / ".join(map(str, told)) if isinstance(told, list | tuple) else str(told)
        shown = "".join(letter if letter.isprintable() else " " for letter in whole[: _SHOWN + 1])
        return cls(
            proposal.list, f"“{shown if len(shown) <= _SHOWN else shown[:_SHOWN] + '…'}”", reason, known
        )


@dataclass(frozen=True, slots=True)
class Proposed:
    """A reading with the proposals that count, each with its `origin`; the others with their reasons."""

    reading: Reading
    taken: int = 0
    known: int = 0
    """Proposals of what the reader, or an earlier proposal, has already."""
    refused: tuple[Refused, ...] = ()


class Proposer(Protocol):
    """Something that proposes entries; it can be pickled, so that several processes may ask it."""

    @property
    def name(self) -> str:
        """What its entries say they come from: `llm MODEL`, `spacy MODEL`."""
        ...

    def proposals(self, document: Document) -> tuple[Proposal | Refused, ...]:
        """What it proposes for a document; raises ModelError where it cannot be asked."""
        ...


@dataclass(frozen=True)
class Several:
    """Proposers asked one after the other; what an earlier one had right is known to the later."""

    proposers: tuple[Proposer, ...]

    @property
    def name(self) -> str:
        """All their names."""
        return ", ".join(one.name for one in self.proposers)

    def proposals(self, document: Document) -> tuple[Proposal | Refused, ...]:
        """What each proposes, in their order."""
        return tuple(found for one in self.proposers for found in one.proposals(document))
