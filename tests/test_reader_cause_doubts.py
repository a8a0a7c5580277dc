"""Where words that link cause and effect tell of none, on made-up sentences about rivers."""

from __future__ import annotations

import pytest

from reading_made import reading_of


@pytest.mark.parametrize(
    "text",
    [
        "The pier is due to open in May.",
        "The hearing, which is due to begin soon, is for traders.",
        "Taxes were pushed up by 5 per cent.",
        "The work was delayed by more than two months.",
        "The work was delayed by $3 million.",
        "The plan could cost up to $700 million.",
        "Margins of the port eroded to 29 per cent.",
        "The port raised money in a round led by Lakes Partners.",
        "The plan was supported by minister Amna Noor.",
        "Minister Amna Noor has been given the prize.",
        "Minister Amna Noor encouraged traders to sail.",
        "The Rivers Board said that it would reduce its staff.",
        "The Rivers Board met the traders and helped to settle the quarrel.",
        "The pier is shut, so traders need boats.",
        "The board spoke of a storm forced entry.",
        "Traders have brought boats.",
        "This is a forced sale of boats.",
    ],
)
def test_no_cause_is_told(text: str) -> None:
    assert reading_of(text).attributions == ()


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("The rise was due to open borders.", "open borders", "The rise"),
        ("The rise was due to increase in trade.", "increase in trade", "The rise"),
        ("The rise was led by better boats.", "better boats", "The rise"),
        ("Work on the pier was delayed by floods.", "floods", "Work on the pier"),
        ("Trade was supported by the Rivers Board's new rules.", "the Rivers Board's new rules", "Trade"),
        ("Sales fell given the storm.", "storm", "Sales fell"),
        ("A weaker peso, too, has encouraged traders to sail.", "A weaker peso", "traders to sail"),
        ("The bridge at Rivertown helped raise income.", "The bridge at Rivertown", "raise income"),
        ("The storm could cost the port $3 million.", "The storm", "the port $3 million"),
    ],
)
def test_a_cause_is_told(text: str, cause: str, effect: str) -> None:
    assert [(one.cause, one.effect) for one in reading_of(text).attributions] == [(cause, effect)]
