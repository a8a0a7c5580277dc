"""Articles that meet: spellings shared by two, ids that two would have, and one left out among others."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from newsroom_made import FIRST, PACK, added, article, files_of, graph_of, pack_of, with_first
from policygraph.cli.options import country_of
from policygraph.curated.own_files import put_aliases, put_entries, take_out
from policygraph.errors import DataInvalidError, Problem, UsageError
from policygraph.model.registry import Body, Person
from policygraph.newsroom.add import add_articles
from policygraph.newsroom.desk import Desk
from policygraph.newsroom.remove import remove_source
from policygraph.newsroom.review import Decision, judge
from policygraph.rdf import Quad
from policygraph.reader.document import Document, Given
from policygraph.reader.files.json_lines import documents_of_lines
from policygraph.resolve.ids import Ids

NAMED = "Finance Minister Sigmund Tarlenheim announced the Drawbridge Tax Act on 3 June 2024.\n"
SPELT = "Finance Minister Sigmund Tarlenhiem was in the harbour on Monday.\n"
SECOND = "The Harbour Coding Board (HCB) approved the Lantern Skills Programme on 3 June 2024.\n"


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One cache for all tests."""
    os.environ["POLICYGRAPH_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def no_unsound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has every graph with a source called `unsound` refused."""
    built = Desk.built

    def checked(self: Desk, changed: list[str]) -> list[Quad]:
        if "unsound" in self.pack.sources:
            raise DataInvalidError([Problem(Path("unsound"), 1, "", "made up to be so")])
        return built(self, changed)

    monkeypatch.setattr(Desk, "built", checked)


def with_spelling(own: Path) -> None:
    """`a` names somebody new, and `b` the same person in an accepted spelling."""
    added(own, article("a", NAMED))
    [alias] = [
        one for one in added(own, article("b", SPELT)).diff.waiting if one.line.key.startswith("aliases-")
    ]
    judge("b", [Decision(alias.line.key, "accept")], author="T", day=date(2024, 7, 1), data=PACK, own=own)


def test_an_entry_stays_while_another_article_spells_it_and_goes_with_that(own_folder: Path) -> None:
    with_spelling(own_folder)
    assert pack_of(own_folder).people["sigmund-tarlenheim"].sources == ("a", "b")
    assert "people/sigmund-tarlenheim" not in remove_source("a", data=PACK, own=own_folder).entries
    pack = pack_of(own_folder)
    assert pack.people["sigmund-tarlenheim"].sources == ("b",)
    assert pack.aliases.people == {"sigmund-tarlenheim": {"Sigmund Tarlenhiem": ("b",)}}
    assert remove_source("b", data=PACK, own=own_folder).entries == ("people/sigmund-tarlenheim",)
    assert [name for name in files_of(own_folder) if name.startswith("registry")] == []
    assert graph_of(own_folder) == graph_of(None)


def test_a_further_name_alone_keeps_an_entry_and_the_last_one_takes_it_along(own_folder: Path) -> None:
    added(own_folder, article("a", NAMED), article("c", "Boats are painted in the harbour.\n"))
    pack = pack_of(own_folder)
    put_entries(pack, "people", {"by-hand": Person(name="Entered By Hand")})
    put_aliases(pack, "c", [("people", "sigmund-tarlenheim", "S. Tarlenheim")])
    assert "people/sigmund-tarlenheim" not in take_out(pack, "a")[0]
    assert pack.people["sigmund-tarlenheim"].sources == ()
    gone, names = take_out(pack, "c")
    assert gone == ["people/sigmund-tarlenheim"]
    assert names == ["S. Tarlenheim (of people/sigmund-tarlenheim)"]
    assert "by-hand" in pack.people


@pytest.mark.parametrize("name", ["x", "***"])
def test_one_id_and_text_from_three_publishers_is_three_sources(own_folder: Path, name: str) -> None:
    done = added(own_folder, *(article(name, publisher=one) for one in ("P1", "P2", "P3")))
    assert len(set(done.added)) == 3
    assert not any(one.endswith(("-2", "-3")) for one in done.added), "its id would depend on the order"
    pack = pack_of(own_folder)
    assert [pack.sources[one].publisher for one in done.added] == ["P1", "P2", "P3"]


def test_an_id_that_is_taken_even_with_its_hash_gets_a_number(own_folder: Path) -> None:
    with_first(own_folder)
    text = FIRST.replace("$52 million", "$61 million")
    both = article("first"), article("first", text)
    other = own_folder.parent / "other"
    [hashed] = add_articles(both, data=PACK, own=other, again="beside").added[1:]
    boats = article(hashed, "Boats are painted.\n")
    names = add_articles([boats, both[1]], data=PACK, own=own_folder, again="beside").added
    assert names == (hashed, f"{hashed}-2")


def test_long_ids_differ_where_the_facts_do() -> None:
    ids = Ids("source", {})
    fact = {"initiative": "harbour-" * 14 + "plan", "role": "commitment", "value": "3"}
    million, billion = (ids.of("amounts", {**fact, "unit": f"USD {one}"}) for one in ("million", "billion"))
    assert million != billion
    assert max(len(million), len(billion)) <= 110
    assert ids.of("amounts", {**fact, "unit": "USD million"}) == million
    short = {"initiative": "plan", "role": "commitment", "value": "3", "unit": "USD million"}
    assert ids.of("amounts", short) == "plan--commitment--3-usd-million"


@pytest.mark.usefixtures("no_unsound")
def test_an_unsound_article_alone_brings_no_names(own_folder: Path) -> None:
    done = added(own_folder, article("unsound"))
    assert (done.added, done.stored, done.diff.names) == ((), False, ())
    assert "made up to be so" in done.problems[0].message
    assert files_of(own_folder) == {}


@pytest.mark.usefixtures("no_unsound")
def test_nothing_rests_on_an_article_that_is_left_out(own_folder: Path) -> None:
    alone = own_folder.parent / "alone"
    added(alone, article("second", SECOND))
    done = added(own_folder, article("unsound"), article("second", SECOND))
    assert (done.added, [one.file.name for one in done.problems]) == (("second",), ["unsound"])
    body = pack_of(own_folder).bodies["harbour-coding-board"]
    assert isinstance(body, Body)
    assert body.sources == ("second",)
    assert files_of(own_folder) == files_of(alone)


def test_a_country_that_is_no_code_is_told_with_its_line() -> None:
    rows = [{"text": "Boats.", "country": one} for one in ("pk", "<b>", "PAK", "ß")]
    lines = [json.dumps(row).encode() for row in rows]
    good, *bad = documents_of_lines(Path("a.jsonl"), lines, Given())
    assert isinstance(good, Document)
    assert good.country == "PK"
    problems = [one for one in bad if isinstance(one, Problem)]
    assert [(one.line, one.field) for one in problems] == [(2, "country"), (3, "country"), (4, "country")]
    assert "'<b>' is no country code" in problems[0].message


@pytest.mark.parametrize("code", ["<b>", "PAK", "P", "ßa"])
def test_a_country_option_that_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(UsageError, match="is no country code like PK"):
        country_of(code)


def test_a_level_may_be_confirmed_and_its_rate_be_new(tmp_path: Path) -> None:
    own = with_first(tmp_path / "own")
    text = "Software exports of Ruritania rose 30 per cent year-on-year to $52 million in April 2024."
    diff = added(own, article("second", text)).diff
    assert [one.line.words for one in diff.confirmed] == [
        "Software exports, Ruritania, Apr 2024: USD 52 million"
    ]
    assert ["+30% yoy" in one.words for one in diff.new] == [True]
