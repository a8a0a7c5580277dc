"""What speaks for an organisation and against one, and how far its name goes."""

from __future__ import annotations

import pytest

from policygraph.reader.document import Document
from policygraph.reader.names.entities import read_names
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.text.sentences import sentences_of

EMPTY = Gazetteer.empty()


def named(text: str, gazetteer: Gazetteer = EMPTY) -> list[tuple[str, ...]]:
    """The mentions of each organisation of a text."""
    return [body.mentions for body in read_names(Document("x", text), sentences_of(text), gazetteer).bodies]


def test_a_letter_whose_small_form_is_longer_moves_no_name() -> None:
    text = "In \u0130zmir and \u0130znik the finance ministry told parliament of it."
    assert named(text) == [("finance ministry",), ("parliament",)]
    known = Gazetteer.of([("body", "ex:bank", ["\u0130zmir Rivers Bank"])])
    assert named("The \u0130zmir Rivers bank lends.", known) == [("\u0130zmir Rivers bank",)]
