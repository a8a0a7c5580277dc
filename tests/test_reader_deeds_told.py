"""Who acts on what where a sentence is longer: insertions, two verbs, clauses, ceremonies and sums."""

from __future__ import annotations

import pytest

from reading_made import deeds, measures

BOARD = "Rivers Board"
FUND = "boat repair fund"


def test_an_insertion_between_commas_is_passed_over() -> None:
    found = deeds(f"Amna Noor, who chairs the {BOARD}, welcomed the toll bill.")
    assert found == [("Amna Noor", "other", "toll bill", "done")]


def test_a_thing_that_acts_is_nobody() -> None:
    assert deeds(f"The {BOARD} wrote a letter that rejects the toll bill.") == []


def test_what_somebody_unknown_did_is_not_the_governments() -> None:
    assert deeds("The toll bill was drafted by volunteers.") == []
    assert deeds("The toll bill was drafted by June.") == [("government", "establish", "toll bill", "done")]


def test_a_body_of_the_state_will_be_set_up_by_the_government() -> None:
    found = deeds("A Lakes Safety Authority would be established next year.")
    assert found == [("government", "plan", "Lakes Safety Authority", "planned")]


@pytest.mark.parametrize(
    "text",
    [
        f"The {BOARD} gave a briefing on the toll bill.",
        f"The {BOARD} held two mooring licences.",
        f"As the {BOARD} had approved, the toll bill is long.",
        f"The {BOARD} argued that the toll bill is long.",
        f"The {BOARD} cancelled a race that would have marked the toll bill.",
    ],
)
def test_what_a_verb_does_not_reach_is_not_its_object(text: str) -> None:
    assert all(what != "toll bill" and "licences" not in what for _, _, what, _ in deeds(text))


def test_each_of_two_verbs_has_its_own_object() -> None:
    found = deeds(f"The {BOARD} dropped nine cases and approved the toll bill.")
    assert found == [(BOARD, "approve", "toll bill", "done")]


def test_who_is_only_named_in_a_request_is_not_asked() -> None:
    assert deeds(f"The {BOARD} called for a truce between rowers and the Lakes Authority.") == []
    assert deeds(f"The {BOARD} asked the Lakes Authority to wait.") == [
        (BOARD, "direct", "Lakes Authority", "done"),
    ]


def test_what_lies_ahead_is_shared() -> None:
    found = deeds(f"The {BOARD} will open a boat park and fund a boat repair scheme.")
    assert (BOARD, "fund", "boat repair scheme", "planned") in found
    assert deeds(f"The {BOARD} will begin drafting the toll bill.") == [
        (BOARD, "plan", "toll bill", "planned"),
    ]


def test_some_verbs_are_deeds_only_ahead() -> None:
    assert deeds(f"The {BOARD} will run the {FUND}.") == [(BOARD, "plan", FUND, "planned")]
    assert deeds(f"The {BOARD} runs the {FUND}.") == []


def test_the_ribbon_is_cut_at_the_facility_named_most() -> None:
    text = "A boat repair centre was built at a lake. Minister Amna Noor cut the ribbon on Friday."
    assert ("Amna Noor", "launch", "boat repair centre", "done") in deeds(text)
    assert not any(action == "launch" for _, action, *_ in deeds("Minister Amna Noor cut the ribbon."))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A boat repair portal would be ready by May.",
            ("government", "plan", "boat repair portal", "planned"),
        ),
        ("There is $20 million for a boat centre.", ("government", "fund", "boat centre", "done")),
        (
            f"The {BOARD} will on Monday launch the {FUND}.",
            (BOARD, "plan", FUND, "planned"),
        ),
        (
            f"The {BOARD} has on Tuesday launched the {FUND}.",
            (BOARD, "launch", FUND, "done"),
        ),
        ("The toll bill will cut the number of locks.", ("government", "plan", "toll bill", "planned")),
        (
            "Boatmen will be refunded half the mooring rent.",
            ("government", "plan", "refunded half the mooring rent", "planned"),
        ),
        (
            "The government has a target of $5 million in exports.",
            ("government", "plan", "target of $5 million in exports", "planned"),
        ),
        (
            "Seven more centres are to be completed.",
            ("government", "plan", "Seven more centres are to be completed", "planned"),
        ),
    ],
)
def test_what_a_measure_comes_to(text: str, found: tuple[str, str, str, str]) -> None:
    assert found in deeds(text)


def test_what_a_measure_stands_inside_of_is_not_its_doing() -> None:
    assert deeds("Boatmen in the lakes free zone scheme will pay rent.") == []


def test_what_groups_are_told_to_do_is_a_measure() -> None:
    found = deeds(f"The {BOARD} told operators to halve mooring charges.")
    assert found == [(BOARD, "direct", "halve mooring charges", "done")]
    assert deeds(f"The {BOARD} told reporters to leave the harbour.") == []


def test_a_law_that_any_country_has_is_no_measure() -> None:
    assert measures("Italian law is long, and income tax is high.") == []
    assert measures("The harbour law is long, and the boat tax is high.") == ["harbour law", "boat tax"]


def test_whose_a_measure_is_tells_which() -> None:
    found = deeds(f"Rivernet's licence was renewed by the {BOARD}.")
    assert found == [(BOARD, "other", "Rivernet's licence", "done")]


def test_a_name_holds_brackets_and_no_place() -> None:
    assert measures("They read the Lakes Boats (Amendment) Bill.") == ["Lakes Boats (Amendment) Bill"]
    assert measures("They came to the Open Boats Conference in Lahore.") == ["Open Boats Conference"]


def test_it_is_no_plural() -> None:
    text = f"The toll bill helps. It replaces two boat repair schemes. The {BOARD} approved it."
    assert (BOARD, "approve", "toll bill", "done") in deeds(text)


def test_so_many_that_someone_will_do_something_to_are_a_measure() -> None:
    assert deeds(f"The {BOARD} will train 300 rowers.") == [(BOARD, "plan", "train 300 rowers", "planned")]
    assert measures(f"The {BOARD} will end 300 years of calm and donate 300 dollars.") == []


def test_a_verb_may_go_on_with_with() -> None:
    assert deeds(f"The {BOARD} did away with the boat levy.") == [(BOARD, "other", "boat levy", "done")]
    assert deeds(f"The {BOARD} met rowers with the boat levy.") == []


@pytest.mark.parametrize(
    ("said", "action", "status"),
    [
        ("called off", "other", "done"),
        ("signed off", "approve", "done"),
        ("participated in", "host", "done"),
        ("is working on", "plan", "planned"),
    ],
)
def test_a_verb_and_its_particle_are_one_deed(said: str, action: str, status: str) -> None:
    assert deeds(f"The {BOARD} {said} the Clean Rivers Summit.") == [
        (BOARD, action, "Clean Rivers Summit", status)
    ]


def test_a_deed_is_done_to_each_of_a_row() -> None:
    row = "Oar Scheme, the Boat Scheme and the Sail Scheme"
    given = [deed[1:3] for deed in deeds(f"The {BOARD} allocated $3 billion to the {row}.")]
    assert given == [("fund", "Oar Scheme"), ("fund", "Boat Scheme"), ("fund", "Sail Scheme")]
    ended = [deed[1:3] for deed in deeds(f"The {row} were abolished.")]
    assert ended == [("other", "Oar Scheme"), ("other", "Boat Scheme"), ("other", "Sail Scheme")]
    assert [what for _, _, what, _ in deeds(f"The {BOARD} cut the Oar Scheme, the Boat Scheme grew.")] == [
        "Oar Scheme",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            f"The Oar Scheme, launched by the {BOARD} in 2021, was extended.",
            [(BOARD, "launch"), ("government", "other")],
        ),
        (f"The Oar Scheme, a programme of the {BOARD}, was scrapped.", [("government", "other")]),
        (f"The {BOARD}, which oversees the lakes, unveiled the Oar Scheme.", [(BOARD, "announce")]),
        (f"The {BOARD}, a friend of the Lakes Authority, unveiled the Oar Scheme.", [(BOARD, "announce")]),
    ],
)
def test_what_stands_before_an_insertion_is_the_subject(text: str, found: list[tuple[str, str]]) -> None:
    assert [(who, action) for who, action, what, _ in deeds(text) if what == "Oar Scheme"] == found


def test_a_group_with_a_name_that_no_body_has_acts_by_it() -> None:
    text = f"The {BOARD} spoke. The Group of Boat Builders welcomed the toll bill."
    assert deeds(text) == [("Group of Boat Builders", "other", "toll bill", "done")]


def test_into_law_is_no_law() -> None:
    assert measures("The president signed into law the Boats Act.") == ["Boats Act"]
    assert deeds("The Boats Act was signed into law.") == [("government", "approve", "Boats Act", "done")]


def test_what_would_open_is_planned() -> None:
    found = deeds("Three boat parks would open in May.")
    assert found == [("government", "plan", "Three boat parks", "planned")]


def test_a_document_is_something_on_paper() -> None:
    text = f"The {BOARD} drafted the toll bill and asked for a bus service."
    found = deeds(f"{text} Minister Amna Noor dismissed the document.")
    assert ("Amna Noor", "other", "toll bill", "done") in found


def test_each_of_a_row_acts() -> None:
    row = f"the Lakes Authority, the {BOARD} (RB) and the Water Commission"
    actors = ["Lakes Authority", BOARD, "Water Commission"]
    assert [deed[0] for deed in deeds(f"At noon {row} unveiled the toll bill.")] == actors
    assert [deed[0] for deed in deeds(f"The toll bill was unveiled by {row}.")] == actors
    told = f"The Lakes Authority, the {BOARD}, said the Water Commission unveiled the toll bill."
    assert [deed[0] for deed in deeds(told)] == ["Water Commission"]


def test_a_chamber_without_a_name_is_not_the_government() -> None:
    assert deeds("The chamber welcomed the toll bill.") == [("chamber", "other", "toll bill", "done")]
    assert deeds("The ministry welcomed the toll bill.") == [("government", "other", "toll bill", "done")]
    named = "The Lakes Chamber met. The chamber welcomed the toll bill."
    assert deeds(named) == [("Lakes Chamber", "other", "toll bill", "done")]


def test_a_report_is_given_but_not_funded() -> None:
    assert deeds(f"The {BOARD} gave a report on rivers.") == []
    assert [deed[1] for deed in deeds(f"The {BOARD} gave $3 million for a report on rivers.")] == ["fund"]


def test_of_two_tellings_the_fuller_actor_counts() -> None:
    text = "Ministry launches Oar Fund\n\nThe Ministry of Lakes launched the Oar Fund."
    assert deeds(text) == [("Ministry of Lakes", "launch", "Oar Fund", "done")]
