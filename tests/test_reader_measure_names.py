"""Where the name of a measure begins and ends."""

from __future__ import annotations

import pytest

from reading_made import measures


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Rivers Board approved the Rs 10,372 crore CleanRivers Mission.", "CleanRivers Mission"),
        ("They launched the Rs500 million Rivers Fund.", "Rivers Fund"),
        ("They launched the $5 million Boats Scheme.", "Boats Scheme"),
        ("They launched a Rs 500 million boat fund.", "Rs 500 million boat fund"),  # described, not named
        ("They approved the 2030/31 budget.", "2030/31 budget"),
    ],
)
def test_a_sum_is_no_part_of_a_name_and_a_year_is_one_word(text: str, name: str) -> None:
    assert measures(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They debated the draft Rivers (Amendment) Bill.", "Rivers (Amendment) Bill"),
        ("Few like the town Women's Savings Scheme.", "Women's Savings Scheme"),
        ("They like the Lakes' Savings Scheme.", "Savings Scheme"),  # no group that owns
        ("They like the Act of Boats and the Bill.", "Act of Boats"),
        ("They like the Fund for Boats and Oars.", "Fund for Boats and Oars"),
        ("They debated the New Lakes (Amendment) Bill.", "New Lakes (Amendment) Bill"),
        ("They debated the Lakes (Third Amendment) (Repeal) Bill.", "Lakes (Third Amendment) (Repeal) Bill"),
        (
            "They debated the Lakes (Fees and Tolls) (Amendment) Act, 2024.",
            "Lakes (Fees and Tolls) (Amendment) Act, 2024",
        ),
        ("They debated the Lakes Bill (Amendment) on Monday.", "Lakes Bill"),
    ],
)
def test_a_name_reaches_to_the_left(text: str, name: str) -> None:
    assert measures(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They passed the Boats Act 2022.", "Boats Act 2022"),
        ("They passed the Boats Bill, 2024.", "Boats Bill, 2024"),
        ("They passed the Boats Bill, 2024-25.", "Boats Bill, 2024-25"),
        ("They passed the Boats Act 2022 / 23.", "Boats Act 2022 / 23"),
        ("They passed the Boats Bill 20.", "Boats Bill"),
        ("They passed the Boats Bill, 20 of them.", "Boats Bill"),
        ("They like the Boats Fund for Girls.", "Boats Fund for Girls"),
        ("They like the Boats Fund in Paris.", "Boats Fund"),
        ("They like the Boats Fund in FY2025-26.", "Boats Fund"),
        ("They like the Boats Fund for H1 of it.", "Boats Fund"),
        ("They like the Boats Fund for B12 Harbour.", "Boats Fund for B12 Harbour"),
        ("Council launches Clean Boats Fund", "Clean Boats Fund"),
        ("They like Programme Boats Lakes Rivers.", "Programme Boats Lakes Rivers"),
    ],
)
def test_a_name_reaches_to_the_right(text: str, name: str) -> None:
    assert measures(text) == [name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("REB Boats, a project of hers, is late.", ["REB Boats"]),
        ("They like Rivertown, a platform for boats.", ["Rivertown"]),
        ("They like London, a platform for boats.", []),
        ("They met Boats, the platform which counts.", ["Boats"]),
        ("Boats, the platform which counts, is late.", []),
        ("They said: Happily, the platform is late.", []),
    ],
)
def test_a_phrase_explains_the_name_before_it(text: str, found: list[str]) -> None:
    assert measures(text) == found


def test_a_land_owns_no_one_measure() -> None:
    assert measures("The Rivers Board renewed Rivernet's licence.") == ["Rivernet's licence"]
    assert measures("The Rivers Board renewed France's licence.") == []


def test_a_sum_is_not_cut_at_its_comma() -> None:
    assert measures("They like a boat subsidy of Rs10,000.") == ["boat subsidy of Rs10,000"]
    assert measures("They like a boat subsidy of Rs. 10,000.") == ["boat subsidy of Rs. 10,000"]
    assert measures("They like a Rs. 10,000 boat subsidy.") == ["Rs. 10,000 boat subsidy"]
    assert measures("They like a boat subsidy. 10,000 sailed.") == ["boat subsidy"]
