"""Who is found to say what a sentence says, on made-up sentences about rivers."""

from __future__ import annotations

import pytest

from reading_made import reading_of

CLAIM = "the rise was due to lower taxes"


def claimant(text: str) -> str:
    """Who makes the one claim of a text."""
    [found] = reading_of(text).attributions
    return found.claimant


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"Minister Amna Noor, citing Rivers Board data, said {CLAIM}.", "Amna Noor"),
        (f"Minister Amna Noor, quoting figures of the Rivers Board, said {CLAIM}.", "Amna Noor"),
        (f"Citing Rivers Board figures, minister Amna Noor said {CLAIM}.", "Amna Noor"),
        ("The Lakes Bank, citing the Rivers Board, attributed the rise to lower taxes.", "Lakes Bank"),
        (f"According to the Lakes Bank, citing Rivers Board data, {CLAIM}.", "Lakes Bank"),
        (f"Amna Noor, head of the rivers fund of the Lakes Bank, told Pier Media that {CLAIM}.", "Amna Noor"),
        (f"A Lakes Bank economist said {CLAIM}.", "A Lakes Bank economist"),
        (f"Minister Amna Noor came. The Lakes Bank economist said {CLAIM}.", "Amna Noor"),
        (f"A Lakes Bank spokesperson said {CLAIM}.", "Lakes Bank"),
        (f"Officials said {CLAIM}.", "Officials"),
        (f"The Rivers Board, the Lakes Bank and the Pier Council said {CLAIM}.", "Rivers Board"),
        (f"The Rivers Board met, and the Lakes Bank said {CLAIM}.", "Lakes Bank"),
        (f"The head of the Rivers Board and minister Amna Noor said {CLAIM}.", "Amna Noor"),
        (f"In the Rivers Board said {CLAIM}.", "Rivers Board"),
        (f"Some clerks said {CLAIM}.", "Some clerks"),
        (f"In the view of the Lakes Bank, {CLAIM}.", "Lakes Bank"),
        (f"Minister Amna Noor spoke. In her view {CLAIM}.", "Amna Noor"),
        (f"Minister Amna Noor was of the opinion that {CLAIM}.", "Amna Noor"),
        (f"The Rivers Bank Board met. The Board said {CLAIM}.", "Rivers Bank Board"),
        (f"It is said that {CLAIM}.", "article"),
        (f"The Lakes Bank is believed to have gone. Boats were said to be few, as {CLAIM}.", "article"),
        ("Minister Amna Noor spoke. If taxes fell, lower prices would boost boat sales.", "article"),
    ],
)  # fmt: skip
def test_who_says_so(text: str, who: str) -> None:
    assert claimant(text) == who


def test_he_is_who_spoke_and_not_whom_they_spoke_of() -> None:
    text = "Minister Amna Noor noted that premier Jo Lind had signed the bill."
    assert claimant(f"{text} She said {CLAIM}.") == "Amna Noor"
    assert claimant(f"{text} Jo Lind came. She said {CLAIM}.") == "Jo Lind"


def test_an_interview_is_told_by_who_was_named_first_and_is_not_of_the_press() -> None:
    text = (
        "Minister Amna Noor spoke with Jo Lind, a journalist.\n\nIs the pier safe?\n\nI say yes.\n\n"
        "What of the boats?\n\nOur sales fell because of the storm.\n\n(The rise was due to lower taxes.)"
    )
    assert [one.claimant for one in reading_of(text).attributions] == ["Amna Noor", "article"]
    assert {one.claimant for one in reading_of(text.replace("?", ".")).attributions} == {"article"}


@pytest.mark.parametrize(
    "end",
    [
        "said",
        "due to",
        "given the",
        "in her view",
        "led to",
        "because",
        "forced",
        "the reason for",
        "blamed on",
    ],
)
def test_a_text_may_end_anywhere(end: str) -> None:
    assert reading_of(f"Amna Noor came and sales {end}").attributions == ()
