"""Documents to readings with what was proposed for them, in one process or several (see `reader.files.many`).

A model's server that cannot be asked about a document stops that document alone: it is told, and not added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from policygraph.errors import Problem
from policygraph.proposers.contract import Proposed, Proposer
from policygraph.proposers.merge import with_proposals
from policygraph.reader.document import Document
from policygraph.reader.files.many import made_of
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.read import read

__all__ = ["Read", "readings"]

Read = tuple[Document, Proposed]


def readings(
    documents: Iterable[Document | Problem],
    gazetteer: Gazetteer,
    jobs: int = 1,
    proposer: Proposer | None = None,
) -> Iterator[Read | Problem]:
    """Each document with its reading and what was proposed for it, or a Problem; one stops no other."""
    return made_of(documents, partial(_reading, proposer), gazetteer, jobs)


def _reading(proposer: Proposer | None, document: Document, names: Gazetteer) -> Read:
    found = read(document, names)
    return document, with_proposals(document, found, proposer, names) if proposer else Proposed(found)
