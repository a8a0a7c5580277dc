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
