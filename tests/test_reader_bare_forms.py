"""Forms that may be verbs or nouns, and the deeds of lists."""

from __future__ import annotations

import pytest

from reading_made import deeds

REB, LA = "Noor Export Board", "Lakes Authority"


@pytest.mark.parametrize(
    "text",
    [
        f"The mayor sent a relief force to the {LA}.",
        f"They wrote a large order for the {LA}.",
        f"The old demand to the {LA} is lost.",
    ],
)
def test_a_bare_form_after_an_article_and_one_thing_is_a_noun(text: str) -> None:
    assert deeds(text) == []


def test_a_bare_form_of_many_is_a_verb() -> None:
    text = "The government oppose the Clean Lakes Scheme."
    assert deeds(text) == [("government", "other", "Clean Lakes Scheme", "done")]


@pytest.mark.parametrize(
    "text",
    [
        f"Set up by the {REB}, the Lakes Software Park has 40 rooms.",
        f"They saw the Lakes Software Park, set up by the {REB}.",
    ],
)
def test_a_bare_participle_before_its_agent_is_a_deed(text: str) -> None:
    assert deeds(text) == [(REB, "establish", "Lakes Software Park", "done")]


@pytest.mark.parametrize("mark", ["- ", "(a) ", "(2) "])
def test_a_line_of_a_list_has_the_doer_before_the_list(mark: str) -> None:
    text = f"At noon the {REB}\n\n{mark}called for a new port policy;\n{mark}asked the {LA} for oars."
    found = [("direct", "new port policy"), ("direct", LA)]
    assert deeds(text) == [(REB, action, target, "done") for action, target in found]


def test_a_list_after_a_full_stop_has_no_doer() -> None:
    assert deeds(f"So ended the day of the {REB}.\n\n- called for a new port policy") == []


def test_what_someone_is_let_do_is_not_done() -> None:
    assert deeds(f"Let the {LA} take up the Clean Lakes Scheme.") == []


def test_a_sum_is_spent_on_what_it_stands_for() -> None:
    text = f"The Clean Lakes Scheme is late. The {LA} has spent $4 million on it so far."
    assert deeds(text) == [(LA, "fund", "Clean Lakes Scheme", "done")]


def test_a_document_is_the_measure_named_before() -> None:
    text = f"Few know the Clean Lakes Policy. The {LA} dismissed the document as a copy."
    assert deeds(text) == [(LA, "other", "Clean Lakes Policy", "done")]


def test_what_is_asked_for_is_no_deed_of_its_own() -> None:
    assert deeds(f"The {LA} wants the levy on oars to be cut.") == [(LA, "direct", "levy on oars", "done")]


def test_a_share_that_is_reserved_is_a_plan() -> None:
    found = [("government", "plan", "30 per cent of the seats", "planned")]
    assert deeds("At least 30 per cent of the seats shall be reserved for women.") == found
    assert deeds("He reserved 30 per cent of the seats for women.") == []


def test_what_an_agreement_is_about_is_not_its_doing() -> None:
    text = f"The {LA} concluded an agreement whereby 200 sailors shall be trained."
    assert [action for _, action, target, _ in deeds(text) if target == "agreement"] == ["approve"]


def test_it_at_the_head_of_a_sentence_is_who_began_the_one_before() -> None:
    text = f"The {REB} instructed the {LA} to count oars. It also sought a new port policy."
    assert deeds(text)[-1] == (REB, "direct", "new port policy", "done")
    text = f"Oars were sold to the {REB} by the {LA}. It also sought a new port policy."
    assert deeds(text)[-1] == (LA, "direct", "new port policy", "done")


@pytest.mark.parametrize("name", [LA, f"{LA} (LA)"])
def test_a_body_of_the_state_that_is_told_to_do_something_is_told_by_the_government(name: str) -> None:
    assert deeds(f"The {name} has been told to count oars.") == [("government", "direct", LA, "done")]
    assert deeds(f"The {name} clerk was told to count oars.") == []
