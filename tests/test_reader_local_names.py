"""Names that mean a body or post within its own country alone."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from policygraph.cli.names_known import gazetteer_of as names_of_graph
from policygraph.curated.load import load_pack
from policygraph.paths import data_dir
from policygraph.reader.document import Document
from policygraph.reader.names.entries import Entry, Tenure
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.names.homes import Home
from policygraph.reader.read import read
from policygraph.resolve.known import gazetteer_of as names_of_pack
from policygraph.shipped import cached_store

HOME = Home("XR", ("Ruritania", "Kingdom of Ruritania"))
BANK = Entry(
    "body",
    "ex:bank",
    ("Royal Bank of Ruritania",),
    "RBR",
    "central-bank",
    local=("Royal Bank", "central bank"),
)
CRAFTS = Entry(
    "body", "ex:crafts", ("Ministry of Digital Crafts",), "MDC", "ministry",
    local=("crafts ministry", "Ministry of Digital Crafts", "MDC"),
)  # fmt: skip
MINISTER = Entry(
    "post",
    "ex:minister",
    ("Minister for Trade of Ruritania",),
    None,
    "",
    "ex:crafts",
    ("trade minister",),
)
HELD = Tenure("ex:noor", "ex:minister", date(2023, 1, 1), date(2023, 12, 31))
GAZETTEER = Gazetteer.of([BANK, CRAFTS, MINISTER, ("person", "ex:noor", ["Jo Noor"])], [HELD], HOME)


def bodies(text: str, country: str | None) -> dict[str, str | None]:
    """Longest mention of each body -> what it resolved to."""
    found = read(Document("made", text, date=date(2023, 5, 5), country=country), GAZETTEER).bodies
    return {one.mentions[0]: one.entity for one in found}


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("The Royal Bank said so.", "Royal Bank", "ex:bank"),
        ("The central bank said so.", "central bank", "ex:bank"),
        ("The crafts ministry said so.", "crafts ministry", "ex:crafts"),
        ("The Ministry of Digital Crafts said so.", "Ministry of Digital Crafts", "ex:crafts"),
        ("The MDC said so.", "MDC", "ex:crafts"),
    ],
)
def test_a_local_name_means_the_body_in_a_text_on_its_country_alone(
    text: str, name: str, entity: str
) -> None:
    assert bodies(text, "XR") == {name: entity}
    assert bodies(text, "xr") == {name: entity}
    assert bodies(text, "FD").get(name) is None


@pytest.mark.parametrize("country", ["XR", "FD", None])
def test_full_names_and_acronyms_that_are_not_local_count_everywhere(country: str | None) -> None:
    assert bodies("The Royal Bank of Ruritania met. RBR said so.", country) == {
        "Royal Bank of Ruritania": "ex:bank"
    }


def test_without_a_country_a_full_name_counts_and_what_is_local_alone_does_not() -> None:
    text = "The Ministry of Digital Crafts met the Royal Bank."
    assert bodies(text, None) == {"Ministry of Digital Crafts": "ex:crafts", "Royal Bank": None}


@pytest.mark.parametrize("country", ["FD", None])
@pytest.mark.parametrize(
    "whose", ["Ruritania's {}", "Ruritania’s new {}", "the Ruritanian {}", "the {} of Ruritania"]
)
def test_beside_its_country_it_counts_everywhere(whose: str, country: str | None) -> None:
    assert (
        bodies(f"Late on Monday {whose.format('Royal Bank')} said so.", country)[
            "Royal Bank" if "of" not in whose else "Royal Bank of Ruritania"
        ]
        == "ex:bank"
    )
    assert bodies(f"Late on Monday {whose.format('crafts ministry')} said so.", country) == {
        "crafts ministry": "ex:crafts"
    }


@pytest.mark.parametrize(
    "whose", ["India's {}", "India’s {}", "the Indian {}", "Borduria's {}", "the {} of Borduria"]
)
def test_at_home_it_is_not_that_of_another_country(whose: str) -> None:
    found = bodies(f"Late on Monday {whose.format('crafts ministry')} said so.", "XR")
    assert "ex:crafts" not in found.values()


def test_a_day_owns_nothing() -> None:
    assert bodies("At Monday's Royal Bank auction the Royal Bank sold bonds.", "XR") == {
        "Royal Bank": "ex:bank"
    }


def test_two_names_of_one_body_are_one_entry() -> None:
    text = (
        "The Ministry of Digital Crafts met. The crafts ministry agreed. So did Ministry of Crafts officials."
    )
    found = read(Document("made", text, country="XR"), GAZETTEER).bodies
    assert [(one.mentions, one.entity) for one in found] == [
        (("Ministry of Digital Crafts", "Ministry of Crafts", "crafts ministry"), "ex:crafts")
    ]


def test_a_post_by_its_local_name() -> None:
    text = "The trade minister Noor said so."
    [here] = read(Document("made", text, date=date(2023, 5, 5), country="XR"), GAZETTEER).people
    [there] = read(Document("made", text, date=date(2023, 5, 5), country="FD"), GAZETTEER).people
    assert (here.entity, there.entity) == ("ex:noor", None)


def test_it_travels_between_processes() -> None:
    again = pickle.loads(pickle.dumps(GAZETTEER))  # noqa: S301
    text = "The Royal Bank met."
    assert [hit.entry.iri for hit in again.within("XR").find(text)] == ["ex:bank"]
    assert again.within("FD").find(text) == ()


def test_the_graph_has_the_local_names_of_the_pack() -> None:
    pack, graph = names_of_pack(load_pack(data_dir())), names_of_graph(cached_store())
    assert graph.home == pack.home
    of_pack = {one.iri: set(one.local) for one in pack.entries if one.local}
    assert len(of_pack) > 20
    assert {one.iri: set(one.local) for one in graph.entries if one.local} == of_pack


def test_shipped_bodies_by_their_usual_names() -> None:
    names = names_of_pack(load_pack(data_dir()))
    text = (
        "The IT ministry, or Ministry of Information Technology met the State Bank. The Ministry of IT left."
    )
    for country, ids in (("PK", ["moitt", "sbp"]), ("BD", [])):
        found = read(Document("made", text, country=country), names).bodies
        assert [one.entity.rpartition("/")[2] for one in found if one.entity] == ids
