"""Days told from that of publication, and the time of a step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from newsroom_made import PACK
from policygraph.curated.load import load_pack
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.reader.document import Document
from policygraph.reader.periods.days import days_in
from policygraph.reader.read import read
from policygraph.reader.text.folding import folded
from policygraph.resolve.article import Article
from policygraph.resolve.known import Known
from policygraph.resolve.resolve import resolve

TUESDAY = date(2031, 4, 1)
Steps = Callable[..., list[tuple[str | None, str, str | None]]]


def days(text: str) -> list[tuple[str, str, str]]:
    found = days_in(text, folded(text), (0, len(text)), TUESDAY)
    return [(text[one.start : one.end], str(one.past), str(one.coming)) for one in found]


@pytest.mark.parametrize(
    ("text", "past", "coming"),
    [
        ("on Monday", "2031-03-31", "2031-04-07"),
        ("on Tuesday", "2031-04-01", "2031-04-01"),
        ("on Wednesday night", "2031-03-26", "2031-04-02"),
        ("late on Sunday", "2031-03-30", "2031-04-06"),
        ("last Tuesday", "2031-03-25", "2031-03-25"),
        ("this past Monday", "2031-03-31", "2031-03-31"),
        ("next Tuesday", "2031-04-08", "2031-04-08"),
        ("on the coming Friday", "2031-04-04", "2031-04-04"),
        ("yesterday", "2031-03-31", "2031-03-31"),
        ("this morning", "2031-04-01", "2031-04-01"),
        ("the day after tomorrow", "2031-04-03", "2031-04-03"),
        ("earlier this week", "2031-03-31/2031-04-01", "2031-04-01/2031-04-06"),
        ("last week", "2031-03-24/2031-03-30", "2031-03-24/2031-03-30"),
        ("next week", "2031-04-07/2031-04-13", "2031-04-07/2031-04-13"),
    ],
)
def test_days_are_counted_from_that_of_publication(text: str, past: str, coming: str) -> None:
    [(_, *found)] = days(f"The board met {text}.")
    assert found == [past, coming]


@pytest.mark.parametrize(
    "text",
    [
        "It meets every Friday.",
        "It meets on Fridays.",
        "It ends by Friday, and the rest since Monday.",
        "It opens on Black Friday.",
        "Friday Market was closed.",
        "It spoke of Monday's meeting and of today's.",
        "It met on Friday, 28 March.",
        "It met on Friday (March 28).",
        "The friday club met.",
        "It met on friday.",
        "A mid-week meeting followed.",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert days(text) == []


def test_a_day_with_no_word_before_it_stands_before_a_stop_or_a_small_word() -> None:
    assert [one for one, *_ in days("It said Monday that it met Friday.")] == ["Monday", "Friday"]
    assert days("The Monday meeting was long.") == []


@pytest.mark.parametrize("day", ["on Friday", "last Friday", "next Friday", "this Friday"])
def test_a_day_with_a_word_before_it_stands_before_anything(day: str) -> None:
    assert [one for one, *_ in days(f"The board met {day} Jo Noor.")] == [day]


def test_without_a_day_of_publication_there_is_none() -> None:
    assert days_in("on Monday", "on monday", (0, 9), None) == ()


@pytest.fixture(scope="module")
def known() -> Known:
    return Known(load_pack(PACK), Vocabulary.load())


@pytest.fixture
def steps(known: Known) -> Steps:
    """Stage, modality and time of the steps that a text tells of, those that wait included."""

    def found(text: str, day: date | None = TUESDAY) -> list[tuple[str | None, str, str | None]]:
        document = Document("made", text, "", day, "XR")
        done = resolve(known, Article("made", document, read(document, known.gazetteer)))
        sure = [(one.stage, one.modality, str(one.date) if one.date else None) for one in done.source.steps]
        waiting = [one.fact for one in done.pending if one.kind == "steps"]
        return sure + [(one.get("stage"), one["modality"], one.get("date")) for one in waiting]

    return found


FUND = "the Tidal Skills Programme"


@pytest.mark.parametrize(
    ("text", "stage", "when"),
    [
        (f"The government launched {FUND} on Monday.", "launched", "2031-03-31"),
        (f"On Monday, the government launched {FUND}.", "launched", "2031-03-31"),
        (f"The government on Wednesday launched {FUND}.", "launched", "2031-03-26"),
        (f"The government launched {FUND} last week.", "launched", "2031-03-24/2031-03-30"),
        (f"The government launched {FUND} in March.", "launched", "2031-03"),
        (
            f"The government launched {FUND} in Zenda on Monday, and trains 50 people in May.",
            "launched",
            "2031-03-31",
        ),
        (f"The cabinet approved {FUND} today.", "approved", "2031-04-01"),
        (f"The government announced {FUND} on Monday.", "announced", "2031-03-31"),
        (f"The government launched {FUND} on Monday, the minister said.", "launched", "2031-03-31"),
        (f"The government launched {FUND}, the minister said on Monday.", "launched", None),
        (f"The minister said on Monday that the government had launched {FUND}.", "launched", None),
        (f"The government launched {FUND} every Monday.", "launched", None),
        (f"The government launched {FUND} in 2030.", "launched", "2030"),
        (f"The government launched {FUND} in March 2032.", "launched", None),
        (f"The government announced on Monday {FUND}.", "announced", "2031-03-31"),
        (f"The government launched {FUND} and on Sunday told the press.", "launched", None),
        (f"In March 2030 and again on Monday the government launched {FUND}.", "launched", "2031-03-31"),
        (f"The minister said that in 2030 the government launched {FUND}.", "launched", "2030"),
    ],
)
def test_the_time_of_a_step_that_was_taken(steps: Steps, text: str, stage: str, when: str | None) -> None:
    assert (stage, "done", when) in steps(text)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (f"The government will launch {FUND} on Monday.", "2031-04-07"),
        (f"The government will launch {FUND} next week.", "2031-04-07/2031-04-13"),
        (f"The government will launch {FUND} tomorrow.", "2031-04-02"),
        (f"Tomorrow the government will launch {FUND}.", "2031-04-02"),
        (f"The government will launch {FUND} today.", "2031-04-01"),
        (f"The government will launch {FUND} in March 2031.", None),
        (f"On Monday, the minister said the government would launch {FUND}.", None),
        (f"On Monday the minister met the board, which will launch {FUND}.", None),
    ],
)
def test_the_time_of_a_step_that_lies_ahead(steps: Steps, text: str, when: str | None) -> None:
    assert (None, "planned", when) in steps(text)


def test_a_step_of_an_article_without_a_day_has_no_time(steps: Steps) -> None:
    assert steps(f"The government launched {FUND} on Monday.", None) == [("launched", "done", None)]
