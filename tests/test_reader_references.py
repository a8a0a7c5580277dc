"""What stands for a measure named before or described: pronouns, bare words, known names, titles."""

from __future__ import annotations

from datetime import date

import pytest

from policygraph.reader.document import Document
from policygraph.reader.figures.measure_words import measure_words
from policygraph.reader.names.entries import Entry
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.read import read
from reading_made import deeds, measures, reading_of

FUND = "The Rivers Board announced the Clean Rivers Fund."
NAMES = Gazetteer.of(
    [
        Entry("person", "ex:noor", ("Jo Noor",)),
        Entry("initiative", "ex:reward", ("Rs10 billion cash-reward fund for boat builders",), sort="fund"),
        Entry("initiative", "ex:keep", ("Mandatory 35% retention in river accounts",), sort="rule"),
        Entry("initiative", "ex:rivers", ("Clean Rivers Fund",), sort="fund"),
        Entry("initiative", "ex:act", ("Rivers Authority Act 2020",), sort="law"),
        Entry("initiative", "ex:bill", ("Rivers Authority Amendment Bill",), sort="law"),
        Entry("initiative", "ex:committee", ("Interim River Committee for Clean Rivers",), sort="programme"),
    ]
)


def entities(text: str, title: str = "") -> dict[str, str | None]:
    """The entity of each measure, by its longest mention."""
    read_as = read(Document("made", text, title=title, date=date(2024, 1, 1)), NAMES)
    return {one.mentions[0]: one.entity for one in read_as.initiatives}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{FUND} The board launched it on 9 June.", ("Rivers Board", "launch", "Clean Rivers Fund", "done")),
        (f"{FUND} It was enacted in May.", ("government", "approve", "Clean Rivers Fund", "done")),
        (f"{FUND} The launch followed in May.", ("government", "launch", "Clean Rivers Fund", "done")),
        (f"{FUND} The fund came into force.", ("government", "launch", "Clean Rivers Fund", "done")),
        (f"{FUND} By May the fund was on hold.", ("government", "other", "Clean Rivers Fund", "done")),
        (
            f"{FUND} The government drafted its text.",
            ("government", "establish", "Clean Rivers Fund", "done"),
        ),
    ],
)
def test_a_word_stands_for_the_measure_before(text: str, found: tuple[str, str, str, str]) -> None:
    assert found in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{FUND} It was announced that rain fell.",
        f"{FUND} The mayor said it.",
        f"{FUND} Nothing can be done unless the Senate approved it.",
        f"{FUND} The fund was not in force.",
    ],
)
def test_a_word_may_stand_for_nothing(text: str) -> None:
    assert [deed[:3] for deed in deeds(text)] == [("Rivers Board", "announce", "Clean Rivers Fund")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A river bill announced on 2 May was short.", ("government", "announce", "river bill", "done")),
        ("A river account was agreed on 2 May.", None),
        ("A river tax scheme was agreed on 2 May.", ("government", "approve", "river tax scheme", "done")),
        (
            "At the launch ceremony of Clean Rivers in Upton, Jo Noor spoke.",
            ("Jo Noor", "launch", "Clean Rivers", "done"),
        ),
        (
            "The mayor’s announcement of 9 June: river tax rebates for boats.",
            ("government", "announce", "river tax rebates for boats", "done"),
        ),
        ("A river tax scheme is to be approved.", ("government", "approve", "river tax scheme", "planned")),
        ("A river tax plan was approved on 3 October.", ("government", "approve", "river tax plan", "done")),
    ],
)
def test_a_deed_without_a_doer_is_found(text: str, found: tuple[str, str, str, str] | None) -> None:
    assert deeds(text) == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("The board launched a river fund on 9 June.", "river fund"),
        ("The board launched a river fund in that same year.", "river fund"),
        ("The board launched a river fund for boats in 2020.", "river fund for boats"),
        ("The board launched a river fund to help the poor.", "river fund to help the poor"),
        ("A river fund played in the news.", "river fund"),
        ("A river tax cut led to higher sales.", "river tax cut"),
        ("The river levy applied to boats.", "river levy"),
        ("They debated the river levy applied to boats.", "river levy applied to boats"),
        ("A fund for the payment of their IT exports.", "fund for the payment of their IT exports"),
    ],
)
def test_a_phrase_ends_before_a_date_and_on_a_noun(text: str, longest: str) -> None:
    assert measures(text) == [longest]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Jo Noor launched a fund to reward boat builders in cash.", "ex:reward"),
        ("Jo Noor praised the 35pc rule.", "ex:keep"),
        ("Jo Noor opened an interim river committee.", "ex:committee"),
        ("The mayor launched a fund to reward boat builders in cash.", None),
        ("Jo Noor launched a fund for three years.", None),
        ("Jo Noor praised the Rivers Authority law.", None),
    ],
)
def test_a_description_is_known_by_its_words(text: str, entity: str | None) -> None:
    assert set(entities(text).values()) <= {entity, None}
    assert (entity in entities(text).values()) is (entity is not None) or entity is None


def test_two_words_mention_only_what_was_met() -> None:
    assert "ex:reward" not in entities("Jo Noor praised the cash reward.").values()
    text = "Jo Noor launched a fund to reward boat builders in cash. The cash reward grew."
    assert list(entities(text).values()).count("ex:reward") == 1


def test_a_bare_word_is_the_measure_of_the_title() -> None:
    text = "Jo Noor announced the fund on 9 January."
    assert entities(text, title="Five questions on the Clean Rivers Fund") == {"fund": "ex:rivers"}
    assert entities(text, title="Five questions on the weather") == {"fund": None}


def test_a_measure_goes_by_what_it_is_known_as() -> None:
    [one] = reading_of("The board launched a river scheme, known as Clean Rivers.").initiatives
    assert "Clean Rivers" in one.mentions
    [other] = reading_of("The board launched a river scheme for boats called Sea of trouble Bay.").initiatives
    assert other.mentions == ("river scheme for boats", "river scheme")


def test_words_of_two_measures_are_of_none() -> None:
    made = measure_words(
        [("law", ["Rivers Act"]), ("law", ["Rivers Act amendment"]), ("fund", ["Boat aid fund"])]
    )
    assert made.fits("act", "Rivers Act") == (0, True)
    assert made.fits("amendment", "Act amendment") == (1, True)
    assert made.fits("fund", "aid fund") == (2, True)
    assert made.fits("fund", "ten years fund") is None
