"""What waits is judged: accepted, corrected, rejected; each judgement is kept and never asked for again."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from newsroom_made import PACK, added, article, files_of, graph_of, pack_of, with_first
from policygraph.errors import NotFoundError, UsageError
from policygraph.newsroom.remove import remove_source
from policygraph.newsroom.review import Decision, Reviewed, judge
from policygraph.newsroom.waiting import Question, waiting_facts

DAY = date(2024, 7, 1)


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all tests."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ["POLICYGRAPH_CACHE"] = str(folder)
    return folder


def asked(own: Path, words: str, source: str = "first") -> Question:
    """The question whose passage has these words."""
    [found] = [one for one in waiting_facts(source, data=PACK, own=own) if words in one.quote]
    return found


def decide(own: Path, *decisions: Decision, source: str = "first") -> Reviewed:
    """Judge, as Tess."""
    return judge(source, decisions, author="Tess", day=DAY, data=PACK, own=own)


def test_an_accepted_fact_enters_the_graph(own_folder: Path) -> None:
    with_first(own_folder)
    question = asked(own_folder, "India")
    assert "India" in question.fact.reason
    assert question.before.rstrip().endswith("apprentices.")
    done = decide(own_folder, Decision(question.fact.key, "accept"))
    assert question.fact.key not in {fact.key for fact in done.waiting}
    assert {figure.value for figure in pack_of(own_folder).sources["first"].figures} == {"52", "4"}
    assert any(
        "/figure/software-exports" in line and "USD 4 million (first)" in line
        for line in graph_of(own_folder)
    )


def test_a_corrected_fact_enters_as_corrected_and_keeps_its_passage(own_folder: Path) -> None:
    with_first(own_folder)
    question = asked(own_folder, "apprentices")
    decide(own_folder, Decision(question.fact.key, "correct", {"period": "2024-05", "bound": "about"}))
    [figure] = [
        one for one in pack_of(own_folder).sources["first"].figures if one.indicator == "apprentices-trained"
    ]
    assert (str(figure.period), figure.bound, figure.at) == ("2024-05", "about", question.fact.at)


def test_a_rejected_fact_never_enters_and_is_never_asked_again(own_folder: Path) -> None:
    with_first(own_folder)
    question = asked(own_folder, "India")
    decide(own_folder, Decision(question.fact.key, "reject", note="part of the whole"))
    judged = pack_of(own_folder).judgements["first"].of(question.fact.key)
    assert judged is not None
    assert (judged.verdict, judged.author, str(judged.date), judged.note) == (
        "reject", "Tess", "2024-07-01", "part of the whole",
    )  # fmt: skip
    remove_source("first", data=PACK, own=own_folder)
    again = added(own_folder, article("first"))
    assert question.fact.key not in {one.line.key for one in again.diff.waiting}
    assert {figure.value for figure in pack_of(own_folder).sources["first"].figures} == {"52"}


def test_a_fact_that_lacks_something_cannot_be_accepted(own_folder: Path) -> None:
    with_first(own_folder)
    before = files_of(own_folder)
    with pytest.raises(UsageError, match="period is missing; correct it"):
        decide(own_folder, Decision(asked(own_folder, "apprentices").fact.key, "accept"))
    with pytest.raises(NotFoundError):
        decide(own_folder, Decision("figures-1-2", "accept"))
    assert files_of(own_folder) == before


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("area", "atlantis", ": area: no such place: 'atlantis'"),
        ("unit", "USD zillion", "first cannot be as judged: unit: unit 'USD zillion': scale 'zillion'"),
        ("value", "many", "value: 'many' is no number like 303"),
        ("growth.rate", "fast", "growth.rate: 'fast' is no number like 303"),
        ("indicator", "a b", "indicator: no such indicator: 'a b'"),
        ("colour", "red", "no field colour; the fields are area, bound, by, "),
        (
            "growth.speed",
            "9",
            "no field growth.speed; the fields are .* growth.basis, growth.printed, growth.rate,",
        ),
        ("at", "9", "at cannot be corrected"),
    ],
)
def test_a_wrong_correction_is_told_by_its_field_and_changes_nothing(
    own_folder: Path, field: str, value: str, words: str
) -> None:
    with_first(own_folder)
    before = files_of(own_folder)
    with pytest.raises(UsageError, match=words) as told:
        decide(own_folder, Decision(asked(own_folder, "India").fact.key, "correct", {field: value}))
    assert ".yaml" not in str(told.value)
    assert files_of(own_folder) == before


def test_without_an_id_the_command_lists_the_sources(own_folder: Path) -> None:
    with_first(own_folder)
    added(own_folder, article("boats", "Boats sail.\n"))
    done = run(["--format", "csv"], own_folder)
    assert done.returncode == 0, done.stderr
    waiting = len(waiting_facts("first", data=PACK, own=own_folder))
    assert done.stdout.splitlines() == [
        "source,title,facts,waiting",
        "boats,boats,0,0",
        f"first,first,5,{waiting}",
    ]
    assert f"policygraph review first --own {own_folder} --data {PACK}" in done.stderr
    wrong = run(["--accept", "figures-1-2"], own_folder)
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_a_fact_that_was_taken_can_be_rejected(own_folder: Path) -> None:
    with_first(own_folder)
    [line] = [
        one for one in added(own_folder.parent / "other", article("first")).diff.new if "USD 3" in one.words
    ]
    decide(own_folder, Decision(line.key, "reject"))
    assert pack_of(own_folder).sources["first"].amounts == ()


SPELT = "Rupert Henzau, Master of the Guild, announced the Drawbridge Tax Act on 3 June 2024.\n"


def test_a_spelling_waits_and_settles_what_waited_for_it(own_folder: Path) -> None:
    diff = added(own_folder, article("spelt", SPELT)).diff
    assert "people" not in {part for part, _, _ in diff.names}
    [alias] = [one for one in diff.waiting if one.line.key.startswith("aliases-")]
    assert "Rupert Hentzau" in alias.reason
    assert pack_of(own_folder).sources["spelt"].steps == ()
    decide(own_folder, Decision(alias.line.key, "accept"), source="spelt")
    pack = pack_of(own_folder)
    assert pack.aliases.people == {"rupert-hentzau": {"Rupert Henzau": ("spelt",)}}
    assert [one.by for one in pack.sources["spelt"].steps] == [("rupert-hentzau",)]
    assert any('altLabel> "Rupert Henzau"@en' in line for line in graph_of(own_folder))
    remove_source("spelt", data=PACK, own=own_folder)
    assert graph_of(own_folder) == graph_of(None)


def test_a_spelling_that_is_refused_is_somebody_else(own_folder: Path) -> None:
    [alias] = [
        one for one in added(own_folder, article("spelt", SPELT)).diff.waiting if "aliases" in one.line.key
    ]
    decide(own_folder, Decision(alias.line.key, "reject"), source="spelt")
    pack = pack_of(own_folder)
    assert pack.people["rupert-henzau"].sources == ("spelt",)
    assert pack.aliases.people == {}


OFFICE = "Nadia Rahi, chairwoman of the Harbour Coding Board (HCB), met the guild on Monday.\n"


def test_a_new_post_is_made_when_the_tenure_in_it_is_accepted(own_folder: Path) -> None:
    [waits] = added(own_folder, article("office", OFFICE)).diff.waiting
    assert "has no post 'chairwoman of the Harbour Coding Board': is it a new one" in waits.reason
    assert pack_of(own_folder).own == {("sources", "office")}
    decide(own_folder, Decision(waits.line.key, "accept"), source="office")
    pack = pack_of(own_folder)
    [tenure] = pack.sources["office"].tenures
    post = pack.posts[tenure.post]
    assert (tenure.person, post.name, post.body) == (
        "nadia-rahi", "Chairwoman, Harbour Coding Board", "harbour-coding-board",
    )  # fmt: skip
    assert {(part, slug) for part, slug in pack.own if part != "sources"} == {
        ("people", "nadia-rahi"), ("posts", tenure.post), ("bodies", "harbour-coding-board"),
    }  # fmt: skip
    later = added(own_folder, article("later", OFFICE.replace("met", "left"))).diff
    assert later.waiting == ()
    assert [one.post for one in pack_of(own_folder).sources["later"].tenures] == [tenure.post]
    assert remove_source("office", data=PACK, own=own_folder).entries == ()
    gone = remove_source("later", data=PACK, own=own_folder).entries
    assert gone == ("bodies/harbour-coding-board", "people/nadia-rahi", f"posts/{tenure.post}")
    assert graph_of(own_folder) == graph_of(None)


def test_an_office_is_corrected_to_a_post_that_is_there(own_folder: Path) -> None:
    [waits] = added(own_folder, article("office", OFFICE)).diff.waiting
    decide(own_folder, Decision(waits.line.key, "correct", {"post": "guild-master"}), source="office")
    pack = pack_of(own_folder)
    assert [one.post for one in pack.sources["office"].tenures] == ["guild-master"]
    assert {part for part, _ in pack.own} == {"sources", "people"}


def test_an_office_without_a_body_can_be_no_post(own_folder: Path) -> None:
    [waits] = added(
        own_folder, article("office", "Federal Minister for Science Nadia Rahi met the guild.\n")
    ).diff.waiting
    assert "no body is named with it" in waits.reason
    with pytest.raises(UsageError, match="post is missing; correct it"):
        decide(own_folder, Decision(waits.line.key, "accept"), source="office")


def test_a_new_post_may_be_given_in_a_body_that_is_known_or_named(own_folder: Path) -> None:
    text = "Federal Minister for Science Nadia Rahi met the guild.\n"
    [waits] = added(own_folder, article("office", text)).diff.waiting
    assert waits.line.words.startswith("Nadia Rahi: ?")
    with pytest.raises(UsageError, match="no such post: 'Science Minister, no-ministry'"):
        decide(
            own_folder,
            Decision(waits.line.key, "correct", {"post": "Science Minister, no-ministry"}),
            source="office",
        )
    given = {"post": "Science Minister, digital-ministry"}
    decide(own_folder, Decision(waits.line.key, "correct", given), source="office")
    pack = pack_of(own_folder)
    [tenure] = pack.sources["office"].tenures
    post = pack.posts[tenure.post]
    assert (post.name, post.names, post.body) == (
        f"Science Minister, {pack.bodies['digital-ministry'].name}", (), "digital-ministry",
    )  # fmt: skip
    [later] = added(own_folder, article("later", text.replace("Nadia", "Zora"))).diff.waiting
    decide(own_folder, Decision(later.line.key, "correct", given), source="later")
    assert [one.post for one in pack_of(own_folder).sources["later"].tenures] == [tenure.post]
    for name in ("office", "later"):
        remove_source(name, data=PACK, own=own_folder)
    assert graph_of(own_folder) == graph_of(None)


def test_an_unknown_office_is_asked_about_with_the_posts_that_its_body_has(own_folder: Path) -> None:
    text = "Nadia Rahi, treasurer of the Guild of Software Makers, spoke on Monday.\n"
    [waits] = added(own_folder, article("office", text)).diff.waiting
    assert "or one of those there (guild-master: Master of the Guild of Software Makers)?" in waits.reason
    assert waits.line.words.startswith("Nadia Rahi: Treasurer, Guild of Software Makers, on")


def run(arguments: list[str], own: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "policygraph",
        "review",
        *arguments,
        "--data",
        str(PACK),
        "--own",
        str(own),
    ]
    return subprocess.run(
        command,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "160"},
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )


def test_the_command_walks_from_fact_to_fact(own_folder: Path) -> None:
    with_first(own_folder)
    count = len(waiting_facts("first", data=PACK, own=own_folder))
    done = run(
        ["first", "--author", "Tess", "--date", "2024-07-01"], own_folder, "s\n" * (count - 1) + "x\nr\n"
    )
    assert done.returncode == 0, done.stderr
    assert f"{count} of {count}" in done.stdout
    assert "[Software exports to India were $4 million in April 2024]" in done.stdout
    assert f"{count - 1} still wait" in done.stderr
    [judged] = pack_of(own_folder).judgements["first"].judgements
    assert (judged.verdict, judged.author) == ("reject", "Tess")


def test_the_command_takes_judgements_as_options(own_folder: Path) -> None:
    with_first(own_folder)
    trained, abroad = asked(own_folder, "apprentices").fact.key, asked(own_folder, "India").fact.key
    options = [
        "--correct",
        f"{trained} period=2024-05 kind=point",
        "--reject",
        abroad,
        "--author",
        "Tess",
        "--date",
        "2024-07-01",
    ]
    done = run(["first", *options], own_folder)
    assert done.returncode == 0, done.stderr
    assert {one.verdict for one in pack_of(own_folder).judgements["first"].judgements} == {
        "correct",
        "reject",
    }
    wrong = run(["first", "--correct", f"{trained} period"], own_folder)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    listed = run(["first", "--list", "--format", "json"], own_folder)
    assert abroad not in listed.stdout
