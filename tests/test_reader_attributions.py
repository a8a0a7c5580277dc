"""Who says that one thing led to another."""

from __future__ import annotations

import pytest

from reading_made import reading_of

RISE = "the rise in boat sales"


@pytest.mark.parametrize(
    ("text", "claimant", "cause", "effect"),
    [
        (
            "The Rivers Board attributed the rise in boat sales to lower taxes.",
            "Rivers Board",
            "lower taxes",
            RISE,
        ),
        (
            "The Rivers Board credited lower taxes with the rise in boat sales.",
            "Rivers Board",
            "lower taxes",
            RISE,
        ),
        ("Lower taxes led to the rise in boat sales.", "article", "Lower taxes", RISE),
        (
            "The rise in boat sales was due to lower taxes.",
            "article",
            "lower taxes",
            "The rise in boat sales",
        ),
        ("Owing to lower taxes, boat sales rose.", "article", "lower taxes", "boat sales rose"),
        (
            "Traders say that boat sales fell because of the 2031 storm.",
            "Traders",
            "the 2031 storm",
            "boat sales fell",
        ),
    ],
)
def test_cause_and_effect(text: str, claimant: str, cause: str, effect: str) -> None:
    (found,) = reading_of(text).attributions
    assert (found.claimant, found.cause, found.effect) == (claimant, cause, effect)


@pytest.mark.parametrize(
    "text",
    [
        "The fall was not due to taxes.",
        "It is unknown whether lower taxes led to the rise.",
        "Boat sales rose.",
    ],
)
def test_what_is_denied_or_unknown_is_none(text: str) -> None:
    assert reading_of(text).attributions == ()


def test_two_causes_are_two_attributions() -> None:
    found = reading_of("The Rivers Board linked the rise to lower taxes and to better weather.").attributions
    assert [one.cause for one in found] == ["lower taxes", "better weather"]


def test_told_speech_goes_on_in_the_next_sentence() -> None:
    text = "Boats sold well, minister Amna Noor said. The rise would enhance income, and had led to new jobs."
    assert {one.claimant for one in reading_of(text).attributions} == {"Amna Noor"}


@pytest.mark.parametrize(
    ("text", "claimant", "cause", "effect"),
    [
        ("The fall owed much to the 2031 storm.", "article", "the 2031 storm", "The fall"),
        ("Boat sales fell because the piers were old.", "article", "the piers were old", "Boat sales fell"),
        (
            "The piers didn't open because the storm came.",
            "article",
            "the storm came",
            "The piers didn't open",
        ),
        (
            "Boat sales fell because of the storm, minister Amna Noor said.",
            "Amna Noor",
            "the storm",
            "Boat sales fell",
        ),
        (
            "The piers, minister Amna Noor said, closed at six because guards went home.",
            "Amna Noor",
            "guards went home",
            "closed at six",
        ),
        ("Minister Amna Noor pinned the fall on old piers.", "Amna Noor", "old piers", "the fall"),
        ("The storm cost the port $3 million.", "article", "The storm", "port $3 million"),
        ("The repairs had helped to bring guests back.", "article", "The repairs", "bring guests back"),
        (
            "Sales are unknown, since most boats are sold abroad.",
            "article",
            "most boats are sold abroad",
            "Sales are unknown",
        ),
        (
            "The pier was shut in May, so the port lost guests.",
            "article",
            "The pier was shut in May",
            "the port lost guests",
        ),
        (
            'The fall was due to the "unfinished work" on piers.',
            "article",
            'the "unfinished work" on piers',
            "The fall",
        ),
    ],
)
def test_causes_in_more_words(text: str, claimant: str, cause: str, effect: str) -> None:
    found = [(one.claimant, one.cause, one.effect) for one in reading_of(text).attributions]
    assert found == [(claimant, cause, effect)]


@pytest.mark.parametrize(
    "text",
    [
        "Boats have sold well, since May they have been cheap.",
        "The pier is shut, so guests will go elsewhere.",
        "Is the pier shut because the storm came?",
        "Guests were squeezed between the two piers.",
        "Minister Amna Noor has helped to settle the quarrel.",
    ],
)
def test_a_time_a_question_and_what_may_come_are_no_causes(text: str) -> None:
    assert reading_of(text).attributions == ()


def test_an_interview_says_who_speaks_before_a_colon() -> None:
    text = "Amna Noor, a minister, met us.\n\nNoor: Our work is slow because the piers are old."
    assert [one.claimant for one in reading_of(text).attributions] == ["Amna Noor"]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("Thanks to a grant, signed in May, ten boats were built.", "a grant", "ten boats were built"),
        (
            "Amna Noor argued that because of the rule some 90 boats had left the port.",
            "the rule",
            "some 90 boats had left the port",
        ),
        ('The board wrote: "Owing to floods, the pier is shut."', "floods", "the pier is shut"),
        ("The result of the talks was that the pier reopened.", "the talks", "the pier reopened"),
        ("In the board's view the rise was the outcome of lower taxes.", "lower taxes", "the rise"),
        (
            "The tender was dropped by the board, the owner, because few had come by May.",
            "few had come by May",
            "The tender was dropped by the board",
        ),
        (
            "Boats cost $9 million in May, and the fund was closed for lack of money.",
            "money",
            "the fund was closed",
        ),
        ("They study the floods of the spring that led to losses.", "the floods of the spring", "losses"),
        ("The pier, built in May, had led to losses.", "The pier", "losses"),
        ("The new pier, which few like, was hit by floods.", "floods", "The new pier"),
        ("The storm forced traders to stay.", "The storm", "traders to stay"),
        ("Low taxes have brought traders to the lake.", "Low taxes", "traders to the lake"),
        ("The losses were caused mainly by floods.", "floods", "The losses"),
        ("The fall was due in large part to old piers.", "old piers", "The fall"),
        ("The pier was shut, and as a result sales fell.", "The pier was shut", "sales fell"),
        ("The port slipped, a delay which the board blames on floods.", "floods", "a delay"),
        (
            "Sales fell by a third in May, which the board attributed to floods.",
            "floods",
            "Sales fell by a third in May",
        ),
        (
            "Sales had risen for a year, minister Amna Noor said, attributing this to lower taxes.",
            "lower taxes",
            "Sales had risen for a year",
        ),
        (
            "Minister Amna Noor spoke of boats, attributing the rise to lower taxes.",
            "lower taxes",
            "the rise",
        ),
    ],
)
def test_where_the_sides_begin_and_end(text: str, cause: str, effect: str) -> None:
    assert [(one.cause, one.effect) for one in reading_of(text).attributions] == [(cause, effect)]


@pytest.mark.parametrize(
    "text",
    [
        "The board has tied up with traders to offer boats.",
        "The outcome of the vote is unknown, and the outcome of the talks may come.",
        "Amna Noor asked: Because the pier is shut?",
        "Minister Amna Noor opened a pier, linking the town to the lake.",
    ],
)
def test_words_that_part_no_sides(text: str) -> None:
    assert reading_of(text).attributions == ()


@pytest.mark.parametrize(
    ("text", "claimant", "cause", "effect"),
    [
        ("Lower taxes are the main reason for the rise.", "article", "Lower taxes", "the rise"),
        (
            "Taxes, which few pay, are one of the reasons for the rise, in the view of minister Amna Noor.",
            "Amna Noor",
            "Taxes",
            "the rise",
        ),
        ("The cause of the delay was a flood.", "article", "a flood", "the delay"),
        (
            "Minister Amna Noor said that the main driver of the rise was the new pier.",
            "Amna Noor",
            "the new pier",
            "the rise",
        ),
        ("The reason for the fall is that few came.", "article", "few came", "the fall"),
    ],
)
def test_a_noun_tells_of_a_cause(text: str, claimant: str, cause: str, effect: str) -> None:
    found = [(one.claimant, one.cause, one.effect) for one in reading_of(text).attributions]
    assert found == [(claimant, cause, effect)]


@pytest.mark.parametrize(
    "text",
    [
        "There is a reason for the fall.",
        "Lower taxes are no reason for the rise.",
        "The reason for the talks is to end the quarrel.",
        "The driver of the van was hurt.",
        "Was the storm the reason for the fall?",
    ],
)
def test_a_noun_tells_of_none(text: str) -> None:
    assert reading_of(text).attributions == ()
