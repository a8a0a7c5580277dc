"""What an article says again: whether it is the same article, and who had said the same number before."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from newsroom_made import DAY, FIRST, PACK, added, article, files_of
from policygraph.cli.main import run
from policygraph.newsroom.diff import Diff
from policygraph.newsroom.matches import Match

SAID = "Software exports of Ruritania {} in April 2024.\n"


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One cache for all tests."""
    os.environ["POLICYGRAPH_CACHE"] = str(tmp_path_factory.mktemp("cache"))


def second(own: Path, known: str, new: str, day: date = DAY, papers: tuple[str, str] = ("", "")) -> Diff:
    """What the second of two articles changes."""
    added(own, article("g1", SAID.format(known), papers[0]))
    return added(own, article("a1", f"Boats sail.\n\n{SAID.format(new)}", papers[1], day)).diff


def test_a_changed_text_at_the_same_address_is_told_and_not_dropped(
    own_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "Link: https://example.org/up\nDate: 2024-06-20\n\n"
    for name, text in (("one", FIRST), ("two", FIRST.replace("$52", "$61"))):
        (tmp_path / f"{name}.txt").write_text(head + text)
    folders = ["--data", str(PACK), "--own", str(own_folder)]
    assert run(["add", str(tmp_path / "one.txt"), *folders]) == 0
    assert f"policygraph review one --own {own_folder} --data {PACK}" in capsys.readouterr().err
    before = files_of(own_folder)
    assert run(["add", str(tmp_path / "two.txt"), *folders]) == 3
    told = capsys.readouterr().err
    assert "two: looks like a new version of one: the same address; --replace puts it in its place" in told
    assert "; no --beside, since one address is one article: give it another --url\n" in told
    assert files_of(own_folder) == before
    assert run(["add", str(tmp_path / "one.txt"), *folders]) == 0


def test_one_of_two_texts_of_one_address_in_one_run_is_told(own_folder: Path) -> None:
    one = replace(article("one"), url="https://example.org/up")
    done = added(own_folder, one, replace(one, id="two", text=f"Again. {FIRST}"))
    assert (done.added, [(told.document, told.source) for told in done.changed]) == (
        ("one",),
        [("two", "one")],
    )


@pytest.mark.parametrize(
    ("known", "new", "words"),
    [
        ("were $390 million", "were $390 million", ""),
        ("were $3.2 billion", "were $3,223 million", "USD 3.2 billion"),
        ("were $3,223 million", "were $3.2 billion", "USD 3223 million"),
        ("were $350 million", "were $0.35 billion", "USD 350 million"),
        ("were over $390 million", "were $390 million", "at least USD 390 million"),
        ("rose 20% year-on-year", "rose 20.3% year-on-year", "+20% yoy"),
    ],
)
def test_the_same_number_and_one_rounded_are_confirmed(
    own_folder: Path, known: str, new: str, words: str
) -> None:
    diff = second(own_folder, known, new)
    assert [one.by for one in diff.confirmed] == [(Match("g1", "independent", words),)]


@pytest.mark.parametrize(
    ("known", "new"),
    [
        ("were $390 million", "were $391 million"),
        ("were $350 million", "were $351 million"),
        ("rose 20% year-on-year", "rose 21% year-on-year"),
        ("were $3.2 billion", "were $3,260 million"),
        ("were over $390 million", "were less than $390 million"),
    ],
)
def test_a_number_near_another_is_not_confirmed_by_it(own_folder: Path, known: str, new: str) -> None:
    diff = second(own_folder, known, new)
    assert diff.confirmed == ()
    assert len(diff.new) == 1


def test_a_level_and_its_rate_are_told_with_the_sources_of_each(own_folder: Path) -> None:
    added(own_folder, article("r1", f"Harbour news.\n\n{SAID.format('rose 21% year-on-year')}"))
    diff = second(
        own_folder, "rose 12% year-on-year to $2.1 billion", "rose 21% year-on-year to $2.1 billion"
    )
    assert [(one.line.words.partition(": ")[2], [by.source for by in one.by]) for one in diff.confirmed] == [
        ("USD 2.1 billion", ["g1"]),
        ("+21% yoy", ["r1"]),
    ]


def test_a_number_that_is_stated_again_is_told_to_be_in_dispute(own_folder: Path) -> None:
    said = "Software exports of Ruritania were ${} million in April 2024, Royal Bank of Ruritania said.\n"
    added(own_folder, article("one", said.format(52)), article("two", said.format(81)))
    diff = added(own_folder, article("three", f"Boats.\n\n{said.format(52)}")).diff
    assert (len(diff.confirmed), diff.contradicted) == (1, ())
    [disputed] = diff.disputed
    assert "81" in disputed.sentence


@pytest.mark.parametrize(
    ("day", "papers", "relation"),
    [
        (DAY, ("Zenda Courier", "Zenda Courier"), "paper"),
        (date(2024, 6, 23), ("Zenda Courier", "Zenda Courier"), "paper"),
        (date(2024, 6, 24), ("Zenda Courier", "Zenda Courier"), "independent"),
        (DAY, ("Zenda Courier", "Hentzau Herald"), "independent"),
        (DAY, ("", ""), "independent"),
    ],
)
def test_a_paper_does_not_confirm_itself(
    own_folder: Path, day: date, papers: tuple[str, str], relation: str
) -> None:
    diff = second(own_folder, "were $52 million", "were $52 million", day, papers)
    assert [by.relation for one in diff.confirmed for by in one.by] == [relation]


def test_an_article_in_which_nothing_is_read_is_told(
    own_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "boats.txt").write_text("Boats sail.\n")
    (tmp_path / "first.txt").write_text(FIRST)
    folders = ["--data", str(PACK), "--own", str(own_folder)]
    assert run(["add", str(tmp_path / "boats.txt"), str(tmp_path / "first.txt"), *folders]) == 0
    told = capsys.readouterr().err
    assert "boats: nothing read that the graph could hold" in told
    assert "first: nothing" not in told
