"""Names that only a deed makes measures of, and the bare words that stand for a measure named before."""

from __future__ import annotations

import pytest

from reading_made import deeds, measures, reading_of

LADDER = "The mayor launched the Skills Ladder on Monday."
VOUCHERS = "The mayor announced the Boat Voucher Programme."


def mentions(text: str) -> dict[str, tuple[str, ...]]:
    """The mentions of each measure, by the longest."""
    return {one.mentions[0]: one.mentions[1:] for one in reading_of(text).initiatives}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The government announced the Skills Ladder in March.", ["Skills Ladder"]),
        ("The Lakes Board unveiled the Golden Oar on Tuesday.", ["Golden Oar"]),
        ("The Golden Oar was unveiled by the Lakes Board.", ["Golden Oar"]),
        ("The Golden Oar has now been approved.", ["Golden Oar"]),
        ("The government approved the Golden Oar players.", []),
        ("The government announced the Golden Oar's end.", []),
        ("The Golden Oar players were announced.", []),
        ("In the Golden Sea was approved fishing.", []),
        ("The government introduced the Minister of Boats.", []),
        ("The Lakes Board unveiled the Lakes Authority.", []),
        ("The government watched the Golden Oar.", []),
        ("The Golden Oar has launched what nobody approved", []),  # nothing stands before the first word
        ("The Golden Oar was launched with nobody to talk to", ["Golden Oar"]),
    ],
)
def test_a_name_after_a_verb_of_showing_is_a_measure(text: str, found: list[str]) -> None:
    assert measures(text) == found


@pytest.mark.parametrize(
    ("text", "name", "also"),
    [
        (f"{LADDER} The scheme was approved in May.", "Skills Ladder", "scheme"),
        (f"{LADDER} This programme will begin in June.", "Skills Ladder", "programme"),
        (f"{VOUCHERS} The scheme was approved in May.", "Boat Voucher Programme", "scheme"),
        (f"They like the Lakes Scheme. {LADDER} The scheme grew.", "Skills Ladder", "scheme"),
        (f"They like the Lakes Scheme. {VOUCHERS} The scheme grew.", "Lakes Scheme", "scheme"),
        (f"They like the Lakes Fund. {VOUCHERS} The fund grew.", "Lakes Fund", "fund"),
        (f"They like the Lakes Fund. {VOUCHERS} The scheme grew.", "Boat Voucher Programme", "scheme"),
        ("The mayor announced a boat tax rebate. The incentive grew.", "boat tax rebate", "incentive"),
    ],
)
def test_a_bare_word_stands_for_the_nearest_measure_that_may_be_meant(
    text: str, name: str, also: str
) -> None:
    found = mentions(text)
    assert [main for main, rest in found.items() if also in rest] == [name]


@pytest.mark.parametrize(
    "text",
    [
        f"{LADDER} The platform grew.",
        f"{LADDER} A scheme grew.",
        f"{LADDER} The scheme of boats grew.",
        f"{LADDER} The scheme's head spoke.",
        f"{LADDER} {'Rain fell on the lakes all day. ' * 7}The scheme grew.",
        "The mayor launched two tax rebates. The incentive grew.",
    ],
)
def test_a_word_of_another_kind_or_told_otherwise_stands_for_nothing(text: str) -> None:
    main, others = next(iter(mentions(text).items()))
    assert main in {"Skills Ladder", "two tax rebates", "tax rebates"}
    assert others in {(), ("tax rebates",)}


def test_a_scheme_that_is_told_long_after_its_like_is_the_new_one() -> None:
    text = f"They like the Lakes Scheme. {'Rain fell on the lakes all day. ' * 7}{VOUCHERS} The scheme grew."
    assert mentions(text)["Boat Voucher Programme"] == ("scheme",)


def test_a_deed_is_done_to_what_the_word_stands_for() -> None:
    found = deeds(f"{LADDER} The scheme was approved. The mayor suspended the scheme.")
    assert [deed[1:3] for deed in found[1:]] == [("approve", "Skills Ladder"), ("other", "Skills Ladder")]
