"""An article that was added before: changed since, the same text from elsewhere, what was judged of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from newsroom_made import FIRST, PACK, added, article, files_of, graph_of, pack_of, with_first
from policygraph.cli.main import run
from policygraph.newsroom.add import Added, add_articles
from policygraph.newsroom.remove import remove_source
from policygraph.newsroom.review import Decision, judge
from policygraph.newsroom.waiting import waiting_facts
from policygraph.reader.document import Document

EDITED = f"Corrected on Friday.\n\n{FIRST.replace('$52 million', '$61 million')}"


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One cache for all tests."""
    os.environ["POLICYGRAPH_CACHE"] = str(tmp_path_factory.mktemp("cache"))


def again(own: Path, how: str, *articles: Document) -> Added:
    """What comes of adding them, new versions as the user wants."""
    return add_articles(articles, data=PACK, own=own, again=how)


def judged(own: Path, *decisions: Decision) -> Sequence[str]:
    """Judge `first`; gives the keys that wait then."""
    done = judge("first", decisions, author="Tess", day=date(2024, 7, 1), data=PACK, own=own)
    return [one.key for one in done.waiting]


def key_of(own: Path, words: str) -> str:
    """The key of what waits in `first` with these words in its quote."""
    return next(one.fact.key for one in waiting_facts("first", data=PACK, own=own) if words in one.quote)


def test_an_edited_text_of_the_same_name_is_told_and_nothing_changes(own_folder: Path) -> None:
    with_first(own_folder)
    before = files_of(own_folder)
    done = added(own_folder, article("first", EDITED))
    assert [(one.source, one.alone) for one in done.changed] == [("first", "")]
    assert "the same name, and most of its words" in done.changed[0].why
    assert (done.added, files_of(own_folder)) == ((), before)


def test_a_version_takes_the_place_of_the_old_one(own_folder: Path, tmp_path: Path) -> None:
    with_first(own_folder)
    done = again(own_folder, "replace", article("first", EDITED))
    assert (done.added, done.changed) == (("first",), ())
    assert any("61 million" in one.words for one in done.diff.new)
    assert any("Lantern Skills Programme" in one.words for one in done.diff.unchanged)
    assert [words for _, words in done.diff.gone if "52 million" in words]
    alone = tmp_path / "alone"
    added(alone, article("first", EDITED))
    assert files_of(own_folder)["sources/first.yaml"] == files_of(alone)["sources/first.yaml"]
    assert graph_of(own_folder) == graph_of(alone)


def test_what_was_judged_holds_where_the_new_text_says_the_same(own_folder: Path) -> None:
    with_first(own_folder)
    abroad, trained = key_of(own_folder, "India"), key_of(own_folder, "apprentices")
    waiting = judged(
        own_folder, Decision(abroad, "reject"), Decision(trained, "correct", {"period": "2024-05"})
    )
    text = EDITED.replace("India were $4 million", "India were $5 million")
    [told] = again(own_folder, "replace", article("first", text)).replaced
    assert (told.source, told.kept, told.lost) == ("first", 1, (abroad,))
    figures = pack_of(own_folder).sources["first"].figures
    assert [str(one.period) for one in figures if one.indicator == "apprentices-trained"] == ["2024-05"]
    assert len(waiting_facts("first", data=PACK, own=own_folder)) == len(waiting) + 1
    assert "India" in {one.quote.split()[3] for one in waiting_facts("first", data=PACK, own=own_folder)}


def test_what_was_judged_of_a_name_holds_too(own_folder: Path) -> None:
    text = "The National Quay Initiative was launched by the Ministry of Fine Boats on Monday."
    added(own_folder, article("first", text))
    judged(own_folder, Decision(key_of(own_folder, "Quay"), "correct", {"measure": "campaign"}))
    [told] = again(own_folder, "replace", article("first", f"Corrected. {text}")).replaced
    assert (told.kept, told.lost) == (1, ())
    pack = pack_of(own_folder)
    assert pack.initiatives["national-quay-initiative"].kind == "campaign"
    assert [one.stage for one in pack.sources["first"].steps] == ["launched"]
    remove_source("first", data=PACK, own=own_folder)
    assert graph_of(own_folder) == graph_of(None)


def test_a_version_may_stand_beside_the_old_one(own_folder: Path) -> None:
    with_first(own_folder)
    [name] = again(own_folder, "beside", article("first", EDITED)).added
    assert name.startswith("first-")
    [told] = added(own_folder, article("first", f"{EDITED} It rained.")).changed
    assert told.source in {"first", name}


def test_the_same_title_of_the_same_publisher_is_a_version_of_it(own_folder: Path) -> None:
    one = replace(article("one", publisher="Zenda Courier"), title="Exports up")
    added(own_folder, one)
    [told] = added(own_folder, replace(one, id="two", text=EDITED)).changed
    assert "the same title and publisher" in told.why
    other = replace(one, id="two", text=EDITED, publisher="Hentzau Herald")
    assert added(own_folder, other).added == ("two",)


def test_another_article_of_the_same_name_is_another_source(own_folder: Path) -> None:
    with_first(own_folder)
    other = "Boats of Ruritania sail far. The Harbour Coding Board approved the Lantern Skills Programme.\n"
    [name] = added(own_folder, article("first", other)).added
    assert name.startswith("first-")


@pytest.mark.parametrize(
    ("date_", "publisher", "what"),
    [(date(2024, 6, 21), "", "date"), (None, "Zenda Courier", "publisher")],
)
def test_the_same_text_with_another_date_or_its_publisher_is_the_same_article(
    own_folder: Path, date_: date | None, publisher: str, what: str
) -> None:
    with_first(own_folder)
    [told] = added(own_folder, article("again", publisher=publisher, day=date_)).changed
    assert told.why == f"has the text of first, and another {what}"
    done = again(own_folder, "replace", article("again", publisher=publisher, day=date(2024, 6, 21)))
    assert done.added == ("first",)
    source = pack_of(own_folder).sources["first"]
    assert (str(source.date), source.publisher) == ("2024-06-21", publisher or "publisher not stated")


def test_the_same_text_from_another_publisher_is_a_copy_and_keeps_what_was_judged(
    own_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    added(own_folder, article("first", publisher="Zenda Courier"))
    judged(own_folder, Decision(key_of(own_folder, "India"), "reject"))
    (tmp_path / "copy.txt").write_text(FIRST)
    folders = ["--data", str(PACK), "--own", str(own_folder)]
    given = ["--publisher", "Hentzau Herald", "--date", "2024-06-20"]
    assert run(["add", str(tmp_path / "copy.txt"), *given, *folders]) == 0
    said = capsys.readouterr()
    assert "copy: the very same text as first: a copy, which confirms nothing by itself" in said.err
    assert "the same wire copy" in " ".join(said.out.replace("│", " ").split())
    assert "India" not in said.out.partition("Waiting")[2].partition("Left out")[0]


def test_the_command_replaces_and_tells_what_it_did(
    own_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_first(own_folder)
    (tmp_path / "first.txt").write_text(EDITED)
    arguments = ["add", str(tmp_path / "first.txt"), "--date", "2024-06-20"]
    arguments += ["--data", str(PACK), "--own", str(own_folder)]
    before = files_of(own_folder)
    assert run(arguments) == 3
    told = capsys.readouterr().err
    assert "looks like a new version of first" in told
    assert "--replace puts it in its place; --beside adds it as an article of its own" in told
    assert run([*arguments, "--replace", "--dry-run"]) == 0
    assert files_of(own_folder) == before
    capsys.readouterr()
    assert run([*arguments, "--replace"]) == 0
    told = capsys.readouterr().err
    assert "first: the new version is in place of the old one; 0 judgements kept" in told
    assert run(arguments) == 0
    assert "first: already there as first" in capsys.readouterr().err
