"""Deeds: who does what to which measure, done or planned; what is denied or doubted is none."""

from __future__ import annotations

import pytest

from reading_made import deeds, measures

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


@pytest.mark.parametrize(
    "told",
    [
        "denied that it had launched a flood relief fund",
        "denied it had launched a flood relief fund",
        "refuted reports in the press that it had launched a flood relief fund",
        "dismissed the claim that it launched a flood relief fund",
        "said it was not true that it launched a flood relief fund",
        "called it false that it had launched a flood relief fund",
        "denied that a flood relief fund will start in May",
    ],
)
def test_what_is_told_only_to_be_denied_is_no_deed(told: str) -> None:
    assert deeds(f"The {BOARD} {told}.") == []
    assert (BOARD, "approve", "river tax bill", "done") in deeds(
        f"The {BOARD} {told}, but the {BOARD} approved the river tax bill."
    )


@pytest.mark.parametrize(
    "told",
    [
        "did not deny that it had launched a flood relief fund",
        "denied that fees rose; it launched a flood relief fund",
        "denied that fees rose and said it had launched a flood relief fund",
        "denied that fees rose, adding that it had launched a flood relief fund",
        "rejected the plan and launched a flood relief fund",
        "denied the claim and launched a flood relief fund",
        "said it was true that it launched a flood relief fund",
    ],
)
def test_what_stands_beside_a_denial_is_a_deed(told: str) -> None:
    assert (BOARD, "launch", "flood relief fund", "done") in deeds(f"The {BOARD} {told}.")


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"The {BOARD} trimmed the boat subsidy.", (BOARD, "other", "boat subsidy", "done")),
        (f"The {BOARD} turned down the toll bill.", (BOARD, "other", "toll bill", "done")),
        (f"The toll bill was turned down by the {BOARD}.", (BOARD, "other", "toll bill", "done")),
        (
            f"The {BOARD} set aside $3 million for the Lakes Authority.",
            (BOARD, "fund", "Lakes Authority", "done"),
        ),
        ("The Lakes Authority has been given $3 million.", ("government", "fund", "Lakes Authority", "done")),
        (
            "The $2 billion set aside for the Free Boats Fund is spent.",
            ("government", "fund", "Free Boats Fund", "done"),
        ),
        (
            f"The {BOARD} put $3 million, through a bank, into the boat fund.",
            (BOARD, "fund", "boat fund", "done"),
        ),
        (f"The {BOARD} gave its nod to the toll bill.", (BOARD, "approve", "toll bill", "done")),
        ("Approval was accorded to the toll bill.", ("government", "approve", "toll bill", "done")),
        (f"The {BOARD} laid the foundation stone of a boat park.", (BOARD, "launch", "boat park", "done")),
        (
            "The toll bill was passed in the Lakes Assembly.",
            ("Lakes Assembly", "approve", "toll bill", "done"),
        ),
        (
            f"The {BOARD} decided that the boat subsidy will be kept.",
            (BOARD, "plan", "boat subsidy", "planned"),
        ),
        (
            "The winding-up of the Lakes Authority is near.",
            ("government", "other", "Lakes Authority", "done"),
        ),
        (
            "Italy has submitted a revised harbour plan.",
            ("government", "other", "revised harbour plan", "done"),
        ),
    ],
)
def test_a_deed_is_told_in_many_words(text: str, found: tuple[str, str, str, str]) -> None:
    assert found in deeds(text)


def test_a_phrase_that_someone_known_acts_on_is_a_measure() -> None:
    assert deeds("The Rivers Board waived the mooring fee.") == [
        (BOARD, "approve", "mooring fee", "done"),
    ]
    assert deeds("Mooring licences have been withdrawn.") == [
        ("government", "other", "Mooring licences", "done"),
    ]
    assert deeds("The mooring fee is high, and licences are few.") == []


def test_who_did_it_says_which_measure_is_meant() -> None:
    text = (
        "The plan approved by the Rivers Board spoke of jobs. A test which the Rivers Board ordered failed."
    )
    assert [(action, what) for _, action, what, _ in deeds(text)] == [
        ("approve", "plan approved by the Rivers Board"),
        ("direct", "test which the Rivers Board ordered"),
    ]


def test_what_a_measure_does_the_government_does() -> None:
    found = deeds("The boat policy, cleared by the Rivers Board in April, offers a fuel subsidy.")
    assert found == [
        (BOARD, "approve", "boat policy", "done"),
        ("government", "other", "fuel subsidy", "done"),
    ]


def test_a_clause_is_the_measure_where_no_noun_is() -> None:
    assert deeds("The Rivers Board recommended that idle boats be sold.") == [
        (BOARD, "direct", "idle boats be sold", "done"),
    ]
    assert deeds("Some 300 rowers will be trained.") == [
        ("government", "plan", "300 rowers will be trained", "planned"),
    ]


def test_a_bare_word_is_a_measure_where_the_text_has_no_other_name_for_it() -> None:
    assert deeds("The Rivers Board rejected the waiver.") == [(BOARD, "other", "waiver", "done")]
    named = "The Rivers Board proposed a harbour fee waiver. The Rivers Board rejected the waiver."
    assert {what for _, _, what, _ in deeds(named)} <= {"harbour fee waiver"}


def test_a_report_that_is_out_is_announced_by_whose_it_is() -> None:
    found = deeds("The Rivers Board met. Its third harbour report, out on Monday, is short.")
    assert found == [(BOARD, "announce", "third harbour report", "done")]


def test_an_explained_name_is_a_measure() -> None:
    assert "Boats for Lakes" in measures("Rowers took to Boats for Lakes, a programme of the Rivers Board.")
    assert measures("Rowers went to Upper Lakes, a port of the north.") == []


def test_a_high_office_is_no_one_of_the_text_whose_post_is_another() -> None:
    found = deeds("The PM welcomed the toll bill. Trade Minister Amna Noor left.")
    assert found == [("government", "other", "toll bill", "done")]


@pytest.mark.parametrize(
    "text",
    [
        "No boat subsidy will be allowed.",
        f"The fleet sails as soon as the {BOARD} approves the toll bill.",
        f"The {BOARD} spoke of raising the harbour levy.",
        f"The {BOARD} met under the toll bill.",
        "A bill that will help is near.",
    ],
)
def test_what_is_only_spoken_of_is_no_deed(text: str) -> None:
    assert deeds(text) == []
