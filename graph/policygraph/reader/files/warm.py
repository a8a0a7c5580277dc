"""Loads all that the reader loads when it is first used: to be imported by a process that copies are made of.

The import never fails: what is wrong with a lexicon is told by whoever reads with it.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from policygraph.reader.document import Document
from policygraph.reader.names.gazetteer import Gazetteer

with suppress(Exception):
    from policygraph.lexicon import section
    from policygraph.reader.files.many import read_row

    read_row(Document("warm", str(section("sentences", "sample")), "", date(2031, 4, 1)), Gazetteer.empty())
