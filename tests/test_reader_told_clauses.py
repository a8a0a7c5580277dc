"""Measures without a noun for a name: so many of a thing, and what is asked for in a clause."""

from __future__ import annotations

import pytest

from reading_made import measures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The 300 sunk boats will be sold.", ["300 sunk boats will be sold"]),
        ("More than 300 (new) boats are to be sold.", ["300 (new) boats are to be sold"]),
        ("Two schemes will be built.", ["Two schemes"]),
        ("Two boats will be sold.", []),
        ("Some pilots will be trained.", []),
        ("30% of boats will be sold.", []),
        ("300 of the boats will be sold.", []),
        ("300 boats have been sold.", []),
    ],
)
def test_what_so_many_will_come_to(text: str, found: list[str]) -> None:
    assert measures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They will train 300 pilots.", ["train 300 pilots"]),
        ("They will build 300 new boats.", ["build 300 new boats"]),
        ("They will train 300 days.", []),
        ("They will fund 300 boats.", []),
        ("They train 300 pilots.", []),
    ],
)
def test_what_someone_will_do_to_so_many(text: str, found: list[str]) -> None:
    assert measures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They recommended that the idle boats be sold.", ["idle boats be sold"]),
        ("They recommended that boats are sold.", []),
        ("They recommended that boats and oars be sold.", []),
        ("They recommended that all boats which leak be sold.", []),
        ("They approved that idle boats be sold.", []),
        ("They recommended that.", []),
    ],
)
def test_what_is_asked_for_in_a_clause(text: str, found: list[str]) -> None:
    assert measures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They told the banks to open counters and to halve fees.", ["open counters", "halve fees"]),
        ("They want the banks to open counters.", []),
        ("They told the sailors to open counters.", []),
        ("They told sailors and banks to open counters.", []),
        ("They ordered the banks to open.", []),
        ("They told the banks to.", []),
    ],
)
def test_what_a_group_is_told_to_do(text: str, found: list[str]) -> None:
    assert measures(text) == found
