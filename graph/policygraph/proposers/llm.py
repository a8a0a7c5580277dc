"""A language model as a proposer: what it answers is kept by what it was asked, and read as nothing but data.

1. An answer is kept under the hash of the whole question (instruction, article, model, form), so that the
   same question is asked once, and another instruction or model asks anew. Only what is JSON is kept.
2. The JSON is the whole answer, or what stands in its first fenced block, or what lies between its first and
   its last brace.
3. A server that failed `_PATIENCE` times in a row is not asked again in this run: what is kept still counts.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from policygraph.atomic import replace_file
from policygraph.errors import ModelError
from policygraph.paths import cache_dir
from policygraph.proposers.contract import Proposal, Refused
from policygraph.proposers.form import entries_of
from policygraph.proposers.prompt import pieces_of, request_of
from policygraph.proposers.server import LARGEST, Server
from policygraph.reader.document import Document

__all__ = ["LanguageModel"]

_PATIENCE = 3
_FENCED = re.compile(r"```(?:json)?[ \t]*\n(.*?)```", re.DOTALL)


@dataclass
class _Faults:
    """How often the server failed since it last answered."""

    count: int = 0
    last: str = ""


@dataclass(frozen=True)
class LanguageModel:
    """The model of this name at an OpenAI-compatible server."""

    server: Server
    model: str
    _faults: _Faults = field(default_factory=_Faults, repr=False, compare=False)

    @property
    def name(self) -> str:
        """`llm MODEL`."""
        return f"llm {self.model}"

    def proposals(self, document: Document) -> tuple[Proposal | Refused, ...]:
        """What the model proposes, piece by piece of the article.

        Raises ModelError where the server fails or the answer is no JSON object.
        """
        found: list[Proposal | Refused] = []
        for piece in pieces_of(document.text):
            found += entries_of(self._answer(request_of(document, piece, self.model)), self.name)
        return tuple(found)

    def _answer(self, question: dict[str, Any]) -> dict[str, Any]:
        place = _place(question)
        kept = _read(place)
        if kept is not None:
            return kept
        content = self._asked(question)
        answer = _object_in(content)
        if answer is None:
            begins = "".join(c if c.isprintable() else " " for c in content[:60])
            raise ModelError(self.server.url, f"answered with no JSON object but with “{begins}”")
        with suppress(OSError):  # without a cache it is asked again next time, and no more
            replace_file(place, content.encode("utf-8", "surrogatepass"))
        return answer

    def _asked(self, question: dict[str, Any]) -> str:
        faults = self._faults
        if faults.count >= _PATIENCE:
            raise ModelError(
                self.server.url, f"was not asked again: {faults.count} times in a row it {faults.last}"
            )
        try:
            content = self.server.ask(question)
        except ModelError as error:
            faults.count, faults.last = faults.count + 1, error.reason
            raise
        faults.count = 0
        return content


def _place(question: dict[str, Any]) -> Path:
    whole = json.dumps(question, sort_keys=True).encode()
    return cache_dir() / "llm" / f"{hashlib.sha256(whole).hexdigest()[:40]}.txt"


def _read(place: Path) -> dict[str, Any] | None:
    """A kept answer; None where there is none that can be used."""
    try:
        with place.open("rb") as file:
            return _object_in(file.read(LARGEST).decode("utf-8", "surrogatepass"))
    except (OSError, UnicodeDecodeError):
        return None


def _object_in(content: str) -> dict[str, Any] | None:
    """The JSON object of an answer (rule 2).

    >>> _object_in('Here it is:\\n```json\\n{"people": []}\\n```\\nI hope this helps.')
    {'people': []}
    """
    for text in _candidates(content):
        try:
            found = json.loads(text, parse_float=Decimal, parse_constant=_refused)
        except (ValueError, RecursionError, ArithmeticError):
            continue
        if isinstance(found, dict):
            return found
    return None


def _candidates(content: str) -> Iterator[str]:
    yield content
    if fenced := _FENCED.search(content):
        yield fenced[1]
    start, end = content.find("{"), content.rfind("}")
    if 0 <= start < end:
        yield content[start : end + 1]


def _refused(name: str) -> None:
    raise ValueError(name)
