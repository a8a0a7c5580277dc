"""The country of an article: given, told by its text, or nowhere; and what is said of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom_made import PACK, added, article, pack_of
from policygraph.cli.main import run as command
from policygraph.curated.load import load_country
from policygraph.reader.countries import Country
from policygraph.reader.document import Document, Given
from policygraph.reader.files.countries_told import completed
from policygraph.reader.files.inputs import documents_in
from policygraph.resolve.known import lands_of

LANDS = (("XR", ("Ruritania",), ("Strelsau", "Zenda")), ("BD", ("Bangladesh",), ("Dhaka",)))
HOME = Country("XR", "RUR", 4)
Said = Callable[..., tuple[str | None, str]]


def told(text: str, title: str = "", *, lands: bool = True, usual: str | None = None) -> str | None:
    given = Given(home=HOME, lands=LANDS if lands else (), usual=usual)
    return completed(Document("made", text, title), given).country


@pytest.mark.parametrize(
    "text",
    [
        "Boats of Ruritania sail.",
        "The Ruritanian fleet sails.",
        "The Ruritanians sail.",
        "A boat costs RUR5 million.",
        "The port of Zenda was closed.",
        "Ruritania sells boats to France and to Ruritanians in India.",
        "Ruritania got US$5 million and 7 million US dollars.",
    ],
)
def test_a_country_is_named_by_itself_its_people_its_money_and_its_places(text: str) -> None:
    assert told(text) == "XR"


@pytest.mark.parametrize(
    "text",
    [
        "Boats sail.",
        "Boats sail from Ruritania to Bangladesh.",
        "Boats sail from Ruritania to India, where Indian ports are open.",
        "Boats of France sail.",
        "Boats sail from Zenda to Dhaka.",
        "Ruritaniaville is no country.",
    ],
)
def test_of_two_named_as_often_none_is_meant(text: str) -> None:
    assert told(text) is None
    assert told(text, usual="XR") == "XR"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya opened a port. Kenyan boats are new.", "KE"),
        ("Chad opened a port, and Chad has boats.", None),
        ("Nigeria, Nigerians and Niger have boats.", "NG"),
        ("Boats are sold to Kenya.", "XR"),
        ("Kenya and its neighbours: Kenya sells boats to Zenda, and Kenya buys some.", "XR"),
    ],
)
def test_what_is_on_another_country_is_not_on_the_usual_one(text: str, expected: str | None) -> None:
    assert told(text, usual="XR") == expected


def test_a_title_names_it_too() -> None:
    assert told("Boats sail to Bangladesh.", "Ruritania: boats of Ruritania") == "XR"


def test_nothing_is_asked_of_a_text_whose_country_is_known_or_where_there_is_no_registry() -> None:
    assert told("Boats of Ruritania sail.", lands=False) is None
    found = completed(Document("made", "Boats of Ruritania sail.", country="BD"), Given(lands=LANDS))
    assert (found.country, found.assumed) == ("BD", False)


def test_it_has_the_money_and_the_calendar_of_the_pack() -> None:
    found = completed(Document("made", "Boats of Ruritania sail."), Given(home=HOME, lands=LANDS))
    assert (found.home, found.land.start_month, found.assumed) == (HOME, 4, True)


def test_the_countries_of_a_pack_are_its_places_with_a_code() -> None:
    assert lands_of(load_country(PACK)) == (("XR", ("Ruritania",), ("Strelsau", "Zenda")),)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_files_of_all_sorts_are_asked(tmp_path: Path, name: str) -> None:
    text = "Boats of Ruritania sail."
    (tmp_path / name).write_text(json.dumps({"text": text}) if name.endswith("l") else text)
    [found] = documents_in([tmp_path / name], Given(lands=LANDS))
    assert isinstance(found, Document)
    assert found.country == "XR"


@pytest.fixture
def said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """What `read` of a text gives as the period of its one figure, and what it says besides."""

    def read(text: str, *options: str) -> tuple[str | None, str]:
        (tmp_path / "a.txt").write_text(text)
        assert command(["read", str(tmp_path / "a.txt"), "--format", "jsonl", *options]) == 0
        done = capsys.readouterr()
        [figure] = json.loads(done.out)["figures"]
        return figure["period"], done.err

    return read


EXPORTS = "Software exports{} came to $3 billion in FY2023-24.\n"


def test_read_says_which_country_it_took(said: Said) -> None:
    period, note = said(EXPORTS.format(" of Pakistan"))
    assert period == "2023-07/2024-06"
    assert note == "no country is given for 1 article: read as on PK; --country says otherwise\n"


def test_a_fiscal_year_of_no_country_gets_no_dates_and_that_is_said(said: Said) -> None:
    period, note = said(EXPORTS.format(""))
    assert period is None
    assert note == "1 article: a fiscal year of no known country gets no dates; give --country\n"
    assert said("Software exports came to $3 billion in 2023.\n") == ("2023-01/2023-12", "")


def test_what_is_given_holds_and_nothing_is_said(said: Said) -> None:
    assert said(EXPORTS.format(" of Pakistan"), "--country", "in") == ("2023-04/2024-03", "")


def test_countries_of_which_nothing_is_known_are_named_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"text": EXPORTS.format(""), "country": code} for code in ("XZ", "XQ", "XZ", "FR")]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert command(["read", str(tmp_path / "a.jsonl"), "--format", "jsonl", "--jobs", "2"]) == 0
    done = capsys.readouterr()
    assert [json.loads(line)["figures"][0]["period"] for line in done.out.splitlines()] == [None] * 4
    assert done.err.splitlines() == [
        "no fiscal calendar is known of XQ, XZ: fiscal years there get no dates",
        "read 4 articles",
    ]


@pytest.mark.parametrize("name", ["read", "add"])
def test_a_country_that_nobody_knows_is_a_wrong_use(
    tmp_path: Path, own_folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "a.txt").write_text(EXPORTS.format(""))
    assert command([name, str(tmp_path / "a.txt"), "--country", "XR"]) == 2
    told = capsys.readouterr().err
    assert "--country 'XR'" in told
    assert " PK, " in told
    assert "leave it out" in told
    assert not own_folder.exists()


def test_the_country_of_the_pack_is_known(said: Said) -> None:
    assert said(EXPORTS.format(""), "--country", "XR", "--data", str(PACK))[0] == "2023-04/2024-03"


def test_add_says_which_country_it_took(own_folder: Path) -> None:
    done = added(
        own_folder, article("here", EXPORTS.format(" of Ruritania")), article("where", EXPORTS.format(""))
    )
    assert done.assumed == (("here", "XR"), ("where", "XR"))
    abroad = Document("abroad", EXPORTS.format(" of India"), country="IN")
    assert added(own_folder, abroad).assumed == ()
    assert pack_of(own_folder).sources["abroad"].country == "IN"
