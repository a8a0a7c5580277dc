"""Short names that an article gives an organisation beside its name."""

from __future__ import annotations

import pytest

from linear_time import in_linear_time
from policygraph.reader.document import Document
from policygraph.reader.names.entities import read_names
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.reading import ReadBody
from policygraph.reader.text.sentences import sentences_of

NAME = "Delta Energy Authority"


def bodies(text: str) -> tuple[ReadBody, ...]:
    return read_names(Document("x", text), sentences_of(text), Gazetteer.empty()).bodies


@pytest.mark.parametrize(
    "told",
    [
        "the {} (DEA)",
        "the {}, or DEA,",
        "the {} (or DEA)",
        "the {} [DEA]",
        "the {}, known as DEA,",
        "the {}, also known as the DEA,",
        "the {} (known as “DEA”)",
        "the {}, commonly called the DEA,",
        "the {}, better known by its acronym DEA,",
        "the {}, abbreviated as DEA,",
        "the {}, DEA for short,",
        "the {} – DEA for short –",
        "DEA ({})",
        "DEA, short for {},",
        "DEA, an acronym for the {},",
    ],
)
def test_an_acronym_that_is_told_beside_the_name(told: str) -> None:
    [body] = bodies(f"On Monday {told.format(NAME)} said prices fell. Traders asked why DEA did.")
    assert (body.mentions, body.acronym, body.kind) == ((NAME, "DEA"), "DEA", "agency")


def test_what_is_told_need_not_be_spelt_by_the_name_but_for_or() -> None:
    assert bodies(f"The {NAME}, known as NITRA, said so.")[0].acronym == "NITRA"
    assert bodies(f"The {NAME}, or NITRA, said so.")[0].acronym is None
    assert bodies(f"NITRA ({NAME}) said so.")[-1].acronym is None


@pytest.mark.parametrize(
    "text",
    [
        f"The {NAME}, called the PTRA slow.",
        f"The {NAME}, referred to the PTRA by a court, said so.",
        f"The {NAME}, known to the PTRA, said so.",
        f"The {NAME}, and PTRA, said so.",
        f"The {NAME} called PTRA, its rival.",
    ],
)
def test_what_is_no_short_name(text: str) -> None:
    [body] = [body for body in bodies(text) if NAME in body.mentions]
    assert (body.mentions, body.acronym) == ((NAME,), None)


@pytest.mark.parametrize(
    "part", ["The Delta Authority, also known as the DA, ", "DA (", "Delta Board (known as "]
)
def test_hostile_text_takes_linear_time(part: str) -> None:
    assert in_linear_time(bodies, part * 100, part * 1_600)
