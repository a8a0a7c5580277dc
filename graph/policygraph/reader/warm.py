"""Loads all that the reader loads when it is first used: to be imported by a process that copies are made of.

The import never fails: what is wrong with a lexicon is told by whoever reads with it.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from policygraph.reader.document import Document
from policygraph.reader.gazetteer import Gazetteer

_TEXT = """Exports of the Rivers Board rose by 12 per cent to $3.2 billion in July-March 2031, its chair Ada
Noor said on Monday, due to the launch of a relief fund for boats, which had trained half of the 5,000 owners.

“We aim to raise them to Rs20bn by 2033,” the minister told The Paper. The board credited the rise to it."""

with suppress(Exception):
    from policygraph.reader.many import read_row

    read_row(Document("warm", _TEXT, "A fund for boats", date(2031, 4, 1), "PK"), Gazetteer.empty())
