"""Deeds: who does what to which measure, done or planned; what is denied or doubted is none."""

from __future__ import annotations

import pytest

from reading_made import deeds

BOARD = "Rivers Board"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"The {BOARD} launched a flood relief fund.", (BOARD, "launch", "flood relief fund", "done")),
        (f"The {BOARD} will launch a flood relief fund.", (BOARD, "plan", "flood relief fund", "planned")),
        (
            f"The {BOARD} plans to set up a flood relief fund.",
            (BOARD, "plan", "flood relief fund", "planned"),
        ),
        ("A flood relief fund has been set up.", ("government", "establish", "flood relief fund", "done")),
        (f"The river tax bill was approved by the {BOARD}.", (BOARD, "approve", "river tax bill", "done")),
        (f"The {BOARD} will host a river safety summit.", (BOARD, "host", "river safety summit", "planned")),
        (
            f"The river tax bill, which the {BOARD} unveiled, is short.",
            (BOARD, "announce", "river tax bill", "done"),
        ),
        ("The passage of the river tax bill came late.", ("government", "approve", "river tax bill", "done")),
        ("The river tax scheme will start in May.", ("government", "plan", "river tax scheme", "planned")),
        (f"The {BOARD} welcomed the river tax bill.", (BOARD, "other", "river tax bill", "done")),
    ],
)
def test_a_deed_is_found(text: str, found: tuple[str, str, str, str]) -> None:
    assert found in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        f"The {BOARD} has not yet approved the river tax bill.",
        f"The {BOARD} never launched a flood relief fund.",
        f"The {BOARD} could launch a flood relief fund.",
        f"The {BOARD} may approve the river tax bill.",
        f"The {BOARD} refused to approve the river tax bill.",
        "Nothing can start until the river tax bill has been passed.",
    ],
)
def test_what_is_denied_or_doubted_is_no_deed(text: str) -> None:
    assert deeds(text) == []


def test_two_who_act_together_are_two_actions() -> None:
    found = deeds("The Rivers Board and the Lakes Authority have signed the water sharing treaty.")
    assert {actor for actor, *_ in found} == {"Rivers Board", "Lakes Authority"}


def test_two_measures_are_two_actions() -> None:
    found = deeds("The Rivers Board launched a boat repair fund and a harbour cleaning scheme.")
    assert [what for _, _, what, _ in found] == ["boat repair fund", "harbour cleaning scheme"]


def test_a_deed_told_twice_is_one_at_its_fullest() -> None:
    found = deeds(
        "The Rivers Board approved the bill. The Rivers Board approved the River Tax Bill 2031. It is long."
    )
    assert [what for _, _, what, _ in found] == ["River Tax Bill 2031"]


def test_a_bare_office_is_who_holds_it_in_the_article() -> None:
    text = "Finance Minister Amna Noor spoke in Lahore. The minister inaugurated a boat repair portal."
    assert deeds(text) == [("Amna Noor", "launch", "boat repair portal", "done")]
