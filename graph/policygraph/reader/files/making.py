"""What is made of a part of the input, in whichever process it is done.

A document that breaks the maker gives a Problem, and the rest go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from policygraph.errors import PolicygraphError, Problem
from policygraph.reader.document import Document
from policygraph.reader.files.inputs import Part, documents_of
from policygraph.reader.names.gazetteer import Gazetteer

__all__ = ["Maker", "made_of_part"]

T = TypeVar("T")
Maker = Callable[[Document, Gazetteer], T]
"""What makes anything of a document; it can be pickled."""


def made_of_part(part: Part, maker: Maker[T], names: Gazetteer) -> Iterator[T | Problem]:
    """What is made of the documents of a part."""
    for document in documents_of(part):
        yield document if isinstance(document, Problem) else _tried(document, maker, names)


def _tried(document: Document, maker: Maker[T], names: Gazetteer) -> T | Problem:
    try:
        return maker(document, names)
    except PolicygraphError as error:
        return Problem(Path(document.id), 0, "", str(error))
    except Exception as error:  # noqa: BLE001  one text must not stop a thousand; the fault is told at the end
        return Problem(Path(document.id), 0, "", f"the reader failed: {type(error).__name__}: {error}"[:200])
