"""What `policygraph read` gives of one article: a line, a document of YAML, or the rows of a table.

All of it is made where the article is read, which may be another process: what comes back is text to write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from policygraph.cli.country_notes import land_note
from policygraph.cli.resuming import hash_of
from policygraph.reader.document import Document
from policygraph.reader.files.many import Row, RowMaker
from policygraph.reader.jsonl import line_of
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.reading import LISTS

__all__ = ["Finished", "Finisher"]

_UNSEEN = frozenset({"quote", "evidence", "why", "entity"})
"""What a table does not show, or not among what was taken."""


class Finished(NamedTuple):
    """An article that was read: its id, what to write of it, and what became of proposals."""

    id: str
    text: str
    cells: tuple[tuple[str, str, str, str], ...] = ()
    """The rows of a table, whose title `text` is."""
    proposals: Mapping[str, Any] | None = None
    land: str = ""
    """What there is to say of its country: see `country_notes`."""
    code: str = ""
    """That country, as far as there is one."""


@dataclass(frozen=True, slots=True)
class Finisher:
    """Reads an article and puts what was read into a form; can be sent to other processes."""

    maker: RowMaker
    form: str
    """jsonl, yaml or table; `out` for a line of a file that a run cut short goes on with."""
    proposer: str = ""

    def __call__(self, document: Document, gazetteer: Gazetteer) -> Finished:
        """The article in its form."""
        digest = hash_of(document, self.proposer) if self.form == "out" else ""
        row = self.maker(document, gazetteer)
        proposals = row.pop("proposals", None)
        said = land_note(document)
        if self.form == "table":
            cells = tuple(_cells(document, row))
            return Finished(document.id, document.title or document.id, cells, proposals, *said)
        text = _yaml(row) if self.form == "yaml" else line_of(row | ({"sha256": digest} if digest else {}))
        return Finished(document.id, text, (), proposals, *said)


def _yaml(row: Row) -> str:
    import yaml

    return str(yaml.safe_dump([row], allow_unicode=True, sort_keys=False, width=110))


def _cells(document: Document, row: Row) -> Iterator[tuple[str, str, str, str]]:
    for name in LISTS:
        for entry in row[name]:
            start, end = entry["evidence"]
            taken = ", ".join(_said(key, entry[key]) for key in entry if key not in _UNSEEN and entry[key])
            yield name, taken, document.text[start:end], f"{start}-{end}"


def _said(key: str, value: Any) -> str:
    shown = " / ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"{key} {shown}"
