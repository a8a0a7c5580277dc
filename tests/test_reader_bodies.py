"""Which organisations are named, under which names and acronym, and of what kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linear_time import in_linear_time
from policygraph.reader.document import Document
from policygraph.reader.figures.measures import Measures, measures_of
from policygraph.reader.names import entities
from policygraph.reader.names.entities import read_names
from policygraph.reader.names.entries import Entry
from policygraph.reader.names.found import FoundBody
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.names.merging import initials, merged_bodies
from policygraph.reader.reading import ReadBody
from policygraph.reader.text.sentences import Sentence, sentences_of

EMPTY = Gazetteer.empty()
KNOWN = Gazetteer.of(
    [
        Entry("body", "ex:ministry", ("Ministry of Rivers and Information Technology",), "MoRIT", "ministry"),
        Entry("body", "ex:board", ("Rivers Export Board",), "REB", "board"),
        Entry("body", "ex:gov", ("Government of Rivers",), None, "government"),
        Entry("initiative", "ex:policy", ("Rivers Data Board Policy",)),
    ]
)


def bodies(text: str, gazetteer: Gazetteer = EMPTY) -> tuple[ReadBody, ...]:
    return read_names(Document("x", text), sentences_of(text), gazetteer).bodies


@pytest.mark.parametrize(
    ("text", "mentions", "kind"),
    [
        (
            "The Ministry of Planning, Trade and Energy met.",
            "Ministry of Planning, Trade and Energy",
            "ministry",
        ),
        ("The Ministry of Finance and Trade met.", "Ministry of Finance and Trade", "ministry"),
        ("The Securities and Lakes Authority met.", "Securities and Lakes Authority", "agency"),
        ("Council for Deep Rivers on Wednesday met.", "Council for Deep Rivers", "council"),
        (
            "A Rivers Chamber of Commerce and Trade met.",
            "Rivers Chamber of Commerce and Trade",
            "association",
        ),
        ("They sold Acmo Widgets Ltd, and Acmo Widgets grew.", "Acmo Widgets Ltd|Acmo Widgets", "company"),
        ("The University of Rivers closed.", "University of Rivers", "university"),
        ("Staff of the finance ministry left.", "finance ministry", "ministry"),
        ("It went to the federal cabinet; the cabinet agreed.", "federal cabinet|cabinet", "council"),
        ("Brel Noor, chief executive of Acmo, left.", "Acmo", "company"),
        ("The software company Acmo grew.", "Acmo", "company"),
        ("Acmo, a retailer in the north, grew.", "Acmo", "company"),
        ("The World Bank said so.", "World Bank", "international"),
        ("The Rivers Export Board met. The Board agreed.", "Rivers Export Board|Board", "agency"),
        ("The Noorland Millers' Union met.", "Noorland Millers' Union", "association"),
        ("It went to the Pilots Workers' Party.", "Pilots Workers' Party", "other"),
        ("She rang the Governor's Office.", "Governor's Office", "agency"),
        ("Acmo and two rivals left.", "Acmo", "company"),
        ("It fell. Acmo's chairman left.", "Acmo", "company"),
        ("It fell. RiverEurope, which represents ports, left.", "RiverEurope", "company"),
        ("They met at Banco Azul.", "Banco Azul", "company"),
        ("She is now at BREL Noorabad.", "BREL Noorabad", "company"),
    ],
)
def test_one_body(text: str, mentions: str, kind: str) -> None:
    (body,) = bodies(text)
    assert ("|".join(body.mentions), body.acronym, body.kind) == (mentions, None, kind)
    assert text[body.span[0] : body.span[1]] in body.mentions


def test_an_acronym_is_given_once_and_used_later() -> None:
    (body,) = bodies("The Rivers Export Board (REB) met; the REB agreed.")
    assert (body.mentions, body.acronym, body.kind) == (("Rivers Export Board", "REB"), "REB", "agency")


def test_a_list_of_companies() -> None:
    found = bodies("Operators such as Acmo, Belto and Corvo have agreed.")
    assert [body.mentions for body in found] == [("Acmo",), ("Belto",), ("Corvo",)]


@pytest.mark.parametrize(
    "text",
    [
        "The United States (U.S.) and gross domestic product (GDP) grew.",
        "Special River Zones (SRZs) were opened under the Rivers Finance Act.",
        "The Deep Water Drilling (DWD) technology is new.",
        "He wrote on Twitter that AI and IT will grow.",
        "The Board of Directors met on Monday in New York City.",
        "The Government of Rivers agreed.",
        "Rivers Data Board Policy is out.",
    ],
)
def test_what_is_no_body(text: str) -> None:
    assert bodies(text, KNOWN) == ()


def test_resolved_by_name_acronym_and_key() -> None:
    assert bodies("The REB met.", KNOWN)[0].entity == "ex:board"
    found = bodies("The IT Rivers Ministry met.", KNOWN)[0]
    assert (found.entity, "has the words of" in found.why) == ("ex:ministry", True)
    assert bodies("The Lakes Export Board met.", KNOWN)[0].entity is None


@pytest.mark.parametrize(
    "text",
    [
        "Under the BREL NOOR bill, boats stay.",
        "A boat content level (BRLN) is set.",
        "Boats for Crews, a project of the town, began.",
    ],
)
def test_what_a_measure_is_called_is_no_body(text: str) -> None:
    assert bodies(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The opposition RP(U) walked out.", "RP(U)"),
        ("A letter from BRELN arrived.", "BRELN"),
        ("The crew of a trade committee (BRLN) met.", "BRLN"),
    ],
)
def test_capitals_alone_are_an_acronym_of_a_body(text: str, name: str) -> None:
    assert [(one.mentions, one.acronym) for one in bodies(text)] == [((name,), name)]


def test_an_office_after_the_name_is_no_part_of_it() -> None:
    assert [one.mentions[0] for one in bodies("Bank of Noorland President Brel Ulm said so.")] == [
        "Bank of Noorland"
    ]


def test_mentions_of_a_known_body_are_one() -> None:
    (body,) = bodies("The Rivers Export Board (REB) met. REB agreed.", KNOWN)
    assert (body.mentions, body.acronym, body.entity) == (("Rivers Export Board", "REB"), "REB", "ex:board")


def test_a_changed_about_acronym_is_the_same() -> None:
    (body,) = bodies("Lower Rivers Barge Corporation (LRBC) grew; the LBRC docks too.")
    assert body.acronym == "LRBC"


MANY: dict[str, Callable[[int], str]] = {
    "one body": lambda n: "The Rivers Board met. " * n,
    "one suffix": lambda n: " ".join(f"The {_word(i)} Rivers Trade Board met." for i in range(n)),
    "one acronym": lambda n: " ".join(f"The {_word(i)} Rivers Board (RB) met." for i in range(n)),
    "one house": lambda n: " ".join(f"The {_word(i)} Board met in the House." for i in range(n)),
    "capitals": lambda n: " ".join(f"{_word(i).upper()} said so." for i in range(n)),
}


def _word(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number)).capitalize()


@pytest.mark.parametrize("kind", MANY)
def test_many_mentions_are_merged_in_linear_time(kind: str) -> None:
    def work(text: str) -> None:
        read_names(Document("x", text), sentences_of(text), EMPTY)

    assert in_linear_time(work, MANY[kind](1500), MANY[kind](7500))


def test_measures_are_looked_up_once_for_all_names(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Document] = []

    def counted(document: Document, sentences: tuple[Sentence, ...]) -> Measures:
        asked.append(document)
        return measures_of(document, sentences)

    monkeypatch.setattr(entities, "measures_of", counted)
    text = MANY["capitals"](300)
    assert len(read_names(Document("x", text), sentences_of(text), EMPTY).bodies) > 100
    assert len(asked) == 1


def test_twelve_thousand_mentions_are_one_body() -> None:
    found = [FoundBody([(9 * n, 9 * n + 5)], ["Board", f"Board {n % 3}"], "board") for n in range(12_000)]
    (one,) = merged_bodies(found, [])
    assert (len(one.spans), one.names) == (12_000, ["Board", "Board 0", "Board 1", "Board 2"])


def test_initials() -> None:
    assert initials("Bank of the Deep-Rivers") == "BDR"
